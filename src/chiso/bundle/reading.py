"""The files of a published folder or zip that somebody else made."""

from __future__ import annotations

from pathlib import Path

from chiso.bundle.names import ALL, MANIFEST
from chiso.engine.errors import BundleError, InputError, Problem, message
from chiso.exchange.archive import is_zip, members
from chiso.exchange.files import read_bytes, refused, standing

MOST_BYTES = 1024 * 1024 * 1024
"""Bytes of all files of a published folder together."""


def read(path: Path) -> dict[str, bytes]:
    """The files by name, also those that do not belong; BundleError where there is no manifest.

    InputError where a file cannot be read safely: a link, a name that leads outside, more than 1024 MB in all.
    """
    files = _folder(path) if standing(path) == "folder" else _zip(path)
    if MANIFEST not in files:
        raise BundleError(
            [
                Problem(
                    str(path), message("no {file} inside", file=MANIFEST), message("a published folder or its zip"),
                    message("name a folder or zip that `chiso score -o` wrote"),
                )
            ]
        )  # fmt: skip
    return files


def _zip(path: Path) -> dict[str, bytes]:
    raw = read_bytes(path, MOST_BYTES)
    if not is_zip(raw):
        raise refused(
            str(path), message("a file that is no zip"), message("a published folder or its zip"),
            message("name a folder or zip that `chiso score -o` wrote"),
        )  # fmt: skip
    return members(raw, str(path), MOST_BYTES)


def _folder(path: Path) -> dict[str, bytes]:
    """The folder's files; of a name that does not belong there only the name."""
    files: dict[str, bytes] = {}
    left = MOST_BYTES
    for entry in sorted(_entries(path), key=lambda each: each.name):
        if entry.is_symlink():
            raise refused(
                str(entry), message("a link"), message("plain files"), message("pack it again, or use another copy")
            )
        files[entry.name] = read_bytes(entry, left) if entry.name in ALL and entry.is_file() else b""
        left -= len(files[entry.name])
    return files


def _entries(path: Path) -> list[Path]:
    try:
        return list(path.iterdir())
    except OSError as error:
        raise _closed(path, error) from None


def _closed(path: Path, error: OSError) -> InputError:
    return refused(
        str(path), message("a file that cannot be read ({reason})", reason=error.strerror),
        message("a file that is there"), message("check the name and the rights"),
    )  # fmt: skip
