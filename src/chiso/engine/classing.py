"""From points to classes: limits that may be known only as intervals, conditions, conjunctions, quotas.

A class is an index into the bands, best first; the number of bands itself means below all of them. What is not
determined is kept as a range: the best and the worst class that the decision's text leaves possible.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from flint import fmpq

from chiso.engine.framework import Band, Classes, Limit, Quota
from chiso.engine.quantities import Arithmetic, Exact, Numbers
from chiso.engine.quantities.arithmetic import Integers, Mask

Range = tuple[Integers, Integers]
"""The best and the worst possible band of each unit."""


def reached(classes: Classes, arithmetic: Arithmetic, value: Numbers) -> Range:
    """The range of bands whose lower limits the values reach."""
    if classes.decimals is not None:
        value = arithmetic.rounded(value, classes.decimals)
    size, bands = arithmetic.size, classes.bands
    best = np.full(size, len(bands), dtype=np.int64)
    worst = best.copy()
    for index in range(len(bands) - 1, -1, -1):
        closed = bands[index].closed or classes.closed
        certain, possible = _limit(bands[index].limit, closed, arithmetic, value)
        best = np.where(possible, index, best)
        worst = np.where(certain, index, worst)
    return best, worst


def _limit(limit: Limit | None, closed: str, arithmetic: Arithmetic, value: Numbers) -> tuple[Mask, Mask]:
    """Where the values certainly, and where they possibly, reach a limit."""
    everywhere = np.ones(arithmetic.size, dtype=np.bool_)
    if limit is None:
        return everywhere, everywhere
    top = arithmetic.constant(limit.up_to)
    certain = np.broadcast_to(value.at_least(top) if closed == "below" else value.above(top), everywhere.shape)
    if limit.known:
        return certain, certain
    if limit.above is None:
        return certain, everywhere
    return certain, np.broadcast_to(value.above(arithmetic.constant(limit.above)), everywhere.shape)


def undetermined(classes: Classes, size: int) -> Range:
    """Any class, for so many units of which the score is not known."""
    limits = [band.limit for band in classes.bands]
    last = limits.index(None) if None in limits else len(limits)
    return np.zeros(size, dtype=np.int64), np.full(size, last, dtype=np.int64)


def together(parts: Sequence[tuple[Range, Mask]], mixed: str, size: int) -> Range:
    """The class that all of several criteria reach, or any between them where the text does not say.

    parts: the range of each criterion, and where it counts; size: how many units.
    """
    worst = np.zeros(size, dtype=np.int64)
    lowest, highest = worst.copy(), np.full(size, np.iinfo(np.int64).max)
    for (best, least), counts in parts:
        worst = np.where(counts, np.maximum(worst, least), worst)
        lowest = np.where(counts, np.maximum(lowest, best), lowest)
        highest = np.where(counts, np.minimum(highest, best), highest)
    return (lowest if mixed == "lowest" else np.minimum(highest, worst)), worst


def without(found: Range, index: int, fails: Mask) -> Range:
    """The range where a band that a unit does not qualify for is passed down to the next."""
    best, worst = found
    return np.where(fails & (best == index), index + 1, best), np.where(fails & (worst == index), index + 1, worst)


def at_most(found: Range, index: int, where: Mask) -> Range:
    """The range where nothing better than a band is possible any more."""
    best, worst = found
    return np.where(where, np.maximum(best, index), best), np.where(where, np.maximum(worst, index), worst)


def within_quota(quota: Quota, holders: Integers, levels: Integers, units: int) -> Integers:
    """Those of the holders of a class who may keep it.

    holders: rows; levels: the place of every row in the order, equal for ties, less is better; units: how many the
    share counts.
    """
    share: Exact = quota.share
    allowed = int(share.p) * units // int(share.q)
    ordered = holders[np.argsort(levels[holders], kind="stable")]
    if len(ordered) <= allowed:
        return ordered
    kept: Integers = ordered[:allowed]
    if quota.ties == "in" and allowed:
        kept = ordered[levels[ordered] <= levels[kept[-1]]]
    else:
        kept = kept[levels[kept] < levels[ordered[allowed]]]
    return kept


def names(bands: Sequence[Band], best: int, worst: int) -> tuple[str, ...]:
    """The ids of the possible classes, the best first; one id where it is determined; "" stands for below all."""
    return tuple(bands[i].id if i < len(bands) else "" for i in range(best, worst + 1))


def share_of(points: Numbers, maximum: Numbers | None, arithmetic: Arithmetic) -> Any:
    """Points over the unit's own maximum; 0 where that is 0."""
    if maximum is None:
        return arithmetic.constant(fmpq(0))
    zero = arithmetic.zeros(maximum)
    return points / (maximum if zero is None else arithmetic.where(zero, arithmetic.constant(fmpq(1)), maximum))
