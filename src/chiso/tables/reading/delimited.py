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
    if sum(len(cells) for _, cells in records) > MOST_CELLS:
        raise too_many(name)
    run: list[Record] = []
    for line, cells in records:
        if _filled(cells) > 1 or (run and len(cells) == len(run[-1][1]) > 1 and cells[0]):
            run.append((line, cells))
            continue
        if run:
            yield _grid(run)
            run = []
        for cell in filter(None, map(tidy, cells)):
            yield Text(cell, line=line)
    if run:
        yield _grid(run)


def _width(text: str, mark: str) -> int:
    """The cells that records have, where nearly all have as many as those beside them; else 1."""
    runs: list[list[int]] = [[]]
    lone = 0
    try:
        for _, cells in islice(_records(text[:2_000_000], mark, strict=False), _SAMPLE):
            if _filled(cells) > 1:
                runs[-1].append(len(cells))
                continue
            # A record with one word may be a row whose other cells are blank, or a line that only looks parted.
            lone += _filled(cells) == 1
            if len(cells) == 1 or not _filled(cells):
                runs.append([])
    except csv.Error:
        return 1
    tables = [Counter(run).most_common(1)[0] for run in runs if len(run) > 1]
    count, agreeing = sum(map(len, runs)), sum(number for _, number in tables)
    if mark == "," and not _separates(text[:100_000].splitlines()):
        return 1
    # A tab is typed between cells by hand too; then rows with fewer cells are the business of the text reader.
    if not tables or lone * 2 > count or agreeing < (1 if mark == "\t" else _AGREEING) * count:
        return 1
    return max(width for width, _ in tables)


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


def _grid(run: list[Record]) -> Grid:
    """The grid of records that follow each other, as wide as most of them."""
    width = Counter(len(cells) for _, cells in run).most_common(1)[0][0]
    return Grid([_row(line, cells, width) for line, cells in run])


def _row(line: int, cells: list[str], width: int) -> list[Piece]:
    row = [Piece(tidy(cell), line=line) for cell in cells[:width]]
    if len(cells) > width:
        row[-1].text = tidy(" ".join(cells[width - 1 :]))
    return row + [Piece("", line=line) for _ in range(width - len(row))]
