"""Every ranked or classed criterion's table: points, rank and class of each unit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from chiso.engine.framework import Framework, Key, Rank
from chiso.engine.quantities.arithmetic import Integers, Mask
from chiso.engine.quantities.decimals import scaled_text
from chiso.engine.ranking.bands import bands_of
from chiso.engine.ranking.ordering import order, ranks
from chiso.engine.scoring import Scores
from chiso.engine.scoring.run import Run

CYCLE = "*"
"""The block of a table that ranks all units of the cycle together."""


@dataclass(frozen=True)
class Place:
    """One unit in a table.

    rank: None where the unit is not ranked; classes: the possible classes, best first: one where it is determined,
    none where the criterion has no classes or the unit no result; note: `listed`, `no_result` or "".
    """

    unit: str
    points: str | None
    rank: int | None
    classes: tuple[str, ...]
    note: str

    @property
    def determined(self) -> bool:
        """Whether the class is certain."""
        return len(self.classes) == 1


@dataclass(frozen=True)
class Table:
    """The places on a criterion in a block (`*`: in the whole cycle), best first, then those without a rank."""

    criterion: str
    block: str
    places: tuple[Place, ...]

    @cached_property
    def of(self) -> Mapping[str, Place]:
        """The place of each unit."""
        return {place.unit: place for place in self.places}

    @property
    def ranked(self) -> int:
        """How many units have a rank."""
        return sum(place.rank is not None for place in self.places)


@dataclass(frozen=True)
class Ranking:
    """The tables of all ranked or classed criteria, in the order of the framework."""

    framework: Framework
    tables: tuple[Table, ...]

    def table(self, criterion: str, block: str) -> Table:
        """The table of a criterion in a block; KeyError where there is none."""
        for table in self.tables:
            if table.criterion == criterion and table.block in (block, CYCLE):
                return table
        raise KeyError((criterion, block))


_BY_POINTS = Rank(keys=(Key(),), ties="competition", without_result="listed")


def rank(scores: Scores) -> Ranking:
    """The ranks and classes that the framework declares, on any of its criteria."""
    return Ranking(scores.framework, tuple(_tables(scores)))


def _tables(scores: Scores) -> Iterator[Table]:
    framework = scores.framework
    for node in framework.walk():
        if node.rank is None and node.classes is None:
            continue
        blocks = [b for b in framework.block_ids if framework.applies(node.code, b) and len(scores.runs[b].rows)]
        if node.rank is not None and node.rank.among == "cycle":
            if blocks:
                yield _Ranked(scores, node.code, blocks).table(CYCLE)
        else:
            for block in blocks:
                yield _Ranked(scores, node.code, [block]).table(block)


class _Ranked:
    """The making of one table."""

    def __init__(self, scores: Scores, code: str, blocks: list[str]) -> None:
        self.scores, self.code = scores, code
        self.node = scores.framework.nodes[code]
        self.rule = self.node.rank or _BY_POINTS
        self.runs = [scores.runs[block] for block in blocks]
        self.rows = [self._ordered(run) for run in self.runs]
        self.levels = order(list(zip(self.runs, self.rows, strict=True)), code, self.rule.keys)

    def _ordered(self, run: Run) -> Integers:
        """The rows of a run that are ranked: of ranked units with a result."""
        ranked = self.scores.answers.units.ranked
        may = np.array([int(place) in ranked for place in run.rows], dtype=np.bool_)
        shown: Mask = run.shown(self.code)
        return np.flatnonzero(may & shown)

    def table(self, block: str) -> Table:
        """The table, best first."""
        numbers = iter(ranks(self.levels, self.rule).tolist())
        levels = iter(self.levels.tolist())
        places: list[tuple[int, int, Place]] = []
        total = sum(int(place) in self.scores.answers.units.ranked for run in self.runs for place in run.rows)
        start = 0
        for run, rows in zip(self.runs, self.rows, strict=True):
            classes = bands_of(self.scores.framework, run, self.node, rows, self.levels[start : start + len(rows)])
            start += len(rows)
            found = {int(row): (next(numbers), next(levels)) for row in rows}
            for row in range(len(run.rows)):
                number, level = found.get(row, (None, len(self.levels)))
                place = self._place(run, row, number, classes.get(row, ()), total)
                if place is not None:
                    places.append((level, int(run.rows[row]), place))
        ordered = sorted(places, key=lambda each: (each[2].rank is None, each[0], each[1]))
        return Table(self.code, block, tuple(place for _, _, place in ordered))

    def _place(self, run: Run, row: int, number: int | None, classes: tuple[str, ...], total: int) -> Place | None:
        units = self.scores.answers.units
        unit = int(run.rows[row])
        points = None
        if run.shown(self.code)[row]:
            points = scaled_text(int(run.printed(self.code)[row]), self.scores.framework.prints(self.code))
        if number is not None:
            shown = number if self.node.rank is not None else None
            return Place(units.codes[unit], points, shown, classes, "")
        if units.statuses[unit] == "listed":
            return Place(units.codes[unit], points, None, classes, "listed")
        if self.rule.without_result == "dropped":
            return None
        last = total if self.rule.without_result == "last" and self.node.rank is not None else None
        return Place(units.codes[unit], points, last, classes, "no_result")
