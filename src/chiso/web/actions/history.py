"""Entries of history, and the seals at each change of phase."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from chiso.bundle.digests import canonical, digest
from chiso.web.bridge.chains import NONE, cycle_chain, entry_digest
from chiso.web.models import Chain, Entry, Person, Seal


def locked(key: str) -> Chain:
    """The chain of a key, made where there is none; nobody else writes to it until the transaction ends."""
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
    entry = Entry(
        chain=chain,
        number=chain.length + 1,
        at=at or timezone.now(),
        by=by.get_username() if by is not None else "",
        verb=verb,
        subject=subject,
        what=canonical(dict(what or {})),
        previous=chain.head or NONE,
        key=key or None,
    )
    entry.digest = entry_digest(entry, chain.key)
    entry.save(force_insert=True)
    chain.head, chain.length = entry.digest, entry.number
    chain.save(update_fields=("head", "length"))
    return entry


def done(chain: Chain, key: str) -> bool:
    """Whether a request with this key was carried out already."""
    return bool(key) and Entry.objects.filter(chain=chain, key=key).exists()


@transaction.atomic
def seal(cycle: str, phase: str, *, at: datetime | None = None) -> Seal:
    """The seal over all chains of a cycle as they stand."""
    chains = Chain.objects.filter(key=cycle_chain(cycle)) | Chain.objects.filter(key__startswith=f"{cycle}/")
    heads = canonical({chain.key: [chain.length, chain.head] for chain in chains if chain.length})
    return Seal.objects.create(
        cycle=cycle, phase=phase, at=at or timezone.now(), heads=heads, digest=digest(heads.encode())
    )
