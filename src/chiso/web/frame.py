"""What stands around every page: the links of the reader's roles, the languages, the product."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from chiso import __version__
from chiso.web.access.people import roles
from chiso.web.access.trying import accounts_to_try
from chiso.web.models.people import Role
from chiso.web.models.phases import may


@dataclass(frozen=True)
class Link:
    """A link of the head: the name of its URL, its words, and the roles that see it (none: everybody signed in)."""

    name: str
    label: Any
    roles: frozenset[str] = frozenset()


LINKS = (
    Link("home", _("Home")),
    Link("cycles", _("Assessments")),
    Link("published", _("Published results")),
    Link("people", _("People"), frozenset({Role.ADMINISTRATOR, Role.ORGANISER})),
)


def frame(request: HttpRequest) -> dict[str, Any]:
    """What `base.html` needs; the links are asked for only when a whole page is drawn."""
    return {
        "language": get_language() or settings.LANGUAGE_CODE,
        "languages": settings.LANGUAGES,
        "links": SimpleLazyObject(partial(_links, request)),
        "organises": SimpleLazyObject(partial(_may, request, "organise")),
        "sees_all": SimpleLazyObject(partial(_may, request, "see_all")),
        "verifies": SimpleLazyObject(partial(_may, request, "see_verification")),
        "sees_runs": SimpleLazyObject(partial(_may, request, "see_runs")),
        "sees_papers": SimpleLazyObject(partial(_may, request, "see_papers")),
        "demo": settings.DEMO,
        "accounts_to_try": accounts_to_try,
        "version": __version__,
    }


def _may(request: HttpRequest, verb: str) -> bool:
    """Whether the reader may do something whatever the phase, for links that only those see."""
    person = getattr(request, "user", None)
    return person is not None and may(roles(person), verb)


def _links(request: HttpRequest) -> list[dict[str, Any]]:
    person = getattr(request, "user", None)
    if person is None or not person.is_authenticated:
        return []
    return [_link(each, request.path) for each in seen(LINKS, roles(person))]


def seen(links: Iterable[Link], held: frozenset[str]) -> list[Link]:
    """The links that somebody of these roles sees."""
    return [each for each in links if not each.roles or each.roles & held]


def _link(link: Link, path: str) -> dict[str, Any]:
    address = reverse(link.name)
    return {"address": address, "label": link.label, "here": path == address}
