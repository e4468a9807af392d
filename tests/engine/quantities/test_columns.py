import numpy as np
import pytest
from flint import fmpq

from chiso.engine.quantities import Decimals


def test_numbers_are_brought_to_their_longest_decimals() -> None:
    column = Decimals.of([(5, 0), (25, 1), (-125, 2)])
    assert (column.mantissas.tolist(), column.decimals) == ([500, 250, -125], 2)
    assert column.rationals().tolist() == [fmpq(5), fmpq(5, 2), fmpq(-5, 4)]
    assert column.floats.tolist() == [5.0, 2.5, -1.25]
    assert (column.low, column.high, column.whole) == (-1.25, 5.0, False)


def test_a_column_without_rows() -> None:
    column = Decimals.of([])
    assert (column.rationals().tolist(), column.floats.tolist(), column.low, column.high) == ([], [], 0.0, 0.0)


@pytest.mark.parametrize(
    ("parts", "kind"),
    [
        ([(2**63 - 1, 0)], "int64"),
        ([(-(2**63), 0)], "int64"),
        ([(2**63, 0)], "object"),
        ([(999_999_999_999_999_999, 0), (1, 1)], "object"),
        ([(999_999_999_999_999_999, 0), (1, 20)], "object"),
    ],
)
def test_numbers_beyond_64_bits_become_python_integers(parts: list[tuple[int, int]], kind: str) -> None:
    column = Decimals.of(parts)
    assert column.mantissas.dtype == np.dtype(kind)
    assert column.rationals().tolist() == [fmpq(mantissa, 10**decimals) for mantissa, decimals in parts]
    for nearest, (mantissa, decimals) in zip(column.floats.tolist(), parts, strict=True):
        true = fmpq(mantissa, 10**decimals)
        assert abs(fmpq(*nearest.as_integer_ratio()) - true) <= abs(true) / fmpq(2**52)


@pytest.mark.parametrize(
    ("parts", "whole"), [([(3, 0)], True), ([(30, 1)], False), ([(2**53 - 1, 0)], True), ([(2**53, 0)], False)]
)
def test_floats_are_known_to_be_exact_only_for_whole_numbers_below_two_to_53(
    parts: list[tuple[int, int]], whole: bool
) -> None:
    assert Decimals.of(parts).whole is whole


def test_rows_are_taken_in_the_order_asked() -> None:
    column = Decimals.of([(1, 0), (2, 0), (3, 0)])
    assert column.take(np.array([2, 0])).rationals().tolist() == [fmpq(3), fmpq(1)]
    assert column.rationals(np.array([1])).tolist() == [fmpq(2)]
