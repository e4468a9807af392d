"""CSV to tables and back: comma, semicolon or tab, cells of several lines, with or without a byte order mark."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from chiso.engine.errors import InputError, message
from chiso.exchange.files import refused
from chiso.exchange.tables import Line, Table, empty, headed

SEPARATORS = ",;\t"


def table(text: str, name: str) -> Table:
    """The table of a CSV text; InputError where it is empty or its quotation marks do not close."""
    skipped, separator = _separator(text)
    first = next((line for line in _records(text, name, separator, skipped) if any(line.cells)), None)
    if first is None:
        raise empty(name)

    def lines() -> Iterator[Line]:
        records = _records(text, name, separator, skipped)
        for record in records:
            if record.where == first.where:
                break
        yield from records

    return headed(name, first.where, list(first.cells), lines)


def _separator(text: str) -> tuple[int, str]:
    """How many lines stand before the table, and what separates its cells: what gives the header most columns."""
    start = text[:6].casefold()
    if start[:4] == "sep=" and start[4:5] and start[5:6] in ("\r", "\n"):
        return 1, text[4]
    widths = {}
    for separator in SEPARATORS:
        try:
            widths[separator] = len(next(csv.reader(io.StringIO(text, newline=""), delimiter=separator), []))
        except csv.Error:
            widths[separator] = 0
    return 0, max(SEPARATORS, key=lambda each: widths[each])


def _records(text: str, name: str, separator: str, skipped: int) -> Iterator[Line]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    start = 1
    try:
        for number, cells in enumerate(reader):
            if number >= skipped:
                yield Line(f"{name}:{start}", tuple(cells))
            start = reader.line_num + 1
    except csv.Error as error:
        raise _broken(f"{name}:{start}", str(error)) from None


def _broken(where: str, reason: str) -> InputError:
    return refused(
        where, message("a line that is no CSV ({reason})", reason=reason),
        message('quotation marks that close, and "" for one inside a cell'), message("mend the quotation marks"),
    )  # fmt: skip


def written(header: Sequence[str], rows: Iterable[Sequence[str]], separator: str = ",") -> str:
    """The CSV text of a table: lines end with LF, cells are quoted only where they must be."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()
