"""Exact columns, and irrational numbers computed until every digit and every tie is certain."""

from typing import Any

import numpy as np
import pytest
from flint import arb, ctx, fmpq

from chiso.engine.quantities import Decimals, RationalArithmetic, Unresolved, decimal_text, exact, resolved
from chiso.engine.quantities.rational import LAST_PRECISION, compare, middle


def numbers(arithmetic: RationalArithmetic, *texts: str) -> Any:
    return arithmetic.exacts([exact(text) for text in texts])


def test_columns_compute_without_error() -> None:
    arithmetic = RationalArithmetic(3)
    a, b = numbers(arithmetic, "1", "0.1", "-2"), numbers(arithmetic, "3", "0.2", "0.5")
    third = arithmetic.constant(fmpq(1, 3))
    assert (a / b).values.tolist() == [fmpq(1, 3), fmpq(1, 2), fmpq(-4)]
    assert (a * third + b - a).values.tolist() == [fmpq(7, 3), fmpq(2, 15), fmpq(11, 6)]
    assert (-a).values.tolist() == [fmpq(-1), fmpq(-1, 10), fmpq(2)]
    assert arithmetic.total([a, b, b]).values.tolist() == [fmpq(7), fmpq(1, 2), fmpq(-1)]
    assert arithmetic.total([]).values.tolist() == fmpq(0)
    assert arithmetic.minimum(a, b).values.tolist() == [fmpq(1), fmpq(1, 10), fmpq(-2)]
    assert arithmetic.maximum(a, third).values.tolist() == [fmpq(1), fmpq(1, 3), fmpq(1, 3)]
    assert arithmetic.where(np.array([True, False, True]), a, b).values.tolist() == [fmpq(1), fmpq(1, 5), fmpq(-2)]
    assert arithmetic.take(a, np.array([2, 0])).values.tolist() == [fmpq(-2), fmpq(1)]
    assert arithmetic.sums(a, np.array([1, 1, 0]), 3).values.tolist() == [fmpq(-2), fmpq(11, 10), fmpq(0)]


def test_comparisons_are_exact() -> None:
    arithmetic = RationalArithmetic(3)
    sums = numbers(arithmetic, "0.1", "0.1", "0.1") + numbers(arithmetic, "0.2", "0.19999999999999999999", "0.3")
    limit = arithmetic.constant(fmpq(3, 10))
    assert sums.at_least(limit).tolist() == [True, False, True]
    assert sums.above(limit).tolist() == [False, False, True]
    assert sums.equals(limit).tolist() == [True, False, False]


def test_a_column_of_decimals_is_read_by_rows() -> None:
    column = Decimals.of([(5, 1), (7, 0)])
    assert RationalArithmetic(2).column(column).values.tolist() == [fmpq(1, 2), fmpq(7)]
    assert RationalArithmetic(1).column(column, np.array([1])).values.tolist() == [fmpq(7)]


def test_rounding_gives_python_integers_of_any_size() -> None:
    arithmetic = RationalArithmetic(3)
    column = numbers(arithmetic, "2.675", "-2.675", "999999999999999999")
    assert arithmetic.scaled(column, 2).tolist() == [268, -268, 99999999999999999900]
    assert arithmetic.rounded(column, 2).values.tolist() == [exact("2.68"), exact("-2.68"), exact("999999999999999999")]


def root(values: list[fmpq], exponents: list[int]) -> Any:
    arithmetic = RationalArithmetic(1)
    factors = [arithmetic.constant(value) for value in values]
    return arithmetic.root_of_product(
        factors, [np.array([count]) for count in exponents], np.array([sum(exponents)])
    ).values[0]


@pytest.mark.parametrize(
    ("values", "exponents", "expected"),
    [
        ([fmpq(4), fmpq(9)], [1, 1], fmpq(6)),
        ([fmpq(1, 8), fmpq(1)], [1, 2], fmpq(1, 2)),
        ([fmpq(2), fmpq(4), fmpq(8)], [1, 1, 1], fmpq(4)),
        ([fmpq(0), fmpq(5)], [1, 1], fmpq(0)),
        ([fmpq(49, 100)], [1], fmpq(49, 100)),
        ([fmpq(16), fmpq(81)], [3, 1], fmpq(24)),  # (2^12 · 3^4)^(1/4) = 8 · 3
    ],
)
def test_a_geometric_mean_is_exact_where_it_is_rational(
    values: list[fmpq], exponents: list[int], expected: fmpq
) -> None:
    assert root(values, exponents) == expected
    assert isinstance(root(values, exponents), fmpq)


@pytest.mark.parametrize(
    ("decimals", "expected"),
    [(0, "1"), (2, "1.41"), (20, "1.41421356237309504880"), (30, "1.414213562373095048801688724210")],
)
def test_an_irrational_geometric_mean_is_rounded_for_certain(decimals: int, expected: str) -> None:
    # √2 = 1.41421356237309504880 1688724209 698…
    def scaled() -> int:
        arithmetic = RationalArithmetic(1)
        return int(arithmetic.scaled(arithmetic.exacts([root([fmpq(1), fmpq(2)], [1, 1])]), decimals)[0])

    assert decimal_text(fmpq(resolved(scaled), 10**decimals), decimals) == expected


def logarithms(*values: int) -> list[Any]:
    arithmetic = RationalArithmetic(len(values))
    return list(arithmetic.logarithm(arithmetic.exacts([fmpq(value) for value in values])).values)


def test_a_logarithm_that_is_a_fraction_of_another_ties_with_it() -> None:
    def compared() -> tuple[int, int, int]:
        two, four, eight = logarithms(2, 4, 8)
        return compare(eight / four, fmpq(3, 2)), compare(four / two, fmpq(2)), compare(eight / two, fmpq(3001, 1000))

    assert resolved(compared) == (0, 0, -1)
    assert resolved(lambda: logarithms(1)[0]) == fmpq(0)


@pytest.mark.parametrize(("decimals", "expected"), [(0, 2), (1, 15), (3, 1500)])
@pytest.mark.parametrize("sign", [1, -1])
def test_a_logarithmic_half_is_rounded_away_from_zero(decimals: int, expected: int, sign: int) -> None:
    # ln 8 / ln 4 is 3/2 exactly; no finite precision shows it.
    def scaled() -> int:
        arithmetic = RationalArithmetic(1)
        four, eight = logarithms(4, 8)
        return int(arithmetic.scaled(arithmetic.exacts([eight / four * sign]), decimals)[0])

    assert resolved(scaled) == expected * sign


def test_an_irrational_number_at_a_limit_reaches_it_and_does_not_exceed_it() -> None:
    def compared() -> list[list[bool]]:
        arithmetic = RationalArithmetic(3)
        two, four, eight = logarithms(2, 4, 8)
        numbers, limit = arithmetic.exacts([eight / four, two / four, eight / two]), arithmetic.constant(fmpq(3, 2))
        return [getattr(numbers, rule)(limit).tolist() for rule in ("at_least", "above", "equals")]

    assert resolved(compared) == [[True, False, True], [False, False, True], [True, False, False]]


def test_what_one_precision_does_not_decide_asks_for_more() -> None:
    near = fmpq(1) + fmpq(1, 10**60)

    def order() -> int:
        return compare(arb(near).log() / arb(near).log(), fmpq(1) + fmpq(1, 10**90))

    with ctx.workprec(64), pytest.raises(Unresolved):
        order()
    assert resolved(order) == -1


def test_precision_is_put_back() -> None:
    before = ctx.prec
    resolved(lambda: compare(arb(2).log() * 2, arb(4).log()))
    assert ctx.prec == before < LAST_PRECISION


def test_the_middle_of_a_ball_is_a_fraction_near_to_it() -> None:
    assert middle(fmpq(1, 3)) == fmpq(1, 3)
    assert middle(arb(5)) == fmpq(5)
    assert middle(arb("0.375")) == fmpq(3, 8)
    with ctx.workprec(128):
        assert decimal_text(middle(arb(2).log()), 20) == "0.69314718055994530942"
    assert middle(arb(-(2**70))) == fmpq(-(2**70))
