"""Tables to DOCX: real tables with a caption, a head that repeats on each page, and merged cells."""

from __future__ import annotations

import io
from typing import Any

from chiso.tables.cells import Document, Table
from chiso.tables.writing.layout import caption, headed, placed


def written(document: Document) -> bytes:
    """The bytes of a DOCX file."""
    import docx

    made = docx.Document()
    for table in document.tables:
        made.add_paragraph(caption(table), style="Caption" if caption(table) else None)
        _add(made, table)
        for note in table.notes:
            made.add_paragraph(note)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _add(made: Any, table: Table) -> None:
    from docx.oxml import OxmlElement

    head = int(headed(table))
    width = len(table.columns)
    grid = made.add_table(rows=head + len(table.rows), cols=width, style="Table Grid")
    # Asking a row for its cells counts them all anew; one list of them makes large tables quick.
    cells = grid._cells
    if head:
        for cell, name in zip(cells, table.columns, strict=False):
            cell.text = name
        grid.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for each in placed(table):
        first = (head + each.row) * width + each.column
        cell = cells[first]
        if each.down > 1 or each.across > 1:
            cell = cell.merge(cells[first + (each.down - 1) * width + each.across - 1])
        cell.text = each.cell.text
