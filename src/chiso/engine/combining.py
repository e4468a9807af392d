"""How a group's points come from its children: each way renormalised, where the framework says, over what applies."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import gcd, lcm
from typing import Any

import numpy as np
from flint import fmpq
from numpy.typing import NDArray

from chiso.engine.framework import Combine
from chiso.engine.quantities import Arithmetic, Exact, Numbers
from chiso.engine.quantities.arithmetic import Mask


@dataclass(frozen=True)
class Term:
    """A child's part: points, weight, its maximum (None: unknown), and where it applies (None: everywhere)."""

    points: Numbers
    weight: Exact
    maximum: Numbers | None
    applies: Mask | None = None


def _kept(arithmetic: Arithmetic, numbers: Numbers, applies: Mask | None) -> Numbers:
    """The numbers where the child applies, 0 elsewhere."""
    if applies is None:
        return numbers
    return arithmetic.where(applies, numbers, arithmetic.constant(fmpq(0)))


def _weights(arithmetic: Arithmetic, terms: Sequence[Term], weights: Sequence[Numbers]) -> Numbers:
    """The sum of the weights that apply; 1 where nothing does, so that it divides."""
    total = arithmetic.total([_kept(arithmetic, w, t.applies) for w, t in zip(weights, terms, strict=True)])
    none = arithmetic.zeros(total)
    return total if none is None else arithmetic.where(none, arithmetic.constant(fmpq(1)), total)


def _partial(terms: Sequence[Term]) -> bool:
    return any(term.applies is not None for term in terms)


def added(arithmetic: Arithmetic, terms: Sequence[Term], renormalise: bool) -> Numbers:
    """The sum of points; renormalised, times the whole maximum over the maximum that applies."""
    total = arithmetic.total([_kept(arithmetic, term.points, term.applies) for term in terms])
    if not renormalise or not _partial(terms):
        return total
    maxima = [term.maximum for term in terms]
    return total * arithmetic.total(maxima) / _weights(arithmetic, terms, maxima)


def weighted(arithmetic: Arithmetic, terms: Sequence[Term], renormalise: bool) -> Numbers:
    """The sum of weight × points; renormalised, over the weights that apply."""
    weights = [arithmetic.constant(term.weight) for term in terms]
    parts = [_kept(arithmetic, w * term.points, term.applies) for w, term in zip(weights, terms, strict=True)]
    total = arithmetic.total(parts)
    if not renormalise or not _partial(terms):
        return total
    return total * arithmetic.total(weights) / _weights(arithmetic, terms, weights)


def mean(arithmetic: Arithmetic, terms: Sequence[Term], renormalise: bool) -> Numbers:
    """The sum of points over the number of children; renormalised, of those that apply."""
    ones = [arithmetic.constant(fmpq(1)) for _ in terms]
    total = arithmetic.total([_kept(arithmetic, term.points, term.applies) for term in terms])
    if renormalise and _partial(terms):
        return total / _weights(arithmetic, terms, ones)
    return total / arithmetic.constant(fmpq(len(terms)))


def geometric(arithmetic: Arithmetic, terms: Sequence[Term], renormalise: bool) -> Numbers:
    """The weighted geometric mean of points, those below 0 taken as 0, always over the weights that apply."""
    del renormalise
    whole = lcm(*(int(term.weight.q) for term in terms))
    counts = [int(term.weight.p) * whole // int(term.weight.q) for term in terms]
    counts = [count // gcd(*counts) for count in counts]
    exponents: list[NDArray[Any]] = [
        np.array(count) if term.applies is None else np.where(term.applies, count, 0)
        for count, term in zip(counts, terms, strict=True)
    ]
    degree: NDArray[Any] = np.array(sum(counts))
    if _partial(terms):
        degree = np.maximum(sum(exponents, np.array(0)), 1)
    return arithmetic.root_of_product([term.points for term in terms], exponents, degree)


def best(arithmetic: Arithmetic, terms: Sequence[Term], renormalise: bool) -> Numbers:
    """The greatest points among alternatives that apply."""
    del renormalise
    found = _kept(arithmetic, terms[0].points, terms[0].applies)
    for term in terms[1:]:
        found = arithmetic.maximum(found, _kept(arithmetic, term.points, term.applies))
    return found


_WAYS: dict[str, Callable[[Arithmetic, Sequence[Term], bool], Numbers]] = {
    "sum": added,
    "weighted": weighted,
    "mean": mean,
    "geometric": geometric,
    "best": best,
}


def combine(how: Combine, arithmetic: Arithmetic, terms: Sequence[Term]) -> Numbers:
    """The points of a group over its children's; 0 where it has none."""
    if not terms:
        return arithmetic.constant(fmpq(0))
    return _WAYS[how.kind](arithmetic, terms, how.renormalise)


def combined_maximum(how: Combine, arithmetic: Arithmetic, terms: Sequence[Term]) -> Numbers | None:
    """The maximum that applies to each unit: what the combination gives for full points; None where unknown.

    Renormalised, it is the whole maximum, whatever applies; else it is that of the children that apply.
    """
    if any(term.maximum is None for term in terms):
        return None
    if not terms:
        return arithmetic.constant(fmpq(0))
    if how.renormalise or how.kind == "mean":
        terms = [Term(term.maximum, term.weight, term.maximum) for term in terms]
    else:
        terms = [Term(term.maximum, term.weight, term.maximum, term.applies) for term in terms]
    if how.kind == "geometric":
        return best(arithmetic, terms, False)
    return _WAYS[how.kind](arithmetic, terms, False)
