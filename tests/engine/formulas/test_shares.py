"""Points in proportion to something: ratio, tiers, goalposts."""

import pytest

from tests.engine.making import figures, leaf, printed, states

RATIO = "kind: ratio, part: a, whole: b"


@pytest.mark.parametrize(
    ("a", "b", "points", "state", "figure"),
    [
        # Tây Ninh 2747/QĐ-UBND 2019, tiêu chí 1: "Điểm = Tỷ lệ% x Điểm tối đa".
        ("40", "50", "8.00", "scored", "ratio: 10 × 40/50"),
        ("50", "50", "10.00", "scored", "ratio: 10 × 50/50"),
        ("0", "50", "0.00", "scored", "ratio: 10 × 0/50"),
        ("44", "40", "10.00", "capped", "ratio: 10 × 44/40 → 10 (cap)"),
        ("-5", "50", "0.00", "scored", "ratio: 10 × -5/50"),
        ("1", "3", "3.33", "scored", "ratio: 10 × 1/3"),
        ("0.5345", "2", "2.67", "scored", "ratio: 10 × 0.5345/2"),  # 2.6725
        ("0.535", "2", "2.68", "scored", "ratio: 10 × 0.535/2"),  # 2.675: the float prints 2.67
        ("-", "50", None, "missing", "missing → - (blank)"),
        ("5", "-", None, "missing", "missing → - (blank)"),
        ("n/a", "50", None, "not_applicable", "not_applicable → - (omit)"),
        ("n/a", "-", None, "missing", "missing → - (blank)"),
    ],
)
def test_a_ratio(a: str, b: str, points: str | None, state: str, figure: str) -> None:
    table = f"unit a b\nu {a} {b}"
    assert (printed(leaf(RATIO), table), states(leaf(RATIO), table), figures(leaf(RATIO), table)) == (
        [points], [state], [figure],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "points", "state", "figure"),
    [
        ("zero", "0.00", "scored", "ratio: 3/0 → 0"),
        ("full", "10.00", "scored", "ratio: 3/0 → 10"),
        ("missing", None, "missing", "missing → - (blank)"),
        ("not_applicable", None, "not_applicable", "not_applicable → - (omit)"),
    ],
)
def test_a_whole_of_0(rule: str, points: str | None, state: str, figure: str) -> None:
    fragment, table = leaf(f"{RATIO}, whole_zero: {rule}"), "unit a b\nu 3 0\nv 1 2\nw - 0\nx n/a 0"
    # An absent part does not become present because the whole is 0: the rule is asked first.
    assert printed(fragment, table)[:2] == [points, "5.00"]
    assert states(fragment, table)[:2] == [state, "scored"]
    assert figures(fragment, table)[:2] == [figure, "ratio: 10 × 1/2"]


def test_a_whole_of_0_is_missing_unless_it_is_said_otherwise() -> None:
    assert states(leaf(RATIO), "unit a b\nu 0 0") == ["missing"]


def test_a_ratio_of_expressions() -> None:
    fragment = leaf("kind: ratio, part: a + b, whole: 2 * c")
    assert printed(fragment, "unit a b c\nu 0.1 0.2 0.3\nv 1 1 4") == ["5.00", "2.50"]


# QĐ 2899/QĐ-BTNMT 2019, phụ lục 3.1 mục 2 tiết 1 (tiêu chí 1.8, tối đa 7): tỷ lệ >= 70%: điểm tối đa;
# 70% > tỷ lệ >= 35%: (tỷ lệ × điểm tối đa) / định mức; dưới 35%: 0.
TIERS = leaf("kind: tiers, share: a / b, norm: 70%, starts: 35%", maximum="7")


@pytest.mark.parametrize(
    ("a", "b", "points", "figure"),
    [
        ("7", "10", "7.00", "tiers: 0.7 ≥ 0.7"),
        ("9", "10", "7.00", "tiers: 0.9 ≥ 0.7"),
        ("15", "10", "7.00", "tiers: 1.5 ≥ 0.7"),
        ("699", "1000", "6.99", "tiers: 7 × 0.699/0.7"),
        ("1", "2", "5.00", "tiers: 7 × 0.5/0.7"),
        ("35", "100", "3.50", "tiers: 7 × 0.35/0.7"),
        ("349999", "1000000", "0.00", "tiers: 0.349999 < 0.35"),
        ("0", "10", "0.00", "tiers: 0 < 0.35"),
        ("-", "10", None, "missing → - (blank)"),
        ("3", "0", None, "missing → - (blank)"),
    ],
)
def test_tiers(a: str, b: str, points: str | None, figure: str) -> None:
    table = f"unit a b\nu {a} {b}"
    assert (printed(TIERS, table), figures(TIERS, table)) == ([points], [figure])


@pytest.mark.parametrize(
    ("a", "points"),
    [("20", "0.00"), ("85", "10.00"), ("52.5", "5.00"), ("19", "0.00"), ("90", "10.00"), ("62", "6.46")],
)
def test_goalposts(a: str, points: str) -> None:
    # UNDP, life expectancy: 20 to 85 years. (62 − 20) / 65 = 0.6461…
    assert printed(leaf("kind: goalposts, of: a, low: 20, high: 85"), f"unit a\nu {a}") == [points]


LOGARITHM = leaf("kind: goalposts, of: a, low: 100, high: 75000, logarithm: true", maximum="1")


@pytest.mark.parametrize(
    ("a", "points", "state", "figure"),
    [
        ("100", "0.00", "scored", "goalposts: 1 × ln(100/100)/ln(75000/100)"),
        ("75000", "1.00", "scored", "goalposts: 1 × ln(75000/100)/ln(75000/100)"),
        ("80000", "1.00", "capped", "goalposts: 1 × ln(80000/100)/ln(75000/100) → 1 (cap)"),
        # ln 480.25 / ln 750 = 6.17431 / 6.62007 = 0.93267
        ("48025", "0.93", "scored", "goalposts: 1 × ln(48025/100)/ln(75000/100)"),
        ("50", "0.00", "scored", "goalposts: 1 × ln(50/100)/ln(75000/100)"),
        ("0", "0.00", "scored", "goalposts: 1 × ln(0/100)/ln(75000/100)"),
        ("-3", "0.00", "scored", "goalposts: 1 × ln(-3/100)/ln(75000/100)"),
        ("-", None, "missing", "missing → - (blank)"),
    ],
)
def test_logarithmic_goalposts(a: str, points: str | None, state: str, figure: str) -> None:
    table = f"unit a\nu {a}"
    assert (printed(LOGARITHM, table), states(LOGARITHM, table), figures(LOGARITHM, table)) == (
        [points], [state], [figure],
    )  # fmt: skip


def test_a_logarithmic_half_is_rounded_away_from_zero() -> None:
    # ln(8) / ln(4) × 1 = 3/2 of 2: on goalposts 1 to 16, ln 8 / ln 16 = 3/4 exactly; × 10 = 7.5 → 8 at 0 decimals.
    fragment = leaf("kind: goalposts, of: a, low: 1, high: 16, logarithm: true", ", print: 0")
    assert printed(fragment, "unit a\nu 8\nv 7.9999999999999999999\nw 4") == ["8", "7", "5"]
    assert printed(fragment.replace("print: 0", "round: 0"), "unit a\nu 8\nv 2\nw 16") == ["8.00", "3.00", "10.00"]
