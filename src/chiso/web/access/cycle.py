"""Cycles, to those who take part in them."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from django.http import Http404

from chiso.web.access.people import allowed, roles, somebody
from chiso.web.models import Announcement, Cycle, Participant, Person, Phase, Window
from chiso.web.models.people import Role
from chiso.web.models.phases import may

WIDE = frozenset({Role.VERIFIER, Role.COUNCIL})
"""The roles that see that a cycle exists although their unit is not in it."""


def seen(person: Person | AnonymousUser) -> QuerySet[Cycle]:
    """The cycles that somebody sees, newest first: all of them, or once they have begun, those of their unit."""
    known = somebody(person)
    cycles = Cycle.objects.select_related("previous")
    if may(roles(known), "see_all"):
        return cycles
    begun = cycles.exclude(phase=Phase.PREPARING)
    return begun if roles(known) & WIDE else begun.filter(participants__unit=known.unit_id)


def cycle(person: Person | AnonymousUser, code: str) -> Cycle:
    """A cycle that somebody may see; Http404 where they may not, or there is none."""
    found = seen(person).filter(code=code).first()
    if found is None:
        raise Http404
    return found


def organised(person: Person | AnonymousUser, code: str) -> Cycle:
    """A cycle, to an organiser."""
    allowed(person, "organise")
    return cycle(person, code)


def overseen(person: Person | AnonymousUser, code: str) -> Cycle:
    """A cycle with all its units, to those who see everything: organiser, administrator, auditor."""
    allowed(person, "see_all")
    return cycle(person, code)


@dataclass(frozen=True)
class Overview:
    """A cycle and what somebody sees of it; participant: their own unit's place in it, None where it has none."""

    cycle: Cycle
    participant: Participant | None
    organises: bool
    windows: list[Window]
    announcements: list[Announcement]


def overview(person: Person | AnonymousUser, code: str) -> Overview:
    """Where a cycle stands, for somebody who sees it."""
    found, known = cycle(person, code), somebody(person)
    mine = found.participants.filter(unit=known.unit_id) if known.unit_id else found.participants.none()
    return Overview(
        found,
        mine.select_related("submission", "unit").first(),
        may(roles(known), "organise"),
        list(found.windows.all()),
        list(found.announcements.select_related("by")[:10]),
    )
