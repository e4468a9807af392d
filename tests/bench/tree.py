"""The tree that the bench scores: ratios in four levels, with the same figures for every way of computing."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from chiso.engine.answers import Answers, Column, Units
from chiso.engine.framework import Framework

GROUPS, SUBGROUPS = 5, 20


@dataclass(frozen=True)
class Figures:
    """Parts and wholes, a row per leaf and a column per unit, and the leaves' maxima."""

    parts: NDArray[np.int64]
    wholes: NDArray[np.int64]
    maxima: NDArray[np.float64]


def figures(units: int, leaves: int) -> Figures:
    """Whole numbers from 0 to 199 over 1 to 199, the same in every run; about a quarter of the ratios pass 1."""
    chance = np.random.default_rng(20261121)
    wholes = chance.integers(1, 200, (leaves, units))
    parts = np.minimum(chance.integers(0, 200, (leaves, units)), wholes + 20)
    return Figures(parts, wholes, chance.integers(1, 20, leaves).astype(np.float64))


def framework(found: Figures) -> Framework:
    """The framework of these leaves: a total, five groups, twenty subgroups, ratios."""
    leaves = len(found.maxima)
    each = leaves // SUBGROUPS
    questions = [
        {"id": f"{kind}{leaf}", "name": f"{kind} {leaf}", "type": "count", "unit": "u"}
        for leaf in range(leaves)
        for kind in ("a", "b")
    ]

    def ratio(leaf: int) -> dict[str, object]:
        formula = {"kind": "ratio", "part": f"a{leaf}", "whole": f"b{leaf}"}
        return {"code": f"L{leaf}", "name": "leaf", "max": str(int(found.maxima[leaf])), "formula": formula}

    subgroups: list[dict[str, object]] = [
        {"code": f"S{s}", "name": "subgroup", "children": [ratio(s * each + leaf) for leaf in range(each)]}
        for s in range(SUBGROUPS)
    ]
    share = SUBGROUPS // GROUPS
    groups = [
        {"code": f"G{g}", "name": "group", "children": subgroups[g * share : (g + 1) * share]} for g in range(GROUPS)
    ]
    rank = {"keys": [{"decimals": "2"}], "ties": "competition", "without_result": "listed"}
    return Framework.model_validate(
        {
            "schema": "1", "id": "bench", "title": "bench", "nature": "example",
            "blocks": [{"id": "all", "name": "all"}], "missing": "zero", "not_applicable": "omit",
            "print": {"leaf": "2", "group": "2", "total": "2"}, "questions": questions,
            "criteria": [{"code": "T", "name": "total", "children": groups, "rank": rank}],
        }
    )  # fmt: skip


def answers(made: Framework, found: Figures) -> Answers:
    """The figures as answers."""
    units = Units.of(tuple(f"u{unit}" for unit in range(found.parts.shape[1])), "all")
    columns = {}
    for leaf in range(len(found.maxima)):
        columns[f"a{leaf}"] = Column.of_numbers(made.asked[f"a{leaf}"], found.parts[leaf])
        columns[f"b{leaf}"] = Column.of_numbers(made.asked[f"b{leaf}"], found.wholes[leaf])
    return Answers(units, columns)


def by_hand(
    parts: NDArray[np.float64], wholes: NDArray[np.float64], maxima: NDArray[np.float64]
) -> NDArray[np.float64]:
    """The same tree written out in numpy, column by column: the baseline."""
    each = len(maxima) // SUBGROUPS
    total = np.zeros(parts.shape[1])
    for group in range(GROUPS):
        in_group = np.zeros(parts.shape[1])
        for subgroup in range(SUBGROUPS // GROUPS):
            in_subgroup = np.zeros(parts.shape[1])
            first = (group * (SUBGROUPS // GROUPS) + subgroup) * each
            for leaf in range(first, first + each):
                in_subgroup += np.minimum(parts[leaf] / wholes[leaf], 1.0) * maxima[leaf]
            in_group += in_subgroup
        total += in_group
    return total
