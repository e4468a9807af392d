"""Totals and ranks of printed numbers, computed by the functions that score an assessment: `score` and `rank`."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from flint import fmpq

from chiso.engine.answers import Row, Units, build
from chiso.engine.framework import Framework
from chiso.engine.quantities import decimal_text
from chiso.engine.ranking import rank
from chiso.engine.scoring import Scores, score

DECIMALS = 6
"""More than any printed number has: sums of printed numbers are exact."""


def totals(parts: Sequence[Sequence[Fraction]]) -> list[Fraction]:
    """The sum of the parts of each row."""
    if not parts:
        return []
    scores = _scores(_framework(len(parts[0]), "competition", 0), parts)
    return [Fraction(text or "0") for text in scores.printed("T")]


def ranks(
    keys: Sequence[Sequence[Fraction] | None], ties: str = "competition", *, last: bool = False
) -> list[int | None]:
    """The rank of each row by its numbers, the first deciding, greatest first; None for a row without numbers.

    ties: as in a framework; last: rows without numbers get the number of rows.
    """
    width = max((len(key) for key in keys if key is not None), default=1)
    framework = _framework(0, ties, width - 1, last)
    scores = _scores(framework, [key or () for key in keys])
    places = rank(scores).tables[0].of if keys else {}
    return [places[f"u{row}"].rank for row in range(len(keys))]


def _framework(parts: int, ties: str, keys: int, last: bool = False) -> Framework:
    """A framework of one total over given parts (or given itself), ranked by it and by further numbers."""
    given: dict[str, Any] = {"max": "unknown", "formula": {"kind": "given"}}
    leaves = [{"code": f"P{place}", "name": f"P{place}", "clause": "-", **given} for place in range(parts)]
    order = [{"order": "descending"}, *({"by": f"k{place}", "order": "descending"} for place in range(keys))]
    top: dict[str, Any] = {
        "code": "T", "name": "T", "clause": "-",
        "rank": {"keys": order, "ties": ties, "without_result": "last" if last else "listed"},
        **({"children": leaves} if parts else given),
    }  # fmt: skip
    asked = [{"id": f"k{place}", "name": f"k{place}", "type": "number", "unit": "u"} for place in range(keys)]
    return Framework.model_validate(
        {
            "schema": "1", "id": "audit", "title": "audit", "nature": "example", "unknown": "true",
            "blocks": [{"id": "b", "name": "b"}], "missing": "blank", "not_applicable": "omit",
            "print": {"leaf": str(DECIMALS), "group": str(DECIMALS), "total": str(DECIMALS)},
            "questions": asked, "criteria": [top],
        }
    )  # fmt: skip


def _scores(framework: Framework, rows: Sequence[Sequence[Fraction]]) -> Scores:
    units = Units.of(tuple(f"u{row}" for row in range(len(rows))), "b")
    leaves = [node.code for node in framework.walk() if node.given]
    names = [*leaves, *(question.id for question in framework.questions)]
    answers = [
        Row(f"u{row}", "", name, text(number))
        for row, numbers in enumerate(rows)
        for name, number in zip(names, numbers, strict=False)
    ]
    return score(framework, build(framework, units, answers))


def text(number: Fraction, decimals: int | None = None) -> str:
    """The digits of a number with a dot: all of them where no decimals are said, else rounded half away from zero."""
    places = _places(number) if decimals is None else decimals
    return decimal_text(fmpq(number.numerator, number.denominator), places)


def _places(number: Fraction) -> int:
    return next((places for places in range(DECIMALS) if (number * 10**places).denominator == 1), DECIMALS)
