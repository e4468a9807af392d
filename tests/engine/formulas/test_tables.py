"""Points that stand in a table or come from one answer: yes_no, steps, levels, per_item, given, expression."""

import pytest

from tests.engine.making import NUMBERS, figures, leaf, printed, scores, states

YES = "questions: [{id: f, name: f, type: yes_no, not_applicable: true}, {id: a, name: a, type: number, unit: u}]\n"


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        # Tây Ninh 2747/QĐ-UBND 2019, tiêu chí 2: "có: 2, Không: 0".
        ("kind: yes_no, question: f", ["2.00", "0.00", None, None]),
        ("kind: yes_no, question: f, yes: 1.5, no: 0.25", ["1.50", "0.25", None, None]),
        ("kind: yes_no, question: không f", ["0.00", "2.00", None, None]),
        ("kind: yes_no, question: answered(f)", ["2.00", "2.00", "0.00", "0.00"]),
    ],
)
def test_yes_and_no(formula: str, expected: list[str | None]) -> None:
    fragment = leaf(formula, maximum="2", questions=YES)
    assert printed(fragment, "unit f\nu yes\nv no\nw -\nx n/a") == expected


def test_the_reason_of_yes_and_no() -> None:
    fragment = leaf("kind: yes_no, question: f", maximum="2", questions=YES)
    assert figures(fragment, "unit f\nu yes\nv no\nw -\nx n/a") == [
        "yes_no: yes", "yes_no: no", "missing → - (blank)", "not_applicable → - (omit)",
    ]  # fmt: skip


# Chuyển đổi số cấp huyện, chỉ số 1.1 (tối đa 20): "4 lần/năm: 20; 3: 15; 2: 10; 1: 5; Còn lại: 0".
MEETINGS = "table: [{from: 4, points: 20}, {from: 3, points: 15}, {from: 2, points: 10}, {from: 1, points: 5}]"


@pytest.mark.parametrize(
    ("a", "points", "figure"),
    [
        ("7", "20.00", "steps: 7 ≥ 4"),
        ("4", "20.00", "steps: 4 ≥ 4"),
        ("3.9999", "15.00", "steps: 3.9999 ≥ 3"),
        ("1", "5.00", "steps: 1 ≥ 1"),
        ("0", "0.00", "steps: 0 < 1"),
        ("-", None, "missing → - (blank)"),
    ],
)
def test_steps_closed_below(a: str, points: str | None, figure: str) -> None:
    fragment, table = leaf(f"kind: steps, of: a, {MEETINGS}", maximum="20"), f"unit a\nu {a}"
    assert (printed(fragment, table), figures(fragment, table)) == ([points], [figure])


@pytest.mark.parametrize(
    ("a", "points", "figure"),
    [
        ("4.1", "20.00", "steps: 4.1 > 4"),
        ("4", "15.00", "steps: 4 > 3"),
        ("1", "2.00", "steps: 1 ≤ 1"),
        ("0.5", "2.00", "steps: 0.5 ≤ 1"),
    ],
)
def test_steps_closed_above_and_what_is_below_all(a: str, points: str, figure: str) -> None:
    fragment = leaf(f"kind: steps, of: a, {MEETINGS}, closed: above, otherwise: 2", maximum="20")
    assert (printed(fragment, f"unit a\nu {a}"), figures(fragment, f"unit a\nu {a}")) == ([points], [figure])


def test_a_step_is_reached_exactly() -> None:
    # 0.1 + 0.2 is more than 0.3 in binary, 0.7 + 0.1 less than 0.8.
    fragment = leaf("kind: steps, of: a + b, table: [{from: 0.8, points: 9}, {from: 0.3, points: 4}], closed: above")
    table = "unit a b\nu 0.1 0.2\nv 0.7 0.1\nw 0.70000000000000000001 0.1"
    assert printed(fragment, table) == ["0.00", "4.00", "9.00"]
    assert printed(fragment.replace(", closed: above", ""), table) == ["4.00", "9.00", "9.00"]


LEVELS = leaf(
    "kind: levels, otherwise: 0.5, levels: [{when: a > b and a > 10, points: 5, name: Vượt}, {when: a = b, points: 3},"
    " {when: c > 0, points: 1}]",
    maximum="5",
)


@pytest.mark.parametrize(
    ("a", "b", "c", "points", "figure"),
    [
        ("12", "5", "-", "5.00", "levels: a > b and a > 10"),
        ("5", "5", "-", "3.00", "levels: a = b"),
        ("6", "5", "1", "1.00", "levels: c > 0"),
        ("6", "5", "0", "0.50", "levels: -"),
        # Missing only where a condition before the first that holds is.
        ("6", "5", "-", None, "missing → - (blank)"),
        ("-", "5", "1", None, "missing → - (blank)"),
        ("n/a", "5", "1", None, "not_applicable → - (omit)"),
        ("n/a", "5", "-", None, "missing → - (blank)"),
    ],
)
def test_levels(a: str, b: str, c: str, points: str | None, figure: str) -> None:
    table = f"unit a b c\nu {a} {b} {c}"
    assert (printed(LEVELS, table), figures(LEVELS, table)) == ([points], [figure])


@pytest.mark.parametrize(
    ("formula", "a", "points", "state", "figure"),
    [
        # HĐND Thanh Hóa, quy tắc KPI: "+0,1 điểm cho mỗi 1% vượt, tối đa +5".
        ("each: 0.1, cap: 5", "37", "3.70", "scored", "per_item: 37 × 0.1"),
        ("each: 0.1, cap: 5", "50", "5.00", "scored", "per_item: 50 × 0.1"),
        ("each: 0.1, cap: 5", "51", "5.00", "capped", "per_item: 51 × 0.1 → 5 (cap)"),
        ("each: 3", "4", "10.00", "capped", "per_item: 4 × 3 → 10 (cap)"),
        ("each: 3", "3", "9.00", "scored", "per_item: 3 × 3"),
        ("each: 3", "-1", "0.00", "scored", "per_item: -1 × 3"),
        ("each: 1/3", "2", "0.67", "scored", "per_item: 2 × 1/3"),
        ("each: 3", "-", None, "missing", "missing → - (blank)"),
    ],
)
def test_points_for_each_item(formula: str, a: str, points: str | None, state: str, figure: str) -> None:
    fragment, table = leaf(f"kind: per_item, count: a, {formula}"), f"unit a\nu {a}"
    assert (printed(fragment, table), states(fragment, table), figures(fragment, table)) == (
        [points], [state], [figure],
    )  # fmt: skip


def test_points_for_each_item_of_an_unknown_maximum_have_no_cap() -> None:
    fragment = "unknown: true\n" + leaf("kind: per_item, count: a, each: 3", maximum="unknown")
    assert (printed(fragment, "unit a\nu 40"), states(fragment, "unit a\nu 40")) == (["120.00"], ["scored"])


def test_granted_points_are_what_was_granted() -> None:
    fragment = leaf("kind: given, least: -15, most: 12")
    table = "unit A\nu 9.995\nv -15\nw 12\nx -\ny n/a"
    assert printed(fragment, table) == ["10.00", "-15.00", "12.00", None, None]
    assert states(fragment, table) == ["granted", "granted", "granted", "missing", "not_applicable"]
    assert figures(fragment, table)[:2] == ["given: 9.995", "given: -15"]


@pytest.mark.parametrize(
    ("points", "a", "b", "expected", "state", "figure"),
    [
        ("a * b / 2", "3", "5", "7.50", "scored", "expression: a * b / 2 [a = 3, b = 5]"),
        ("a * b / 2", "5", "5", "10.00", "capped", "expression: a * b / 2 [a = 5, b = 5] → 10 (cap)"),
        ("a - b", "3", "5", "0.00", "scored", "expression: a - b [a = 3, b = 5]"),
        ("if answered(b) then a else 1", "3", "-", "1.00", "scored",
         "expression: if answered(b) then a else 1 [b = n/a, a = 3]"),
        ("a + 0 * b", "3", "-", None, "missing", "missing → - (blank)"),
        ("5", "3", "-", "5.00", "scored", "expression: 5"),
    ],
)  # fmt: skip
def test_an_expression_is_clipped_to_0_and_the_maximum(
    points: str, a: str, b: str, expected: str | None, state: str, figure: str
) -> None:
    fragment, table = leaf(f"kind: expression, points: {points}"), f"unit a b\nu {a} {b}"
    assert (printed(fragment, table), states(fragment, table), figures(fragment, table)) == (
        [expected], [state], [figure],
    )  # fmt: skip


def test_a_third_of_one_and_a_half_is_half_a_point_and_rounds_to_one() -> None:
    fragment = leaf("kind: expression, points: a / 3 * 1.5", ", print: 0", questions=NUMBERS)
    assert printed(fragment, "unit a\nu 1\nv 0.99999999999999999999") == ["1", "0"]
    found = scores(fragment, "unit a\nu 1").score("u", "A")
    assert found is not None
    assert str(found.exact) == "1/2"
