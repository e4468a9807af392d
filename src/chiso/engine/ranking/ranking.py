"""Every ranked or classed criterion's table: points, rank and class of each unit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from chiso.engine.framework import Framework, Key, Rank
from chiso.engine.quantities.arithmetic import Integers
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
        may = np.array([place in ranked for place in run.rows.tolist()], dtype=np.bool_)
        return np.flatnonzero(may & run.shown(self.code))

    def table(self, block: str) -> Table:
        """The table, best first."""
        places = [run.rows[rows] for run, rows in zip(self.runs, self.rows, strict=True)]
        numbers, start = ranks(self.levels, np.concatenate(places), self.rule), 0
        placed: list[tuple[bool, int, int, Place]] = []
        for run, rows in zip(self.runs, self.rows, strict=True):
            mine = slice(start, start + len(rows))
            placed += self._placed(run, rows, numbers[mine], self.levels[mine])
            start += len(rows)
        return Table(self.code, block, tuple(each[-1] for each in sorted(placed, key=lambda each: each[:3])))

    def _placed(
        self, run: Run, rows: Integers, numbers: Integers, levels: Integers
    ) -> Iterator[tuple[bool, int, int, Place]]:
        """The places of a run's units, each after whether it lacks a rank, its level and its place in the register."""
        framework, units = self.scores.framework, self.scores.answers.units
        classes = bands_of(framework, run, self.node, rows, levels)
        decimals, shown = framework.prints(self.code), run.shown(self.code).tolist()
        printed = run.printed(self.code).tolist()
        found = dict(zip(rows.tolist(), zip(numbers.tolist(), levels.tolist(), strict=True), strict=True))
        for row, unit in enumerate(run.rows.tolist()):
            points = scaled_text(int(printed[row]), decimals) if shown[row] else None
            own = classes.get(row, ())
            if row in found:
                number, level = found[row]
                rank_shown = number if self.node.rank is not None else None
                yield False, level, unit, Place(units.codes[unit], points, rank_shown, own, "")
            elif units.statuses[unit] == "listed":
                yield True, 0, unit, Place(units.codes[unit], points, None, own, "listed")
            elif self.rule.without_result != "dropped":
                yield True, 0, unit, Place(units.codes[unit], points, self._last(), own, "no_result")

    def _last(self) -> int | None:
        """The rank of a unit without a result: the number of units, where the framework puts it last."""
        if self.rule.without_result != "last" or self.node.rank is None:
            return None
        ranked = self.scores.answers.units.ranked
        return sum(int(place) in ranked for run in self.runs for place in run.rows)
