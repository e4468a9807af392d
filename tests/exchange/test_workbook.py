import datetime
import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
import xlsxwriter

from chiso.exchange.archive import members
from chiso.exchange.sheets import column_name
from chiso.exchange.tables import Table
from chiso.exchange.workbook import tables
from tests.exchange.refusals import refusals


def book(*sheets: tuple[str, Callable[[Any, Any], None]]) -> bytes:
    """A workbook as Excel would write it; each sheet is filled by its function of workbook and sheet."""
    raw = io.BytesIO()
    with xlsxwriter.Workbook(raw, {"in_memory": True}) as workbook:
        for title, fill in sheets:
            fill(workbook, workbook.add_worksheet(title))
    return raw.getvalue()


def read(raw: bytes, mark: str = ".") -> dict[str, Table]:
    return tables(members(raw, "a.xlsx"), "a.xlsx", mark)


def cells(fill: Callable[[Any, Any], None], mark: str = ".") -> list[list[str]]:
    """The cells below the header of a sheet that this function fills."""
    return [list(line.cells) for line in read(book(("answers", fill)), mark)["answers"].lines()]


def filled(workbook: Any, sheet: Any) -> None:
    percent = workbook.add_format({"num_format": "0.0%"})
    day = workbook.add_format({"num_format": "dd/mm/yyyy"})
    sheet.write_row(0, 0, ["unit", "a", "b", "c"])
    sheet.write_row(1, 0, ["x", 1234.5, 40, "1,5"])
    sheet.write_row(2, 0, [0.1 + 0.7, 1 / 3, 1.1, -2.675])
    sheet.write(3, 0, 0.825, percent)
    sheet.write(3, 1, datetime.date(2026, 11, 21), day)
    sheet.write(3, 2, True)
    sheet.write(3, 3, 1e300)
    sheet.write_formula(4, 0, "=B2*2", None, 2469)
    sheet.write_string(4, 1, "  Sở Y tế ")


def test_a_cell_is_read_as_excel_shows_it() -> None:
    assert cells(filled) == [
        ["x", "1234.5", "40", "1,5"],
        ["0.8", "0.333333333333333", "1.1", "-2.675"],
        ["82.5%", "2026-11-21", "true", "1E+300"],
        ["2469", "  Sở Y tế ", "", ""],
    ]


def test_number_cells_take_the_mark_of_the_texts_beside_them() -> None:
    assert cells(filled, ",")[:2] == [["x", "1234,5", "40", "1,5"], ["0,8", "0,333333333333333", "1,1", "-2,675"]]


def test_lines_are_counted_as_in_the_sheet() -> None:
    def fill(_: Any, sheet: Any) -> None:
        sheet.write_row(2, 1, ["unit", "value"])
        sheet.write_row(5, 1, ["a", 1])

    table = read(book(("trống", lambda _b, _s: None), ("Sheet 1", fill)))["Sheet 1"]
    assert (table.where, table.header) == ("a.xlsx[Sheet 1]:3", ("", "unit", "value"))
    assert list(table.records()) == [("a.xlsx[Sheet 1]:6", {"unit": "a", "value": "1"})]


def test_errors_and_formulas_without_values_are_told_by_their_cells() -> None:
    def fill(_: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ["unit", "a"])
        sheet.write_formula(1, 0, "=1/0", None, "#DIV/0!")
        sheet.write_formula(2, 27, "=A1+1", None, "")

    assert refusals(lambda: read(book(("answers", fill)))) == [
        "a.xlsx[answers]!A2: the error #DIV/0!; expected: a value, or an empty cell; mend the formula in Excel",
        "a.xlsx[answers]!AB3: a formula without its value; expected: a formula that has been computed; "
        "open the file in Excel and save it",
    ]


def test_two_cells_in_far_corners_do_not_fill_the_memory() -> None:
    def fill(_: Any, sheet: Any) -> None:
        sheet.write(0, 0, "unit")
        sheet.write(1_000_000, 16_000, "x")

    assert refusals(lambda: read(book(("answers", fill)))) == [
        "a.xlsx[answers]: values that span 1000001 rows and 16001 columns; expected: at most 4000000 cells; "
        "delete what stands far from the table"
    ]


def altered(name: str, change: Callable[[bytes], bytes]) -> dict[str, bytes]:
    files = members(book(("answers", filled)), "a.xlsx")
    return {each: change(content) if each == name else content for each, content in files.items()}


@pytest.mark.parametrize(
    "files",
    [
        altered("xl/worksheets/sheet1.xml", lambda raw: raw[:300]),
        altered("xl/workbook.xml", lambda _: b"<workbook>"),
        {"xl/workbook.xml": b"<workbook/>"},
    ],
)
def test_a_damaged_workbook_is_refused(files: dict[str, bytes]) -> None:
    problems = refusals(lambda: tables(files, "a.xlsx"))
    assert [problem.partition(": ")[2] for problem in problems] == [
        "a damaged workbook; expected: a workbook as Excel or LibreOffice writes it; "
        "open it there and save it again as .xlsx"
    ]


def test_entities_are_refused() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    files = altered("xl/worksheets/sheet1.xml", lambda raw: raw.replace(b"<worksheet", bomb + b"<worksheet", 1))
    assert refusals(lambda: tables(files, "a.xlsx"))[0].startswith("a.xlsx[answers]: XML with declarations; expected")


def test_what_a_made_up_zip_tells_is_not_what_is_read() -> None:
    # Only what was unpacked and counted is handed on, whatever else the file holds.
    raw = book(("answers", filled))
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        assert set(members(raw, "a.xlsx")) == set(archive.namelist())
    assert next(line.where for line in read(raw)["answers"].lines()) == "a.xlsx[answers]:2"


def test_an_empty_workbook_is_refused() -> None:
    assert refusals(lambda: read(book(("answers", lambda _b, _s: None)))) == [
        "a.xlsx:1: an empty file; expected: a header and lines under it; see docs/bundle.md for the columns"
    ]


def test_columns_have_their_letters() -> None:
    assert [column_name(number) for number in (1, 26, 27, 52, 53, 702, 703, 16384)] == [
        "A", "Z", "AA", "AZ", "BA", "ZZ", "AAA", "XFD",
    ]  # fmt: skip
