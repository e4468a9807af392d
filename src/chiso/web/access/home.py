"""What there is to do for somebody now: their own form, the cycles that they organise or oversee, what is announced."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from chiso.web.access.cycle import WIDE, seen
from chiso.web.access.people import roles, somebody
from chiso.web.access.submission import OWN
from chiso.web.bridge.board import totals
from chiso.web.bridge.calendar import closes_at
from chiso.web.models import Announcement, Cycle, Participant, Person, Phase
from chiso.web.models.cycle import Status
from chiso.web.models.people import Role
from chiso.web.models.phases import may
from chiso.web.models.submission import State

SOON = timedelta(days=7)
ANNOUNCED = 3
"""So many announcements stand on the page."""


@dataclass(frozen=True)
class Form:
    """A form of one's own unit.

    collects: whether subordinate units answer for it; confirmable: whether the leader may confirm its answers.
    """

    participant: Participant
    due: datetime | None
    open: bool
    late: bool
    soon: bool
    collects: bool
    confirmable: bool


@dataclass(frozen=True)
class Standing:
    """A cycle and how many units stand where; empty counts for those who do not see all units."""

    cycle: Cycle
    counts: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Home:
    """Everything on the page; leads: whether somebody closes the forms."""

    forms: list[Form]
    answers: bool
    leads: bool
    running: list[Standing]
    finished: list[Cycle]
    announcements: list[Announcement]


def home(person: Person | AnonymousUser) -> Home:
    """What there is to do; forms of cycles that are published are work no more."""
    known, now = somebody(person), timezone.now()
    held, cycles = roles(known), list(seen(known))
    going = [cycle for cycle in cycles if cycle.phase != Phase.PUBLISHED]
    wide = may(held, "see_all")
    shown = going if wide or held & WIDE else []
    return Home(
        forms=[_form(each, now) for each in _own(known, going)],
        answers=bool(held & OWN),
        leads=Role.LEADER in held,
        running=[Standing(cycle, totals(cycle, now) if wide else {}) for cycle in shown],
        finished=[cycle for cycle in cycles if cycle.phase == Phase.PUBLISHED],
        announcements=list(
            Announcement.objects.filter(cycle__in=going).select_related("cycle").order_by("-at")[:ANNOUNCED]
        ),
    )


def _own(person: Person, cycles: list[Cycle]) -> list[Participant]:
    if person.unit_id is None:
        return []
    found = Participant.objects.filter(cycle__in=cycles, unit=person.unit_id).exclude(status=Status.EXCLUDED)
    return list(found.select_related("cycle", "unit", "submission").order_by("-cycle__year"))


def _form(participant: Participant, now: datetime) -> Form:
    due, submission = closes_at(participant, Phase.COLLECTING), participant.submission
    writes = participant.cycle.phase == Phase.COLLECTING or submission.reopened > 0
    pending = writes and submission.state != State.CLOSED
    return Form(
        participant,
        due,
        open=pending and (due is None or now < due),
        late=pending and due is not None and due <= now,
        soon=pending and due is not None and now < due <= now + SOON,
        collects=participant.feeders.exists(),
        confirmable=_confirmable(participant),
    )


def _confirmable(participant: Participant) -> bool:
    """Whether a confirmation is due that was not given."""
    which = {Phase.COLLECTING: 1, Phase.VERIFYING: 1, Phase.VERIFYING_AGAIN: 2}.get(Phase(participant.cycle.phase))
    submission = participant.submission
    return (
        which is not None
        and submission.state == State.CLOSED
        and not submission.confirmations.filter(which=which).exists()
    )
