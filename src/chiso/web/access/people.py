"""Who somebody is: signed in, and with which roles."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied

from chiso.web.models import Person
from chiso.web.models.phases import may


def roles(person: Person | AnonymousUser) -> frozenset[str]:
    """The roles of somebody; none of a stranger. Read once for each request."""
    if not isinstance(person, Person) or not person.is_active:
        return frozenset()
    known: frozenset[str] | None = getattr(person, "_roles", None)
    if known is None:
        known = person.roles()
        person._roles = known  # type: ignore[attr-defined]
    return known


def somebody(person: Person | AnonymousUser) -> Person:
    """The person, signed in; PermissionDenied for a stranger, whom the page then asks to sign in."""
    if not isinstance(person, Person) or not person.is_active:
        raise PermissionDenied
    return person


def allowed(person: Person | AnonymousUser, verb: str, phase: str | None = None) -> Person:
    """The person, where one of their roles may do this (in this phase); PermissionDenied where none may."""
    known = somebody(person)
    if not may(roles(known), verb, phase):
        raise PermissionDenied
    return known
