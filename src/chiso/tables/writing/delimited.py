"""Tables to CSV: a file for each, and `tables.csv`, which says what each of them is."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from chiso.tables.cells import Document, Table
from chiso.tables.habits import Habit, values
from chiso.tables.writing.layout import headed

INDEX = "tables.csv"
COLUMNS = ("file", "number", "title", "rows", "columns", "at", "notes")


def files(document: Document, habits: Sequence[tuple[Habit, ...]] | None = None) -> dict[str, bytes]:
    """The files of a document by name: cells as they are printed, or as numbers with a dot where `habits` are given.

    A merged cell is written at every place that it covers.
    """
    names = named(document.tables)
    written = {}
    for place, table in enumerate(document.tables):
        written[f"{names[place]}.csv"] = rows(table_rows(table, habits[place] if habits else None))
    index = [
        (
            f"{name}.csv",
            table.number,
            table.title,
            len(table.rows),
            len(table.columns),
            table.at,
            "\n".join(table.notes),
        )
        for name, table in zip(names, document.tables, strict=True)
    ]
    return {INDEX: rows([COLUMNS, *index]), **written}


def named(tables: Iterable[Table]) -> list[str]:
    """A name for each table, none twice: `table-2.1`, or its place where it has no number."""
    found: list[str] = []
    for place, table in enumerate(tables, 1):
        name = "table-" + (re.sub(r"[^\w.-]+", "-", table.number) or f"{place:02}")
        found.append(name if name not in found else f"{name}-{place:02}")
    return found


def table_rows(table: Table, habits: tuple[Habit, ...] | None) -> list[Sequence[object]]:
    """The header, where there is one, and the rows of a table, as printed or as numbers."""
    header: list[Sequence[object]] = [table.columns] if headed(table) else []
    if habits is None:
        return header + [[cell.text for cell in row] for row in table.rows]
    numbers = values(table, habits)
    return header + [
        [cell.text if number is None else number for cell, number in zip(row, found, strict=True)]
        for row, found in zip(table.rows, numbers, strict=True)
    ]


def rows(rows: Iterable[Sequence[object]]) -> bytes:
    """The CSV of rows, in UTF-8, with LF at the end of each line."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue().encode("utf-8")
