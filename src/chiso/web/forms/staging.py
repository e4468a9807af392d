"""One unit through all stages: what it had at each, and what was changed between."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from chiso.bundle.corrections import Correction
from chiso.language import chosen
from chiso.report.numbers import number
from chiso.web.bridge.framework import framework_of
from chiso.web.bridge.moving import Moved, at_once, moves_of, told
from chiso.web.bridge.results import block_name, words
from chiso.web.bridge.running import corrected
from chiso.web.bridge.workbook import worded
from chiso.web.models import Cycle, Grant, Placed, Run, Stage


@dataclass(frozen=True)
class Standing:
    """A unit's place in one ranking."""

    name: str
    block: str
    points: str
    rank: int | None
    classed: str
    note: str


@dataclass(frozen=True)
class Changed:
    """An answer that was changed, or points that were granted, on the way to a stage, in words."""

    name: str
    case: str
    before: str
    after: str
    reason: str


@dataclass(frozen=True)
class Step:
    """A unit at a stage, by its newest run; run None: not scored yet; moved: since the stage before that was scored.

    causes: whether the answers that moved it are told.
    """

    stage: str
    run: Run | None
    standings: tuple[Standing, ...] = ()
    changed: tuple[Changed, ...] = ()
    moved: tuple[Moved, ...] = ()
    causes: bool = True


def stages(cycle: Cycle, unit: str, *, causes: bool = False) -> list[Step]:
    """The four stages of a unit, in their order; causes: told even where they take a while."""
    newest: dict[str, Run] = {}
    for run in cycle.runs.filter(done_at__isnull=False).order_by("number"):
        newest[run.stage] = run
    found, before = [], None
    for stage in Stage:
        current = newest.get(stage.value)
        if current is None:
            found.append(Step(str(stage.label), None))
            continue
        moved, whole = _moved(before, current, unit, causes) if before is not None else ((), True)
        changed = tuple(_changed(cycle, before, current, unit))
        found.append(Step(str(stage.label), current, tuple(_standings(current, unit)), changed, moved, whole))
        before = current
    return found


def _moved(before: Run, run: Run, unit: str, causes: bool) -> tuple[tuple[Moved, ...], bool]:
    whole = causes or at_once(before, run)
    return tuple(told(before, run, moves_of(before, run, unit), causes=whole)), whole


def _standings(run: Run, unit: str) -> Iterator[Standing]:
    framework = framework_of(run.cycle)
    places: list[Placed] = list(run.places.select_related("participant").filter(participant__unit__code=unit))
    order = [node.code for node in framework.walk()]
    for place in sorted(places, key=lambda each: order.index(each.criterion)):
        points, classed, note = words(run, place)
        name = framework.nodes[place.criterion].name.of(chosen())
        yield Standing(name, block_name(framework, place.block), points, place.rank, classed, note)


def _changed(cycle: Cycle, before: Run | None, run: Run, unit: str) -> Iterator[Changed]:
    """The corrections of a run that the one before did not have; at the final stage what was granted."""
    known = set(corrected(before)) if before is not None else set()
    for each in corrected(run):
        if each.unit == unit and each not in known:
            yield _corrected(cycle, each)
    if run.stage == Stage.FINAL:
        framework = framework_of(cycle)
        for grant in Grant.objects.filter(participant__cycle=cycle, participant__unit__code=unit).exclude(points=""):
            name = framework.nodes[grant.criterion].name.of(chosen())
            yield Changed(name, "", "–", number(grant.points), grant.reason)


def _corrected(cycle: Cycle, each: Correction) -> Changed:
    question = framework_of(cycle).asked.get(each.question)
    if question is None:
        return Changed(each.question, each.case, each.before, each.after, each.reason)
    before, after = (worded(question, value) if value else "" for value in (each.before, each.after))
    return Changed(question.name.of(chosen()), each.case, before, after, each.reason)
