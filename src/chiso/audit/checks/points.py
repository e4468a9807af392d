"""Shares that rose or fell by so many percent where percentage points are meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from chiso.audit import stated
from chiso.audit.findings import Finding, Outcome
from chiso.audit.percentages import nearest
from chiso.audit.recomputing import text
from chiso.audit.subject import Subject
from chiso.engine.errors import message
from chiso.tables.cells import Paragraph
from chiso.tables.numbers import parse

_CHANGE = re.compile(
    r"(?P<share>\d+(?:[.,]\d+)? ?%), (?P<way>tăng|giảm) (?P<nearly>gần |trên |hơn |khoảng )?"
    r"(?P<by>\d+(?:[.,]\d+)?) ?% so với"
)


def check(subject: Subject) -> Iterator[Outcome]:
    """What is found of changes of shares in the prose, by the number of units that the text states."""
    wholes = list(stated.wholes(subject))
    for paragraph in subject.prose:
        for match in _CHANGE.finditer(paragraph.text):
            share = parse(match["share"])[-1].number
            fitting = [each for each in wholes if nearest(each.count, share.value, share.decimals).verdict == "rounded"]
            for whole in fitting[-1:]:
                yield from _of(match, whole.count, paragraph)


def _of(match: re.Match[str], whole: int, paragraph: Paragraph) -> Iterator[Finding]:
    share = parse(match["share"])[-1].number
    now = nearest(whole, share.value, share.decimals).count
    by = parse(f"{match['by']}%")[-1].number
    sign = 1 if match["way"] == "tăng" else -1
    low, high = _range(by.value, by.decimals, (match["nearly"] or "").strip())
    as_points = [k for k in range(whole + 1) if low <= Fraction(100 * sign * (now - k), whole) < high]
    as_percent = [k for k in range(1, whole + 1) if low <= Fraction(100 * sign * (now - k), k) < high]
    if len(as_points) != 1 or as_percent:
        return
    before = nearest(whole, Fraction(100 * as_points[0], whole), share.decimals)
    points = Fraction(100 * abs(now - as_points[0]), whole)
    said = match[0].partition(", ")[2].removesuffix(" so với")
    what = message(
        "“{said}”: percentage points are meant, not percent: {count}/{whole} after {before}/{whole} is a change of "
        "{points} points; no count of {whole} fits a change by that percentage",
        said=said,
        count=now,
        whole=whole,
        before=before.count,
        points=_text(points),
    )
    yield Finding("points", paragraph.at, said, f"{_text(points)} điểm phần trăm", what, (), "likely")


def _range(by: Fraction, decimals: int, nearly: str) -> tuple[Fraction, Fraction]:
    """What a printed change may stand for: rounded or cut off; `gần` is a little less, `trên` a little more."""
    unit = Fraction(1, 10**decimals)
    if nearly == "gần":
        return by - unit, by
    if nearly in ("trên", "hơn"):
        return by, by + unit
    return by - unit / 2, by + unit


def _text(number: Fraction) -> str:
    return text(number, 1).replace(".", ",")
