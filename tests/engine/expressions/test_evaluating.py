"""What an expression is worth, and what is absent in it."""

import pytest

from tests.engine.making import CASES, leaf, printed, states

QUESTIONS = """questions:
  - {id: a, name: a, type: number, unit: u, not_applicable: true}
  - {id: b, name: b, type: number, unit: u, not_applicable: true}
  - {id: s, name: s, type: share, not_applicable: true}
  - {id: f, name: f, type: yes_no, not_applicable: true}
  - {id: k, name: k, type: choice, options: [{id: low, name: Low}, {id: high, name: High}]}
  - {id: t, name: t, type: text, not_applicable: true}
"""
TABLE = """
unit a   b   s    f   k    t
u    6   4   50   yes high x
v    0   0   25.5 no  low  x
w    -   4   n/a  -   -    -
x    n/a -   -    n/a low  n/a
y    n/a 2   0    yes high x
"""


def value(expression: str) -> list[str | None]:
    """The value of an expression for each unit, as points; nothing where it is absent."""
    return printed(leaf(f'kind: expression, points: "{expression}"', maximum="1000", questions=QUESTIONS), TABLE)


def condition(expression: str) -> list[str | None]:
    return value(f"if ({expression}) then 1 else 0")


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("a + b", ["10.00", "0.00", None, None, None]),
        ("a - b", ["2.00", "0.00", None, None, None]),
        ("2 + 3 * 4 - 6 / 4", ["12.50"] * 5),
        ("-a + 10", ["4.00", "10.00", None, None, None]),
        ("a / b", ["1.50", None, None, None, None]),
        ("10 / b", ["2.50", None, "2.50", None, "5.00"]),
        ("s * 100", ["50.00", "25.50", None, None, "0.00"]),
        ("100 * 7%", ["7.00"] * 5),
        ("min(a, b, 5)", ["4.00", "0.00", None, None, None]),
        ("max(b, 3)", ["4.00", "3.00", "4.00", None, "3.00"]),
        ("abs(b - 3)", ["1.00", "3.00", "1.00", None, "1.00"]),
        ("if f then b else 9", ["4.00", "9.00", None, None, "2.00"]),
        ("nếu b > 3 thì a khác 7", ["6.00", "7.00", None, None, "7.00"]),
        ("if a > 5 or b > 3 then 1 else 0", ["1.00", "0.00", None, None, None]),
    ],
)
def test_a_number(expression: str, expected: list[str | None]) -> None:
    assert value(expression) == expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("b >= 4", ["1.00", "0.00", "1.00", None, "0.00"]),
        ("b > 4", ["0.00", "0.00", "0.00", None, "0.00"]),
        ("b <= 2", ["0.00", "1.00", "0.00", None, "1.00"]),
        ("b < 2", ["0.00", "1.00", "0.00", None, "0.00"]),
        ("b = 4", ["1.00", "0.00", "1.00", None, "0.00"]),
        ("b != 4", ["0.00", "1.00", "0.00", None, "1.00"]),
        ("f", ["1.00", "0.00", None, None, "1.00"]),
        ("not f", ["0.00", "1.00", None, None, "0.00"]),
        ("f and b > 3", ["1.00", "0.00", None, None, "0.00"]),
        # `and` and `or` do not look at one operand only: the other is absent in w and x.
        ("f or b = 4", ["1.00", "0.00", None, None, "1.00"]),
        ("k = 'high'", ["1.00", "0.00", None, "0.00", "1.00"]),
        ("k != 'high'", ["0.00", "1.00", None, "1.00", "0.00"]),
        ("answered(a)", ["1.00", "1.00", "0.00", "0.00", "0.00"]),
        ("answered(t)", ["1.00", "1.00", "0.00", "0.00", "1.00"]),
        ("not answered(k)", ["0.00", "0.00", "1.00", "0.00", "0.00"]),
        ("s = 0.255", ["0.00", "1.00", None, None, "0.00"]),
        ("1 < 2", ["1.00"] * 5),
        ("if f then b > 3 else b > 5", ["1.00", "0.00", None, None, "0.00"]),
    ],
)
def test_a_condition(expression: str, expected: list[str | None]) -> None:
    assert condition(expression) == expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("a", ["scored", "scored", "missing", "not_applicable", "not_applicable"]),
        # Missing is stronger than not applicable: in x both stand.
        ("a + b", ["scored", "scored", "missing", "missing", "not_applicable"]),
        ("a / b", ["scored", "missing", "missing", "missing", "not_applicable"]),
        ("if f then a else b", ["scored", "scored", "missing", "not_applicable", "not_applicable"]),
        ("if b > 3 then 1 else a", ["scored", "scored", "scored", "missing", "not_applicable"]),
        ("if answered(a) then a else b", ["scored", "scored", "scored", "missing", "scored"]),
        ("min(a, b)", ["scored", "scored", "missing", "missing", "not_applicable"]),
        ("5", ["scored"] * 5),
    ],
)
def test_what_is_absent_in_an_operand_is_absent_in_the_value(expression: str, expected: list[str]) -> None:
    fragment = leaf(f'kind: expression, points: "{expression}"', maximum="1000", questions=QUESTIONS)
    assert states(fragment, TABLE) == expected


def test_a_division_is_missing_only_where_the_divisor_is_exactly_0() -> None:
    # 0.3 − 0.1 − 0.2 is 0; in binary it is −2.8e−17.
    fragment = leaf(
        'kind: expression, points: "1 / (a - b - s)"',
        questions=QUESTIONS.replace("type: share", "type: number, unit: u"),
    )
    table = "unit a b s\nu 0.3 0.1 0.2\nv 0.3 0.1 0.19\nw 0.3 0.1 0"
    assert (printed(fragment, table), states(fragment, table)) == (
        [None, "10.00", "5.00"],
        ["missing", "capped", "scored"],
    )


def test_a_comparison_is_exact_where_floats_are_not() -> None:
    fragment = leaf('kind: yes_no, question: "a + b >= 0.3"', questions=QUESTIONS)
    table = "unit a b\nu 0.1 0.2\nv 0.1 0.19999999999999999999\nw 0.15 0.15"
    assert printed(fragment, table) == ["10.00", "0.00", "10.00"]


CASE_TABLE = """
unit a b n
u:1  1 2 -
u:2  3 - -
u    - - 5
v:1  4 6 -
v    - - 1
w    - - 2
"""


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("sum_of(a)", ["4.00", "4.00", "0.00"]),
        ("sum_of(b)", [None, "6.00", "0.00"]),
        ("tổng(a) + n", ["9.00", "5.00", "2.00"]),
        ("count_of(a)", ["2.00", "1.00", "0.00"]),
        ("số_trường_hợp(b)", ["2.00", "1.00", "0.00"]),
        ("sum_of(a) / sum_of(b)", [None, "0.67", None]),
    ],
)
def test_cases_are_summed_and_counted(expression: str, expected: list[str | None]) -> None:
    assert printed(leaf(f"kind: expression, points: {expression}", questions=CASES), CASE_TABLE) == expected


def test_a_criterion_that_is_not_asked_of_the_block_is_not_applicable_to_it() -> None:
    fragment = """
missing: refuse
blocks: [{id: p, name: P}, {id: q, name: Q}]
criteria:
  - {code: A, name: A, max: 10, formula: {kind: expression, points: "[B] + 1"}}
  - {code: B, name: B, max: 5, applies_to: [q], formula: {kind: given}}
"""
    table = "unit block B\nu p -\nv q 3"
    assert (printed(fragment, table), states(fragment, table)) == ([None, "4.00"], ["not_applicable", "scored"])


def test_the_share_of_an_unknown_maximum_is_missing() -> None:
    fragment = """
unknown: true
criteria:
  - {code: A, name: A, max: 10, formula: {kind: expression, points: "share([B]) + 1"}}
  - {code: B, name: B, max: unknown, formula: {kind: given}}
"""
    assert states(fragment, "unit B\nu 3") == ["missing"]


TREE = """{questions}
missing: zero
criteria:
  - code: T
    name: T
    children:
      - {{code: P, name: P, max: 8, formula: {{kind: given}}}}
      - {{code: Q, name: Q, max: 0, formula: {{kind: given}}}}
      - {{code: R, name: R, max: 4, missing: omit, formula: {{kind: given}}}}
      - {{code: S, name: S, max: 4, missing: blank, formula: {{kind: given}}}}
  - {{code: A, name: A, max: 100, missing: blank, formula: {{kind: expression, points: "{expression}"}}}}
"""


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("[P] * 2", ["10.00", "0.00"]),
        ("share([P]) * 100", ["62.50", "0.00"]),
        ("share([Q]) + 1", ["1.00", "1.00"]),
        # What is left out or has no result is absent; what is missing and counts as 0 is 0.
        ("[R] + 1", ["3.00", None]),
        ("[S] + 1", ["4.00", None]),
        ("[T]", ["10.00", None]),
        ("share([T]) * 16", ["10.00", None]),
        ("if [P] < 3 then 7 else 9", ["9.00", "7.00"]),
    ],
)
def test_a_criterion_named_by_another(expression: str, expected: list[str | None]) -> None:
    table = "unit P Q R S\nu 5 0 2 3\nv - - - -"
    assert printed(TREE.format(questions="", expression=expression), table) == expected
