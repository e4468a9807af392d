"""Tables in plain text, in each of the shapes that published texts have."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chiso.tables.cells import Address, Caption
from tests.tables.plain import Plain, read, remarks, tables


def test_rows_with_pipes_have_a_caption_above_and_notes_below() -> None:
    document = read(
        "Lời dẫn của báo cáo.\n"
        "Bảng 2.1. Chỉ số hạ tầng (*)\n"
        "Thứ hạng | Cơ quan | Chỉ số |\n"
        "1 | Bộ A | 1,000 |\n"
        "2 | Bộ B | 0,999 |\n"
        "(*) Theo báo cáo\n"
        "Ghi chú: số liệu năm 2016\n"
        "Đoạn sau.\n"
    )
    rows = [["1", "Bộ A", "1,000"], ["2", "Bộ B", "0,999"]]
    assert tables(document) == [
        Plain("2.1", "Chỉ số hạ tầng (*)", ["Thứ hạng", "Cơ quan", "Chỉ số"], rows,
              ["(*) Theo báo cáo", "Ghi chú: số liệu năm 2016"]),
    ]  # fmt: skip
    assert [(part.text, part.at.line) for part in document.prose] == [("Lời dẫn của báo cáo.", 1), ("Đoạn sau.", 8)]
    (table,) = document.tables
    assert table.at == Address("t.txt", line=3, table=1)
    assert table.titled == Address("t.txt", line=2)
    assert table.rows[1][2].at == Address("t.txt", line=5, table=1, row=2, column=3)


def test_a_cell_broken_over_lines_is_one_cell() -> None:
    document = read(
        "Bảng 1. Hồ sơ\n"
        "TT | Đơn vị | Mức 3 | Mức 4 | Tổng |\n"
        "1 | Bộ Ngoại giao | 45.000 |\n"
        "| 1.682.000 |\n"
        "2 | Bộ Công Thương |\n"
        "617.184\n"
        "| 10.518 | 627.702 |\n"
    )
    assert tables(document)[0].rows == [
        ["1", "Bộ Ngoại giao", "45.000", "", "1.682.000"],
        ["2", "Bộ Công Thương", "617.184", "10.518", "627.702"],
    ]
    assert document.tables[0].rows[1][2].at.line == 6


def test_a_head_broken_over_lines_is_one_head() -> None:
    document = read("Bảng 1. Hồ sơ\nTT | Đơn vị |\nSố hồ sơ | Tổng |\n1 | Bộ A | 5 | 6 |\n2 | Bộ B | 4 | 5 |\n")
    assert tables(document)[0].columns == ["TT", "Đơn vị", "Số hồ sơ", "Tổng"]
    document = read("TT\tĐơn vị\ncủa tỉnh\tTổng\n1\tSở A\t6\n2\tSở B\t5\n")
    assert tables(document)[0].columns == ["TT", "Đơn vị của tỉnh", "Tổng"]


def test_cells_that_a_merged_cell_covers_are_that_cell() -> None:
    document = read(
        "Bảng 2.2. Tỉ lệ\n"
        "TT | Ứng dụng | Triển khai, sử dụng | 2016 | Ghi chú |\n"
        "1 | Quản lý văn bản | Đã triển khai | 100% |\n"
        "|\n"
        "Được trang bị | 75,33% | Tính trong 18 Bộ | ||\n"
        "Thường xuyên | 83,41% | |||\n"
        "2 | Chữ ký số | Đã triển khai | 94,73% | 18/19 |\n"
        "Được trang bị | 99,89% |\n"
        "|\n"
    )
    assert tables(document)[0].rows == [
        ["1", "Quản lý văn bản", "Đã triển khai", "100%", ""],
        ["1", "Quản lý văn bản", "Được trang bị", "75,33%", "Tính trong 18 Bộ"],
        ["1", "Quản lý văn bản", "Thường xuyên", "83,41%", "Tính trong 18 Bộ"],
        ["2", "Chữ ký số", "Đã triển khai", "94,73%", "18/19"],
        ["2", "Chữ ký số", "Được trang bị", "99,89%", ""],
    ]
    rows = document.tables[0].rows
    assert rows[1][0] is rows[0][0]
    assert [(cell.at.row, cell.at.column) for cell in rows[2]] == [(1, 1), (1, 2), (3, 1), (3, 2), (2, 3)]
    assert remarks(document) == [
        "t.txt:2: table 2.2: 3 rows have fewer cells than columns; each cell was put under the column that it fits, "
        "and keeps the address where it is printed"
    ]


def test_a_number_is_not_put_under_a_column_of_addresses() -> None:
    document = read(
        "Bảng 4.4. Cổng thông tin\n"
        "Thứ hạng | Tỉnh | Địa chỉ Website/Portal | Chỉ số |\n"
        "1 | Đà Nẵng | 0,942 | |\n"
        "2 | Hà Nam | hanam.gov.vn | 0,770 |\n"
        "3 | Lạng Sơn | 0,422 |\n"
    )
    assert tables(document)[0].rows == [
        ["1", "Đà Nẵng", "", "0,942"],
        ["2", "Hà Nam", "hanam.gov.vn", "0,770"],
        ["3", "Lạng Sơn", "", "0,422"],
    ]
    assert document.tables[0].rows[0][3].at.column == 3


def test_a_total_row_and_a_last_group_with_words_for_numbers() -> None:
    document = read(
        "Bảng 4.7. Dịch vụ\n"
        "Thứ hạng | Tỉnh | Mức 3 | Mức 4 | Tổng |\n"
        "1 | Hà Giang | 1374 | 0 | 1374 |\n"
        "3 | Bạc Liêu, Bắc Kạn | Chưa có dịch vụ hoạt động | ||\n"
        "| Tổng cộng | 10.309 | 1.100 | 11.409 |\n"
    )
    assert tables(document)[0].rows == [
        ["1", "Hà Giang", "1374", "0", "1374"],
        ["3", "Bạc Liêu, Bắc Kạn", "Chưa có dịch vụ hoạt động", "", ""],
        ["", "Tổng cộng", "10.309", "1.100", "11.409"],
    ]


def test_rows_with_tabs_and_a_header_repeated_in_mid_table() -> None:
    document = read(
        "a) Hạ tầng\n\nTT\tTiêu chí\tNăm 2014\tNăm 2015\n1\tMáy trạm\t91,11%\t95,99%\n\n2\tMáy chủ\t72,9%\t80,85%\n"
        "\nTT\tTiêu chí\tNăm 2014\tNăm 2015\n3\tMáy in\t57%\t61%\n"
        "\nb) Nhân lực\n\nTT\tTiêu chí\tNăm 2014\tNăm 2015\n1\tCán bộ\t100%\t100 %\n"
    )
    columns = ["TT", "Tiêu chí", "Năm 2014", "Năm 2015"]
    assert tables(document) == [
        Plain("", "a) Hạ tầng", columns, [
            ["1", "Máy trạm", "91,11%", "95,99%"], ["2", "Máy chủ", "72,9%", "80,85%"], ["3", "Máy in", "57%", "61%"],
        ], []),
        Plain("", "b) Nhân lực", columns, [["1", "Cán bộ", "100%", "100 %"]], []),
    ]  # fmt: skip


def test_a_row_with_tabs_may_be_broken_too() -> None:
    document = read("TT\tTiêu chí\tNăm 2014\n1\tMáy chủ\nđang hoạt động\t72,9%\n2\tMáy in\t57%\n")
    assert tables(document)[0].rows == [["1", "Máy chủ\nđang hoạt động", "72,9%"], ["2", "Máy in", "57%"]]


def test_columns_set_by_blanks_alone() -> None:
    document = read(
        "Kết quả như sau:\nHạng  Tỉnh       Điểm\n1     An Giang   0,9\n2     Hà Nội     0,8\nHết  phần này.\n"
    )
    assert tables(document) == [
        Plain("", "", ["Hạng", "Tỉnh", "Điểm"], [["1", "An Giang", "0,9"], ["2", "Hà Nội", "0,8"]], [])
    ]
    assert [part.text for part in document.prose] == ["Kết quả như sau:", "Hết phần này."]


@pytest.mark.parametrize("blank", ["\n", ""], ids=["parted", "unparted"])
def test_one_cell_a_line(blank: str) -> None:
    document = read(
        "2. Kết quả xếp loại\n"
        f"\tSTT\n\tTên đơn vị\n\tTổng\n\tXếp loại\n{blank}"
        f"\t1\n\tSở A\n\t889.2\n\tTốt\n{blank}"
        f"\t2\n\tSở B\n\t \n\t \n{blank}{blank}* Sở B chưa tự đánh giá.\n3. Phần sau\n"
    )
    rows = [["1", "Sở A", "889.2", "Tốt"], ["2", "Sở B", "", ""]]
    assert tables(document) == [
        Plain("", "2. Kết quả xếp loại", ["STT", "Tên đơn vị", "Tổng", "Xếp loại"], rows, ["* Sở B chưa tự đánh giá."])
    ]


def test_a_frame_of_pipes_is_read_as_well() -> None:
    document = read("| TT | Đơn vị | Điểm |\n|---|:--:|---:|\n| 1 | Sở A | 9,5 |\n| 2 | Sở B |  |\n")
    assert tables(document) == [Plain("", "", ["TT", "Đơn vị", "Điểm"], [["1", "Sở A", "9,5"], ["2", "Sở B", ""]], [])]


def test_numbered_lines_are_a_table_of_two_columns() -> None:
    document = read("Danh sách đơn vị\n1 Bộ Công Thương\n2 Quận 3\n3 Bộ Y tế\nHết.\n")
    rows = [["1", "Bộ Công Thương"], ["2", "Quận 3"], ["3", "Bộ Y tế"]]
    assert tables(document) == [Plain("", "Danh sách đơn vị", ["", ""], rows, [])]
    # Values at the ends of all lines are columns of their own.
    assert tables(read("1 An Giang 0,927 12%\n2 Hà Nội 0,872 9%\n3 Huế 0,742 8%\n"))[0].rows == [
        ["1", "An Giang", "0,927", "12%"], ["2", "Hà Nội", "0,872", "9%"], ["3", "Huế", "0,742", "8%"],
    ]  # fmt: skip
    # A ranking with ties counts on by its lines.
    assert [row[0] for row in tables(read("1 A 1,000\n1 B 1,000\n3 C 0,9\n4 D 0,8\n4 E 0,8\n"))[0].rows] == list(
        "11344"
    )
    assert tables(read("1. Triển khai phần mềm;\n2. Triển khai đề án;\n3. Xây dựng cơ sở dữ liệu.\n")) == []


def test_ranks_told_one_after_the_other_in_a_paragraph_are_a_table() -> None:
    document = read(
        "Năm 2013 có 63 tỉnh. Tỉnh ta xếp hạng 60/63 (trên Lai Châu, tụt 1 bậc so với năm 2012), trong đó: "
        "An toàn, an ninh xếp hạng 49/63 (tụt 2 bậc so với năm 2012, xếp hạng trung bình); "
        "Cổng thông tin xếp hạng 53/64 (giữ nguyên thứ hạng); Nhân lực xếp thứ 55/63.\n"
    )
    assert tables(document) == [
        Plain("", "", ["Nội dung", "Xếp hạng", "Thay đổi", "Xếp loại", "Ghi chú"], [
            ["Tỉnh ta", "60/63", "tụt 1 bậc so với năm 2012", "", "trên Lai Châu"],
            ["An toàn, an ninh", "49/63", "tụt 2 bậc so với năm 2012", "xếp hạng trung bình", ""],
            ["Cổng thông tin", "53/64", "giữ nguyên thứ hạng", "", ""],
            ["Nhân lực", "55/63", "", "", ""],
        ], []),
    ]  # fmt: skip
    assert len(document.prose) == 1


def test_a_list_of_tables_is_told_apart_from_their_captions() -> None:
    document = read(
        "Danh sách bảng\nBảng 1. Chỉ số hạ tầng ........ 5\nBảng 2. Chỉ số nhân lực\t7\n"
        "Bảng 1 và Bảng 2 cho thấy kết quả.\n"
        "Bảng 1. Chỉ số hạ tầng kỹ thuật\nTT | Bộ | Chỉ số |\n1 | A | 0,5 |\n2 | B | 0,4 |\n"
        "Đoạn giữa.\nBảng 2. Chỉ số nhân lực\nXem phụ lục.\n"
    )
    assert list(document.contents) == [
        Caption("1", "Chỉ số hạ tầng", Address("t.txt", line=2)),
        Caption("2", "Chỉ số nhân lực 7", Address("t.txt", line=3)),
    ]
    assert [(table.number, table.title) for table in document.tables] == [("1", "Chỉ số hạ tầng kỹ thuật")]
    assert remarks(document) == ["t.txt:10: no table was found under the caption 2"]


def test_a_letterhead_and_a_signature_are_prose() -> None:
    document = read(
        "BỘ THÔNG TIN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: 1557/BTTTT-THH | Hà Nội, ngày 09 |\n"
        "Kính gửi: | - Các Bộ; |\nTrân trọng./.\n| KT. BỘ TRƯỞNG |\n"
    )
    assert tables(document) == []
    assert len(document.prose) == 5


def test_a_unit_of_measure_above_is_a_note_and_a_caption_may_take_two_lines() -> None:
    document = read(
        "Bảng 3. Số hồ sơ được giải quyết\ntrong năm 2016\nĐơn vị tính: hồ sơ\n"
        "TT | Bộ | Số |\n1 | A | 5 |\n2 | B | 4 |\n"
    )
    assert tables(document) == [
        Plain("3", "Số hồ sơ được giải quyết trong năm 2016", ["TT", "Bộ", "Số"], [["1", "A", "5"], ["2", "B", "4"]],
              ["Đơn vị tính: hồ sơ"]),
    ]  # fmt: skip


def test_a_second_header_row_and_a_row_that_numbers_the_columns_belong_to_the_header() -> None:
    document = read(
        "TT\tĐơn vị\tChỉ số\t\tTổng\n\t\tHạ tầng\tNhân lực\t\n(1)\t(2)\t(3)\t(4)\t(5)=(3)+(4)\n"
        "1\tSở A\t1\t2\t3\n2\tSở B\t0\t1\t1\n"
    )
    assert tables(document) == [
        Plain("", "",
              ["TT / (1)", "Đơn vị / (2)", "Chỉ số / Hạ tầng / (3)", "Nhân lực / (4)", "Tổng / (5)=(3)+(4)"],
              [["1", "Sở A", "1", "2", "3"], ["2", "Sở B", "0", "1", "1"]], []),
    ]  # fmt: skip


def test_a_table_without_numbers_is_a_table_and_prose_is_none() -> None:
    (found,) = tables(read("Bảng 1. Đầu mối\nĐơn vị | Đầu mối | Ghi chú |\nSở A | Ông B | |\nSở C | Bà D | |\n"))
    assert found.rows == [["Sở A", "Ông B", ""], ["Sở C", "Bà D", ""]]
    assert tables(read("Chỉ có lời văn.\nKhông có bảng nào.\n")) == []


def test_decomposed_letters_are_composed() -> None:
    document = read("TT | Ti\u0309nh | Chi\u0309 số |\n1 | Hòa Bi\u0300nh | 0,5 |\n2 | Huê\u0301 | 0,4 |\n")
    assert tables(document)[0].columns == ["TT", "Tỉnh", "Chỉ số"]
    assert tables(document)[0].rows == [["1", "Hòa Bình", "0,5"], ["2", "Huế", "0,4"]]


def test_a_first_row_with_fewer_cells_than_marks_is_no_stumbling_block() -> None:
    document = read("61,32% | |||\n3 | Thư điện tử | Tỉ lệ triển khai | 100% |\n|\nTỉ lệ sử dụng |\n")
    assert [table.rows[0] for table in tables(document)] == [["3", "Thư điện tử", "Tỉ lệ triển khai", "100%"]]


FRAGMENTS = [
    "TT | Đơn vị | Chỉ số |", "1 | Sở A | 0,5 |", "2 | Sở B |", "| 0,4 |", "|", "||", " | ", "\n", "\n", "\n", "\n\n",
    "\t", "STT", "1", "2", "0,5", "99,40%", "Bảng 1. Kết quả", "(*) Ghi chú", "TT\tTên\tĐiểm", "1\tA\t5", "Tổng cộng",
    "; ", ",", "| KT. BỘ TRƯỞNG |", "xếp hạng 5/63 (tăng 1 bậc)", "1 Bộ A", "---|---|", "(1)",
    "Lời văn dài hơn một dòng, và không có số.",
]  # fmt: skip


@given(st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=40).filter(lambda parts: "".join(parts).strip()))
def test_any_text_makes_whole_rows_and_loses_no_word(parts: list[str]) -> None:
    document = read("".join(parts))
    for table in document.tables:
        assert {len(row) for row in table.rows} <= {len(table.columns)}
        assert all(1 <= cell.at.row <= len(table.rows) for row in table.rows for cell in row)
    kept = [cell.text for table in document.tables for row in table.rows for cell in row]
    kept += [text for table in document.tables for text in (*table.columns, table.title, table.number, *table.notes)]
    kept += [part.text for part in document.prose] + [f"{each.number} {each.title}" for each in document.contents]
    assert words("".join(parts)) - {"Bảng"} <= words(" ".join(kept))


def words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", text))
