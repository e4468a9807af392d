"""What every writer needs to know of a table: its caption, and how far each cell reaches."""

from __future__ import annotations

from typing import NamedTuple

from chiso.tables.cells import Cell, Table


class Placed(NamedTuple):
    """A cell at the first place that it covers, from 0, and how many rows and columns it covers."""

    cell: Cell
    row: int
    column: int
    down: int
    across: int


def caption(table: Table) -> str:
    """The line over a table: `Bảng 2.1. Chỉ số …`, or its title alone where it has no number."""
    if not table.number:
        return table.title
    return f"Bảng {table.number}. {table.title}".removesuffix(" ")


def headed(table: Table) -> bool:
    """Whether a table has a header; numbered lines have none."""
    return any(table.columns)


def placed(table: Table) -> list[Placed]:
    """The cells of a table, each once, row by row."""
    rows = table.rows
    taken: set[tuple[int, int]] = set()
    found = []
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            if (row, column) in taken:
                continue
            across = 1
            while column + across < len(cells) and cells[column + across] is cell:
                across += 1
            down = 1
            while row + down < len(rows) and all(each is cell for each in rows[row + down][column : column + across]):
                down += 1
            if down > 1 or across > 1:
                taken.update((row + y, column + x) for y in range(down) for x in range(across))
            found.append(Placed(cell, row, column, down, across))
    return found
