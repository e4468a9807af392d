"""Columns of exact rationals; where a rule is irrational, of balls that raise their precision until the digit is sure.

A ball is a rigorous enclosure (arb). A comparison or a rounding that the precision at hand does not decide raises
`Unresolved`, and the caller computes again with more digits. At `LAST_PRECISION` bits two numbers that still cannot be
told apart are taken as equal: an algebraic or logarithmic value that agrees with a decimal to a thousand digits is it.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

import numpy as np
from flint import arb, ctx, fmpq, fmpz
from numpy.typing import NDArray

from chiso.engine.quantities.arithmetic import EVERY, Integers, Mask, Rows, Unresolved
from chiso.engine.quantities.columns import Decimals
from chiso.engine.quantities.decimals import scaled

FIRST_PRECISION = 128
LAST_PRECISION = 4096
GREATEST_DEGREE = 1000
"""Up to this degree a root that is rational is found to be so."""
Number: TypeAlias = "fmpq | arb"
Objects: TypeAlias = NDArray[Any]


def compare(a: Number, b: Number) -> int:
    """-1, 0 or 1 as a is less than, equal to or greater than b."""
    if type(a) is fmpq and type(b) is fmpq:
        return int(a > b) - int(a < b)
    difference = a - b
    if difference == 0:
        return 0
    if difference > 0:
        return 1
    if difference < 0:
        return -1
    if ctx.prec < LAST_PRECISION:
        raise Unresolved
    return 0


def middle(value: Number) -> fmpq:
    """A rational number itself; of a ball its middle, which differs from the true value by less than is ever shown."""
    if isinstance(value, fmpq):
        return value
    mantissa, exponent = value.mid().man_exp()
    power = fmpq(2) ** abs(int(exponent))
    return fmpq(mantissa) * power if exponent >= 0 else fmpq(mantissa) / power


def _scaled(value: Number, decimals: int) -> int:
    """The value times 10^decimals, rounded half away from zero."""
    if isinstance(value, fmpq):
        return scaled(value, decimals)
    shifted = abs(value) * 10**decimals + fmpq(1, 2)
    whole = shifted.floor().unique_fmpz()
    if whole is None:
        if ctx.prec < LAST_PRECISION:
            raise Unresolved
        whole = (shifted.mid() + fmpq(1, 2)).floor().unique_fmpz()
    return -int(whole) if value < 0 else int(whole)


def _root(value: Number, degree: int) -> Number:
    """The positive degree-th root: exact where it is rational."""
    if isinstance(value, fmpq):
        top, bottom = fmpz(value.p).root(degree), fmpz(value.q).root(degree)
        if top**degree == value.p and bottom**degree == value.q:
            return fmpq(top, bottom)
    return arb(value).root(degree)


def _mean(values: Sequence[Number], counts: Sequence[int], degree: int) -> Number:
    """The degree-th root of the product of powers; by logarithms where the powers would fill the memory."""
    used = [(value, count) for value, count in zip(values, counts, strict=True) if count]
    if any(compare(value, fmpq(0)) <= 0 for value, _ in used):
        return fmpq(0)
    if degree > GREATEST_DEGREE:
        return (sum((arb(value).log() * count for value, count in used), arb(0)) / degree).exp()
    product: Number = fmpq(1)
    for value, count in used:
        product = product * value**count
    return _root(product, degree)


# Of equal numbers the second: the limit, which is rational where the number that reaches it may be a ball.
_less = np.frompyfunc(lambda a, b: a if compare(a, b) < 0 else b, 2, 1)
_more = np.frompyfunc(lambda a, b: a if compare(a, b) > 0 else b, 2, 1)
_order = np.frompyfunc(compare, 2, 1)


class Rational:
    """A column of exact numbers."""

    __slots__ = ("values",)

    def __init__(self, values: Objects) -> None:
        self.values = values

    def _ordered(self, other: Rational, plain: Callable[[Any, Any], Any], sign: Callable[[Any], Any]) -> Mask:
        """A comparison: directly where all numbers are rational, else with as much precision as it needs."""
        if all(type(x) is fmpq for values in (self.values, other.values) for x in values.flat):
            return np.asarray(plain(self.values, other.values), dtype=np.bool_)
        return np.asarray(sign(_order(self.values, other.values)), dtype=np.bool_)

    def __add__(self, other: Rational) -> Rational:
        return Rational(np.asarray(self.values + other.values, dtype=object))

    def __neg__(self) -> Rational:
        return Rational(np.asarray(-self.values, dtype=object))

    def __sub__(self, other: Rational) -> Rational:
        return Rational(np.asarray(self.values - other.values, dtype=object))

    def __mul__(self, other: Rational) -> Rational:
        return Rational(np.asarray(self.values * other.values, dtype=object))

    def __truediv__(self, other: Rational) -> Rational:
        return Rational(np.asarray(self.values / other.values, dtype=object))

    def at_least(self, other: Rational) -> Mask:
        """Where self >= other."""
        return self._ordered(other, operator.ge, lambda order: order >= 0)

    def above(self, other: Rational) -> Mask:
        """Where self > other."""
        return self._ordered(other, operator.gt, lambda order: order > 0)

    def equals(self, other: Rational) -> Mask:
        """Where self == other."""
        return self._ordered(other, operator.eq, lambda order: order == 0)


class RationalArithmetic:
    """Computing over `size` rows exactly."""

    def __init__(self, size: int) -> None:
        self.size = size

    def of_size(self, size: int) -> RationalArithmetic:
        """The same way of computing over another number of rows."""
        return RationalArithmetic(size)

    def constant(self, value: fmpq) -> Rational:
        """One exact number, of shape ()."""
        out = np.empty((), dtype=object)
        out[()] = value
        return Rational(out)

    def zeros(self, a: Rational) -> Mask | None:
        """Where the numbers are 0; None where none is."""
        zero = a.equals(self.constant(fmpq(0)))
        return zero if zero.any() else None

    def column(self, decimals: Decimals, rows: Rows = EVERY) -> Rational:
        """The numbers of a column of decimals, of these rows where rows are given."""
        return Rational(decimals.rationals(rows))

    def exacts(self, values: Sequence[Number]) -> Rational:
        """A column of exact numbers."""
        out = np.empty(len(values), dtype=object)
        out[:] = list(values)
        return Rational(out)

    def minimum(self, a: Rational, b: Rational) -> Rational:
        """The lesser of two, row by row."""
        return Rational(np.asarray(_less(a.values, b.values), dtype=object))

    def maximum(self, a: Rational, b: Rational) -> Rational:
        """The greater of two, row by row."""
        return Rational(np.asarray(_more(a.values, b.values), dtype=object))

    def proportion(self, part: Rational, whole: Rational, full: fmpq) -> Rational:
        """full × part / whole, within 0 and full, where no whole is 0."""
        share = self.minimum(part / whole, self.constant(fmpq(1)))
        return self.maximum(share, self.constant(fmpq(0))) * self.constant(full)

    def where(self, mask: Mask, a: Rational, b: Rational) -> Rational:
        """a where the mask holds, b elsewhere."""
        return Rational(np.where(mask, a.values, b.values))

    def total(self, terms: Sequence[Rational]) -> Rational:
        """The sum of columns."""
        if not terms:
            return self.constant(fmpq(0))
        out = terms[0]
        for term in terms[1:]:
            out = out + term
        return out

    def logarithm(self, a: Rational) -> Rational:
        """The natural logarithm of positive numbers; that of 1 is exactly 0."""
        return self._mapped(lambda x: fmpq(0) if x == 1 else arb(x).log(), a)

    def _mapped(self, rule: Callable[[Any], Number], a: Rational) -> Rational:
        return Rational(np.asarray(np.frompyfunc(rule, 1, 1)(a.values), dtype=object))

    def root_of_product(self, factors: Sequence[Rational], exponents: Sequence[Objects], degree: Objects) -> Rational:
        """(product of factor^exponent)^(1/degree), for whole exponents; a factor below 0 counts as 0."""
        rows = [np.broadcast_to(factor.values, (self.size,)).tolist() for factor in factors]
        counts = [np.broadcast_to(exponent, (self.size,)).tolist() for exponent in exponents]
        degrees = np.broadcast_to(degree, (self.size,)).tolist()
        roots = map(_mean, zip(*rows, strict=True), zip(*counts, strict=True), degrees)
        return self.exacts(list(roots))

    def sums(self, a: Rational, owners: Integers, groups: int) -> Rational:
        """The sum of the rows of each owner, for so many owners."""
        out = np.full(groups, fmpq(0), dtype=object)
        np.add.at(out, owners, np.broadcast_to(a.values, owners.shape))
        return Rational(out)

    def take(self, a: Rational, rows: Integers) -> Rational:
        """The numbers at these rows."""
        return Rational(a.values[rows]) if a.values.shape else a

    def scaled(self, a: Rational, decimals: int) -> Objects:
        """The numbers times 10^decimals rounded half away from zero, as Python integers."""
        return np.asarray(np.frompyfunc(lambda x: _scaled(x, decimals), 1, 1)(a.values), dtype=object)

    def rounded(self, a: Rational, decimals: int) -> Rational:
        """The numbers rounded half away from zero."""
        scale = 10**decimals
        return self._mapped(lambda x: fmpq(_scaled(x, decimals), scale), a)


def resolved(compute: Callable[[], Any]) -> Any:
    """What `compute` returns, with the precision raised until every comparison in it is decided."""
    precision = FIRST_PRECISION
    while True:
        with ctx.workprec(precision):
            try:
                return compute()
            except Unresolved:
                precision *= 2
