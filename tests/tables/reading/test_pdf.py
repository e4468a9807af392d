"""Tables in PDF."""

from collections.abc import Iterator

import pytest

from chiso.tables.errors import Unreadable
from tests.tables.plain import Plain, read, remarks, tables
from tests.tables.reading.packages import pictured_pdf, printed

COLUMNS = ["TT", "Đơn vị", "Chỉ số"]


def ruled(rows: range, head: bool = True) -> str:
    header = "table.header([TT], [Đơn vị], [Chỉ số])," if head else ""
    cells = ", ".join(f"[{n}], [Tỉnh Đắk Lắk ổ {n}], [0,{n:03}]" for n in rows)
    return f"#table(columns: (2cm, 8cm, 3cm), {header} {cells})\n"


def wanted(rows: range) -> list[list[str]]:
    return [[str(n), f"Tỉnh Đắk Lắk ổ {n}", f"0,{n:03}"] for n in rows]


def test_a_ruled_table_between_prose_keeps_every_accent() -> None:
    document = read(
        printed(f"Lời dẫn của báo cáo.\n\nBảng 1. Chỉ số ẵ ữ\n{ruled(range(1, 4))}(\\*) Theo báo cáo\n"), "b.pdf"
    )
    assert tables(document) == [Plain("1", "Chỉ số ẵ ữ", COLUMNS, wanted(range(1, 4)), ["(*) Theo báo cáo"])]
    assert [(part.text, part.at.page) for part in document.prose] == [("Lời dẫn của báo cáo.", 1)]
    assert document.tables[0].rows[0][0].at.page == 1


@pytest.mark.parametrize("head", [True, False], ids=["head repeated", "head once"])
def test_a_table_over_pages_is_one(head: bool) -> None:
    first = ruled(range(1, 31))
    second = ruled(range(31, 41), head)
    numbered = '#set page(numbering: "1")\n'
    document = read(printed(f"{numbered}Bảng 1. Chỉ số\n{first}#pagebreak()\n{second}"))
    assert tables(document) == [Plain("1", "Chỉ số", COLUMNS, wanted(range(1, 41)), [])]
    assert [document.tables[0].rows[place][0].at.page for place in (0, 29, 30, 39)] == [1, 1, 2, 2]
    assert document.prose == ()


def test_tables_of_their_own_on_the_next_page_stay_apart() -> None:
    document = read(printed(f"Bảng 1. Một\n{ruled(range(1, 4))}#pagebreak()\nBảng 2. Hai\n{ruled(range(1, 3))}"))
    assert [(found.number, len(found.rows)) for found in tables(document)] == [("1", 3), ("2", 2)]
    document = read(printed(f"{ruled(range(1, 4))}#pagebreak()\n#v(3cm)\nMột đoạn văn.\n{ruled(range(1, 3))}"))
    assert [len(found.rows) for found in tables(document)] == [3, 2]


def test_merged_cells_and_a_head_of_two_rows() -> None:
    markup = (
        "#table(columns: 4, table.cell(rowspan: 2)[TT], table.cell(rowspan: 2)[Đơn vị], table.cell(colspan: 2)[Chỉ số],"
        " [2015], [2016], table.cell(rowspan: 2)[1], [Sở A], [0,9], [0,8],"
        " [Sở B], table.cell(colspan: 2)[Không có số liệu], [2], [Sở có tên \\ dài hơn], [0,7], [])\n"
    )
    document = read(printed(markup))
    assert tables(document) == [
        Plain("", "", ["TT", "Đơn vị", "Chỉ số / 2015", "Chỉ số / 2016"], [
            ["1", "Sở A", "0,9", "0,8"],
            ["1", "Sở B", "Không có số liệu", "Không có số liệu"],
            ["2", "Sở có tên dài hơn", "0,7", ""],
        ], []),
    ]  # fmt: skip
    assert document.tables[0].rows[0][0] is document.tables[0].rows[1][0]


def test_a_table_without_rules_is_read_by_its_gaps() -> None:
    markup = (
        "Bảng 5. Không kẻ khung\n"
        "#table(columns: (2cm, 8cm, 3cm), stroke: none, [TT], [Đơn vị], [Chỉ số],"
        " [1], [Sở Nội vụ], [0,9], [2], [Sở Y tế], [0,8], [3], [Sở Tài chính], [0,7])\nHết bảng.\n"
    )
    rows = [["1", "Sở Nội vụ", "0,9"], ["2", "Sở Y tế", "0,8"], ["3", "Sở Tài chính", "0,7"]]
    assert tables(read(printed(markup))) == [Plain("5", "Không kẻ khung", COLUMNS, rows, [])]


def test_lines_of_a_paragraph_are_one_and_page_numbers_are_none() -> None:
    sentence = "Đánh giá mức độ ứng dụng công nghệ thông tin của các cơ quan nhà nước năm 2016 tại các địa phương"
    long = " ".join([sentence] * 12)
    document = read(printed(f'#set page(numbering: "1/1")\n{long}.\n\n{long}.\n#pagebreak()\nĐoạn cuối.\n'))
    assert [part.text for part in document.prose] == [f"{long}.", f"{long}.", "Đoạn cuối."]
    assert [part.at.page for part in document.prose] == [1, 1, 2]


def test_progress_is_told_page_by_page() -> None:
    from chiso.tables.reading import read_bytes

    told: list[str] = []

    def progress(pages: range) -> Iterator[int]:
        for page in pages:
            told.append(f"{page} of {len(pages)}")
            yield page

    read_bytes(printed("A\n#pagebreak()\nB\n#pagebreak()\nC"), "b.pdf", progress)
    assert told == ["1 of 3", "2 of 3", "3 of 3"]


def test_a_page_of_pictures_is_told_and_a_file_of_them_is_refused() -> None:
    with pytest.raises(Unreadable) as refused:
        read(pictured_pdf(), "quet.pdf")
    assert str(refused.value) == (
        "quet.pdf: a PDF of 1 pages without text (scanned pictures); expected: a PDF with a text layer; "
        "run text recognition (OCR) on it first, or ask for the original"
    )
    document = read(printed("Một đoạn.\n#pagebreak()\n#rect()\n#pagebreak()\nĐoạn cuối."), "nua.pdf")
    assert remarks(document) == ["nua.pdf: pages 2 hold no text and were not read"]


def test_a_word_that_a_narrow_column_broke_is_whole_and_words_that_fit_just_so_are_two() -> None:
    markup = (
        "#context { let w = measure([Chín]).width + 10pt\n"
        "table(columns: (2cm, w, measure([1.682.0]).width + 10pt, measure([thuật]).width + 10pt),\n"
        "[TT], [Tên], [Số], [Ghi], [1], [Chín \\ h \\ sách], [1.682.0 \\ 00], [thuật \\ số],"
        " [2], [CNT \\ T], [5], [thuật \\ CNTT]) }\n"
    )
    rows = [["1", "Chính sách", "1.682.000", "thuật số"], ["2", "CNTT", "5", "thuật CNTT"]]
    assert tables(read(printed(markup))) == [Plain("", "", ["TT", "Tên", "Số", "Ghi"], rows, [])]


def test_a_row_that_is_broken_over_pages_is_one_row() -> None:
    words = " ".join(f"từ {number}." for number in range(60))
    markup = (
        f"#v(20cm)\n#table(columns: (1cm, 3cm, 2cm), table.header([TT], [Lời], [Điểm]), [1], [Một], [0,5],"
        f" [2], [{words}], [0,4], [3], [Ba], [0,3])\n"
    )
    (found,) = tables(read(printed(markup)))
    assert found.rows == [["1", "Một", "0,5"], ["2", words, "0,4"], ["3", "Ba", "0,3"]]
