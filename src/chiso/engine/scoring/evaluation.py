"""The steps from formulas and children to a criterion's points: absence, combination, cap and floor, gate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from flint import fmpq

from chiso.engine.combining import Term, combine, combined_maximum
from chiso.engine.errors import AnswersError, Problem, message
from chiso.engine.expressions.evaluating import MISSING, NOT_APPLICABLE, PRESENT, States, joined
from chiso.engine.formulas import Leaf, points
from chiso.engine.formulas.points import clipped
from chiso.engine.framework import Criterion
from chiso.engine.framework.maxima import weight_of
from chiso.engine.quantities import Numbers
from chiso.engine.quantities.arithmetic import Mask
from chiso.engine.scoring.node import SET_ASIDE, Node, both

if TYPE_CHECKING:
    from chiso.engine.scoring.run import Run

ZERO = fmpq(0)
Child = tuple[Criterion, Node]


def evaluated(run: Run, criterion: Criterion) -> Node:
    """The points of a leaf by its formula, or of a group over its children."""
    return _group(run, criterion) if criterion.children else _leaf(run, criterion)


def _leaf(run: Run, criterion: Criterion) -> Node:
    maximum = run.framework.max_of(criterion.code, run.block)
    leaf = Leaf(criterion.code, maximum, run.extremes.get(criterion.code))
    pointed = points(criterion.formula, run.scope, leaf)
    column = None if maximum is None else run.arithmetic.constant(maximum)
    node = Node(pointed.points, column, capped=pointed.capped, defined=run.heard)
    if pointed.states is None or not pointed.states.any():
        return node
    node = replace(node, states=np.broadcast_to(pointed.states, (run.arithmetic.size,)))
    for state, field in ((MISSING, "missing"), (NOT_APPLICABLE, "not_applicable")):
        node = _absent(run, criterion, node, state, field)
    return node


def _absent(run: Run, criterion: Criterion, node: Node, state: int, field: str) -> Node:
    """The node with what the framework says of absent answers done in their rows."""
    mask: Mask = node.states == state if node.states is not None else np.zeros(0, dtype=np.bool_)
    if not mask.any():
        return node
    rule = run.framework.inherited(criterion.code, field)
    if rule == "refuse":
        raise AnswersError(_refused(run, criterion, mask, field))
    full = node.maximum if rule == "full" and node.maximum is not None else run.arithmetic.constant(ZERO)
    numbers = run.arithmetic.where(mask, full, node.points)
    capped = None if node.capped is None else node.capped & ~mask
    node = replace(node, points=numbers, capped=capped)
    if rule == "omit":
        return replace(node, counts=both(node.counts, ~mask))
    return replace(node, defined=both(node.defined, ~mask)) if rule == "blank" else node


def _refused(run: Run, criterion: Criterion, mask: Mask, field: str) -> list[Problem]:
    found = message("no answer") if field == "missing" else message("n/a")
    return [
        Problem(
            f"{run.answers.units.codes[place]}, {criterion.code}", found,
            message("an answer: the framework refuses to score without it"), message("ask the unit for it"),
        )
        for place in run.rows[mask]
    ]  # fmt: skip


def _children(run: Run, criterion: Criterion) -> list[Child]:
    """The children that apply to the block and are scored."""
    return [
        (child, run.node(child.code))
        for child in criterion.children
        if child.scored and run.framework.applies(child.code, run.block)
    ]


def _terms(run: Run, children: Sequence[Child]) -> list[Term]:
    """The parts of children; those of an exclusive pair are one part, with the maximum of the one that is named."""
    nodes = {child.code: node for child, node in children}
    others = {child.exclusive_with: nodes[child.code] for child, _ in children if child.exclusive_with in nodes}
    terms: list[Term] = []
    for child, node in children:
        if child.exclusive_with in nodes:
            continue
        numbers, counts = node.points, node.counts
        if other := others.get(child.code):
            numbers = _kept(run, node) + _kept(run, other)
            counts = None if counts is None or other.counts is None else counts | other.counts
        terms.append(Term(numbers, weight_of(child, run.block), node.maximum, counts))
    return terms


def _group(run: Run, criterion: Criterion) -> Node:
    children = _children(run, criterion)
    roles = {role: [(c, n) for c, n in children if c.role == role] for role in ("score", "bonus", "penalty")}
    terms = _terms(run, roles["score"])
    numbers = combine(criterion.combine, run.arithmetic, terms)
    for role in ("bonus", "penalty"):
        for _, node in roles[role]:
            part = _kept(run, node)
            numbers = numbers + part if role == "bonus" else numbers - part
    maximum = combined_maximum(criterion.combine, run.arithmetic, terms)
    if maximum is None and run.framework.max_of(criterion.code, run.block) is not None:
        maximum = run.arithmetic.constant(run.framework.max_of(criterion.code, run.block))
    counts = _any_counts([node for _, node in roles["score"] or children], run.arithmetic.size)
    return Node(numbers, maximum, _states(children, counts), counts, _all_defined(children))


def _kept(run: Run, node: Node) -> Numbers:
    if node.counts is None:
        return node.points
    return run.arithmetic.where(node.counts, node.points, run.arithmetic.constant(ZERO))


def _any_counts(nodes: Sequence[Node], size: int) -> Mask | None:
    out = np.zeros(size, dtype=np.bool_)
    for node in nodes:
        if node.counts is None:
            return None
        out |= node.counts
    if not nodes:
        return None
    return None if out.all() else out


def _all_defined(children: Sequence[Child]) -> Mask | None:
    """Where every child that counts has a result."""
    found = []
    for _child, node in children:
        if node.defined is not None:
            found.append(node.defined if node.counts is None else node.defined | ~node.counts)
    return both(*found)


def _states(children: Sequence[Child], counts: Mask | None) -> States | None:
    """A group is absent where nothing in it counts: missing where a child is missing, else not applicable."""
    if counts is None:
        return None
    state = joined(*(node.states for _, node in children))
    absent = np.full(counts.shape, NOT_APPLICABLE, dtype=np.int8) if state is None else state
    return np.where(counts, np.int8(PRESENT), np.where(absent == MISSING, MISSING, NOT_APPLICABLE)).astype(np.int8)


def within(run: Run, criterion: Criterion, node: Node) -> Node:
    """The node with the criterion's own floor and cap."""
    if criterion.floor is None and criterion.cap is None:
        return node
    numbers, capped, maximum = node.points, node.capped, node.maximum
    if criterion.floor is not None:
        numbers = run.arithmetic.maximum(numbers, run.arithmetic.constant(criterion.floor))
    if criterion.cap is not None:
        numbers, over = clipped(run.scope, numbers, None, criterion.cap)
        capped = over if capped is None else capped if over is None else capped | over
        if maximum is not None:
            maximum = run.arithmetic.minimum(maximum, run.arithmetic.constant(criterion.cap))
    return replace(node, points=numbers, capped=capped, maximum=maximum)


def with_gate(run: Run, criterion: Criterion, node: Node) -> Node:
    """The node with what follows where the criterion's gate does not hold (or is not answered)."""
    if criterion.gate is None:
        return node
    condition = run.scope.value(criterion.gate.when)
    holds = np.broadcast_to(condition.value, (run.arithmetic.size,))
    if condition.states is not None:
        holds = holds & (condition.states == PRESENT)
    if holds.all():
        return node
    if criterion.gate.fails == "zero":
        return replace(
            node,
            points=run.arithmetic.where(holds, node.points, run.arithmetic.constant(ZERO)),
            capped=None if node.capped is None else node.capped & holds,
            gated=~holds,
        )
    if criterion.gate.fails == "undetermined":
        return replace(node, defined=both(node.defined, holds), gated=~holds)
    return replace(node, gated=~holds)


def without_partner(run: Run, own: Node, other: Node, second: bool) -> Node:
    """The node without the points of the rows where the criterion that is exclusive with it has more.

    second: of equal points those of the first criterion count.
    """
    more = own.points.above(other.points) if second else own.points.at_least(other.points)
    aside = np.broadcast_to(~more, (run.arithmetic.size,))
    if own.counts is not None:
        aside = aside & own.counts
    if other.counts is not None:
        aside = aside & other.counts
    some = own.points.above(run.arithmetic.constant(ZERO)) & other.points.above(run.arithmetic.constant(ZERO))
    aside = aside & some
    if not aside.any():
        return own
    states = np.zeros(run.arithmetic.size, dtype=np.int8) if own.states is None else own.states
    states = np.where(aside, np.int8(SET_ASIDE), states)
    numbers = run.arithmetic.where(aside, run.arithmetic.constant(ZERO), own.points)
    return replace(own, points=numbers, states=states, scaled=None)
