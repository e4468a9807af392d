"""The reason of a score, built on demand from the exact computation of one unit."""

from __future__ import annotations

from typing import Any

import numpy as np
from flint import fmpq

from chiso.engine.formulas import Leaf, explained
from chiso.engine.framework import Criterion, Framework
from chiso.engine.framework.maxima import weight_of
from chiso.engine.quantities import decimal_text, rounded
from chiso.engine.quantities.decimals import Exact
from chiso.engine.reasons import Change, Parameter, Reason, figure
from chiso.engine.scoring.evaluation import evaluated
from chiso.engine.scoring.node import Node
from chiso.engine.scoring.run import Run

_SIGNS = {"sum": " + ", "weighted": " + ", "mean": " + ", "geometric": " × ", "best": "; "}


def _only(numbers: Any) -> Any:
    return np.broadcast_to(numbers.values, (1,))[0]


def reason(framework: Framework, alone: Run, code: str) -> Reason:
    """Why a criterion has its points; `alone` is the exact run of one unit."""
    criterion, node = framework.nodes[code], alone.node(code)
    state = node.state(0)
    if state in ("missing", "not_applicable", "no_result"):
        return _absent(framework, alone, criterion, node, state)
    before = evaluated(alone, criterion)
    if criterion.children:
        found = _group(framework, alone, criterion)
    else:
        leaf = Leaf(code, framework.max_of(code, alone.block), alone.extremes.get(code))
        found = explained(criterion.formula, alone.scope, leaf)
    changes = (*found.changes, *_changes(framework, criterion, before, node))
    return Reason(found.kind, found.values, found.written, changes)


def _absent(framework: Framework, alone: Run, criterion: Criterion, node: Node, state: str) -> Reason:
    if criterion.children or state == "no_result":
        asked = [c.code for c in criterion.children if c.scored and framework.applies(c.code, alone.block)]
        lacking = ", ".join(code for code in asked if _lacks(alone, code, state))
        return Reason(state, {"criteria": lacking}, lacking)
    rule = framework.inherited(criterion.code, state)
    change = (Change(rule, "", figure(_only(node.points))),) if rule in ("zero", "full") else (Change(rule, "", "-"),)
    return Reason(state, {"rule": rule}, "", change)


def _lacks(alone: Run, code: str, state: str) -> bool:
    """Whether a child makes its group what it is: without a result, or with nothing that counts."""
    defined = alone.node(code).defined
    if state == "no_result":
        return defined is not None and not defined[0]
    return not alone.shown(code)[0]


def _group(framework: Framework, alone: Run, criterion: Criterion) -> Reason:
    """The children's points, with their weights and signs."""
    parts: list[str] = []
    values: dict[str, Parameter] = {}
    left_out: list[str] = []
    for child in criterion.children:
        if not child.scored or not framework.applies(child.code, alone.block):
            continue
        node = alone.node(child.code)
        if node.counts is not None and not node.counts[0]:
            left_out.append(child.code)
            continue
        value = _only(node.points)
        values[child.code] = value if isinstance(value, Exact) else figure(value)
        parts.append(_part(child, figure(value), alone.block, criterion.combine.kind))
    written = _written(criterion, alone.block, parts, len(left_out))
    changes = (Change("left_out", ", ".join(left_out), ""),) if left_out else ()
    return Reason(criterion.combine.kind, values, written, changes)


def _written(criterion: Criterion, block: str, parts: list[str], left_out: int) -> str:
    """The combination in figures; what renormalising does is told by what was left out."""
    kind = criterion.combine.kind
    joined = _SIGNS[kind].join(parts).replace("+ −", "− ")
    if kind == "mean":
        return f"({joined})/{len(parts) + (0 if criterion.combine.renormalise else left_out)}"
    if kind == "geometric":
        degree = sum((weight_of(child, block) for child in criterion.children), fmpq(0))
        return f"({joined})^(1/{figure(degree)})" if not left_out else f"({joined})^(1/…)"
    return joined


def _part(child: Criterion, value: str, block: str, kind: str) -> str:
    if child.role == "penalty":
        return f"−{value}"
    if child.weight is None or kind not in ("weighted", "geometric", "mean"):
        return value
    shown = figure(weight_of(child, block))
    return f"{value}^{shown}" if kind == "geometric" else f"{shown} × {value}"


def _changes(framework: Framework, criterion: Criterion, before: Node, node: Node) -> tuple[Change, ...]:
    """What the cap, the floor, the gate, an exclusive criterion and rounding did, in that order."""
    changes: list[Change] = []
    value = _only(before.points)
    if before.capped is not None and before.capped[0]:
        changes.append(Change("cap", "", figure(value)))
    for kind, limit in (("floor", criterion.floor), ("cap", criterion.cap)):
        if limit is not None and ((value < limit) if kind == "floor" else (value > limit)):
            changes.append(Change(kind, figure(value), decimal_text(limit)))
            value = limit
    if node.gated is not None and node.gated[0] and criterion.gate is not None:
        after = "0" if criterion.gate.fails == "zero" else figure(value)
        changes.append(Change("gate", figure(value), after))
        value = value - value if criterion.gate.fails == "zero" else value
    if node.state(0) == "set_aside":
        return (*changes, Change("set_aside", figure(value), "0"))
    decimals = framework.rounds_to(criterion.code)
    if decimals is not None:
        after_rounding = _only(node.points)
        if not isinstance(value, Exact) or rounded(value, decimals) != value:
            changes.append(Change("round", figure(value), decimal_text(after_rounding, decimals)))
    return tuple(changes)
