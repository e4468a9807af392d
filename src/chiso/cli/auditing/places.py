"""Where something stands in a document, in words."""

from __future__ import annotations

from chiso.audit import Finding
from chiso.language import gettext as _
from chiso.tables.cells import Address, Document


def place(at: Address, document: Document) -> str:
    """The table, row and column of a place, and its line or page: `Bảng 4.8, dòng 5, cột “Tổng số” (dòng 674 …)`."""
    inside = _in_table(at, document)
    line = _in_file(at)
    if inside and line:
        return f"{inside} ({line})"
    return inside or line or _("the whole document")


def _in_table(at: Address, document: Document) -> str:
    if not 0 < at.table <= len(document.tables):
        return ""
    table = document.tables[at.table - 1]
    name = _("table {number}").format(number=table.number) if table.number else f"“{table.title or table.named}”"
    row = _("row {row}").format(row=at.row) if at.row else ""
    header = table.columns[at.column - 1] if 0 < at.column <= len(table.columns) else ""
    column = _("column “{column}”").format(column=header) if header and at.row else ""
    return ", ".join(part for part in (name, row, column) if part)


def _in_file(at: Address) -> str:
    if at.page:
        return _("page {page}").format(page=at.page)
    if at.sheet:
        return _("sheet {sheet}, row {row}").format(sheet=at.sheet, row=at.line)
    return _("line {line} of the file").format(line=at.line) if at.line else ""


WRITING = frozenset({"decimals", "separator", "title", "spelling", "ambiguous"})
"""Kinds of findings about how something is written, which leave every number as it is."""


def changing(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings that change a rank or a class."""
    return tuple(finding for finding in findings if finding.moves)
