"""Who moved between two results, by how much, and which answers moved them."""

from chiso.engine.comparing import Cause, Move, compare_results
from chiso.engine.quantities import decimal_text
from chiso.engine.scoring import score
from tests.engine.making import NUMBERS, answers, framework

TREE = f"""{NUMBERS}criteria:
  - code: T
    name: T
    classes: {{bands: [{{id: tot, name: Tốt, from: 15}}, {{id: kem, name: Kém}}]}}
    rank: {{keys: [{{}}], ties: competition, without_result: listed}}
    children:
      - {{code: A, name: A, max: 10, formula: {{kind: ratio, part: a, whole: b}}}}
      - {{code: B, name: B, max: 10, missing: zero, formula: {{kind: per_item, count: c, each: 2}}}}
"""


def moves(before: str, after: str, fragment: str = TREE, other: str | None = None) -> list[Move]:
    made = framework(fragment)
    newer = made if other is None else framework(other)
    return list(compare_results(score(made, answers(made, before)), score(newer, answers(newer, after))))


def told(move: Move) -> tuple[object, ...]:
    """A move without its causes."""
    return (
        move.unit, move.points, move.difference, move.ranks,
        tuple("|".join(names) for names in move.classes), move.overtaken_by,
    )  # fmt: skip


def causes(move: Move) -> list[tuple[str, str, str, str, str, str | None]]:
    return [
        (c.unit, c.case, c.question, c.before, c.after, None if c.effect is None else decimal_text(c.effect))
        for c in move.causes
    ]


BEFORE = "unit a b c\nu 8 10 5\nv 9 10 3\nw 5 10 2"


def test_nothing_moved() -> None:
    assert moves(BEFORE, BEFORE) == []
    assert moves(BEFORE, "unit c b a\nu 5 10 8.0\nv 3 10 9\nw 2 10 5") == []


def test_who_moved_and_who_was_overtaken() -> None:
    # v's c is corrected from 3 to 5: 15 → 19, past u's 18.
    found = moves(BEFORE, BEFORE.replace("v 9 10 3", "v 9 10 5"))
    assert [told(move) for move in found] == [
        ("v", ("15.00", "19.00"), "4", (2, 1), ("tot", "tot"), ()),
        ("u", ("18.00", "18.00"), "0", (1, 2), ("tot", "tot"), ("v",)),
    ]
    assert [causes(move) for move in found] == [[("v", "", "c", "3", "5", "4")], []]
    assert [(move.criterion, move.block) for move in found] == [("T", "p"), ("T", "p")]


def test_each_answer_has_the_points_that_it_brought_by_itself() -> None:
    found = moves(BEFORE, "unit a b c\nu 4 5 4\nv 9 10 3\nw 5 10 2")
    # a / b stays at 8 points: with a alone taken back 8/5 is capped at 10, with b alone 4/10 are 4.
    assert [told(move) for move in found] == [("u", ("18.00", "16.00"), "-2", (1, 1), ("tot", "tot"), ())]
    assert causes(found[0]) == [
        ("u", "", "a", "8", "4", "-2"),
        ("u", "", "b", "10", "5", "4"),
        ("u", "", "c", "5", "4", "-2"),
    ]


def test_an_answer_that_changes_nothing_is_no_cause() -> None:
    fragment = TREE.replace("each: 2", "each: 2, cap: 4")
    found = moves(BEFORE, "unit a b c d\nu 7 10 9 4\nv 9 10 3 -\nw 5 10 2 -", fragment)
    assert [causes(move) for move in found] == [[("u", "", "a", "8", "7", "-1")]]


def test_an_answer_that_comes_or_goes() -> None:
    found = moves("unit a b c\nu 8 10 -\nv 8 10 1", "unit a b c\nu 8 10 4\nv 8 10 -")
    assert [told(move) for move in found] == [
        ("u", ("8.00", "16.00"), "8", (2, 1), ("kem", "tot"), ()),
        ("v", ("10.00", "8.00"), "-2", (1, 2), ("kem", "kem"), ("u",)),
    ]
    assert [causes(move) for move in found] == [[("u", "", "c", "", "4", "8")], [("v", "", "c", "1", "", "-2")]]


def test_an_answer_that_goes_with_its_whole_column_is_still_told() -> None:
    found = moves("unit a b c\nu 8 10 4", "unit a b\nu 8 10")
    assert [causes(move) for move in found] == [[("u", "", "c", "4", "", None)]]


def test_a_result_that_comes_or_goes() -> None:
    found = moves("unit a b c\nu 8 - 1\nv 8 10 1", "unit a b c\nu 8 8 1\nv - 10 1")
    assert [told(move) for move in found] == [
        ("u", (None, "12.00"), None, (None, 1), ("", "kem"), ()),
        ("v", ("10.00", None), None, (1, None), ("kem", ""), ()),
    ]
    assert [[cause[2:5] for cause in causes(move)] for move in found] == [[("b", "", "8")], [("a", "8", "")]]


def test_units_that_join_and_leave() -> None:
    found = moves("unit a b c\nu 8 10 1\nv 9 10 1", "unit a b c\nw 10 10 5\nu 8 10 1")
    assert [told(move) for move in found] == [
        ("w", (None, "20.00"), None, (None, 1), ("", "tot"), ()),
    ]
    assert causes(found[0]) == []


def test_a_status_that_changes_moves_ranks() -> None:
    found = moves(
        "unit status a b c\nu ranked 8 10 1\nv ranked 9 10 1", "unit status a b c\nu ranked 8 10 1\nv listed 9 10 1"
    )
    assert [told(move) for move in found] == [
        ("u", ("10.00", "10.00"), "0", (2, 1), ("kem", "kem"), ()),
        ("v", ("11.00", "11.00"), "0", (1, None), ("kem", "kem"), ()),
    ]


BEST = TREE.replace("kind: per_item, count: c, each: 2", "kind: to_best, of: c")


def test_an_answer_of_the_best_unit_moves_the_others() -> None:
    before = "unit a b c\nu 8 10 5\nv 9 10 10\nw 5 10 2"
    found = moves(before, "unit a b c\nu 8 10 5\nv 9 10 20\nw 5 10 3", BEST)
    assert [told(move)[:4] for move in found] == [
        ("u", ("13.00", "10.50"), "-2.5", (2, 2)),
        ("w", ("7.00", "6.50"), "-0.5", (3, 3)),
    ]
    # w's own c: 3/20 instead of 2/20 of 10 points. Its correction does not move u: w is not the best.
    assert [causes(move) for move in found] == [
        [("v", "", "c", "10", "20", None)],
        [("w", "", "c", "2", "3", "0.5"), ("v", "", "c", "10", "20", None)],
    ]


def test_the_unit_that_was_the_best_and_the_one_that_is_now_both_set_the_measure() -> None:
    before = "unit a b c\nu 8 10 5\nv 9 10 10\nw 5 10 2"
    found = moves(before, "unit a b c\nu 8 10 5\nv 9 10 4\nw 5 10 8", BEST)
    assert {move.unit: [cause[0] for cause in causes(move)] for move in found} == {
        "u": ["v", "w"],
        "v": ["v", "w"],
        "w": ["w", "v"],
    }


def test_the_least_value_moves_the_others_too() -> None:
    fragment = TREE.replace("kind: per_item, count: c, each: 2", "kind: min_max, of: c, all_equal: zero")
    before = "unit a b c\nu 8 10 5\nv 9 10 10\nw 5 10 2"
    found = moves(before, before.replace("w 5 10 2", "w 5 10 0"), fragment)
    # (5 − 2) / 8 · 10 = 3.75 → 5 / 10 · 10 = 5
    assert [(told(move)[:3], causes(move)) for move in found] == [
        (("u", ("11.75", "13.00"), "1.25"), [("w", "", "c", "2", "0", None)]),
    ]


CASES = """cases: [{id: case, name: Case}]
questions: [{id: a, name: a, type: count, unit: u, per: case}, {id: b, name: b, type: count, unit: u, per: case}]
criteria:
  - code: A
    name: A
    max: 10
    formula: {kind: mean_of_cases, per: case, missing: omit, of: {kind: ratio, part: a, whole: b}}
    rank: {keys: [{}], ties: competition, without_result: listed}
"""


def test_an_answer_of_a_case() -> None:
    before = "unit a b\nu:1 1 2\nu:2 2 2\nv:1 1 2"
    found = moves(before, "unit a b\nu:1 2 2\nu:2 2 2\nv:1 1 2", CASES)
    assert [(told(move)[:4], causes(move)) for move in found] == [
        (("u", ("7.50", "10.00"), "2.5", (1, 1)), [("u", "1", "a", "1", "2", "2.5")]),
    ]


def test_a_case_that_is_gone() -> None:
    found = moves("unit a b\nu:1 1 2\nu:2 2 2\nv:1 1 2", "unit a b\nu:1 1 2\nv:1 1 2", CASES)
    assert [(told(move)[:4], causes(move)) for move in found] == [
        (("u", ("7.50", "5.00"), "-2.5", (1, 1)), [("u", "2", "a", "2", "", None), ("u", "2", "b", "2", "", None)]),
        (("v", ("5.00", "5.00"), "0", (2, 1)), []),
    ]


def test_what_a_gate_or_another_criterion_rests_on_is_a_cause() -> None:
    fragment = TREE.replace("each: 2}", "each: 2}, gate: {when: d > 3, fails: zero}")
    before = "unit a b c d\nu 8 10 4 5\nv 9 10 1 5"
    found = moves(before, before.replace("4 5", "4 2"), fragment)
    assert [(told(move)[:3], causes(move)) for move in found] == [
        (("v", ("11.00", "11.00"), "0"), []),
        (("u", ("16.00", "8.00"), "-8"), [("u", "", "d", "5", "2", "-8")]),
    ]


def test_between_two_frameworks_no_answer_is_blamed() -> None:
    found = moves(BEFORE, BEFORE.replace("w 5 10 2", "w 5 10 1"), other=TREE.replace("each: 2", "each: 1"))
    assert [(told(move)[:4], move.causes) for move in found] == [
        (("u", ("18.00", "13.00"), "-5", (1, 1)), ()),
        (("v", ("15.00", "12.00"), "-3", (2, 2)), ()),
        (("w", ("9.00", "6.00"), "-3", (3, 3)), ()),
    ]


def test_a_framework_with_other_blocks() -> None:
    best = BEST.replace("criteria:", "blocks: [{id: q, name: Q}]\ncriteria:")
    assert moves(BEFORE, BEFORE, BEST, other=best) == []
    found = moves(BEFORE, BEFORE.replace("w 5 10 2", "w 10 10 5"), BEST, other=best)
    assert [(move.block, told(move)) for move in found] == [
        ("q", ("w", ("9.00", "20.00"), "11", (3, 1), ("kem", "tot"), ())),
        ("q", ("u", ("18.00", "18.00"), "0", (1, 2), ("tot", "tot"), ())),
        ("q", ("v", ("15.00", "15.00"), "0", (2, 3), ("tot", "tot"), ())),
    ]


def test_a_unit_that_changes_its_block() -> None:
    fragment = TREE.replace("criteria:", "blocks: [{id: p, name: P}, {id: q, name: Q}]\ncriteria:")
    before = "unit block a b c\nu p 8 10 5\nv p 9 10 3\nw q 5 10 2"
    found = moves(before, before.replace("v p", "v q"), fragment)
    assert [(move.block, told(move)) for move in found] == [
        ("q", ("v", ("15.00", "15.00"), "0", (2, 1), ("tot", "tot"), ())),
        ("q", ("w", ("9.00", "9.00"), "0", (1, 2), ("kem", "kem"), ())),
    ]


def test_the_causes_are_those_of_the_criterion_that_moved() -> None:
    fragment = TREE.replace(
        "formula: {kind: ratio, part: a, whole: b}}",
        "formula: {kind: ratio, part: a, whole: b}, rank: {keys: [{}], ties: dense, without_result: listed}}",
    )
    found = moves(BEFORE, BEFORE.replace("u 8 10 5", "u 7 10 4"), fragment)
    assert [(move.criterion, causes(move)) for move in found] == [
        ("T", [("u", "", "a", "8", "7", "-1"), ("u", "", "c", "5", "4", "-2")]),
        ("T", []),  # v, which u now ties with
        ("A", [("u", "", "a", "8", "7", "-1")]),
    ]
    assert found[0].causes[0] == Cause("u", "", "a", "8", "7", found[0].causes[0].effect)
