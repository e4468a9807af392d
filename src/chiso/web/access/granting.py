"""Grants, to those who see runs; the council grants, but never to its members' own units."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.core.paginator import Page, Paginator
from django.http import Http404

from chiso.web.access.people import roles, somebody
from chiso.web.access.scoring import place_of, watched
from chiso.web.models import Cycle, Evidence, Grant, Participant, Person
from chiso.web.models.cycle import Status
from chiso.web.models.people import Role
from chiso.web.models.phases import may

PER_PAGE = 50


@dataclass(frozen=True)
class Granted:
    """A page of the ranked units of a cycle, each with its grants."""

    cycle: Cycle
    page: Page[Participant]
    words: str
    only: bool


def grants(person: Person | AnonymousUser, code: str, asked: Mapping[str, str]) -> Granted:
    """The units that are asked for: by words in the name, or only those with grants."""
    cycle, words, only = watched(person, code), asked.get("words", "").strip()[:100], asked.get("only") == "1"
    found = cycle.participants.filter(status=Status.RANKED).select_related("unit", "submission").order_by("place", "pk")
    found = found.filter(name__icontains=words) if words else found
    found = found.filter(grants__isnull=False).distinct() if only else found
    pages = Paginator(found.prefetch_related("grants__by", "grants__evidence"), PER_PAGE)
    return Granted(cycle, pages.get_page(asked.get("page", "1")), words, only)


def participant(person: Person | AnonymousUser, code: str, unit: str) -> tuple[Participant, dict[str, Grant]]:
    """A unit and what was granted to it, by criterion."""
    found = place_of(watched(person, code), unit)
    return found, {each.criterion: each for each in found.grants.select_related("by", "evidence")}


def granter(person: Person | AnonymousUser, found: Participant) -> Person:
    """A member of the council who grants to this unit; PermissionDenied for others and for their own unit."""
    known = somebody(person)
    if Role.COUNCIL not in roles(known) or known.unit_id == found.unit_id:
        raise PermissionDenied
    return known


def may_grant(person: Person | AnonymousUser, found: Participant) -> bool:
    """Whether somebody may grant points to a unit now."""
    known = somebody(person)
    return may(roles(known), "grant", found.cycle.phase) and known.unit_id != found.unit_id


def file(person: Person | AnonymousUser, code: str, unit: str, id: int) -> Evidence:
    """The file of a grant; Http404 where this is none."""
    found, _grants = participant(person, code, unit)
    piece = Evidence.objects.filter(pk=id, submission__participant=found).first()
    if piece is None or not Grant.objects.filter(participant=found, evidence=piece).exists():
        raise Http404
    return piece
