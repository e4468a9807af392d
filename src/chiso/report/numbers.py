"""Numbers as a reader of the language writes them: 1.234,5 in Vietnamese, 1,234.5 in English."""

from __future__ import annotations

import re
from decimal import Decimal

from flint import arb

from chiso.engine.quantities import Exact, decimal_text
from chiso.engine.reasons import figure
from chiso.language import chosen

MINUS = "\N{MINUS SIGN}"
_MARKS = {"vi": (",", "."), "en": (".", ",")}
_FIGURES = re.compile(r"(?<![\w.])-?\d+(\.\d+)?(?!\w|\.\d)")
_GROUP = re.compile(r"(?<=\d)(?=(?:\d{3})+$)")
PERCENT_DECIMALS = 4


def number(value: Exact | arb | Decimal | int | str, language: str | None = None) -> str:
    """The digits of a number, every one of them, with the language's decimal mark and grouping.

    value: an exact number; or its text with a dot, which may be a fraction `1/3` or begin with `≈`; an irrational
    number (a ball) is shown with six decimals after `≈`.
    """
    if isinstance(value, Exact | arb):
        text = figure(value)
    elif isinstance(value, Decimal):
        text = f"{value:f}"
    else:
        text = str(value)
    return figures(text, language)


def figures(text: str, language: str | None = None) -> str:
    """A text of figures and signs with its numbers in the language's form and its minus signs as minus signs."""
    marks = _MARKS[language or chosen()]
    return _FIGURES.sub(lambda match: _marked(match.group(), marks), text).replace(f"+ {MINUS}", f"{MINUS} ")


def _marked(digits: str, marks: tuple[str, str]) -> str:
    decimal, group = marks
    whole, _, places = digits.removeprefix("-").partition(".")
    sign = MINUS if digits.startswith("-") else ""
    return f"{sign}{_GROUP.sub(group, whole)}{decimal + places if places else ''}"


def percent(share: Exact, language: str | None = None) -> str:
    """A share of 1 as a percentage: all decimals where they are few, else four of them after `≈`."""
    hundredfold = share * 100
    text = decimal_text(hundredfold)
    if "/" in text or len(text.partition(".")[2]) > PERCENT_DECIMALS:
        text = f"≈{decimal_text(hundredfold, PERCENT_DECIMALS)}"
    return f"{figures(text, language)}%"
