"""What a block is asked, and under which group."""

from chiso.engine.framework.asking import answered_by_units, asked, groups, parts, uses
from chiso.engine.loading import loads
from tests.exchange.small import framework

ROOTS = """
schema: 1
id: thu
title: Thử
nature: example
print: {leaf: 0, group: 0, total: 0}
blocks: [{id: so, name: Sở}, {id: xa, name: Xã}]
missing: zero
not_applicable: omit
questions:
  - {id: a, name: A, type: yes_no}
  - {id: b, name: B, type: count, unit: máy}
  - {id: c, name: C, type: count, unit: máy}
  - {id: d, name: D, type: text}
  - {id: e, name: E, type: yes_no}
criteria:
  - code: S
    name: Của sở
    applies_to: [so]
    gate: {when: "e", fails: zero}
    children:
      - {code: "1", name: Một, max: 5, formula: {kind: yes_no, question: a}}
      - code: "2"
        name: Hai
        children: [{code: "2.1", name: Hai một, max: 5, formula: {kind: ratio, part: c, whole: b}}]
  - {code: X, name: Của xã, applies_to: [xa], max: 5, formula: {kind: yes_no, question: a}}
  - {code: Y, name: Chung, max: 5, applies_to: [xa], formula: {kind: given}}
"""


def test_a_block_is_asked_its_own_questions() -> None:
    common = ["may", "may_moi", "cong", "ty_le", "diem_so", "muc", "ngay"]
    assert [question.id for question in asked(framework(), "so")] == [*common, "ho_so", "ho_so_mang", "4"]
    assert [question.id for question in asked(framework(), "xa")] == [*common, "xa_hoi", "ho_so", "ho_so_mang", "4"]


def test_a_unit_does_not_answer_what_is_granted() -> None:
    of = loads(ROOTS.encode())
    assert [question.id for question in answered_by_units(of, "xa")] == ["a", "b", "c", "d", "e"]
    assert [question.id for question in asked(of, "xa")] == ["a", "b", "c", "d", "e", "Y"]


def test_questions_stand_under_the_group_that_uses_them_first() -> None:
    of = loads(ROOTS.encode())
    found = {
        block: [(part.group.code, [each.id for each in part.questions]) for part in parts(of, block, asked(of, block))]
        for block in of.block_ids
    }
    assert found == {
        "so": [("1", ["a"]), ("2", ["b", "c", "d", "e"])],
        "xa": [("X", ["a", "b", "c", "d", "e"]), ("Y", ["Y"])],
    }
    assert [group.code for group in groups(of, "so")] == ["1", "2"]


def test_which_criteria_name_a_question() -> None:
    assert uses(loads(ROOTS.encode())) == {
        "a": ("1", "X"), "b": ("2.1",), "c": ("2.1",), "d": (), "e": ("S",), "Y": ("Y",),
    }  # fmt: skip
