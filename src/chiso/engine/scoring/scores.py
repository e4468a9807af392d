"""The scores of all units: printed digits, exact values, states, maxima and reasons."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, TypeAlias

import numpy as np
from flint import arb, fmpq

from chiso.engine.answers import Answers
from chiso.engine.formulas import Columns, Extreme, extreme_source
from chiso.engine.formulas.extremes import candidates, extreme
from chiso.engine.framework import Framework
from chiso.engine.quantities import BoundedArithmetic, RationalArithmetic, Unresolved, decimal_text, resolved
from chiso.engine.quantities.arithmetic import Integers
from chiso.engine.quantities.decimals import scaled_text
from chiso.engine.reasons import Reason
from chiso.engine.scoring.reasoning import reason
from chiso.engine.scoring.run import Extremes, Run

Way: TypeAlias = Literal["official", "exact", "float"]


@dataclass(frozen=True)
class Score:
    """One unit's points on one criterion.

    points: the printed digits, None without a result; exact: the number itself, a rational (or, where the rule is
    irrational, a ball); maximum: the unit's own, None where unknown; state: `scored`, `capped`, `granted`, `missing`,
    `not_applicable`, `no_result` or `set_aside`; clause: where the decision says so.
    """

    unit: str
    criterion: str
    points: str | None
    exact: fmpq | arb | None
    maximum: str | None
    state: str
    reason: Reason
    clause: str | None


class Scores:
    """The scores of a framework over answers; columns are computed when they are asked for, and kept."""

    def __init__(self, framework: Framework, answers: Answers, way: Way = "official") -> None:
        self.framework, self.answers, self.way = framework, answers, way
        self._alone: dict[int, Run] = {}

    @cached_property
    def runs(self) -> dict[str, Run]:
        """The computation of each block that has units."""
        found: dict[str, Run] = {}
        for block in self.framework.block_ids:
            rows = self.answers.units.rows(block)
            arithmetic = (
                RationalArithmetic(len(rows))
                if self.way == "exact"
                else BoundedArithmetic(len(rows), certify=self.way == "official")
            )
            found[block] = Run(self.framework, self.answers, block, rows, arithmetic, self._extremes(block))
        return found

    @cached_property
    def places(self) -> dict[int, tuple[str, int]]:
        """The block and the row there of each unit that is assessed, by its place in the register."""
        return {int(place): (block, row) for block, run in self.runs.items() for row, place in enumerate(run.rows)}

    def _extremes(self, block: str) -> Extremes:
        found: dict[str, Extreme | None] = {}
        for code, node in self.framework.nodes.items():
            source = extreme_source(node.formula)
            if source is not None and self.framework.applies(code, block):
                found[code] = self._extreme(code, *source, block)
        return found

    def _extreme(self, code: str, source: str, among: str, block: str) -> Extreme | None:
        blocks = [b for b in self.framework.block_ids if self.framework.applies(code, b)]
        units = self.answers.units
        rows = np.concatenate([units.rows(b) for b in (blocks if among == "cycle" else [block])])
        columns = self.columns(rows, BoundedArithmetic(len(rows)))
        near = candidates(columns, source, rows, [int(row) in units.ranked for row in rows])
        if not len(near):
            return None
        return extreme(self.columns(near, RationalArithmetic(len(near))).value(source), len(near))

    def columns(self, rows: Integers, arithmetic: Any) -> Columns:
        """The answers of some units of the register, for formulas that name no criteria."""

        def refuse(code: str) -> Any:
            raise KeyError(code)

        return Columns(self.framework, self.answers, rows, arithmetic, refuse, refuse)

    def printed(self, code: str) -> list[str | None]:
        """The printed points of a criterion for every unit of the register; None where there are none."""
        out: list[str | None] = [None] * len(self.answers.units)
        decimals = self.framework.prints(code)
        for block, run in self.runs.items():
            if not self.framework.applies(code, block) or not len(run.rows):
                continue
            shown = run.shown(code)
            for row, number in enumerate(run.printed(code).tolist()):
                if shown[row]:
                    out[run.rows[row]] = scaled_text(int(number), decimals)
        return out

    def exact_run(self, place: int) -> Run:
        """The exact computation of one unit."""
        if place not in self._alone:
            block, row = self.places[place]
            self._alone[place] = self.runs[block].exactly(np.array([row]))
        return self._alone[place]

    def score(self, unit: str, code: str) -> Score | None:
        """One unit's score on one criterion; None where it is not asked of the unit or the unit is not assessed."""
        place = self.answers.units.index[unit]
        if place not in self.places:
            return None
        block, row = self.places[place]
        if not self.framework.applies(code, block):
            return None

        def compute() -> Score:
            try:
                return self._score(unit, code, block, row)
            except Unresolved:
                self._alone.pop(place)
                raise

        found: Score = resolved(compute)
        return found

    def _score(self, unit: str, code: str, block: str, row: int) -> Score:
        run, place = self.runs[block], self.answers.units.index[unit]
        alone = self.exact_run(place)
        node = alone.node(code)
        state = node.state(0)
        if state == "scored" and node.capped is not None and node.capped[0]:
            state = "capped"
        elif state == "scored" and self.framework.nodes[code].given:
            state = "granted"
        shown = bool(run.shown(code)[row])
        points = scaled_text(int(run.printed(code)[row]), self.framework.prints(code)) if shown else None
        value = np.broadcast_to(node.points.values, (1,))[0] if shown else None
        clause = self.framework.inherited(code, "clause")
        return Score(unit, code, points, value, self._maximum(node), state, reason(self.framework, alone, code), clause)

    def _maximum(self, node: Any) -> str | None:
        if node.maximum is None:
            return None
        return decimal_text(np.broadcast_to(node.maximum.values, (1,))[0])

    def of_unit(self, unit: str) -> list[Score]:
        """All scores of a unit, in the order of the framework."""
        found = [self.score(unit, code) for code in self.framework.nodes]
        return [score for score in found if score is not None]


def score(framework: Framework, answers: Answers, *, way: Way = "official") -> Scores:
    """The scores of the answers, whatever their stage.

    way: `official` computes with bounded floats and again with exact rationals wherever the bounds do not prove the
    outcome; `exact` computes with rationals throughout; `float` proves nothing and is for analysis only.
    """
    return Scores(framework, answers, way)
