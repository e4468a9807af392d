"""How long a line of bold Times New Roman is, for rules that are a share of a line and columns that break no word."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from chiso.engine.errors import InputError, Problem, message
from chiso.report.document import Cell, Table
from chiso.report.official.breaking import LONGEST
from chiso.report.official.form import MEASURES, PAGE

SIZES = (MEASURES.table, MEASURES.table - 1, MEASURES.table - 2)
"""Points of the text of tables: those that are too wide for the first are set in a smaller one."""
FINE = 1_000_000
"""The parts that the scale of widths is counted in."""
PADDING = 130
"""Twentieths of a point on both sides of a cell's text together, with a little play."""
_NUMBER = re.compile(r"[+−-]?[\d.,]+ ?%?(?: \[\d+\])?")
"""A number with its sign of percent and the mark of a note, in a column of texts."""
# Thousandths of the size, from the metrics of Times Bold; marks above and below a letter do not widen it.
_WIDTHS = {
    **dict(zip("ABCDEFGHIJKLM", (722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944), strict=True)),
    **dict(zip("NOPQRSTUVWXYZ", (722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667), strict=True)),
    **dict(zip("abcdefghijklm", (500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833), strict=True)),
    **dict(zip("nopqrstuvwxyz", (556, 500, 556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444), strict=True)),
    **dict.fromkeys("0123456789", 500),
    **dict(zip(" -,./():;–…Đđ", (250, 333, 250, 250, 278, 333, 333, 333, 333, 500, 1000, 722, 556), strict=True)),
    **dict(zip("%+−*&—", (1000, 570, 570, 500, 833, 1000), strict=True)),
    **dict(zip('%+−×=[]“”"&@', (1000, 570, 570, 570, 570, 333, 333, 500, 500, 555, 833, 930), strict=True)),
}


def line_length(text: str, size: int) -> int:
    """The length of a line in twentieths of a point.

    size: in points.
    """
    letters = unicodedata.normalize("NFD", text)
    widths = (_WIDTHS.get(letter, 600) for letter in letters if not unicodedata.combining(letter))
    return sum(widths) * size * 20 // 1000


def rule_length(lines: Sequence[str], size: int, most: int) -> int:
    """Two fifths of the longest line, or of the room that lines are broken in; in twentieths of a point."""
    return min(max(line_length(line, size) for line in lines), most) * 2 // 5


@dataclass(frozen=True)
class Setting:
    """How a table is set: the size of its text in points, and the widths of its columns in twentieths of a point."""

    size: int
    widths: tuple[int, ...]


def setting(table: Table, room: int) -> Setting:
    """The setting of a table in the room between the margins, in the greatest size that breaks no word.

    What is left over goes to the columns that want more, each up to its longest cell on one line, then to all.
    InputError where even the smallest size is too wide.
    """
    for size in SIZES:
        least = [_least(table, place, size) for place in range(len(table.columns))]
        if sum(least) <= room:
            return Setting(size, _spread(table, least, room, size))
    raise InputError([_too_wide(table, room, sum(least))])


def one_line(row: Sequence[Cell], found: Setting) -> bool:
    """Whether each cell of a row surely stands on one line; not sure of letters whose width is not known."""
    return all(
        known(cell.text) and line_length(cell.text, found.size) + PADDING <= width
        for cell, width in zip(row, found.widths, strict=True)
    )


def known(text: str) -> bool:
    """Whether the width of each letter of a text is known."""
    letters = unicodedata.normalize("NFD", text)
    return all(letter in _WIDTHS or unicodedata.combining(letter) for letter in letters)


def _spread(table: Table, least: Sequence[int], room: int, size: int) -> tuple[int, ...]:
    wants = [_wanted(table, place, size) for place in range(len(least))]
    most = [max(pair) for pair in zip(least, (want.most for want in wants), strict=True)]
    if sum(most) <= room:
        return tuple(own + (room - sum(most)) * own // sum(most) for own in most)
    return _shared(least, most, [want.weight for want in wants], room)


def _shared(least: Sequence[int], most: Sequence[int], weights: Sequence[int], room: int) -> tuple[int, ...]:
    """Widths in proportion to weights that fill the room, none below its least or above its most."""
    low, high = 0, FINE * room
    while high - low > 1:
        middle = (low + high) // 2
        if sum(_between(least, most, weights, middle)) <= room:
            low = middle
        else:
            high = middle
    return tuple(_between(least, most, weights, low))


def _between(least: Sequence[int], most: Sequence[int], weights: Sequence[int], scale: int) -> list[int]:
    each = zip(least, most, weights, strict=True)
    return [max(low, min(high, weight * scale // FINE)) for low, high, weight in each]


@dataclass(frozen=True)
class _Want:
    """The width from which on a column gains nothing, and the share that it should have of too small a room."""

    most: int
    weight: int


def _wanted(table: Table, place: int, size: int) -> _Want:
    """What a column wants: names and texts one line, classes two, heads over numbers two.

    The weight is the cube root of the sum of the squares of its lengths: so the sum of the squares of the heights of
    all cells is least, where a cell is as high as its length over its width.
    """
    column = table.columns[place]
    head = line_length(f"{column.title} ({column.note})" if column.note else column.title, size)
    if column.numeric:
        return _Want(head * 6 // 10 + PADDING, _root(head * head))
    lengths = [max(line_length(part, size) for part in row[place].text.split("\n")) for row in table.rows]
    longest = max(lengths, default=0) * (6 if column.kind == "class" else 10) // 10
    return _Want(max(longest, head * 6 // 10) + PADDING, _root(head * head + sum(each * each for each in lengths)))


def _root(value: int) -> int:
    """Tenths of the cube root."""
    return int(10 * math.cbrt(value))


def _least(table: Table, place: int, size: int) -> int:
    """The width of the longest word in the head and in the cells of a column; numbers are words, and never broken."""
    column = table.columns[place]
    words = [word[:LONGEST] for word in f"{column.title} ({column.note})".split()]
    for row in table.rows:
        whole = column.numeric or _NUMBER.fullmatch(row[place].text)
        words += [row[place].text] if whole else [word[:LONGEST] for word in row[place].text.split()]
    return max(line_length(word, size) for word in words) + PADDING


def _too_wide(table: Table, room: int, least: int) -> Problem:
    return Problem(
        table.title,
        message("a table of {count} columns, {width} mm wide at least", count=len(table.columns), width=_mm(least)),
        message("at most {width} mm", width=_mm(room)),
        message("write it as XLSX or HTML, or rank by fewer parts"),
    )


def _mm(twentieths: int) -> int:
    return twentieths * 254 // 14400


def room(*, wide: bool) -> int:
    """The width between the margins, in twentieths of a point."""
    return (PAGE[int(wide)] - MEASURES.left - MEASURES.right) * 14400 // 254
