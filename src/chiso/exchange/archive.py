"""The files of a zip that somebody else packed, read without writing any of them."""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from collections.abc import Iterator

from chiso.engine.errors import InputError, Message, message
from chiso.exchange.files import MOST_BYTES, megabytes, refused

MOST_UNPACKED = 4 * MOST_BYTES
"""Bytes of all files of a zip together."""
MOST_MEMBERS = 1000
_CHUNK = 1024 * 1024


def is_zip(raw: bytes) -> bool:
    """Whether the bytes begin as a zip does."""
    return raw[:4] in (b"PK\x03\x04", b"PK\x05\x06")


def members(raw: bytes, name: str, most: int = MOST_UNPACKED) -> dict[str, bytes]:
    """The files of a zip by their names, a folder around all of them left out; InputError where it is not safe.

    Refused: names that lead outside, links, passwords, two files of one name, too many files, and more than `most`
    bytes in all, counted while unpacking, since what a zip tells of its sizes may be false.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            found = dict(_unpacked(archive, name, most))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, UnicodeDecodeError, ValueError):
        raise _refused(name, message("a damaged zip"), message("a whole zip")) from None
    return _without_folder(found)


def _refused(where: str, found: Message, expected: Message) -> InputError:
    return refused(where, found, expected, message("pack it again, or use another copy"))


def _unpacked(archive: zipfile.ZipFile, name: str, most: int) -> Iterator[tuple[str, bytes]]:
    entries = archive.infolist()
    if len(entries) > MOST_MEMBERS:
        raise _refused(
            name, message("a zip of {count} files", count=len(entries)), message("at most {most}", most=MOST_MEMBERS)
        )
    seen: set[str] = set()
    left = most
    for entry in entries:
        where = f"{name}[{entry.filename[:80]}]"
        _check(entry, where)
        if entry.is_dir():
            continue
        if entry.filename in seen:
            raise _refused(where, message("two files of one name"), message("every name once"))
        seen.add(entry.filename)
        content = _content(archive, entry, left)
        if content is None:
            raise _refused(
                where, message("a zip that unpacks to more than {most}", most=megabytes(most)),
                message("at most {most} in all", most=megabytes(most)),
            )  # fmt: skip
        left -= len(content)
        yield entry.filename, content


def _check(entry: zipfile.ZipInfo, where: str) -> None:
    # `orig_filename` is what the zip says; zipfile cuts it at a NUL and turns the separators of the system.
    parts = entry.orig_filename.replace("\\", "/").split("/")
    outside = entry.orig_filename.startswith(("/", "\\")) or ".." in parts or ":" in parts[0]
    if outside or "\\" in entry.orig_filename or not entry.orig_filename.isprintable():
        raise _refused(where, message("a name that leads outside the zip"), message("plain names of files"))
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise _refused(where, message("a link"), message("plain files"))
    if entry.flag_bits & 1:
        raise _refused(where, message("a file with a password"), message("files without a password"))
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise _refused(where, message("a rare way of packing"), message("files that are stored or deflated"))


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> bytes | None:
    """What the entry unpacks to; None where it is more than `most` bytes."""
    parts: list[bytes] = []
    size = 0
    with archive.open(entry) as file:
        while part := file.read(_CHUNK):
            size += len(part)
            if size > most:
                return None
            parts.append(part)
    return b"".join(parts)


def _without_folder(found: dict[str, bytes]) -> dict[str, bytes]:
    """The files without the one folder that somebody packed around them."""
    tops = {name.partition("/")[0] for name in found}
    if len(tops) != 1 or not all("/" in name for name in found):
        return found
    return {name.partition("/")[2]: content for name, content in found.items()}
