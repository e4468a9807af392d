"""What an official document needs and no result holds: who issues it, its number, its date, who signs.

issuer: Ủy ban nhân dân tỉnh Kon Tum
number: 134
symbol: QĐ-UBND
date: 2018-03-27
"""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from chiso.engine.errors import message
from chiso.engine.framework.schema import refusal
from chiso.engine.loading import Form, typed
from chiso.report.official.around import Asked, Checked, Party, Period, Phase, Task, Text, Told, Vote
from chiso.report.official.days import Date, Day, Time

__all__ = ["FORM", "Authority", "Day", "Meta", "Signer", "Submission", "read"]

FORM = Form(
    message("what a document needs beside its result: keys with values"),
    message("one document in a file"),
    message("check that it is the right file"),
    "docs/documents.md",
)
_NUMBER = re.compile(r"[1-9]\d{0,5}[a-z]?")


def _number(value: object) -> object:
    if isinstance(value, str) and _NUMBER.fullmatch(value.strip()):
        return value.strip()
    raise refusal("number", message("a number as the registry gives it, 134 or 12a, without the symbol"))


class Authority(Told):
    """On whose behalf somebody signs: TM. (for a collective), KT. (for the head), TL. (by order), TUQ. (mandated)."""

    form: Literal["TM", "KT", "TL", "TUQ"]
    of: Text


class Signer(Told):
    """Who signs; `acting` puts Q. before the post."""

    authority: tuple[Authority, ...] = ()
    post: Text | None = None
    acting: Literal["yes", "no"] = "no"
    name: Text | None = None


class Submission(Told):
    """The paper by which the decision was proposed."""

    by: Text
    number: Text
    date: Date


class Meta(Told):
    """What is told of a document; everything may be left out, and is then blank.

    superior, issuer: names of bodies as in running text; decides: who decides, in a decision; to: the addressees of
    a letter; grounds: the legal grounds, without their punctuation; passages: written paragraphs by the place where
    they stand, as `recommendations`.
    Of the papers around a cycle: period, of which the numbers are told; deadline; channel, by which answers come;
    contact; phases and tasks of a plan; opened, closed, venue, parties, agenda and votes of a meeting; asked and
    checked; evidence, by question or criterion; attached, the papers that go along; block, of a blank form.
    """

    superior: Text | None = None
    issuer: Text | None = None
    number: Annotated[str, BeforeValidator(_number)] | None = None
    symbol: Text | None = None
    place: Text | None = None
    date: Date | None = None
    subject: Text | None = None
    decides: Text | None = None
    grounds: tuple[Text, ...] = ()
    submission: Submission | None = None
    to: tuple[Text, ...] = ()
    executors: Text | None = None
    recipients: tuple[Text, ...] = ()
    signer: Signer = Signer()
    passages: dict[Text, tuple[Text, ...]] = Field(default_factory=dict)
    period: Period | None = None
    deadline: Date | None = None
    channel: Text | None = None
    contact: Text | None = None
    phases: tuple[Phase, ...] = ()
    tasks: tuple[Task, ...] = ()
    opened: Time | None = None
    closed: Time | None = None
    venue: Text | None = None
    parties: tuple[Party, ...] = ()
    agenda: tuple[Text, ...] = ()
    votes: tuple[Vote, ...] = ()
    asked: tuple[Asked, ...] = ()
    checked: tuple[Checked, ...] = ()
    evidence: dict[Text, tuple[Text, ...]] = Field(default_factory=dict)
    attached: tuple[Text, ...] = ()
    block: Text | None = None


def read(raw: bytes, name: str = "meta.yaml") -> Meta:
    """What a meta.yaml tells; InputError with line and column for everything that is wrong in it."""
    return typed(raw, name, Meta, FORM)[0]
