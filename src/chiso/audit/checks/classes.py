"""Printed classes against the totals, the limits they imply, and limits in the prose that leave a gap."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from chiso.audit.findings import Confirmed, Finding, Move, Outcome, Rule, Undecided
from chiso.audit.limits import Band, classed, limits
from chiso.audit.published import Published
from chiso.audit.recomputing import text
from chiso.audit.subject import Subject, title_at
from chiso.engine.errors import message
from chiso.tables.cells import Address, Paragraph

_RANGE = re.compile(r"từ (\d+)\s*[-–]\s*(?:dưới )?(\d+)( điểm)", re.I)

MOST_WRONG = Fraction(1, 4)
"""The share of rows against every limit from which on classes are taken not to follow the totals at all."""

Classed = tuple[Published, int, str, Fraction]


def check(subject: Subject) -> Iterator[Outcome]:
    """What is found of every table with classes, and of the limits that the prose states."""
    tables = [table for table in subject.tables if list(classed(table))]
    if tables:
        yield from _of(tables)
    yield from _gaps(subject.prose)


def _of(tables: Sequence[Published]) -> Iterator[Outcome]:
    """Tables of one document have the same classes, and so the same limits."""
    rows: list[Classed] = [(table, *each) for table in tables for each in classed(table)]
    wrong = _contradicting(rows)
    right = sorted((row for number, row in enumerate(rows) if number not in wrong), key=lambda row: row[3])
    at = title_at(tables[0])
    if len(wrong) > MOST_WRONG * len(rows):
        what = message("the classes cannot be checked: they do not follow the totals")
        yield Undecided("class", at, what)
        return
    for number in sorted(wrong):
        yield _finding(right, rows[number])
    held = len(rows) - len(wrong)
    what = message("{count} classes agree with one set of limits on the totals", count=held)
    yield Confirmed("class", at, held, what)
    if not wrong:
        yield from _limits(limits(*tables), at, held)


def _order(rows: Sequence[Classed]) -> list[str]:
    """The classes, best first by their middle totals."""
    values: dict[str, list[Fraction]] = {}
    for _, _, name, value in rows:
        values.setdefault(name, []).append(value)
    return sorted(values, key=lambda name: sorted(values[name])[len(values[name]) // 2], reverse=True)


def _contradicting(rows: Sequence[Classed]) -> set[int]:
    """The places of the rows on the wrong side of the limits: each limit lies where the fewest rows contradict it."""
    order = {name: place for place, name in enumerate(_order(rows))}
    wrong: set[int] = set()
    for place in range(1, len(order)):
        limit = _limit([(row[3], order[row[2]] < place) for row in rows])
        wrong |= {number for number, row in enumerate(rows) if (order[row[2]] < place) != (row[3] >= limit)}
    return wrong


def _limit(rows: Sequence[tuple[Fraction, bool]]) -> Fraction:
    """The least total of the better classes that the fewest rows contradict; the highest of equally good ones.

    rows: the total of each, and whether its class is one of the better ones.
    """
    ordered = sorted(rows, reverse=True)
    errors = sum(better for _, better in ordered)
    best, limit = errors, ordered[0][0] + 1
    for place, (value, better) in enumerate(ordered):
        errors += -1 if better else 1
        # Equal totals lie on the same side.
        if errors < best and (place + 1 == len(ordered) or ordered[place + 1][0] != value):
            best, limit = errors, value
    return limit


def _finding(right: Sequence[Classed], found: Classed) -> Finding:
    table, row, name, value = found
    place = bisect_left(right, value, key=lambda each: each[3])
    near = min(right[max(place - 1, 0) : place + 1], key=lambda each: abs(each[3] - value))
    place, total = table.place("class") or 0, table.place("total", "score") or 0
    unit = table.subject(row)
    what = message(
        "{unit} with {total} is classed {printed}; {other} with {beside} is classed {computed}",
        unit=unit,
        total=table.cell(row, total).text,
        printed=name,
        other=near[0].subject(near[1]),
        beside=near[0].cell(near[1], near[0].place("total", "score") or 0).text,
        computed=near[2],
    )
    return Finding("class", table.at(row, place), name, near[2], what, (Move(unit, "class", name, near[2]),))


def _limits(bands: Sequence[Band], at: Address, rows: int) -> Iterator[Rule]:
    for better, worse in pairwise(bands):
        above, up_to = text(worse.most), text(better.least)
        what = message(
            "the lower limit of the class {name} lies above {above} and is at most {up_to}",
            name=better.name,
            above=above,
            up_to=up_to,
        )
        yield Rule("limits", at, f"{better.name}: ({above}; {up_to}]", rows, rows, what)


def _gaps(prose: Sequence[Paragraph]) -> Iterator[Outcome]:
    """Classes written with whole limits that leave room between one's end and the next one's beginning."""
    written = [(paragraph, match) for paragraph in prose for match in _RANGE.finditer(paragraph.text)]
    found = sorted(
        ((int(match[1]), int(match[2]), paragraph) for paragraph, match in written),
        key=lambda each: each[0],
        reverse=True,
    )
    gaps = [(worse[1], better[0]) for better, worse in pairwise(found) if worse[1] < better[0]]
    if not gaps:
        return
    shown = ", ".join(f"{end}-{begin}" for end, begin in gaps)
    what = message(
        "the limits of the classes leave gaps: no class is said for points between {gaps}",
        gaps=", ".join(f"{end} – {begin}" for end, begin in gaps),
    )
    first = min((paragraph for *_, paragraph in found), key=lambda paragraph: paragraph.at.line)
    printed = "; ".join(f"{low}-{high}" for low, high, _ in found)
    yield Finding("class_gap", first.at, printed, shown, what)
