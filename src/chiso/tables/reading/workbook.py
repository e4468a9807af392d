"""Workbooks (XLSX, XLSM, XLS, XLSB, ODS) to grids: a sheet's blocks of rows, merged cells, numbers as typed."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from chiso.tables.cells import tidy
from chiso.tables.errors import Message, message
from chiso.tables.reading import decoding, legacy, merging, unpacking
from chiso.tables.reading.blocks import MOST_CELLS, Block, Grid, Piece, Text, too_many
from chiso.tables.reading.merging import Range

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

_SAMPLE = 200_000
"""Characters from which an alphabet is told."""
Value = Any
"""What a cell of a sheet holds: text, a number, a date, a truth, or an empty text."""


def blocks(raw: bytes, name: str) -> tuple[list[Block], list[Message]]:
    """The tables of all visible sheets and the lines between them, and what there is to tell about the file.

    Formulas are not computed and macros are not run: what counts is the value that was saved with each cell.

    Raises:
        Unreadable: the workbook is damaged, has a password, or is larger than any that is published.
    """
    import python_calamine as calamine

    if raw.startswith(b"PK"):
        unpacking.weigh(raw, name)
    try:
        with calamine.load_workbook(io.BytesIO(raw)) as workbook:
            listed = [each for each in workbook.sheets_metadata if each.typ == calamine.SheetTypeEnum.WorkSheet]
            shown = [each.name for each in listed if each.visible == calamine.SheetVisibleEnum.Visible]
            merged = merging.ranges(raw, name) if raw.startswith(b"PK") else {}
            sheets = [(title, *_values(workbook.get_sheet_by_name(title), merged, name)) for title in shown]
    except calamine.PasswordError:
        raise unpacking.locked(name) from None
    except (calamine.CalamineError, OSError, ValueError):
        raise unpacking.broken(name) from None
    found = legacy.converter("\n".join(_texts(sheets))[:_SAMPLE])
    clean = found[1] if found else str
    made = [block for title, rows, merged in sheets for block in _sheet(title, rows, merged, clean)]
    told = [decoding.converted(found[0])] if found else []
    if len(shown) < len(listed):
        told.append(message("{count} hidden sheets were not read", count=len(listed) - len(shown)))
    if _has_macros(raw, name):
        told.append(message("the file holds macros; they were not run"))
    return made, told


def _texts(sheets: list[tuple[str, list[list[Value]], list[Range]]]) -> Iterator[str]:
    return (value for _, rows, _ in sheets for row in rows for value in row if isinstance(value, str))


def _has_macros(raw: bytes, name: str) -> bool:
    """Whether a workbook holds programs."""
    if not raw.startswith(b"PK"):
        return "_VBA_PROJECT".encode("utf-16-le") in raw
    return any(part.endswith("vbaProject.bin") for part in unpacking.names(raw, name))


def _values(sheet: CalamineSheet, merged: dict[str, list[Range]], name: str) -> tuple[list[list[Value]], list[Range]]:
    """The values of a sheet from its first cell on, and its merged ranges."""
    if sheet.total_height * sheet.total_width > MOST_CELLS:
        raise too_many(f"{name}[{sheet.name}]")
    return sheet.to_python(skip_empty_area=False), merged.get(sheet.name) or list(sheet.merged_cell_ranges or [])


def _sheet(title: str, rows: list[list[Value]], merged: list[Range], clean: Callable[[str], str]) -> Iterator[Block]:
    """The blocks of a sheet: rows that follow each other are a table, a row with one word is a line."""
    pieces = [[_piece(value, title, line, clean) for value in row] for line, row in enumerate(rows, 1)]
    for (top, left), (bottom, right) in merged:
        for row in pieces[top : bottom + 1]:
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
            yield Text(piece.text, line=piece.line, sheet=title)
    if table:
        yield Grid(table)


def _piece(value: Value, sheet: str, line: int, clean: Callable[[str], str]) -> Piece:
    text, exact = _said(value)
    return Piece(tidy(clean(text)) if isinstance(value, str) else text, line=line, sheet=sheet, exact=exact)


def _said(value: Value) -> tuple[str, str]:
    """The text of a value, and its decimal where it is a number."""
    if isinstance(value, bool):
        return ("TRUE" if value else "FALSE"), ""
    if isinstance(value, int | float):
        # The shortest decimal that is the same binary number is what was typed.
        exact = format(Decimal(repr(value)), "f")
        exact = exact.rstrip("0").rstrip(".") if "." in exact else exact
        return exact, exact
    if isinstance(value, datetime.date | datetime.datetime | datetime.time):
        return value.isoformat(), ""
    return str(value), ""
