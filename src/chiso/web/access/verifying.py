"""Whether the history of a cycle holds, to those who see all units."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext_lazy as _

from chiso.web.access.cycle import overseen
from chiso.web.access.history import Asked, everything
from chiso.web.bridge.verifying import Verified
from chiso.web.bridge.verifying import verified as checked
from chiso.web.models import Cycle, Person

MOST = 200_000
"""Entries that a page looks through, in some seconds; the command `chiso verify-history` looks through any number."""
WHY = {
    "number": _("an entry before it is missing, or its number was changed"),
    "previous": _("it does not follow from the entry before"),
    "content": _("what it says was changed after it was written"),
    "head": _("the last entries were taken out, or added without the application"),
    "seal": _("the chain is not the one that was sealed, or the seal was changed"),
}


@dataclass(frozen=True)
class Found:
    """What was looked through, and what does not hold: chain, number and why; told: None where it is too much."""

    told: Verified | None
    broken: list[tuple[str, int, Any]]
    entries: int


def verified(person: Person | AnonymousUser, code: str) -> tuple[Cycle, Found]:
    """A cycle and what became of its history."""
    cycle = overseen(person, code)
    count = everything(person, code, Asked())[1].count()
    if count > MOST:
        return cycle, Found(None, [], count)
    told = checked(code)[0]
    return cycle, Found(told, [(each.chain, each.number, WHY[each.why]) for each in told.broken], count)
