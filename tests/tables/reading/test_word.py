"""Tables in DOCX."""

from tests.tables.plain import Plain, read, remarks, tables
from tests.tables.reading.packages import W, cell, paragraph, row, table, word

RESTART, GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def span(count: int) -> str:
    return f'<w:gridSpan w:val="{count}"/>'


def test_merged_cells_captions_and_a_head_of_two_rows() -> None:
    body = (
        paragraph("Lời dẫn.")
        + paragraph("Bảng 1. Kết quả")
        + table(
            row(cell("TT", RESTART), cell("Đơn vị", RESTART), cell("Chỉ số", span(2))),
            row(cell("", GOES_ON), cell("", GOES_ON), "2015", "2016"),
            row("1", cell("Sở A", RESTART), "0,9", "0,8"),
            row("2", cell("", GOES_ON), cell("Không có số liệu", span(2))),
        )
        + paragraph("(*) Theo báo cáo")
    )
    document = read(word(body), "b.docx")
    assert tables(document) == [
        Plain("1", "Kết quả", ["TT", "Đơn vị", "Chỉ số / 2015", "Chỉ số / 2016"],
              [["1", "Sở A", "0,9", "0,8"], ["2", "Sở A", "Không có số liệu", "Không có số liệu"]],
              ["(*) Theo báo cáo"]),
    ]  # fmt: skip
    (found,) = document.tables
    assert found.rows[0][1] is found.rows[1][1]
    assert (found.titled and found.titled.line, found.rows[0][2].at.line) == (2, 12)
    assert [(part.text, part.at.line) for part in document.prose] == [("Lời dẫn.", 1)]


def test_numbers_that_word_writes_itself_are_read() -> None:
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>'
    numbering = (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num></w:numbering>'
    )
    first, second = cell(paragraph("", numbered)), cell(paragraph("", numbered))
    body = table(row("STT", "Đơn vị", "Điểm"), row(first, "Sở A", "9,5"), row(second, "Sở B", "8,5"))
    assert tables(read(word(body, numbering=numbering)))[0].rows == [["1.", "Sở A", "9,5"], ["2.", "Sở B", "8,5"]]


def test_footnotes_of_cells_are_notes_and_leave_the_cell_alone() -> None:
    noted = '<w:p><w:r><w:t>9,5</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    footnotes = f'<w:footnotes {W}><w:footnote w:id="2">{paragraph("Chưa thẩm định")}</w:footnote></w:footnotes>'
    (found,) = tables(read(word(table(row("TT", "Điểm"), row("1", cell(noted))), footnotes=footnotes)))
    assert (found.rows, found.notes) == ([["1", "9,5"]], ["Chưa thẩm định"])


def test_a_table_inside_a_cell_is_a_table_of_its_own() -> None:
    inner = table(row("TT", "Tên"), row("1", "A"))
    body = table(row("STT", "Đơn vị", "Chi tiết"), row("1", "Sở A", cell(inner + paragraph("xem bảng"))))
    assert tables(read(word(body))) == [
        Plain("", "", ["STT", "Đơn vị", "Chi tiết"], [["1", "Sở A", "xem bảng"]], []),
        Plain("", "", ["TT", "Tên"], [["1", "A"]], []),
    ]


def test_what_was_deleted_or_moved_is_not_read_and_what_was_put_in_is() -> None:
    changed = (
        "<w:p><w:del><w:r><w:delText>8,0</w:delText></w:r></w:del><w:ins><w:r><w:t>9,5</w:t></w:r></w:ins>"
        "<w:moveFrom><w:r><w:t>7</w:t></w:r></w:moveFrom></w:p>"
    )
    gone = row("2", "1,0", properties="<w:del/>")
    assert tables(read(word(table(row("TT", "Điểm"), row("1", cell(changed)), gone))))[0].rows == [["1", "9,5"]]


def test_lines_of_a_cell_fields_and_text_boxes() -> None:
    field = (
        "<w:p><w:r><w:t>Bảng </w:t></w:r><w:r><w:instrText>SEQ Bảng</w:instrText></w:r><w:r><w:t>2</w:t></w:r>"
        "<w:r><w:t>. Điểm</w:t></w:r></w:p>"
    )
    box = f"<w:p><w:r><w:drawing><w:txbxContent>{paragraph('Trong khung')}</w:txbxContent></w:drawing></w:r></w:p>"
    lines = cell(paragraph("Sở") + "<w:p><w:r><w:t>A</w:t><w:br/><w:t>B</w:t></w:r></w:p>")
    document = read(word(box + field + table(row("TT", "Tên"), row("1", lines))))
    assert tables(document) == [Plain("2", "Điểm", ["TT", "Tên"], [["1", "Sở\nA\nB"]], [])]
    assert [part.text for part in document.prose] == ["Trong khung"]


def test_a_table_that_goes_on_under_a_repeated_head_is_one() -> None:
    head = row("TT", "Tên", "Điểm", properties="<w:tblHeader/>")
    body = table(head, row("1", "A", "5")) + "<w:p/>" + table(head, row("2", "B", "4"))
    assert tables(read(word(body))) == [Plain("", "", ["TT", "Tên", "Điểm"], [["1", "A", "5"], ["2", "B", "4"]], [])]


def test_macros_are_told_and_not_run() -> None:
    document = read(word(table(row("TT", "Tên"), row("1", "A")), vbaProject=b"\0program"), "b.docm")
    assert tables(document)[0].rows == [["1", "A"]]
    assert remarks(document) == ["b.docm: the file holds macros; they were not run"]


def test_a_font_of_before_unicode_is_converted() -> None:
    body = table(
        row("TT", "§¬n vÞ", "§iÓm sè"), row("1", "Së Néi vô tØnh Thanh Hãa", "9,5"), row("2", "HuyÖn §¾k T«", "8")
    )
    document = read(word(body))
    assert tables(document)[0].columns == ["TT", "Đơn vị", "Điểm số"]
    assert tables(document)[0].rows[0][1] == "Sở Nội vụ tỉnh Thanh Hóa"
    assert remarks(document) == ["t.txt: the text was written in TCVN3 and was converted to Unicode"]
