"""Bins of one round width that hold every value once."""

from decimal import Decimal

from chiso.report.figures import Bin
from chiso.report.results.distribution import bins_of


def bins(*values: str) -> list[tuple[str, str, int]]:
    return [(f"{bin.low:f}", f"{bin.high:f}", bin.count) for bin in bins_of([Decimal(value) for value in values])]


def test_the_greatest_value_is_in_the_last_bin() -> None:
    assert bins("0", "5", "9.99", "10") == [
        *(
            (str(low), str(low + 1), count)
            for low, count in zip(range(10), (1, 0, 0, 0, 0, 1, 0, 0, 0, 2), strict=True)
        ),
    ]


def test_widths_are_round() -> None:
    assert bins("61.2", "64", "79.9") == [
        ("60", "62", 1), ("62", "64", 0), ("64", "66", 1), ("66", "68", 0), ("68", "70", 0),
        ("70", "72", 0), ("72", "74", 0), ("74", "76", 0), ("76", "78", 0), ("78", "80", 1),
    ]  # fmt: skip


def test_below_zero() -> None:
    found = bins_of([Decimal("-3"), Decimal("4")])
    assert (found[0], sum(bin.count for bin in found)) == (Bin(Decimal(-3), Decimal(-2), 1), 2)


def test_nothing_spreads() -> None:
    assert bins_of([]) == bins_of([Decimal(3), Decimal(3)]) == ()
