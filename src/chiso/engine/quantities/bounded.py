"""Float64 columns that carry a proved bound of their error, and note the rows where a decision is not certain.

A number of a column is within `relative` × |true value| + `absolute` of its true value. Every operation adds its own
rounding (half a unit in the last place) to the bounds of its operands; the bounds themselves are computed with slack.
A comparison or a rounding whose outcome the bound does not prove marks its row in `doubt`: that cell is then
computed again with exact rationals.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import numpy as np
from flint import fmpq
from numpy.typing import NDArray

from chiso.engine.quantities.arithmetic import EVERY, Integers, Mask, Rows
from chiso.engine.quantities.columns import EXACT_FLOAT, Decimals

UNIT = 2.0**-53
LIBRARY_UNITS = 16 * UNIT
"""Error allowed for the logarithm and the exponential of the numeric library: far above what it claims."""
SLACK = 1 + 2.0**-40
Floats = NDArray[np.float64]
Found = TypeVar("Found")


class Bounded:
    """A column of float64 whose true values lie in [low, high]."""

    __slots__ = ("absolute", "arithmetic", "high", "low", "relative", "values", "whole")

    def __init__(
        self,
        arithmetic: BoundedArithmetic,
        values: Floats,
        span: tuple[float, float],
        error: tuple[float, float] = (0.0, 0.0),
        whole: bool = False,
    ) -> None:
        self.arithmetic, self.values, self.whole = arithmetic, values, whole
        self.low, self.high = span
        self.relative, self.absolute = error

    @property
    def top(self) -> float:
        """A bound of the size of the true values."""
        return max(abs(self.low), abs(self.high))

    @property
    def bound(self) -> float:
        """A bound of the error of every row."""
        return (self.relative * self.top + self.absolute) * SLACK

    def __add__(self, other: Bounded) -> Bounded:
        return self.arithmetic.total((self, other))

    def __neg__(self) -> Bounded:
        return Bounded(
            self.arithmetic, -self.values, (-self.high, -self.low), (self.relative, self.absolute), self.whole
        )

    def __sub__(self, other: Bounded) -> Bounded:
        return self + (-other)

    def __mul__(self, other: Bounded) -> Bounded:
        corners = [x * y for x in (self.low, self.high) for y in (other.low, other.high)]
        span, values = (min(corners), max(corners)), self.values * other.values
        if self.whole and other.whole and max(abs(span[0]), abs(span[1])) < EXACT_FLOAT:
            return Bounded(self.arithmetic, values, span, whole=True)
        relative = self.relative + other.relative + self.relative * other.relative + 2 * UNIT
        absolute = self.top * other.absolute + other.top * self.absolute + self.absolute * other.absolute
        return Bounded(self.arithmetic, values, span, (relative * SLACK, absolute * (1 + 4 * relative) * SLACK))

    def __truediv__(self, other: Bounded) -> Bounded:
        """self / other, where no row of other is 0."""
        relative, bottom = other.relative, 1.0
        if other.absolute or self.absolute:
            bottom = self.arithmetic.least_size(other)
            relative += other.absolute / bottom
        values = np.true_divide(self.values, other.values)
        error = ((self.relative + relative) * (1 + 4 * relative) + 2 * UNIT) * SLACK
        absolute = self.absolute / bottom * (1 + 4 * relative) * SLACK
        if self.low >= 0 and other.low > 0 and not other.absolute:
            span = (self.low / other.high / SLACK, self.high / other.low * SLACK)
        else:
            span = self.arithmetic.span(values, error, absolute)
        return Bounded(self.arithmetic, values, span, (error, absolute))

    def _watch(self, other: Bounded) -> None:
        """Note the rows whose order the bounds do not decide."""
        if self.arithmetic.certify and (self.bound or other.bound):
            difference = np.abs(np.subtract(self.values, other.values))
            self.arithmetic.note(difference <= self.row_bounds() + other.row_bounds())

    def row_bounds(self) -> Any:
        """The bound of the error of each row, or one for all."""
        if not self.relative:
            return self.absolute
        return (self.relative * np.abs(self.values) * (1 + 4 * self.relative) + self.absolute) * SLACK

    def at_least(self, other: Bounded) -> Mask:
        """Where self >= other; rows that the bounds do not decide are noted."""
        self._watch(other)
        return np.greater_equal(self.values, other.values)

    def above(self, other: Bounded) -> Mask:
        """Where self > other; rows that the bounds do not decide are noted."""
        self._watch(other)
        return np.greater(self.values, other.values)

    def equals(self, other: Bounded) -> Mask:
        """Where self == other; rows that the bounds do not decide are noted."""
        self._watch(other)
        return np.equal(self.values, other.values)


class BoundedArithmetic:
    """Computing over `size` rows with floats; `doubt` tells the rows whose outcome is not proved.

    With `certify=False` nothing is noted: for analysis, whose numbers are never published.
    """

    def __init__(self, size: int, *, certify: bool = True) -> None:
        self.size, self.certify = size, certify
        self.doubt: Mask | None = None

    def of_size(self, size: int) -> BoundedArithmetic:
        """The same way of computing over another number of rows."""
        return BoundedArithmetic(size, certify=self.certify)

    def note(self, rows: Mask) -> None:
        """Mark rows as not proved."""
        if self.certify and rows.any():
            if self.doubt is None:
                self.doubt = np.zeros(self.size, dtype=np.bool_)
            self.doubt |= rows

    def watched(self, compute: Callable[[], Found]) -> tuple[Found, Mask | None]:
        """What `compute` returns, and the rows that it leaves in doubt (None: no row)."""
        before, self.doubt = self.doubt, None
        try:
            # The bounds say nothing of a number too great or too small for a float: then no row is proved.
            with np.errstate(all="call", call=self._beyond):
                found = compute()
            return found, self.doubt
        finally:
            self.doubt = before

    def _beyond(self, _what: str, _flag: int) -> None:
        self.note(np.ones(self.size, dtype=np.bool_))

    def constant(self, value: fmpq) -> Bounded:
        """One exact number, of shape ()."""
        number = int(value.p) / int(value.q)
        whole = value.q == 1 and abs(number) < EXACT_FLOAT
        return Bounded(self, np.array(number), (number, number), (0.0 if whole else 2 * UNIT, 0.0), whole)

    def zeros(self, a: Bounded) -> Mask | None:
        """Where the numbers are 0; None where none is."""
        if a.low > 0 or a.high < 0:
            return None
        zero = a.equals(self.constant(fmpq(0)))
        return zero if zero.any() else None

    def column(self, decimals: Decimals, rows: Rows = EVERY) -> Bounded:
        """The numbers of a column of decimals, of these rows where rows are given."""
        values = decimals.floats[rows]
        span = (decimals.low, decimals.high)
        return Bounded(self, values, span, (0.0 if decimals.whole else 4 * UNIT, 0.0), decimals.whole)

    def exacts(self, values: Sequence[fmpq]) -> Bounded:
        """A column of exact numbers."""
        floats = np.array([int(value.p) / int(value.q) for value in values], dtype=np.float64)
        return Bounded(self, floats, self.span(floats, 2 * UNIT, 0.0), (2 * UNIT, 0.0))

    def span(self, values: Floats, relative: float, absolute: float) -> tuple[float, float]:
        """Bounds of the true values behind these floats."""
        if not values.size:
            return 0.0, 0.0
        low, high = float(values.min()), float(values.max())
        wide = (max(abs(low), abs(high)) * relative * 2 + absolute) * SLACK
        return (0.0 if low >= 0 and not absolute else low - wide), high + wide

    def least_size(self, a: Bounded) -> float:
        """A lower bound of the size of the divisors; rows that might be 0 are noted and left out of it."""
        sizes = np.abs(a.values)
        small = np.broadcast_to(sizes <= 4 * a.bound, (self.size,)) if a.bound else None
        if small is not None and small.any():
            self.note(small)
            sizes = sizes[sizes > 4 * a.bound]
        return float(sizes.min()) / 2 if sizes.size else 1.0

    def _pick(self, a: Bounded, b: Bounded, values: Floats, span: tuple[float, float]) -> Bounded:
        if a.low >= 0 and b.low >= 0:
            error = (max(a.relative, b.relative), max(a.absolute, b.absolute))
        else:
            error = (0.0, max(a.bound, b.bound))
        return Bounded(self, values, span, error, a.whole and b.whole)

    def minimum(self, a: Bounded, b: Bounded) -> Bounded:
        """The lesser of two, row by row."""
        return self._pick(a, b, np.minimum(a.values, b.values), (min(a.low, b.low), min(a.high, b.high)))

    def maximum(self, a: Bounded, b: Bounded) -> Bounded:
        """The greater of two, row by row."""
        return self._pick(a, b, np.maximum(a.values, b.values), (max(a.low, b.low), max(a.high, b.high)))

    def proportion(self, part: Bounded, whole: Bounded, full: fmpq) -> Bounded:
        """full × part / whole, within 0 and full, where no whole is 0: one column is written instead of three."""
        share, most = part / whole, self.constant(full)
        values = np.asarray(share.values)
        np.minimum(values, 1.0, out=values)
        if share.low < 0:
            np.maximum(values, 0.0, out=values)
        np.multiply(values, most.values, out=values)
        error = (share.relative + most.relative + 2 * UNIT) * SLACK
        absolute = share.absolute * most.high * SLACK
        return Bounded(self, values, (0.0, most.high * min(1.0, max(0.0, share.high))), (error, absolute))

    def where(self, mask: Mask, a: Bounded, b: Bounded) -> Bounded:
        """a where the mask holds, b elsewhere."""
        values = np.where(mask, a.values, b.values)
        error = (max(a.relative, b.relative), max(a.absolute, b.absolute))
        return Bounded(self, values, (min(a.low, b.low), max(a.high, b.high)), error, a.whole and b.whole)

    def total(self, terms: Sequence[Bounded]) -> Bounded:
        """The sum of columns."""
        if not terms:
            return self.constant(fmpq(0))
        values = terms[0].values
        if len(terms) > 1:
            values = values + terms[1].values
        for term in terms[2:]:
            values = values + term.values if values.shape != (self.size,) else np.add(values, term.values, out=values)
        return self._summed(terms, values, len(terms))

    def _summed(self, terms: Sequence[Bounded], values: Floats, additions: int) -> Bounded:
        span = (sum(t.low for t in terms), sum(t.high for t in terms))
        top = sum(t.top for t in terms)
        if all(t.whole for t in terms) and top < EXACT_FLOAT:
            return Bounded(self, values, span, whole=True)
        if all(t.low >= 0 for t in terms) or all(t.high <= 0 for t in terms):
            relative = (max(t.relative for t in terms) + 2 * additions * UNIT) * SLACK
            return Bounded(self, values, span, (relative, sum(t.absolute for t in terms) * SLACK))
        return Bounded(self, values, span, (0.0, (sum(t.bound for t in terms) + 2 * additions * UNIT * top) * SLACK))

    def logarithm(self, a: Bounded) -> Bounded:
        """The natural logarithm of positive numbers."""
        relative = a.relative + (a.absolute / self.least_size(a) if a.absolute else 0.0)
        values = np.log(a.values)
        absolute = (2 * relative + LIBRARY_UNITS * float(np.abs(values).max(initial=1.0))) * SLACK
        low, high = float(values.min(initial=0.0)), float(values.max(initial=0.0))
        return Bounded(self, values, (low - absolute, high + absolute), (0.0, absolute))

    def root_of_product(
        self, factors: Sequence[Bounded], exponents: Sequence[NDArray[Any]], degree: NDArray[Any]
    ) -> Bounded:
        """(product of factor^exponent)^(1/degree), for whole exponents; a factor below 0 counts as 0."""
        if any(factor.absolute for factor in factors):
            self.note(np.ones(self.size, dtype=np.bool_))
        positive = np.ones(self.size, dtype=np.bool_)
        logs, error = np.zeros(self.size), LIBRARY_UNITS
        for factor, exponent in zip(factors, exponents, strict=True):
            exponent, degree = np.asarray(exponent, dtype=np.float64), np.asarray(degree, dtype=np.float64)
            used = np.broadcast_to(exponent > 0, (self.size,))
            above = np.broadcast_to(factor.values > 0, (self.size,))
            positive &= above | ~used
            log = np.log(np.where(used & above, factor.values, 1.0))
            logs += log * exponent / degree
            error += 2 * factor.relative + 3 * LIBRARY_UNITS * (1 + float(np.abs(log).max(initial=0.0)))
        values = np.where(positive, np.exp(logs), 0.0)
        error *= 2
        return Bounded(self, values, self.span(values, error, 0.0), (error, 0.0))

    def sums(self, a: Bounded, owners: Integers, groups: int) -> Bounded:
        """The sum of the rows of each owner, for so many owners; doubtful rows make their owner doubtful."""
        weights = np.broadcast_to(a.values, owners.shape)
        values = np.bincount(owners, weights=weights, minlength=groups).astype(np.float64)
        most = int(np.bincount(owners, minlength=1).max(initial=1))
        scaled = Bounded(
            self,
            values,
            (min(0.0, a.low * most), max(0.0, a.high * most)),
            (a.relative, a.absolute * most),
            a.whole,
        )
        if a.arithmetic.doubt is not None:
            rows = np.zeros(groups, dtype=np.bool_)
            rows[owners[a.arithmetic.doubt]] = True
            self.note(rows)
        return self._summed((scaled,), values, most)

    def take(self, a: Bounded, rows: Integers) -> Bounded:
        """The numbers at these rows."""
        values = a.values[rows] if a.values.shape else a.values
        return Bounded(self, values, (a.low, a.high), (a.relative, a.absolute), a.whole)

    def scaled(self, a: Bounded, decimals: int) -> Floats:
        """The numbers times 10^decimals rounded half away from zero; rows not proved are noted."""
        shifted = np.multiply(np.abs(a.values) if a.low < 0 else a.values, 10.0**decimals)
        wide = (a.bound + 8 * UNIT * a.top) * 10.0**decimals
        if self.certify and not wide < 0.25:
            self.note(np.ones(self.size, dtype=np.bool_))
            return np.zeros(shifted.shape)
        shifted = np.add(shifted, 0.5)
        whole = np.floor(shifted)
        if self.certify and not a.whole:
            rest = np.subtract(shifted, whole)
            self.note(np.broadcast_to((rest <= wide) | (rest >= 1 - wide), (self.size,)))
        return np.copysign(whole, a.values) if a.low < 0 else whole

    def rounded(self, a: Bounded, decimals: int) -> Bounded:
        """The numbers rounded half away from zero; rows not proved are noted."""
        values = self.scaled(a, decimals)
        step = 0.5 * 10.0**-decimals
        span = (min(a.low, 0.0) if a.low >= 0 else a.low - step, a.high + step)
        if not decimals:
            return Bounded(self, values, span, whole=a.top < EXACT_FLOAT)
        return Bounded(self, values / 10.0**decimals, span, (2 * UNIT, 0.0))
