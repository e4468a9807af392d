"""Formulas that look at all units: to_best and min_max."""

import pytest

from tests.engine.making import NUMBERS, figures, leaf, printed, states

TABLE = """
unit status   a
u    ranked   10
v    ranked   5
w    listed   20
x    excluded 40
y    ranked   -
z    ranked   n/a
t    ranked   10
"""


def test_the_best_is_that_of_the_ranked_units_that_have_a_value() -> None:
    fragment = leaf("kind: to_best, of: a")
    # w is only listed and x not assessed: neither sets the measure; w is brought back to it.
    assert printed(fragment, TABLE) == ["10.00", "5.00", "10.00", None, None, None, "10.00"]
    assert states(fragment, TABLE) == ["scored", "scored", "capped", "-", "missing", "not_applicable", "scored"]
    assert figures(fragment, TABLE) == [
        "to_best: 10 × 10/10", "to_best: 10 × 5/10", "to_best: 10 × 20/10 → 10 (cap)", "-", "missing → - (blank)",
        "not_applicable → - (omit)", "to_best: 10 × 10/10",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("better", "expected", "figure"),
    [
        ("more", ["10.00", "0.00", "10.00", None, None, None, "10.00"], "min_max: 10 × (10 − 5)/(10 − 5)"),
        ("less", ["0.00", "10.00", "0.00", None, None, None, "0.00"], "min_max: 10 × (10 − 10)/(10 − 5)"),
    ],
)
def test_the_place_between_the_least_and_the_greatest(better: str, expected: list[str | None], figure: str) -> None:
    fragment = leaf(f"kind: min_max, of: a, better: {better}, all_equal: zero")
    assert printed(fragment, TABLE) == expected
    assert figures(fragment, TABLE)[0] == figure


def test_a_place_between() -> None:
    table = "unit a\nu -2\nv 0\nw 1\nx 4"
    assert printed(leaf("kind: min_max, of: a, all_equal: zero"), table) == ["0.00", "3.33", "5.00", "10.00"]
    assert printed(leaf("kind: min_max, of: a, better: less, all_equal: zero"), table) == [
        "10.00", "6.67", "5.00", "0.00",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "points", "state", "figure"),
    [
        ("zero", "0.00", "scored", "0"),
        ("full", "10.00", "scored", "10"),
        ("missing", None, "missing", None),
        ("not_applicable", None, "not_applicable", None),
    ],
)
def test_all_units_alike(rule: str, points: str | None, state: str, figure: str | None) -> None:
    zeros, equal = "unit a\nu 0\nv 0\nw -", "unit a\nu 3\nv 3.0\nw -"
    best, between = leaf(f"kind: to_best, of: a, all_zero: {rule}"), leaf(f"kind: min_max, of: a, all_equal: {rule}")
    for fragment, table, shown in ((best, zeros, "to_best: 0/0"), (between, equal, "min_max: 3 = 3")):
        assert printed(fragment, table) == [points, points, None]
        assert states(fragment, table) == [state, state, "missing"]
        if figure is not None:
            assert figures(fragment, table)[0] == f"{shown} → {figure}"


def test_the_greatest_below_0_gives_nothing_to_share() -> None:
    assert printed(leaf("kind: to_best, of: a, all_zero: full"), "unit a\nu -3\nv -5") == ["10.00", "10.00"]


def test_nobody_has_a_value() -> None:
    for kind in ("to_best, of: a, all_zero: full", "min_max, of: a, all_equal: full"):
        assert states(leaf(f"kind: {kind}"), "unit a\nu -\nv n/a") == ["missing", "not_applicable"]


BLOCKS = "blocks: [{id: p, name: P}, {id: q, name: Q}, {id: r, name: R}]\n" + NUMBERS
BLOCK_TABLE = """
unit block a
u    p     10
v    p     5
w    q     20
x    q     4
y    r     100
"""


@pytest.mark.parametrize(
    ("among", "expected"),
    [
        ("block", ["10.00", "5.00", "10.00", "2.00", None]),
        # Of the whole cycle, that is of the blocks that are asked.
        ("cycle", ["5.00", "2.50", "10.00", "2.00", None]),
    ],
)
def test_the_best_of_the_block_or_of_the_cycle(among: str, expected: list[str | None]) -> None:
    fragment = leaf(f"kind: to_best, of: a, among: {among}", ", applies_to: [p, q]", questions=BLOCKS)
    assert printed(fragment, BLOCK_TABLE) == expected


def test_the_least_and_greatest_of_the_block_or_of_the_cycle() -> None:
    def between(among: str) -> list[str | None]:
        formula = f"kind: min_max, of: a, among: {among}, all_equal: full"
        return printed(leaf(formula, ", applies_to: [p, q]", questions=BLOCKS), BLOCK_TABLE)

    assert between("block") == ["10.00", "0.00", "10.00", "0.00", None]
    # (10 − 4) / 16 = 0.375; (5 − 4) / 16 = 0.0625
    assert between("cycle") == ["3.75", "0.63", "10.00", "0.00", None]


def test_the_extremes_are_found_exactly_among_numbers_that_floats_confuse() -> None:
    table = "unit a\nu 0.30000000000000000001\nv 0.3\nw 0.29999999999999999999"
    fragment = leaf("kind: min_max, of: a, all_equal: missing")
    assert printed(fragment, table) == ["10.00", "5.00", "0.00"]
    assert figures(fragment, table)[0] == (
        "min_max: 10 × (0.30000000000000000001 − 0.29999999999999999999)"
        "/(0.30000000000000000001 − 0.29999999999999999999)"
    )


def test_a_value_that_is_missing_in_truth_sets_no_extreme() -> None:
    # 0.3 − 0.1 − 0.2 is 0, so the quotient of u is missing; its float is −3.6e16 · a.
    fragment = leaf("kind: min_max, of: a / (b - c - d), all_equal: missing")
    table = "unit a b c d\nu -7 0.3 0.1 0.2\nv 2 3 1 1\nw 1 3 1 1\nx 4 3 1 1"
    assert printed(fragment, table) == [None, "3.33", "0.00", "10.00"]
    assert printed(leaf("kind: to_best, of: a / (b - c - d)"), table) == [None, "5.00", "2.50", "10.00"]


def test_a_branch_that_floats_take_wrongly_sets_no_extreme() -> None:
    # a + b is 0.3 exactly in u; in binary it is more.
    fragment = leaf("kind: to_best, of: if a + b > 0.3 then 100 else c")
    assert printed(fragment, "unit a b c\nu 0.1 0.2 5\nv 0.1 0.1 8\nw 0 0 2") == ["6.25", "10.00", "2.50"]
