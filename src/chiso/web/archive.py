"""An archive of an installation: every row and every piece of evidence, the same for both databases.

A zip file: `tables/NAME.jsonl` with a line for each row, `evidence/…` as it is kept, and `manifest.json` with the
number of rows and the SHA-256 of each, and the migrations that the rows have seen. Sessions, counts of wrong passwords
and what every installation makes for itself stay out.
"""

from __future__ import annotations

import base64
import hashlib
import json
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

from django.apps import apps
from django.conf import settings
from django.db import connection, transaction
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import BinaryField, JSONField, Model

FORMAT = "chiso-archive/1"
MANIFEST = "manifest.json"
LEFT_OUT = frozenset({"contenttypes", "sessions", "axes"})
"""Apps whose rows are made anew or worth nothing elsewhere."""
LEFT_OUT_TABLES = frozenset({"auth_permission"})
INCOMING = "incoming"
CHUNK = 1 << 20


def models() -> list[type[Model]]:
    """The tables that are archived, in the order of their names."""
    found = apps.get_models(include_auto_created=True)
    kept = [
        model
        for model in found
        if model._meta.app_label not in LEFT_OUT and model._meta.db_table not in LEFT_OUT_TABLES and model._meta.managed
    ]
    return sorted(kept, key=lambda model: model._meta.db_table)


@contextmanager
def snapshot() -> Iterator[None]:
    """A transaction in which every table shows the same moment, and that no writer waits for."""
    if connection.vendor == "sqlite":
        connection.get_connection_params()
        before = connection.transaction_mode  # type: ignore[attr-defined]
        connection.transaction_mode = "DEFERRED"  # type: ignore[attr-defined]
        try:
            with transaction.atomic():
                yield
        finally:
            connection.transaction_mode = before  # type: ignore[attr-defined]
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        yield


def lines(model: type[Model]) -> Iterator[bytes]:
    """The rows of a table, in the order of their keys, each as a line of canonical JSON."""
    fields = model._meta.concrete_fields
    rows = model._base_manager.order_by("pk").values_list(*(field.attname for field in fields))
    for row in rows.iterator(chunk_size=2000):
        text = json.dumps(row, default=_plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        yield text.encode() + b"\n"


def _plain(value: object) -> str:
    match value:
        case datetime() | date():
            return value.isoformat()
        case Decimal() | UUID():
            return str(value)
        case bytes() | memoryview():
            return base64.b64encode(bytes(value)).decode()
    raise TypeError(f"no way to archive {type(value).__name__}")


def instance(model: type[Model], line: bytes) -> Model:
    """The row of a line."""
    fields, values = model._meta.concrete_fields, json.loads(line)
    given = {field.attname: _python(field, value) for field, value in zip(fields, values, strict=True)}
    return model(**given)


def _python(field: Any, value: Any) -> Any:
    if value is None or isinstance(field, JSONField):
        return value
    return base64.b64decode(value) if isinstance(field, BinaryField) else field.to_python(value)


def evidence() -> list[Path]:
    """The files of evidence that are kept, in order."""
    root: Path = settings.EVIDENCE_FOLDER
    found = root.rglob("*") if root.exists() else []
    return sorted(path for path in found if path.is_file() and path.relative_to(root).parts[0] != INCOMING)


def migrations() -> list[str]:
    """What the tables have seen, in order."""
    return sorted(f"{app}.{name}" for app, name in MigrationRecorder(connection).applied_migrations())


def digested(chunks: Iterable[bytes], into: Any = None) -> dict[str, Any]:
    """The SHA-256 and the length in bytes of chunks, which are written on the way where a file is given."""
    digest, size = hashlib.sha256(), 0
    for chunk in chunks:
        digest.update(chunk)
        size += len(chunk)
        if into is not None:
            into.write(chunk)
    return {"sha256": digest.hexdigest(), "bytes": size}


def chunks(file: Any) -> Iterator[bytes]:
    """The bytes of an open file, a part at a time."""
    while chunk := file.read(CHUNK):
        yield chunk


def write(target: Path) -> dict[str, Any]:
    """The manifest of a new archive, which stands at `target` whole or not at all."""
    part = target.with_name(f".{target.name}.part")
    part.parent.mkdir(parents=True, exist_ok=True)
    try:
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, allowZip64=True) as archive:
            manifest = _written(archive)
            archive.writestr(MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1))
        part.chmod(0o600)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    return manifest


def _written(archive: zipfile.ZipFile) -> dict[str, Any]:
    files: dict[str, Any] = {}
    with snapshot():
        seen = migrations()
        for model in models():
            name = f"tables/{model._meta.db_table}.jsonl"
            with archive.open(name, "w", force_zip64=True) as into:
                files[name] = digested(lines(model), into)
    # After the rows: what they name is there, and the same bytes are never written over.
    for path in evidence():
        name = f"evidence/{path.relative_to(settings.EVIDENCE_FOLDER).as_posix()}"
        entry = zipfile.ZipInfo(name)
        with archive.open(entry, "w", force_zip64=True) as into, path.open("rb") as file:
            files[name] = digested(chunks(file), into)
    from chiso import __version__

    return {"format": FORMAT, "version": __version__, "migrations": seen, "files": files}
