"""What the columns of a published table are: rank, name, parts, total, class, years; and its units."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Literal, TypeAlias

from chiso.audit.findings import Certainty
from chiso.tables.cells import Address, Cell, Table
from chiso.tables.habits import Habit, readings_of, values
from chiso.tables.names import key
from chiso.tables.numbers import Number, Reading, absent, parse
from chiso.tables.rows import is_total, listed

Role: TypeAlias = Literal["rank", "ordinal", "name", "part", "total", "score", "class", "year", "note", "value"]

_RANK = re.compile(r"(?:thứ |xếp )?hạng|rank", re.I)
_ORDINAL = re.compile(r"(?:s?tt|số thứ tự|no\.?)", re.I)
_TOTAL = re.compile(r"tổng(?: (?:điểm|cộng|số))?\b.*|total.*", re.I)
_SCORE = re.compile(r"(?:chỉ số|điểm|giá trị|index|score|points)\b.*", re.I)
_CLASS = re.compile(r"(?:xếp loại|phân loại|loại|mức|mức độ|class)", re.I)
_YEAR = re.compile(r"(?:năm )?((?:19|20)\d\d)", re.I)
_NOTE = re.compile(r"ghi chú|notes?|địa chỉ.*", re.I)
_LEVEL = re.compile(r"mức độ \d", re.I)
TITLE_WORDS = 9
"""How much of a title sentences repeat where a table has no number."""
_REMARK = re.compile(r"\s*\([^()]*\)\s*$")


@dataclass(frozen=True)
class Column:
    """A column with its place (from 0), what it is and how surely; year: of a column of a year's values."""

    place: int
    role: Role
    certainty: Certainty
    year: str = ""


@dataclass(frozen=True)
class Standing:
    """One unit in a table: its name as printed, and the place of its row (from 0)."""

    unit: str
    row: int


class Published:
    """A table with the meaning of its columns. Its `columns` have one entry for each column of the table."""

    def __init__(self, table: Table, habits: tuple[Habit, ...]) -> None:
        self.table, self.habits = table, habits
        self.numbers: tuple[tuple[Number | None, ...], ...] = values(table, habits)
        self.columns = tuple(_columns(self))
        self.known: Collection[str] = ()
        """The unit names of the document, by which a comma is told from one inside a name."""

    @property
    def named(self) -> str:
        """What sentences call the table."""
        return self.table.number or f"“{shortened(self.table.title)}”" if self.table.title else self.table.named

    def places(self, *roles: Role) -> list[int]:
        """The places of the columns of these roles."""
        return [column.place for column in self.columns if column.role in roles]

    def place(self, *roles: Role) -> int | None:
        """The place of the first column of these roles."""
        return next(iter(self.places(*roles)), None)

    def number(self, row: int, place: int | None) -> Fraction | None:
        """The exact value of a cell; None where there is none."""
        found = None if place is None else self.numbers[row][place]
        return None if found is None else found.value

    def cell(self, row: int, place: int) -> Cell:
        """The cell at a row and a column, both from 0."""
        return self.table.rows[row][place]

    def at(self, row: int, place: int) -> Address:
        """Where a cell is; the place of its row for a cell that is merged with one above."""
        return self.cell(row, place).at

    def header(self, place: int) -> str:
        """The name of a column."""
        return self.table.columns[place]

    @cached_property
    def body(self) -> tuple[int, ...]:
        """The rows that are no total row."""
        return tuple(row for row, cells in enumerate(self.table.rows) if not is_total(cells))

    @cached_property
    def sums(self) -> tuple[int, ...]:
        """The total rows."""
        return tuple(row for row, cells in enumerate(self.table.rows) if is_total(cells))

    @property
    def ranked(self) -> bool:
        """Whether the table ranks its rows by a number."""
        return self.place("rank", "ordinal") is not None and self.place("total", "score") is not None

    @cached_property
    def standings(self) -> tuple[Standing, ...]:
        """The units, in the order of the table; a row of several names gives one for each."""
        place = self.place("name")
        if place is None:
            return ()
        return tuple(Standing(name, row) for row in self.body for name in self._names(row, place))

    def _names(self, row: int, place: int) -> tuple[str, ...]:
        return tuple(bare(name) for name in listed(self.cell(row, place).text, self.known))

    def subject(self, row: int) -> str:
        """What a row is about: its name, else its first text."""
        place = self.place("name")
        cells = self.table.rows[row]
        return cells[place].text if place is not None else next((c.text for c in cells if not parse(c.text)), "")

    def reading(self, row: int, place: int) -> Reading | None:
        """The number of a cell with its way of writing, by the habit of its column."""
        wanted = self.numbers[row][place]
        return next((each for each in readings_of(self.cell(row, place)) if each.number == wanted), None)


def shortened(title: str) -> str:
    """The first words of a long title."""
    words = title.split()
    return title if len(words) <= TITLE_WORDS else f"{' '.join(words[:TITLE_WORDS])} …"


def levels(text: str) -> frozenset[str]:
    """The levels of service that a text names: `mức độ 3`."""
    return frozenset(level.lower() for level in _LEVEL.findall(text))


def section(table: Published) -> str:
    """The section that a table's number names: 2 of `2.6`."""
    return table.table.number.partition(".")[0]


def bare(name: str) -> str:
    """A name without a remark in brackets at its end."""
    return _REMARK.sub("", name).strip() or name


def same(name: str) -> str:
    """The key under which two writings of a unit are one."""
    return key(bare(name))


def _columns(found: Published) -> Iterator[Column]:
    table = found.table
    named = False
    for place, header in enumerate(table.columns):
        role, certainty, year = _role(found, place, header.split(" / ")[-1].strip())
        if role == "name":
            role = "note" if named else "name"
            named = True
        yield Column(place, role, certainty, year)


def _role(found: Published, place: int, header: str) -> tuple[Role, Certainty, str]:
    cells = found.table.column(place)
    filled = [cell for cell in cells if not absent(cell.text)]
    # A number with two readings is a number all the same.
    numeric = sum(found.numbers[row][place] is not None or bool(readings_of(cell)) for row, cell in enumerate(cells))
    mostly = bool(filled) and numeric * 2 > len(filled)
    year = _YEAR.fullmatch(header)
    if _RANK.fullmatch(header):
        return "rank", "certain", ""
    if _ORDINAL.fullmatch(header):
        return "ordinal", "certain", ""
    if _NOTE.fullmatch(header) or not filled:
        return "note", "certain", ""
    if year and mostly:
        return "year", "certain", year[1]
    if _TOTAL.fullmatch(header) and numeric:
        return "total", "certain", ""
    if _SCORE.fullmatch(header) and mostly and not _before_total(found.table, place):
        return "score", "certain", ""
    if not mostly:
        return _of_words(found, place, header)
    return ("part" if _before_total(found.table, place) else "value"), "likely", ""


def _of_words(found: Published, place: int, header: str) -> tuple[Role, Certainty, str]:
    if _CLASS.fullmatch(header):
        return "class", "certain", ""
    told = any(character.isdigit() for cell in found.table.column(place) for character in cell.text)
    if told and place > 1 and _before_total(found.table, place):
        return "part", "likely", ""
    return "name", "likely", ""


def _before_total(table: Table, place: int) -> bool:
    return any(_TOTAL.fullmatch(header.split(" / ")[-1].strip()) for header in table.columns[place + 1 :])
