"""The lower limits of classes, as far as the printed totals and classes of a table tell them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from chiso.audit.published import Published
from chiso.tables.cells import tidy


@dataclass(frozen=True)
class Band:
    """A class with its least and its greatest printed total, and how many rows have it."""

    name: str
    least: Fraction
    most: Fraction
    rows: int


def limits(*tables: Published) -> tuple[Band, ...]:
    """The classes of tables, best first by their least total."""
    found: dict[str, list[Fraction]] = {}
    for table in tables:
        for _, name, value in classed(table):
            found.setdefault(name, []).append(value)
    bands = [Band(name, min(values), max(values), len(values)) for name, values in found.items()]
    return tuple(sorted(bands, key=lambda band: (-band.least, -band.most)))


def classed(table: Published) -> Iterable[tuple[int, str, Fraction]]:
    """The row, class and total of every row that has both."""
    column, total = table.place("class"), table.place("total", "score")
    if column is None or total is None:
        return
    for row in table.body:
        name, value = tidy(table.cell(row, column).text), table.number(row, total)
        if name and value is not None:
            yield row, name, value


def disjoint(bands: Sequence[Band]) -> bool:
    """Whether no total of a worse class reaches one of a better class."""
    return all(worse.most < better.least for better, worse in pairwise(bands))


def possible(bands: Sequence[Band], value: Fraction) -> tuple[str, ...]:
    """The classes that a total may have: one within what is printed of it, two between; none where bands overlap."""
    if not bands or not disjoint(bands):
        return ()
    return tuple(
        band.name
        for place, band in enumerate(bands)
        if (place == 0 or value < bands[place - 1].least) and (place == len(bands) - 1 or value > bands[place + 1].most)
    )
