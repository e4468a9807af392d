"""Files and folders that are there whole or not at all."""

from __future__ import annotations

import os
import secrets
import shutil
import stat
from collections.abc import Mapping
from pathlib import Path

from chiso.engine.errors import InputError, message
from chiso.exchange.files import refused, standing


def write_file(path: Path, content: bytes, *, synced: bool = True) -> None:
    """Leaves a file with this content; InputError, and the old file if there was one, where it cannot.

    The content is written beside the file, and takes its name in one step. synced: whether it has reached the disk
    before it does; a file that a digest guards need not.
    """
    _check_file(path)
    path = path.resolve()
    beside = _beside(path)
    try:
        _write(beside, content, synced=synced)
        os.replace(beside, path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise _unwritable(path, error) from None


def write_folder(path: Path, files: Mapping[str, bytes], replaceable: frozenset[str]) -> None:
    """Leaves a folder with exactly these files; InputError, and what was there before, where it cannot.

    A folder that is there is replaced where it is empty or holds only files of the names in `replaceable`.
    """
    _check_folder(path, replaceable)
    path = path.resolve()
    beside, old = _beside(path), _beside(path)
    try:
        beside.mkdir()
        for name, content in files.items():
            _write(beside / name, content)
        if path.exists():
            path.rename(old)
        beside.rename(path)
    except OSError as error:
        if old.exists() and not path.exists():
            old.rename(path)
        shutil.rmtree(beside, ignore_errors=True)
        raise _unwritable(path, error) from None
    shutil.rmtree(old, ignore_errors=True)


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name[:100]}.{secrets.token_hex(4)}.part")


def _write(path: Path, content: bytes, *, synced: bool = True) -> None:
    with path.open("xb") as file:
        file.write(content)
        if synced:
            file.flush()
            os.fsync(file.fileno())


def _unwritable(path: Path, error: OSError) -> InputError:
    return refused(
        str(path), message("a place that cannot be written ({reason})", reason=error.strerror or str(error)),
        message("a place with the right to write and room for the files"), message("choose another place with -o"),
    )  # fmt: skip


def _check_parent(path: Path) -> None:
    parent = path.resolve().parent
    if standing(parent) != "folder":
        raise refused(
            str(path), message("a place in a folder that is not there"), message("a folder that is there"),
            message("make the folder {folder} first", folder=parent),
        )  # fmt: skip
    _check_mode(parent)


def _check_mode(path: Path) -> None:
    # The mode is asked, not the system: it would let an administrator overwrite what somebody has locked.
    if not path.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
        raise refused(
            str(path), message("a read-only place"), message("a place with the right to write"),
            message("choose another place with -o"),
        )  # fmt: skip


def _check_file(path: Path) -> None:
    _check_parent(path)
    if standing(path) == "nothing":
        return
    if not path.is_file():
        raise refused(
            str(path), message("something that is no file"), message("a file, new or to be replaced"),
            message("choose another name with -o"),
        )  # fmt: skip
    _check_mode(path)


def _check_folder(path: Path, replaceable: frozenset[str]) -> None:
    _check_parent(path)
    if standing(path) == "nothing":
        return
    if not path.is_dir() or not {inside.name for inside in path.iterdir()} <= replaceable:
        raise refused(
            str(path), message("a file, or a folder with other things in it"),
            message("a folder that is new, empty, or a published folder to be replaced"),
            message("choose another name with -o"),
        )  # fmt: skip
    _check_mode(path)


def make_folder(path: Path) -> None:
    """Leaves a folder there, with those above it; InputError where it cannot."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritable(path, error) from None
