"""What must hold of results whatever the framework: bounds, order, names, blocks, monotony, ranks after scores."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from flint import fmpq
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from chiso.engine.answers import Answers, Row, Units, build
from chiso.engine.answers.units import Status
from chiso.engine.framework import Framework
from chiso.engine.quantities import exact, rounded
from chiso.engine.ranking import Table, rank
from chiso.engine.scoring import Scores, score
from tests.engine.properties.making import BLOCKS, cases, frameworks, register, rows

Case = tuple[Framework, Answers]


def printed(scores: Scores) -> dict[str, dict[str, str | None]]:
    """The printed points of every criterion and unit."""
    codes = scores.answers.units.codes
    return {code: dict(zip(codes, scores.printed(code), strict=True)) for code in scores.framework.nodes}


@settings(max_examples=80, deadline=None)
@given(cases(rounds=False))
def test_points_lie_between_0_and_the_maximum(case: Case) -> None:
    framework, answers = case
    scores = score(framework, answers)
    for code in framework.nodes:
        for unit, points in zip(answers.units.codes, scores.printed(code), strict=True):
            if points is not None:
                most = framework.max_of(code, answers.units.blocks[answers.units.index[unit]])
                assert most is not None
                assert 0 <= exact(points) <= rounded(most, framework.prints(code))


def renamed(units: Units, order: list[int]) -> Units:
    """The register in another order, under other codes and names."""
    return Units(
        tuple(f"n{place}" for place in order),
        tuple(f"Đơn vị {place}" for place in order),
        tuple(units.blocks[place] for place in order),
        tuple(units.statuses[place] for place in order),
        units.notes,
    )


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_order_and_names_of_units_do_not_matter(data: st.DataObject) -> None:
    framework = data.draw(frameworks())
    assume(framework.nodes["T"].rank is not None and framework.nodes["T"].rank.ties != "ordinal")
    count = data.draw(st.integers(2, 5))
    found = data.draw(rows(count))
    order = data.draw(st.permutations(range(count)))
    one = score(framework, build(framework, register(count), found))
    other_rows = [row._replace(unit="n" + row.unit[1:]) for row in found]
    two = score(framework, build(framework, renamed(register(count), list(order)), other_rows))
    for code, column in printed(one).items():
        assert {"n" + unit[1:]: points for unit, points in column.items()} == printed(two)[code]
    for before, after in zip(rank(one).tables, rank(two).tables, strict=True):
        assert sorted(_plain(before, "u")) == sorted(_plain(after, "n"))


def _plain(table: Table, letter: str) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(place.unit.removeprefix(letter), str(place.rank), place.classes) for place in table.places]


@settings(max_examples=80, deadline=None)
@given(cases())
def test_removing_one_block_changes_nothing_in_another(case: Case) -> None:
    framework, answers = case
    assume(not any(getattr(node.formula, "among", "block") == "cycle" for node in framework.walk()))
    assume(framework.nodes["T"].rank is not None and framework.nodes["T"].rank.among == "block")
    kept: tuple[Status, ...] = tuple("excluded" if block == BLOCKS[1] else "ranked" for block in answers.units.blocks)
    alone = score(framework, replace(answers, units=replace(answers.units, statuses=kept)))
    whole = score(framework, answers)
    for code in framework.nodes:
        mine = [place for place, block in enumerate(answers.units.blocks) if block == BLOCKS[0]]
        assert [whole.printed(code)[place] for place in mine] == [alone.printed(code)[place] for place in mine]
    assert rank(whole).table("T", BLOCKS[0]) == rank(alone).table("T", BLOCKS[0])


@settings(max_examples=80, deadline=None)
@given(cases())
def test_ranks_follow_exact_scores(case: Case) -> None:
    framework, answers = case
    scores = score(framework, answers)
    key = framework.nodes["T"].rank
    assert key is not None
    for table in rank(scores).tables:
        ranked = [place for place in table.places if place.rank is not None and place.note == ""]
        for better, worse in pairwise(ranked):
            first, second = _value(scores, better.unit), _value(scores, worse.unit)
            if key.keys[0].decimals is None and isinstance(first, fmpq) and isinstance(second, fmpq):
                assert first >= second
                if key.ties != "ordinal":
                    assert (better.rank == worse.rank) == (first == second)
            assert (better.rank or 0) <= (worse.rank or 0)


def _value(scores: Scores, unit: str) -> object:
    found = scores.score(unit, "T")
    assert found is not None
    return found.exact


MONOTONE: dict[str, tuple[dict[str, object], str, int]] = {
    "ratio": ({"kind": "ratio", "part": "a", "whole": "b"}, "a", 1),
    "steps": (
        {"kind": "steps", "of": "a", "table": [{"from": "7", "points": "9"}, {"from": "3", "points": "4"}]},
        "a",
        1,
    ),
    "tiers": ({"kind": "tiers", "share": "a / b", "norm": "70%", "starts": "35%"}, "a", 1),
    "per_item": ({"kind": "per_item", "count": "a", "each": "0.7"}, "a", 1),
    "to_best": ({"kind": "to_best", "of": "a"}, "a", 1),
    "min_max": ({"kind": "min_max", "of": "a", "all_equal": "full"}, "a", 1),
    "less": ({"kind": "min_max", "of": "a", "better": "less", "all_equal": "full"}, "a", -1),
    "goalposts": ({"kind": "goalposts", "of": "a", "low": "1", "high": "9"}, "a", 1),
    "logarithm": ({"kind": "goalposts", "of": "a", "low": "1", "high": "9", "logarithm": "true"}, "a", 1),
}


@settings(max_examples=120, deadline=None)
@given(
    st.sampled_from(sorted(MONOTONE)),
    st.lists(st.integers(0, 12), min_size=2, max_size=6),
    st.integers(1, 12),
    st.integers(1, 6),
)
def test_a_better_answer_is_never_punished(kind: str, parts: list[int], whole: int, more: int) -> None:
    formula, question, sign = MONOTONE[kind]
    framework = _one_leaf(formula)
    found = [
        Row(f"u{unit}", "", id, str(value))
        for unit, part in enumerate(parts)
        for id, value in (("a", part), ("b", whole))
    ]
    units = Units.of(tuple(f"u{unit}" for unit in range(len(parts))), "p")
    answers = build(framework, units, found)
    better = answers.replaced({("u0", "", question): str(max(0, parts[0] + sign * more))})
    before, after = score(framework, answers).printed("L")[0], score(framework, better).printed("L")[0]
    assert exact(after or "-1") >= exact(before or "0")


def _one_leaf(formula: dict[str, object]) -> Framework:
    return Framework.model_validate(
        {
            "schema": "1", "id": "one", "title": "one", "nature": "example", "blocks": [{"id": "p", "name": "p"}],
            "missing": "zero", "not_applicable": "zero", "print": {"leaf": "4"},
            "questions": [{"id": id, "name": id, "type": "count", "unit": "u"} for id in ("a", "b")],
            "criteria": [{"code": "L", "name": "leaf", "max": "10", "formula": formula}],
        }
    )  # fmt: skip
