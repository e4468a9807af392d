"""Tables to XLSX: a sheet for each, its cells as texts, or as numbers where they are certain."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from chiso.tables.cells import Document, Table
from chiso.tables.habits import Habit, number
from chiso.tables.numbers import Number
from chiso.tables.writing.layout import caption, headed, placed

_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_WIDEST = 60
_DIGITS = 15
"""Decimal digits that every binary number of a workbook keeps."""
_CREATED = datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""The same on any day, so that the same tables give the same bytes."""


def written(document: Document, habits: Sequence[tuple[Habit, ...]] | None = None) -> bytes:
    """The bytes of a workbook; with `habits`, cells whose number is certain are numbers, and no longer as printed.

    Texts are never formulas, whatever they begin with. A percentage keeps its text.
    """
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": _CREATED})
    bold, wrapped = book.add_format({"bold": True, "text_wrap": True}), book.add_format({"text_wrap": True})
    names: list[str] = []
    for place, table in enumerate(document.tables):
        sheet = book.add_worksheet(_name(table, names))
        _write(sheet, table, habits[place] if habits else None, bold, wrapped)
    if not document.tables:
        book.add_worksheet()
    book.close()
    return out.getvalue()


def _fits(found: Number) -> bool:
    """Whether a cell of a workbook holds the number to its last digit, and nothing of what is printed is lost."""
    plain = not (found.percent or found.qualifier or found.measure) and found.whole is None
    return plain and len(str(abs(found.mantissa))) <= _DIGITS


def _name(table: Table, names: list[str]) -> str:
    """A name for the sheet of a table that no other has, short enough for Excel."""
    name = _FORBIDDEN.sub("-", f"Bảng {table.number or table.at.table}")[:25]
    while name in names:
        name += f"-{len(names)}"
    names.append(name)
    return name


def _write(sheet: Any, table: Table, habits: tuple[Habit, ...] | None, bold: Any, wrapped: Any) -> None:
    top = 0
    if caption(table):
        sheet.write_string(0, 0, caption(table))
        top = 1
    if headed(table):
        for column, name in enumerate(table.columns):
            sheet.write_string(top, column, name, bold)
        top += 1
    for each in placed(table):
        row, text = top + each.row, each.cell.text
        found = number(each.cell, habits[each.column]) if habits else None
        if each.down > 1 or each.across > 1:
            sheet.merge_range(row, each.column, row + each.down - 1, each.column + each.across - 1, "", wrapped)
        if found is not None and _fits(found):
            sheet.write_number(row, each.column, float(found.value), wrapped)
        elif text:
            sheet.write_string(row, each.column, text, wrapped)
    for place, note in enumerate(table.notes):
        sheet.write_string(top + len(table.rows) + place, 0, note)
    for column in range(len(table.columns)):
        longest = max((len(cell.text) for cell in table.column(column)), default=0)
        sheet.set_column(column, column, min(max(longest, len(table.columns[column]) // 3, 6) + 2, _WIDEST))
