"""Frameworks and answers by chance: every formula, combiner, absence rule, rounding, class and rank rule occurs."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from chiso.engine.answers import Answers, Row, Units, build
from chiso.engine.answers.units import Status
from chiso.engine.framework import Framework

COUNTS = ("a", "b", "c")
DECIMALS = ("x", "y")
BLOCKS = ("p", "q")

QUESTIONS = [
    *({"id": id, "name": id, "type": "count", "unit": "u", "not_applicable": "true"} for id in COUNTS),
    *({"id": id, "name": id, "type": "number", "unit": "v", "least": "0", "not_applicable": "true"} for id in DECIMALS),
    {"id": "s", "name": "s", "type": "share", "not_applicable": "true"},
    {"id": "f", "name": "f", "type": "yes_no", "not_applicable": "true"},
    {"id": "k", "name": "k", "type": "count", "unit": "u", "per": "case", "not_applicable": "true"},
    {"id": "l", "name": "l", "type": "count", "unit": "u", "per": "case"},
]
"""The last two are asked per case."""

small = st.integers(1, 40).map(str)
absences = st.sampled_from(["zero", "full", "omit", "blank"])
otherwise = st.sampled_from(["zero", "full", "missing", "not_applicable"])
rounding = st.sampled_from([None, "0", "1", "2"])


def _ratio() -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {"kind": st.just("ratio"), "part": st.sampled_from(["a", "a + b"]), "whole": st.sampled_from(["b", "c"]),
         "whole_zero": otherwise}
    )  # fmt: skip


def _formulas(maximum: int) -> st.SearchStrategy[dict[str, Any]]:
    half = f"{maximum}/2"
    fixed: list[dict[str, Any]] = [
        {"kind": "yes_no", "question": "f"},
        {"kind": "yes_no", "question": "b >= c", "yes": half},
        {"kind": "steps", "of": "a", "table": [{"from": "5", "points": str(maximum)}, {"from": "2", "points": half}]},
        {"kind": "steps", "of": "x / y", "closed": "above", "table": [{"from": "0.5", "points": half}]},
        {"kind": "tiers", "share": "s", "norm": "70%", "starts": "35%"},
        {"kind": "tiers", "share": "a / b", "norm": "0.9", "starts": "0.3"},
        {"kind": "per_item", "count": "c", "each": "0.35"},
        {
            "kind": "levels",
            "levels": [{"when": "f and a > 3", "points": half}, {"when": "x < y", "points": "1/3"}],
        },
        {"kind": "to_best", "of": "x / b", "among": "block"},
        {"kind": "to_best", "of": "a", "among": "cycle"},
        {"kind": "min_max", "of": "y", "among": "block", "all_equal": "zero"},
        {"kind": "min_max", "of": "a / b", "among": "cycle", "better": "less", "all_equal": "full"},
        {"kind": "goalposts", "of": "x", "low": "1", "high": "9"},
        {"kind": "goalposts", "of": "y", "low": "0.5", "high": "8", "logarithm": "true"},
        {"kind": "expression", "points": "if a > b then a / (b + 1) else min(x / y, 3)"},
        {"kind": "expression", "points": "nếu f thì s * 7 khác 3 - s"},
        {"kind": "expression", "points": "sum_of(k) / 3"},
    ]
    cases = st.fixed_dictionaries(
        {"kind": st.just("mean_of_cases"), "per": st.just("case"),
         "missing": st.sampled_from(["omit", "zero", "missing"]),
         "none": otherwise,
         "of": st.just({"kind": "ratio", "part": "k", "whole": "l", "whole_zero": "missing"})}
    )  # fmt: skip
    return st.one_of(_ratio(), _ratio(), cases, st.sampled_from(fixed))


@st.composite
def _leaf(draw: st.DrawFn, code: str, rounds: bool, same: int | None = None) -> dict[str, Any]:
    maximum = same or draw(st.integers(1, 25))
    node: dict[str, Any] = {"code": code, "name": code, "max": str(maximum), "formula": draw(_formulas(maximum))}
    for field in ("missing", "not_applicable"):
        if draw(st.booleans()):
            node[field] = draw(absences)
    decimals = draw(rounding)
    if decimals is not None and rounds:
        node["round"] = decimals
    return node


@st.composite
def _group(draw: st.DrawFn, code: str, depth: int, rounds: bool) -> dict[str, Any]:
    kind = draw(st.sampled_from(["sum", "sum", "weighted", "mean", "geometric", "best"]))
    same = draw(st.integers(1, 25)) if kind in ("weighted", "mean", "geometric") else None
    children = []
    for i in range(draw(st.integers(1, 3))):
        deeper = same is None and depth > 1 and draw(st.booleans())
        below = _group(f"{code}{i}", depth - 1, rounds) if deeper else _leaf(f"{code}{i}", rounds, same)
        children.append(draw(below))
    for child in children:
        if kind in ("weighted", "geometric"):
            child["weight"] = draw(st.sampled_from(["1", "0.4", "1/3", "2"]))
    node: dict[str, Any] = {
        "code": code, "name": code, "children": children,
        "combine": {"kind": kind, "renormalise": draw(st.sampled_from(["true", "false"]))},
    }  # fmt: skip
    decimals = draw(rounding)
    if decimals is not None and rounds:
        node["round"] = decimals
    if draw(st.integers(0, 4)) == 0:
        node["cap"] = draw(small)
    return node


@st.composite
def frameworks(draw: st.DrawFn, rounds: bool = True) -> Framework:
    """A framework with a total that is ranked and classed; without rounding before display where `rounds` is false."""
    root = draw(_group("T", 3, rounds))
    limits = sorted(draw(st.sets(st.integers(1, 99), min_size=2, max_size=2)), reverse=True)
    root["classes"] = {
        "on": draw(st.sampled_from(["points", "share"])),
        "closed": draw(st.sampled_from(["below", "above"])),
        "bands": [{"id": "A", "name": "A", "from": f"{limits[0]}%"}, {"id": "B", "name": "B", "from": f"{limits[1]}%"},
                  {"id": "C", "name": "C"}],
    }  # fmt: skip
    key = draw(st.sampled_from([{}, {"decimals": "1"}, {"decimals": "2"}]))
    root["rank"] = {
        "keys": [key], "ties": draw(st.sampled_from(["competition", "dense", "ordinal"])),
        "among": draw(st.sampled_from(["block", "cycle"])),
        "without_result": draw(st.sampled_from(["listed", "last", "dropped"])),
    }  # fmt: skip
    return Framework.model_validate(
        {
            "schema": "1", "id": "chance", "title": "chance", "nature": "example",
            "blocks": [{"id": block, "name": block} for block in BLOCKS], "cases": [{"id": "case", "name": "case"}],
            "missing": draw(absences), "not_applicable": draw(absences),
            "print": {"leaf": "2", "group": "2", "total": "1"}, "questions": QUESTIONS, "criteria": [root],
        }
    )  # fmt: skip


def _texts(kind: str) -> st.SearchStrategy[str]:
    absent = st.sampled_from(["", "n/a"])
    values = {
        "count": st.integers(0, 12).map(str),
        "number": st.one_of(st.integers(0, 10).map(str), st.decimals(0, 10, places=3).map(lambda d: f"{d:f}")),
        "share": st.one_of(
            st.sampled_from(["0", "35", "70", "100"]), st.decimals(0, 100, places=2).map(lambda d: f"{d:f}")
        ),
        "yes_no": st.sampled_from(["yes", "no"]),
    }
    return st.integers(0, 9).flatmap(lambda n: absent if n == 0 else values[kind])


@st.composite
def rows(draw: st.DrawFn, units: int) -> list[Row]:
    """Answers of so many units to all questions, some absent, with up to three cases each."""
    found: list[Row] = []
    for unit in range(units):
        for question in QUESTIONS[:-2]:
            found.append(Row(f"u{unit}", "", str(question["id"]), draw(_texts(str(question["type"])))))
        for case in range(draw(st.integers(0, 3))):
            found.append(Row(f"u{unit}", f"c{case}", "k", draw(_texts("count"))))
            found.append(Row(f"u{unit}", f"c{case}", "l", draw(st.integers(0, 9).map(str))))
    return found


def register(count: int) -> Units:
    """So many ranked units, two of three in the first block."""
    codes = tuple(f"u{unit}" for unit in range(count))
    blocks = tuple(BLOCKS[unit % 3 == 2] for unit in range(count))
    ranked: Status = "ranked"
    return Units(codes, codes, blocks, (ranked,) * count, ("",) * count)


@st.composite
def cases(draw: st.DrawFn, rounds: bool = True) -> tuple[Framework, Answers]:
    """A framework with answers to it."""
    framework = draw(frameworks(rounds))
    count = draw(st.integers(1, 6))
    return framework, build(framework, register(count), draw(rows(count)))
