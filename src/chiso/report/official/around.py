"""What a meta.yaml tells of the papers around a cycle: its calendar, who meets, what is asked, checked and voted on."""

from __future__ import annotations

import re
from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from chiso.engine.errors import message
from chiso.engine.framework.schema import refusal
from chiso.report.official.days import Date

Text: TypeAlias = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]
_COUNT = re.compile(r"\d{1,6}", re.ASCII)


def _count(value: object) -> object:
    if isinstance(value, str) and _COUNT.fullmatch(value.strip()):
        return int(value)
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    raise refusal("count", message("a whole number of voices, from 0 on"))


Count: TypeAlias = Annotated[int, BeforeValidator(_count)]


class Told(BaseModel):
    """A part of a meta.yaml: frozen, with no key that is not declared."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class Period(Told):
    """From when to when, both days included."""

    start: Annotated[Date, Field(alias="from")]
    end: Annotated[Date, Field(alias="to")]


class Phase(Told):
    """A step of the calendar; without `from` it is a day by which, or on which, it is done."""

    what: Text
    start: Annotated[Date | None, Field(alias="from")] = None
    end: Annotated[Date | None, Field(alias="to")] = None
    who: Text | None = None


class Task(Told):
    """What somebody is charged with."""

    who: Text
    what: tuple[Text, ...] = ()


class Person(Told):
    """Somebody at a meeting, or who should have been: `absent` then tells why not."""

    name: Text
    post: Text | None = None
    role: Literal["chair", "secretary", "member"] = "member"
    absent: Text | None = None


class Party(Told):
    """The people of one body at a meeting; the first of them signs for it where each body signs."""

    of: Text
    people: Annotated[tuple[Person, ...], Field(min_length=1)]


class Asked(Told):
    """A question or a criterion, by its code, of which an explanation is asked, and why."""

    of: Text
    why: Text


class Checked(Told):
    """A question or a criterion, by its code, and what was found on the spot."""

    of: Text
    value: Text
    note: Text | None = None


class Vote(Told):
    """What was voted on, and the voices."""

    on: Text
    agree: Count
    disagree: Count = 0
    other: Count = 0
