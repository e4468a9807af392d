"""Rows with fewer cells than the table has columns: which columns their cells belong to.

A text that was taken from a page loses two things: cells that a merged cell of a row above covers, and cells that held
nothing but a link. What is left is put under the columns that it fits, in order, by what the whole rows hold there
and by what the header says (`Địa chỉ Website` holds no number).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from enum import Enum
from functools import cache

from chiso.tables.numbers import absent, parse
from chiso.tables.reading.blocks import Piece
from chiso.tables.reading.shaping import is_ordinal

_ADDRESS = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+(?:/\S*)?|\S+@\S+", re.IGNORECASE)
_ADDRESS_COLUMN = re.compile(r"website|\burl\b|\blink\b|đường dẫn|trang web|e-?mail", re.IGNORECASE)
_ORDINAL_COLUMN = re.compile(r"stt|tt|số tt|hạng|thứ hạng|xếp hạng|số thứ tự|no\.?|#", re.IGNORECASE)


class Kind(Enum):
    """What a cell or a column holds."""

    BLANK, ORDINAL, NUMBER, PERCENT, ADDRESS, ABSENT, WORDS, UNKNOWN = range(8)


_MISFIT, _NEAR, _GAP, _LEAD = 20, 2, 3, 1
_NUMERIC = (Kind.ORDINAL, Kind.NUMBER, Kind.PERCENT)


def kinds(header: Sequence[str], rows: Sequence[Sequence[str]]) -> list[Kind]:
    """What each column holds: by its name where that tells, else what most whole rows have there."""
    found = []
    for place, name in enumerate(header):
        counted = Counter(kind_of(row[place]) for row in rows if len(row) == len(header))
        for silent in (Kind.BLANK, Kind.ABSENT):
            del counted[silent]
        if _ADDRESS_COLUMN.search(name):
            found.append(Kind.ADDRESS)
        elif _ORDINAL_COLUMN.fullmatch(name):
            found.append(Kind.ORDINAL)
        else:
            found.append(counted.most_common(1)[0][0] if counted else Kind.UNKNOWN)
    return found


def places(row: Sequence[str], columns: Sequence[Kind]) -> list[int]:
    """The column, from 0, of each cell of a row that has fewer cells than there are columns."""
    held = [kind_of(text) for text in row]

    @cache
    def best(cell: int, column: int) -> tuple[int, tuple[int, ...]]:
        """The least cost of placing the cells from `cell` on in the columns from `column` on."""
        if cell == len(held):
            return 0, ()
        last = len(columns) - (len(held) - cell)
        options = []
        for place in range(column, last + 1):
            skipped = (place - column) * (_LEAD if cell == 0 else _GAP)
            rest, taken = best(cell + 1, place + 1)
            options.append((skipped + _cost(held[cell], columns[place]) + rest, (place, *taken)))
        return min(options)

    return list(best(0, 0)[1])


def aligned(row: Sequence[Piece], columns: Sequence[Kind], above: Sequence[Piece] | None) -> list[Piece]:
    """The row as wide as the table, its cells under their columns.

    Where it begins with no cell of its own, the row above covers what it lacks; elsewhere what it lacks is blank.
    """
    taken = dict(zip(places([piece.text for piece in row], columns), row, strict=True))
    for printed, piece in enumerate(row, 1):
        piece.column = printed
    covered = above if 0 not in taken else None
    beside = row[0]
    return [
        taken.get(place) or (covered[place] if covered else Piece("", beside.page, beside.line, beside.sheet))
        for place in range(len(columns))
    ]


def kind_of(text: str) -> Kind:
    """What a cell holds."""
    if not text:
        return Kind.BLANK
    if is_ordinal(text):
        return Kind.ORDINAL
    readings = parse(text)
    if readings:
        return Kind.PERCENT if readings[0].number.percent else Kind.NUMBER
    if _ADDRESS.fullmatch(text):
        return Kind.ADDRESS
    if absent(text):
        return Kind.ABSENT
    if "%" in text and len(text) < 20:  # Several values in one cell: `74,66% 79,18%`.
        return Kind.PERCENT
    return Kind.WORDS


def _cost(cell: Kind, column: Kind) -> int:
    if cell in (Kind.BLANK, column) or column == Kind.UNKNOWN:
        return 0
    if cell in _NUMERIC and column in _NUMERIC:
        return _NEAR
    if cell == Kind.ABSENT or (cell == Kind.ADDRESS and column == Kind.WORDS):
        return _NEAR
    return _MISFIT
