"""Units whose own answers bring them near a class limit: there one corrected answer changes the class."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from flint import fmpq

from chiso.engine.framework import Criterion
from chiso.engine.quantities import decimal_text, exact
from chiso.engine.scoring import Score, score
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
    classed = [criterion for criterion in framework.walk() if criterion.classes is not None]
    if not classed:
        return {}
    scores = score(framework, answers(cycle, Stage.SELF))
    found: dict[str, list[Near]] = {}
    for criterion in classed:
        below = questions_below(framework, criterion.code)
        for code in scores.answers.units.codes:
            one = scores.score(code, criterion.code)
            for why in _limits(criterion, one) if one is not None else ():
                found.setdefault(code, []).append(Near(below, why))
    return found


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
