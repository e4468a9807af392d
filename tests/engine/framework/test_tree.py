"""What can be asked of a framework."""

import pytest

from chiso.engine.framework import Framework
from tests.engine.making import framework

TREE = """
clause: Quyết định 1
round: {leaf: 3, total: 1}
print: {leaf: 2, group: 1}
blocks: [{id: so, name: Sở}, {id: xa, name: {vi: Xã, en: Commune}}]
criteria:
  - code: T
    name: T
    missing: zero
    classes: {bands: [{id: cao, name: Cao, from: 5}, {id: thap, name: Thấp}]}
    children:
      - code: G
        name: G
        clause: Điều 2
        applies_to: [so]
        print: 4
        classes: {bands: [{id: x, name: X, from: 1}, {id: y, name: Y}]}
        children:
          - {code: G.1, name: Một, clause: Khoản 1, max: 2, missing: refuse, round: 0, formula: {kind: given}}
          - {code: G.2, name: Hai, max: 2, applies_to: [xa, so], formula: {kind: given}}
      - {code: H, name: Ba, max: 1, exclusive_with: I, formula: {kind: given}}
      - {code: I, name: Bốn, max: 1, formula: {kind: given}}
"""


@pytest.fixture(scope="module")
def made() -> Framework:
    return framework(TREE)


def test_the_tree_is_walked_in_the_order_of_the_decision(made: Framework) -> None:
    assert list(made.nodes) == ["T", "G", "G.1", "G.2", "H", "I"]
    assert {code: parent.code for code, parent in made.parents.items()} == {
        "G": "T",
        "G.1": "G",
        "G.2": "G",
        "H": "T",
        "I": "T",
    }
    assert made.partners == {"H": "I", "I": "H"}
    assert [made.level(code) for code in ("T", "G", "G.1", "H")] == ["total", "group", "leaf", "leaf"]


def test_a_criterion_is_asked_of_a_block_where_all_above_it_are(made: Framework) -> None:
    assert {code: [b for b in made.block_ids if made.applies(code, b)] for code in made.nodes} == {
        "T": ["so", "xa"],
        "G": ["so"],
        "G.1": ["so"],
        "G.2": ["so"],
        "H": ["so", "xa"],
        "I": ["so", "xa"],
    }


def test_what_a_criterion_does_not_say_the_nearest_above_it_says(made: Framework) -> None:
    assert [made.inherited(code, "clause") for code in ("G.1", "G.2", "H")] == ["Khoản 1", "Điều 2", "Quyết định 1"]
    assert [made.inherited(code, "missing") for code in ("G.1", "G.2", "H")] == ["refuse", "zero", "zero"]
    assert made.inherited("G.1", "not_applicable") == "omit"


def test_decimals_are_declared_for_each_level_and_for_one_criterion(made: Framework) -> None:
    assert [made.rounds_to(code) for code in ("G.1", "G.2", "G", "T")] == [0, 3, None, 1]
    assert [made.prints(code) for code in ("G.1", "G", "T")] == [2, 4, 2]


def test_the_classes_that_a_criterion_answers_to_are_the_nearest_that_have_the_class(made: Framework) -> None:
    assert [made.classed(code) for code in ("T", "G", "G.1", "H")] == ["T", "G", "G", "T"]
    assert [made.classed("G.1", band) for band in ("x", "thap", "z")] == ["G", "T", None]
    assert made.classed("H", "x") is None


def test_granted_points_are_asked_under_the_criterions_code(made: Framework) -> None:
    assert list(made.asked) == ["G.1", "G.2", "H", "I"]
    question = made.asked["G.2"]
    assert (question.type, question.not_applicable, question.applies_to) == ("number", True, ("xa", "so"))


def test_words_are_said_in_a_language_or_else_in_vietnamese(made: Framework) -> None:
    so, xa = made.blocks
    assert [so.name.of("en"), xa.name.of("en"), xa.name.of("vi"), str(xa.name)] == ["Sở", "Commune", "Xã", "Xã"]


def test_an_expression_is_parsed_once(made: Framework) -> None:
    assert made.expression("[G] + 1") is made.expression("[G] + 1")
