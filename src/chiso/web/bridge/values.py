"""What people type, as the canonical text of an answer, and back in the reader's way of writing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from chiso.engine.answers.values import NOT_APPLICABLE_TEXTS, Refused, parse_value, value_text
from chiso.engine.framework import Question
from chiso.language import chosen
from chiso.messages import Message, message
from chiso.report.numbers import figures
from chiso.tables.numbers import parse as readings

_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
NOT_APPLICABLE = "n/a"


@dataclass(frozen=True)
class Unread:
    """A text that is no answer to its question: what was found, and what is expected."""

    found: Message
    expected: Message


def read(question: Question, text: str) -> str | Unread:
    """The canonical text of what was typed in the language in use, empty for none."""
    text = " ".join(text.split()) if question.type not in ("text", "rows") else text.strip()
    if not text:
        return ""
    if text.casefold() in {each.casefold() for each in NOT_APPLICABLE_TEXTS}:
        text = NOT_APPLICABLE
    elif question.numeric:
        found = _plain_number(question, text)
        if isinstance(found, Unread):
            return found
        text = found
    elif question.type == "date":
        text = _plain_day(text)
    try:
        return value_text(question, parse_value(question, text))
    except Refused as refused:
        return Unread(refused.found, refused.expected)


def canonical(question: Question, text: str) -> str:
    """A canonical text as it is kept; ValueError where it is none, as a page that somebody tampered with sends it."""
    try:
        return value_text(question, parse_value(question, text))
    except Refused as refused:
        raise ValueError(str(refused.found)) from refused


def shown(question: Question, value: str) -> str:
    """A canonical text as a reader of the language in use writes it; what stands in an input field too."""
    if value in ("", NOT_APPLICABLE):
        return ""
    if question.numeric:
        return figures(value.replace("-", "\N{MINUS SIGN}") if value.startswith("-") else value)
    if question.type == "date" and chosen() == "vi":
        return "/".join(reversed(value.split("-")))
    return value


def _plain_number(question: Question, text: str) -> str | Unread:
    """A number without grouping and with a dot; the marks of the language decide where both readings are possible."""
    unread = Unread(message("the text {text}", text=repr(text[:40])), message("a number"))
    percent = question.type == "share"
    found = [
        reading
        for reading in readings(text)
        if reading.number.whole is None and not reading.number.qualifier and not reading.number.measure
        if percent or not reading.number.percent
    ]
    if not found:
        return unread
    if len(found) > 1:
        mark = "," if chosen() == "vi" else "."
        found = [reading for reading in found if reading.writing.decimal == mark or reading.number.decimals == 0]
        # In a count a mark between thousands can be nothing else; elsewhere 1.234 may be meant either way.
        whole = [reading for reading in found if reading.number.decimals == 0]
        if question.type in ("count", "money") and whole:
            found = whole
        elif len({str(reading.number) for reading in found}) > 1 or whole:
            return Unread(
                message("{text}, which may mean two numbers", text=text), message("a number without grouping")
            )
    return str(found[0].number).removesuffix("%")


def _plain_day(text: str) -> str:
    """A day as 2026-11-21, from 21/11/2026 too; any other text as it is."""
    found = _DAY.fullmatch(text)
    if found is None:
        return text
    day, month, year = (int(part) for part in found.groups())
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return text
