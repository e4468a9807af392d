"""The answers of all units, some of them replaced, or of one unit alone."""

import numpy as np
import pytest

from chiso.engine.answers import Answers, Column, Units
from chiso.engine.answers.values import Refused, Value
from tests.engine.making import answers, framework

FRAMEWORK = """
blocks: [{id: so, name: Sở}, {id: xa, name: Xã}]
cases: [{id: case, name: Case}]
questions:
  - {id: a, name: a, type: number, unit: u}
  - {id: s, name: s, type: share}
  - {id: t, name: t, type: text}
  - {id: k, name: k, type: count, unit: u, per: case}
criteria: [{code: A, name: A, max: 1, formula: {kind: given}}]
"""
TABLE = """
unit block status   a    s    k t
u    so    ranked   1.5  50   - hai
v    xa    listed   -    12.5 - -
w    so    excluded 7    -    - ba
v:1  xa    listed   -    -    4 -
u:2  so    ranked   -    -    5 -
u:1  so    ranked   -    -    6 -
"""


@pytest.fixture(scope="module")
def made() -> Answers:
    return answers(framework(FRAMEWORK), TABLE)


def test_the_units_of_a_block_are_those_that_are_assessed(made: Answers) -> None:
    assert (made.units.rows("so").tolist(), made.units.rows("xa").tolist(), made.units.rows("z").tolist()) == (
        [0],
        [1],
        [],
    )
    assert (len(made.units), made.units.ranked) == (3, frozenset({0}))


def test_a_share_is_kept_in_percent_and_counted_as_a_fraction(made: Answers) -> None:
    column = made.columns["s"]
    assert [str(value) for value in column.numbers.rationals()] == ["1/2", "1/8", "0"]
    assert [made.text("s", unit) for unit in ("u", "v", "w")] == ["50", "12.5", ""]


def test_one_answer_is_found_by_unit_and_case(made: Answers) -> None:
    assert [made.text("k", unit, case) for unit, case in (("u", "1"), ("u", "2"), ("v", "1"), ("v", "2"))] == [
        "6", "5", "4", "",
    ]  # fmt: skip
    assert [made.value("a", "u"), made.value("a", "v")] == [Value(mantissa=15, decimals=1), Value(1)]
    assert [made.text("t", unit) for unit in ("u", "v", "w")] == ["hai", "", "ba"]


def test_answers_are_replaced_in_a_copy(made: Answers) -> None:
    other = made.replaced({("u", "", "a"): "2.25", ("v", "", "a"): "3", ("u", "1", "k"): "", ("u", "", "t"): "bốn"})
    assert [other.text("a", unit) for unit in ("u", "v", "w")] == ["2.25", "3", "7"]
    assert [other.text("k", "u", "1"), other.text("t", "u"), other.text("t", "w")] == ["", "bốn", "ba"]
    assert [made.text("a", "u"), made.text("k", "u", "1"), made.text("t", "u")] == ["1.5", "6", "hai"]


def test_what_has_no_row_or_no_such_value_cannot_be_replaced(made: Answers) -> None:
    with pytest.raises(KeyError):
        made.replaced({("u", "9", "k"): "1"})
    with pytest.raises(Refused):
        made.replaced({("u", "", "a"): "x"})


def test_the_answers_of_one_unit_alone(made: Answers) -> None:
    alone = made.only("u")
    assert list(alone.rows()) == [
        ("u", "", "a", "1.5", ""),
        ("u", "", "s", "50", ""),
        ("u", "", "t", "hai", ""),
        ("u", "2", "k", "5", ""),
        ("u", "1", "k", "6", ""),
    ]
    assert (alone.units.codes, alone.units.blocks) == (("u",), ("so",))


def test_a_column_of_numbers_that_are_all_there() -> None:
    question = framework(FRAMEWORK).asked["a"]
    column = Column.of_numbers(question, np.array([125, 50]), 2)
    assert (column.complete, [str(value) for value in column.numbers.rationals()]) == (True, ["5/4", "1/2"])


def test_units_of_one_block_are_named_by_their_codes() -> None:
    units = Units.of(("a", "b"), "so")
    assert (units.names, units.blocks, units.statuses, units.index) == (
        ("a", "b"), ("so", "so"), ("ranked", "ranked"), {"a": 0, "b": 1},
    )  # fmt: skip
