"""`chiso read`: the tables of a document as data."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from chiso.cli.complaints import say
from chiso.cli.output import Mark, grid, show, write
from chiso.engine.errors import InputError, Problem, message
from chiso.language import gettext, marked, ngettext

if TYPE_CHECKING:
    from chiso.tables.cells import Document, Table
    from chiso.tables.habits import Habit

    Habits = tuple[tuple[Habit, ...], ...]

HELP = marked(
    "Read the tables of a document. Lists them, or writes them as data: each cell as it is printed, with its number "
    "and the place where it stands. Nothing in the document is run, and nothing is fetched."
)
COLUMNS_FILE = "columns.csv"
COLUMNS = ("table", "column", "name", "decimal", "by", "deciding", "against", "ambiguous", "numbers")
MOST_ROWS_SHOWN = 12


class Format(StrEnum):
    """How tables are written as data."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"


def read(
    file: Annotated[
        Path,
        typer.Argument(help=marked("A document: DOCX, PDF, HTML, XLSX, XLS, ODS, CSV or text; its content decides.")),
    ],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help=marked("A folder for the tables: new, empty, or of a run before.")),
    ] = None,
    format: Annotated[
        Format | None,
        typer.Option(help=marked("Tables as data; `csv` where only a folder is given."), show_default=False),
    ] = None,
    decimal: Annotated[
        Mark | None,
        typer.Option(help=marked("The mark before decimals, where the file does not tell it."), show_default=False),
    ] = None,
    values: Annotated[
        bool, typer.Option("--values", help=marked("In CSV and XLSX, numbers as numbers, no longer as printed."))
    ] = False,
) -> int:  # fmt: skip
    """0 where the document was read, with or without tables in it."""
    from chiso.cli.documents import read_document, remark_line
    from chiso.tables.habits import habits

    if format is Format.XLSX and output is None:
        raise InputError([_no_folder()])
    document = read_document(file)
    found = habits(document, decimal.sign if decimal else "")
    for line in (*map(remark_line, document.remarks), *_doubts(document, found)):
        say(line)
    if output is not None:
        _write_folder(document, found, format or Format.CSV, values, output)
    elif format is Format.JSON:
        write(_json(document, found))
    elif format is Format.CSV:
        write("\n".join(_csv(document, found if values else None)))
    else:
        _show(document, found)
    return 0


def _no_folder() -> Problem:
    return Problem(
        "--format xlsx", message("a workbook for standard output"), message("a folder for it"),
        message("name a folder with -o"),
    )  # fmt: skip


def _write_folder(document: Document, habits: Habits, format: Format, values: bool, output: Path) -> None:
    """Leaves a folder with the tables; one that holds other files is not touched."""
    from chiso.exchange.writing import write_folder
    from chiso.tables.writing import delimited, workbook

    name = Path(document.source).stem or "tables"
    numbers = habits if values else None
    if format is Format.JSON:
        files = {f"{name}.json": _json(document, habits).encode()}
    elif format is Format.XLSX:
        files = {f"{name}.xlsx": workbook.written(document, numbers)}
    else:
        files = {
            **delimited.files(document, numbers),
            COLUMNS_FILE: delimited.rows([COLUMNS, *_columns(document, habits)]),
        }
    before = {each.name for each in output.iterdir()} if output.is_dir() else set()
    tables = {each for each in before if each.startswith("table-") and each.endswith(".csv")}
    ours = {delimited.INDEX, COLUMNS_FILE, *(f"{name}.{format}" for format in Format), *tables}
    write_folder(output, files, frozenset(ours))
    count = len(document.tables)
    say(ngettext("{count} table was written to {folder}.", "{count} tables were written to {folder}.", count).format(
        count=count, folder=output))  # fmt: skip


def _json(document: Document, habits: Habits) -> str:
    from chiso.tables.writing.structured import structured

    content = {"format": "chiso-read/1", **structured(document, habits)}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _csv(document: Document, habits: Habits | None) -> Iterator[str]:
    """Each table under its caption and over its notes, blank lines between."""
    from chiso.tables.writing import delimited
    from chiso.tables.writing.layout import caption

    for place, table in enumerate(document.tables):
        if caption(table):
            yield delimited.rows([[caption(table)]]).decode().removesuffix("\n")
        yield delimited.rows(delimited.table_rows(table, habits[place] if habits else None)).decode().removesuffix("\n")
        yield from (delimited.rows([[note]]).decode().removesuffix("\n") for note in table.notes)
        yield ""


def _show(document: Document, habits: Habits) -> None:
    """Lists the tables."""
    if not document.tables:
        write(gettext("{source}: no table; {count} paragraphs of text").format(
            source=document.source, count=len(document.prose)) + "\n")  # fmt: skip
        return
    columns = [
        (gettext("Table"), False),
        (gettext("Title"), False),
        (gettext("Rows"), True),
        (gettext("Columns"), True),
        (gettext("Decimal mark"), False),
        (gettext("Place"), False),
    ]
    rows = [
        (table.named, table.title, str(len(table.rows)), str(len(table.columns)), _marks(found), str(table.at))
        for table, found in zip(document.tables, habits, strict=True)
    ]
    show(grid(columns, rows, document.source))


def _marks(habits: Sequence[Habit]) -> str:
    """The decimal marks that the columns of a table use, those of no number left out."""
    return " ".join(sorted({habit.decimal for habit in habits if habit.decimal and habit.numbers}))


def _doubts(document: Document, habits: Habits) -> Iterator[str]:
    """The columns whose numbers are written in two ways, or stay ambiguous."""
    for table, found in zip(document.tables, habits, strict=True):
        for place, habit in enumerate(found):
            name = table.columns[place] or str(place + 1)
            if habit.against:
                yield gettext(
                    "{where}: table {table}, column {name}: the other mark before decimals in rows {rows}"
                ).format(where=table.at, table=table.named, name=name, rows=_rows(habit.against))
            if habit.ambiguous:
                yield gettext(
                    "{where}: table {table}, column {name}: numbers with two readings ({example}), in rows {rows}; "
                    "state the mark with --decimal"
                ).format(
                    where=table.at, table=table.named, name=name, rows=_rows(habit.ambiguous),
                    example=_example(table, habit, place),
                )  # fmt: skip


def _example(table: Table, habit: Habit, place: int) -> str:
    return table.rows[habit.ambiguous[0] - 1][place].text


def _rows(rows: tuple[int, ...]) -> str:
    shown = ", ".join(map(str, rows[:MOST_ROWS_SHOWN]))
    left = len(rows) - MOST_ROWS_SHOWN
    return f"{shown} {gettext('and {count} more').format(count=left)}" if left > 0 else shown


def _columns(document: Document, habits: Habits) -> Iterator[tuple[object, ...]]:
    """How the numbers of each column are written, and what says so."""
    for table, found in zip(document.tables, habits, strict=True):
        for place, habit in enumerate(found):
            rows = (" ".join(map(str, each)) for each in (habit.against, habit.ambiguous))
            yield (
                table.named,
                place + 1,
                table.columns[place],
                habit.decimal,
                habit.by,
                habit.deciding,
                *rows,
                habit.numbers,
            )
