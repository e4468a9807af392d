"""Indicators measured on a result: exact numbers, and how many units each rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from flint import fmpq

from chiso.engine.expressions import names_of
from chiso.engine.expressions.evaluating import MISSING, NOT_APPLICABLE, PRESENT, States, Valued
from chiso.engine.formulas import Columns
from chiso.engine.framework import Framework
from chiso.engine.quantities import Exact, RationalArithmetic
from chiso.engine.quantities.arithmetic import Integers
from chiso.engine.ranking import Ranking
from chiso.engine.scoring import Scores
from chiso.report.statistics.checking import blocks_of, sources
from chiso.report.statistics.declaring import Count, Indicator, Mean, Ratio, Share, Statistics

ALL = "*"
"""Stands for all units of an indicator, as for the whole cycle in a ranking."""


@dataclass(frozen=True)
class Measured:
    """An indicator over some units.

    part, whole: its numerator and its denominator (of a share and a mean the units that answered; None of a count);
    value: as a share of 1, a number or a count, None where nothing answered or the denominator is 0.
    units: that are asked, less those outside the filter; answered, missing, not_applicable: of these;
    outside: left out by the filter.
    """

    part: Exact | None
    whole: Exact | None
    value: Exact | None
    units: int
    answered: int
    missing: int
    not_applicable: int
    outside: int


@dataclass(frozen=True)
class Line:
    """What an indicator measures over the units of a block (`*`: all its units), for one option or class of a count."""

    indicator: Indicator
    item: str
    block: str
    measured: Measured

    @property
    def key(self) -> tuple[str, str, str]:
        """What joins it with the same line of another result."""
        return self.indicator.id, self.item, self.block


@dataclass(frozen=True)
class _Block:
    """The values of an indicator's units in one block: their numbers, states, and whether the filter lets them in."""

    tops: list[Any]
    bottoms: list[Any]
    states: States
    inside: Any


def lines(statistics: Statistics, scores: Scores, ranking: Ranking) -> dict[str, list[Line]]:
    """The lines of each group by its id, in the declared order: an indicator over all units, then over each block."""
    return {
        group.id: [line for indicator in group.indicators for line in _lines(indicator, scores, ranking)]
        for group in statistics.groups
    }


def _lines(indicator: Indicator, scores: Scores, ranking: Ranking) -> Iterator[Line]:
    blocks = blocks_of(indicator, scores.framework)
    shown = [(ALL, blocks)]
    if indicator.by_block and len(blocks) > 1:
        shown += [(block, (block,)) for block in blocks]
    for block, of in shown:
        for item in _items(indicator, scores.framework):
            found = [_valued(indicator, item, scores, ranking, each) for each in of]
            yield Line(indicator, item, block, _measured(indicator, found))


def _items(indicator: Indicator, framework: Framework) -> Sequence[str]:
    """The options or the classes that a count tells apart, best first; one nameless item otherwise."""
    if isinstance(indicator, Count) and indicator.options is not None:
        return [option.id for option in framework.asked[indicator.options].options]
    if isinstance(indicator, Count) and indicator.classes is not None:
        classes = framework.nodes[indicator.classes].classes
        return [band.id for band in classes.bands] if classes is not None else []
    return [""]


def _valued(indicator: Indicator, item: str, scores: Scores, ranking: Ranking, block: str) -> _Block:
    rows = scores.answers.units.rows(block)
    scope = scores.columns(rows, RationalArithmetic(len(rows)))
    states = _states(indicator, scope, rows)
    if isinstance(indicator, Count) and indicator.classes is not None:
        tops, own = _in_class(indicator.classes, item, scores, ranking, rows, block)
    else:
        tops, own = _numbers(_top(indicator, item, scope), len(rows))
    bottoms: list[Any] = [fmpq(1)] * len(rows)
    if isinstance(indicator, Ratio):
        bottoms, other = _numbers(scope.value(indicator.whole), len(rows))
        own = np.where((own == MISSING) | (other == MISSING), np.int8(MISSING), np.maximum(own, other))
    inside = np.ones(len(rows), dtype=np.bool_)
    if indicator.where is not None:
        holds = scope.value(indicator.where)
        inside = np.broadcast_to(holds.value, (len(rows),)) | (_known(holds.states, len(rows)) != PRESENT)
        own = np.where(_known(holds.states, len(rows)) != PRESENT, _known(holds.states, len(rows)), own)
    return _Block(tops, bottoms, np.where(states != PRESENT, states, own), inside)


def _top(indicator: Indicator, item: str, scope: Columns) -> Valued:
    """The numerator of each unit: a number, or whether a condition holds."""
    if isinstance(indicator, Ratio):
        return scope.value(indicator.part)
    if isinstance(indicator, Mean):
        return scope.value(indicator.of)
    if isinstance(indicator, Share) or indicator.options is None:
        return scope.value(indicator.condition or "")
    return scope.value(f"{indicator.options} = '{item}'")


def _numbers(found: Valued, count: int) -> tuple[list[Any], States]:
    """The exact number of each row, 1 or 0 of a condition, and the row's state."""
    values = found.value if isinstance(found.value, np.ndarray) else found.value.values
    wide = np.broadcast_to(values, (count,))
    numbers = [fmpq(int(each)) for each in wide] if wide.dtype == np.bool_ else list(wide)
    return numbers, _known(found.states, count)


def _known(states: States | None, count: int) -> States:
    return np.zeros(count, dtype=np.int8) if states is None else np.broadcast_to(states, (count,))


def _in_class(
    code: str, item: str, scores: Scores, ranking: Ranking, rows: Integers, block: str
) -> tuple[list[Any], States]:
    """Whether each unit is in a class; missing where it has none, or where its class is undetermined."""
    tables = [table for table in ranking.tables if table.criterion == code and table.block in (block, ALL)]
    codes = [scores.answers.units.codes[row] for row in rows]
    places = [next((table.of[unit] for table in tables if unit in table.of), None) for unit in codes]
    known = [place is not None and len(place.classes) == 1 for place in places]
    tops = [fmpq(int(place is not None and place.classes == (item,))) for place in places]
    return tops, np.where(known, np.int8(PRESENT), np.int8(MISSING))


def _states(indicator: Indicator, scope: Columns, rows: Integers) -> States:
    """Missing where a unit names no case of a kind that the indicator sums or counts: no case is no answer."""
    names = [name for _, text in sources(indicator) for name in names_of(scope.framework.expression(text).tree)]
    found = np.zeros(len(rows), dtype=np.int8)
    for kind in {scope.framework.asked[name.name].per for name in names} - {None}:
        owners = scope.answers.cases_of(str(kind)).owners
        found = np.where(np.isin(rows, owners), found, np.int8(MISSING))
    return found


def _measured(indicator: Indicator, blocks: Sequence[_Block]) -> Measured:
    tops = [top for block in blocks for top in block.tops]
    bottoms = [bottom for block in blocks for bottom in block.bottoms]
    states = [int(state) for block in blocks for state in block.states]
    inside = [bool(let) for block in blocks for let in block.inside]
    counted = [place for place, let in enumerate(inside) if let and states[place] == PRESENT]
    nothing = Measured(
        None, None, None,
        units=sum(inside), answered=len(counted),
        missing=sum(let and state == MISSING for let, state in zip(inside, states, strict=True)),
        not_applicable=sum(let and state == NOT_APPLICABLE for let, state in zip(inside, states, strict=True)),
        outside=len(inside) - sum(inside),
    )  # fmt: skip
    if not counted:
        return nothing
    part = sum((tops[place] for place in counted), fmpq(0))
    if isinstance(indicator, Count):
        return replace(nothing, part=part, value=part)
    whole = sum((bottoms[place] for place in counted), fmpq(0))
    return replace(nothing, part=part, whole=whole, value=part / whole if whole else None)
