"""Tables written and read again are the same tables, in every format."""

from collections.abc import Callable
from pathlib import Path

import pytest

from chiso.tables.cells import Document
from chiso.tables.habits import habits, values
from chiso.tables.reading import read as read_path
from chiso.tables.reading import read_bytes
from chiso.tables.writing import html, pdf, word, workbook
from tests.tables.plain import Plain, plain, read, tables

WRITERS = {"html": html.written, "docx": word.written, "pdf": pdf.written, "xlsx": workbook.written}

SMALL = read(
    "<p>Bảng 1. Chỉ số &amp; hạ tầng<table><thead><tr><th>TT<th>Đơn vị<th>2015<th>Ghi chú</thead>"
    "<tr><td rowspan=2>1<td>Sở A<td>0,999<td rowspan=3>=1+1"
    "<tr><td>Bà Rịa - Vũng Tàu<td>1.374<tr><td>2<td>#strong[x] \\ *y* &lt;b&gt;<td>-10"
    "<tr><td>3<td colspan=3>Không có số liệu</table><p>(*) Theo báo cáo"
    "<table><tr><td>1<td>Không có đầu bảng<tr><td>2<td>https://example.vn/a-b/c</table>"
)


def folded(document: Document) -> list[Plain]:
    """The tables with their lines folded: a PDF does not tell the end of a line from the end of a paragraph."""

    def fold(text: str) -> str:
        return " ".join(text.split())

    return [
        Plain(number, fold(title), columns, [[fold(text) for text in row] for row in rows], list(map(fold, notes)))
        for number, title, columns, rows, notes in tables(document)
    ]


def shared_cells(document: Document) -> list[list[tuple[int, int]]]:
    """For each table, which places hold a cell that stands at an earlier place too."""
    found = []
    for table in document.tables:
        seen: set[int] = set()
        again = []
        for row, cells in enumerate(table.rows):
            for column, cell in enumerate(cells):
                if id(cell) in seen:
                    again.append((row, column))
                seen.add(id(cell))
        found.append(again)
    return found


@pytest.mark.parametrize("form", WRITERS)
def test_a_small_document_with_merged_cells_and_markup(form: str) -> None:
    again = read_bytes(WRITERS[form](SMALL), f"t.{form}")
    assert folded(again) == folded(SMALL)
    assert shared_cells(again) == shared_cells(SMALL)


def test_lines_in_a_cell_are_kept_where_the_format_tells_them() -> None:
    document = read("TT\tTiêu chí\tNăm 2014\n1\tMáy chủ\nđang hoạt động\t72,9%\n2\tMáy in\t57%\n")
    for form in ("html", "docx", "xlsx"):
        assert tables(read_bytes(WRITERS[form](document), "t")) == tables(document)


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("number", ["000", "001", "003", "004"])
@pytest.mark.shared("seeds")
def test_the_published_tables_come_back_cell_by_cell(number: str, form: str, shared: Path) -> None:
    (path,) = shared.glob(f"{number}_*.txt")
    document = read_path(path)
    again = read_bytes(WRITERS[form](document), f"t.{form}")
    assert folded(again) == folded(document)
    assert shared_cells(again) == shared_cells(document)
    assert numbers(again) == numbers(document)


def numbers(document: Document) -> list[list[list[str]]]:
    found = habits(document)
    return [
        [[str(number) for number in row] for row in values(table, columns)]
        for table, columns in zip(document.tables, found, strict=True)
    ]


@pytest.mark.parametrize("form", ["html", "pdf", "xlsx"])
def test_the_same_tables_give_the_same_bytes(form: str) -> None:
    write: Callable[[Document], bytes] = WRITERS[form]
    assert write(SMALL) == write(SMALL)


def test_no_tables_make_an_empty_file_that_opens() -> None:
    nothing = Document("t", (), ())
    assert [len(read_bytes(WRITERS[form](nothing), "t").tables) for form in ("html", "docx", "xlsx")] == [0, 0, 0]


def test_a_workbook_holds_certain_numbers_as_numbers_where_asked() -> None:
    document = read("TT | Đơn vị | Điểm | Tỉ lệ | Số |\n1 | A | 89,5 | 12% | 1.374 |\n2 | B | 9,25 | 7/27 | 5 |\n")
    again = read_bytes(workbook.written(document, habits(document)), "t")
    assert plain(again.tables[0]).rows == [["1", "A", "89.5", "12%", "1374"], ["2", "B", "9.25", "7/27", "5"]]
    assert [[cell.exact for cell in row] for row in again.tables[0].rows] == [
        ["1", "", "89.5", "", "1374"],
        ["2", "", "9.25", "", "5"],
    ]
