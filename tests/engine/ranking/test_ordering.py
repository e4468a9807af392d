"""Ranks: ties, decimals, several keys, blocks or the cycle, and units without a result."""

import pytest

from tests.engine.making import NUMBERS, ranked, tables


def rule(
    keys: str = "{}", ties: str = "competition", without_result: str = "listed", more: str = "", head: str = ""
) -> str:
    """One granted leaf, ranked."""
    written = f"{{keys: [{keys}], ties: {ties}, without_result: {without_result}{more}}}"
    return f"{NUMBERS}{head}criteria:\n  - {{code: A, name: A, max: 100, formula: {{kind: given}}, rank: {written}}}\n"


TIED = "unit A\nu 7\nv 9\nw 9\nx 8\ny 7.0\nz 1"


@pytest.mark.parametrize(
    ("ties", "expected"),
    [
        ("competition", [("v", 1), ("w", 1), ("x", 3), ("u", 4), ("y", 4), ("z", 6)]),
        ("dense", [("v", 1), ("w", 1), ("x", 2), ("u", 3), ("y", 3), ("z", 4)]),
        ("ordinal", [("v", 1), ("w", 2), ("x", 3), ("u", 4), ("y", 5), ("z", 6)]),
    ],
)
def test_ties(ties: str, expected: list[tuple[str, int]]) -> None:
    assert ranked(rule(ties=ties), TIED) == expected


def test_ascending_order_puts_the_least_first() -> None:
    assert ranked(rule("{order: ascending}"), TIED) == [("z", 1), ("u", 2), ("y", 2), ("x", 4), ("v", 5), ("w", 5)]


def test_points_that_print_alike_tie_only_where_the_framework_says_so() -> None:
    table = "unit A\nu 8.004\nv 8.00399999999999999999\nw 8.0044\nx 7.995"
    assert ranked(rule(), table) == [("w", 1), ("u", 2), ("v", 3), ("x", 4)]
    assert ranked(rule("{decimals: 2}"), table) == [("u", 1), ("v", 1), ("w", 1), ("x", 1)]
    assert ranked(rule("{decimals: 3}"), table) == [("u", 1), ("v", 1), ("w", 1), ("x", 4)]
    assert ranked(rule("{decimals: 4}"), table) == [("w", 1), ("u", 2), ("v", 2), ("x", 4)]
    assert ranked(rule("{decimals: 0}"), table) == [("u", 1), ("v", 1), ("w", 1), ("x", 1)]


def test_many_decimals_tell_units_apart_as_they_say() -> None:
    table = "unit A\nu 98.12345678901234567\nv 98.12345678901234568"
    assert [ranked(rule(f"{{decimals: {n}}}"), table)[1] for n in (15, 16, 17, 20)] == [
        ("v", 1), ("v", 1), ("u", 2), ("u", 2),
    ]  # fmt: skip


def test_hdi_ranks_on_the_printed_value_and_egdi_on_the_unrounded_one() -> None:
    # HDI 2021: ranks on the 3-place value hold for 191 of 191 countries, on the unrounded value for 162.
    table = "unit A\nu 0.9624\nv 0.9616\nw 0.9614"
    assert ranked(rule("{decimals: 3}"), table) == [("u", 1), ("v", 1), ("w", 3)]
    assert ranked(rule(), table) == [("u", 1), ("v", 2), ("w", 3)]


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("{}, {by: a}", [("v", 1), ("u", 2), ("w", 3), ("x", 4)]),
        ("{}, {by: a, order: ascending}", [("w", 1), ("u", 2), ("v", 3), ("x", 4)]),
        ("{by: a}, {}", [("v", 1), ("x", 2), ("u", 3), ("w", 4)]),
        ("{decimals: 0}, {by: a / 2 + 1}", [("v", 1), ("u", 2), ("w", 3), ("x", 4)]),
        ("{by: 'if a > 3 then 1 else 0'}, {}", [("u", 1), ("v", 1), ("x", 3), ("w", 4)]),
        ("{by: 'share([A])'}, {by: '-a'}", [("w", 1), ("u", 2), ("v", 3), ("x", 4)]),
    ],
)
def test_several_keys_in_turn(keys: str, expected: list[tuple[str, int]]) -> None:
    assert ranked(rule(keys), "unit A a\nu 5 4\nv 5 9\nw 5 3\nx 4 9") == expected


@pytest.mark.parametrize("order", ["ascending", "descending"])
@pytest.mark.parametrize("decimals", ["", ", decimals: 1"])
def test_a_unit_without_a_value_of_a_key_comes_after_those_that_have_one(order: str, decimals: str) -> None:
    keys = f"{{}}, {{by: a / b, order: {order}{decimals}}}"
    # In w the key is missing, in x it is a division by 0 that floats do not see.
    table = "unit A a b\nu 5 3 1\nv 5 3 1\nw 5 - 1\nx 5 3 0\ny 9 - -"
    assert ranked(rule(keys), table) == [("y", 1), ("u", 2), ("v", 2), ("w", 4), ("x", 4)]


def test_a_key_is_exact_where_floats_are_not() -> None:
    table = "unit A a b\nu 5 0.1 0.2\nv 5 0.3 0\nw 5 0.15 0.15\nx 5 0.30000000000000000001 0"
    assert ranked(rule("{}, {by: a + b}"), table) == [("x", 1), ("u", 2), ("v", 2), ("w", 2)]
    assert ranked(rule("{}, {by: if a + b > 0.3 then 2 else 1}"), table) == [("x", 1), ("u", 2), ("v", 2), ("w", 2)]


def test_irrational_ties_are_found() -> None:
    fragment = """
criteria:
  - code: T
    name: T
    combine: {kind: geometric}
    rank: {keys: [{}], ties: competition, without_result: listed}
    children:
      - {code: A, name: A, max: 100, formula: {kind: given}}
      - {code: B, name: B, max: 100, formula: {kind: given}}
"""
    # √(2 · 3) = √(6 · 1) = √(12 · ½); √(6.25 · 0.95) is less, √(2.0000000001 · 3) more.
    table = "unit A B\nu 2 3\nv 6 1\nw 12 0.5\nx 6.25 0.95\ny 2.0000000001 3"
    assert ranked(fragment, table) == [("y", 1), ("u", 2), ("v", 2), ("w", 2), ("x", 5)]


def test_logarithmic_ties_are_found() -> None:
    formula = "{kind: goalposts, of: a, low: 1, high: 64, logarithm: true}"
    fragment = (
        f"{NUMBERS}criteria:\n  - code: T\n    name: T\n"
        "    rank: {keys: [{}], ties: competition, without_result: listed}\n    children:\n"
        f"      - {{code: A, name: A, max: 10, formula: {formula}}}\n"
        "      - {code: B, name: B, max: 10, formula: {kind: given}}\n"
    )
    # ln 8 / ln 64 = 1/2: 5 + 2 = 7; ln 4 / ln 64 = 1/3: 3.33… + 11/3 is no decimal; ln 64 / ln 64 = 1: 10 − 3.
    assert ranked(fragment, "unit a B\nu 8 2\nv 1 7\nw 16 0.33333333333333333333\nx 8 2") == [
        ("u", 1), ("v", 1), ("x", 1), ("w", 4),
    ]  # fmt: skip


STATUS = """
unit status   A
u    ranked   7
v    listed   9
w    ranked   -
x    excluded 9
y    ranked   8
z    ranked   n/a
t    listed   -
"""


@pytest.mark.parametrize(
    ("without_result", "expected"),
    [
        ("listed", [("y", 1, "8.00", ""), ("u", 2, "7.00", ""), ("v", None, "9.00", "listed"),
                    ("w", None, None, "no_result"), ("z", None, None, "no_result"), ("t", None, None, "listed")]),
        # `last` is the number of ranked units.
        ("last", [("y", 1, "8.00", ""), ("u", 2, "7.00", ""), ("v", None, "9.00", "listed"),
                  ("w", 4, None, "no_result"), ("z", 4, None, "no_result"), ("t", None, None, "listed")]),
        ("dropped", [("y", 1, "8.00", ""), ("u", 2, "7.00", ""), ("v", None, "9.00", "listed"),
                     ("t", None, None, "listed")]),
    ],
)  # fmt: skip
def test_units_that_are_listed_or_have_no_result(
    without_result: str, expected: list[tuple[str, int | None, str | None, str]]
) -> None:
    (table,) = tables(rule(without_result=without_result), STATUS)
    assert [(place.unit, place.rank, place.points, place.note) for place in table.places] == expected
    assert (table.ranked, table.of["u"].classes) == (4 if without_result == "last" else 2, ())


BLOCKS = "blocks: [{id: p, name: P}, {id: q, name: Q}, {id: r, name: R}]\n"
BLOCK_TABLE = "unit block A\nu p 7\nv q 9\nw p 8\nx q 7"


def test_units_are_ranked_within_their_block_or_in_the_whole_cycle() -> None:
    def found(among: str) -> list[tuple[str, list[tuple[str, int | None]]]]:
        made = tables(rule(more=f", among: {among}", head=BLOCKS), BLOCK_TABLE)
        return [(table.block, [(place.unit, place.rank) for place in table.places]) for table in made]

    assert found("block") == [("p", [("w", 1), ("u", 2)]), ("q", [("v", 1), ("x", 2)])]
    assert found("cycle") == [("*", [("v", 1), ("w", 2), ("u", 3), ("x", 3)])]


def test_ordinal_ranks_of_the_cycle_follow_the_register_across_blocks() -> None:
    fragment = rule(ties="ordinal", more=", among: cycle", head=BLOCKS)
    assert ranked(fragment, "unit block A\nu q 5\nv p 5\nw q 5\nx p 6") == [("x", 1), ("u", 2), ("v", 3), ("w", 4)]


def test_any_criterion_may_be_ranked() -> None:
    fragment = """
criteria:
  - code: T
    name: T
    rank: {keys: [{}], ties: dense, without_result: listed}
    children:
      - {code: A, name: A, max: 9, formula: {kind: given}}
      - {code: B, name: B, max: 9, formula: {kind: given}, rank: {keys: [{}], ties: dense, without_result: dropped}}
"""
    made = tables(fragment, "unit A B\nu 1 9\nv 8 4\nw 8 -")
    assert [(table.criterion, [(place.unit, place.rank) for place in table.places]) for table in made] == [
        ("T", [("v", 1), ("u", 2), ("w", None)]),
        ("B", [("u", 1), ("v", 2)]),
    ]


def test_nobody_to_rank() -> None:
    assert ranked(rule(), "unit A\nu -\nv n/a") == [("u", None), ("v", None)]
