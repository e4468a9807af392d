"""The units of a cycle in the order of its register."""

from __future__ import annotations

from django.core.paginator import Page, Paginator

from chiso.web.models import Cycle, Participant

PER_PAGE = 100


def units(cycle: Cycle, number: str) -> Page[Participant]:
    """A page of them, each with its unit and the one that collects from it."""
    return Paginator(cycle.participants.select_related("unit", "collects_for"), PER_PAGE).get_page(number)
