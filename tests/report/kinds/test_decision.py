"""The decision on Kon Tum 2017: its words, its tables, and the same cells in every format."""

import re
from io import BytesIO
from typing import Any

import docx
import pdfplumber
import pytest
from python_calamine import CalamineWorkbook

from chiso.engine.errors import InputError
from chiso.language import use
from chiso.report.document import Table
from chiso.report.figures import Figure
from chiso.report.form_check import check
from chiso.report.html import page
from chiso.report.kinds.decision import decision
from chiso.report.kinds.source import Source
from chiso.report.official.fonts import font
from chiso.report.official.form import Official, Paragraph
from chiso.report.official.meta import Meta
from chiso.report.official.pdf import pdf
from chiso.report.official.plain import plain
from chiso.report.official.word import word
from chiso.report.xlsx import workbook
from tests.report.making import shipped
from tests.report.official.making import KON_TUM
from tests.report.test_html import Page

GRID = "Table Grid"
UNKNOWN = (
    "Hạ tầng kỹ thuật CNTT, Nguồn nhân lực CNTT, Sử dụng các phần mềm ứng dụng, Chính sách và đầu tư cho ứng dụng "
    "CNTT, Trang/Cổng thông tin điện tử, Điểm cộng/trừ"
)
HEAD = (
    "STT|Đơn vị|Hạ tầng kỹ thuật CNTT|Nguồn nhân lực CNTT|Sử dụng các phần mềm ứng dụng"
    "|Chính sách và đầu tư cho ứng dụng CNTT|Trang/Cổng thông tin điện tử|An toàn thông tin|Điểm cộng/trừ|Tổng điểm"
    "|Xếp loại|Hạng"
)
DEPARTMENTS = """
1|Sở Tài nguyên và Môi trường|100,00|172,00|332,70|180,00|83,50|31,00|−10,00|889,2|Tốt|1
2|Sở Giao thông, Vận tải|100,00|162,90|302,90|180,00|92,00|40,00|10,00|887,8|Tốt|2
3|Sở Tài chính|100,00|140,70|333,00|160,00|86,00|40,00|10,00|869,7|Tốt|3
4|Văn phòng UBND tỉnh|90,00|190,00|330,00|165,00|89,50|10,00|−15,00|859,5|Tốt|4
5|Sở Khoa học và Công nghệ|100,00|165,00|278,50|180,00|82,50|33,90|10,00|849,9|chưa xác định: Tốt hoặc Khá|5
6|Sở Giáo dục và đào tạo|100,00|167,80|269,80|160,00|89,50|40,00|10,00|837,1|Khá|6
7|Ban quản lý Khu kinh tế Kon Tum|90,00|144,40|323,90|150,00|88,50|20,00|10,00|826,8|Khá|7
8|Sở Xây dựng|90,00|124,00|307,40|165,00|86,50|40,00|10,00|822,9|Khá|8
9|Sở Nội vụ|90,00|150,00|295,10|145,00|81,50|40,00|10,00|811,6|Khá|9
10|Sở Y Tế|100,00|106,20|318,90|180,00|85,00|30,00|−10,00|810,1|Khá|10
11|Sở Công thương|80,00|145,00|298,00|160,00|85,50|23,10|10,00|801,6|Khá|11
12|Sở Kế hoạch và Đầu tư|100,00|162,37|292,63|160,00|88,50|0,00|−10,00|793,5|Khá|12
13|Thanh Tra tỉnh|90,00|125,00|323,60|100,00|83,50|40,00|10,00|772,1|Khá|13
14|Ban Dân tộc|90,00|80,00|338,30|165,00|86,50|20,00|−10,00|769,8|Khá|14
15|Sở Tư pháp|100,00|180,00|255,00|95,00|100,00|25,90|10,00|765,9|Khá|15
16|Sở Lao động Thương binh và Xã hội|70,00|88,80|263,20|165,00|83,00|40,00|10,00|720,0|Khá|16
17|Sở Thông tin và Truyền thông|100,00|119,40|301,00|85,00|81,50|20,00|10,00|716,9|Khá|17
18|Sở Văn hóa, Thể thao và Du Lịch|80,00|126,00|275,20|110,00|80,00|40,00|−10,00|701,2|Khá|18
19|Sở Ngoại Vụ|80,00|139,00|275,70|35,00|81,00|40,00|10,00|660,7|Trung bình|19
20|Sở Nông Nghiệp và Phát triển nông thôn||||||||||
"""
DISTRICTS = """
1|UBND huyện Sa Thầy|80,00|165,00|318,90|150,00|79,00|37,00|10,00|839,9|Khá|1
2|UBND thành phố Kon Tum|80,00|172,80|301,00|150,00|90,00|39,00|−10,00|822,8|Khá|2
3|UBND huyện Ngọc Hồi|80,00|206,00|270,60|100,00|77,00|50,00|−10,00|773,6|Khá|3
4|UBND huyện Tu Mơ Rông|100,00|157,70|288,00|60,00|74,00|50,00|−10,00|719,7|Khá|4
5|UBND huyện Đăk Glei|90,00|156,50|257,30|80,00|80,00|35,00|−10,00|688,8|chưa xác định: Khá hoặc Trung bình|5
6|UBND huyện Đăk Hà|70,00|144,30|282,00|70,00|82,00|42,00|−10,00|680,3|Trung bình|6
7|UBND huyện Đăk Tô|100,00|160,00|206,90|120,00|75,00|21,00|−10,00|672,9|Trung bình|7
8|UBND huyện Kon Plong|60,00|160,00|203,10|140,00|50,00|43,00|10,00|666,1|Trung bình|8
9|UBND huyện IaH'drai|70,00|115,00|100,10|160,00|64,00|40,00|−10,00|539,1|Trung bình|9
10|UBND huyện Kon Rẫy||||||||||
"""


@pytest.fixture(scope="module")
def made() -> Official:
    with use("vi"):
        return decision(Source(*shipped("kon-tum-2017"), KON_TUM))


def lines(table: Table) -> list[str]:
    """The rows of a table as text."""
    return ["|".join(cell.text for cell in row) for row in table.rows]


def test_every_cell_of_the_annex(made: Official) -> None:
    departments, districts = made.tables()
    assert ["|".join(column.title for column in table.columns) for table in (departments, districts)] == [HEAD, HEAD]
    assert [table.columns[7].note for table in (departments, districts)] == ["tối đa 40", "tối đa 50"]
    assert lines(departments) == DEPARTMENTS.strip().splitlines()
    assert lines(districts) == DISTRICTS.strip().splitlines()


def test_every_sentence(made: Official) -> None:
    said = [block.title if isinstance(block, Table | Figure) else block.text for block in made.blocks()]
    assert said == [
        "QUYẾT ĐỊNH:",
        "Điều 1. Phê duyệt kết quả đánh giá, xếp loại mức độ ứng dụng công nghệ thông tin trong hoạt động của các cơ "
        "quan nhà nước trên địa bàn tỉnh Kon Tum năm 2017 (có Kết quả kèm theo).",
        "Điều 2. Chánh Văn phòng Ủy ban nhân dân tỉnh, Thủ trưởng các sở, ban, ngành thuộc Ủy ban nhân dân tỉnh; Chủ "
        "tịch Ủy ban nhân dân các huyện, thành phố chịu trách nhiệm thi hành Quyết định này.",
        "Quyết định này có hiệu lực kể từ ngày ký./.",
        "1. Kết quả chung",
        "Sở, ban, ngành: 20 đơn vị, trong đó 19 đơn vị có kết quả. Cao điểm nhất: Sở Tài nguyên và Môi trường (889,2 "
        "điểm); thấp điểm nhất: Sở Ngoại Vụ (660,7 điểm). Xếp loại: Tốt 4 đơn vị (21,05%); Khá 13 đơn vị (68,42%); "
        "Trung bình 1 đơn vị (5,26%); chưa xác định 1 đơn vị (5,26%). "
        f"Điểm tối đa của {UNKNOWN}: không có trong nguồn.",
        "- An toàn thông tin: 9 đơn vị đạt điểm tối đa (40/40).",
        "UBND các huyện, thành phố: 10 đơn vị, trong đó 9 đơn vị có kết quả. Cao điểm nhất: UBND huyện Sa Thầy (839,9 "
        "điểm); thấp điểm nhất: UBND huyện IaH'drai (539,1 điểm). Xếp loại: Khá 4 đơn vị (44,44%); Trung bình 4 đơn "
        f"vị (44,44%); chưa xác định 1 đơn vị (11,11%). Điểm tối đa của {UNKNOWN}: không có trong nguồn.",
        "- An toàn thông tin: 2 đơn vị đạt điểm tối đa (50/50).",
        "2. Kết quả xếp loại Sở, ban, ngành",
        "Bảng 1. Tổng điểm, Sở, ban, ngành",
        "* Sở Khoa học và Công nghệ: Giới hạn dưới của loại Tốt chỉ biết là trên 840 và không quá 852,4: xếp loại Tốt "
        "nếu giới hạn không quá 849,9; xếp loại Khá nếu giới hạn cao hơn, ví dụ 850.",
        "* Sở Nông Nghiệp và Phát triển nông thôn: chưa thực hiện việc tự đánh giá, xếp loại.",
        "3. Kết quả xếp loại UBND các huyện, thành phố",
        "Bảng 2. Tổng điểm, UBND các huyện, thành phố",
        "* UBND huyện Đăk Glei: Giới hạn dưới của loại Khá chỉ biết là trên 688,4 và không quá 701,2: xếp loại Khá nếu "
        "giới hạn không quá 688,8; xếp loại Trung bình nếu giới hạn cao hơn, ví dụ 700.",
        "* UBND huyện Kon Rẫy: chưa thực hiện việc tự đánh giá, xếp loại.",
    ]


def test_the_units_with_full_marks_are_those_of_the_printed_footnote(made: Official) -> None:
    notes = [run.note for block in made.blocks() if isinstance(block, Paragraph) for run in block.runs if run.note]
    assert notes == [
        "Sở Giao thông, Vận tải; Sở Tài chính; Sở Giáo dục và đào tạo; Sở Xây dựng; Sở Nội vụ; Thanh Tra tỉnh; Sở Lao "
        "động Thương binh và Xã hội; Sở Văn hóa, Thể thao và Du Lịch; Sở Ngoại Vụ.",
        "UBND huyện Ngọc Hồi; UBND huyện Tu Mơ Rông.",
    ]


def test_the_annex_is_named_by_the_subject(made: Official) -> None:
    assert (made.annexes[0].number, made.annexes[0].title) == (
        "Phụ lục",
        "Kết quả đánh giá, xếp loại mức độ ứng dụng công nghệ thông tin trong hoạt động của các cơ quan nhà nước trên "
        "địa bàn tỉnh Kon Tum năm 2017",
    )
    assert made.blanks == ()


def texts(made: Official) -> list[list[list[str]]]:
    """The cells of every table, row by row, without the head."""
    return [[[cell.text for cell in row] for row in table.rows] for table in made.tables()]


def test_the_cells_of_the_docx(made: Official) -> None:
    drawn = [table for table in docx.Document(BytesIO(word(made))).tables if table.style and table.style.name == GRID]
    found = [[[cell.text for cell in row.cells] for row in table.rows][1:] for table in drawn]
    assert found == texts(made)


def test_the_cells_of_the_page(made: Official) -> None:
    tables = [table for table in Page(page(plain(made))).tables if table[0][0].startswith("STT")]
    assert [[[cell.strip() for cell in row] for row in table[1:]] for table in tables] == texts(made)


def test_the_cells_of_the_workbook(made: Official) -> None:
    book = CalamineWorkbook.from_filelike(BytesIO(workbook(plain(made))))
    for table in made.tables():
        rows = book.get_sheet_by_name(f"Bảng {table.number}").to_python()[3:]
        expected = [[cell.text if cell.value is None else cell.value for cell in row] for row in table.rows]
        assert [row[: len(table.columns)] for row in rows[: len(expected)]] == [
            [each if isinstance(each, str) else pytest.approx(float(each), abs=0) for each in row] for row in expected
        ]


def test_the_cells_of_the_pdf(made: Official) -> None:
    try:
        font()
    except InputError as error:
        pytest.skip(str(error))
    found: list[list[str]] = []
    with pdfplumber.open(BytesIO(pdf(made))) as read:
        for sheet in read.pages[1:]:
            for table in sheet.extract_tables():
                found += [[squeezed(cell) for cell in row] for row in table if squeezed(row[0]) != "STT"]
    assert found == [[squeezed(cell) for cell in row] for table in texts(made) for row in table]


def squeezed(text: Any) -> str:
    """A text without blanks and ends of lines."""
    return re.sub(r"\s+", "", text or "")


def test_it_keeps_the_form(made: Official) -> None:
    assert check(word(made)) == ()
    try:
        font()
    except InputError as error:
        pytest.skip(str(error))
    assert check(pdf(made)) == ()


def test_what_is_not_told_stands_blank() -> None:
    with use("vi"):
        bare = decision(Source(*shipped("mau-tinh"), Meta()))
    assert bare.blanks == (
        "issuer", "number", "symbol", "place", "date", "decides", "grounds", "executors", "recipients", "signer.post",
        "signer.name",
    )  # fmt: skip
    assert bare.frame.subject.startswith("Phê duyệt kết quả Bộ mẫu")
