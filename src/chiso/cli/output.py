"""What commands write: tables for people, JSON and CSV for programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from chiso.language import marked

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

UNBOUND = 1000
"""Columns of an output that is no terminal: nothing in it is cut or folded."""


class Format(StrEnum):
    """How a result is written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


class Mark(StrEnum):
    """The decimal mark of numbers in texts."""

    POINT = "point"
    COMMA = "comma"

    @property
    def sign(self) -> str:
        """The mark itself."""
        return "." if self is Mark.POINT else ","


FORMAT_HELP = marked("How the result is written to standard output.")
MARK_HELP = marked("The decimal mark of numbers in the answers: `comma` for a Vietnamese Excel.")
UNITS_HELP = marked("A register of units: CSV, XLSX or JSON with the columns unit, name, block, status, note.")
ANSWERS_HELP = marked(
    "Answers: a published folder or zip, CSV, XLSX or JSON, a line for each answer (unit, case, question, value, note) "
    "or for each unit (a column for each question); or the id of facts that ship."
)
FRAMEWORK_HELP = marked("The id of a framework that ships, or the path of a framework file.")


_CONTROLS = {code: "\N{REPLACEMENT CHARACTER}" for code in (*range(32), *range(127, 160)) if chr(code) not in "\t\n"}


def clean(text: str) -> str:
    """A text of somebody else without the characters that steer a terminal."""
    return text.translate(_CONTROLS)


def write(text: str) -> None:
    """Writes a text to standard output."""
    sys.stdout.write(text)


def write_json(kind: str, content: dict[str, Any]) -> None:
    """Writes an object with its kind and version first, as docs/json.md describes it."""
    write(json.dumps({"format": f"chiso-{kind}/1", **content}, ensure_ascii=False, indent=2) + "\n")


def write_csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Writes a table with commas."""
    from chiso.exchange.delimited import written

    write(written(header, rows))


def show(*things: RenderableType) -> None:
    """Writes tables, trees and sentences for people; colours and folding only on a terminal."""
    from io import StringIO

    from rich.console import Console

    terminal = sys.stdout.isatty()
    whole = StringIO()
    console = Console(
        file=sys.stdout if terminal else whole,
        width=None if terminal else UNBOUND,
        highlight=False,
        markup=False,
        emoji=False,
    )
    console.print(*things, sep="\n")
    write("".join(f"{line.rstrip()}\n" for line in whole.getvalue().splitlines()))


def grid(columns: Sequence[tuple[str, bool]], rows: Iterable[Sequence[str]], title: str = "") -> Table:
    """A table for people.

    columns: the title of each, and whether it holds numbers, which stand at the right.
    """
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    table = Table(
        title=Text(clean(title)) if title else None, title_justify="left", title_style="bold", box=SIMPLE_HEAD
    )
    for name, numeric in columns:
        table.add_column(Text(name), justify="right" if numeric else "left", no_wrap=numeric)
    for row in rows:
        table.add_row(*(Text(clean(cell)) for cell in row))
    return table


def write_file(path: Path, content: str) -> None:
    """Leaves a file with this text, whole or not at all."""
    from chiso.exchange.writing import write_file as write_bytes

    write_bytes(path, content.encode())
