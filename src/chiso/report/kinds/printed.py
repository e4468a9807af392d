"""A result that is known from print alone: its tables as they were printed, and what was found in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FIRST = 2
"""The row of the first part in the file of texts: the title of the document stands above it."""


@dataclass(frozen=True)
class PrintedCell:
    """A cell as it was printed; corrected: what follows from the other numbers instead, by a finding."""

    text: str
    corrected: str = ""
    finding: str = ""

    @property
    def told(self) -> str:
        """What a new document says: the corrected text where there is one."""
        return self.corrected or self.text


@dataclass(frozen=True)
class PrintedTable:
    """A table as it was printed; file: its name among the facts; rows: as many cells as columns; notes: below it."""

    file: str
    title: str
    source: str
    columns: tuple[str, ...]
    rows: tuple[tuple[PrintedCell, ...], ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class PrintedPart:
    """A part of the printed document, in its order.

    kind: a `heading`, a `text`, the place of a `table` (its file is the text), or a unit that is `excluded` (the
    subject) with the reason; section: its number, empty before the first one.
    """

    kind: Literal["heading", "text", "table", "excluded"]
    section: str
    subject: str
    cell: PrintedCell


@dataclass(frozen=True)
class PrintedFinding:
    """What an audit found in what was printed.

    file: of the table, empty in the text; row, column: from 1 and 0 for a whole table, or the row in the file of texts;
    corrected: empty where the print stands; why: the sentence; certainty: in words.
    """

    file: str
    row: int
    column: int
    printed: str
    corrected: str
    why: str
    certainty: str


@dataclass(frozen=True)
class Printed:
    """The printed tables of one result, by the id of its facts.

    title: of the printed document; parts: its headings and texts, where they ship, with the places of the tables;
    findings: all of them, in the order of the text and then of the tables.
    """

    id: str
    tables: tuple[PrintedTable, ...]
    title: str = ""
    parts: tuple[PrintedPart, ...] = ()
    findings: tuple[PrintedFinding, ...] = ()
