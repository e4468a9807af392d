"""Verification, to those who verify, each what is assigned to them, and to those who see all units."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import Http404

from chiso.web.access.cycle import cycle as seen_cycle
from chiso.web.access.cycle import organised
from chiso.web.access.people import roles, somebody
from chiso.web.bridge.scope import DOUBLE, Scope, scope
from chiso.web.bridge.sheet import question_of, questions_of
from chiso.web.bridge.worklist import COUNTED, Reader, Wanted, rows
from chiso.web.models import Assignment, Cycle, Evidence, Explanation, Person, Risk, Submission, Visit
from chiso.web.models.people import Role
from chiso.web.models.phases import may

PER_PAGE = 50
_RELATED = ("participant__unit", "participant__cycle__previous", "participant__collects_for__unit")


@dataclass(frozen=True)
class Verifying:
    """A cycle as somebody verifies it; oversees: whether they only look, at all units but their own."""

    cycle: Cycle
    person: Person
    reader: Reader
    oversees: bool

    @property
    def open(self) -> bool:
        """Whether verdicts are given now, by this person."""
        return not self.oversees and may(roles(self.person), "verify", self.cycle.phase)

    @property
    def scope(self) -> Scope:
        """What they were assigned."""
        return self.reader.scope or Scope()


class Capped(Paginator[Risk]):
    """Pages of a list that may be too long to count: beyond 10,000 rows it has that many."""

    @cached_property
    def count(self) -> int:
        """How many rows there are, or 10,001."""
        found = self.object_list
        return found[: COUNTED + 1].count() if isinstance(found, QuerySet) else len(found)

    @property
    def capped(self) -> bool:
        """Whether there are more rows than were counted."""
        return self.count > COUNTED


def verifying(person: Person | AnonymousUser, code: str, *, double: bool = False) -> Verifying:
    """A cycle to a verifier, or to who sees all; PermissionDenied for others. double: as the blind second one."""
    known = somebody(person)
    cycle = seen_cycle(known, code)
    held = roles(known)
    own = Submission.objects.filter(participant__cycle=cycle, participant__unit=known.unit_id)
    mine = frozenset(own.values_list("pk", flat=True)) if known.unit_id else frozenset()
    if Role.VERIFIER in held:
        found = scope(known, cycle)
        if found.parts or not may(held, "see_all"):
            return Verifying(cycle, known, Reader(known.pk, found, mine, double), oversees=False)
    if not may(held, "see_all"):
        raise PermissionDenied
    return Verifying(cycle, known, Reader(known.pk, None, mine), oversees=True)


def page(told: Verifying, wanted: Wanted, number: str) -> tuple[Page[Risk], QuerySet[Risk]]:
    """A page of the rows that are wanted, and all of them."""
    found = rows(told.cycle, told.reader, wanted)
    return Capped(found, PER_PAGE).get_page(number), found


def unit(person: Person | AnonymousUser, code: str, unit: str) -> tuple[Verifying, Submission]:
    """A unit's form to who verifies any answer of it, or sees all; Http404 for others, and for the own unit."""
    told = verifying(person, code)
    found = Submission.objects.select_related(*_RELATED)
    submission = found.filter(participant__cycle=told.cycle, participant__unit__code=unit).first()
    if submission is None or submission.pk in told.reader.own:
        raise Http404
    if not told.oversees and not told.scope.covers(submission.pk):
        raise Http404
    return told, submission


@dataclass(frozen=True)
class Judging:
    """One answer as somebody looks at it; mode: `first`, `double`, or "" for who only looks."""

    told: Verifying
    submission: Submission
    question: str
    case: str
    mode: str

    @property
    def double(self) -> bool:
        """Whether it is looked at as a blind second check: what others said of it is not shown."""
        return self.mode == DOUBLE

    @property
    def open(self) -> bool:
        """Whether this person may give a verdict now."""
        return bool(self.mode) and self.told.open


def answer(person: Person | AnonymousUser, code: str, name: str, question: str, case: str) -> Judging:
    """One answer, to who verifies it or sees all; Http404 for others, and where the form does not ask it."""
    told, submission = unit(person, code, name)
    participant = submission.participant
    asked = question_of(participant.cycle, participant.block, question)
    if asked is None or bool(case) != (asked.per is not None) or len(case) > 200:
        raise Http404
    mode = "" if told.oversees else told.scope.mode(submission.pk, question)
    if not mode and not told.oversees:
        raise Http404
    return Judging(told, submission, question, case, mode)


def evidence(person: Person | AnonymousUser, code: str, name: str, id: int) -> Evidence:
    """A piece of evidence, to who verifies an answer that it speaks for, or sees all; Http404 for others."""
    told, submission = unit(person, code, name)
    piece = submission.evidence.filter(pk=id, removed_at=None).first()
    if piece is None:
        raise Http404
    spoken = set(piece.supports.values_list("question", flat=True))
    mine = told.oversees or not spoken or any(told.scope.mode(submission.pk, each) for each in spoken)
    if not mine:
        raise Http404
    return piece


def visits(told: Verifying, submission: Submission) -> bool:
    """Whether somebody may note a check on site of a unit now: any of their verdicts on it counts."""
    parts = told.scope.parts
    return told.open and any(not part.double and part.submission in (None, submission.pk) for part in parts)


def visit(told: Verifying, submission: Submission, id: int) -> Visit:
    """A check on site of a unit that `unit` gave; Http404 for a blind second verifier, who is told nothing of it."""
    found = submission.visits.select_related("by", "minutes", "submission__participant").filter(pk=id).first()
    if found is None or blind(told, submission):
        raise Http404
    return found


def blind(told: Verifying, submission: Submission) -> bool:
    """Whether somebody checks any answer of a unit as the blind second one, and is not told what others said."""
    parts = told.scope.parts
    return not told.oversees and any(part.double and part.submission in (None, submission.pk) for part in parts)


def judgeable(told: Verifying, submission: Submission) -> frozenset[str]:
    """The questions of a unit that somebody may look at: all for who oversees."""
    participant = submission.participant
    questions = questions_of(participant.cycle, participant.block)
    return frozenset(id for id in questions if told.oversees or told.scope.mode(submission.pk, id))


def assignments(person: Person | AnonymousUser, code: str) -> tuple[Cycle, QuerySet[Assignment]]:
    """Who verifies what, to an organiser."""
    cycle = organised(person, code)
    found = cycle.assignments.select_related("person", "participant__unit", "cycle")
    return cycle, found.order_by("person__username", "participant__place", "criterion")


def assignment(person: Person | AnonymousUser, code: str, id: int) -> Assignment:
    """One assignment, to an organiser."""
    _cycle, found = assignments(person, code)
    one = found.filter(pk=id).first()
    if one is None:
        raise Http404
    return one


def explanation(submission: Submission, id: int) -> Explanation:
    """What a unit is asked to explain; Http404 where it is another's, or the unit does not see it yet."""
    found = submission.explanations.filter(pk=id).select_related("submission__participant__cycle", "asked_by").first()
    if found is None:
        raise Http404
    return found


def wanted_of(asked: Mapping[str, str]) -> Wanted:
    """What an address asks the list for."""
    parts = {name: asked.get(name, "").strip()[:100] for name in ("unit", "criterion", "kind", "state", "words")}
    return Wanted(**parts)


def reader(judging: Judging) -> Reader:
    """The reader of one answer, in the mode in which they look at it."""
    return replace(judging.told.reader, double=judging.double)


def listed(judging: Judging, asked: Mapping[str, str]) -> QuerySet[Risk]:
    """The list that an answer was opened from, by the filters in its address."""
    return rows(judging.told.cycle, reader(judging), wanted_of(asked))
