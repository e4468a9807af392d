"""An archive put back into an empty installation, and compared with what was put there."""

from __future__ import annotations

import json
import os
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import Any

from django.conf import settings
from django.core.management.color import no_style
from django.db import connection, transaction

from chiso.engine.errors import InputError, Message, Problem, message
from chiso.web import archive

AT_ONCE = 1000
"""Rows that are written in one statement; SQLite takes a limited number of values."""


def restore(source: Path) -> dict[str, Any]:
    """The manifest of the archive, once all of it is in the database and in the folder of evidence.

    Raises:
        InputError: no archive, one that was changed, one of another version, or a place that is not empty.
    """
    try:
        with zipfile.ZipFile(source) as opened:
            manifest = _manifest(opened, source)
            _refuse_other_migrations(manifest, source)
            _refuse_full(source)
            _check(opened, manifest, source)
            with _taken_back():
                _put(opened, manifest, source)
    except (zipfile.BadZipFile, EOFError) as error:
        found = message("no archive of Chiso ({reason})", reason=str(error))
        raise _wrong(source, found, message("a file of `chiso backup`")) from None
    return manifest


@contextmanager
def _taken_back() -> Iterator[None]:
    """Removes the evidence that was put there when the rest fails; the rows take themselves back."""
    whole = False
    try:
        yield
        whole = True
    finally:
        for path in [] if whole else archive.evidence():
            path.unlink()


def _wrong(where: Path | str, found: Message, expected: Message, remedy: Message | None = None) -> InputError:
    return InputError([Problem(str(where), found, expected, remedy or message("take another archive"))])


def _manifest(opened: zipfile.ZipFile, source: Path) -> dict[str, Any]:
    expected = message("a file of `chiso backup`")
    if archive.MANIFEST not in opened.namelist():
        raise _wrong(source, message("no {name} inside", name=archive.MANIFEST), expected)
    try:
        manifest = json.loads(opened.read(archive.MANIFEST))
    except ValueError:
        raise _wrong(source, message("a manifest that is no JSON"), expected) from None
    if not isinstance(manifest, dict) or manifest.get("format") != archive.FORMAT:
        raise _wrong(source, message("another kind of file"), expected)
    return manifest


def _refuse_other_migrations(manifest: dict[str, Any], source: Path) -> None:
    if manifest["migrations"] != archive.migrations():
        found = message("an archive of Chiso {version}, whose tables are not as here", version=manifest["version"])
        remedy = message("restore it with that version, then bring the newer one up")
        raise _wrong(source, found, message("an archive of this version"), remedy)


def _refuse_full(source: Path) -> None:
    full = [model._meta.db_table for model in archive.models() if model._base_manager.exists()]
    if full or archive.evidence():
        found = message("rows or evidence already here ({names})", names=", ".join(full[:5]) or "evidence")
        remedy = message("name another folder in CHISO_VAR, or another database in DATABASE_URL")
        raise _wrong(source, found, message("an empty installation"), remedy)


def _check(opened: zipfile.ZipFile, manifest: dict[str, Any], source: Path) -> None:
    """Refuses an archive whose files are not those of its manifest."""
    files = manifest["files"]
    strange = set(opened.namelist()) ^ {*files, archive.MANIFEST}
    wanted = {f"tables/{model._meta.db_table}.jsonl" for model in archive.models()}
    strange |= {name for name in files if name.startswith("tables/")} ^ wanted
    strange |= {name for name in files if ".." in PurePosixPath(name).parts or name.startswith("/")}
    if strange:
        found = message("files missing or too many: {names}", names=", ".join(sorted(strange)[:5]))
        raise _wrong(source, found, message("the files of the manifest"))
    for name, stated in files.items():
        with opened.open(name) as file:
            if archive.digested(archive.chunks(file)) != stated:
                raise _wrong(f"{source}: {name}", message("other bytes"), message("those of the manifest"))


def _put(opened: zipfile.ZipFile, manifest: dict[str, Any], source: Path) -> None:
    with transaction.atomic():
        for model in archive.models():
            with opened.open(f"tables/{model._meta.db_table}.jsonl") as file:
                rows = (archive.instance(model, line) for line in file)
                while batch := list(islice(rows, AT_ONCE)):
                    model._base_manager.bulk_create(batch, batch_size=AT_ONCE)
        with connection.cursor() as cursor:
            for statement in connection.ops.sequence_reset_sql(no_style(), archive.models()):
                cursor.execute(statement)
        for name, found in _tables():
            if found != manifest["files"][name]:
                raise _wrong(f"{source}: {name}", message("rows that came out otherwise"), message("the same rows"))
        for name in manifest["files"]:
            if name.startswith("evidence/"):
                _put_evidence(opened, name)


def _tables() -> Iterator[tuple[str, dict[str, Any]]]:
    for model in archive.models():
        yield f"tables/{model._meta.db_table}.jsonl", archive.digested(archive.lines(model))


def _put_evidence(opened: zipfile.ZipFile, name: str) -> None:
    place: Path = settings.EVIDENCE_FOLDER / PurePosixPath(name).relative_to("evidence")
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with opened.open(name) as file, place.open("wb") as into:
        archive.digested(archive.chunks(file), into)
        into.flush()
        os.fsync(into.fileno())
