from decimal import Decimal
from fractions import Fraction

import pytest
from flint import fmpq

from chiso.engine.quantities import decimal_text, exact, parse_decimal, parts_of_decimal, rounded, scaled

NO_NUMBERS = [
    "", " ", "-", "+", ".", ",", "1.", ".5", "1,5", "1 000", "1.000.000", "1e3", "1E400", "10^400", "inf", "-inf",
    "nan", "NaN", "Infinity", "0x10", "1_000", "--1", "1/3", "50%", " 1", "1 ", "1\n", "١٢", "５", "−1", "1.5.2", "một",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_what_is_no_plain_decimal_is_not_read(text: str) -> None:
    assert parse_decimal(text) is None
    assert parse_decimal(text.replace(",", ";"), comma=True) is None


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("0", (0, 0)),
        ("-0", (0, 0)),
        ("000", (0, 0)),
        ("007", (7, 0)),
        ("0.00", (0, 2)),
        ("+2.50", (250, 2)),
        ("-2.675", (-2675, 3)),
        ("0.1", (1, 1)),
        ("999999999999999999", (999999999999999999, 0)),
        ("0.00000000000000000001", (1, 20)),
        ("0" * 5000 + "1", (1, 0)),
    ],
)
def test_a_plain_decimal_is_a_mantissa_and_its_decimals(text: str, parts: tuple[int, int]) -> None:
    assert parts_of_decimal(text) == parts
    assert parse_decimal(text) == fmpq(parts[0], 10 ** parts[1])


@pytest.mark.parametrize(
    "text", ["1" * 19, "-" + "1" * 19, "1" + "0" * 400, "9" * 5000, "0." + "0" * 20 + "1", "1." + "0" * 5000]
)
def test_more_than_18_digits_or_20_decimals_are_not_read(text: str) -> None:
    assert parts_of_decimal(text) is None


def test_the_comma_is_the_decimal_mark_only_where_it_is_said_to_be() -> None:
    texts = ["12,5", "12.5", "12", "1.000,5", "1,000.5"]
    assert [parse_decimal(text, comma=True) for text in texts] == [fmpq(25, 2), None, 12, None, None]
    assert [parse_decimal(text) for text in texts] == [None, fmpq(25, 2), 12, None, None]


@pytest.mark.parametrize(
    "text", ["0", "5", "-5", "0.5", "-0.05", "123456789012345678.12345678901234567891", "10", "1000"]
)
def test_printing_is_the_inverse_of_reading(text: str) -> None:
    assert decimal_text(exact(text)) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (fmpq(1, 3), "1/3"),
        (fmpq(-22, 7), "-22/7"),
        (fmpq(1, 8), "0.125"),
        (fmpq(5, 2), "2.5"),
        (fmpq(1, 1024), "0.0009765625"),
        (fmpq(100), "100"),
        (fmpq(-3, 100), "-0.03"),
    ],
)
def test_a_number_without_decimals_given_is_shown_exactly(value: fmpq, text: str) -> None:
    assert decimal_text(value) == text


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        ("2.675", 2, "2.68"),  # the binary float prints 2.67
        ("1.005", 2, "1.01"),
        ("-2.675", 2, "-2.68"),
        ("0.005", 2, "0.01"),
        ("-0.005", 2, "-0.01"),
        ("-0.0049", 2, "0.00"),
        ("0.5", 0, "1"),
        ("1.5", 0, "2"),
        ("2.5", 0, "3"),  # half to even gives 2
        ("-2.5", 0, "-3"),
        ("0.4999999999999999999", 0, "0"),
        ("9.995", 2, "10.00"),
        ("0.05", 1, "0.1"),
        ("7", 3, "7.000"),
        ("849.95", 1, "850.0"),
    ],
)
def test_rounding_is_half_away_from_zero(value: str, decimals: int, text: str) -> None:
    assert decimal_text(exact(value), decimals) == text
    assert decimal_text(rounded(exact(value), decimals), decimals) == text


def test_a_third_of_one_and_a_half_rounds_to_one() -> None:
    # Decimal divides first and comes out at 0.4999…5, which rounds to 0.
    assert decimal_text(fmpq(1, 3) * exact("1.5"), 0) == "1"


@pytest.mark.parametrize("top", range(-40, 41))
def test_scaling_agrees_with_whole_number_arithmetic(top: int) -> None:
    for bottom in (1, 3, 7, 8, 16):
        for decimals in (0, 1, 2):
            shifted = Fraction(abs(top) * 10**decimals, bottom) + Fraction(1, 2)
            whole = shifted.numerator // shifted.denominator
            assert scaled(fmpq(top, bottom), decimals) == (-whole if top < 0 else whole)


def test_exact_takes_whole_numbers_texts_and_decimals() -> None:
    assert [exact(7), exact("2.50"), exact(Decimal("0.10")), exact(Decimal("1E+2")), exact(fmpq(1, 3))] == [
        fmpq(7),
        fmpq(5, 2),
        fmpq(1, 10),
        fmpq(100),
        fmpq(1, 3),
    ]


@pytest.mark.parametrize("value", ["1,5", "x", Decimal("NaN"), Decimal("Infinity"), Decimal("1E400")])
def test_exact_refuses_what_is_no_plain_decimal(value: str | Decimal) -> None:
    with pytest.raises(ValueError, match="is not a plain decimal"):
        exact(value)
