"""What changed since the time before: ranks, points, classes and their shares, units joined by their codes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Literal, TypeAlias

from chiso.engine.framework import Band, Criterion
from chiso.engine.quantities import decimal_text, exact
from chiso.engine.ranking import Place
from chiso.report.kinds.source import Source
from chiso.report.results.standings import Standing, standings
from chiso.report.results.tables import by_share, share_cell

State: TypeAlias = Literal["both", "new", "gone", "unranked_before", "unranked_now", "other_block"]


@dataclass(frozen=True)
class Changed:
    """One unit at two times; before, after: its places, None where it had none in the block.

    ranks: how many it went up, less than 0 where it went down; points: how many more it has; share: of its own
    maximum, in percentage points; classes: how many it went up. Each is None where one of the two is not known, or
    where the two cannot be compared.
    """

    unit: str
    state: State
    before: Place | None
    after: Place | None
    ranks: int | None = None
    points: Decimal | None = None
    share: Decimal | None = None
    classes: int | None = None

    @property
    def rank_numbers(self) -> tuple[int | None, int | None]:
        """The ranks at both times."""
        before, after = self.before, self.after
        return None if before is None else before.rank, None if after is None else after.rank


@dataclass(frozen=True)
class Shift:
    """How many units are in a class at two times, and of how many; band: "" below all classes."""

    band: str
    before: int
    of_before: int
    after: int
    of_after: int

    @property
    def points(self) -> Decimal | None:
        """The change of the share in percentage points, with two decimals; None where one time has no units."""
        if not self.of_before or not self.of_after:
            return None
        more = exact(self.after) / exact(self.of_after) - exact(self.before) / exact(self.of_before)
        return Decimal(decimal_text(more * 100, 2))


def since(source: Source, standing: Standing) -> Since | None:
    """The comparison of a standing with the time before; None where no time before is known, or nothing joins."""
    previous = source.previous
    if previous is None:
        return None
    found = list(standings(previous.scores, previous.ranking))
    same = (each for each in found if (each.criterion.code, each.block) == (standing.criterion.code, standing.block))
    earlier = next(same, None)
    return None if earlier is None else Since(source, standing, previous, earlier)


class Since:
    """Every unit of a standing, and those that are gone from it, beside the time before."""

    def __init__(self, source: Source, standing: Standing, previous: Source, earlier: Standing) -> None:
        self.source, self.standing, self.previous, self.earlier = source, standing, previous, earlier
        self.ranked_before, self.ranked_now = earlier.places.ranked, standing.places.ranked
        self._comparable: dict[str, bool] = {}

    def comparable(self, criterion: Criterion) -> bool:
        """Whether points on a criterion mean the same at both times: by the same framework, or of the same maximum."""
        if criterion.code not in self._comparable:
            self._comparable[criterion.code] = self._same_measure(criterion)
        return self._comparable[criterion.code]

    def _same_measure(self, criterion: Criterion) -> bool:
        now, then = self.source.scores.framework, self.previous.scores.framework
        if criterion.code not in then.nodes:
            return False
        if now.id == then.id:
            return True
        blocks = now.block_ids if self.standing.block == "*" else (self.standing.block,)
        maxima = [(now.max_of(criterion.code, block), then.max_of(criterion.code, block)) for block in blocks]
        return all(mine is not None and mine == other for mine, other in maxima)

    def of(self, unit: str) -> Changed:
        """The change of a unit that is in the standing now or was the time before."""
        before, after = self.earlier.places.of.get(unit), self.standing.places.of.get(unit)
        state = self._state(unit, before, after)
        if before is None or after is None:
            return Changed(unit, state, before, after)
        ranks = before.rank - after.rank if before.rank is not None and after.rank is not None else None
        points = self._points(before, after) if self.comparable(self.standing.criterion) else None
        return Changed(unit, state, before, after, ranks, points, self._share(unit), self._classes(before, after))

    def _state(self, unit: str, before: Place | None, after: Place | None) -> State:
        if after is None:
            return "gone"
        if before is None:
            return "other_block" if unit in self.previous.scores.answers.units.index else "new"
        if self.standing.criterion.rank is not None and after.rank is None:
            return "unranked_now"
        return "unranked_before" if before.rank is None and after.rank is not None else "both"

    def _points(self, before: Place, after: Place) -> Decimal | None:
        if before.points is None or after.points is None:
            return None
        return Decimal(after.points) - Decimal(before.points)

    def _share(self, unit: str) -> Decimal | None:
        """The change in percentage points, where both times go by the share of the own maximum."""
        if not (by_share(self.standing.criterion) and by_share(self.earlier.criterion)):
            return None
        now = share_cell(self.source.scores.score(unit, self.standing.criterion.code)).value
        then = share_cell(self.previous.scores.score(unit, self.earlier.criterion.code)).value
        return None if now is None or then is None else now - then

    @cached_property
    def bands(self) -> tuple[Band, ...]:
        """The classes, best first, where both times have the same ones; else none."""
        now, then = self.standing.criterion.classes, self.earlier.criterion.classes
        if now is None or then is None or [each.id for each in now.bands] != [each.id for each in then.bands]:
            return ()
        return tuple(now.bands)

    def _classes(self, before: Place, after: Place) -> int | None:
        if not self.bands or not before.determined or not after.determined:
            return None
        order = [*(band.id for band in self.bands), ""]
        return order.index(before.classes[0]) - order.index(after.classes[0])

    def all(self) -> Iterator[Changed]:
        """Every unit in the order of the standing, then those that are gone, in the order of the time before."""
        for place in self.standing.places.places:
            yield self.of(place.unit)
        for place in self.earlier.places.places:
            if place.unit not in self.standing.places.of:
                yield self.of(place.unit)

    def climbers(self, *, up: bool) -> tuple[Changed, ...]:
        """Those that went up, or down, most ranks first; of equal moves, those now in front first."""
        moved = [each for each in self.all() if each.ranks is not None and (each.ranks > 0 if up else each.ranks < 0)]
        return tuple(sorted(moved, key=lambda each: -abs(each.ranks or 0)))

    def shifts(self) -> tuple[Shift, ...]:
        """How many units are certainly in each class at both times, best first, of all that have one or may have."""
        if not self.bands:
            return ()
        held = [
            [place for place in table.places if place.classes] for table in (self.earlier.places, self.standing.places)
        ]
        certain = [[place.classes[0] for place in each if place.determined] for each in held]
        order = [band.id for band in self.bands] + [""] * any("" in each for each in certain)
        (before, after), (of_before, of_after) = certain, [len(each) for each in held]
        return tuple(Shift(band, before.count(band), of_before, after.count(band), of_after) for band in order)


def unjoined(source: Source) -> tuple[str, ...]:
    """The criteria that are ranked or classed now and were not the time before, by their codes."""
    if source.previous is None:
        return ()
    found = standings(source.scores, source.ranking)
    return tuple(
        dict.fromkeys(
            standing.criterion.code
            for standing in found
            if any(place.points is not None for place in standing.places.places) and since(source, standing) is None
        )
    )
