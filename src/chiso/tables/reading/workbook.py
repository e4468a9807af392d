"""Workbooks (XLSX, XLSM, XLS, XLSB, ODS) to grids: a sheet's blocks of rows, merged cells, numbers as typed."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from chiso.tables.cells import tidy
from chiso.tables.errors import Message, message
from chiso.tables.reading import decoding, legacy, sheets, unpacking
from chiso.tables.reading.blocks import Block, Grid, Piece, Text
from chiso.tables.reading.sheets import Sheet

_SAMPLE = 200_000
"""Characters from which an alphabet is told."""


def blocks(raw: bytes, name: str) -> tuple[list[Block], list[Message]]:
    """The tables of all visible sheets and the lines between them, and what there is to tell about the file.

    Formulas are not computed and macros are not run: what counts is the value that was saved with each cell.

    Raises:
        Unreadable: the workbook is damaged, has a password, or is larger than any that is published.
    """
    shown, hidden = sheets.sheets(raw, name)
    found = legacy.converter("\n".join(_texts(shown))[:_SAMPLE])
    clean = found[1] if found else str
    made = [block for sheet in shown for block in _blocks(sheet, clean)]
    told = [decoding.converted(found[0])] if found else []
    if hidden:
        told.append(message("{count} hidden sheets were not read", count=hidden))
    if _has_macros(raw, name):
        told.append(message("the file holds macros; they were not run"))
    return made, told


def _texts(shown: list[Sheet]) -> Iterator[str]:
    return (text for sheet in shown for row in sheet.rows for text, exact in row if text and not exact)


def _has_macros(raw: bytes, name: str) -> bool:
    """Whether a workbook holds programs."""
    if not raw.startswith(b"PK"):
        return "_VBA_PROJECT".encode("utf-16-le") in raw
    return any(part.endswith("vbaProject.bin") for part in unpacking.names(raw, name))


def _blocks(sheet: Sheet, clean: Callable[[str], str]) -> Iterator[Block]:
    """The blocks of a sheet: rows that follow each other are a table, a row with one word is a line."""
    pieces = [
        [Piece(exact or tidy(clean(text)), line=line, sheet=sheet.title, exact=exact) for text, exact in row]
        for line, row in enumerate(sheet.rows, 1)
    ]
    for (top, left), (bottom, right) in sheet.merged:
        for row in pieces[top : bottom + 1]:
            if left < len(pieces[top]):
                row[left : right + 1] = [pieces[top][left]] * len(row[left : right + 1])
    table: list[list[Piece]] = []
    for row in pieces:
        filled = {id(piece): piece for piece in row if piece.text}
        if filled and (len(filled) > 1 or table):
            table.append(row)
            continue
        if table:
            yield Grid(table)
            table = []
        for piece in filled.values():
            yield Text(piece.text, line=piece.line, sheet=sheet.title)
    if table:
        yield Grid(table)
