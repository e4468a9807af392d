"""Points of a leaf for all rows of a scope: one function per kind of formula.

Every function returns points within 0 and the maximum (what is granted may lie elsewhere), the state of each row, and
where the cap was reached.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from flint import fmpq

from chiso.engine.expressions.evaluating import MISSING, NOT_APPLICABLE, PRESENT, States, Valued, joined
from chiso.engine.expressions.tree import Name
from chiso.engine.formulas.extremes import Extreme
from chiso.engine.formulas.scope import Columns
from chiso.engine.framework import leaves
from chiso.engine.quantities import Exact, Numbers
from chiso.engine.quantities.arithmetic import Mask

ZERO, ONE = fmpq(0), fmpq(1)


@dataclass(frozen=True)
class Leaf:
    """What a formula needs to know of its leaf: its code, its maximum, and the extremes where it looks at all units."""

    code: str
    maximum: Exact | None
    extreme: Extreme | None = None

    @property
    def full(self) -> Exact:
        """The maximum; 0 where nobody knows it, which only formulas that do not multiply it may ask."""
        return self.maximum if self.maximum is not None else ZERO


@dataclass(frozen=True)
class Pointed:
    """Points, the state of each row (None: all present), where the cap was reached (None: nowhere)."""

    points: Numbers
    states: States | None = None
    capped: Mask | None = None


def clipped(scope: Columns, numbers: Numbers, low: Exact | None, high: Exact | None) -> tuple[Numbers, Mask | None]:
    """The numbers brought within low and high, and where that lowered them."""
    capped: Mask | None = None
    if high is not None:
        limit = scope.constant(high)
        over = numbers.above(limit)
        if over.any():
            capped = np.broadcast_to(over, (scope.arithmetic.size,))
        numbers = scope.arithmetic.minimum(numbers, limit)
    if low is not None and getattr(numbers, "low", -1) < 0:
        numbers = scope.arithmetic.maximum(numbers, scope.constant(low))
    return numbers, capped


def otherwise(scope: Columns, rule: str, full: Exact) -> tuple[Numbers, int]:
    """The points and the state that a rule like `whole_zero: not_applicable` gives."""
    points = scope.constant(full if rule == "full" else ZERO)
    return points, {"missing": MISSING, "not_applicable": NOT_APPLICABLE}.get(rule, PRESENT)


def _replaced(scope: Columns, pointed: Pointed, mask: Mask, rule: str, full: Exact) -> Pointed:
    """The points with what a rule says in the rows of the mask."""
    if not mask.any():
        return pointed
    instead, state = otherwise(scope, rule, full)
    mask = np.broadcast_to(mask, (scope.arithmetic.size,))
    states = np.zeros(scope.arithmetic.size, dtype=np.int8) if pointed.states is None else pointed.states
    capped = None if pointed.capped is None else pointed.capped & ~mask
    points = scope.arithmetic.where(mask, instead, pointed.points)
    return Pointed(points, np.where(mask, np.int8(state), states), capped)


def ratio(formula: leaves.Ratio, scope: Columns, leaf: Leaf) -> Pointed:
    """Max × part / whole, at most max."""
    part, whole = scope.value(formula.part), scope.value(formula.whole)
    states = joined(part.states, whole.states)
    zero = scope.arithmetic.zeros(whole.value)
    divisor = whole.value if zero is None else scope.arithmetic.where(zero, scope.constant(ONE), whole.value)
    over = part.value.above(divisor)
    capped = np.broadcast_to(over, (scope.arithmetic.size,)) if over.any() else None
    pointed = Pointed(scope.arithmetic.proportion(part.value, divisor, leaf.full), states, capped)
    if zero is None:
        return pointed
    if whole.states is not None:
        zero = zero & (whole.states == PRESENT)
    return _replaced(scope, pointed, zero, formula.whole_zero, leaf.full)


def yes_no(formula: leaves.YesNo, scope: Columns, leaf: Leaf) -> Pointed:
    """Points for yes and for no."""
    answer = scope.value(formula.question)
    yes = formula.yes if formula.yes is not None else leaf.full
    no = formula.no if formula.no is not None else ZERO
    return Pointed(scope.arithmetic.where(answer.value, scope.constant(yes), scope.constant(no)), answer.states)


def steps(formula: leaves.Steps, scope: Columns, leaf: Leaf) -> Pointed:
    """The points of the highest limit that is reached."""
    del leaf
    found = scope.value(formula.of)
    points = scope.constant(formula.otherwise if formula.otherwise is not None else ZERO)
    for step in reversed(formula.table):
        limit = scope.constant(step.limit)
        reached = found.value.at_least(limit) if formula.closed == "below" else found.value.above(limit)
        points = scope.arithmetic.where(reached, scope.constant(step.points), points)
    return Pointed(points, found.states)


def tiers(formula: leaves.Tiers, scope: Columns, leaf: Leaf) -> Pointed:
    """All points from the norm on, in proportion below it, none below the start."""
    found = scope.value(formula.share)
    begun = found.value.at_least(scope.constant(formula.starts))
    share, _ = clipped(scope, found.value / scope.constant(formula.norm), ZERO, ONE)
    points = scope.arithmetic.where(begun, share * scope.constant(leaf.full), scope.constant(ZERO))
    return Pointed(points, found.states)


def per_item(formula: leaves.PerItem, scope: Columns, leaf: Leaf) -> Pointed:
    """Count × points for each, capped."""
    found = scope.value(formula.count)
    cap = formula.cap if formula.cap is not None else leaf.maximum
    points, capped = clipped(scope, found.value * scope.constant(formula.each), ZERO, cap)
    return Pointed(points, found.states, capped)


def levels(formula: leaves.Levels, scope: Columns, leaf: Leaf) -> Pointed:
    """The points of the first condition that holds."""
    del leaf
    points = scope.constant(formula.otherwise if formula.otherwise is not None else ZERO)
    states: States | None = None
    for level in reversed(formula.levels):
        condition = scope.value(level.when)
        points = scope.arithmetic.where(condition.value, scope.constant(level.points), points)
        if states is not None:
            states = np.where(condition.value, np.int8(PRESENT), states)
        states = joined(condition.states, states)
    return Pointed(points, states)


def to_best(formula: leaves.ToBest, scope: Columns, leaf: Leaf) -> Pointed:
    """Max × value / the greatest value."""
    found = scope.value(formula.of)
    best = leaf.extreme.greatest if leaf.extreme is not None else ZERO
    if best <= 0:
        return _replaced(
            scope, Pointed(scope.constant(ZERO), found.states), _present(scope, found), formula.all_zero, leaf.full
        )
    share, capped = clipped(scope, found.value / scope.constant(best), ZERO, ONE)
    return Pointed(share * scope.constant(leaf.full), found.states, capped)


def _present(scope: Columns, found: Valued) -> Mask:
    if found.states is None:
        return np.ones(scope.arithmetic.size, dtype=np.bool_)
    mask: Mask = found.states == PRESENT
    return mask


def min_max(formula: leaves.MinMax, scope: Columns, leaf: Leaf) -> Pointed:
    """Max × the place between the least and the greatest value."""
    found = scope.value(formula.of)
    extreme = leaf.extreme
    if extreme is None or extreme.least == extreme.greatest:
        return _replaced(
            scope, Pointed(scope.constant(ZERO), found.states), _present(scope, found), formula.all_equal, leaf.full
        )
    width = scope.constant(extreme.greatest - extreme.least)
    if formula.better == "more":
        share = (found.value - scope.constant(extreme.least)) / width
    else:
        share = (scope.constant(extreme.greatest) - found.value) / width
    share, _ = clipped(scope, share, ZERO, ONE)
    return Pointed(share * scope.constant(leaf.full), found.states)


def goalposts(formula: leaves.Goalposts, scope: Columns, leaf: Leaf) -> Pointed:
    """Max × the place between fixed bounds, of the values or of their logarithms."""
    found = scope.value(formula.of)
    value, high = clipped(scope, found.value, formula.low, formula.high)
    value = scope.arithmetic.maximum(value, scope.constant(formula.low))
    low = scope.constant(formula.low)
    top = scope.constant(formula.high)
    if formula.logarithm:
        logarithm = scope.arithmetic.logarithm
        share = logarithm(value / low) / logarithm(top / low)
    else:
        share = (value - low) / (top - low)
    share, _ = clipped(scope, share, ZERO, ONE)
    return Pointed(share * scope.constant(leaf.full), found.states, high)


def given(formula: leaves.Given, scope: Columns, leaf: Leaf) -> Pointed:
    """The points that were granted."""
    del formula
    found = scope.named(Name(leaf.code))
    return Pointed(found.value, found.states)


def calculated(formula: leaves.Calculated, scope: Columns, leaf: Leaf) -> Pointed:
    """The points of an expression, within 0 and the maximum."""
    found = scope.value(formula.points)
    points, capped = clipped(scope, found.value, ZERO, leaf.maximum)
    return Pointed(points, found.states, capped)


def mean_of_cases(formula: leaves.MeanOfCases, scope: Columns, leaf: Leaf) -> Pointed:
    """The mean of a formula's points over the cases of each unit."""
    inner = scope.cases(formula.per)
    pointed = points(formula.of, inner, leaf)
    size = scope.arithmetic.size
    present = np.ones(inner.arithmetic.size, dtype=np.bool_)
    if pointed.states is not None:
        present = np.broadcast_to(pointed.states == PRESENT, present.shape)
    counted = present if formula.missing == "omit" else np.ones_like(present)
    values = inner.arithmetic.where(present, pointed.points, inner.constant(ZERO))
    total = scope.arithmetic.sums(values, inner.owners, size)
    counts = np.bincount(inner.owners, weights=counted, minlength=size).astype(np.int64)
    divisor = scope.arithmetic.exacts([fmpq(int(count) or 1) for count in counts])
    states = np.zeros(size, dtype=np.int8)
    if formula.missing == "missing":
        states[np.bincount(inner.owners, weights=~present, minlength=size) > 0] = MISSING
    return _replaced(scope, Pointed(total / divisor, states), counts == 0, formula.none, leaf.full)


_RULES: dict[type[Any], Callable[[Any, Columns, Leaf], Pointed]] = {
    leaves.Ratio: ratio,
    leaves.YesNo: yes_no,
    leaves.Steps: steps,
    leaves.Tiers: tiers,
    leaves.PerItem: per_item,
    leaves.Levels: levels,
    leaves.MeanOfCases: mean_of_cases,
    leaves.ToBest: to_best,
    leaves.MinMax: min_max,
    leaves.Goalposts: goalposts,
    leaves.Given: given,
    leaves.Calculated: calculated,
}


def points(formula: Any, scope: Columns, leaf: Leaf) -> Pointed:
    """The points of a leaf by its formula, for all rows of the scope."""
    return _RULES[type(formula)](formula, scope, leaf)
