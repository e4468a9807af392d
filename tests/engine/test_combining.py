"""How a group's points come from its children, and what takes over from what does not apply."""

import pytest

from tests.engine.making import figures, maxima, printed, states


def group(combine: str, *children: str, more: str = "") -> str:
    """A group `T` of granted leaves: `A 10`, or `A 10, weight: 2`."""
    lines = []
    for child in children:
        head, _, rest = child.partition(", ")
        code, maximum = head.split()
        lines.append(
            f"      - {{code: {code}, name: {code}, max: {maximum}, formula: {{kind: given}}{rest and ', ' + rest}}}\n"
        )
    return f"criteria:\n  - code: T\n    name: T\n    combine: {{{combine}}}\n{more}    children:\n{''.join(lines)}"


EQUAL = ("A 10, weight: 50%", "B 10, weight: 30%", "C 10, weight: 20%")
TABLE = """
unit A   B   C
u    8   6   4
v    8   n/a 4
w    n/a n/a 4
x    n/a n/a n/a
y    0   6   4
"""


@pytest.mark.parametrize(
    ("combine", "points", "maximum"),
    [
        ("kind: sum", ["18.00", "12.00", "4.00", None, "10.00"], ["30", "20", "10", "0", "30"]),
        # 12 · 30/20, 4 · 30/10
        ("kind: sum, renormalise: true", ["18.00", "18.00", "12.00", None, "10.00"], ["30"] * 5),
        # 4 + 1.8 + 0.8; 4 + 0.8; 0.8; 1.8 + 0.8
        ("kind: weighted", ["6.60", "4.80", "0.80", None, "2.60"], ["10", "7", "2", "0", "10"]),
        # 4.8 / 0.7 = 6.857…
        ("kind: weighted, renormalise: true", ["6.60", "6.86", "4.00", None, "2.60"], ["10"] * 5),
        ("kind: mean", ["6.00", "4.00", "1.33", None, "3.33"], ["10"] * 5),
        ("kind: mean, renormalise: true", ["6.00", "6.00", "4.00", None, "3.33"], ["10"] * 5),
        ("kind: best", ["8.00", "8.00", "4.00", None, "6.00"], ["10", "10", "10", "0", "10"]),
        ("kind: best, renormalise: true", ["8.00", "8.00", "4.00", None, "6.00"], ["10"] * 5),
        # 8^.5 · 6^.3 · 4^.2 = 6.388…; (8^.5 · 4^.2)^(1/.7) = 6.5625…; 0 swallows all
        ("kind: geometric", ["6.39", "6.56", "4.00", None, "0.00"], ["10", "10", "10", "0", "10"]),
        ("kind: geometric, renormalise: true", ["6.39", "6.56", "4.00", None, "0.00"], ["10"] * 5),
    ],
)
def test_a_group_over_what_applies(combine: str, points: list[str | None], maximum: list[str]) -> None:
    weighs = "weighted" in combine or "geometric" in combine
    fragment = group(combine, *(EQUAL if weighs else [child.partition(",")[0] for child in EQUAL]))
    assert printed(fragment, TABLE, "T") == points
    assert maxima(fragment, TABLE, "T") == maximum
    assert states(fragment, TABLE, "T") == ["scored", "scored", "scored", "not_applicable", "scored"]


def test_a_sum_shares_out_maxima_that_differ() -> None:
    fragment = group("kind: sum, renormalise: true", "A 30", "B 10", "C 20")
    # u: 24 · 60/30 = 48; v: (24 + 5) · 60/40 = 43.5
    table = "unit A B C\nu 24 n/a n/a\nv 24 5 n/a\nw n/a n/a 0"
    assert (printed(fragment, table, "T"), maxima(fragment, table, "T")) == (["48.00", "43.50", "0.00"], ["60"] * 3)


def test_weights_may_be_points_fractions_or_differ_by_block() -> None:
    blocks = "blocks: [{id: p, name: P}, {id: q, name: Q}]\n"
    fragment = blocks + group("kind: weighted", "A 1, weight: {p: 60, q: 1/3}", "B 1, weight: {p: 40, q: 2/3}")
    table = "unit block A B\nu p 0.5 1\nv q 0.5 1"
    assert (printed(fragment, table, "T"), maxima(fragment, table, "T")) == (["70.00", "0.83"], ["100", "1"])


# HDI 2021, Thụy Sĩ: 0.985 · 0.914 · 0.998 → ∛ = 0.9650…; here with indices that come out exactly.
@pytest.mark.parametrize(
    ("a", "b", "c", "points"),
    [
        ("0.001", "1", "1", "0.10"),
        ("0.125", "0.125", "0.125", "0.13"),
        ("0", "1", "1", "0.00"),
        ("0.25", "0.5", "0.125", "0.25"),
    ],
)
def test_an_unweighted_geometric_mean(a: str, b: str, c: str, points: str) -> None:
    fragment = group("kind: geometric", "A 1", "B 1", "C 1")
    assert printed(fragment, f"unit A B C\nu {a} {b} {c}", "T") == [points]


@pytest.mark.parametrize("weights", [("1", "2"), ("1/3", "2/3"), ("0.333333333", "0.666666666"), ("50%", "100%")])
def test_a_geometric_mean_with_weights_of_any_fineness(weights: tuple[str, str]) -> None:
    fragment = group(
        "kind: geometric", f"A 9, weight: {weights[0]}", f"B 9, weight: {weights[1]}", more="    print: 1\n"
    )
    # (8 · 1²)^(1/3) = 2 and (1 · 3.375²)^(1/3) = 2.25, a half at one decimal.
    assert printed(fragment, "unit A B\nu 8 1\nv 1 3.375\nw 9 9", "T") == ["2.0", "2.3", "9.0"]


def test_a_geometric_mean_takes_what_is_below_0_as_0() -> None:
    fragment = group("kind: geometric", "A 9", "B 9").replace("{kind: given}", "{kind: given, least: -3}", 1)
    assert printed(fragment, "unit A B\nu -3 9\nv 4 9", "T") == ["0.00", "6.00"]


NESTED = """
criteria:
  - code: T
    name: Key enablers
    combine: {kind: mean, renormalise: true}
    children:
      - {code: A, name: eID, max: 100, formula: {kind: given}}
      - code: B
        name: Nested
        combine: {kind: mean, renormalise: true}
        children:
          - {code: B1, name: eID, max: 100, formula: {kind: given}}
          - {code: B2, name: eDocuments, max: 100, formula: {kind: given}}
      - {code: C, name: Other, max: 100, formula: {kind: given}}
"""


def test_renormalising_is_nested_level_by_level() -> None:
    # EU eGovernment Benchmark 2023: a nested mean takes over within its own level. Flat over the leaves that apply,
    # v would have (90 + 30 + 60) / 3 = 60 too, but u (90 + 50 + 30 + 60) / 4 = 57.5 and x (90 + 50 + 30) / 3 = 56.67.
    table = """
    unit A   B1  B2  C
    u    90  50  30  60
    v    90  n/a 30  60
    w    90  n/a n/a 60
    x    90  50  30  n/a
    y    n/a n/a 30  n/a
    """
    # (90 + 40 + 60) / 3, (90 + 30 + 60) / 3, (90 + 60) / 2, (90 + 40) / 2, 30
    assert printed(NESTED, table, "T") == ["63.33", "60.00", "75.00", "65.00", "30.00"]
    assert printed(NESTED, table, "B") == ["40.00", "30.00", None, "40.00", "30.00"]
    assert states(NESTED, table, "B") == ["scored", "scored", "not_applicable", "scored", "scored"]
    assert figures(NESTED, table, "T") == [
        "mean: (90 + 40 + 60)/3",
        "mean: (90 + 30 + 60)/3",
        "mean: (90 + 60)/2 → B (left_out)",
        "mean: (90 + 40)/2 → C (left_out)",
        "mean: 30/1 → A, C (left_out)",
    ]


@pytest.mark.parametrize(
    ("combine", "expected"),
    [
        ("kind: sum", ["sum: 8 + 6 + 4", "sum: 8 + 4 → B (left_out)"]),
        ("kind: sum, renormalise: true", ["sum: 8 + 6 + 4", "sum: (8 + 4) × 30/20 → B (left_out)"]),
        ("kind: mean", ["mean: (8 + 6 + 4)/3", "mean: (8 + 4)/3 → B (left_out)"]),
        ("kind: best", ["best: 8; 6; 4", "best: 8; 4 → B (left_out)"]),
        ("kind: weighted", ["weighted: 0.5 × 8 + 0.3 × 6 + 0.2 × 4", "weighted: 0.5 × 8 + 0.2 × 4 → B (left_out)"]),
        ("kind: weighted, renormalise: true",
         ["weighted: 0.5 × 8 + 0.3 × 6 + 0.2 × 4", "weighted: (0.5 × 8 + 0.2 × 4) × 1/0.7 → B (left_out)"]),
        ("kind: geometric",
         ["geometric: (8^0.5 × 6^0.3 × 4^0.2)^(1/1)", "geometric: (8^0.5 × 4^0.2)^(1/0.7) → B (left_out)"]),
    ],
)  # fmt: skip
def test_the_figures_of_a_group(combine: str, expected: list[str]) -> None:
    weighs = "weighted" in combine or "geometric" in combine
    fragment = group(combine, *(EQUAL if weighs else [child.partition(",")[0] for child in EQUAL]))
    assert figures(fragment, TABLE, "T")[:2] == expected
    assert figures(fragment, TABLE, "T")[3] == "not_applicable: A, B, C"


def test_what_is_left_out_is_missing_where_a_part_is_missing() -> None:
    fragment = group("kind: sum", "A 10, missing: omit", "B 10")
    table = "unit A B\nu - n/a\nv n/a n/a\nw - 5"
    assert states(fragment, table, "T") == ["missing", "not_applicable", "scored"]
    assert printed(fragment, table, "T") == [None, None, "5.00"]


def test_a_group_of_which_nothing_is_asked_of_the_block_has_0_points_of_0() -> None:
    fragment = "blocks: [{id: p, name: P}, {id: q, name: Q}]\n" + group("kind: sum", "A 10, applies_to: [p]")
    table = "unit block A\nu p 4\nv q -"
    assert (printed(fragment, table, "T"), maxima(fragment, table, "T")) == (["4.00", "0.00"], ["10", "0"])
