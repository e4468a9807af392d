"""Entries of history, and the seals at each change of phase."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from chiso.bundle.digests import canonical, digest
from chiso.web.bridge.chains import NONE, chains_of, entry_digest
from chiso.web.models import Chain, Entry, Person, Seal

MANY = 500
"""Rows that one statement writes or asks for."""


def locked(key: str) -> Chain:
    """The chain of a key, made where there is none; nobody else writes to it until the transaction ends."""
    found = Chain.objects.select_for_update().filter(key=key).order_by().first()
    if found is not None:
        return found
    Chain.objects.get_or_create(key=key)
    return Chain.objects.select_for_update().get(key=key)


def record(
    chain: Chain,
    verb: str,
    *,
    by: Person | None,
    subject: str = "",
    what: Mapping[str, object] | None = None,
    at: datetime | None = None,
    key: str = "",
) -> Entry:
    """The new last entry of a chain that `locked` gave in this transaction; key: that of the request."""
    entry = _next(chain, verb, by, subject, what or {}, at or timezone.now(), key)
    entry.save(force_insert=True)
    chain.save(update_fields=("head", "length"))
    return entry


def locked_all(keys: Iterable[str]) -> dict[str, Chain]:
    """The chains of many keys, made where there are none, in the one order that keeps two such writers apart."""
    wanted = sorted(set(keys))
    Chain.objects.bulk_create((Chain(key=key) for key in wanted), ignore_conflicts=True, batch_size=MANY)
    found: dict[str, Chain] = {}
    for start in range(0, len(wanted), MANY):
        rows = Chain.objects.select_for_update().filter(key__in=wanted[start : start + MANY]).order_by("key")
        found.update({chain.key: chain for chain in rows})
    return found


def record_all(
    chains: Mapping[str, Chain], verb: str, *, by: Person, whats: Mapping[str, Mapping[str, object]], at: datetime
) -> None:
    """One entry at the end of each of these chains, which `locked_all` gave, with what was done to each."""
    entries = [_next(chains[key], verb, by, "", what, at, "") for key, what in sorted(whats.items())]
    Entry.objects.bulk_create(entries, batch_size=MANY)
    Chain.objects.bulk_update([chains[key] for key in whats], ("head", "length"), batch_size=100)


def _next(
    chain: Chain, verb: str, by: Person | None, subject: str, what: Mapping[str, object], at: datetime, key: str
) -> Entry:  # fmt: skip
    """The entry that follows the last one of a chain, unsaved; the chain, unsaved too, ends with it."""
    entry = Entry(
        chain=chain,
        number=chain.length + 1,
        at=at,
        by=by.get_username() if by is not None else "",
        verb=verb,
        subject=subject,
        what=canonical(dict(what)),
        previous=chain.head or NONE,
        key=key or None,
    )
    entry.digest = entry_digest(entry, chain.key)
    chain.head, chain.length = entry.digest, entry.number
    return entry


def done(chain: Chain, key: str) -> bool:
    """Whether a request with this key was carried out already."""
    return bool(key) and Entry.objects.filter(chain=chain, key=key).exists()


@transaction.atomic
def seal(cycle: str, phase: str, *, at: datetime | None = None) -> Seal:
    """The seal over all chains of a cycle as they stand."""
    heads = canonical({chain.key: [chain.length, chain.head] for chain in chains_of(cycle) if chain.length})
    return Seal.objects.create(
        cycle=cycle, phase=phase, at=at or timezone.now(), heads=heads, digest=digest(heads.encode())
    )
