"""What changed from one framework to another."""

import pytest

from chiso.engine.comparing import Difference, compare_frameworks
from tests.engine.making import framework

BEFORE = """
clause: Quyết định 1
blocks: [{id: so, name: Sở}, {id: xa, name: Xã}]
cases: [{id: dv, name: Dịch vụ}]
questions:
  - {id: a, name: Máy, type: count, unit: máy}
  - {id: b, name: Người, type: count, unit: người}
criteria:
  - code: T
    name: Tổng
    classes: {bands: [{id: tot, name: Tốt, from: 80}, {id: kem, name: Kém}]}
    rank: {keys: [{}], ties: competition, without_result: listed}
    children:
      - code: G
        name: Nhóm
        children:
          - {code: G.1, name: Một, max: 10, formula: {kind: ratio, part: a, whole: b}}
          - {code: G.2, name: Hai, max: {so: 5, xa: 6, '*': 1}, formula: {kind: given}}
      - {code: H, name: Ba, max: 5, formula: {kind: given}}
"""


def differences(*changes: tuple[str, str]) -> list[Difference]:
    """What changes when pieces of the text are replaced by others."""
    after = BEFORE
    for old, new in changes:
        assert after.count(old) == 1, old
        after = after.replace(old, new)
    return list(compare_frameworks(framework(BEFORE), framework(after)))


def changed(part: str, code: str, field: str, before: str, after: str) -> Difference:
    return Difference(part, code, "changed", field, before, after)


def test_a_framework_equals_itself() -> None:
    assert differences() == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("clause: Quyết định 1", "clause: Quyết định 2",
         [changed("framework", "thu", "clause", "Quyết định 1", "Quyết định 2")]),
        ("clause: Quyết định 1", "clause: Quyết định 1\nround: {leaf: 2}",
         [changed("framework", "thu", "round.leaf", "", "2")]),
        ("clause: Quyết định 1", "clause: Quyết định 1\nunknown: true",
         [changed("framework", "thu", "unknown", "false", "true")]),
        ("clause: Quyết định 1", "clause: Quyết định 1\nmissing: zero",
         [changed("framework", "thu", "missing", "blank", "zero")]),
        ("{id: xa, name: Xã}]", "{id: xa, name: Xã}, {id: ph, name: Phường}]",
         [Difference("block", "ph", "added", after="Phường")]),
        ("{id: xa, name: Xã}]", "{id: xa, name: {vi: Xã, en: Commune}}]",
         [changed("block", "xa", "name.en", "", "Commune")]),
        ("{id: dv, name: Dịch vụ}", "{id: dv, name: Dịch vụ công}",
         [changed("case", "dv", "name.vi", "Dịch vụ", "Dịch vụ công")]),
        ("cases: [{id: dv, name: Dịch vụ}]\n", "", [Difference("case", "dv", "removed", before="Dịch vụ")]),
        ("type: count, unit: máy", "type: number, unit: máy tính",
         [changed("question", "a", "type", "count", "number"), changed("question", "a", "unit", "máy", "máy tính")]),
        ("unit: máy}", "unit: máy, at_most: b}", [changed("question", "a", "at_most", "", "b")]),
        ("criteria:", "  - {id: c, name: Mạng, type: yes_no}\ncriteria:",
         [Difference("question", "c", "added", after="Mạng")]),
        ("max: 10", "max: 10.50", [changed("criterion", "G.1", "max.*", "10", "10.5")]),
        ("xa: 6", "xa: 7", [changed("criterion", "G.2", "max.xa", "6", "7")]),
        ("part: a, whole: b", "part: a, whole: b, whole_zero: full",
         [changed("criterion", "G.1", "formula.whole_zero", "missing", "full")]),
        ("part: a, whole: b", "part: b, whole: a",
         [changed("criterion", "G.1", "formula.part", "a", "b"),
          changed("criterion", "G.1", "formula.whole", "b", "a")]),
        ("name: Ba, max: 5,", "name: Ba, max: 5, scored: false,",
         [changed("criterion", "H", "scored", "true", "false")]),
        ("name: Ba, max: 5,", "name: Ba, max: 5, gate: {when: a > 1, fails: zero},",
         [changed("criterion", "H", "gate.when", "", "a > 1"), changed("criterion", "H", "gate.fails", "", "zero")]),
        ("from: 80", "from: {above: 75, up_to: 80}",
         [changed("criterion", "T", "classes.bands.1.from.above", "80", "75")]),
        ("from: 80", "from: 85",
         [changed("criterion", "T", "classes.bands.1.from.above", "80", "85"),
          changed("criterion", "T", "classes.bands.1.from.up_to", "80", "85")]),
        ("ties: competition", "ties: dense", [changed("criterion", "T", "rank.ties", "competition", "dense")]),
        ("name: Nhóm", "name: Nhóm\n        combine: {renormalise: true}",
         [changed("criterion", "G", "combine.renormalise", "false", "true")]),
        ("code: H, name: Ba", "code: I, name: Ba",
         [Difference("criterion", "I", "added", after="Ba"), Difference("criterion", "H", "removed", before="Ba")]),
    ],
)  # fmt: skip
def test_each_kind_of_change(old: str, new: str, expected: list[Difference]) -> None:
    assert differences((old, new)) == expected


def test_a_criterion_that_moves_to_another_parent() -> None:
    moved = "          - {code: H, name: Ba, max: 5, formula: {kind: given}}\n"
    assert differences(
        ("      - {code: H, name: Ba, max: 5, formula: {kind: given}}\n", moved)
    ) == [Difference("criterion", "H", "moved", "parent", "T", "G")]  # fmt: skip


def test_the_kind_of_a_formula_changes_with_its_fields() -> None:
    assert differences(("{kind: ratio, part: a, whole: b}", "{kind: given}")) == [
        changed("criterion", "G.1", "formula.kind", "ratio", "given"),
        changed("criterion", "G.1", "formula.part", "a", ""),
        changed("criterion", "G.1", "formula.whole", "b", ""),
        changed("criterion", "G.1", "formula.whole_zero", "missing", ""),
    ]
