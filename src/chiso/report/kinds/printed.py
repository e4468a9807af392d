"""A result that is known from print alone: its tables as they were printed, and what was found in them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class PrintedCell:
    """A cell as it was printed; corrected: what follows from the other numbers instead, by a finding."""

    text: str
    corrected: str = ""
    finding: str = ""


@dataclass(frozen=True)
class PrintedTable:
    """A table as it was printed; file: its name among the facts; rows: as many cells as columns."""

    file: str
    title: str
    source: str
    columns: tuple[str, ...]
    rows: tuple[tuple[PrintedCell, ...], ...]


@dataclass(frozen=True)
class Printed:
    """The printed tables of one result, by the id of its facts."""

    id: str
    tables: tuple[PrintedTable, ...]
