"""The form of a unit, to that unit and to those who see all."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import Http404

from chiso.web.access.cycle import seen
from chiso.web.access.people import roles, somebody
from chiso.web.models import Person, Submission, Upload
from chiso.web.models.people import Role
from chiso.web.models.phases import may

OWN = frozenset({Role.REPORTER, Role.LEADER})
_RELATED = ("participant__unit", "participant__cycle", "participant__collects_for")


def read(person: Person | AnonymousUser, code: str, unit: str) -> Submission:
    """The form of a unit in a cycle: to its own people, to those of the unit it collects for, and to who sees all.

    Http404 for anybody else: one unit does not learn what another one has.
    """
    known = somebody(person)
    found = Submission.objects.select_related(*_RELATED)
    cycles = seen(known).filter(code=code)
    submission = found.filter(participant__cycle__in=cycles, participant__unit__code=unit).order_by().first()
    if submission is None or not (own(known, submission) or above(known, submission) or may(roles(known), "see_all")):
        raise Http404
    return submission


def answered(person: Person | AnonymousUser, code: str, unit: str) -> Submission:
    """The form, to somebody of the unit who may change it; whether it is open now is the action's to say."""
    submission = read(person, code, unit)
    if not (own(somebody(person), submission) and roles(person) & OWN):
        raise PermissionDenied
    return submission


def closed(person: Person | AnonymousUser, code: str, unit: str) -> Submission:
    """The form, to the leader of the unit, who closes and confirms it."""
    submission = answered(person, code, unit)
    if Role.LEADER not in roles(person):
        raise PermissionDenied
    return submission


def own(person: Person, submission: Submission) -> bool:
    """Whether the form is that of somebody's unit."""
    return person.unit_id is not None and person.unit_id == submission.participant.unit_id


def above(person: Person, submission: Submission) -> bool:
    """Whether the unit collects from the one whose form this is."""
    collecting = submission.participant.collects_for
    return collecting is not None and person.unit_id is not None and collecting.unit_id == person.unit_id


def answers(person: Person, submission: Submission) -> bool:
    """Whether somebody is one of those who fill in this form."""
    return own(person, submission) and bool(roles(person) & OWN)


def leads(person: Person, submission: Submission) -> bool:
    """Whether somebody is the leader of the unit whose form it is."""
    return own(person, submission) and Role.LEADER in roles(person)


def about(person: Person, submission: Submission) -> dict[str, Any]:
    """What every page of a form shows around itself: whose form it is, in which cycle, whether one fills it in."""
    participant = submission.participant
    return {
        "submission": submission,
        "participant": participant,
        "cycle": participant.cycle,
        "answers": answers(person, submission),
    }


def upload(submission: Submission, number: int) -> Upload:
    """An upload of a form; Http404 where it is of another one."""
    found: Upload | None = submission.uploads.filter(pk=number).first()
    if found is None:
        raise Http404
    return found
