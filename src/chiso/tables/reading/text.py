"""Plain text to texts and grids: rows with `|` or tabs, one cell a line, and the prose around them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chiso.tables.cells import tidy
from chiso.tables.reading import piped, stacked
from chiso.tables.reading.blocks import Block, Grid, Text
from chiso.tables.reading.piped import Line

_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
_LEAST = 3
"""Lines with as many gaps that stand in columns."""


def blocks(text: str) -> Iterator[Block]:
    """The tables of a text and the lines between them, each with its number from 1."""
    lines = [Line(number, line.rstrip("\r")) for number, line in enumerate(text.split("\n"), 1)]
    yield from of_lines(_tabbed(lines))


def of_lines(lines: list[Line]) -> Iterator[Block]:
    """The tables and texts of numbered lines."""
    place = 0
    while place < len(lines):
        found = _grid(lines, place)
        if found:
            grid, place = found
            yield grid
            continue
        line = lines[place]
        if line.text.strip():
            yield Text(tidy(line.text.replace("|", " ")), line=line.number)
        place += 1


def _tabbed(lines: list[Line]) -> list[Line]:
    """The lines, those that stand in columns by blanks alone written with tabs: three or more with as many gaps."""
    gaps = [0 if "|" in line.text or "\t" in line.text else len(_GAP.findall(line.text)) for line in lines]
    found = list(lines)
    start = 0
    for place in range(1, len(lines) + 1):
        if place < len(lines) and gaps[place] == gaps[start]:
            continue
        if gaps[start] and place - start >= _LEAST:
            found[start:place] = [Line(line.number, _GAP.sub("\t", line.text)) for line in lines[start:place]]
        start = place
    return found


def _grid(lines: list[Line], place: int) -> tuple[Grid, int] | None:
    text = lines[place].text
    if stacked.begins(text):
        return stacked.grid(lines, place)
    return piped.grid(lines, place) if piped.is_row(text) else None
