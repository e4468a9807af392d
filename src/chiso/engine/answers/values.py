"""One answer: from its text to a typed value and back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from flint import fmpq

from chiso.engine.errors import Message, message
from chiso.engine.expressions.evaluating import MISSING, NOT_APPLICABLE, PRESENT
from chiso.engine.framework.questions import Question
from chiso.engine.quantities import Exact, decimal_text, parts_of_decimal
from chiso.engine.quantities.decimals import scaled_text

NOT_APPLICABLE_TEXTS = frozenset({"n/a", "N/A"})
_YES = frozenset({"yes", "có", "true", "1", "x"})
_NO = frozenset({"no", "không", "false", "0"})
_PERCENT = re.compile(r"(\S+?)\s*%")
_HUGE = re.compile(r"[+-]?(\d{19,}([.,]\d*)?|\d+(\.\d+)?[eE][+-]?\d+|inf(inity)?|nan)", re.IGNORECASE)


@dataclass(frozen=True)
class Value:
    """A typed answer: its state; number as mantissa / 10^decimals, or the code of a yes (1), a no (0), an option."""

    state: int = PRESENT
    mantissa: int = 0
    decimals: int = 0
    text: str = ""

    @property
    def exact(self) -> Exact:
        """The number as it was answered."""
        return fmpq(self.mantissa, 10**self.decimals)


ABSENT = Value(MISSING)


class Refused(Exception):
    """An answer that cannot be read: what was found and what is expected."""

    def __init__(self, found: Message, expected: Message) -> None:
        self.found, self.expected = found, expected
        super().__init__(str(found))


def parse_value(question: Question, text: str, *, comma: bool = False) -> Value:
    """The typed value of an answer's text; Refused where the question does not allow it.

    An empty text is missing, `n/a` not applicable. `comma` takes the comma as the decimal mark.
    """
    text = text.strip()
    if not text:
        return ABSENT
    if text in NOT_APPLICABLE_TEXTS:
        if not question.not_applicable:
            raise Refused(message("n/a"), message("an answer: the framework does not allow n/a here"))
        return Value(NOT_APPLICABLE)
    if question.numeric:
        return _number(question, text, comma)
    if question.type == "yes_no":
        return _yes_no(text)
    if question.type == "choice":
        return _choice(question, text)
    if question.type == "date":
        _date(text)
    return Value(text=text)


def _date(text: str) -> None:
    try:
        known = date.fromisoformat(text).isoformat() == text
    except ValueError:
        known = False
    if not known:
        raise Refused(message("{text}", text=repr(text)[:40]), message("a date as 2026-11-21"))


def _yes_no(text: str) -> Value:
    folded = text.casefold()
    if folded in _YES or folded in _NO:
        return Value(mantissa=int(folded in _YES))
    raise Refused(message("{text}", text=repr(text)[:40]), message("yes or no"))


def _choice(question: Question, text: str) -> Value:
    ids = [option.id for option in question.options]
    if text in ids:
        return Value(mantissa=ids.index(text))
    raise Refused(message("{text}", text=repr(text)[:40]), message("one of {names}", names=", ".join(ids)))


def _number(question: Question, text: str, comma: bool) -> Value:
    percent = _PERCENT.fullmatch(text) if question.type == "share" else None
    digits = percent.group(1) if percent else text
    parts = parts_of_decimal(digits, comma=comma)
    if parts is None:
        raise Refused(*_not_a_number(text, comma))
    mantissa, decimals = parts
    exact = fmpq(mantissa, 10**decimals)
    whole = question.type in ("count", "money")
    if whole and exact.q != 1:
        raise Refused(message("{text}", text=text), message("a whole number"))
    least = question.least if question.least is not None else fmpq(0) if question.type != "number" else None
    most = question.most if question.most is not None else fmpq(100) if question.type == "share" else None
    if least is not None and exact < least:
        raise Refused(message("{text}", text=text), message("at least {least}", least=decimal_text(least)))
    if most is not None and exact > most:
        raise Refused(message("{text}", text=text), message("at most {most}", most=decimal_text(most)))
    if whole:
        return Value(mantissa=int(exact.p), text=str(exact.p))
    return Value(mantissa=mantissa, decimals=decimals)


def _not_a_number(text: str, comma: bool) -> tuple[Message, Message]:
    shown = repr(text if len(text) <= 40 else text[:37] + "…")
    mark = "," if comma else "."
    if _HUGE.fullmatch(text):
        expected = message("a number of at most 18 digits before the decimal mark, without exponent")
        return message("{text}", text=shown), expected
    other = "." if comma else ","
    if other in text:
        return message("{text}, with '{other}'", text=shown, other=other), message(
            "a number with '{mark}' as the decimal mark and no grouping", mark=mark
        )
    return message("the text {text}", text=shown), message("a number")


def value_text(question: Question, value: Value) -> str:
    """The canonical text of a value: what `parse_value` reads back the same."""
    if value.state == MISSING:
        return ""
    if value.state == NOT_APPLICABLE:
        return "n/a"
    if question.numeric:
        text = scaled_text(value.mantissa, value.decimals)
        return text.rstrip("0").rstrip(".") if "." in text else text
    if question.type == "yes_no":
        return "yes" if value.mantissa else "no"
    return question.options[value.mantissa].id if question.type == "choice" else value.text
