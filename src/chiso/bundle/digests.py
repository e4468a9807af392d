"""Digests of files, of their lines and of their columns: what names the place of a change."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Sequence
from typing import Any

SHORT = 8
"""Hexadecimal digits of the digest of a line, a column or a key: they name a place, the whole digest proves it."""


def digest(raw: bytes) -> str:
    """The SHA-256 of bytes, in hexadecimal."""
    return hashlib.sha256(raw).hexdigest()


def short(text: str) -> str:
    """The first digits of the SHA-256 of a text."""
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()[:SHORT]


def canonical(value: Any) -> str:
    """A JSON value as one text, the same for equal values."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def line_digests(raw: bytes) -> str:
    """The short digests of all lines, one after the other with spaces between."""
    return " ".join(short(line) for line in lines_of(raw))


def lines_of(raw: bytes) -> list[str]:
    """The lines of a file, bytes that are no UTF-8 kept as they are; what follows the last LF is no line if empty."""
    lines = raw.decode("utf-8", "surrogateescape").split("\n")
    return lines[:-1] if lines[-1] == "" else lines


def readable(text: str) -> str:
    """A text of `lines_of` or `records_of` with a mark for bytes that are no UTF-8."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def column_digests(raw: bytes) -> dict[str, str]:
    """The short digest of each column of a CSV, by the column's name; empty where it is no CSV."""
    cells = [cells for _, cells in records_of(raw)]
    if not cells or any(len(row) != len(cells[0]) for row in cells):
        return {}
    return {name: short(canonical([row[place] for row in cells[1:]])) for place, name in enumerate(cells[0])}


def records_of(raw: bytes) -> list[tuple[int, Sequence[str]]]:
    """The records of a CSV, each with the number of its first line; empty where it is no CSV."""
    found: list[tuple[int, Sequence[str]]] = []
    reader = csv.reader(io.StringIO(raw.decode("utf-8", "surrogateescape"), newline=""), strict=True)
    start = 1
    try:
        for cells in reader:
            found.append((start, cells))
            start = reader.line_num + 1
    except csv.Error:
        return []
    return found
