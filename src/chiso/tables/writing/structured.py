"""Tables to JSON: `{"source", "tables": [{"number", "title", "columns", "rows", "notes"}]}`, kept stable."""

from __future__ import annotations

import json
from collections.abc import Sequence

from chiso.tables.cells import Address, Cell, Document
from chiso.tables.habits import Habit, number

Json = dict[str, object]


def structured(document: Document, habits: Sequence[tuple[Habit, ...]]) -> Json:
    """The tables of a document as plain dicts and lists; a cell is `{"text", "value", "at"}`.

    value: the number as text with a decimal dot (`0.999`, `97.93%`, `7/27`, `~295415`), null where the cell holds
    none or one that stays ambiguous; at: where it is printed, see `address`.
    """
    return {
        "source": document.source,
        "tables": [
            {
                "number": table.number,
                "title": table.title,
                "columns": list(table.columns),
                "rows": [[_cell(cell, habit) for cell, habit in zip(row, found, strict=True)] for row in table.rows],
                "notes": list(table.notes),
            }
            for table, found in zip(document.tables, habits, strict=True)
        ],
    }


def written(document: Document, habits: Sequence[tuple[Habit, ...]]) -> bytes:
    """The JSON text of `structured`, in UTF-8, a cell on each line."""
    return (json.dumps(structured(document, habits), ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def address(at: Address) -> Json:
    """The place of a cell without its file: page, line and sheet where the format has them, table, row, column."""
    places = {"page": at.page, "line": at.line, "sheet": at.sheet}
    return {
        **{name: value for name, value in places.items() if value},
        "table": at.table,
        "row": at.row,
        "column": at.column,
    }


def _cell(cell: Cell, habit: Habit) -> Json:
    found = number(cell, habit)
    return {"text": cell.text, "value": None if found is None else str(found), "at": address(cell.at)}
