"""A page of a PDF: its ruled tables cell by cell, its lines, tables without rules by the gaps between words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import Any

from chiso.tables.cells import tidy
from chiso.tables.reading import text
from chiso.tables.reading.blocks import Block, Grid, Piece, Text
from chiso.tables.reading.piped import Line

_SNAP = 2.5
"""Points within which two edges are one."""
_GAP = 0.9
"""The blank between two words, as a share of the letters' height, from which on they stand in two columns."""

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


def _inside(char: dict[str, Any], box: Box) -> bool:
    """Whether the middle of a letter lies in a box."""
    across, down = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
    return bool(box[0] <= across <= box[2] and box[1] <= down <= box[3])


def _grid(cells: Sequence[Box], chars: list[dict[str, Any]], number: int) -> Grid:
    """The grid of boxes, each with the words whose letters lie in it; a box over several rows or columns is merged."""
    across = _edges([side for cell in cells for side in (cell[0], cell[2])])
    down = _edges([side for cell in cells for side in (cell[1], cell[3])])
    rows: list[list[Piece | None]] = [[None] * (len(across) - 1) for _ in range(len(down) - 1)]
    for cell in cells:
        inside = [char for char in chars if _inside(char, cell)]
        piece = Piece(_unbroken([tidy(line.replace("\t", " ")) for _, line in _lines(inside)]), page=number)
        for row in rows[_place(down, cell[1]) : _place(down, cell[3])]:
            for column in range(_place(across, cell[0]), _place(across, cell[2])):
                row[column] = piece
    whole = [[piece or Piece("", page=number) for piece in row] for row in rows]
    return Grid(whole, bounds=tuple(across))


def _unbroken(lines: list[str]) -> str:
    """The lines of a cell as one: a blank between them, none after the hyphen or slash inside a word."""
    said = ""
    for line in lines:
        within = len(said) > 1 and said[-1] in "-/" and said[-2].isalnum() and line[:1].isalnum()
        said += line if within or not said else f" {line}"
    return said


def _edges(sides: list[float]) -> list[float]:
    """The sides without those that repeat another."""
    edges: list[float] = []
    for side in sorted(sides):
        if not edges or side - edges[-1] > _SNAP:
            edges.append(side)
    return edges


def _place(edges: list[float], side: float) -> int:
    return min(bisect_left(edges, side - _SNAP), len(edges) - 1)


def _lines(chars: list[dict[str, Any]]) -> list[tuple[float, str]]:
    """The lines of letters from top to bottom, each with its top: words by blanks, columns by tabs."""
    lines: list[list[dict[str, Any]]] = []
    for char in sorted(chars, key=lambda each: (each["bottom"], each["x0"])):
        # Small letters above or under a line (marks of footnotes) belong to it.
        if lines and char["top"] < lines[-1][0]["bottom"] - 0.4 * (char["bottom"] - char["top"]):
            lines[-1].append(char)
        else:
            lines.append([char])
    said = ((min(char["top"] for char in line), _said(line)) for line in lines)
    return [(top, line) for top, line in said if line.strip()]


def _said(line: list[dict[str, Any]]) -> str:
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
