"""What an official document needs and no result holds: who issues it, its number, its date, who signs.

issuer: Ủy ban nhân dân tỉnh Kon Tum
number: 134
symbol: QĐ-UBND
date: 2018-03-27
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints

from chiso.engine.errors import message
from chiso.engine.framework.schema import refusal
from chiso.engine.loading import Form, typed

FORM = Form(
    message("what a document needs beside its result: keys with values"),
    message("one document in a file"),
    message("check that it is the right file"),
    "docs/documents.md",
)
Text: TypeAlias = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]

_DAY = re.compile(r"(?P<year>\d{4})(-(?P<month>0[1-9]|1[0-2])(-(?P<day>0[1-9]|[12]\d|3[01]))?)?")
_NUMBER = re.compile(r"[1-9]\d{0,5}[a-z]?")
_DAYS = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}


@dataclass(frozen=True)
class Day:
    """A date of which the day, or the month too, may still be open."""

    year: int
    month: int | None = None
    day: int | None = None


def _day(value: object) -> object:
    if isinstance(value, Day):
        return value
    found = _DAY.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is not None:
        year, month, day = (int(found[name]) if found[name] else None for name in ("year", "month", "day"))
        if year is not None and (day is None or day <= _last_day(year, month or 1)):
            return Day(year, month, day)
    raise refusal("day", message("a date as 2026-03-27, or 2026-03 where the day is still open"))


def _last_day(year: int, month: int) -> int:
    if month == 2 and (year % 4 or (year % 100 == 0 and year % 400)):
        return 28
    return _DAYS.get(month, 31)


def _number(value: object) -> object:
    if isinstance(value, str) and _NUMBER.fullmatch(value.strip()):
        return value.strip()
    raise refusal("number", message("a number as the registry gives it, 134 or 12a, without the symbol"))


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class Authority(_Strict):
    """On whose behalf somebody signs: TM. (for a collective), KT. (for the head), TL. (by order), TUQ. (mandated)."""

    form: Literal["TM", "KT", "TL", "TUQ"]
    of: Text


class Signer(_Strict):
    """Who signs; `acting` puts Q. before the post."""

    authority: tuple[Authority, ...] = ()
    post: Text | None = None
    acting: Literal["yes", "no"] = "no"
    name: Text | None = None


class Submission(_Strict):
    """The paper by which the decision was proposed."""

    by: Text
    number: Text
    date: Annotated[Day, BeforeValidator(_day)]


class Meta(_Strict):
    """What is told of a document; everything may be left out, and is then blank.

    superior, issuer: names of bodies as in running text; decides: who decides, in a decision; to: the addressees of
    a letter; grounds: the legal grounds, without their punctuation; passages: written paragraphs by the place where
    they stand, as `recommendations`.
    """

    superior: Text | None = None
    issuer: Text | None = None
    number: Annotated[str, BeforeValidator(_number)] | None = None
    symbol: Text | None = None
    place: Text | None = None
    date: Annotated[Day, BeforeValidator(_day)] | None = None
    subject: Text | None = None
    decides: Text | None = None
    grounds: tuple[Text, ...] = ()
    submission: Submission | None = None
    to: tuple[Text, ...] = ()
    executors: Text | None = None
    recipients: tuple[Text, ...] = ()
    signer: Signer = Signer()
    passages: dict[Text, tuple[Text, ...]] = {}


def read(raw: bytes, name: str = "meta.yaml") -> Meta:
    """What a meta.yaml tells; InputError with line and column for everything that is wrong in it."""
    return typed(raw, name, Meta, FORM)[0]
