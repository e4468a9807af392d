"""The history of a whole cycle, to those who see all units: its own chain and those of its units."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from chiso.web.access.cycle import overseen
from chiso.web.bridge.chains import chains_of, cycle_chain, unit_chain
from chiso.web.models import Chain, Cycle, Entry, Person

PER_PAGE = 100


@dataclass(frozen=True)
class Asked:
    """Which entries are wanted: of a unit by its code (`-`: of the cycle itself), of an act, of somebody; "" for all.

    before: only entries that were written before the one with this number in the database; 0 for the newest.
    """

    unit: str = ""
    verb: str = ""
    by: str = ""
    before: int = 0


@dataclass(frozen=True)
class Page:
    """The wanted entries, newest first; older: where the next page begins, 0 where there is none."""

    cycle: Cycle
    entries: list[Entry]
    older: int


CYCLE_ALONE = "-"


def asked_of(told: Mapping[str, str]) -> Asked:
    """What an address asks for."""
    before = told.get("before", "")
    number = int(before) if before.isascii() and before.isdigit() and len(before) < 19 else 0
    unit, verb, by = (told.get(name, "").strip()[:150] for name in ("unit", "verb", "by"))
    return Asked(unit, verb, by, number)


def history(person: Person | AnonymousUser, code: str, asked: Asked) -> Page:
    """A page of the history; not counted, since a cycle of thousands of units has millions of entries."""
    cycle, found = everything(person, code, asked)
    if asked.before:
        found = found.filter(pk__lt=asked.before)
    entries = list(found.order_by("-pk")[: PER_PAGE + 1])
    older = entries[PER_PAGE - 1].pk if len(entries) > PER_PAGE else 0
    return Page(cycle, entries[:PER_PAGE], older)


def everything(person: Person | AnonymousUser, code: str, asked: Asked) -> tuple[Cycle, QuerySet[Entry]]:
    """All wanted entries, oldest first, for a file."""
    cycle = overseen(person, code)
    found = Entry.objects.filter(chain__in=_chains(cycle, asked.unit)).select_related("chain").order_by("pk")
    if asked.verb:
        found = found.filter(verb=asked.verb)
    return cycle, found.filter(by=asked.by) if asked.by else found


def _chains(cycle: Cycle, unit: str) -> QuerySet[Chain]:
    if not unit:
        return chains_of(cycle.code).order_by()
    key = cycle_chain(cycle.code) if unit == CYCLE_ALONE else unit_chain(cycle.code, unit)
    return Chain.objects.filter(key=key).order_by()
