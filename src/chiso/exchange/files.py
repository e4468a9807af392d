"""Bytes and texts of files that somebody else wrote: read to a limit, decoded strictly, normalised."""

from __future__ import annotations

import re
import stat
import unicodedata
from pathlib import Path
from typing import Literal

from chiso.engine.errors import InputError, Message, Problem, message

MOST_BYTES = 64 * 1024 * 1024
"""Bytes of one file of answers or units."""
_CHUNK = 1024 * 1024
_CONTROL = re.compile("[\0-\x08\x0e-\x1f\x7f-\x9f]")


def refused(where: str, found: Message, expected: Message, remedy: Message) -> InputError:
    """The error of one problem."""
    return InputError([Problem(where, found, expected, remedy)])


def megabytes(size: int) -> str:
    """A size as people say it: `64 MB`."""
    return f"{size // (1024 * 1024)} MB"


def standing(path: Path) -> Literal["file", "folder", "nothing"]:
    """What stands at a path; InputError where the system does not tell."""
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return "nothing"
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from None
    return "folder" if stat.S_ISDIR(mode) else "file"


def read_bytes(path: Path, most: int = MOST_BYTES) -> bytes:
    """The content of a file; InputError where it is none, cannot be read, or is larger than `most` bytes.

    The limit is held while reading: a size that the file system tells may be wrong (a pipe, a growing file).
    """
    if standing(path) == "folder":
        raise refused(
            str(path), message("a folder"), message("a file"), message("name a file inside it, or another file")
        )
    parts: list[bytes] = []
    size = 0
    try:
        with path.open("rb") as file:
            while part := file.read(_CHUNK):
                size += len(part)
                if size > most:
                    raise too_large(str(path), most)
                parts.append(part)
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from None
    return b"".join(parts)


def unreadable(path: Path, error: OSError | ValueError) -> InputError:
    """The error of a file that the system does not hand out."""
    reason = getattr(error, "strerror", None) or str(error)
    return refused(
        str(path), message("a file that cannot be read ({reason})", reason=reason), message("a file that is there"),
        message("check the name and the rights"),
    )  # fmt: skip


def too_large(where: str, most: int) -> InputError:
    """The error of a file beyond the limit."""
    return refused(
        where, message("a file larger than {most}", most=megabytes(most)),
        message("at most {most}", most=megabytes(most)),
        message("check that it is the right file, or split it by unit"),
    )  # fmt: skip


def decoded(raw: bytes, name: str) -> str:
    """The text of UTF-8 bytes in Unicode form NFC, lines ending with LF; InputError with line and column.

    A byte order mark is dropped. A name typed on another system may come decomposed (NFD): it would look the same and
    be another name.
    """
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        column = error.start - raw.rfind(b"\n", 0, error.start)
        raise refused(
            f"{name}:{line}:{column}", message("bytes that are not UTF-8"), message("a text in UTF-8"),
            message("save the file as UTF-8 (in Excel: CSV UTF-8)"),
        ) from None  # fmt: skip
    control = _CONTROL.search(text)
    if control is not None:
        line = text.count("\n", 0, control.start()) + 1
        found = message("a control character ({code})", code=hex(ord(control.group())))
        raise refused(f"{name}:{line}", found, message("a text in UTF-8"), message("check that it is the right file"))
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)
