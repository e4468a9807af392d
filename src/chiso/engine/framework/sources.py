"""The expressions that a criterion carries, and where they stand in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias

from chiso.engine.framework import leaves
from chiso.engine.framework.criteria import Criterion
from chiso.engine.quantities import Exact

Wanted: TypeAlias = Literal["number", "condition"]
Path: TypeAlias = tuple[str | int, ...]


def formula_sources(formula: object) -> Iterator[tuple[Path, str, Wanted]]:
    """The place, the text and the wanted kind of each expression of a formula (of a case's formula too)."""
    if isinstance(formula, leaves.MeanOfCases):
        for path, text, wanted in formula_sources(formula.of):
            yield ("of", *path), text, wanted
    elif isinstance(formula, leaves.Ratio):
        yield ("part",), formula.part, "number"
        yield ("whole",), formula.whole, "number"
    elif isinstance(formula, leaves.YesNo):
        yield ("question",), formula.question, "condition"
    elif isinstance(formula, leaves.Steps | leaves.ToBest | leaves.MinMax | leaves.Goalposts):
        yield ("of",), formula.of, "number"
    elif isinstance(formula, leaves.Tiers):
        yield ("share",), formula.share, "number"
    elif isinstance(formula, leaves.PerItem):
        yield ("count",), formula.count, "number"
    elif isinstance(formula, leaves.Calculated):
        yield ("points",), formula.points, "number"
    elif isinstance(formula, leaves.Levels):
        for index, level in enumerate(formula.levels):
            yield ("levels", index, "when"), level.when, "condition"


def other_sources(node: Criterion) -> Iterator[tuple[Path, str, Wanted]]:
    """The place, the text and the wanted kind of each expression of a criterion outside its formula."""
    if node.gate is not None:
        yield ("gate", "when"), node.gate.when, "condition"
    if node.knock_out is not None and node.knock_out.when is not None:
        yield ("knock_out", "when"), node.knock_out.when, "condition"
    if node.classes is not None:
        for index, band in enumerate(node.classes.bands):
            for place, condition in enumerate(band.conditions):
                yield ("classes", "bands", index, "conditions", place), condition, "condition"
    if node.rank is not None:
        for index, key in enumerate(node.rank.keys):
            if key.by is not None:
                yield ("rank", "keys", index, "by"), key.by, "number"


def table_points(formula: object) -> tuple[Exact, ...]:
    """The points that stand written in a formula."""
    if isinstance(formula, leaves.Levels):
        return tuple(level.points for level in formula.levels) + _one(formula.otherwise)
    if isinstance(formula, leaves.Steps):
        return tuple(step.points for step in formula.table) + _one(formula.otherwise)
    if isinstance(formula, leaves.YesNo):
        return _one(formula.yes) + _one(formula.no)
    return _one(formula.cap) if isinstance(formula, leaves.PerItem) else ()


def _one(points: Exact | None) -> tuple[Exact, ...]:
    return () if points is None else (points,)
