"""The parts of a zipped document (DOCX, XLSX, ODS), unpacked in memory up to a limit and never to disk."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from chiso.tables.errors import Message, Unreadable, message

MOST_UNPACKED = 256 * 1024 * 1024
"""Bytes of the parts that are read, together."""
MOST_PARTS = 10_000
_CHUNK = 1024 * 1024
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, UnicodeDecodeError, ValueError, OSError)


@contextmanager
def _opened(raw: bytes, name: str) -> Iterator[tuple[zipfile.ZipFile, tuple[str, ...]]]:
    """The zip, opened once for all that is read of it, and the names of its parts."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(raw))
    except _BROKEN:
        raise broken(name) from None
    with archive:
        entries = archive.infolist()
        if len(entries) > MOST_PARTS:
            raise _refused(
                name, message("a zip of {count} parts", count=len(entries)), message("at most {most}", most=MOST_PARTS)
            )
        if any(entry.flag_bits & 1 for entry in entries):
            raise locked(name)
        yield archive, tuple(entry.filename for entry in entries)


def names(raw: bytes, name: str) -> tuple[str, ...]:
    """The names of the parts; Unreadable where the zip is broken, has a password or too many parts."""
    with _opened(raw, name) as (_, found):
        return found


def parts(raw: bytes, name: str, wanted: Callable[[str], bool], most: int = MOST_UNPACKED) -> dict[str, bytes]:
    """The wanted parts by name.

    Their size is counted while unpacking, since what a zip tells of its sizes may be false.

    Raises:
        Unreadable: the zip is broken, has a password, or unpacks to more than `most` bytes.
    """
    found: dict[str, bytes] = {}
    left = most
    with _opened(raw, name) as (archive, held):
        for part in held:
            if wanted(part) and part not in found:
                kept: list[bytes] = []
                left -= _unpacked(archive, name, part, left, kept)
                found[part] = b"".join(kept)
    return found


def weigh(raw: bytes, name: str, most: int = MOST_UNPACKED) -> None:
    """Unpacks everything to count its bytes, for readers that unpack by themselves; Unreadable beyond `most`."""
    left = most
    with _opened(raw, name) as (archive, held):
        for part in held:
            left -= _unpacked(archive, name, part, left, None)


def _unpacked(archive: zipfile.ZipFile, name: str, part: str, most: int, kept: list[bytes] | None) -> int:
    """How many bytes a part unpacks to; they are put into `kept` where that is a list."""
    size = 0
    try:
        with archive.open(part) as file:
            while chunk := file.read(_CHUNK):
                size += len(chunk)
                if size > most:
                    raise _too_large(name, part)
                if kept is not None:
                    kept.append(chunk)
    except _BROKEN:
        raise broken(f"{name}[{part[:80]}]") from None
    return size


def _too_large(name: str, part: str) -> Unreadable:
    most = f"{MOST_UNPACKED // (1024 * 1024)} MB"
    return _refused(
        f"{name}[{part[:80]}]", message("a document that unpacks to more than {most}", most=most),
        message("at most {most} in all", most=most),
    )  # fmt: skip


def broken(where: str) -> Unreadable:
    """The refusal of a damaged file."""
    return _refused(where, message("a damaged document"), message("a whole one"))


def locked(name: str) -> Unreadable:
    """The refusal of a file with a password."""
    return Unreadable(
        name, message("a document with a password"), message("one without"),
        message("open it with its password and save it without one"),
    )  # fmt: skip


def _refused(where: str, found: Message, expected: Message) -> Unreadable:
    return Unreadable(where, found, expected, message("save the document anew, or use another copy"))
