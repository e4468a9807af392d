"""What a criterion does to its points: roles, floor and cap, gates, exclusive pairs, blocks, rounding."""

import pytest

from tests.engine.making import figures, maxima, printed, scores, states


def leaf(code: str, maximum: str = "10", more: str = "") -> str:
    return f"      - {{code: {code}, name: {code}, max: {maximum}, formula: {{kind: given}}{more}}}\n"


def tree(*leaves: str, group: str = "", head: str = "") -> str:
    return f"{head}criteria:\n  - code: T\n    name: T\n{group}    children:\n{''.join(leaves)}"


def test_a_bonus_adds_and_a_penalty_subtracts_outside_the_maximum() -> None:
    # Thanh Hóa, khung đánh giá HĐND: 100 điểm + thưởng (tối đa 10) − trừ (tối đa 20), kẹp trong 0–110.
    fragment = tree(
        leaf("A", "100"), leaf("B", "10", ", role: bonus"), leaf("C", "20", ", role: penalty"),
        group="    floor: 0\n    cap: 110\n",
    )  # fmt: skip
    table = "unit A B C\nu 80 5 3.5\nv 100 10 0\nw 5 0 20\nx 50 n/a n/a\ny 50 - 1"
    assert printed(fragment, table, "T") == ["81.50", "110.00", "0.00", "50.00", None]
    assert maxima(fragment, table, "T") == ["100"] * 5
    assert figures(fragment, table, "T")[:3] == [
        "sum: 80 + 5 − 3.5",
        "sum: 100 + 10 − 0",
        "sum: 5 + 0 − 20 → 0 (floor)",
    ]


def test_a_bonus_does_not_share_in_what_is_renormalised() -> None:
    fragment = tree(leaf("A"), leaf("B"), leaf("C", "5", ", role: bonus"), group="    combine: {renormalise: true}\n")
    assert printed(fragment, "unit A B C\nu 8 n/a 3\nv n/a n/a 3", "T") == ["19.00", None]
    assert figures(fragment, "unit A B C\nu 8 n/a 3", "T") == ["sum: 8 × 20/10 + 3 → B (left_out)"]


# hcm-truong-2021: "group 4 has 10 points but its four children have 3 + 3 + 3 + 3 = 12".
CAPPED = tree(*(leaf(f"4.{i}", "3") for i in range(1, 5)), group="    cap: 10\n")


def test_a_cap_lowers_points_and_maximum() -> None:
    table = "unit 4.1 4.2 4.3 4.4\nu 3 3 3 3\nv 3 3 3 1\nw 3 3 3 0.5"
    assert printed(CAPPED, table, "T") == ["10.00", "10.00", "9.50"]
    assert (maxima(CAPPED, table, "T"), states(CAPPED, table, "T")) == (["10"] * 3, ["capped", "scored", "scored"])
    assert figures(CAPPED, table, "T") == [
        "sum: 3 + 3 + 3 + 3 → 10 (cap)",
        "sum: 3 + 3 + 3 + 1",
        "sum: 3 + 3 + 3 + 0.5",
    ]
    omitted = "unit 4.1 4.2 4.3 4.4\nu 3 3 3 n/a"
    assert (printed(CAPPED, omitted, "T"), maxima(CAPPED, omitted, "T")) == (["9.00"], ["9"])


def test_floor_and_cap_of_a_leaf() -> None:
    fragment = tree(leaf("A", "10", ", floor: 2, cap: 6").replace("kind: given", "kind: given, most: 10"))
    table = "unit A\nu 1\nv 7\nw 4\nx 6"
    assert printed(fragment, table) == ["2.00", "6.00", "4.00", "6.00"]
    assert states(fragment, table) == ["granted", "capped", "granted", "granted"]
    assert figures(fragment, table) == ["given: 1 → 2 (floor)", "given: 7 → 6 (cap)", "given: 4", "given: 6"]


GATE = "questions: [{id: f, name: f, type: yes_no}]\n"


@pytest.mark.parametrize(
    ("fails", "points", "total", "state", "figure"),
    [
        ("zero", "0.00", "4.00", "granted", "given: 7 → 0 (gate)"),
        ("undetermined", None, None, "no_result", "no_result"),
    ],
)
def test_a_gate_that_does_not_hold(fails: str, points: str | None, total: str | None, state: str, figure: str) -> None:
    fragment = tree(leaf("A", "10", f", gate: {{when: f, fails: {fails}}}"), leaf("B"), head=GATE)
    # A condition that is not answered does not hold.
    table = "unit A B f\nu 7 4 yes\nv 7 4 no\nw 7 4 -"
    assert printed(fragment, table) == ["7.00", points, points]
    assert printed(fragment, table, "T") == ["11.00", total, total]
    assert states(fragment, table) == ["granted", state, state]
    assert figures(fragment, table)[:2] == ["given: 7", figure]


def test_a_gate_on_a_group_closes_it_whole_and_takes_back_the_cap() -> None:
    fragment = tree(leaf("A"), leaf("B"), group="    cap: 15\n    gate: {when: '[A] >= 5', fails: zero}\n")
    table = "unit A B\nu 5 10\nv 4.99 10\nw 10 10"
    assert printed(fragment, table, "T") == ["15.00", "0.00", "15.00"]
    assert states(fragment, table, "T") == ["scored", "scored", "capped"]
    assert figures(fragment, table, "T")[1:] == ["sum: 4.99 + 10 → 0 (gate)", "sum: 10 + 10 → 15 (cap)"]
    capped = fragment.replace("[A] >= 5", "[A] >= 11")
    assert (printed(capped, table, "T")[2], states(capped, table, "T")[2]) == ("0.00", "scored")


PAIR = tree(leaf("A", "5"), leaf("B", "4", ", exclusive_with: A"), leaf("C"))


def test_of_an_exclusive_pair_the_one_with_more_points_counts() -> None:
    table = "unit A B C\nu 5 4 10\nv 2 3 10\nw 3 3 10\nx 0 3 10\ny 0 0 10\nz n/a 4 10\nt 2 n/a 10\ns n/a n/a 10"
    assert printed(PAIR, table, "A") == ["5.00", "0.00", "3.00", "0.00", "0.00", None, "2.00", None]
    assert printed(PAIR, table, "B") == ["0.00", "3.00", "0.00", "3.00", "0.00", "4.00", None, None]
    assert printed(PAIR, table, "T") == ["15.00", "13.00", "13.00", "13.00", "10.00", "14.00", "12.00", "10.00"]
    assert maxima(PAIR, table, "T") == ["15", "15", "15", "15", "15", "15", "15", "10"]
    # Of equal ones the one that is named stays.
    assert states(PAIR, table, "A")[:5] == ["granted", "set_aside", "granted", "granted", "granted"]
    assert states(PAIR, table, "B")[:5] == ["set_aside", "granted", "set_aside", "granted", "granted"]
    assert figures(PAIR, table, "B")[0] == "given: 4 → 0 (set_aside)"
    assert figures(PAIR, table, "T")[0] == "sum: 5 + 0 + 10"


def test_an_exclusive_pair_is_compared_exactly_and_after_rounding() -> None:
    table = "unit A B C\nu 3.004 3.00399999999999999999 0\nv 2.996 3.004 0"
    assert printed(PAIR, table, "T") == ["3.00", "3.00"]
    assert states(PAIR, table, "B") == ["set_aside", "granted"]
    rounded = "round: {leaf: 2}\n" + PAIR
    assert states(rounded, table, "B") == ["set_aside", "set_aside"]


def test_an_exclusive_pair_shares_one_maximum_when_renormalised() -> None:
    fragment = PAIR.replace("    children", "    combine: {renormalise: true}\n    children")
    table = "unit A B C\nu 5 2 n/a\nv n/a 4 n/a\nw n/a n/a 8"
    # 5 · 15/5, 4 · 15/5, 8 · 15/10
    assert (printed(fragment, table, "T"), maxima(fragment, table, "T")) == (["15.00", "12.00", "12.00"], ["15"] * 3)


def test_what_is_not_scored_is_shown_and_counts_for_nothing() -> None:
    fragment = tree(leaf("A"), leaf("B", "10", ", scored: false"))
    table = "unit A B\nu 5 7\nv 5 -"
    assert printed(fragment, table, "B") == ["7.00", None]
    assert (printed(fragment, table, "T"), maxima(fragment, table, "T")) == (["5.00", "5.00"], ["10", "10"])
    assert figures(fragment, table, "T") == ["sum: 5", "sum: 5"]


def test_blocks_have_their_own_questions_and_maxima() -> None:
    head = "blocks: [{id: so, name: Sở}, {id: xa, name: Xã}]\n"
    leaves = leaf("A", "{so: 40, xa: 50}"), leaf("B", "10", ", applies_to: [so]"), leaf("C", "20", ", applies_to: [xa]")
    fragment = tree(*leaves, head=head)
    table = "unit block A B C\nu so 40 5 -\nv xa 45 - 20\nw so 1 - -"
    assert printed(fragment, table, "T") == ["45.00", "65.00", None]
    assert maxima(fragment, table, "T") == ["50", "70", "50"]
    assert [printed(fragment, table, code) for code in "BC"] == [["5.00", None, None], [None, "20.00", None]]
    assert scores(fragment, table).score("v", "B") is None


PARTS = "unit A B C\nu 3.335 3.335 3.334\nv 1.005 1.005 1.005"


@pytest.mark.parametrize(
    ("rounds", "leaves", "total"),
    [
        ("{}", ["3.34", "1.01"], ["10.00", "3.02"]),  # 10.004, 3.015
        ("{leaf: 2}", ["3.34", "1.01"], ["10.01", "3.03"]),
        ("{leaf: 1}", ["3.30", "1.00"], ["9.90", "3.00"]),
        ("{total: 1}", ["3.34", "1.01"], ["10.00", "3.00"]),
        ("{leaf: 2, total: 0}", ["3.34", "1.01"], ["10.00", "3.00"]),
    ],
)
def test_rounding_counts_where_it_is_declared(rounds: str, leaves: list[str], total: list[str]) -> None:
    fragment = tree(leaf("A"), leaf("B"), leaf("C"), head=f"round: {rounds}\n")
    assert (printed(fragment, PARTS), printed(fragment, PARTS, "T")) == (leaves, total)


def test_a_group_is_rounded_before_its_parent_adds_it() -> None:
    fragment = """
round: {group: 1}
criteria:
  - code: T
    name: T
    children:
      - {code: G, name: G, children: [{code: A, name: A, max: 5, formula: {kind: given}}]}
      - {code: H, name: H, round: 0, children: [{code: B, name: B, max: 5, formula: {kind: given}}]}
"""
    assert printed(fragment, "unit A B\nu 2.25 2.5\nv 2.24 2.49", "T") == ["5.30", "4.20"]
    # What rounding does not change is not told.
    assert figures(fragment, "unit A B\nu 2.25 2.5\nv 2.3 2", "G") == ["sum: 2.25 → 2.3 (round)", "sum: 2.3"]


def test_points_below_0_are_rounded_away_from_0_too() -> None:
    fragment = tree(leaf("A", "10", ", round: 1, print: 1").replace("kind: given", "kind: given, least: -10"))
    assert printed(fragment, "unit A\nu -2.25\nv -2.24\nw -0.04") == ["-2.3", "-2.2", "0.0"]


def test_the_decimals_shown_do_not_count() -> None:
    fragment = "print: {leaf: 0, total: 0}\n" + tree(leaf("A"), leaf("B"))
    table = "unit A B\nu 2.4 2.4"
    assert (printed(fragment, table), printed(fragment, table, "T")) == (["2"], ["5"])


def test_a_score_bears_its_clause_and_its_exact_number() -> None:
    fragment = tree(
        leaf("A", "10", ", clause: Khoản 3"), leaf("B"), group="    clause: Điều 2\n", head="clause: Quyết định 1\n"
    )
    found = scores(fragment, "unit A B\nu 2.675 1").of_unit("u")
    assert [(s.criterion, s.points, str(s.exact), s.maximum, s.state, s.clause) for s in found] == [
        ("T", "3.68", "147/40", "20", "scored", "Điều 2"),
        ("A", "2.68", "107/40", "10", "granted", "Khoản 3"),
        ("B", "1.00", "1", "10", "granted", "Điều 2"),
    ]


@pytest.mark.parametrize("decimals", ["0", "2", "5", "14", "20"])
def test_many_printed_decimals_are_all_right(decimals: str) -> None:
    fragment = tree(leaf("A", "999999999999999999", f", print: {decimals}"))
    table = "unit A\nu 9999999\nv 999999999999999999\nw 0.1"
    after = "" if decimals == "0" else "." + "0" * int(decimals)
    tenth = "0" if decimals == "0" else "0.1" + "0" * (int(decimals) - 1)
    assert printed(fragment, table) == [f"9999999{after}", f"999999999999999999{after}", tenth]
