"""The bounds of floats are true bounds, and whatever they do not prove is noted."""

from collections.abc import Callable, Sequence
from itertools import product
from typing import Any

import numpy as np
import pytest
from flint import ctx, fmpq

from chiso.engine.quantities import BoundedArithmetic, Decimals, RationalArithmetic, exact
from chiso.engine.quantities.bounded import Bounded
from chiso.engine.quantities.rational import middle

ADVERSARIAL = [
    "0", "1", "-1", "0.1", "0.3", "-0.3", "2.675", "1.005", "0.00000000000000000001", "999999999999999999",
    "-999999999999999999", "9007199254740993", "0.30000000000000000001", "123456789.987654321", "3", "7",
]  # fmt: skip
PLAIN = ["0", "3", "1", "50", "100", "4", "9007199254740991", "7"]
Operation = Callable[[Any, Any, Any], Any]

OPERATIONS: dict[str, Operation] = {
    "add": lambda _, a, b: a + b,
    "subtract": lambda _, a, b: a - b,
    "multiply": lambda _, a, b: a * b,
    "negate": lambda _, a, __: -a,
    "minimum": lambda arithmetic, a, b: arithmetic.minimum(a, b),
    "maximum": lambda arithmetic, a, b: arithmetic.maximum(a, b),
    "total": lambda arithmetic, a, b: arithmetic.total([a, b, a, b, b]),
    "square of a sum": lambda _, a, b: (a + b) * (a + b),
    "cancelling": lambda _, a, b: (a * b + a) - a * b,
    "where": lambda arithmetic, a, b: arithmetic.where(np.arange(arithmetic.size) % 2 == 0, a * a, b - a),
    "times a third": lambda arithmetic, a, b: a * arithmetic.constant(fmpq(1, 3)) - b,
    "taken": lambda arithmetic, a, b: arithmetic.take(a * b, np.arange(arithmetic.size)[::-1]),
    "summed": lambda arithmetic, a, b: arithmetic.sums(a - b, np.arange(arithmetic.size) // 3, arithmetic.size),
}


def column(texts: Sequence[str]) -> Decimals:
    return Decimals.of([(int(exact(text) * 10**20), 20) if "." in text else (int(text), 0) for text in texts])


def pairs(texts: Sequence[str]) -> tuple[Decimals, Decimals]:
    found = list(product(texts, texts))
    return column([a for a, _ in found]), column([b for _, b in found])


def assert_bounds_hold(floats: Bounded, exacts: Any, doubt: Any = None) -> None:
    """Every float is within its row's bound of the true value, and that within the span."""
    size = exacts.values.size
    bounds = np.broadcast_to(np.asarray(floats.row_bounds()), (size,)).tolist()
    values = np.broadcast_to(floats.values, (size,)).tolist()
    low, high = fmpq(*floats.low.as_integer_ratio()), fmpq(*floats.high.as_integer_ratio())
    for row, true in enumerate(exacts.values.reshape(-1).tolist()):
        if doubt is not None and doubt[row]:
            continue
        off = abs(fmpq(*values[row].as_integer_ratio()) - true)
        assert off <= fmpq(*bounds[row].as_integer_ratio()), (row, values[row], true)
        slack = fmpq(*max(bounds).as_integer_ratio())
        assert low - slack <= true <= high + slack


@pytest.mark.parametrize("name", OPERATIONS)
@pytest.mark.parametrize("texts", [ADVERSARIAL, PLAIN], ids=["adversarial", "plain"])
def test_every_float_is_within_its_bound(name: str, texts: list[str]) -> None:
    a, b = pairs(texts)
    floats, rationals = BoundedArithmetic(len(texts) ** 2), RationalArithmetic(len(texts) ** 2)
    found = OPERATIONS[name](floats, floats.column(a), floats.column(b))
    assert_bounds_hold(found, OPERATIONS[name](rationals, rationals.column(a), rationals.column(b)))


@pytest.mark.parametrize("texts", [ADVERSARIAL, PLAIN], ids=["adversarial", "plain"])
def test_a_quotient_is_within_its_bound(texts: list[str]) -> None:
    found = [(a, b) for a, b in product(texts, texts) if exact(b) != 0]
    a, b = column([a for a, _ in found]), column([b for _, b in found])
    floats, rationals = BoundedArithmetic(len(found)), RationalArithmetic(len(found))
    assert_bounds_hold(floats.column(a) / floats.column(b), rationals.column(a) / rationals.column(b))


@pytest.mark.parametrize("texts", [ADVERSARIAL, PLAIN], ids=["adversarial", "plain"])
def test_a_quotient_by_a_difference_is_within_its_bound_or_in_doubt(texts: list[str]) -> None:
    found = [(a, b) for a, b in product(texts, texts) if exact(a) != exact(b)]
    a, b = column([a for a, _ in found]), column([b for _, b in found])
    floats, rationals = BoundedArithmetic(len(found)), RationalArithmetic(len(found))
    x, y = floats.column(a), floats.column(b)
    with np.errstate(divide="ignore", invalid="ignore"):
        quotient = x / (x - y)
    p, q = rationals.column(a), rationals.column(b)
    if np.isfinite(quotient.bound):
        assert_bounds_hold(quotient, p / (p - q), floats.doubt)
    else:
        assert floats.doubt is not None


@pytest.mark.parametrize("full", ["10", "0.7", "1/3"])
def test_a_proportion_is_within_its_bound(full: str) -> None:
    top = fmpq(1, 3) if full == "1/3" else exact(full)
    found = [(a, b) for a, b in product(ADVERSARIAL, ADVERSARIAL) if exact(b) > 0]
    a, b = column([a for a, _ in found]), column([b for _, b in found])
    floats, rationals = BoundedArithmetic(len(found)), RationalArithmetic(len(found))
    assert_bounds_hold(
        floats.proportion(floats.column(a), floats.column(b), top),
        rationals.proportion(rationals.column(a), rationals.column(b), top),
    )


@pytest.mark.parametrize("comparison", ["at_least", "above", "equals"])
def test_a_comparison_is_right_wherever_it_is_not_in_doubt(comparison: str) -> None:
    a, b = pairs(ADVERSARIAL)
    size = len(ADVERSARIAL) ** 2
    floats, rationals = BoundedArithmetic(size), RationalArithmetic(size)
    thirds = floats.constant(fmpq(1, 3)), rationals.constant(fmpq(1, 3))
    mine = getattr(floats.column(a) * thirds[0], comparison)(floats.column(b) * thirds[0])
    true = getattr(rationals.column(a) * thirds[1], comparison)(rationals.column(b) * thirds[1])
    doubt = np.zeros(size, dtype=np.bool_) if floats.doubt is None else floats.doubt
    assert (mine == true)[~doubt].all()
    # Only equal numbers, and those nearer to each other than 18 digits tell, are in doubt.
    assert [(int(row) // 16, int(row) % 16) for row in np.flatnonzero(doubt) if int(row) // 16 != int(row) % 16] == [
        (4, 12),
        (12, 4),
    ]


@pytest.mark.parametrize("decimals", [0, 1, 2, 5])
def test_a_rounding_is_right_wherever_it_is_not_in_doubt(decimals: int) -> None:
    a, b = pairs(["0.5", "1.5", "2.675", "-2.675", "1.005", "0.3", "7", "0.00001", "3", "-2.5", "0.125", "2.665"])
    size = 144
    floats, rationals = BoundedArithmetic(size), RationalArithmetic(size)
    whole = floats.scaled(floats.column(a) * floats.column(b), decimals)
    true = rationals.scaled(rationals.column(a) * rationals.column(b), decimals)
    doubt = np.zeros(size, dtype=np.bool_) if floats.doubt is None else floats.doubt
    assert [int(x) for x in whole[~doubt]] == true[~doubt].tolist()
    assert doubt.sum() < size


def doubts(texts: Sequence[str], decimals: int) -> list[str]:
    """The numbers whose rounding is noted."""
    arithmetic = BoundedArithmetic(len(texts))
    arithmetic.scaled(arithmetic.column(column(texts)), decimals)
    rows = [] if arithmetic.doubt is None else np.flatnonzero(arithmetic.doubt).tolist()
    return [texts[row] for row in rows]


def test_exact_halves_are_noted_and_clear_digits_are_not() -> None:
    assert doubts(["2.675", "2.674", "2.6750000000000001", "2.68", "0.005", "1.995", "0.5"], 2) == [
        "2.675",
        "2.6750000000000001",
        "0.005",
        "1.995",
    ]
    assert doubts(["0.5", "1.4", "2.5", "3.49999"], 0) == ["0.5", "2.5"]


def test_whole_numbers_are_never_in_doubt_below_48_bits() -> None:
    assert doubts(["0", "1", "281474976", "99"], 4) == []
    assert doubts(["0", "1", "9007199254740991"], 2) == ["0", "1", "9007199254740991"]


def test_a_number_too_great_or_too_small_for_a_float_leaves_every_row_in_doubt() -> None:
    arithmetic = BoundedArithmetic(2)
    great, small = (arithmetic.column(column([text, "1"])) for text in ("999999999999999999", "0.00000000000000000001"))

    def powers(number: Bounded) -> Callable[[], Bounded]:
        def power() -> Bounded:
            out = number
            for _ in range(19):
                out = out * number
            return out

        return power

    assert [
        doubt.tolist() for _, doubt in map(arithmetic.watched, (powers(great), powers(small))) if doubt is not None
    ] == [
        [True, True],
        [True, True],
    ]
    assert arithmetic.watched(lambda: great * great)[1] is None


def test_the_sum_of_nothing_is_0() -> None:
    nothing = BoundedArithmetic(2).total([])
    assert (float(nothing.values), nothing.whole, nothing.bound) == (0.0, True, 0.0)


def test_without_certifying_nothing_is_noted() -> None:
    arithmetic = BoundedArithmetic(2, certify=False)
    numbers = arithmetic.column(column(["0.3", "1.005"]))
    assert numbers.equals(numbers).tolist() == [True, True]
    # 1.005 is 1.00499… in binary: the digit is wrong, which is why such numbers are never published.
    assert (arithmetic.scaled(numbers, 2).tolist(), arithmetic.doubt) == ([30.0, 100.0], None)


def test_doubt_in_a_case_is_doubt_in_its_unit() -> None:
    units = BoundedArithmetic(3)
    cases = units.of_size(4)
    values = cases.column(column(["0.3", "0.5", "0.3", "1"]))
    values.at_least(cases.constant(fmpq(3, 10)))
    units.sums(values, np.array([0, 0, 2, 1]), 3)
    assert units.doubt is not None
    assert units.doubt.tolist() == [True, False, True]


@pytest.mark.parametrize("rule", ["logarithm", "root"])
def test_irrational_results_are_within_their_bound(rule: str) -> None:
    positive = [text for text in ADVERSARIAL if exact(text) > 0]
    a, b = pairs(positive)
    size = len(positive) ** 2
    exponents = [np.full(size, 2), np.full(size, 3)]
    floats = BoundedArithmetic(size)
    if rule == "logarithm":
        found = floats.logarithm(floats.column(a) * floats.column(b))
    else:
        found = floats.root_of_product([floats.column(a), floats.column(b)], exponents, np.full(size, 5))

    def true() -> list[fmpq]:
        rationals = RationalArithmetic(size)
        p, q = rationals.column(a), rationals.column(b)
        out = (
            rationals.logarithm(p * q)
            if rule == "logarithm"
            else rationals.root_of_product([p, q], exponents, np.full(size, 5))
        )
        return [middle(value) for value in out.values]

    with ctx.workprec(512):
        exacts = true()
    bounds = np.broadcast_to(found.row_bounds(), (size,)).tolist()
    off = [
        (row, value)
        for row, value in enumerate(found.values.tolist())
        if abs(fmpq(*value.as_integer_ratio()) - exacts[row]) > fmpq(*bounds[row].as_integer_ratio())
    ]
    assert off == []
