"""CSV and TSV to grids: comma, semicolon or tab, cells of several lines, with titles before and notes after."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from chiso.tables.cells import tidy
from chiso.tables.errors import Unreadable, message
from chiso.tables.reading.blocks import MOST_CELLS, Block, Grid, Piece, Text, too_many

SEPARATORS = "\t;,"
_SAMPLE = 200
"""Records from which the separator is told."""
_AGREEING = 0.9
_DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d)")

Record = tuple[int, list[str]]


def separator(text: str) -> str:
    """What separates the cells of a text that is a table all through; empty where it is something else."""
    if text[:4].casefold() == "sep=" and text[5:6] in ("\n", "\r"):
        return text[4]
    best: tuple[int, str] = (1, "")
    for mark in SEPARATORS:
        if mark in text[:100_000]:
            width = _width(text, mark)
            best = max(best, (width, mark), key=lambda each: each[0])
    return best[1]


def blocks(text: str, name: str, mark: str) -> Iterator[Block]:
    """The tables of a delimited text, parted by blank records; records of one cell are titles and notes.

    Raises:
        Unreadable: its quotation marks do not close, or it holds more cells than any table has.
    """
    records = _strict(text, name, mark)
    width = Counter(len(cells) for _, cells in records if _filled(cells) > 1).most_common(1)[0][0]
    if len(records) * width > MOST_CELLS:
        raise too_many(name)
    rows: list[list[Piece]] = []
    for line, cells in records:
        if _filled(cells) > 1 or (rows and len(cells) == width and cells[0]):
            rows.append(_row(line, cells, width))
            continue
        if rows:
            yield Grid(rows)
            rows = []
        for cell in filter(None, map(tidy, cells)):
            yield Text(cell, line=line)
    if rows:
        yield Grid(rows)


def _width(text: str, mark: str) -> int:
    """How many cells nearly all records have; 1 where they differ, or where a text only looks parted."""
    widths: list[int] = []
    lone = 0
    try:
        for _, cells in islice(_records(text[:2_000_000], mark, strict=False), _SAMPLE):
            # A record with one word may be a row whose other cells are blank, or a line that only looks parted.
            lone += len(cells) > 1 and _filled(cells) == 1
            if _filled(cells) > 1 or len(cells) == 1:
                widths.append(len(cells))
    except csv.Error:
        return 1
    if lone * 2 > len(widths):
        return 1
    # Titles over the table and notes under it are records of one cell; they count as neither.
    first = next((place for place, width in enumerate(widths) if width > 1), len(widths))
    body = widths[first:]
    while body and body[-1] == 1:
        body.pop()
    if len(body) < 2 or first > 5:
        return 1
    if mark == "," and not _separates(text[:100_000].splitlines()):
        return 1
    width, agreeing = Counter(body).most_common(1)[0]
    # A tab is typed between cells by hand too; then rows with fewer cells are the business of the text reader.
    return width if agreeing >= (1 if mark == "\t" else _AGREEING) * len(body) else 1


def _separates(lines: list[str]) -> bool:
    """Whether the commas of a text part its cells: they are neither those of prose nor those of decimals."""
    text = "\n".join(lines)
    if text.count(", ") * 2 > text.count(",") or sum("|" in line for line in lines) * 2 > len(lines):
        return False
    first = next((line for line in lines if "," in line), "")
    return len(_DECIMAL_COMMA.findall(first)) < first.count(",")


def _strict(text: str, name: str, mark: str) -> list[Record]:
    records: list[Record] = []
    try:
        records.extend(_records(text, mark, strict=True))
    except csv.Error as error:
        line = records[-1][0] + 1 if records else 1
        raise Unreadable(
            f"{name}:{line}", message("a line that is no CSV ({reason})", reason=str(error)),
            message('quotation marks that close, and "" for one inside a cell'), message("mend the quotation marks"),
        ) from None  # fmt: skip
    return records


def _records(text: str, mark: str, strict: bool) -> Iterator[Record]:
    """The records of a text and the line that each begins at."""
    skipped = text[:4].casefold() == "sep="
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=strict)
    start = 1
    for number, cells in enumerate(reader):
        if number or not skipped:
            yield start, cells
        start = reader.line_num + 1


def _filled(cells: list[str]) -> int:
    return sum(bool(cell.strip()) for cell in cells)


def _row(line: int, cells: list[str], width: int) -> list[Piece]:
    row = [Piece(tidy(cell), line=line) for cell in cells[:width]]
    if len(cells) > width:
        row[-1].text = tidy(" ".join(cells[width - 1 :]))
    return row + [Piece("", line=line) for _ in range(width - len(row))]
