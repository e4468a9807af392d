"""How the numbers of each column are written, found out from the column, its table or its document; never guessed.

A cell whose form allows one reading decides (`0,999`: a comma before decimals; `21.383.410`: a dot between thousands);
one that allows two (`1.374`) is read as the deciding cells are, and stays ambiguous where there are none, or where
they contradict each other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from chiso.tables.cells import Cell, Document, Table
from chiso.tables.numbers import OTHER, Number, Reading, Writing, parse

STATED, COLUMN, TABLE, DOCUMENT = "stated", "column", "table", "document"


@dataclass(frozen=True)
class Habit:
    """The decimal mark of a column, and how surely it is known.

    decimal: `,` or `.`, empty where nothing tells; by: what decided it (`stated`, `column`, `table`, `document`);
    deciding: how many cells there decided; against: the rows, from 1, that use the other mark; ambiguous: the rows
    whose number has two readings all the same; numbers: how many cells hold a number.
    """

    decimal: str
    by: str
    deciding: int
    against: tuple[int, ...]
    ambiguous: tuple[int, ...]
    numbers: int

    @property
    def settled(self) -> str:
        """The mark by which an ambiguous cell may be read: none where cells contradict each other."""
        return self.decimal if self.by == STATED or not self.against else ""


def habits(document: Document, decimal: str = "") -> tuple[tuple[Habit, ...], ...]:
    """The habit of each column of each table; with `decimal`, a caller states the mark for all of them.

    Unlike its column, a table or a document decides only where all its cells agree.
    """
    votes = [
        [[_vote(cell) for cell in table.column(place)] for place in range(len(table.columns))]
        for table in document.tables
    ]
    whole = _unanimous(vote for table in votes for column in table for vote in column)
    found = []
    for table, columns in zip(document.tables, votes, strict=True):
        part = _unanimous(vote for column in columns for vote in column)
        higher = [(STATED, (decimal, 0)), (TABLE, part), (DOCUMENT, whole)]
        found.append(tuple(_habit(table.column(place), column, higher) for place, column in enumerate(columns)))
    return tuple(found)


def number(cell: Cell, habit: Habit) -> Number | None:
    """The number of a cell; None where it holds none, or one that stays ambiguous."""
    readings = readings_of(cell)
    if len(readings) > 1:
        readings = tuple(each for each in readings if _mark(each.writing) == habit.settled)
    return readings[0].number if len(readings) == 1 else None


def values(table: Table, columns: tuple[Habit, ...]) -> tuple[tuple[Number | None, ...], ...]:
    """The numbers of a table, row by row, under the habits of its columns."""
    return tuple(tuple(map(number, row, columns)) for row in table.rows)


def readings_of(cell: Cell) -> tuple[Reading, ...]:
    """The readings of a cell: one where it was typed as a number, else those of its text."""
    return parse(cell.exact)[-1:] if cell.exact else parse(cell.text)


def _vote(cell: Cell) -> str | None:
    """The decimal mark that a cell shows; empty where its number shows none or may be either, None for no number.

    A cell typed as a number shows how nobody wrote it.
    """
    readings = readings_of(cell)
    if not readings:
        return None
    return "" if cell.exact or len(readings) > 1 else _mark(readings[0].writing, readings[0].number.decimals)


def _mark(writing: Writing, decimals: int = 1) -> str:
    """The decimal mark of a writing: that of its decimals, else the one that its thousands leave; else none."""
    if writing.group in OTHER:
        return OTHER[writing.group]
    return writing.decimal if decimals else ""


def _unanimous(votes: Iterable[str | None]) -> tuple[str, int]:
    """The mark that all cells show, and how many do; no mark where they differ or none shows one."""
    counted = Counter(vote for vote in votes if vote)
    ((mark, count),) = counted.items() if len(counted) == 1 else [("", 0)]
    return mark, count


def _habit(cells: tuple[Cell, ...], votes: list[str | None], higher: list[tuple[str, tuple[str, int]]]) -> Habit:
    counted = Counter(vote for vote in votes if vote)
    ranked = counted.most_common()
    even = len(ranked) == 2 and ranked[0][1] == ranked[1][1]
    own = (COLUMN, ranked[0] if ranked and not even else ("", 0))
    stated, *rest = higher
    order = [stated, own, *(rest if not ranked else [])]
    by, (mark, deciding) = next(((by, found) for by, found in order if found[0]), ("", ("", 0)))
    against = tuple(row for row, vote in enumerate(votes, 1) if vote and (vote != mark))
    habit = Habit(mark, by, counted[mark] if by == STATED else deciding, against, (), 0)
    ambiguous = tuple(
        row
        for row, (cell, vote) in enumerate(zip(cells, votes, strict=True), 1)
        if vote == "" and number(cell, habit) is None
    )
    return Habit(mark, by, habit.deciding, against, ambiguous, sum(vote is not None for vote in votes))
