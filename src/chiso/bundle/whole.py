"""Whether the files of a published folder are the ones that its manifest tells, and where they were changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from chiso.bundle.digests import column_digests, digest, line_digests, lines_of, readable, records_of
from chiso.bundle.finding import Finding
from chiso.bundle.manifest import Manifest, own_digest, parts, written
from chiso.bundle.names import KEYS, MANIFEST, NEEDED, SIGNATURE


def unlike_manifest(manifest: Manifest, files: Mapping[str, bytes]) -> Iterator[Finding]:
    """The changes in the manifest itself, missing and extra files, and the changed lines and columns of the others."""
    yield from _changed_keys(manifest)
    told = manifest.files
    for name in sorted({*NEEDED, *told} - files.keys()):
        yield Finding("missing_file", name)
    for name in sorted(files.keys() - {*told, MANIFEST, SIGNATURE}):
        yield Finding("extra_file", name)
    for name in sorted(told.keys() & files.keys()):
        expected, found = str(told[name].get("sha256")), digest(files[name])
        if found != expected:
            yield Finding("digest", name, found=found, expected=expected)
            yield from _changed_lines(name, files[name], told[name])


def _changed_keys(manifest: Manifest) -> Iterator[Finding]:
    """The keys of the manifest whose digests do not fit it."""
    content = manifest.content
    if content.get("digest") == own_digest(content):
        if manifest.raw != written(content):
            yield Finding("form", MANIFEST)
        return
    expected, found = content.get("parts"), parts(content)
    expected = expected if isinstance(expected, dict) else {}
    changed = [key for key in {**found, **expected} if found.get(key) != expected.get(key)]
    for key in changed or ["digest"]:
        yield Finding("key", MANIFEST, column=key, found=_value(content, key))


def _value(content: Mapping[str, object], key: str) -> str:
    outer, _, inner = key.partition(".")
    value = content.get(outer)
    if inner and isinstance(value, dict):
        value = value.get(inner)
    return str(value)[:80] if not isinstance(value, dict) else ""


def _changed_lines(name: str, raw: bytes, told: Mapping[str, object]) -> Iterator[Finding]:
    """The lines that are not the published ones, by the short digests of lines and columns."""
    written_lines = told.get("lines")
    if not isinstance(written_lines, str):
        return
    published, now = written_lines.split(), line_digests(raw).split()
    if len(published) == len(now):
        changed = [place for place, pair in enumerate(zip(published, now, strict=True)) if pair[0] != pair[1]]
    else:
        start, after = _alike(published, now)
        changed = list(range(start, len(now) - after))
        if not changed:
            count = len(published) - start - after
            yield Finding("removed_lines", name, line=start + 1, expected=str(count))
    # With a line more or less every column differs: only the line is told.
    columns = _changed_columns(raw, told) if len(published) == len(now) else []
    places = _Places(name, raw)
    for place in changed:
        yield places.finding(place + 1, columns)


def _alike(published: Sequence[str], now: Sequence[str]) -> tuple[int, int]:
    """How many lines are the same at the start and, of the others, at the end."""
    most = min(len(published), len(now))
    start = next((place for place in range(most) if published[place] != now[place]), most)
    after = next((place for place in range(most - start) if published[-1 - place] != now[-1 - place]), most - start)
    return start, after


def _changed_columns(raw: bytes, told: Mapping[str, object]) -> list[str]:
    published = told.get("columns")
    now = column_digests(raw)
    if not isinstance(published, dict) or not now:
        return []
    return [name for name in now if published.get(name) != now[name]]


class _Places:
    """The rows and cells that lines of a file belong to."""

    def __init__(self, name: str, raw: bytes) -> None:
        self._name, self._lines = name, lines_of(raw)
        self._records = records_of(raw) if name in KEYS else []

    def finding(self, line: int, columns: Sequence[str]) -> Finding:
        """The finding of a changed line; its row and cell where the file is a table."""
        text = self._lines[line - 1]
        cells = next((cells for start, cells in reversed(self._records) if start <= line), None)
        if cells is None or line == 1 or not self._records:
            return Finding("line", self._name, line, found=readable(text)[:200])
        header = self._records[0][1]
        record = dict(zip(header, cells, strict=False))
        row = {readable(key): readable(record.get(key, "")) for key in header[: KEYS[self._name]]}
        found = record.get(columns[0], "") if len(columns) == 1 else text
        return Finding("line", self._name, line, row, readable(", ".join(columns)), readable(found)[:200])
