"""Two runs side by side: who moved between them, and whose answer moved whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from chiso.engine.comparing import Cause, Comparison, Move
from chiso.engine.framework import Framework
from chiso.engine.quantities import decimal_text, exact
from chiso.engine.ranking.ranking import CYCLE
from chiso.language import chosen
from chiso.report.numbers import number
from chiso.web.bridge.framework import loaded
from chiso.web.bridge.results import class_of, classes_of
from chiso.web.bridge.running import corrected, scored
from chiso.web.bridge.workbook import worded
from chiso.web.models import Grant, Participant, Placed, Run

AT_ONCE = 500
"""Units up to which the causes of moves are computed while somebody waits."""
KEPT = 2
"""How many comparisons a process keeps."""


@dataclass(frozen=True)
class Because:
    """An answer that moved a unit, in words: whose, what, from and to, by how many points, why it was changed."""

    unit: str
    own: bool
    question: str
    case: str
    before: str
    after: str
    effect: str
    reason: str


@dataclass(frozen=True)
class Moved:
    """One unit's change in a ranking; up: how many ranks nearer the first; overtaken_by: names of units."""

    code: str
    unit: str
    criterion: str
    name: str
    block: str
    points: tuple[str, str]
    difference: str
    ranks: tuple[int | None, int | None]
    classes: tuple[str, str]
    causes: tuple[Because, ...]
    overtaken_by: tuple[str, ...]

    @property
    def up(self) -> int:
        """Ranks won, less than 0 where ranks were lost."""
        before, after = self.ranks
        return 0 if before is None or after is None else before - after

    @property
    def down(self) -> int:
        """Ranks lost."""
        return -self.up


def moves(before: Run, after: Run, criterion: str, block: str) -> list[Move]:
    """Everyone who moved in a ranking, in the order of the newer one, as the runs printed it; without causes."""
    old = {each.participant_id: each for each in before.places.filter(criterion=criterion)}
    new = after.places.filter(criterion=criterion, block=block).select_related("participant__unit").order_by("place")
    found = (_step(old.get(each.participant_id), each) for each in new)
    return [move for move in found if move is not None]


def _step(old: Placed | None, new: Placed) -> Move | None:
    points, ranks = (old.points if old else "", new.points), (old.rank if old else None, new.rank)
    classes = (old.classes if old else "", new.classes)
    if points[0] == points[1] and ranks[0] == ranks[1] and classes[0] == classes[1]:
        return None
    difference = decimal_text(exact(points[1]) - exact(points[0])) if all(points) else None
    return Move(
        new.criterion, new.block, new.participant.unit.code, (points[0] or None, points[1] or None), difference, ranks,
        (classes_of(classes[0]), classes_of(classes[1])),
    )  # fmt: skip


def moves_of(before: Run, after: Run, unit: str) -> list[Move]:
    """How one unit moved, ranking by ranking; without causes."""
    old = {each.criterion: each for each in before.places.filter(participant__unit__code=unit)}
    new = after.places.filter(participant__unit__code=unit).select_related("participant__unit")
    found = (_step(old.get(each.criterion), each) for each in new)
    return [move for move in found if move is not None]


def told(before: Run, after: Run, found: Sequence[Move], *, causes: bool = True) -> list[Moved]:
    """These moves in words; causes: with the answers that moved them, the reasons of these, and who passed them."""
    if not causes:
        return [_moved(before, after, each, {}) for each in found]
    side, reasons = comparison(before, after), _reasons(after)
    return [_moved(before, after, side.told(each), reasons) for each in found]


def at_once(before: Run, after: Run) -> bool:
    """Whether causes are told while somebody waits: of few units, or where this process has compared the runs."""
    key = (before.framework, before.answers, after.framework, after.answers)
    return key in _COMPARED or after.places.values("participant").distinct().count() <= AT_ONCE


def comparison(before: Run, after: Run) -> Comparison:
    """Two runs side by side, kept for the next page that asks."""
    key = (before.framework, before.answers, after.framework, after.answers)
    found = _COMPARED.pop(key, None)
    if found is None:
        found = Comparison(scored(before.framework, before.answers), scored(after.framework, after.answers))
    _COMPARED[key] = found
    while len(_COMPARED) > KEPT:
        _COMPARED.pop(next(iter(_COMPARED)), None)
    return found


_COMPARED: dict[tuple[str, str, str, str], Comparison] = {}


def _reasons(run: Run) -> dict[tuple[str, str, str], str]:
    """Why answers were changed, by unit, question and case; of what is granted, the reason of the grant."""
    found = {(each.unit, each.question, each.case): each.reason for each in corrected(run)}
    columns = ("participant__unit__code", "criterion", "reason")
    for unit, criterion, reason in Grant.objects.filter(participant__cycle=run.cycle_id).values_list(*columns):
        found[unit, criterion, ""] = reason
    return found


def _moved(before: Run, after: Run, move: Move, reasons: dict[tuple[str, str, str], str]) -> Moved:
    framework = loaded(after.framework)
    wanted = {move.unit, *move.overtaken_by, *(cause.unit for cause in move.causes)}
    known = Participant.objects.filter(cycle=after.cycle_id, unit__code__in=wanted)
    names = dict(known.values_list("unit__code", "name"))
    old, new = (("" if points is None else number(points)) for points in move.points)
    return Moved(
        code=move.unit,
        unit=names[move.unit],
        criterion=move.criterion,
        name=framework.nodes[move.criterion].name.of(chosen()),
        block="" if move.block == CYCLE else move.block,
        points=(old, new),
        difference=signed(move.difference),
        ranks=move.ranks,
        classes=(_class(before, move.criterion, move.classes[0]), _class(after, move.criterion, move.classes[1])),
        causes=tuple(_because(framework, names, move.unit, cause, reasons) for cause in move.causes),
        overtaken_by=tuple(names[each] for each in move.overtaken_by),
    )


def _class(run: Run, criterion: str, ids: tuple[str, ...]) -> str:
    return class_of(run, criterion, ids) if criterion in loaded(run.framework).nodes else ""


def signed(difference: str | None) -> str:
    """A difference with its sign; nothing where there is none."""
    if difference is None or difference == "0":
        return "" if difference is None else "0"
    return number(difference) if difference.startswith("-") else f"+{number(difference)}"


def _because(
    framework: Framework, names: dict[str, str], unit: str, cause: Cause, reasons: dict[tuple[str, str, str], str]
) -> Because:
    asked = framework.asked.get(cause.question)
    named = asked if asked is not None else framework.nodes[cause.question]
    values = [
        worded(asked, value) if asked is not None and value else number(value) if value else ""
        for value in (cause.before, cause.after)
    ]
    if not values[0] and cause.question in framework.nodes:
        values[0] = "–"
    effect = None if cause.effect is None else decimal_text(cause.effect, 2)
    return Because(
        names[cause.unit], cause.unit == unit, named.name.of(chosen()), cause.case, values[0], values[1],
        signed(effect), reasons.get((cause.unit, cause.question, cause.case), ""),
    )  # fmt: skip
