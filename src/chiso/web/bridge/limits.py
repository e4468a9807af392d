"""Units whose own answers bring them near a class limit: there one corrected answer changes the class."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from flint import fmpq

from chiso.engine.expressions.evaluating import NOT_APPLICABLE
from chiso.engine.framework import Criterion, Framework
from chiso.engine.quantities import decimal_text, exact
from chiso.engine.ranking import rank
from chiso.engine.scoring import Score, Scores, score
from chiso.web.bridge.framework import framework_of
from chiso.web.bridge.scope import questions_below
from chiso.web.bridge.stages import answers
from chiso.web.models import Cycle, Stage

NEAR = fmpq(1, 100)
"""How near, as a share of the unit's own maximum."""


@dataclass(frozen=True)
class Near:
    """A criterion on which a unit is near a limit, and the questions below it."""

    questions: frozenset[str]
    why: Mapping[str, str]


def near(cycle: Cycle) -> dict[str, list[Near]]:
    """Where each unit is near a class limit at the stage `self`, by the unit's code; nothing without classes."""
    framework = framework_of(cycle)
    if all(criterion.classes is None for criterion in framework.walk()):
        return {}
    scores = score(framework, answers(cycle, Stage.SELF))
    found, less = dict[str, list[Near]](), _exempt(scores)
    for table in rank(scores).tables:
        criterion = framework.nodes[table.criterion]
        for place in table.places if criterion.classes is not None else ():
            block, whole = _block(scores, place.unit), place.unit not in less
            if not _perhaps(framework, criterion, block, place.points, whole=whole):
                continue
            one = scores.score(place.unit, criterion.code)
            for why in _limits(criterion, one) if one is not None else ():
                found.setdefault(place.unit, []).append(Near(questions_below(framework, criterion.code), why))
    return found


def _block(scores: Scores, unit: str) -> str:
    """The block of a unit."""
    units = scores.answers.units
    return units.blocks[units.index[unit]]


def _exempt(scores: Scores) -> frozenset[str]:
    """The units to which some question does not apply: their maxima may be smaller than those of their block."""
    units, found = scores.answers.units, set[str]()
    for column in scores.answers.columns.values():
        rows = [row for row, state in enumerate(column.states) if state == NOT_APPLICABLE]
        per = column.question.per
        owners = rows if per is None else [int(scores.answers.cases_of(per).owners[row]) for row in rows]
        found.update(units.codes[owner] for owner in owners)
    return frozenset(found)


def _perhaps(framework: Framework, criterion: Criterion, block: str, points: str | None, *, whole: bool) -> bool:
    """Whether printed points lie near a limit, to be looked at exactly; whole: the unit has the block's maximum.

    A unit with a smaller maximum has limits by share of its own, and is looked at in any case.
    """
    maximum = framework.max_of(criterion.code, block)
    if points is None or criterion.classes is None:
        return False
    share = criterion.classes.on == "share"
    if maximum is None or (share and not whole):
        return True
    limits = [band.limit.up_to * (maximum if share else fmpq(1)) for band in criterion.classes.bands
              if band.limit is not None]  # fmt: skip
    return any(abs(limit - exact(points)) <= 2 * NEAR * maximum for limit in limits)


def _limits(criterion: Criterion, found: Score) -> Iterator[Mapping[str, str]]:
    """The limit that is nearest, where it is near."""
    classes = criterion.classes
    if classes is None or not isinstance(found.exact, fmpq) or not found.maximum:
        return
    maximum = exact(found.maximum)
    whole = maximum if classes.on == "share" else fmpq(1)
    points: fmpq = found.exact
    limits = [band.limit.up_to * whole for band in classes.bands if band.limit is not None]
    nearest = sorted((abs(limit - points), limit) for limit in limits)[:1]
    for distance, limit in nearest:
        if distance <= NEAR * maximum:
            yield {"criterion": criterion.code, "points": decimal_text(points, 2), "limit": decimal_text(limit, 2)}
