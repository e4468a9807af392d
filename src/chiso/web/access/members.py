"""People, to those who manage them."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone

from chiso.web.access.cycle import organised
from chiso.web.access.people import allowed
from chiso.web.models import Cycle, Invitation, Person, Unit
from chiso.web.models.cycle import Status

PER_PAGE = 50


def members(person: Person | AnonymousUser, words: str, number: str) -> Page[Person]:
    """A page of the people whose name, unit or address has some words."""
    allowed(person, "manage_people")
    found = Person.objects.select_related("unit", "office").prefetch_related("duties").order_by("username")
    if words:
        found = found.filter(
            Q(username__icontains=words) | Q(name__icontains=words) | Q(email__icontains=words)
            | Q(unit__name__icontains=words)
        )  # fmt: skip
    return Paginator(found, PER_PAGE).get_page(number)


def member(person: Person | AnonymousUser, username: str) -> Person:
    """Somebody, to who manages people; Http404 where there is nobody of this name."""
    allowed(person, "manage_people")
    return get_object_or_404(Person.objects.select_related("unit"), username=username)


def invitations(person: Person | AnonymousUser) -> QuerySet[Invitation]:
    """The invitations that nobody has taken up yet."""
    allowed(person, "manage_people")
    return Invitation.objects.select_related("unit", "by").filter(used_at=None, until__gt=timezone.now())


def without_people(person: Person | AnonymousUser, code: str) -> tuple[Cycle, list[Unit]]:
    """The units of a cycle that nobody belongs to."""
    cycle = organised(person, code)
    found = cycle.participants.exclude(status=Status.EXCLUDED).filter(unit__people=None).select_related("unit")
    return cycle, [each.unit for each in found]
