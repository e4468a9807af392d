"""The histories of all cycles, verified."""

from __future__ import annotations

from dataclasses import dataclass

from chiso.engine.errors import InputError, Problem
from chiso.messages import message
from chiso.web.bridge.chains import Broken, broken, chains_of
from chiso.web.models import Chain, Cycle, Entry


@dataclass(frozen=True)
class Verified:
    """How many chains and entries a cycle's history has, and what does not hold in it."""

    cycle: str
    chains: int
    entries: int
    broken: tuple[Broken, ...]


def verified(code: str | None = None) -> list[Verified]:
    """The history of a cycle, or of every one and of the accounts; InputError where there is no such cycle."""
    codes = list(Cycle.objects.order_by("code").values_list("code", flat=True))
    if code is not None and code not in codes:
        expected = message("one of {names}", names=", ".join(codes) or "–")
        raise InputError([Problem("CYCLE", message("the cycle {code}", code=code), expected, message("name one"))])
    wanted = [code] if code is not None else [*codes, *_others(codes)]
    return [_verified(each) for each in wanted]


def _others(codes: list[str]) -> list[str]:
    """The chains of no cycle, as that of the accounts, or of a cycle that was taken out of the database."""
    found = {key.partition("/")[0] for key in Chain.objects.values_list("key", flat=True)}
    return sorted(found - set(codes))


def _verified(code: str) -> Verified:
    chains = chains_of(code)
    return Verified(code, chains.count(), Entry.objects.filter(chain__in=chains).count(), tuple(broken(code)))
