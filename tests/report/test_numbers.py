"""Numbers keep every digit and take the marks of their language."""

from decimal import Decimal

import pytest
from flint import arb, fmpq

from chiso.language import use
from chiso.report.numbers import figures, number, percent

NUMBERS = [
    (Decimal("1234.5"), "1.234,5", "1,234.5"),
    (Decimal("100.00"), "100,00", "100.00"),
    (Decimal("-10"), "−10", "−10"),
    (Decimal("-1234567.890"), "−1.234.567,890", "−1,234,567.890"),
    (Decimal("0.0000001"), "0,0000001", "0.0000001"),
    (1000, "1.000", "1,000"),
    (999, "999", "999"),
    ("889.2", "889,2", "889.2"),
    (fmpq(20001, 2), "10.000,5", "10,000.5"),
    (fmpq(1, 3), "1/3", "1/3"),
    (fmpq(1234567, 3000001), "≈0,411522", "≈0.411522"),
    (fmpq(12345678901234567890, 1), "12.345.678.901.234.567.890", "12,345,678,901,234,567,890"),
    ("≈0.333333", "≈0,333333", "≈0.333333"),
]


@pytest.mark.parametrize(("value", "vietnamese", "english"), NUMBERS)
def test_a_number_keeps_its_digits(value: Decimal | fmpq | int | str, vietnamese: str, english: str) -> None:
    assert (number(value, "vi"), number(value, "en")) == (vietnamese, english)


def test_the_language_in_use_is_taken_where_none_is_asked_for() -> None:
    with use("en"):
        assert number(Decimal("1234.5")) == "1,234.5"
    assert number(Decimal("1234.5")) == "1.234,5"


def test_an_irrational_number_shows_six_decimals() -> None:
    assert number(arb(2).sqrt(), "vi") == "≈1,414214"


def test_figures_in_a_text_change_and_names_and_codes_do_not() -> None:
    text = "100 + 172.5 + -10 × x1.5 ≈0.25 3^0.5 1.2.3"
    assert figures(text, "vi") == "100 + 172,5 − 10 × x1.5 ≈0,25 3^0,5 1.2.3"


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (fmpq(1, 2), "50%"),
        (fmpq(1, 3), "≈33,3333%"),
        (fmpq(85123, 100000), "85,123%"),
        (fmpq(2), "200%"),
        (fmpq(1, 10**8), "≈0,0000%"),
    ],
)
def test_a_share_is_a_percentage(share: fmpq, text: str) -> None:
    assert percent(share, "vi") == text
