"""Why a leaf of one unit has its points: the operands of its formula, exact."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from flint import fmpq

from chiso.engine.expressions import names_of
from chiso.engine.expressions.evaluating import PRESENT
from chiso.engine.formulas.points import Leaf, points
from chiso.engine.formulas.scope import Columns
from chiso.engine.framework import leaves
from chiso.engine.quantities import Exact
from chiso.engine.reasons import Parameter, Reason, figure

Explained = tuple[dict[str, Parameter], str]


def _one(scope: Columns, source: str) -> Exact:
    """The value of an expression for the one row of the scope."""
    found: Exact = np.broadcast_to(scope.value(source).value.values, (1,))[0]
    return found


def _ratio(formula: leaves.Ratio, scope: Columns, leaf: Leaf) -> Explained:
    part, whole = _one(scope, formula.part), _one(scope, formula.whole)
    written = f"{figure(leaf.full)} × {figure(part)}/{figure(whole)}"
    if whole == 0:
        written = _instead(f"{figure(part)}/0", formula.whole_zero, leaf)
    return {"max": leaf.full, "part": part, "whole": whole}, written


def _instead(written: str, rule: str, leaf: Leaf) -> str:
    """What a rule such as `whole_zero` gives where the formula cannot be computed."""
    return f"{written} → {figure(leaf.full) if rule == 'full' else '0'}"


def _yes_no(formula: leaves.YesNo, scope: Columns, leaf: Leaf) -> Explained:
    del leaf
    yes = bool(np.broadcast_to(scope.value(formula.question).value, (1,))[0])
    return {"answer": "yes" if yes else "no"}, "yes" if yes else "no"


def _steps(formula: leaves.Steps, scope: Columns, leaf: Leaf) -> Explained:
    del leaf
    value = _one(scope, formula.of)
    for step in formula.table:
        if value > step.limit or (value == step.limit and formula.closed == "below"):
            sign = "≥" if formula.closed == "below" else ">"
            return {"value": value, "limit": step.limit}, f"{figure(value)} {sign} {figure(step.limit)}"
    lowest = formula.table[-1].limit
    sign = "<" if formula.closed == "below" else "≤"
    return {"value": value, "limit": lowest}, f"{figure(value)} {sign} {figure(lowest)}"


def _tiers(formula: leaves.Tiers, scope: Columns, leaf: Leaf) -> Explained:
    share = _one(scope, formula.share)
    values: dict[str, Parameter] = {
        "share": share, "norm": formula.norm, "starts": formula.starts, "max": leaf.full,
    }  # fmt: skip
    if share >= formula.norm:
        return values, f"{figure(share)} ≥ {figure(formula.norm)}"
    if share < formula.starts:
        return values, f"{figure(share)} < {figure(formula.starts)}"
    return values, f"{figure(leaf.full)} × {figure(share)}/{figure(formula.norm)}"


def _per_item(formula: leaves.PerItem, scope: Columns, leaf: Leaf) -> Explained:
    del leaf
    count = _one(scope, formula.count)
    return {"count": count, "each": formula.each}, f"{figure(count)} × {figure(formula.each)}"


def _levels(formula: leaves.Levels, scope: Columns, leaf: Leaf) -> Explained:
    del leaf
    for place, level in enumerate(formula.levels, 1):
        if bool(np.broadcast_to(scope.value(level.when).value, (1,))[0]):
            name = str(level.name) if level.name is not None else level.when
            return {"level": fmpq(place), "name": name}, level.when
    return {"level": fmpq(0), "name": ""}, "-"


def _to_best(formula: leaves.ToBest, scope: Columns, leaf: Leaf) -> Explained:
    value = _one(scope, formula.of)
    best = leaf.extreme.greatest if leaf.extreme is not None else fmpq(0)
    written = f"{figure(leaf.full)} × {figure(value)}/{figure(best)}"
    if best <= 0:
        written = _instead(f"{figure(value)}/{figure(best)}", formula.all_zero, leaf)
    return {"max": leaf.full, "value": value, "best": best, "among": formula.among}, written


def _between(low: Exact, high: Exact, formula: Any, scope: Columns, leaf: Leaf) -> Explained:
    value = _one(scope, formula.of)
    values: dict[str, Parameter] = {"max": leaf.full, "value": value, "low": low, "high": high}
    least, most = figure(low), figure(high)
    if getattr(formula, "logarithm", False):
        return values, f"{figure(leaf.full)} × ln({figure(value)}/{least})/ln({most}/{least})"
    if getattr(formula, "better", "more") == "less":
        return values, f"{figure(leaf.full)} × ({most} − {figure(value)})/({most} − {least})"
    return values, f"{figure(leaf.full)} × ({figure(value)} − {least})/({most} − {least})"


def _min_max(formula: leaves.MinMax, scope: Columns, leaf: Leaf) -> Explained:
    extreme = leaf.extreme
    low, high = (extreme.least, extreme.greatest) if extreme is not None else (fmpq(0), fmpq(0))
    values, written = _between(low, high, formula, scope, leaf)
    return values, _instead(f"{figure(low)} = {figure(high)}", formula.all_equal, leaf) if low == high else written


def _goalposts(formula: leaves.Goalposts, scope: Columns, leaf: Leaf) -> Explained:
    return _between(formula.low, formula.high, formula, scope, leaf)


def _calculated(formula: leaves.Calculated, scope: Columns, leaf: Leaf) -> Explained:
    del leaf
    expression = scope.framework.expression(formula.points, scope.per)
    names = dict.fromkeys(
        name.name for name in names_of(expression.tree)
        if not name.criterion and scope.framework.asked[name.name].numeric
        and scope.framework.asked[name.name].per == scope.per
    )  # fmt: skip
    found: dict[str, Parameter] = {}
    told: list[str] = []
    for name in names:
        states = scope.value(name).states
        if states is None or states[0] == PRESENT:
            found[name] = _one(scope, name)
        told.append(f"{name} = {figure(_one(scope, name)) if name in found else 'n/a'}")
    return found, f"{formula.points} [{', '.join(told)}]" if told else formula.points


def _mean_of_cases(formula: leaves.MeanOfCases, scope: Columns, leaf: Leaf) -> Explained:
    inner = scope.cases(formula.per)
    pointed = points(formula.of, inner, leaf)
    cases = len(inner.owners)
    values = np.broadcast_to(pointed.points.values, (cases,))
    present = np.ones(cases, dtype=np.bool_) if pointed.states is None else pointed.states == PRESENT
    counted = int(present.sum()) if formula.missing == "omit" else cases
    total = sum(values[present].tolist(), fmpq(0))
    written = f"{figure(total)}/{counted}" if counted else _instead("0/0", formula.none, leaf)
    return {"total": total, "cases": fmpq(counted)}, written


_EXPLAINED: dict[type[Any], Callable[[Any, Columns, Leaf], Explained]] = {
    leaves.Ratio: _ratio,
    leaves.YesNo: _yes_no,
    leaves.Steps: _steps,
    leaves.Tiers: _tiers,
    leaves.PerItem: _per_item,
    leaves.Levels: _levels,
    leaves.MeanOfCases: _mean_of_cases,
    leaves.ToBest: _to_best,
    leaves.MinMax: _min_max,
    leaves.Goalposts: _goalposts,
    leaves.Calculated: _calculated,
}


def explained(formula: Any, scope: Columns, leaf: Leaf) -> Reason:
    """The reason of a leaf's points for the one unit of an exact scope whose answers are all present."""
    if isinstance(formula, leaves.Given):
        points_given: Exact = points(formula, scope, leaf).points.values[0]
        return Reason("given", {"points": points_given}, figure(points_given))
    values, written = _EXPLAINED[type(formula)](formula, scope, leaf)
    return Reason(formula.kind, values, written)
