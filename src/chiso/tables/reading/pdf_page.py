"""A page of a PDF: its ruled tables cell by cell, its lines, tables without rules by the gaps between words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import Any

from chiso.tables.cells import tidy
from chiso.tables.reading import legacy, text
from chiso.tables.reading.blocks import Block, Grid, Piece, Text
from chiso.tables.reading.piped import Line

_SNAP = 2.5
"""Points within which two edges are one."""
_GAP = 0.9
"""The blank between two words, as a share of the letters' height, from which on they stand in two columns."""

_NEARLY = 0.5
"""Points that a full line may lack."""
_LETTERS = re.compile(r"[^\W\d_]+")

Char = dict[str, Any]
"""A letter of pdfplumber with its box."""
Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points."""


def blocks(page: Any, number: int) -> Iterator[Block]:
    """The blocks of a page of pdfplumber, from top to bottom."""
    tables = [table for table in page.find_tables() if len(table.cells) > 1]
    chars = [char for char in page.chars if char.get("upright", True)]
    outside = [char for char in chars if not any(_inside(char, table.bbox) for table in tables)]
    found: list[tuple[float, Block]] = []
    for table in tables:
        grid = _grid(table.cells, [char for char in chars if _inside(char, table.bbox)], number)
        found.append((table.bbox[1], grid))
    lines = _lines(outside)
    if tables:
        found.extend((top, Text(tidy(line.replace("\t", " ")), page=number)) for top, line in lines)
        found.sort(key=itemgetter(0))
        yield from (block for _, block in found)
        return
    for block in text.of_lines([Line(place, line) for place, (_, line) in enumerate(lines, 1)]):
        yield _paged(block, number)


def _inside(char: Char, box: Box) -> bool:
    """Whether the middle of a letter lies in a box."""
    across, down = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
    return bool(box[0] <= across <= box[2] and box[1] <= down <= box[3])


def _grid(cells: Sequence[Box], chars: list[Char], number: int) -> Grid:
    """The grid of boxes, each with the words whose letters lie in it; a box over several rows or columns is merged."""
    across = _edges([side for cell in cells for side in (cell[0], cell[2])])
    down = _edges([side for cell in cells for side in (cell[1], cell[3])])
    rows: list[list[Piece | None]] = [[None] * (len(across) - 1) for _ in range(len(down) - 1)]
    for cell in cells:
        inside = [char for char in chars if _inside(char, cell)]
        piece = Piece(_unbroken(inside, cell), page=number)
        for row in rows[_place(down, cell[1]) : _place(down, cell[3])]:
            for column in range(_place(across, cell[0]), _place(across, cell[2])):
                row[column] = piece
    whole = [[piece or Piece("", page=number) for piece in row] for row in rows]
    return Grid(whole, bounds=tuple(across))


def _unbroken(chars: list[Char], cell: Box) -> str:
    """The lines of a cell as one: a blank between them, none inside a word or number that was broken."""
    lines = [line for line in _grouped(chars) if _said(line).strip()]
    left = min((char["x0"] for char in chars), default=cell[0]) - cell[0]
    said = ""
    for place, line in enumerate(lines):
        words = tidy(_said(line).replace("\t", " "))
        broken = said and _is_broken(said, words, lines[place - 1], line, cell[2] - max(left, 0))
        said += words if broken or not said else f" {words}"
    return said


def _is_broken(said: str, words: str, above: list[Char], line: list[Char], edge: float) -> bool:
    """Whether a line begins with the rest of a word: after a hyphen or slash, or where one word filled the line above.

    A column that is narrower than a word breaks it anywhere. That is told from a word that fits just so by what is
    left of it: `h` of `Chính` is no syllable, and `00` after `1.682.0` is no number of its own.
    """
    first = words.split(" ", 1)[0]
    if len(said) > 1 and said[-1] in "-/" and said[-2].isalnum() and first[:1].isalnum():
        return True
    letters = [char for char in above if not char["text"].isspace()]
    start = min(line, key=itemgetter("x0"))
    full = max(char["x1"] for char in letters) + start["x1"] - start["x0"] > edge - _NEARLY
    if not full or " " in _said(above).strip():
        return False
    if first[:1].isdecimal():
        return said[-1].isdecimal() or (said[-1] in ".," and said[-2:-1].isdecimal())
    rest = _LETTERS.match(first)
    begins_anew = said[-1].islower() and first[:1].isupper()
    return bool(rest) and said[-1].isalpha() and not begins_anew and not legacy.is_syllable(rest[0] if rest else "")


def _edges(sides: list[float]) -> list[float]:
    """The sides without those that repeat another."""
    edges: list[float] = []
    for side in sorted(sides):
        if not edges or side - edges[-1] > _SNAP:
            edges.append(side)
    return edges


def _place(edges: list[float], side: float) -> int:
    return min(bisect_left(edges, side - _SNAP), len(edges) - 1)


def _lines(chars: list[Char]) -> list[tuple[float, str]]:
    """The lines of letters from top to bottom, each with its top: words by blanks, columns by tabs."""
    said = ((min(char["top"] for char in line), _said(line)) for line in _grouped(chars))
    return [(top, line) for top, line in said if line.strip()]


def _grouped(chars: list[Char]) -> list[list[Char]]:
    """The letters of each line, from top to bottom."""
    lines: list[list[Char]] = []
    for char in sorted(chars, key=lambda each: (each["bottom"], each["x0"])):
        # Small letters above or under a line (marks of footnotes) belong to it.
        if lines and char["top"] < lines[-1][0]["bottom"] - 0.4 * (char["bottom"] - char["top"]):
            lines[-1].append(char)
        else:
            lines.append([char])
    return lines


def _said(line: list[Char]) -> str:
    """The words of a line from left to right."""
    parts: list[str] = []
    end = 0.0
    blank = ""
    for char in sorted(line, key=itemgetter("x0")):
        if char["text"].isspace():
            blank = blank or " "
            continue
        height = char["bottom"] - char["top"]
        gap = char["x0"] - end if parts else 0.0
        if gap > _GAP * height:
            blank = "\t"
        elif gap > 0.2 * height:
            blank = blank or " "
        parts.append(blank if parts else "")
        parts.append(char["text"])
        blank = ""
        end = max(end, char["x1"])
    return "".join(parts)


def _paged(block: Block, number: int) -> Block:
    """The block of a page's lines with the page as its place."""
    pieces = [piece for row in block.rows for piece in row] if isinstance(block, Grid) else [block]
    for piece in pieces:
        piece.page, piece.line = number, 0
    return block
