"""The chains of history: what an entry's digest covers, and which entry does not follow from the one before."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC

from django.db.models import QuerySet

from chiso.bundle.digests import canonical, digest
from chiso.messages import Message, message
from chiso.web.models import Chain, Entry, Seal

WHY: Mapping[str, Message] = {
    "number": message("an entry before it is missing, or its number was changed"),
    "previous": message("it does not follow from the entry before"),
    "content": message("what it says was changed after it was written"),
    "head": message("the last entries were taken out, or added without the application"),
    "seal": message("the chain is not the one that was sealed, or the seal was changed"),
}
"""In words, why something does not hold."""
NONE = ""
"""What the first entry of a chain has for the digest of the one before."""


@dataclass(frozen=True)
class Broken:
    """An entry or a seal that does not hold; number: 0 for a chain's head, or for a seal; why: a key of WHY."""

    chain: str
    number: int
    why: str


def cycle_chain(cycle: str) -> str:
    """The key of a cycle's own chain."""
    return cycle


def unit_chain(cycle: str, unit: str) -> str:
    """The key of a unit's chain in a cycle."""
    return f"{cycle}/{unit}"


def chains_of(cycle: str) -> QuerySet[Chain]:
    """The chains of a cycle: its own, and that of each of its units."""
    return Chain.objects.filter(key=cycle_chain(cycle)) | Chain.objects.filter(key__startswith=unit_chain(cycle, ""))


def entry_digest(entry: Entry, chain: str) -> str:
    """What the digest of an entry must be."""
    content = {
        "chain": chain,
        "number": entry.number,
        "at": entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "by": entry.by,
        "verb": entry.verb,
        "subject": entry.subject,
        "what": json.loads(entry.what),
        "previous": entry.previous,
    }
    return digest(canonical(content).encode())


def broken(cycle: str) -> Iterator[Broken]:
    """The first entry of each chain of a cycle that was changed, taken out or put in, and every seal that fails."""
    keys = {cycle_chain(cycle)}
    for chain in chains_of(cycle):
        keys.add(chain.key)
        yield from _broken_chain(chain)
    for seal in Seal.objects.filter(cycle=cycle):
        yield from _broken_seal(seal, keys)


def _broken_chain(chain: Chain) -> Iterator[Broken]:
    previous, count = NONE, 0
    for entry in chain.entries.order_by("number").iterator():
        count += 1
        why = _why(entry, chain.key, count, previous)
        if why:
            yield Broken(chain.key, entry.number, why)
            return
        previous = entry.digest
    if (chain.length, chain.head) != (count, previous):
        yield Broken(chain.key, 0, "head")


def _why(entry: Entry, chain: str, number: int, previous: str) -> str:
    """What is wrong with an entry: `number`, `previous`, `content`; nothing where it holds."""
    if entry.number != number:
        return "number"
    if entry.previous != previous:
        return "previous"
    try:
        return "" if entry_digest(entry, chain) == entry.digest else "content"
    except ValueError:
        return "content"


def _broken_seal(seal: Seal, keys: set[str]) -> Iterator[Broken]:
    """A seal whose text was changed, or that names a head which its chain does not have."""
    if digest(seal.heads.encode()) != seal.digest:
        yield Broken(seal.cycle, 0, "seal")
        return
    for key, (length, head) in json.loads(seal.heads).items():
        found = Entry.objects.filter(chain__key=key, number=length).values_list("digest", flat=True).first()
        if key not in keys or found != head:
            yield Broken(key, length, "seal")
