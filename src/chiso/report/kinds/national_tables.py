"""Printed tables as tables of a document: every cell as it was printed, or corrected and marked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from chiso.language import gettext as _
from chiso.report.document import Cell, Column, ColumnKind, Table
from chiso.report.kinds.national_reading import decimals, is_order, number_columns, value
from chiso.report.kinds.printed import Printed, PrintedCell, PrintedFinding, PrintedTable
from chiso.tables.rows import is_total_text

_REMARKS = ("ghi chú", "notes", "note")
"""Titles of columns that are blank where there is nothing to remark."""


@dataclass(frozen=True)
class Tables:
    """The making of the tables of a printed result; marks: the number of each correction in the annex, by its place."""

    printed: Printed
    marks: Mapping[tuple[str, int, int], int]

    @classmethod
    def of(cls, printed: Printed) -> Tables:
        """The tables of a printed result, corrections numbered in their order."""
        return cls(printed, {(each.file, each.row, each.column): at for at, each in enumerate(fixes(printed), 1)})

    def table(self, file: str) -> Table:
        """The table of a file."""
        order, found = next((at, each) for at, each in enumerate(self.printed.tables, 1) if each.file == file)
        columns = tuple(_columns(found))
        rows = tuple(
            tuple(self._cell(found, columns, row, place) for place in range(len(columns)))
            for row in range(len(found.rows))
        )
        totals = sum(is_total_text(_first(row)) for row in found.rows[-1:])
        return Table(order, found.title, columns, rows, totals, tuple(self._notes(found)))

    def _cell(self, table: PrintedTable, columns: tuple[Column, ...], row: int, place: int) -> Cell:
        cell = table.rows[row][place]
        mark = self.marks.get((table.file, row + 1, place + 1))
        return Cell(
            text=cell.told if mark is None else f"{cell.told} [{mark}]",
            value=value(cell.told) if columns[place].numeric else None,
            source=f"{self.printed.id}/{table.file}:{row + 1}",
            reason=cell.finding,
        )

    def _notes(self, table: PrintedTable) -> Iterator[str]:
        """What was printed below the table, what is corrected in it, and which columns are not in the source."""
        yield from table.notes
        for mark, each in enumerate(fixes(self.printed), 1):
            if each.file == table.file:
                sentence = _("[{mark}] {name}, {column}: corrected; in print {printed}.")
                name, column = subject(table, each.row), table.columns[each.column - 1]
                yield sentence.format(mark=mark, name=name, column=column, printed=each.printed)
        if blank := [f"“{title}”" for place, title in enumerate(table.columns) if _blank(table, place)]:
            yield _("Blank cells in {columns}: not in the source.").format(columns=", ".join(blank))


def fixes(printed: Printed) -> tuple[PrintedFinding, ...]:
    """The findings that correct something, those in tables first, in the order of the tables."""
    found = [each for each in printed.findings if each.corrected]
    return (*(each for each in found if each.file), *(each for each in found if not each.file))


def doubts(printed: Printed) -> tuple[PrintedFinding, ...]:
    """The findings that leave the print as it is, those in tables first."""
    found = [each for each in printed.findings if not each.corrected]
    return (*(each for each in found if each.file), *(each for each in found if not each.file))


def subject(table: PrintedTable, row: int) -> str:
    """What a row is about, from 1: its name."""
    cells = table.rows[row - 1]
    return cells[naming(table)].told


def naming(table: PrintedTable) -> int:
    """The place of the column that names the rows: the first one that is no order and no number."""
    numbers = number_columns(table)
    places = [at for at, title in enumerate(table.columns) if not is_order(title) and at not in numbers]
    return places[0] if places else 0


def _columns(table: PrintedTable) -> Iterator[Column]:
    for place, title in enumerate(table.columns):
        kind = _kind(table, place)
        told = decimals(table, place) if kind in ("points", "share") else 0
        yield Column(title, kind, "%" if kind == "share" else "", "", told)


def _kind(table: PrintedTable, place: int) -> ColumnKind:
    if place == naming(table):
        return "name"
    if is_order(table.columns[place]):
        return "rank"
    texts = [row[place].told for row in table.rows if row[place].told]
    words = [text for text in texts if value(text) is None]
    if place not in number_columns(table) or any(character.isdigit() for text in words for character in text):
        return "text"
    numbers = [text for text in texts if value(text) is not None]
    if all(text.endswith("%") for text in numbers):
        return "share"
    return "points" if decimals(table, place) else "count"


def _blank(table: PrintedTable, place: int) -> bool:
    """Whether a column leaves blank what it tells elsewhere, or tells nothing; columns of remarks do not count."""
    if table.columns[place].casefold() in _REMARKS:
        return False
    return any(not row[place].told for row in table.rows if not is_total_text(_first(row)))


def _first(row: tuple[PrintedCell, ...]) -> str:
    """The first text of a row."""
    return next((cell.told for cell in row if cell.told), "")
