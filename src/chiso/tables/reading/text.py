"""Plain text to texts and grids: rows with `|` or tabs, one cell a line, and the prose around them."""

from __future__ import annotations

from collections.abc import Iterator

from chiso.tables.cells import tidy
from chiso.tables.reading import piped, stacked
from chiso.tables.reading.blocks import Block, Grid, Text
from chiso.tables.reading.piped import Line


def blocks(text: str) -> Iterator[Block]:
    """The tables of a text and the lines between them, each with its number from 1."""
    lines = [Line(number, line) for number, line in enumerate(text.split("\n"), 1)]
    yield from of_lines([Line(line.number, line.text.rstrip("\r")) for line in lines])


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


def _grid(lines: list[Line], place: int) -> tuple[Grid, int] | None:
    text = lines[place].text
    if stacked.begins(text):
        return stacked.grid(lines, place)
    return piped.grid(lines, place) if piped.is_row(text) else None
