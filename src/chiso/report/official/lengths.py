"""How long a line of bold Times New Roman is, for rules that are a share of a line and columns that break no word."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from chiso.engine.errors import InputError, Problem, message
from chiso.report.document import Table
from chiso.report.official.breaking import LONGEST
from chiso.report.official.form import MEASURES, PAGE

SIZES = (MEASURES.table, MEASURES.table - 1, MEASURES.table - 2)
"""Points of the text of tables: those that are too wide for the first are set in a smaller one."""
PADDING = 130
"""Twentieths of a point on both sides of a cell's text together, with a little play."""
# Thousandths of the size, from the metrics of Times Bold; marks above and below a letter do not widen it.
_WIDTHS = {
    **dict(zip("ABCDEFGHIJKLM", (722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944), strict=True)),
    **dict(zip("NOPQRSTUVWXYZ", (722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667), strict=True)),
    **dict(zip("abcdefghijklm", (500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833), strict=True)),
    **dict(zip("nopqrstuvwxyz", (556, 500, 556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444), strict=True)),
    **dict.fromkeys("0123456789", 500),
    **dict(zip(" -,./():;–…Đđ", (250, 333, 250, 250, 278, 333, 333, 333, 333, 500, 1000, 722, 556), strict=True)),
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

    What is left over goes first to the columns of names and texts up to their longest one, and of classes up to two
    lines, in proportion to what each wants, then to all. InputError where even the smallest size is too wide.
    """
    for size in SIZES:
        least = [_least(table, place, size) for place in range(len(table.columns))]
        if sum(least) <= room:
            return Setting(size, _spread(table, least, room - sum(least), size))
    raise InputError([_too_wide(table, room, sum(least))])


def _spread(table: Table, least: Sequence[int], spare: int, size: int) -> tuple[int, ...]:
    more = [max(_wanted(table, place, size) - own, 0) for place, own in enumerate(least)]
    # Where not all get what they want each gets its share, so that cells of long texts are about as high as others.
    given = more if sum(more) <= spare else [want * spare // sum(more) for want in more]
    widths = [own + each for own, each in zip(least, given, strict=True)]
    share = (spare - sum(given)) // len(widths)
    return tuple(width + share for width in widths)


def _wanted(table: Table, place: int, size: int) -> int:
    """The width that a column of names or texts has its longest cell on one line with, one of classes on two."""
    column = table.columns[place]
    if column.kind not in ("name", "text", "class"):
        return 0
    longest = max((line_length(part, size) for row in table.rows for part in row[place].text.split("\n")), default=0)
    return longest * (6 if column.kind == "class" else 10) // 10 + PADDING


def _least(table: Table, place: int, size: int) -> int:
    """The width of the longest word in the head and in the cells of a column; numbers are words, and never broken."""
    column = table.columns[place]
    words = [word[:LONGEST] for word in f"{column.title} ({column.note})".split()]
    for row in table.rows:
        words += [row[place].text] if column.numeric else [word[:LONGEST] for word in row[place].text.split()]
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
