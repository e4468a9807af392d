"""What each kind of file is first read into: texts and grids, in the order of the document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from chiso.tables.errors import Unreadable, message

MOST_CELLS = 4_000_000
"""Cells of one table, those that merged cells cover among them."""
MOST_COLUMNS = 2_000


@dataclass(slots=True, eq=False)
class Piece:
    """A cell as it is found, compared by identity: a merged cell is one piece at each place it covers.

    column: where it is printed, from 1, if that is not where it stands in the grid; exact: as in `Cell`.
    """

    text: str
    page: int = 0
    line: int = 0
    sheet: str = ""
    column: int = 0
    exact: str = ""


@dataclass(slots=True)
class Text:
    """A line or paragraph outside the tables. captions: whether the file marks it as the caption of a table."""

    text: str
    page: int = 0
    line: int = 0
    sheet: str = ""
    captions: bool = False


@dataclass(slots=True)
class Grid:
    """A rectangle of cells. headers: how many rows are its header, None where the file does not tell."""

    rows: list[list[Piece]]
    headers: int | None = None
    caption: str = ""
    notes: list[str] = field(default_factory=list)
    bounds: tuple[float, ...] = ()
    """Where its columns begin and end on the page, in points; empty where a file has no such places."""

    @property
    def width(self) -> int:
        return len(self.rows[0]) if self.rows else 0

    @property
    def first(self) -> Piece:
        return self.rows[0][0]


Block = Text | Grid


def rectangle(rows: Iterable[Sequence[tuple[Piece, int, int]]], name: str) -> list[list[Piece]]:
    """The grid of rows whose cells say how many rows and columns they cover; holes become blank pieces.

    Raises:
        Unreadable: the cells would cover more than `MOST_CELLS` places.
    """
    placed: list[dict[int, Piece]] = []
    count = 0
    for number, row in enumerate(rows):
        count = number + 1
        _extend(placed, number)
        column = 0
        for piece, down, across in row:
            while column in placed[number]:
                column += 1
            _extend(placed, number + down - 1)
            if column + across > MOST_COLUMNS or len(placed) * (column + across) > MOST_CELLS:
                raise too_many(name)
            for covered in placed[number : number + down]:
                for place in range(column, column + across):
                    covered.setdefault(place, piece)
            column += across
    # A cell may claim more rows than there are; those hold nothing of their own.
    del placed[count:]
    width = max((max(row, default=-1) + 1 for row in placed), default=0)
    return [_whole(row, width) for row in placed]


def _extend(placed: list[dict[int, Piece]], number: int) -> None:
    while len(placed) <= number:
        placed.append({})


def _whole(row: dict[int, Piece], width: int) -> list[Piece]:
    beside = next(iter(row.values()), Piece(""))
    return [row.get(column) or Piece("", beside.page, beside.line, beside.sheet) for column in range(width)]


def too_many(name: str) -> Unreadable:
    """The refusal of a table beyond any that is printed."""
    return Unreadable(
        name, message("a table of more than {most} cells", most=MOST_CELLS),
        message("at most {most} cells, and {columns} columns", most=MOST_CELLS, columns=MOST_COLUMNS),
        message("check that it is the right file, or split it"),
    )  # fmt: skip
