"""Results that ship as they were printed: their tables, without answers to compute them from."""

from __future__ import annotations

import csv
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import StringIO
from typing import get_args, get_type_hints

from chiso.exchange.corrections import corrected
from chiso.report.kinds.printed import Printed, PrintedCell, PrintedPart, PrintedTable

_ABOUT, _TEXT = "README.csv", "text.csv"
_PLACES = 3
"""The columns of every file that say where a row stands: source, table, row."""
_KINDS = {kind: kind for kind in get_args(get_type_hints(PrintedPart)["kind"])}


def ids() -> tuple[str, ...]:
    """The ids of the facts that hold printed tables, in alphabetical order."""
    return tuple(sorted(folder.name for folder in _room().iterdir() if _tables_in(folder.name)))


def read(id: str) -> Printed:
    """The printed tables of an id, in the order of their register, audited: findings are in the language in use.

    A cell that a certain finding gives another value for bears it as corrected. KeyError where there is no such id.
    """
    lines = _tables_in(id)
    if not lines:
        raise KeyError(id)
    title, parts = _text(id)
    return corrected(Printed(id, tuple(_table(id, line) for line in lines), title, parts))


def _tables_in(id: str) -> list[dict[str, str]]:
    """The lines of the register that tell of files of printed tables."""
    folder = _room().joinpath(id)
    if not folder.is_dir() or not folder.joinpath(_ABOUT).is_file() or folder.joinpath("answers.csv").is_file():
        return []
    lines = list(csv.DictReader(StringIO(folder.joinpath(_ABOUT).read_text("utf-8"))))
    heads = {line["file"]: folder.joinpath(line["file"]).read_text("utf-8").partition("\n")[0] for line in lines}
    return [line for line in lines if heads[line["file"]].startswith("source,table,row,")]


def _table(id: str, line: dict[str, str]) -> PrintedTable:
    head, *lines = csv.reader(StringIO(_room().joinpath(id, line["file"]).read_text("utf-8")))
    rows = tuple(tuple(PrintedCell(cell) for cell in cells[_PLACES:]) for cells in lines)
    notes = tuple((line.get("notes") or "").splitlines())
    return PrintedTable(line["file"], line["what"], lines[0][0] if lines else "", tuple(head[_PLACES:]), rows, notes)


def _text(id: str) -> tuple[str, tuple[PrintedPart, ...]]:
    """The title of the printed document and its parts; nothing where its text does not ship."""
    file = _room().joinpath(id, _TEXT)
    if not file.is_file():
        return "", ()
    lines = list(csv.DictReader(StringIO(file.read_text("utf-8"))))
    title = next((line["text"] for line in lines if line["kind"] == "title"), "")
    parts = (line for line in lines if line["kind"] != "title")
    return title, tuple(
        PrintedPart(_KINDS[line["kind"]], line["section"], line["subject"], PrintedCell(line["text"])) for line in parts
    )


def _room() -> Traversable:
    return files("chiso").joinpath("facts")
