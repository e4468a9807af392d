"""What holds a class down or passes it on: gates, knock-outs, quotas."""

import pytest

from tests.engine.making import NUMBERS, classed, ranked, tables

HEAD = NUMBERS + "  - {id: f, name: f, type: yes_no}\n"
BANDS = "bands: [{id: tot, name: Tốt, from: 80}, {id: kha, name: Khá, from: 50}, {id: yeu, name: Yếu}]"


def tree(more: str = "", deep: str = "", classes: str = "", group: str = "") -> str:
    """A total with classes over a leaf `A` and a group `G` of a leaf `B`."""
    return f"""{HEAD}criteria:
  - code: T
    name: T
    classes: {{{classes}{BANDS}}}{group}
    children:
      - {{code: A, name: A, max: 60, formula: {{kind: given}}{more}}}
      - code: G
        name: G
        children:
          - {{code: B, name: B, max: 40, formula: {{kind: given}}{deep}}}
"""


@pytest.mark.parametrize(
    ("where", "a", "b", "f", "expected"),
    [
        ("deep", "60", "40", "yes", "tot"),
        ("deep", "60", "40", "no", "yeu"),
        ("deep", "60", "40", "-", "yeu"),
        ("group", "60", "40", "no", "yeu"),
        ("more", "30", "10", "no", "yeu"),
    ],
)
def test_a_gate_may_hold_the_class_above_at_the_lowest(where: str, a: str, b: str, f: str, expected: str) -> None:
    gate = "gate: {when: f, fails: lowest_class}"
    fragment = tree(**{where: f"\n    {gate}" if where == "group" else f", {gate}"})
    table = f"unit A B f\nu {a} {b} {f}"
    assert classed(fragment, table) == {"u": expected}
    assert tables(fragment, table)[0].places[0].points == f"{int(a) + int(b)}.00"


@pytest.mark.parametrize(
    ("rule", "a", "b", "f", "expected"),
    [
        ("{below: 30, class: kha}", "60", "30", "-", "tot"),
        ("{below: 30, class: kha}", "60", "29.99999999999999999999", "-", "kha"),
        ("{below: 30, class: kha}", "10", "29", "-", "yeu"),
        ("{below: 30, class: yeu}", "60", "29", "-", "yeu"),
        ("{when: f, class: kha}", "60", "40", "yes", "kha"),
        ("{when: f, class: kha}", "60", "40", "no", "tot"),
        ("{when: f, class: kha}", "60", "40", "-", "tot"),
        ("{when: f, below: 30, class: yeu}", "60", "20", "no", "yeu"),
        ("{when: f, below: 30, class: yeu}", "60", "40", "yes", "yeu"),
        # What is left out is not below anything; what is missing and counts as 0 is.
        ("{below: 30, class: yeu}", "60", "n/a", "-", "kha"),
        ("{when: '[B] < 30', class: yeu}", "60", "n/a", "-", "kha"),
    ],
)
def test_a_knock_out_allows_no_better_class(rule: str, a: str, b: str, f: str, expected: str) -> None:
    assert classed(tree(deep=f", knock_out: {rule}"), f"unit A B f\nu {a} {b} {f}") == {"u": expected}


@pytest.mark.parametrize("rule", ["{below: 30, class: yeu}", "{when: '[B] < 30', class: yeu}"])
def test_what_is_missing_and_counts_as_0_is_knocked_out(rule: str) -> None:
    fragment = "missing: zero\n" + tree(deep=f", knock_out: {rule}")
    assert classed(fragment, "unit A B\nu 60 -") == {"u": "yeu"}


def test_a_knock_out_answers_to_the_nearest_classes_that_have_its_class() -> None:
    fragment = f"""criteria:
  - code: T
    name: T
    classes: {{{BANDS}}}
    children:
      - code: G
        name: G
        classes: {{bands: [{{id: dat, name: Đạt, from: 10}}, {{id: khong, name: Không}}]}}
        children:
          - {{code: A, name: A, max: 60, formula: {{kind: given}}, knock_out: {{below: 50, class: kha}}}}
          - {{code: B, name: B, max: 60, formula: {{kind: given}}, knock_out: {{below: 5, class: khong}}}}
"""
    made = tables(fragment, "unit A B\nu 60 40\nv 45 40\nw 60 4\nx 45 4")
    assert [{place.unit: place.classes for place in table.places} for table in made] == [
        {"u": ("tot",), "v": ("kha",), "w": ("kha",), "x": ("yeu",)},
        {"u": ("dat",), "v": ("dat",), "w": ("khong",), "x": ("khong",)},
    ]


def quota(*rules: str, rank: str = "keys: [{}], ties: competition, without_result: listed", head: str = "") -> str:
    """A ranked leaf with classes, the first of them under quotas."""
    names = [("tot", "80"), ("kha", "50"), ("yeu", None)]
    made = [
        f"{{id: {id}, name: {id}{f', from: {limit}' if limit else ''}{f', quota: {rule}' if rule else ''}}}"
        for (id, limit), rule in zip(names, (*rules, "", "")[:3], strict=True)
    ]
    return (
        f"{NUMBERS}{head}criteria:\n  - code: A\n    name: A\n    max: 100\n    formula: {{kind: given}}\n"
        f"    rank: {{{rank}}}\n    classes: {{bands: [{', '.join(made)}]}}\n"
    )


EIGHT = "unit A\na 95\nb 90\nc 90\nd 85\ne 82\nf 60\ng 55\nh 20"


def kept(fragment: str, table: str = EIGHT) -> dict[str, list[str]]:
    """The units of each class."""
    found: dict[str, list[str]] = {}
    for unit, names in classed(fragment, table).items():
        found.setdefault(names, []).append(unit)
    return found


@pytest.mark.parametrize(
    ("share", "ties", "expected"),
    [
        # Of 8 units: 25% are 2, 40% are 3.2, rounded down 3, 5% none, 1/3 2.
        ("100%", "in", ["a", "b", "c", "d", "e"]),
        ("40%", "in", ["a", "b", "c"]),
        ("40%", "out", ["a", "b", "c"]),
        ("25%", "in", ["a", "b", "c"]),
        ("25%", "out", ["a"]),
        ("1/3", "out", ["a"]),
        ("50%", "out", ["a", "b", "c", "d"]),
        ("12.5%", "in", ["a"]),
        ("12.4%", "in", []),
        ("0", "out", []),
    ],
)
def test_a_quota_keeps_the_first_of_the_ranking(share: str, ties: str, expected: list[str]) -> None:
    found = kept(quota(f"{{share: {share}, ties: {ties}}}"))
    assert found.get("tot", []) == expected
    assert found["kha"] == [unit for unit in "abcdefg" if unit not in expected]
    assert found["yeu"] == ["h"]


def test_a_quota_counts_the_ranked_units_with_a_result() -> None:
    table = EIGHT + "\ni -\nj n/a"
    assert kept(quota("{share: 25%, ties: out}"), table)["tot"] == ["a"]
    listed = "unit status A\na listed 95\nb ranked 90\nc ranked 88\nd ranked 85\ne ranked 30"
    # a is not counted and not held by the quota; 25% of 4 is 1.
    assert kept(quota("{share: 25%, ties: out}"), listed) == {"tot": ["b", "a"], "kha": ["c", "d"], "yeu": ["e"]}


def test_those_left_out_are_counted_by_the_next_quota() -> None:
    fragment = quota("{share: 25%, ties: in}", "{share: 25%, ties: in}")
    # tot: a, b, c; of d, e, f, g the first two keep kha.
    assert kept(fragment) == {"tot": ["a", "b", "c"], "kha": ["d", "e"], "yeu": ["f", "g", "h"]}


def test_a_quota_may_be_a_share_of_some_classes_or_of_some_blocks() -> None:
    # "xuất sắc không quá 20% số hoàn thành tốt": of the five tot and the two kha, 20% of 5 is 1.
    assert kept(quota("{share: 20%, of: [tot], ties: in}"))["tot"] == ["a"]
    assert kept(quota("{share: 30%, of: [tot, kha], ties: out}"))["tot"] == ["a"]
    head = "blocks: [{id: p, name: P}, {id: q, name: Q}]\n"
    fragment = quota("{share: 50%, blocks: [q], ties: in}", head=head)
    made = tables(fragment, "unit block A\na p 90\nb p 85\nc q 90\nd q 85")
    assert [{place.unit: place.classes[0] for place in table.places} for table in made] == [
        {"a": "tot", "b": "tot"},
        {"c": "tot", "d": "kha"},
    ]


def test_a_quota_follows_the_order_of_the_ranking_and_its_ties() -> None:
    rank = "keys: [{decimals: -1}], ties: dense, without_result: listed".replace("-1", "0")
    table = "unit A\na 90.4\nb 90.3\nc 95\nd 20"
    assert kept(quota("{share: 50%, ties: out}", rank=rank), table)["tot"] == ["c"]
    assert kept(quota("{share: 50%, ties: in}", rank=rank), table)["tot"] == ["c", "a", "b"]
    assert kept(quota("{share: 50%, ties: out}"), table)["tot"] == ["c", "a"]


def test_classes_without_a_ranking_have_no_ranks() -> None:
    table = "unit A B f\nu 60 40 -\nv 10 0 -"
    assert ranked(tree(), table) == [("u", None), ("v", None)]
    assert classed(tree(), table) == {"u": "tot", "v": "yeu"}
