"""Files of evidence in their folder, each under the digest of its bytes."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings


class TooLarge(Exception):
    """A file that is larger than one may be; nothing of it was kept."""


@dataclass(frozen=True)
class Received:
    """A file on its way in: where it lies for now, the SHA-256 of its bytes, and how many there are."""

    path: Path
    digest: str
    size: int


def receive(chunks: Iterable[bytes], limit: int) -> Received:
    """The bytes written to a file of their own, on disk for certain; TooLarge beyond the limit.

    Whoever calls keeps it or discards it.
    """
    folder = _folder() / "incoming"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    digest, size = hashlib.sha256(), 0
    descriptor, name = tempfile.mkstemp(dir=folder)
    path = Path(name)
    whole = False
    try:
        with os.fdopen(descriptor, "wb") as file:
            for chunk in chunks:
                size += len(chunk)
                if size > limit:
                    raise TooLarge
                digest.update(chunk)
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
        whole = True
    finally:
        if not whole:
            path.unlink(missing_ok=True)
    return Received(path, digest.hexdigest(), size)


def keep(received: Received) -> Path:
    """The place of a file among those that stay; the same bytes are kept once."""
    place = place_of(received.digest)
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if place.exists():
        received.path.unlink(missing_ok=True)
        return place
    received.path.replace(place)
    _settled(place.parent)
    return place


def discard(received: Received) -> None:
    """Removes a file that is not kept."""
    received.path.unlink(missing_ok=True)


def place_of(digest: str) -> Path:
    """Where the bytes with this digest lie."""
    return _folder() / digest[:2] / digest


def _folder() -> Path:
    return Path(settings.EVIDENCE_FOLDER)


def _settled(folder: Path) -> None:
    """Puts the names in a folder on disk: without it a cut of power may lose a file that was just moved there."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
