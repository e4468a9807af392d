"""Whether the history of a cycle holds, to those who see all units."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser

from chiso.language import sentence
from chiso.web.access.cycle import overseen
from chiso.web.access.history import Asked, everything
from chiso.web.bridge.chains import WHY
from chiso.web.bridge.verifying import Verified
from chiso.web.bridge.verifying import verified as checked
from chiso.web.models import Cycle, Person

MOST = 200_000
"""Entries that a page looks through, in some seconds; the command `chiso verify-history` looks through any number."""


@dataclass(frozen=True)
class Found:
    """What was looked through, and what does not hold: chain, number and why; told: None where it is too much."""

    told: Verified | None
    broken: list[tuple[str, int, str]]
    entries: int


def verified(person: Person | AnonymousUser, code: str) -> tuple[Cycle, Found]:
    """A cycle and what became of its history."""
    cycle = overseen(person, code)
    count = everything(person, code, Asked())[1].count()
    if count > MOST:
        return cycle, Found(None, [], count)
    told = checked(code)[0]
    return cycle, Found(told, [(each.chain, each.number, sentence(WHY[each.why])) for each in told.broken], count)
