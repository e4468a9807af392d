"""The ranks of a table's units, printed and by the rule that fits most of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from chiso.audit.published import Published
from chiso.audit.recomputing import ranks


@dataclass(frozen=True)
class Unit:
    """A unit, its row (from 0), the number it is ranked by and the printed rank; None where there is none."""

    name: str
    row: int
    value: Fraction | None
    rank: int | None


@dataclass(frozen=True)
class Way:
    """A way to rank. ties: as in a framework; second: the place of the column that parts equal numbers, or None."""

    ties: str
    second: int | None = None


class Ranked:
    """A table whose ranks are checked: its units, and the way of ranking that fits most of them.

    way: one that is laid down, where a framework says it.
    """

    def __init__(self, table: Published, rank: int, score: int, way: Way | None = None) -> None:
        self.table, self.score, self.stated = table, score, way
        self.units = tuple(
            Unit(each.unit, each.row, table.number(each.row, score), _whole(table.number(each.row, rank)))
            for each in table.standings
        )

    @cached_property
    def way(self) -> Way:
        """The way that fits most units, the simplest of equal ones."""
        if self.stated is not None:
            return self.stated
        simple = Way("competition")
        if self.fits(simple) == len(self.valued):
            return simple
        seconds = [place for place in self.table.places("part") if self._numeric(place)]
        return max([simple, Way("dense"), *(Way("competition", place) for place in seconds)], key=self.fits)

    @cached_property
    def valued(self) -> tuple[Unit, ...]:
        """The units with a number."""
        return tuple(unit for unit in self.units if unit.value is not None)

    @cached_property
    def tied(self) -> tuple[Unit, ...]:
        """The units whose number another unit has too."""
        return tuple(unit for units in self.alike.values() if len(units) > 1 for unit in units)

    @cached_property
    def alike(self) -> Mapping[Fraction | None, tuple[Unit, ...]]:
        """The units of each number, in the order of the table."""
        found: dict[Fraction | None, list[Unit]] = {}
        for unit in self.valued:
            found.setdefault(unit.value, []).append(unit)
        return {value: tuple(units) for value, units in found.items()}

    @cached_property
    def sharing(self) -> bool:
        """Whether two rows with the same number share a rank anywhere."""
        return any(
            len({unit.rank for unit in units}) < len({unit.row for unit in units}) for units in self.alike.values()
        )

    @cached_property
    def rows(self) -> Mapping[int, tuple[Unit, ...]]:
        """The units of each row."""
        found: dict[int, list[Unit]] = {}
        for unit in self.units:
            found.setdefault(unit.row, []).append(unit)
        return {row: tuple(units) for row, units in found.items()}

    def fits(self, way: Way) -> int:
        """How many units with a number have the rank that a way of ranking gives."""
        pairs = zip(self.units, self.computed(way), strict=True)
        return sum(unit.value is not None and unit.rank == rank for unit, rank in pairs)

    def computed(self, way: Way | None = None) -> Sequence[int | None]:
        """The rank of every unit by a way of ranking; that of a unit without a number is the number of units."""
        used = way or self.way
        if used not in self._computed:
            self._computed[used] = ranks([self._key(unit, used) for unit in self.units], used.ties, last=True)
        return self._computed[used]

    @cached_property
    def _computed(self) -> dict[Way, Sequence[int | None]]:
        return {}

    def _key(self, unit: Unit, way: Way) -> tuple[Fraction, ...] | None:
        if unit.value is None:
            return None
        if way.second is None:
            return (unit.value,)
        return unit.value, self.table.number(unit.row, way.second) or Fraction(0)

    def _numeric(self, place: int) -> bool:
        return all(self.table.number(unit.row, place) is not None for unit in self.valued)


def _whole(number: Fraction | None) -> int | None:
    return int(number) if number is not None and number.denominator == 1 else None
