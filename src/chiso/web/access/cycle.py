"""Cycles, to those who take part in them."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from django.http import Http404

from chiso.web.access.people import allowed, roles, somebody
from chiso.web.models import Cycle, Person, Phase
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
