"""Results that ship as they were printed: their tables, without answers to compute them from."""

from __future__ import annotations

import csv
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import StringIO

from chiso.report.kinds.printed import Printed, PrintedCell, PrintedTable

_ABOUT = "README.csv"
_PLACES = 3
"""The columns of every file that say where a row stands: source, table, row."""


def ids() -> tuple[str, ...]:
    """The ids of the facts that hold printed tables, in alphabetical order."""
    return tuple(sorted(folder.name for folder in _room().iterdir() if _tables_in(folder.name)))


def read(id: str) -> Printed:
    """The printed tables of an id, in the order of their register; KeyError where there is none."""
    tables = _tables_in(id)
    if not tables:
        raise KeyError(id)
    return Printed(id, tuple(_table(id, file, title) for file, title in tables.items()))


def _tables_in(id: str) -> dict[str, str]:
    """The title of each file of printed tables."""
    folder = _room().joinpath(id)
    if not folder.is_dir() or not folder.joinpath(_ABOUT).is_file() or folder.joinpath("answers.csv").is_file():
        return {}
    lines = list(csv.DictReader(StringIO(folder.joinpath(_ABOUT).read_text("utf-8"))))
    heads = {line["file"]: folder.joinpath(line["file"]).read_text("utf-8").partition("\n")[0] for line in lines}
    return {line["file"]: line["what"] for line in lines if heads[line["file"]].startswith("source,table,row,")}


def _table(id: str, file: str, title: str) -> PrintedTable:
    text = _room().joinpath(id, file).read_text("utf-8")
    head, *lines = csv.reader(StringIO(text))
    rows = tuple(tuple(PrintedCell(cell) for cell in line[_PLACES:]) for line in lines)
    return PrintedTable(file, title, lines[0][0] if lines else "", tuple(head[_PLACES:]), rows)


def _room() -> Traversable:
    return files("chiso").joinpath("facts")
