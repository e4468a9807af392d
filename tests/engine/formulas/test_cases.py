"""The mean of a formula over the cases of a unit."""

import pytest

from tests.engine.making import CASES, figures, leaf, printed, states

TABLE = """
unit a b n
u:1  1 2 -
u:2  2 2 -
u:3  - 4 -
v:1  - 2 -
w    - - 5
x:1  6 4 -
"""


def mean(missing: str, none: str = "missing", of: str = "kind: ratio, part: a, whole: b", more: str = "") -> str:
    formula = f"kind: mean_of_cases, per: case, missing: {missing}, none: {none}, of: {{{of}}}"
    return leaf(formula, more, questions=CASES)


@pytest.mark.parametrize(
    ("missing", "expected", "reached"),
    [
        # u: 5, 10 and one that lacks its answer; v: only one that lacks it; w: no case; x: above the whole.
        ("omit", ["7.50", None, None, "10.00"], ["scored", "missing", "missing", "scored"]),
        ("zero", ["5.00", "0.00", None, "10.00"], ["scored", "scored", "missing", "scored"]),
        ("missing", [None, None, None, "10.00"], ["missing", "missing", "missing", "scored"]),
    ],
)
def test_a_case_that_lacks_an_answer(missing: str, expected: list[str | None], reached: list[str]) -> None:
    assert (printed(mean(missing), TABLE), states(mean(missing), TABLE)) == (expected, reached)


def test_the_figures_of_a_mean() -> None:
    assert figures(mean("omit", "full"), TABLE) == [
        "mean_of_cases: 15/2", "mean_of_cases: 0/0 → 10", "mean_of_cases: 0/0 → 10", "mean_of_cases: 10/1",
    ]  # fmt: skip
    assert figures(mean("zero", "zero"), TABLE) == [
        "mean_of_cases: 15/3", "mean_of_cases: 0/1", "mean_of_cases: 0/0 → 0", "mean_of_cases: 10/1",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("none", "points", "state"),
    [("zero", "0.00", "scored"), ("full", "10.00", "scored"), ("missing", None, "missing"),
     ("not_applicable", None, "not_applicable")],
)  # fmt: skip
def test_a_unit_without_cases(none: str, points: str | None, state: str) -> None:
    assert (printed(mean("zero", none), TABLE)[2], states(mean("zero", none), TABLE)[2]) == (points, state)


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        ("kind: expression, points: a * n", [None, None, None, None]),
        ("kind: expression, points: a", ["1.50", None, None, "6.00"]),
        ("kind: yes_no, question: a > 1", ["5.00", None, None, "10.00"]),
        # Thông tư 01/2018/TT-VPCP, Điều 13 khoản 1: 2 ngắn hơn, 1 bằng, 0 dài hơn quy định.
        ("kind: levels, levels: [{when: a < b, points: 2}, {when: a = b, points: 1}]", ["1.50", None, None, "0.00"]),
        ("kind: steps, of: a, table: [{from: 2, points: 8}, {from: 1, points: 1}]", ["4.50", None, None, "8.00"]),
        ("kind: tiers, share: a / b, norm: 1, starts: 60%", ["5.00", None, None, "10.00"]),
        ("kind: per_item, count: a, each: 4", ["6.00", None, None, "10.00"]),
        ("kind: goalposts, of: a, low: 0, high: 4", ["3.75", None, None, "10.00"]),
    ],
)
def test_any_formula_of_a_case(of: str, expected: list[str | None]) -> None:
    assert printed(mean("omit", of=of), TABLE) == expected


def test_the_mean_is_not_rounded_on_the_way() -> None:
    # Thông tư 01/2018/TT-VPCP, Điều 15 khoản 2: tổng điểm các hồ sơ / tổng số hồ sơ, làm tròn đến 1 chữ số thập phân.
    fragment = mean("omit", of="kind: expression, points: a / b", more=", round: 1")
    table = "unit a b\nu:1 1 3\nu:2 1 3\nu:3 1 12\nv:1 1 4\nv:2 1 4"
    # (1/3 + 1/3 + 1/12) / 3 = 0.25 and (1/4 + 1/4) / 2 = 0.25: both round to 0.3.
    assert printed(fragment, table) == ["0.30", "0.30"]


OTHER = """cases: [{id: case, name: Case}, {id: office, name: Office}]
questions:
  - {id: a, name: a, type: number, unit: 1, per: case}
  - {id: b, name: b, type: number, unit: 1, per: office}
  - {id: n, name: n, type: number, unit: 1}
  - {id: f, name: f, type: yes_no, per: case}
"""


OTHER_TABLE = """
unit a b n f   G
u:1  1 - - yes -
v:9  3 - - yes -
u:2  2 - - no  -
u    - - 6 -   2
v    - - - -   2
u:o  - 5 - -   -
u:p  - 3 - -   -
"""


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        ("a + n", ["7.50", None]),
        ("a + sum_of(b)", ["9.50", "3.00"]),
        ("if f then 5 else count_of(b)", ["3.50", "5.00"]),
        ("if answered(n) and answered(f) then 2 else 1", ["2.00", "1.00"]),
        ("a * share([G])", ["0.75", "1.50"]),
        ("[G] + a / 2", ["2.75", "3.50"]),
    ],
)
def test_a_case_sees_its_unit_and_other_kinds_of_cases(points: str, expected: list[str]) -> None:
    formula = f"kind: mean_of_cases, per: case, missing: omit, of: {{kind: expression, points: '{points}'}}"
    fragment = leaf(formula, questions=OTHER) + "  - {code: G, name: G, max: 4, formula: {kind: given}}\n"
    assert printed(fragment, OTHER_TABLE) == expected
