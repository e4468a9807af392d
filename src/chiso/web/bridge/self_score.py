"""The points that a unit's own answers come to, with the reason of each, while it fills in its form."""

from __future__ import annotations

from dataclasses import dataclass

from chiso.engine.formulas import extreme_source
from chiso.engine.framework import Criterion, Framework
from chiso.engine.scoring import Score, score
from chiso.language import chosen
from chiso.report.numbers import number
from chiso.report.wording import worded
from chiso.web.bridge.answers import of_unit
from chiso.web.bridge.framework import framework_of
from chiso.web.models import Submission


@dataclass(frozen=True)
class Line:
    """One criterion: points and maximum as they are printed, None where there is none; depth: 0 for a root.

    provisional: whether the points depend on the other units, whose answers are not all in yet.
    """

    code: str
    name: str
    depth: int
    points: str | None
    maximum: str | None
    reason: str
    clause: str
    state: str
    provisional: bool


def self_score(submission: Submission) -> list[Line]:
    """A line for each criterion that applies to the unit, in the order of the tree."""
    participant = submission.participant
    framework, unit = framework_of(participant.cycle), participant.unit.code
    scores = score(framework, of_unit(submission))
    loose = provisional(framework)
    return [_line(framework, each, each.criterion in loose) for each in scores.of_unit(unit)]


def provisional(framework: Framework) -> frozenset[str]:
    """The criteria whose points depend on other units, and all above them, kept with the framework."""
    return framework.kept("provisional", lambda: _provisional(framework))


def _provisional(framework: Framework) -> frozenset[str]:
    found: set[str] = set()
    for criterion in framework.walk():
        if criterion.formula is not None and extreme_source(criterion.formula) is not None:
            at: Criterion | None = criterion
            while at is not None:
                found.add(at.code)
                at = framework.parents.get(at.code)
    return frozenset(found)


def _line(framework: Framework, found: Score, loose: bool) -> Line:
    criterion = framework.nodes[found.criterion]
    return Line(
        code=criterion.code,
        name=criterion.name.of(chosen()),
        depth=_depth(framework, criterion.code),
        points=None if found.points is None else number(found.points),
        maximum=None if found.maximum is None else number(found.maximum),
        reason=worded(found.reason, criterion, framework=framework),
        clause=found.clause or "",
        state=found.state,
        provisional=loose,
    )


def _depth(framework: Framework, code: str) -> int:
    depth, parent = 0, framework.parents.get(code)
    while parent is not None:
        depth, parent = depth + 1, framework.parents.get(parent.code)
    return depth
