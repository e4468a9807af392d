"""Where a unit stands on the parts of a criterion among those that are ranked with it, by printed points."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from chiso.engine.framework import Criterion
from chiso.language import gettext as _
from chiso.report.kinds.source import Source
from chiso.report.official.form import Paragraph, Run
from chiso.report.results.standings import Standing

QUARTER = 4
"""A part is strong where its rank is in the first quarter of the block, weak where it is in the last."""


@dataclass(frozen=True)
class Reached:
    """What a unit reached on a part; of how many the rank is; most: the most points that one of them has."""

    printed: str
    rank: int
    count: int
    most: Decimal

    @property
    def points(self) -> Decimal:
        """The printed points as a number."""
        return Decimal(self.printed)

    @property
    def first_quarter(self) -> bool:
        """Whether the rank is in the first quarter."""
        return QUARTER * self.rank <= self.count

    @property
    def last_quarter(self) -> bool:
        """Whether the rank is in the last quarter, and not in the first."""
        return QUARTER * (self.count - self.rank) < self.count < QUARTER * self.rank

    @property
    def text(self) -> str:
        """`7/9`."""
        return f"{self.rank}/{self.count}"


class Peers:
    """The units of a standing that have a result; the points on each part are printed and sorted once for all."""

    def __init__(self, source: Source, standing: Standing) -> None:
        self.scores = source.scores
        self.placed = [place for place in standing.places.places if place.points is not None]
        self.at = {place.unit: at for at, place in enumerate(self.placed)}
        index = source.scores.answers.units.index
        self.rows = {place.unit: index[place.unit] for place in self.placed}
        self._parts: dict[str, tuple[Sequence[str | None], list[Decimal]]] = {}

    def reached(self, unit: str, part: Criterion) -> Reached | None:
        """What a unit reached on a part; equal points share the better rank, and few penalties are best."""
        row = self.rows.get(unit)
        printed, others = self._of(part)
        own = None if row is None else printed[row]
        if own is None:
            return None
        points, penalty = Decimal(own), part.role == "penalty"
        better = bisect_left(others, points) if penalty else len(others) - bisect_right(others, points)
        return Reached(own, 1 + better, len(others), others[-1])

    def _of(self, part: Criterion) -> tuple[Sequence[str | None], list[Decimal]]:
        """The printed points of all units on a part, and those of the peers as numbers, fewest first."""
        if part.code not in self._parts:
            printed = self.scores.printed(part.code)
            found = (printed[row] for row in self.rows.values())
            self._parts[part.code] = (printed, sorted(Decimal(points) for points in found if points is not None))
        return self._parts[part.code]


def strong_and_weak(parts: Sequence[tuple[str, Reached]]) -> Iterator[Paragraph]:
    """Which parts, by name, are in the first and in the last quarter of the block."""
    named = [(f"{name} ({reached.text})", reached) for name, reached in parts]
    strong = "; ".join(name for name, reached in named if reached.first_quarter) or _("none")
    weak = "; ".join(name for name, reached in named if reached.last_quarter) or _("none")
    yield Paragraph((Run(_("Strong parts (rank in the first quarter): {names}.").format(names=strong)),))
    yield Paragraph((Run(_("Weak parts (rank in the last quarter): {names}.").format(names=weak)),))
