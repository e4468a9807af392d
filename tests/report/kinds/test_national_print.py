"""The national report of 2016 from print: every printed cell, every correction, computed sentences, charts."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache
from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn

from chiso.exchange import printed
from chiso.language import use
from chiso.report.figures import Bin, Chart, Distribution, Heat, Map
from chiso.report.form_check import check
from chiso.report.kinds.national_figures import bins
from chiso.report.kinds.national_print import national_print
from chiso.report.kinds.national_reading import groups, value
from chiso.report.kinds.printed import Printed, PrintedCell, PrintedPart, PrintedTable
from chiso.report.official.fonts import font
from chiso.report.official.form import Heading, Official, Paragraph
from chiso.report.official.meta import Meta, read
from chiso.report.official.pdf import pdf
from chiso.report.official.word import word
from tests.report.official.making import MARKUP

META = read(
    "issuer: Bộ Thông tin và Truyền thông\nsymbol: BC-BTTTT\nplace: Hà Nội\ndate: 2017-05-09\n"
    "recipients: [Thủ tướng Chính phủ, 'Lưu: VT, THH']\n"
    "signer: {authority: [{form: KT, of: Bộ trưởng}], post: Thứ trưởng, name: Nguyễn Thành Hưng}\n".encode()
)
CORRECTED = [
    ("1", "Bảng 2.2", "Ứng dụng Chữ ký số trong gửi nhận văn bản điện tử, 2016", "94,73%", "94,74%"),
    ("2", "Bảng 2.6", "Bộ Xây dựng, Thứ hạng", "17", "16"),
    (
        "3", "Bảng 2.6", "Thanh tra Chính phủ (do đặc thù nên chưa thực hiện); Ủy ban Dân tộc, Thứ hạng", "19", "18",
    ),
    ("4", "Bảng 4.8", "Lâm Đồng, Tổng số hồ sơ trực tuyến (**)", "28.167", "28.622"),
    ("5", "Bảng 4.8", "Thừa Thiên - Huế, Số lượng hồ sơ trực tuyến mức độ 3", "36,6%", "36,7%"),
    ("6", "Mục 4.4", "phần lời", "22,63%", "22,64%"),
]  # fmt: skip
DOUBTED = [
    ("1", "Bảng 2.1", "Bộ Lao động, Thương binh và Xã Hội, Bộ, cơ quan ngang Bộ", "Bộ Lao động, Thương binh và Xã Hội",
     "chắc chắn"),
    ("2", "Bảng 2.4", "Bộ Văn hóa, Thể thao và Du lịch, Thứ hạng", "8", "có thể"),
    ("3", "Bảng 2.6", "Bộ Giáo dục và Đào tạo, Thứ hạng", "12", "nhiều khả năng"),
    ("4", "Bảng 2.7", "cả bảng", "17", "nhiều khả năng"),
    ("5", "Bảng 2.7", "Bộ Giao thông vận tải, Số lượng hồ sơ trực tuyến mức độ 3", "92.36%, 95.75%", "chắc chắn"),
    ("6", "Bảng 4.7", "Hà Giang, Số lượng DVCTT mức độ 3", "1374, 1299", "chắc chắn"),
    ("7", "Bảng 4.7", "Hà Giang, Tổng cộng", "1374, 1310", "chắc chắn"),
    ("8", "Bảng 4.8", "Lâm Đồng, Số lượng hồ sơ trực tuyến mức độ 3",
     "1007, 1313, 6220, 15914, 50812, 5221, 30106, 1167", "chắc chắn"),
    ("9", "Bảng 4.11", "TP. Hải Phòng, Thứ hạng", "48", "có thể"),
    ("10", "Mục 2.5", "phần lời", "Bộ Công an", "có thể"),
]  # fmt: skip


@cache
def report(language: str = "vi") -> Official:
    with use(language):
        return national_print(printed.read("mic-2016"), Meta())


def paragraphs(document: Official) -> list[str]:
    return [block.text for block in document.body if isinstance(block, Paragraph)]


def shown(document: Official) -> list[list[list[str]]]:
    """The texts of the cells of the printed tables, without the marks of corrections."""
    return [[[cell.text for cell in row] for row in table.rows] for table in list(document.tables())[:26]]


def expected() -> Iterator[list[list[str]]]:
    """The printed cells, those that the annex lists as corrected with its values and marks."""
    marks: Iterator[int] = iter(range(1, 6))
    for table in printed.read("mic-2016").tables:
        yield [
            [f"{cell.corrected} [{next(marks)}]" if cell.corrected else cell.text for cell in row] for row in table.rows
        ]


def test_every_printed_cell_appears_or_is_listed_as_corrected() -> None:
    assert shown(report()) == list(expected())
    assert sum(len(row) for table in shown(report()) for row in table) == 2213


def test_titles_and_heads_are_the_printed_ones() -> None:
    tables = list(report().tables())[:26]
    found = printed.read("mic-2016").tables
    assert [table.title for table in tables] == [table.title for table in found]
    assert [tuple(column.title for column in table.columns) for table in tables] == [table.columns for table in found]


def test_the_annexes_list_every_finding() -> None:
    corrected, doubted = list(report().tables())[26:]
    assert [tuple(cell.text for cell in row[:5]) for row in corrected.rows] == CORRECTED
    assert [tuple(cell.text for cell in row[:5]) for row in doubted.rows] == DOUBTED
    assert [annex.title for annex in report().annexes] == [
        "Danh mục số liệu đã hiệu chỉnh",
        "Danh mục nhận xét đối với số liệu giữ nguyên như bản in",
    ]
    assert corrected.rows[3][5].text == (
        "Lâm Đồng: in tổng là 28.167, các thành phần cộng lại là 28.622 (chênh -455); đúng bằng một mục 455 bị bỏ sót."
    )


def test_numbers_keep_their_exact_values_and_their_place() -> None:
    table = list(report().tables())[5]
    first, corrected, total = table.rows[0], table.rows[16], table.rows[-1]
    assert [cell.value for cell in first] == [Decimal(1), None, Decimal(56), Decimal(158), Decimal(214)]
    assert (corrected[0].text, corrected[0].value, corrected[0].source) == (
        "16 [2]", Decimal(16), "mic-2016/table-2.6.csv:17",
    )  # fmt: skip
    assert corrected[0].reason.startswith("Bộ Xây dựng và Bộ Tài nguyên và Môi trường cùng có 4 nhưng ở hạng 17 và 16")
    assert ([cell.text for cell in total], table.totals) == (["", "Tổng cộng", "550", "278", "828"], 1)


def test_the_excluded_units_stand_with_their_reason_and_every_block_with_its_units() -> None:
    found = paragraphs(report())
    assert (
        "Không đánh giá 3 đơn vị: Bộ Quốc phòng, Bộ Công an, Văn phòng Chính phủ (đặc thù thông tin và nhiệm vụ)."
        in found
    )
    assert [text for text in found if text.startswith("Khối này có")] == [
        "Khối này có 19 đơn vị được đánh giá: Bộ, cơ quan ngang Bộ.",
        "Khối này có 8 đơn vị được đánh giá: Cơ quan thuộc Chính phủ.",
        "Khối này có 63 đơn vị được đánh giá: Tỉnh, thành phố.",
    ]


def test_the_sections_are_those_of_the_contents_of_the_print() -> None:
    heads = [block.text for block in report().body if isinstance(block, Heading)]
    assert len(heads) == 26
    assert heads[:4] == [
        "GIỚI THIỆU", "I. TỔNG QUAN VỀ BÁO CÁO", "1.1. Mục đích", "1.2. Đối tượng, hạng mục và phương pháp đánh giá"
    ]  # fmt: skip
    assert heads[-1] == "V. ĐÁNH GIÁ TỔNG THỂ"
    assert (report().contents, report().lists) == (True, True)


@pytest.mark.parametrize(
    "sentence",
    [
        "Tính từ Bảng 2.1: 19 đơn vị; cao nhất cùng 15 đơn vị (1,000), thấp nhất Ủy ban Dân tộc (0,875), chênh lệch "
        "0,125; trung bình 0,985; 16/19 đơn vị đạt từ mức trung bình trở lên.",
        "Tính từ Bảng 2.5, tỷ lệ “Số lượng dịch vụ có hồ sơ trực tuyến” trên “Số lượng dịch vụ”: Dịch vụ công trực "
        "tuyến mức độ 3: 251/550 (45,64%); Dịch vụ công trực tuyến mức độ 4: 258/278 (92,81%); cộng: 509/828 (61,47%).",
        "Tính từ Bảng 2.6: 17/19 đơn vị có số liệu lớn hơn 0, tổng cộng 828; nhiều nhất Bộ Tài chính (214, chiếm "
        "25,85%); 3 đơn vị đứng đầu chiếm 62,32%.",
        "Tính từ Bảng 3.4: tổng cộng 28.603.066; nhiều nhất: Đơn vị tham gia lần đầu, Điều chỉnh đóng BHXH, BHYT, "
        "BHTN (cấp sổ BHXH, thẻ BHYT) (18.576.437, chiếm 64,95%).",
        "Tính từ Bảng 4.8: 23/63 đơn vị có số liệu lớn hơn 0, tổng cộng 556.270; nhiều nhất TP. Hà Nội (340.027, "
        "chiếm 61,13%); 3 đơn vị đứng đầu chiếm 80,50%.",
        "- Thuộc 15/63 hạng đầu ở cả 5 chỉ số: An Giang; TP. Đà Nẵng; TP. Hà Nội; TP. Hồ Chí Minh; thuộc 15 hạng cuối "
        "ở cả 5 chỉ số: Điện Biên; Cao Bằng; Sơn La.",
        "- Trang/Cổng thông tin điện tử: dẫn đầu Viện Hàn lâm Khoa học và Công nghệ Việt Nam (0,469); trung bình "
        "0,319, chênh lệch giữa cao nhất và thấp nhất 0,312; 0/8 đơn vị đạt từ 0,5 trở lên;",
        "Nguồn không công bố xếp hạng chung cho tất cả các hạng mục; báo cáo này không lập xếp hạng chung.",
    ],
)
def test_sentences_are_computed_from_the_tables(sentence: str) -> None:
    assert sentence in paragraphs(report())


def test_tables_whose_rows_count_different_things_have_no_sum() -> None:
    assert [text for text in paragraphs(report()) if text.startswith(("Tính từ Bảng 4.6", "Tính từ Bảng 4.10"))] == []


def test_what_the_source_lacks_is_said_below_the_table() -> None:
    by_title = {table.title[:9]: table for table in report().tables()}
    assert by_title["Bảng 2.4."].notes == ("Ô để trống ở cột “Địa chỉ Website/Portal”: không có trong nguồn.",)
    assert by_title["Bảng 2.7."].notes[0] == "(*) Số liệu thống kê theo báo cáo của các Bộ, cơ quan ngang Bộ"
    assert by_title["Bảng 2.2."].notes == (
        "[1] Ứng dụng Chữ ký số trong gửi nhận văn bản điện tử, 2016: số đã hiệu chỉnh; bản in là 94,73%.",
    )


def test_a_corrected_sentence_has_its_reason_as_a_footnote() -> None:
    notes = [run.note for block in report().body if isinstance(block, Paragraph) for run in block.runs if run.note]
    assert notes == [
        "Bộ Công an được nêu là không đánh giá, ở đây lại nêu việc đơn vị chưa thực hiện.",
        "Dịch vụ công trực tuyến mức độ 4: 249/1100 là 22,6364%, làm tròn thành 22,64%; 22,63% là cắt bớt, không phải "
        "làm tròn.",
    ]


def test_the_charts_and_the_map() -> None:
    found = list(report().figures())
    assert [type(each) for each in found] == [
        Chart, Chart, Heat, Chart, Heat, Distribution, Distribution, Map, Distribution, Distribution, Distribution
    ]  # fmt: skip
    heat, spread, country = found[2], found[6], found[7]
    assert isinstance(heat, Heat)
    assert (len(heat.rows), heat.columns[:2], heat.texts[5][:2]) == (
        19, ("Hạ tầng kỹ thuật CNTT", "Ứng dụng CNTT trong hoạt động nội bộ"), ("1,000", "0,515"),
    )  # fmt: skip
    assert isinstance(spread, Distribution)
    assert sum(each.count for each in spread.bins) == 63
    assert isinstance(country, Map)
    assert len({area.code for area in country.areas}) == 63
    assert country.shapes == "63"
    by_name = {area.name: area for area in country.areas}
    assert (by_name["TP. Đà Nẵng"].share, by_name["Lai Châu"].share, by_name["Thừa Thiên - Huế"].text) == (
        Decimal(1), Decimal(0), "0,742",
    )  # fmt: skip
    assert "Hoàng Sa" in country.alternative
    assert "Trường Sa" in country.alternative


def test_the_bins_hold_every_unit_once() -> None:
    ranked = groups(printed.read("mic-2016"))[0].indices[0]
    assert bins(ranked) == (
        Bin(Decimal("0.8"), Decimal("0.9"), 2),
        Bin(Decimal("0.9"), Decimal(1), 17),
    )


@pytest.mark.parametrize(
    ("text", "number"),
    [("1,000", "1.000"), ("10.309", "10309"), ("1374", "1374"), ("94,73%", "94.73"), ("1.2", None), ("18/19", None),
     ("", None)],
)  # fmt: skip
def test_numbers_are_read_in_vietnamese_writing(text: str, number: str | None) -> None:
    assert value(text) == (None if number is None else Decimal(number))


def test_in_english_the_sentences_change_and_the_tables_stay() -> None:
    english = report("en")
    assert shown(english) == shown(report())
    assert english.frame.kind == "REPORT"
    assert "Not assessed, 3 units: Bộ Quốc phòng, Bộ Công an, Văn phòng Chính phủ (đặc thù thông tin và nhiệm vụ)." in (
        paragraphs(english)
    )
    assert (
        "Computed from Table 2.3: 19 units; the highest is Bộ Giao thông vận tải (0.849), the lowest Bộ Ngoại giao "
        "(0.364), 0.485 apart; the mean is 0.606; 7/19 units reach the mean." in paragraphs(english)
    )


def test_word_holds_every_cell() -> None:
    tables = docx.Document(BytesIO(word(report()))).element.body.findall(qn("w:tbl"))
    read = [
        [
            ["".join(text.text or "" for text in cell.iter(qn("w:t"))) for cell in row.findall(qn("w:tc"))]
            for row in table.findall(qn("w:tr"))
        ]
        for table in tables
    ]
    assert [rows[1:] for rows in read if rows[0][0] in ("Thứ hạng", "TT")] == list(expected())


def test_captions_keep_the_printed_numbers() -> None:
    paragraphs = docx.Document(BytesIO(word(report()))).paragraphs
    found = [each for each in paragraphs if each.style is not None and each.style.name == "Caption"]
    shown = ["".join(run.text for run in each.runs if not run.font.hidden) for each in found]
    assert shown == [table.title for table in report().tables()]


def test_the_form_is_that_of_the_decree() -> None:
    font()
    with use("vi"):
        document = national_print(printed.read("mic-2016"), META)
    assert document.blanks == ("number",)
    assert check(word(document)) == ()
    # The pages of tables between these are the same, and take the reader of PDF files long.
    assert check(pdf(replace(document, body=document.body[:40]))) == ()


def small(*names: str) -> Printed:
    """A table without texts around it."""
    columns = ("Thứ hạng", "Đơn vị", "Chỉ số")
    rows = tuple((str(place), name, f"0,{9 - place}00") for place, name in enumerate(names, 1))
    cells = tuple(tuple(PrintedCell(each) for each in row) for row in rows)
    return Printed("thu", (PrintedTable("t.csv", "Bảng 1. Chỉ số", "Nguồn, Bảng 1", columns, cells),))


def test_names_of_any_kind_are_drawn() -> None:
    names = (*MARKUP, "Sở " + "rất dài " * 30, "Đ" * 210)
    with use("vi"):
        document = national_print(small(*names), Meta())
        assert pdf(document)[:5] == b"%PDF-"
        assert word(document)[:2] == b"PK"
    assert [[row[1].text for row in table.rows] for table in document.tables()] == [list(names)]


def test_a_table_without_rows_is_no_ranking() -> None:
    with use("vi"):
        document = national_print(small(), Meta())
    assert [len(table.rows) for table in document.tables()] == [0]
    assert list(document.figures()) == []


def test_a_document_without_a_last_section_still_ends_with_the_assessment() -> None:
    part = PrintedPart("table", "", "", PrintedCell("t.csv"))
    with use("vi"):
        document = national_print(Printed("thu", small("Sở", "Ban").tables, "Báo cáo thử", (part,)), Meta())
    assert [block.text for block in document.body if isinstance(block, Heading)] == ["Đánh giá tổng thể"]
    assert document.frame.subject == "Thử"


def test_tables_come_in_their_order() -> None:
    assert [table.number for table in report().tables()] == list(range(1, 29))
