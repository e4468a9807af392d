"""Runs, grants, objections, meetings and the settled result, to those who see them."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404

from chiso.web.access.cycle import cycle
from chiso.web.access.people import allowed, roles, somebody
from chiso.web.bridge.confirming import unconfirmed_units
from chiso.web.models import Cycle, Meeting, Objection, Participant, Person, Run, Settlement
from chiso.web.models.phases import ALLOWED, may

_RUN = ("cycle__organiser", "by", "settlement")


def watched(person: Person | AnonymousUser, code: str) -> Cycle:
    """A cycle with its runs: to organiser, council, verifiers, auditor and administrator."""
    allowed(person, "see_runs")
    return cycle(person, code)


def runs(found: Cycle) -> QuerySet[Run]:
    """The runs of a cycle, newest first."""
    return found.runs.select_related("by", "settlement").order_by("-number")


def run(person: Person | AnonymousUser, code: str, number: int) -> Run:
    """A run of a cycle; Http404 where there is none."""
    found = watched(person, code).runs.select_related(*_RUN).filter(number=number).first()
    if found is None:
        raise Http404
    return found


def finished(person: Person | AnonymousUser, code: str, number: int) -> Run:
    """A run whose scores are there."""
    found = run(person, code, number)
    if found.done_at is None:
        raise Http404
    return found


def finished_others(found: Run) -> QuerySet[Run]:
    """The other finished runs of the cycle, newest first: what a run may be compared with."""
    return runs(found.cycle).filter(done_at__isnull=False).exclude(pk=found.pk)


def place_of(found: Cycle, unit: str) -> Participant:
    """A unit in a cycle that the person watches; Http404 where it is not assessed there."""
    related = found.participants.select_related("unit", "cycle", "submission")
    participant = related.filter(unit__code=unit).exclude(status="feeder").first()
    if participant is None:
        raise Http404
    return participant


def can(person: Person | AnonymousUser, verb: str, found: Cycle) -> bool:
    """Whether one of the person's roles may do this where the cycle stands."""
    return may(roles(person), verb, found.phase)


def unconfirmed(found: Cycle) -> list[Participant]:
    """The ranked units that have not confirmed the answers that count now."""
    return list(unconfirmed_units(found))


def acting(person: Person | AnonymousUser, code: str, verb: str) -> tuple[Person, Cycle]:
    """Who acts, and the cycle; PermissionDenied where none of their roles does this in any phase.

    Whether the cycle stands where it can be done is the action's to say, so that it is told and not only refused.
    """
    known, found = somebody(person), cycle(person, code)
    if may(roles(known), verb, found.phase) or any(roles(known) & each.get(verb, set()) for each in ALLOWED.values()):
        return known, found
    raise PermissionDenied


@dataclass(frozen=True)
class Result:
    """The settlements of a cycle, newest first, and its newest run."""

    settlements: list[Settlement]
    newest: Run | None

    @property
    def last(self) -> Settlement | None:
        """The settlement that counts."""
        return self.settlements[0] if self.settlements else None


def result(found: Cycle) -> Result:
    """Where the result of a cycle stands."""
    related = Settlement.objects.select_related("run", "by", "supersedes__run")
    return Result(list(related.filter(run__cycle=found).order_by("-at")), runs(found).first())


def meetings(found: Cycle) -> QuerySet[Meeting]:
    """The meetings of the council on the runs of a cycle, newest first."""
    return Meeting.objects.select_related("run", "by").filter(run__cycle=found).order_by("-on", "-pk")


def objections(found: Cycle) -> QuerySet[Objection]:
    """What units hold against their results, those without a reply first."""
    related = Objection.objects.select_related("participant__unit", "by", "replied_by")
    return related.filter(participant__cycle=found).order_by("replied_at", "at")


def objection(found: Cycle, id: int) -> Objection:
    """One objection of a cycle; Http404 where there is none."""
    told = objections(found).filter(pk=id).first()
    if told is None:
        raise Http404
    return told
