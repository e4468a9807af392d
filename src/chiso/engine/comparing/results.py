"""Who moved between two results, by how much, and which answers moved them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from flint import fmpq

from chiso.engine.answers import Answers
from chiso.engine.comparing.causes import Change, changed_answers, cited
from chiso.engine.expressions.evaluating import PRESENT
from chiso.engine.formulas import Extreme, extreme_ends, extreme_source
from chiso.engine.quantities import RationalArithmetic, exact, resolved
from chiso.engine.quantities.decimals import decimal_text
from chiso.engine.quantities.rational import middle
from chiso.engine.ranking import Place, Table, rank
from chiso.engine.scoring import Scores
from chiso.engine.scoring.run import Run


@dataclass(frozen=True)
class Cause:
    """An answer that moved a unit: whose, to what, from and to which text; effect: the points that it brought.

    effect: the unit's points as they are less its points with this answer alone taken back; None for an answer that is
    gone with its case, and for one of another unit that set the best or the least value against which all are measured.
    """

    unit: str
    case: str
    question: str
    before: str
    after: str
    effect: fmpq | None


@dataclass(frozen=True)
class Move:
    """One unit's change on a ranked criterion.

    points: printed, before and after; difference: of the printed points, None where one of them is missing; ranks and
    classes before and after; causes: the answers that moved its points; overtaken_by: units that were not ahead of it
    before and are now.
    """

    criterion: str
    block: str
    unit: str
    points: tuple[str | None, str | None]
    difference: str | None
    ranks: tuple[int | None, int | None]
    classes: tuple[tuple[str, ...], tuple[str, ...]]
    causes: tuple[Cause, ...] = ()
    overtaken_by: tuple[str, ...] = ()


def compare_results(before: Scores, after: Scores) -> tuple[Move, ...]:
    """Everyone whose points, rank or class changed, on every ranked criterion, in the order of the newer ranking.

    Units are joined by their codes, whatever their block was; overtaken is a unit only within its block. Causes are
    told where both results stand on the same framework.
    """
    found = Comparison(before, after)
    return tuple(found.told(move) for move in found.moves)


class Comparison:
    """Two results side by side; what moved a unit is computed only when it is asked for."""

    def __init__(self, before: Scores, after: Scores) -> None:
        self.before, self.after = before, after

    @cached_property
    def moves(self) -> tuple[Move, ...]:
        """Everyone whose points, rank or class changed, without the causes, in the order of the newer ranking."""
        anywhere = {(table.criterion, unit): place for table in self._old for unit, place in table.of.items()}
        found = (
            _move(table.criterion, table.block, anywhere.get((table.criterion, place.unit)), place)
            for table in self._new for place in table.places
        )  # fmt: skip
        return tuple(move for move in found if move is not None)

    def told(self, move: Move) -> Move:
        """A move of this comparison with its causes and with who overtook the unit."""
        key = (move.criterion, move.block)
        old, new = (
            next((table.of for table in tables if (table.criterion, table.block) == key), {})
            for tables in (self._old, self._new)
        )
        return _with_causes(move, self._attribution, old, new)

    @cached_property
    def _old(self) -> tuple[Table, ...]:
        return rank(self.before).tables

    @cached_property
    def _new(self) -> tuple[Table, ...]:
        return rank(self.after).tables

    @cached_property
    def _attribution(self) -> _Attribution:
        same = self.before.framework == self.after.framework
        changes = changed_answers(self.before.answers, self.after.answers) if same else []
        return _Attribution(self.before, self.after, changes)


def _move(criterion: str, block: str, old: Place | None, new: Place) -> Move | None:
    points = (old.points if old else None, new.points)
    ranks = (old.rank if old else None, new.rank)
    classes = (old.classes if old else (), new.classes)
    if points[0] == points[1] and ranks[0] == ranks[1] and classes[0] == classes[1]:
        return None
    difference = None
    if points[0] is not None and points[1] is not None:
        difference = decimal_text(exact(points[1]) - exact(points[0]))
    return Move(criterion, block, new.unit, points, difference, ranks, classes)


def _with_causes(move: Move, attribution: _Attribution, old: Mapping[str, Place], new: Mapping[str, Place]) -> Move:
    causes = attribution.causes(move) if move.points[0] != move.points[1] else ()
    overtaken = tuple(
        unit for unit, place in new.items()
        if unit != move.unit and move.ranks[0] is not None and _ahead(place.rank, move.ranks[1])
        and unit in old and not _ahead(old[unit].rank, move.ranks[0])
    )  # fmt: skip
    return Move(
        move.criterion, move.block, move.unit, move.points, move.difference, move.ranks, move.classes, causes, overtaken
    )


def _ahead(other: int | None, own: int | None) -> bool:
    return other is not None and own is not None and other < own


class _Attribution:
    """Which changed answers moved a unit."""

    def __init__(self, before: Scores, after: Scores, changes: list[Change]) -> None:
        self.before, self.after = before, after
        self.setters: dict[tuple[str, str], list[tuple[str, list[Change]]]] = {}
        self.by_unit: dict[str, list[Change]] = {}
        for change in changes:
            self.by_unit.setdefault(change.unit, []).append(change)

    def causes(self, move: Move) -> tuple[Cause, ...]:
        """The unit's own changed answers that count on the criterion, and those of others that set the measure."""
        if not self.by_unit:
            return ()
        needed = cited(self.after.framework, move.criterion)
        own = [change for change in self.by_unit.get(move.unit, []) if change.question in needed]
        found = [self._own(move, change) for change in own]
        moving = [cause for cause in found if cause.effect is None or cause.effect != 0]
        return tuple(moving) + tuple(self._of_others(move, needed))

    def _own(self, move: Move, change: Change) -> Cause:
        alone = self.after.answers.only(move.unit)
        if alone.place(change.question, move.unit, change.case) is None:
            return Cause(change.unit, change.case, change.question, change.before, change.after, None)
        back = alone.replaced({(move.unit, change.case, change.question): change.before})
        effect = self._points(alone, move) - self._points(back, move)
        return Cause(change.unit, change.case, change.question, change.before, change.after, effect)

    def _points(self, answers: Answers, move: Move) -> fmpq:
        """The exact points of a unit's answers, measured against the extremes of the newer result."""
        block = answers.units.blocks[0]
        extremes = self.after.runs[block].extremes

        def compute() -> Any:
            run = Run(self.after.framework, answers, block, np.array([0]), RationalArithmetic(1), extremes)
            return middle(np.broadcast_to(run.node(move.criterion).points.values, (1,))[0])

        found: fmpq = resolved(compute)
        return found

    def _of_others(self, move: Move, needed: frozenset[str]) -> Iterator[Cause]:
        block = self.after.answers.units.blocks[self.after.answers.units.index[move.unit]]
        for code in self.after.runs[block].extremes:
            if code not in needed:
                continue
            for unit, changes in self._setters(block, code):
                if unit != move.unit:
                    for change in changes:
                        yield Cause(unit, change.case, change.question, change.before, change.after, None)

    def _setters(self, block: str, code: str) -> list[tuple[str, list[Change]]]:
        """The units whose answers set another extreme for a criterion, with those answers; the same for every move."""
        if (block, code) not in self.setters:
            self.setters[block, code] = list(self._setting(block, code))
        return self.setters[block, code]

    def _setting(self, block: str, code: str) -> Iterator[tuple[str, list[Change]]]:
        formula = self.after.framework.nodes[code].formula
        source, ends = extreme_source(formula), extreme_ends(formula)
        extremes = (self.before.runs[block].extremes.get(code), self.after.runs[block].extremes[code])
        if source is None or extremes[0] == extremes[1]:
            return
        names = cited(self.after.framework, code)
        for unit, changes in self.by_unit.items():
            if self._sets(unit, source[0], ends, extremes):
                yield unit, [change for change in changes if change.question in names]

    def _sets(self, unit: str, source: str, ends: Sequence[str], extremes: tuple[Extreme | None, ...]) -> bool:
        """Whether one of the ends changed that a unit had before or has now; extremes: before and after."""
        before, after = _value(self.before, unit, source), _value(self.after, unit, source)
        for end in ends:
            old, new = (getattr(extreme, end, None) for extreme in extremes)
            if old != new and ((before is not None and before == old) or (after is not None and after == new)):
                return True
        return False


def _value(scores: Scores, unit: str, source: str) -> fmpq | None:
    """A ranked unit's value of an expression over questions; None where it has none."""
    place = scores.answers.units.index[unit]
    if place not in scores.answers.units.ranked:
        return None
    found = scores.columns(np.array([place]), RationalArithmetic(1)).value(source)
    present = found.states is None or found.states[0] == PRESENT
    return np.broadcast_to(found.value.values, (1,))[0] if present else None
