"""Tables in workbooks."""

import io
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from chiso.tables.cells import Address
from tests.tables.plain import Plain, read, remarks, tables
from tests.tables.reading.packages import spreadsheet

Rows = list[list[Any]]


def book(*sheets: Rows, merged: tuple[str, str] | None = None, hidden: int = 0, macros: bool = False) -> bytes:
    out = io.BytesIO()
    made = xlsxwriter.Workbook(out, {"in_memory": True})
    day = made.add_format({"num_format": "dd/mm/yyyy"})
    for place, rows in enumerate(sheets):
        sheet = made.add_worksheet()
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                if isinstance(value, datetime):
                    sheet.write_datetime(number, column, value, day)
                elif value is not None:
                    sheet.write(number, column, value)
        if merged and place == 0:
            sheet.merge_range(*merged)
        if place >= len(sheets) - hidden:
            sheet.hide()
    made.close()
    if macros:
        with zipfile.ZipFile(out, "a") as archive:
            archive.writestr("xl/vbaProject.bin", b"program")
    return out.getvalue()


def test_numbers_are_typed_and_texts_are_as_they_were_put_in() -> None:
    day = datetime.fromisoformat("2016-03-23")
    rows: Rows = [["TT", "Đơn vị", "Chỉ số", "Hồ sơ", "Ngày", "Đủ"], [1, "Sở A", 0.999, 1374, day, True],
            [2, "Sở B", "0,5", "10.309", None, False], [3, "=1+1", 0.1, 1e15, None, None]]  # fmt: skip
    document = read(book(rows), "b.xlsx")
    (found,) = document.tables
    assert tables(document)[0].rows == [
        ["1", "Sở A", "0.999", "1374", "2016-03-23", "TRUE"],
        ["2", "Sở B", "0,5", "10.309", "", "FALSE"],
        ["3", "0", "0.1", "1000000000000000", "", ""],
    ]
    assert [cell.exact for cell in found.rows[0]] == ["1", "", "0.999", "1374", "", ""]
    assert [cell.exact for cell in found.rows[1]] == ["2", "", "", "", "", ""]
    assert found.rows[1][2].at == Address("b.xlsx", line=3, sheet="Sheet1", table=1, row=2, column=3)


def test_titles_merged_heads_and_several_tables_on_a_sheet() -> None:
    rows: Rows = [
        ["UBND TỈNH", None, None], [], ["Bảng 1. Một"], ["TT", "Chỉ số", None], [None, "2015", "2016"],
        [1, 5, 6], [2, 7, 8], ["(*) Theo báo cáo"], [], ["Bảng 2. Hai"], ["TT", "Tên", "Điểm"], [1, "A", 5],
    ]  # fmt: skip
    document = read(book(rows, [["TT", "Tên"], [1, "B"]], merged=("B4:C4", "Chỉ số")))
    assert tables(document) == [
        Plain("1", "Một", ["TT", "Chỉ số / 2015", "Chỉ số / 2016"], [["1", "5", "6"], ["2", "7", "8"]],
              ["(*) Theo báo cáo"]),
        Plain("2", "Hai", ["TT", "Tên", "Điểm"], [["1", "A", "5"]], []),
        Plain("", "", ["TT", "Tên"], [["1", "B"]], []),
    ]  # fmt: skip
    assert [table.at.sheet for table in document.tables] == ["Sheet1", "Sheet1", "Sheet2"]
    assert [part.text for part in document.prose] == ["UBND TỈNH"]


def test_hidden_sheets_and_macros_are_told() -> None:
    rows: Rows = [["TT", "Tên"], [1, "A"]]
    document = read(book(rows, rows, hidden=1, macros=True), "b.xlsm")
    assert len(document.tables) == 1
    assert remarks(document) == [
        "b.xlsm: 1 hidden sheets were not read", "b.xlsm: the file holds macros; they were not run",
    ]  # fmt: skip


def test_the_form_of_before_2007_and_the_open_form_are_read_alike() -> None:
    rows = [["1", "Sở A", "0.999", "1374"], ["2", "Sở B", "0,5", "10.309"]]
    wanted = [Plain("1", "Chỉ số", ["TT", "Đơn vị", "Chỉ số", "Hồ sơ"], rows, ["(*) Theo báo cáo"])]
    old = Path(__file__).with_name("bang.xls").read_bytes()
    assert tables(read(old, "bang.xls")) == wanted
    sheet = [["Bảng 1. Chỉ số"], ["TT", "Đơn vị", "Chỉ số", "Hồ sơ"], *rows, ["(*) Theo báo cáo"]]
    sheet[3] = ["2", "Sở B", "0,5", "10,309"]
    assert tables(read(spreadsheet(sheet), "bang.ods")) == [wanted[0]._replace(rows=[rows[0], sheet[3]])]


def test_merged_cells_of_the_open_form_are_merged() -> None:
    document = read(spreadsheet([["TT", "Tên", "Điểm"], ["1", "Sở A|2", "5"], ["2", "|", "4"]]))
    assert tables(document)[0].rows == [["1", "Sở A", "5"], ["2", "Sở A", "4"]]
    assert document.tables[0].rows[0][1] is document.tables[0].rows[1][1]


def test_a_font_of_before_unicode_is_converted() -> None:
    document = read(
        book([["TT", "§¬n vÞ", "§iÓm sè"], [1, "Së Néi vô tØnh Thanh Hãa", "9,5"], [2, "HuyÖn §¾k T«", "8"]])
    )
    assert tables(document)[0].rows[0][1] == "Sở Nội vụ tỉnh Thanh Hóa"
    assert remarks(document) == ["t.txt: the text was written in TCVN3 and was converted to Unicode"]
