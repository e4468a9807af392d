"""The work list of verifiers: its rows filtered and in order, and its neighbours."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from chiso.web.bridge.framework import framework_of
from chiso.web.bridge.risks import BY_ID, RISKS
from chiso.web.bridge.scope import Scope, questions_below
from chiso.web.models import Cycle, Phase, Risk, Submission, Verdict
from chiso.web.models.phases import ROUND

COUNTED = 10_000
"""Up to how many rows a list is counted; beyond, it is only said that there are more."""

FEW = 300
"""Up to how many units are few."""


@dataclass(frozen=True)
class Wanted:
    """What the list shows; "" for all.

    unit: a unit's code; criterion: its questions; kind: of risk, or `any`; state; words: in a unit's name.
    """

    unit: str = ""
    criterion: str = ""
    kind: str = ""
    state: str = ""
    words: str = ""


@dataclass(frozen=True)
class Reader:
    """Who reads the list: a verifier with their scope, or somebody who sees all units but their own.

    double: whether they are shown as a blind second verifier, to whom the first verdict is not told.
    """

    person: int
    scope: Scope | None
    own: frozenset[int] = frozenset()
    double: bool = False


def rows(cycle: Cycle, reader: Reader, wanted: Wanted) -> QuerySet[Risk]:
    """The rows that a reader sees and wants, the heaviest first."""
    found = _of_units(cycle, wanted)
    if reader.scope is None:
        found = found.exclude(submission__in=sorted(reader.own)) if reader.own else found
    else:
        where = reader.scope.where(double=reader.double)
        found = found.none() if where is None else found.filter(where)
    if wanted.criterion:
        found = found.filter(question__in=sorted(questions_below(framework_of(cycle), wanted.criterion)))
    if wanted.kind:
        bit = RISKS if wanted.kind == "any" else BY_ID[wanted.kind].bit if wanted.kind in BY_ID else 0
        found = found.annotate(met=F("kinds").bitand(bit)).filter(met__gt=0)
    return _of_state(cycle, reader, found, wanted.state).order_by("-weight", "id")


def _of_units(cycle: Cycle, wanted: Wanted) -> QuerySet[Risk]:
    """The rows of the units that are wanted.

    Those of a few units are found by unit: a database that walks through the whole list in its order to find them takes
    twenty times as long.
    """
    if not (wanted.unit or wanted.words):
        return Risk.objects.filter(cycle=cycle)
    units = _units(cycle, wanted)
    few = list(units.order_by("pk").values_list("pk", flat=True)[: FEW + 1])
    if len(few) <= FEW:
        return Risk.objects.filter(submission__in=few)
    return Risk.objects.filter(cycle=cycle, submission__in=units)


def _units(cycle: Cycle, wanted: Wanted) -> QuerySet[Submission]:
    found = Submission.objects.filter(participant__cycle=cycle)
    if wanted.unit:
        found = found.filter(participant__unit__code=wanted.unit)
    return found.filter(participant__name__icontains=wanted.words) if wanted.words else found


def _of_state(cycle: Cycle, reader: Reader, found: QuerySet[Risk], state: str) -> QuerySet[Risk]:
    """Those of a state; for a blind second verifier there is only whether they have judged it themselves."""
    if not state:
        return found
    if not reader.double:
        return found.filter(state=state)
    mine = Exists(second_verdicts(cycle, reader.person).filter(
        submission=OuterRef("submission"), question=OuterRef("question"), case=OuterRef("case")
    ))  # fmt: skip
    return found.filter(~mine if state == Risk.State.OPEN else mine)


def second_verdicts(cycle: Cycle, person: int) -> QuerySet[Verdict]:
    """The blind second verdicts that somebody gave in this round."""
    round = ROUND.get(Phase(cycle.phase), 2)
    return Verdict.objects.filter(submission__participant__cycle=cycle, by=person, double=True, round=round)


def after(found: QuerySet[Risk], at: Risk) -> Risk | None:
    """The row that follows one in a list, whether it is still in it or not."""
    return found.filter(Q(weight__lt=at.weight) | Q(weight=at.weight, pk__gt=at.pk)).first()


def before(found: QuerySet[Risk], at: Risk) -> Risk | None:
    """The row before one."""
    ahead = found.filter(Q(weight__gt=at.weight) | Q(weight=at.weight, pk__lt=at.pk))
    return ahead.order_by("weight", "-id").first()
