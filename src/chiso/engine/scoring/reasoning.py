"""The reason of a score, built on demand from the exact computation of one unit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from flint import fmpq

from chiso.engine.formulas import Leaf, explained
from chiso.engine.framework import Criterion, Framework
from chiso.engine.framework.maxima import taking_part, weight_of
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
    besides = ""
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
        if child.role == "score":
            parts.append(_part(child, figure(value), alone.block, criterion.combine.kind))
        else:
            besides += f" {'+' if child.role == 'bonus' else '−'} {figure(value)}"
    written = _written(framework, alone.block, criterion, parts, left_out) + besides
    changes = (Change("left_out", ", ".join(left_out), ""),) if left_out else ()
    return Reason(criterion.combine.kind, values, written, changes)


def _written(
    framework: Framework, block: str, criterion: Criterion, parts: Sequence[str], left_out: Sequence[str]
) -> str:
    """The combination in figures, with what the parts that count take over from those that are left out."""
    kind, renormalise = criterion.combine.kind, criterion.combine.renormalise and bool(left_out)
    joined = _SIGNS[kind].join(parts)
    together = joined if len(parts) == 1 else f"({joined})"
    asked = taking_part(criterion.children, block)
    present = [child for child in asked if not {child.code, framework.partners.get(child.code)} <= {*left_out, None}]
    if kind == "mean":
        return f"{together}/{len(present if renormalise else asked)}"
    if kind == "geometric":
        return f"({joined})^(1/{figure(_weight(framework, block, kind, present))})"
    if kind == "best" or not renormalise or not present:
        return joined
    whole, part = (_weight(framework, block, kind, some) for some in (asked, present))
    return f"{together} × {figure(whole)}/{figure(part)}"


def _weight(framework: Framework, block: str, kind: str, children: Sequence[Criterion]) -> Exact:
    """What children weigh together: in a sum their maxima."""
    if kind == "sum":
        return sum(filter(None, (framework.max_of(child.code, block) for child in children)), fmpq(0))
    return sum((weight_of(child, block) for child in children), fmpq(0))


def _part(child: Criterion, value: str, block: str, kind: str) -> str:
    if child.weight is None or kind not in ("weighted", "geometric"):
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
