"""Which ranks and classes of a table change when some of its numbers do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from chiso.audit.findings import Move
from chiso.audit.limits import limits, possible
from chiso.audit.published import Published
from chiso.audit.recomputing import ranks


def moves(table: Published, place: int, corrected: Mapping[int, Fraction]) -> tuple[Move, ...]:
    """The moves when the numbers of some rows in the column at `place` are the corrected ones."""
    return (*_ranks(table, place, corrected), *_classes(table, place, corrected))


def _ranks(table: Published, place: int, corrected: Mapping[int, Fraction]) -> Iterator[Move]:
    if not table.ranked or place != table.place("total", "score"):
        return
    printed = [table.number(row, place) for row in table.body]
    after = [corrected.get(row, value) for row, value in zip(table.body, printed, strict=True)]
    was, now = (ranks([None if v is None else (v,) for v in values]) for values in (printed, after))
    for row, old, new in zip(table.body, was, now, strict=True):
        if old is not None and old != new:
            yield Move(table.subject(row), "rank", str(old), str(new))


def _classes(table: Published, place: int, corrected: Mapping[int, Fraction]) -> Iterator[Move]:
    column = table.place("class")
    if column is None or place != table.place("total", "score"):
        return
    found = limits(table)
    for row, value in corrected.items():
        printed = table.cell(row, column).text
        names = possible(found, value)
        if printed and names and names != (printed,):
            yield Move(table.subject(row), "class", printed, " | ".join(names))
