"""XLSX to tables: what a cell shows, as text; a number as the decimals that Excel keeps."""

from __future__ import annotations

import datetime
import io
import posixpath
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from chiso.engine.errors import AnswersError, Problem, message
from chiso.engine.quantities import Exact, decimal_text, rounded
from chiso.engine.quantities.decimals import MOST_DECIMALS
from chiso.exchange.files import decoded
from chiso.exchange.sheets import Marks, column_name, damaged, marks, parsed, percent_styles
from chiso.exchange.tables import MOST_PROBLEMS, Line, Table, empty, headed

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

KEPT_DIGITS = 15
"""Significant digits that Excel keeps of a number; what a file holds beyond them comes from binary arithmetic."""
Written: TypeAlias = "int | float | str | bool | datetime.time | datetime.date | datetime.datetime | datetime.timedelta"


def tables(members: dict[str, bytes], name: str, mark: str = ".") -> dict[str, Table]:
    """The tables of a workbook by the names of its sheets, empty sheets left out; InputError where it is damaged.

    members: the unpacked files of the workbook; mark: the decimal mark that number cells get as text. The first line
    that is not empty is the header.
    """
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(_packed(members))
        sheets = _sheets(members, name)
        styles = percent_styles(members["xl/styles.xml"], name) if "xl/styles.xml" in members else frozenset()
        found: dict[str, Table] = {}
        for title, part in sheets.items():
            where = f"{name}[{title}]"
            table = _table(book, title, marks(members[part], styles, where), where, mark)
            if table is not None:
                found[title] = table
    except (CalamineError, KeyError):
        raise damaged(name) from None
    if not found:
        raise empty(name)
    return found


def _packed(members: dict[str, bytes]) -> io.BytesIO:
    """The files in a plain zip: what is read next is what was counted, not what a made-up zip tells."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for member, content in members.items():
            archive.writestr(member, content)
    packed.seek(0)
    return packed


def _sheets(members: dict[str, bytes], name: str) -> dict[str, str]:
    """The file of each sheet by its title, in the order of the workbook."""
    targets: dict[str, str] = {}
    titles: list[tuple[str, str]] = []

    def relation(tag: str, attributes: dict[str, str]) -> None:
        if tag.endswith("Relationship") and attributes.get("Type", "").endswith("/worksheet"):
            target = posixpath.normpath(posixpath.join("/xl", attributes["Target"]))
            targets[attributes["Id"]] = target.lstrip("/")

    def sheet(tag: str, attributes: dict[str, str]) -> None:
        if tag.rpartition(":")[2] == "sheet":
            id = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            titles.append((attributes["name"], id))

    parsed(members["xl/_rels/workbook.xml.rels"], name, relation, None)
    parsed(members["xl/workbook.xml"], name, sheet, None)
    return {title: targets[id] for title, id in titles if id in targets}


def _table(book: CalamineWorkbook, title: str, found: Marks, where: str, mark: str) -> Table | None:
    """The table of a sheet; None where it is empty; AnswersError where cells hold an error or a bare formula."""
    problems = list(_unreadable(found, where))
    if problems:
        raise AnswersError(problems[:MOST_PROBLEMS])
    rows = book.get_sheet_by_name(title).to_python(skip_empty_area=False)
    first = next((number for number, row in enumerate(rows) if any(cell != "" for cell in row)), None)
    if first is None:
        return None

    def lines() -> Iterator[Line]:
        for number, row in enumerate(rows[first:], first + 1):
            cells = (_text(value, mark, (number, place) in found.percentages) for place, value in enumerate(row, 1))
            yield Line(f"{where}:{number}", tuple(cells))

    header, *_ = lines()
    return headed(where, header.where, list(header.cells), lambda: _after_header(lines()))


def _after_header(lines: Iterator[Line]) -> Iterator[Line]:
    next(lines)
    return lines


def _unreadable(found: Marks, where: str) -> Iterator[Problem]:
    for (row, column), error in found.errors.items():
        yield Problem(
            f"{where}!{column_name(column)}{row}", message("the error {error}", error=error),
            message("a value, or an empty cell"), message("mend the formula in Excel"),
        )  # fmt: skip
    for row, column in found.bare:
        yield Problem(
            f"{where}!{column_name(column)}{row}", message("a formula without its value"),
            message("a formula that has been computed"), message("open the file in Excel and save it"),
        )  # fmt: skip


def _text(value: Written, mark: str, percentage: bool) -> str:
    """What a cell shows, as text."""
    if isinstance(value, str):
        return value if value.isascii() and value.isprintable() else decoded(value.encode(), "")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return _digits(value, percentage).replace(".", mark)
    if isinstance(value, datetime.datetime):
        midnight = value.time() == datetime.time()
        return value.date().isoformat() if midnight else value.isoformat(sep=" ")
    return value.isoformat() if isinstance(value, datetime.date | datetime.time) else str(value)


def _digits(value: int | float, percentage: bool) -> str:
    """The decimals of a number, exact to the digits that Excel keeps; of a percentage with its sign."""
    number = Decimal(repr(value))
    if not number.is_finite() or number.adjusted() >= KEPT_DIGITS:
        return str(number)
    places = min(MOST_DECIMALS, max(0, KEPT_DIGITS - 1 - number.adjusted()))
    kept = rounded(Exact(*number.as_integer_ratio()), places)
    return f"{decimal_text(kept * 100)}%" if percentage else decimal_text(kept)
