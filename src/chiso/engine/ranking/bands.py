"""The classes of a criterion's units in a block: limits, conditions, gates, knock-outs, quotas."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from flint import fmpq

from chiso.engine.classing import (
    Range,
    at_most,
    names,
    reached,
    share_of,
    together,
    undetermined,
    within_quota,
    without,
)
from chiso.engine.expressions.evaluating import PRESENT
from chiso.engine.framework import Classes, Criterion, Framework, KnockOut
from chiso.engine.quantities.arithmetic import Integers, Mask
from chiso.engine.scoring.run import Run


def bands_of(
    framework: Framework, run: Run, node: Criterion, ranked: Integers, levels: Integers
) -> dict[int, tuple[str, ...]]:
    """The possible classes of each row that has a result.

    ranked, levels: the rows that are ordered, and their places in the order, which quotas follow.
    """
    classes = node.classes
    if classes is None:
        return {}
    best, worst = run.decided(lambda each: _range(framework, each, node, classes))
    best, worst = _quotas(run, classes, (best, worst), ranked, levels)
    shown = run.shown(node.code)
    return {
        row: names(classes.bands, int(best[row]), int(worst[row]))
        for row in range(len(run.rows))
        if shown[row]
    }  # fmt: skip


def _range(framework: Framework, run: Run, node: Criterion, classes: Classes) -> Range:
    found = _by_points(run, node, classes)
    for index, band in enumerate(classes.bands):
        for condition in band.conditions:
            found = without(found, index, ~_holds(run, condition))
    ids = [band.id for band in classes.bands]
    for below in _under(node):
        if not framework.applies(below.code, run.block):
            continue
        gate, gated = below.gate, run.node(below.code).gated
        if gate is not None and gate.fails == "lowest_class" and gated is not None:
            found = at_most(found, len(ids) - 1, gated & (framework.classed(below.code) == node.code))
        rule = below.knock_out
        if rule is not None and framework.classed(below.code, rule.band) == node.code:
            found = at_most(found, ids.index(rule.band), _knocked_out(run, below.code, rule))
    return found


def _by_points(run: Run, node: Criterion, classes: Classes) -> Range:
    if classes.on == "each":
        asked = [code for code in classes.over if run.framework.applies(code, run.block)]
        return together([_each(run, code, classes) for code in asked], classes.mixed, run.arithmetic.size)
    own = run.node(node.code)
    if classes.on == "share" and own.maximum is None:
        return undetermined(classes, run.arithmetic.size)
    value = own.points if classes.on == "points" else share_of(own.points, own.maximum, run.arithmetic)
    return reached(classes, run.arithmetic, value)


def _each(run: Run, code: str, classes: Classes) -> tuple[Range, Mask]:
    """The classes that a criterion's points reach, any where it has no result; and where it counts."""
    node, everywhere = run.node(code), np.ones(run.arithmetic.size, dtype=np.bool_)
    best, worst = reached(classes, run.arithmetic, node.points)
    if node.defined is not None:
        unknown = undetermined(classes, run.arithmetic.size)
        best, worst = (np.where(node.defined, *pair) for pair in ((best, unknown[0]), (worst, unknown[1])))
    return (best, worst), everywhere if node.counts is None else node.counts


def _holds(run: Run, condition: str) -> Mask:
    found = run.scope.value(condition)
    holds: Mask = np.broadcast_to(found.value, (run.arithmetic.size,))
    return holds if found.states is None else holds & (found.states == PRESENT)


def _under(node: Criterion) -> Iterator[Criterion]:
    """The criterion and all below it."""
    yield node
    for child in node.children:
        yield from _under(child)


def _knocked_out(run: Run, code: str, rule: KnockOut) -> Mask:
    """Where the condition holds, or the criterion counts and its points are below the limit."""
    out = np.zeros(run.arithmetic.size, dtype=np.bool_)
    if rule.when is not None:
        out |= _holds(run, rule.when)
    if rule.below is not None:
        limit: fmpq = rule.below
        below = ~np.broadcast_to(run.node(code).points.at_least(run.arithmetic.constant(limit)), out.shape)
        out |= below & run.shown(code)
    return out


def _quotas(run: Run, classes: Classes, found: Range, ranked: Integers, levels: Integers) -> Range:
    best, worst = found
    order = np.zeros(run.arithmetic.size, dtype=np.int64)
    order[ranked] = levels
    for index, band in enumerate(classes.bands):
        quota = band.quota
        if quota is None or (quota.blocks and run.block not in quota.blocks):
            continue
        ids = [each.id for each in classes.bands]
        among = [ids.index(each) for each in quota.of]
        units = int(np.isin(best[ranked], among).sum()) if among else len(ranked)
        holders = ranked[(best[ranked] == index) & (worst[ranked] == index)]
        kept = within_quota(quota, holders, order, units)
        fails = np.zeros(run.arithmetic.size, dtype=np.bool_)
        fails[np.setdiff1d(holders, kept)] = True
        best, worst = without((best, worst), index, fails)
    return best, worst
