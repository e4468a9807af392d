"""Any single edit is found, and its place named."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

import pytest

from chiso.bundle.finding import Finding
from chiso.bundle.manifest import Manifest, read, written
from chiso.bundle.names import KEYS, MANIFEST, SIGNATURE
from chiso.bundle.verifying import verify_files
from chiso.engine.errors import BundleError
from chiso.exchange.delimited import written as csv_written
from tests.bundle.small import CORRECTIONS, KEY, edited, published

FILES = published(KEY, CORRECTIONS)
TABLES = sorted(name for name in FILES if name.endswith(".csv"))


def findings(files: dict[str, bytes]) -> list[Finding]:
    return list(verify_files(files).findings)


def rows(name: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(FILES[name].decode())))


def test_what_was_published_holds() -> None:
    found = verify_files(FILES, KEY.public_key())
    assert (found.holds, found.findings, found.signature, found.recomputed) == (True, (), "valid", 20)
    assert verify_files(published()).signature == "none"


@pytest.mark.parametrize("name", TABLES)
def test_every_cell_of_a_table(name: str) -> None:
    table = rows(name)
    unnamed = []
    for line in range(len(table)):
        for place, column in enumerate(table[0]):
            changed = [list(row) for row in table]
            changed[line][place] += "7"
            content = csv_written(changed[0], changed[1:]).encode()
            found = findings(FILES | {name: content})
            if not any(names(each, name, line + 1, table[line], column) for each in found):
                unnamed.append((line + 1, column, found[:3]))
    assert unnamed == []


def names(finding: Finding, name: str, line: int, row: list[str], column: str) -> bool:
    """Whether a finding tells the file and the line, and of a line below the header the column too."""
    if finding.file != name or finding.kind == "digest":
        return False
    if line == 1:
        return finding.line == 1 or (finding.problem is not None and finding.problem.where.startswith(f"{name}:1"))
    keys = rows(name)[0][: KEYS[name]]
    if column in keys and finding.kind == "missing_row":
        return list(finding.row.values()) == row[: len(keys)]
    return finding.line == line and finding.column == column


def test_every_line_of_the_framework() -> None:
    lines = FILES["framework.yaml"].decode().split("\n")[:-1]
    for number in range(len(lines)):
        changed = [line + ("#" if place == number else "") for place, line in enumerate(lines)]
        found = findings(FILES | {"framework.yaml": ("\n".join(changed) + "\n").encode()})
        lines_named = [(each.file, each.line) for each in found if each.kind == "line"]
        assert lines_named == [("framework.yaml", number + 1)]


def leaves(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, (*path, key))
    else:
        yield path


def with_changed(path: tuple[str, ...]) -> bytes:
    content = json.loads(FILES[MANIFEST])
    inner = content
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = "7" if isinstance(inner[path[-1]], str) else inner[path[-1]] + 7
    return written(content)


@pytest.mark.parametrize("path", list(leaves(json.loads(FILES[MANIFEST]))), ids=".".join)
def test_every_value_of_the_manifest(path: tuple[str, ...]) -> None:
    files = published(None, CORRECTIONS)
    if path == ("format",):
        with pytest.raises(BundleError, match=r"^manifest\.json: 8 in `format`; expected: format 1;"):
            verify_files(files | {MANIFEST: with_changed(path)})
        return
    found = findings(files | {MANIFEST: with_changed(path)})
    inside = (
        path[1]
        if path[0] == "parts"
        else ".".join(path[:2])
        if path[0] in ("framework", "counts", "files")
        else path[0]
    )
    assert inside in [each.column for each in found if (each.kind, each.file) == ("key", MANIFEST)]


def test_keys_taken_out_or_added_to_the_manifest_are_found() -> None:
    for key in ("stage", "date", "engine", "parts", "digest"):
        content = json.loads(FILES[MANIFEST])
        del content[key]
        found = findings(FILES | {MANIFEST: written(content)})
        assert (key if key != "parts" else "stage") in [each.column for each in found if each.kind == "key"]
    added = json.loads(FILES[MANIFEST]) | {"remark": "x"}
    assert "remark" in [each.column for each in findings(FILES | {MANIFEST: written(added)})]


def test_a_manifest_written_otherwise_is_found() -> None:
    spaced = FILES[MANIFEST].replace(b'"stage": ', b'"stage":  ')
    assert [(each.kind, each.file) for each in findings(FILES | {MANIFEST: spaced})] == [
        ("form", MANIFEST), ("signature", SIGNATURE),
    ]  # fmt: skip


def test_lines_taken_out_or_added_are_named_where_they_stood() -> None:
    without = edited(FILES, "answers.csv", "b,,may,3,\nb,,may_moi,1,\n", "")
    assert [(each.line, each.expected) for each in findings(without) if each.kind == "removed_lines"] == [(10, "2")]
    longer = edited(FILES, "answers.csv", "b,,may,3,\n", "b,,may,3,\nb,,ty_le,5,\n")
    assert [(each.line, each.row, each.column) for each in findings(longer) if each.kind == "line"] == [
        (11, {"unit": "b", "case": "", "question": "ty_le"}, "")
    ]


def test_files_missing_and_extra_are_named() -> None:
    less = {name: content for name, content in FILES.items() if name not in ("scores.csv", "corrections.csv")}
    assert [(each.kind, each.file) for each in findings(less | {"notes.txt": b""})] == [
        ("missing_file", "corrections.csv"), ("missing_file", "scores.csv"), ("extra_file", "notes.txt"),
    ]  # fmt: skip


@pytest.mark.parametrize("raw", [b"", b"[]", b"{", b'"x"', b"\xff", b"[" * 100_000, b'{"format": "1"}'])
def test_what_is_no_manifest_is_refused(raw: bytes) -> None:
    with pytest.raises(BundleError, match=r"^manifest\.json: "):
        verify_files(FILES | {MANIFEST: raw})


def test_a_manifest_of_odd_values_is_a_finding_and_no_crash() -> None:
    for key, value in {"files": [1], "parts": 3, "signer": 5, "counts": None, "framework": "x"}.items():
        content = json.loads(FILES[MANIFEST]) | {key: value}
        assert findings(FILES | {MANIFEST: written(content)}) != []
    odd = json.loads(FILES[MANIFEST])
    odd["files"]["answers.csv"] = {"sha256": 5, "lines": [1], "columns": "x"}
    assert findings(FILES | {MANIFEST: written(odd)}) != []
    assert Manifest({}, b"").files == {}
    assert read(FILES[MANIFEST]).engine != ""


def test_bytes_that_are_no_text_are_found_in_their_line() -> None:
    for name, line in (("answers.csv", 2), ("framework.yaml", 4)):
        lines = FILES[name].split(b"\n")
        lines[line - 1] += b"\xff"
        found = [each for each in findings(FILES | {name: b"\n".join(lines)}) if each.kind == "line"]
        assert [(each.line, each.found.endswith("\N{REPLACEMENT CHARACTER}")) for each in found] == [(line, True)]
