"""What a report says, and nothing of how it looks: sections of facts, tables, charts and notes.

Every number in it is already a text; its exact value goes along for renderers that keep numbers as numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

from chiso.report.figures import Figure

_NUMBERED = re.compile(r"\w+ ([\w.]*\d)\. ")
ColumnKind: TypeAlias = Literal["rank", "name", "points", "share", "count", "class", "text"]


@dataclass(frozen=True)
class Column:
    """A column of a table.

    kind: what stands in it; unit: its unit of measure; note: what a reader must know of it, as the maximum;
    decimals: those that its numbers are printed with.
    """

    title: str
    kind: ColumnKind
    unit: str = ""
    note: str = ""
    decimals: int = 0

    @property
    def numeric(self) -> bool:
        """Whether its cells are numbers, except where nothing is known."""
        return self.kind in ("rank", "points", "share", "count")


@dataclass(frozen=True)
class Cell:
    """One cell.

    text: as it is printed; value: the number with exactly the printed digits, None where there is none; source: the
    address of the score, `unit/criterion`; reason: how the number came about; clause: where the decision says so;
    level: of a class that is certain, its place from the best, which is 0, and how many there are.
    """

    text: str
    value: Decimal | None = None
    source: str = ""
    reason: str = ""
    clause: str = ""
    level: tuple[int, int] | None = None


@dataclass(frozen=True)
class Facts:
    """Terms with what is said of each."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Note:
    """Remarks; `caution` for what changes how a result may be used, `prose` for running text, a paragraph each."""

    texts: tuple[str, ...]
    title: str = ""
    kind: Literal["plain", "caution", "prose"] = "plain"


@dataclass(frozen=True)
class Table:
    """A numbered table; its title, number included, is the one string that headings and lists show.

    rows: as many cells as columns. The column of kind `name` names its row.
    totals: how many of the last rows sum up the ones above; notes: what is said below the table.
    """

    number: int
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    totals: int = 0
    notes: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The number that its title shows, as the `2.1` of a printed table; its own where the title shows none."""
        found = _NUMBERED.match(self.title)
        return found[1] if found else str(self.number)

    @property
    def naming(self) -> int:
        """The place of the column that names the rows; the first one where none is of that kind."""
        return next((place for place, column in enumerate(self.columns) if column.kind == "name"), 0)

    def reasons(self) -> Iterator[tuple[str, Column, Cell]]:
        """The row's name, the column and the cell of every number that has a reason."""
        for row in self.rows:
            for column, cell in zip(self.columns, row, strict=True):
                if cell.reason:
                    yield row[self.naming].text, column, cell


Part: TypeAlias = Facts | Note | Table | Figure


@dataclass(frozen=True)
class Section:
    """A titled run of parts."""

    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Document:
    """A whole report in one language.

    subtitle: what kind of report it is; notes: what must be read first.
    """

    language: str
    title: str
    subtitle: str
    notes: tuple[Note, ...]
    sections: tuple[Section, ...]

    def tables(self) -> Iterator[Table]:
        """Its tables, in order."""
        for section in self.sections:
            for part in section.parts:
                if isinstance(part, Table):
                    yield part

    def figures(self) -> Iterator[Figure]:
        """Its charts and maps, in order."""
        for section in self.sections:
            for part in section.parts:
                if isinstance(part, Figure):
                    yield part
