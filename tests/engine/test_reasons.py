"""How a reason is written in figures, the same in every language."""

import pytest
from flint import arb, ctx, fmpq

from chiso.engine.reasons import Change, Reason, figure


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (fmpq(60), "60"),
        (fmpq(-5, 2), "-2.5"),
        (fmpq(1, 3), "1/3"),
        (fmpq(123456, 7), "123456/7"),
        (fmpq(1000000007, 13), "≈76923077.461538"),
        (fmpq(1, 1024), "0.0009765625"),
        (fmpq(123456789123456789, 10**18), "0.123456789123456789"),
    ],
)
def test_a_number_in_a_reason(value: fmpq, text: str) -> None:
    assert figure(value) == text


def test_an_irrational_number_in_a_reason() -> None:
    with ctx.workprec(128):
        assert [figure(arb(2).sqrt()), figure(arb(2).sqrt() / 10**5), figure(-(arb(3).log()))] == [
            "≈1.414214", "≈0.000014", "≈-1.098612",
        ]  # fmt: skip


@pytest.mark.parametrize(
    ("reason", "text"),
    [
        (Reason("ratio", {}, "60 × 44/40", (Change("cap", "", "60"),)), "ratio: 60 × 44/40 → 60 (cap)"),
        (Reason("missing", {"rule": "zero"}, "", (Change("zero", "", "0"),)), "missing → 0 (zero)"),
        (Reason("sum", {}, "2 + 3"), "sum: 2 + 3"),
        (Reason("no_result"), "no_result"),
        (
            Reason("sum", {}, "2.25 + 9", (Change("cap", "11.25", "10.25"), Change("round", "10.25", "10.3"))),
            "sum: 2.25 + 9 → 10.25 (cap) → 10.3 (round)",
        ),
    ],
)
def test_a_reason_in_figures(reason: Reason, text: str) -> None:
    assert reason.figures() == text
