"""One block's criteria computed for some of its units, with bounded floats or exactly.

With bounded floats every cell whose outcome the bounds do not prove (a comparison, a rounding, a state) is computed
again with exact rationals, by the same formulas over just those rows, before anything builds on it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cached_property, partial
from typing import Any, TypeVar

import numpy as np
from flint import arb, ctx, fmpq
from numpy.typing import NDArray

from chiso.engine.answers import Answers
from chiso.engine.classing import share_of
from chiso.engine.expressions.evaluating import MISSING, NOT_APPLICABLE, Valued
from chiso.engine.formulas import Columns, Extreme
from chiso.engine.framework import Framework
from chiso.engine.framework.references import needed_by
from chiso.engine.quantities import Arithmetic, BoundedArithmetic, Decimals, Numbers, RationalArithmetic, resolved
from chiso.engine.quantities.arithmetic import Integers, Mask, Rows
from chiso.engine.quantities.bounded import UNIT, Bounded
from chiso.engine.quantities.rational import LAST_PRECISION
from chiso.engine.scoring.evaluation import evaluated, with_gate, within, without_partner
from chiso.engine.scoring.node import MASKS, Node, absences, both, patched_mask, patched_states

Found = TypeVar("Found")
Extremes = Mapping[str, Extreme | None]


class Run:
    """The criteria of a block for `rows`, places of units in the register.

    base, places: of an exact run within one with bounded floats, that one and the rows there that this one computes.
    """

    def __init__(
        self,
        framework: Framework,
        answers: Answers,
        block: str,
        rows: Integers,
        arithmetic: Arithmetic,
        extremes: Extremes,
        base: Run | None = None,
        places: Integers | None = None,
    ) -> None:
        self.framework, self.answers, self.block, self.rows = framework, answers, block, rows
        self.arithmetic, self.extremes = arithmetic, extremes
        self.base, self.places = base, places
        self._alone: dict[str, Node] = {}
        self._nodes: dict[str, Node] = {}
        self._printed: dict[str, NDArray[Any]] = {}
        self.scope = Columns(framework, answers, _together(rows), arithmetic, self._points, self._shares)

    def _points(self, code: str) -> Valued:
        if not self.framework.applies(code, self.block):
            return self._absent(NOT_APPLICABLE)
        node = self.node(code)
        return Valued(node.points, absences(node))

    def _shares(self, code: str) -> Valued:
        if not self.framework.applies(code, self.block):
            return self._absent(NOT_APPLICABLE)
        node = self.node(code)
        if node.maximum is None:
            return self._absent(MISSING)
        return Valued(share_of(node.points, node.maximum, self.arithmetic), absences(node))

    @cached_property
    def heard(self) -> Mask | None:
        """Without the listed units that answered nothing: they have no result, whatever silence costs others."""
        silent = self.answers.silent
        if not silent:
            return None
        return np.array([place not in silent for place in self.rows.tolist()], dtype=np.bool_)

    def _absent(self, state: int) -> Valued:
        return Valued(self.arithmetic.constant(fmpq(0)), np.full(self.arithmetic.size, state, dtype=np.int8))

    def node(self, code: str) -> Node:
        """The criterion's columns, what is exclusive with it taken into account."""
        if code not in self._nodes:
            self._nodes[code] = self._node(code)
        return self._nodes[code]

    def _node(self, code: str) -> Node:
        known = self._known(code)
        if known is not None:
            return known
        partner = self.framework.partners.get(code)
        own = self._by_itself(code)
        if partner is None or not self.framework.applies(partner, self.block):
            return own
        other = self._by_itself(partner)
        return self._proved(
            partial(without_partner, self, own, other, self.framework.nodes[code].exclusive_with is not None),
            lambda run: run.node(code),
        )

    def _known(self, code: str) -> Node | None:
        """The node of the base where its points are already rounded, and so known exactly."""
        if self.base is None or self.places is None or code not in self.base._nodes:
            return None
        node = self.base._nodes[code]
        if node.scaled is None or (node.maximum is not None and np.ndim(node.maximum.values)):
            return None
        maximum = self.framework.max_of(code, self.block) if node.maximum is not None else None
        scaled = node.scaled[self.places]
        masks: dict[str, Any] = {
            name: mask[self.places] for name in (*MASKS, "states") if (mask := getattr(node, name)) is not None
        }
        return Node(
            self.arithmetic.column(Decimals(scaled, node.decimals)),
            None if maximum is None else self.arithmetic.constant(maximum),
            scaled=scaled,
            decimals=node.decimals,
            **masks,
        )

    def _by_itself(self, code: str) -> Node:
        if code not in self._alone:
            for needed in needed_by(self.framework)[code]:
                if self.framework.applies(needed, self.block):
                    self.node(needed)
            self._alone[code] = self._proved(partial(self._computed, code), lambda run: run._by_itself(code))
        return self._alone[code]

    def _computed(self, code: str) -> Node:
        criterion = self.framework.nodes[code]
        node = with_gate(self, criterion, within(self, criterion, evaluated(self, criterion)))
        decimals = self.framework.rounds_to(code)
        if decimals is None:
            return node
        scaled = self.scaled(node.points, decimals)
        return replace(
            node, points=self.arithmetic.column(Decimals(scaled, decimals)), scaled=scaled, decimals=decimals
        )

    def scaled(self, numbers: Numbers, decimals: int) -> NDArray[Any]:
        """Numbers times 10^decimals, rounded half away from zero; not proved before `decided` has seen them."""
        whole = np.broadcast_to(self.arithmetic.scaled(numbers, decimals), (self.arithmetic.size,))
        return whole.copy() if whole.dtype == object else whole.astype(np.int64)

    def _proved(self, compute: Callable[[], Node], exactly: Callable[[Run], Node]) -> Node:
        """What `compute` gives, with the rows that the bounds leave in doubt replaced by exact ones."""
        node, doubt = self.watched(compute)
        return node if doubt is None else self._patched(node, doubt, exactly)

    def watched(self, compute: Callable[[], Found]) -> tuple[Found, Mask | None]:
        """What `compute` gives, and the rows that the bounds leave in doubt (None: no row)."""
        if isinstance(self.arithmetic, BoundedArithmetic):
            return self.arithmetic.watched(compute)
        return self._at_last(compute), None

    def _at_last(self, compute: Callable[[], Found]) -> Found:
        """What an exact computation gives; one that stands by itself runs at the last precision, and decides all."""
        if self.base is not None:
            return compute()
        with ctx.workprec(LAST_PRECISION):
            return compute()

    def exactly(self, places: Integers) -> Run:
        """A run with exact rationals over some of these rows."""
        rows = self.rows[places]
        arithmetic = RationalArithmetic(len(rows))
        return Run(self.framework, self.answers, self.block, rows, arithmetic, self.extremes, self, places)

    def _patched(self, node: Node, doubt: Mask, exactly: Callable[[Run], Node]) -> Node:
        places, size = np.flatnonzero(doubt), self.arithmetic.size
        part: Node = resolved(lambda: exactly(self.exactly(places)))
        masks: dict[str, Any] = {
            name: patched_mask(name, getattr(node, name), getattr(part, name), places, size) for name in MASKS
        }
        states = patched_states(node.states, part.states, places, size)
        maximum = node.maximum
        if maximum is not None and maximum.values.shape and part.maximum is not None:
            maximum = patched_numbers(maximum, part.maximum.values, places, size)
        scaled = node.scaled
        if scaled is None:
            points = patched_numbers(node.points, part.points.values, places, size)
        else:
            exact = RationalArithmetic(len(places)).scaled(part.points, node.decimals)
            scaled = with_integers(scaled, np.broadcast_to(exact, places.shape), places)
            points = self.arithmetic.column(Decimals(scaled, node.decimals))
        return replace(node, points=points, maximum=maximum, states=states, scaled=scaled, **masks)

    def printed(self, code: str) -> NDArray[Any]:
        """The points times 10^(printed decimals), rounded half away from zero, every digit proved."""
        if code not in self._printed:
            self._printed[code] = self._print(code)
        return self._printed[code]

    def _print(self, code: str) -> NDArray[Any]:
        node, decimals = self.node(code), self.framework.prints(code)
        if node.scaled is not None and node.decimals == decimals:
            return node.scaled
        return self.decided(lambda run: (run.scaled(run.node(code).points, decimals),))[0]

    def decided(self, compute: Callable[[Run], tuple[NDArray[Any], ...]]) -> tuple[NDArray[Any], ...]:
        """The columns (of decisions or whole numbers) that `compute` gives of a run, every row proved."""
        columns, doubt = self.watched(partial(compute, self))
        if doubt is None:
            return columns
        places = np.flatnonzero(doubt)
        parts: tuple[NDArray[Any], ...] = resolved(lambda: compute(self.exactly(places)))
        return tuple(with_integers(whole, part, places) for whole, part in zip(columns, parts, strict=True))

    def shown(self, code: str) -> Mask:
        """Where a criterion has points to show: it counts and has a result."""
        node = self.node(code)
        out = both(node.counts, node.defined)
        return np.ones(self.arithmetic.size, dtype=np.bool_) if out is None else out


def _together(rows: Integers) -> Rows:
    """The places as a slice where they follow one another, which spares copying every column."""
    first = int(rows[0]) if len(rows) else 0
    return slice(first, first + len(rows)) if np.array_equal(rows, np.arange(first, first + len(rows))) else rows


def with_integers(whole: NDArray[Any], part: NDArray[Any], places: Integers) -> NDArray[Any]:
    """Whole numbers with others at some places; Python integers where they do not fit 64 bits."""
    fits = all(-(2**63) <= int(number) < 2**63 for number in part)
    out = whole.copy() if fits and whole.dtype != object else whole.astype(object)
    out[places] = [int(number) for number in part]
    return out


def patched_numbers(numbers: Bounded, exact: NDArray[Any], places: Integers, size: int) -> Bounded:
    """A bounded column with the nearest floats of exact numbers at some places."""
    values = np.broadcast_to(numbers.values, (size,)).copy()
    values[places] = [nearest(number) for number in np.broadcast_to(exact, places.shape)]
    error = (max(numbers.relative, 2 * UNIT), numbers.absolute)
    span = numbers.arithmetic.span(values, *error)
    low = min(numbers.low, span[0]) if numbers.low < 0 else max(0.0, min(numbers.low, span[0]))
    return Bounded(numbers.arithmetic, values, (low, max(numbers.high, span[1])), error)


def nearest(number: Any) -> float:
    """The float nearest to an exact number."""
    if isinstance(number, arb):
        return float(number.mid())
    return int(number.p) / int(number.q)
