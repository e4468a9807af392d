"""The workbook, read back: the same cells as the page, numbers as numbers, the same bytes again."""

import stat
import zipfile
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from chiso.report.document import Cell, Column, Document, Section, Table
from chiso.report.results import results_document
from chiso.report.widths import column_widths, lines
from chiso.report.xlsx import number_format, workbook, write
from tests.report.making import shipped
from tests.report.official.making import chart


@pytest.fixture(scope="module", params=["kon-tum-2017", "mau-tinh"])
def document(request: pytest.FixtureRequest) -> Document:
    return results_document(*shipped(request.param))


@pytest.fixture(scope="module")
def content(document: Document) -> bytes:
    return workbook(document)


def sheets(content: bytes) -> dict[str, list[list[Any]]]:
    """The rows of every sheet, as they are read back."""
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def read(value: Any, cell: Cell) -> Any:
    """A value that was read, as the exact decimal that it was written from where the cell is a number."""
    return value if cell.value is None else Decimal(str(value)).normalize()


def test_a_sheet_for_each_table_with_its_cells(document: Document, content: bytes) -> None:
    found = sheets(content)
    tables = list(document.tables())
    figures = [f"Hình {figure.number}" for figure in document.figures()]
    assert list(found) == ["Tóm tắt", *(f"Bảng {table.number}" for table in tables), *figures, "Căn cứ tính"]
    for table in tables:
        rows = found[f"Bảng {table.number}"]
        assert rows[0][0] == table.title
        assert [head.partition("\n")[0] for head in rows[2]] == [column.title for column in table.columns]
        assert [
            [read(value, cell) for value, cell in zip(row, cells, strict=True)]
            for row, cells in zip(rows[3:], table.rows, strict=True)
        ] == [[cell.text if cell.value is None else cell.value.normalize() for cell in cells] for cells in table.rows]


def test_every_reason_has_a_row_with_its_clause_and_address(document: Document, content: bytes) -> None:
    rows = sheets(content)["Căn cứ tính"]
    assert rows[0] == ["Bảng", "Đơn vị", "Cột", "Giá trị", "Căn cứ tính", "Điều khoản", "Địa chỉ"]
    assert [[row[0], row[1], row[2], *row[4:]] for row in rows[1:]] == [
        [f"Bảng {table.number}", unit, column.title, cell.reason, cell.clause, cell.source]
        for table in document.tables()
        for unit, column, cell in table.reasons()
    ]


def test_the_summary_says_what_it_is_and_links_to_the_tables(document: Document, content: bytes) -> None:
    texts = [cell for row in sheets(content)["Tóm tắt"] for cell in row]
    assert texts[0] == document.title
    assert set(document.notes[0].texts) <= set(texts)
    assert {table.title for table in document.tables()} <= set(texts)


def test_the_same_document_and_date_give_the_same_bytes(document: Document, content: bytes) -> None:
    assert workbook(document) == content
    assert workbook(document, created=date(2026, 11, 21)) != content


def part(content: bytes, name: str) -> str:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return archive.read(name).decode()


def test_properties_bear_the_date_that_was_given(document: Document) -> None:
    core = part(workbook(document, created=date(2026, 11, 21)), "docProps/core.xml")
    assert f'"dcterms:W3CDTF">{datetime(2026, 11, 21).isoformat()}Z</dcterms:created>' in core  # noqa: DTZ001
    assert "<dc:creator>Chiso</dc:creator>" in core


def test_a_sheet_is_set_up_for_reading_and_printing(content: bytes) -> None:
    sheet = part(content, "xl/worksheets/sheet3.xml")
    for setting in (
        'state="frozen"',
        "<autoFilter ",
        'paperSize="9"',
        'orientation="landscape"',
        'fitToHeight="0"',
        "Trang &amp;P/&amp;N",
    ):
        assert setting in sheet, setting
    assert "_xlnm.Print_Titles" in part(content, "xl/workbook.xml")


def test_numbers_show_their_printed_decimals() -> None:
    formats = [Column("x", kind, decimals=places) for kind, places in (("points", 2), ("count", 0), ("share", 2))]  # type: ignore[arg-type]
    assert [number_format(column) for column in formats] == ["#,##0.00", "#,##0", '#,##0.00"%"']


def test_a_text_that_looks_like_a_formula_stays_a_text() -> None:
    rows = ((Cell("=1+1"), Cell("=cmd|' /C calc'!A0")),)
    table = Table(1, "=SUM(A1)", (Column("=A", "name"), Column("@B", "text")), rows)
    content = workbook(Document("vi", "=T", "S", (), (Section("=S", (table,)),)))
    assert sheets(content)["Bảng 1"] == [["=SUM(A1)", ""], ["", ""], ["=A", "@B"], ["=1+1", "=cmd|' /C calc'!A0"]]
    assert "<f>" not in part(content, "xl/worksheets/sheet2.xml")


def test_a_figure_has_a_sheet_with_its_title_its_words_and_its_picture() -> None:
    figure = replace(chart(1), title="=Hình 1. A & <b>")
    content = workbook(Document("vi", "T", "S", (), (Section("S", (figure, replace(figure))),)))
    assert list(sheets(content)) == ["Tóm tắt", "Hình 1", "Hình 1 (2)", "Căn cứ tính"]
    assert sheets(content)["Hình 1"] == [["=Hình 1. A & <b>"], ["Hình 1: từ 59 đến 56 <điểm>."]]
    assert 'descr="Hình 1: từ 59 đến 56 &lt;điểm&gt;."' in part(content, "xl/drawings/drawing1.xml")
    with zipfile.ZipFile(BytesIO(content)) as archive:
        assert [name for name in archive.namelist() if name.endswith(".png")] == ["xl/media/image1.png"]


def test_rows_that_sum_up_are_bold_and_not_filtered_and_notes_stand_below() -> None:
    rows = ((Cell("A"), Cell("1", Decimal(1))), (Cell("Cộng"), Cell("1", Decimal(1))))
    table = Table(1, "B", (Column("Tên", "name"), Column("Điểm", "points")), rows, totals=1, notes=("* Ghi chú.",))
    content = workbook(Document("vi", "T", "S", (), (Section("S", (table, replace(table))),)))
    assert sheets(content)["Bảng 1"][3:] == [["A", 1.0], ["Cộng", 1.0], ["", ""], ["* Ghi chú.", ""]]
    assert list(sheets(content)) == ["Tóm tắt", "Bảng 1", "Bảng 1 (2)", "Căn cứ tính"]
    assert '<autoFilter ref="A3:B4"/>' in part(content, "xl/worksheets/sheet2.xml")


def test_writing_replaces_a_file_whole(tmp_path: Path, document: Document) -> None:
    path = tmp_path / "kết quả.xlsx"
    path.write_bytes(b"old")
    write(document, path, created=date(2026, 11, 21))
    assert path.read_bytes() == workbook(document, created=date(2026, 11, 21))
    assert stat.S_IMODE(path.stat().st_mode) == 0o644
    assert [each.name for each in tmp_path.iterdir()] == ["kết quả.xlsx"]


def test_what_cannot_be_written_leaves_nothing(tmp_path: Path, document: Document) -> None:
    with pytest.raises(FileNotFoundError):
        write(document, tmp_path / "không có" / "x.xlsx")
    (tmp_path / "thư mục").mkdir()
    with pytest.raises(IsADirectoryError):
        write(document, tmp_path / "thư mục")
    assert [each.name for each in tmp_path.iterdir()] == ["thư mục"]


def test_lines_break_between_words() -> None:
    texts = ("", "một", "một hai ba bốn", "một\nhai", "mười hai chữ dài dài dài")
    assert [lines(text, 10, bold=True) for text in texts] == [1, 1, 2, 2, 3]
    assert lines("một hai ba", 9) == 1


def test_columns_are_as_wide_as_their_texts_within_bounds() -> None:
    columns = (Column("Hạng", "rank"), Column("Đơn vị", "name"), Column("Điểm", "points"))
    rows = ((Cell("1"), Cell("x" * 80), Cell("1.234,50")), (Cell("2"), Cell("y"), Cell("–")))
    assert column_widths(Table(1, "t", columns, rows)) == [7, 44, 11]
