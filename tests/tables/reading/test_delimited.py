"""CSV and TSV."""

import pytest

from chiso.tables.reading.delimited import separator
from tests.tables.plain import Plain, read, tables

ROWS = [["1", "Sở A", "0,999"], ["2", "Sở B\nvà C", "0,5"]]


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("start", ["", "\ufeff", "Bảng 1. Kết quả\n"], ids=["plain", "marked", "titled"])
def test_any_separator_with_cells_of_several_lines(mark: str, start: str) -> None:
    lines = [["TT", "Đơn vị", "Chỉ số"], ["1", "Sở A", '"0,999"'], ["2", '"Sở B\nvà C"', '"0,5"']]
    text = start + "".join(mark.join(line) + "\r\n" for line in lines)
    number, title = ("1", "Kết quả") if "Bảng" in start else ("", "")
    assert tables(read(text, "t.txt")) == [Plain(number, title, ["TT", "Đơn vị", "Chỉ số"], ROWS, [])]


def test_the_line_of_a_cell_is_that_of_its_record() -> None:
    (table,) = read('TT;Tên\n1;"Sở A\nvà B"\n2;Sở C\n').tables
    assert [row[0].at.line for row in table.rows] == [2, 4]


def test_blank_records_part_tables_and_lone_cells_are_titles_and_notes() -> None:
    document = read(
        "Bảng 1. Một;;\nTT;Tên;Điểm\n1;A;5\n2;B;4\n(*) Chú thích;;\n;;\nBảng 2. Hai;;\nTT;Tên;Điểm\n1;C;3\n2;D;2\n"
    )
    columns = ["TT", "Tên", "Điểm"]
    assert tables(document) == [
        Plain("1", "Một", columns, [["1", "A", "5"], ["2", "B", "4"]], ["(*) Chú thích"]),
        Plain("2", "Hai", columns, [["1", "C", "3"], ["2", "D", "2"]], []),
    ]


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("sep=;\na;b\n1;2\n", ";"),
        ("TT,Tên\n1,A\n2,B\n", ","),
        # Commas of decimals and of prose part nothing.
        ("1 An Giang 0,927\n2 Hà Nội 0,872\n3 Huế 0,742\n", ""),
        ("TT | Tên | Chỉ số |\n1 | A | 0,5 |\n2 | B | 0,4 |\n3 | C | 0,3 |\n", ""),
        ("Hà Nội, ngày 5 tháng 3\nKon Tum, ngày 7 tháng 4\nHuế, ngày 9 tháng 5\n", ""),
        ("1. Triển khai phần mềm;\n2. Triển khai đề án;\n3. Xây dựng;\n", ""),
        ("Một dòng, chỉ một\n", ""),
    ],
)
def test_a_text_is_delimited_only_where_its_lines_agree(text: str, mark: str) -> None:
    assert separator(text) == mark
