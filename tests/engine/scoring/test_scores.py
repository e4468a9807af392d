"""What can be asked of scores, whichever way they are computed."""

import pytest
from flint import arb

from chiso.engine.quantities import decimal_text
from chiso.engine.quantities.rational import middle
from chiso.engine.ranking import rank
from chiso.engine.scoring.scores import Way
from tests.engine.making import NUMBERS, scores

TREE = f"""{NUMBERS}print: {{leaf: 2, group: 3, total: 3}}
criteria:
  - code: T
    name: T
    combine: {{kind: geometric}}
    rank: {{keys: [{{}}], ties: competition, without_result: listed}}
    children:
      - {{code: A, name: A, max: 10, formula: {{kind: ratio, part: a, whole: b}}}}
      - {{code: B, name: B, max: 10, formula: {{kind: given}}}}
"""
TABLE = "unit status a b B\nu ranked 1 2 4\nv listed 3 4 3\nw excluded 1 1 1\nx ranked - 2 4"


@pytest.mark.parametrize("way", ["official", "exact", "float"])
def test_the_printed_points_of_all_units(way: Way) -> None:
    found = scores(TREE, TABLE, way)
    # √(5 · 4) = 4.4721…; √(7.5 · 3) = 4.7434…
    assert [found.printed(code) for code in "TAB"] == [
        ["4.472", "4.743", None, None],
        ["5.00", "7.50", None, None],
        ["4.00", "3.00", None, "4.00"],
    ]


@pytest.mark.parametrize("way", ["official", "exact"])
def test_the_score_of_one_unit_is_exact_or_a_ball_where_the_rule_is_irrational(way: Way) -> None:
    found = scores(TREE, TABLE, way).of_unit("u")
    assert [(score.criterion, score.points, score.maximum, score.state) for score in found] == [
        ("T", "4.472", "10", "scored"),
        ("A", "5.00", "10", "scored"),
        ("B", "4.00", "10", "granted"),
    ]
    total = found[0].exact
    assert isinstance(total, arb)
    assert decimal_text(middle(total), 20) == "4.47213595499957939282"
    assert found[0].reason.figures() == "geometric: (5 × 4)^(1/2)"


def test_a_unit_without_a_result_has_no_points_but_a_reason() -> None:
    found = scores(TREE, TABLE).score("x", "T")
    assert found is not None
    assert (found.points, found.exact, found.state, found.reason.figures()) == (None, None, "no_result", "no_result: A")


def test_a_unit_that_is_not_assessed_has_no_scores() -> None:
    found = scores(TREE, TABLE)
    assert (found.of_unit("w"), found.score("w", "T")) == ([], None)
    with pytest.raises(KeyError):
        found.score("nobody", "T")


def test_a_tie_of_logarithms_is_told_of_one_unit_too() -> None:
    fragment = f"""{NUMBERS}criteria:
  - {{code: A, name: A, max: 10, print: 0, formula: {{kind: goalposts, of: a, low: 1, high: 16, logarithm: true}}}}
"""
    # 10 · ln 8 / ln 16 = 7.5
    found = scores(fragment, "unit a\nu 8\nv 2").of_unit("u")
    assert [(score.points, score.reason.figures()) for score in found] == [("8", "goalposts: 10 × ln(8/1)/ln(16/1)")]


def test_the_table_of_a_criterion_in_a_block() -> None:
    ranking = rank(scores(TREE, TABLE))
    assert [place.unit for place in ranking.table("T", "p").places] == ["u", "v", "x"]
    for criterion, block in (("A", "p"), ("T", "z")):
        with pytest.raises(KeyError):
            ranking.table(criterion, block)


def test_numbers_too_great_for_a_float_are_right() -> None:
    # a^21 / a^20: neither fits a float where a has 18 digits.
    power = " * ".join(["a"] * 20)
    most = "999999999999999999"
    fragment = (
        f"{NUMBERS}criteria:\n"
        f"  - {{code: A, name: A, max: {most}, formula: {{kind: expression, points: {power} * a / ({power})}}}}\n"
        f"  - {{code: B, name: B, max: 9, formula: {{kind: steps, of: {power}, table: [{{from: 2, points: 7}}]}}}}\n"
    )
    table = "unit a\nu 999999999999999998\nv 0.00000000000000000001\nw 1.5"
    for way in ("official", "exact"):
        found = scores(fragment, table, "exact" if way == "exact" else "official")
        assert found.printed("A") == ["999999999999999998.00", "0.00", "1.50"]
        assert found.printed("B") == ["7.00", "0.00", "7.00"]
