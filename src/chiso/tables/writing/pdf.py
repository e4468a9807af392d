"""Tables to PDF by typst: ruled tables with captions, the head repeated on each page."""

from __future__ import annotations

import json
import re

from chiso.tables.cells import Document, Table
from chiso.tables.writing.layout import caption, headed, placed

_INNER = re.compile(r"[-–/](?=\S)")

# The words reach typst as values, so that no text of a document is ever read as markup.
_PAGE = """
#let tables = json(bytes(sys.inputs.tables))
#set page("a4", flipped: tables.any(t => t.columns.len() > 6), margin: 1.5cm)
#set text(lang: "vi", font: ("Libertinus Serif", "DejaVu Sans Mono"), size: 9pt, hyphenate: false, ligatures: false)
#let words(text) = text.split("\\n").join(linebreak())
#for t in tables {
  if t.caption != "" { block(sticky: true, text(weight: "bold", t.caption)) }
  let cells = t.cells.map(c => table.cell(
    rowspan: c.down, colspan: c.across, x: c.column, y: c.row + t.head, breakable: false, words(c.text)
  ))
  let header = if t.head == 1 { (table.header(..t.columns.map(words)),) } else { () }
  table(columns: t.columns.len(), stroke: 0.5pt, ..header, ..cells)
  for note in t.notes { block(note) }
}
"""


def written(document: Document) -> bytes:
    """The bytes of a PDF, the same for the same tables."""
    import typst

    tables = json.dumps([_table(table) for table in document.tables], ensure_ascii=False)
    made = typst.compile(_PAGE.encode("utf-8"), sys_inputs={"tables": tables}, ignore_system_fonts=True, timestamp=0)
    return bytes(made)


def _joined(text: str) -> str:
    """The text with word joiners where a line may not end: after a hyphen or slash that no blank follows."""
    return _INNER.sub("\\g<0>\u2060", text)


def _table(table: Table) -> dict[str, object]:
    return {
        "caption": caption(table),
        "head": int(headed(table)),
        "columns": list(table.columns),
        "cells": [
            {
                "text": _joined(each.cell.text),
                "row": each.row,
                "column": each.column,
                "down": each.down,
                "across": each.across,
            }
            for each in placed(table)
        ],
        "notes": list(table.notes),
    }
