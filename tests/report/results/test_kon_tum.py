"""The report on Kon Tum 2017, table by table."""

from decimal import Decimal

import pytest

from chiso.report.document import Document, Note, Table
from chiso.report.figures import Chart, Mark
from chiso.report.results import results_document
from tests.report.making import shipped

CLASSES = """
Khối|Tốt|Khá|Trung bình|Chưa xác định|Không xếp loại
Sở, ban, ngành|4|13|1|1|1
UBND các huyện, thành phố|0|4|4|1|1
"""
HEAD = (
    "Hạng|Đơn vị|Tổng điểm|Xếp loại|Hạ tầng kỹ thuật CNTT|Nguồn nhân lực CNTT|Sử dụng các phần mềm ứng dụng"
    "|Chính sách và đầu tư cho ứng dụng CNTT|Trang/Cổng thông tin điện tử"
)
DEPARTMENTS = """
1|Sở Tài nguyên và Môi trường|889,2|Tốt|100,00|172,00|332,70|180,00|83,50|31,00|−10,00
2|Sở Giao thông, Vận tải|887,8|Tốt|100,00|162,90|302,90|180,00|92,00|40,00|10,00
3|Sở Tài chính|869,7|Tốt|100,00|140,70|333,00|160,00|86,00|40,00|10,00
4|Văn phòng UBND tỉnh|859,5|Tốt|90,00|190,00|330,00|165,00|89,50|10,00|−15,00
5|Sở Khoa học và Công nghệ|849,9|chưa xác định: Tốt hoặc Khá|100,00|165,00|278,50|180,00|82,50|33,90|10,00
6|Sở Giáo dục và đào tạo|837,1|Khá|100,00|167,80|269,80|160,00|89,50|40,00|10,00
7|Ban quản lý Khu kinh tế Kon Tum|826,8|Khá|90,00|144,40|323,90|150,00|88,50|20,00|10,00
8|Sở Xây dựng|822,9|Khá|90,00|124,00|307,40|165,00|86,50|40,00|10,00
9|Sở Nội vụ|811,6|Khá|90,00|150,00|295,10|145,00|81,50|40,00|10,00
10|Sở Y Tế|810,1|Khá|100,00|106,20|318,90|180,00|85,00|30,00|−10,00
11|Sở Công thương|801,6|Khá|80,00|145,00|298,00|160,00|85,50|23,10|10,00
12|Sở Kế hoạch và Đầu tư|793,5|Khá|100,00|162,37|292,63|160,00|88,50|0,00|−10,00
13|Thanh Tra tỉnh|772,1|Khá|90,00|125,00|323,60|100,00|83,50|40,00|10,00
14|Ban Dân tộc|769,8|Khá|90,00|80,00|338,30|165,00|86,50|20,00|−10,00
15|Sở Tư pháp|765,9|Khá|100,00|180,00|255,00|95,00|100,00|25,90|10,00
16|Sở Lao động Thương binh và Xã hội|720,0|Khá|70,00|88,80|263,20|165,00|83,00|40,00|10,00
17|Sở Thông tin và Truyền thông|716,9|Khá|100,00|119,40|301,00|85,00|81,50|20,00|10,00
18|Sở Văn hóa, Thể thao và Du Lịch|701,2|Khá|80,00|126,00|275,20|110,00|80,00|40,00|−10,00
19|Sở Ngoại Vụ|660,7|Trung bình|80,00|139,00|275,70|35,00|81,00|40,00|10,00
–|Sở Nông Nghiệp và Phát triển nông thôn|–|không xếp hạng|–|–|–|–|–|–|–
"""
DISTRICTS = """
1|UBND huyện Sa Thầy|839,9|Khá|80,00|165,00|318,90|150,00|79,00|37,00|10,00
2|UBND thành phố Kon Tum|822,8|Khá|80,00|172,80|301,00|150,00|90,00|39,00|−10,00
3|UBND huyện Ngọc Hồi|773,6|Khá|80,00|206,00|270,60|100,00|77,00|50,00|−10,00
4|UBND huyện Tu Mơ Rông|719,7|Khá|100,00|157,70|288,00|60,00|74,00|50,00|−10,00
5|UBND huyện Đăk Glei|688,8|chưa xác định: Khá hoặc Trung bình|90,00|156,50|257,30|80,00|80,00|35,00|−10,00
6|UBND huyện Đăk Hà|680,3|Trung bình|70,00|144,30|282,00|70,00|82,00|42,00|−10,00
7|UBND huyện Đăk Tô|672,9|Trung bình|100,00|160,00|206,90|120,00|75,00|21,00|−10,00
8|UBND huyện Kon Plong|666,1|Trung bình|60,00|160,00|203,10|140,00|50,00|43,00|10,00
9|UBND huyện IaH'drai|539,1|Trung bình|70,00|115,00|100,10|160,00|64,00|40,00|−10,00
–|UBND huyện Kon Rẫy|–|không xếp hạng|–|–|–|–|–|–|–
"""


@pytest.fixture(scope="module")
def document() -> Document:
    return results_document(*shipped("kon-tum-2017"))


def lines(table: Table) -> list[str]:
    """The table as text, a line for the heads and one for each row."""
    heads = [f"{column.title} ({column.note})" if column.note else column.title for column in table.columns]
    return ["|".join(heads), *("|".join(cell.text for cell in row) for row in table.rows)]


def test_every_cell_of_every_table(document: Document) -> None:
    classes, departments, districts = document.tables()
    assert lines(classes) == CLASSES.strip().splitlines()
    assert lines(departments) == [
        f"{HEAD}|An toàn thông tin (tối đa 40)|Điểm cộng/trừ",
        *DEPARTMENTS.strip().splitlines(),
    ]
    assert lines(districts) == [
        f"{HEAD}|An toàn thông tin (tối đa 50)|Điểm cộng/trừ",
        *DISTRICTS.strip().splitlines(),
    ]


def test_titles_are_numbered_once(document: Document) -> None:
    assert [table.title for table in document.tables()] == [
        "Bảng 1. Số đơn vị theo xếp loại, Tổng điểm",
        "Bảng 2. Xếp hạng theo Tổng điểm, khối Sở, ban, ngành",
        "Bảng 3. Xếp hạng theo Tổng điểm, khối UBND các huyện, thành phố",
    ]
    assert [section.title for section in document.sections] == [
        "Tóm tắt",
        "Sở, ban, ngành",
        "UBND các huyện, thành phố",
        "Về bộ tiêu chí",
    ]


def test_what_it_is_comes_first(document: Document) -> None:
    assert document.notes == (
        Note(
            ("Phần biết được của văn bản từ các nguồn công khai; phần nguồn không nêu được ghi là chưa rõ.",),
            kind="caution",
        ),
    )


def test_a_number_carries_its_exact_value_reason_clause_and_address(document: Document) -> None:
    _, departments, _ = document.tables()
    office = departments.rows[3]
    assert [(cell.value, cell.source, cell.reason, cell.clause) for cell in office[:5]] == [
        (Decimal(4), "", "", ""),
        (None, "van-phong-ubnd-tinh", "", ""),
        (
            Decimal("859.5"),
            "van-phong-ubnd-tinh/T",
            "Tổng các thành phần: 90 + 190 + 330 + 165 + 89,5 + 10 − 15.",
            "Quyết định 134/QĐ-UBND ngày 27/3/2018, Kết quả kèm theo",
        ),
        (None, "van-phong-ubnd-tinh/T", "", ""),
        (
            Decimal("90.00"),
            "van-phong-ubnd-tinh/A",
            "Điểm được giao: 90.",
            "Quyết định 134/QĐ-UBND ngày 27/3/2018, Kết quả kèm theo",
        ),
    ]
    assert [office[3].level, departments.rows[4][3].level] == [(0, 3), None]


def test_the_notes_below_the_tables(document: Document) -> None:
    notes = [part for section in document.sections[1:3] for part in section.parts if isinstance(part, Note)]
    assert notes == [
        Note(
            (
                "Sở Khoa học và Công nghệ: Giới hạn dưới của loại Tốt chỉ biết là trên 840 và không quá 852,4: xếp loại"
                " Tốt nếu giới hạn không quá 849,9; xếp loại Khá nếu giới hạn cao hơn, ví dụ 850.",
            ),
            "Xếp loại chưa xác định được",
        ),
        Note(
            ("Sở Nông Nghiệp và Phát triển nông thôn: chưa thực hiện việc tự đánh giá, xếp loại",),
            "Đơn vị không xếp hạng",
        ),
        Note(
            (
                "UBND huyện Đăk Glei: Giới hạn dưới của loại Khá chỉ biết là trên 688,4 và không quá 701,2: xếp loại"
                " Khá nếu giới hạn không quá 688,8; xếp loại Trung bình nếu giới hạn cao hơn, ví dụ 700.",
            ),
            "Xếp loại chưa xác định được",
        ),
        Note(("UBND huyện Kon Rẫy: chưa thực hiện việc tự đánh giá, xếp loại",), "Đơn vị không xếp hạng"),
    ]


def test_the_same_in_english() -> None:
    english = results_document(*shipped("kon-tum-2017"), language="en")
    _, departments, _ = english.tables()
    assert lines(departments)[5] == (
        "5|Sở Khoa học và Công nghệ|849.9|undetermined: Good or Fair|100.00|165.00|278.50|180.00|82.50|33.90|10.00"
    )
    assert departments.rows[4][3].reason == (
        "The limit of Good is only known to lie above 840 and at most at 852.4: Good if it is at most 849.9, Fair if"
        " it is higher, for instance 850."
    )


def test_a_chart_for_each_block_with_the_intervals_of_the_limits(document: Document) -> None:
    charts = [part for section in document.sections for part in section.parts if isinstance(part, Chart)]
    assert [(chart.title, chart.kind, len(chart.bars)) for chart in charts] == [
        ("Hình 1. Tổng điểm của từng đơn vị, khối Sở, ban, ngành", "stacked", 19),
        ("Hình 2. Tổng điểm của từng đơn vị, khối UBND các huyện, thành phố", "stacked", 9),
    ]
    assert charts[0].marks == (
        Mark("Tốt", Decimal("840"), Decimal("852.4")),
        Mark("Khá", Decimal("688.4"), Decimal("701.2")),
    )
    assert charts[0].alternative == (
        "Hình 1. Tổng điểm của từng đơn vị, khối Sở, ban, ngành: 19 đơn vị, từ Sở Tài nguyên và Môi trường"
        " (889,2 · Tốt) đến Sở Ngoại Vụ (660,7 · Trung bình). Toàn bộ số liệu có trong bảng."
    )


def test_what_the_caller_says_of_the_answers_stands_beside_the_nature() -> None:
    told = results_document(*shipped("kon-tum-2017"), language="en", notes=["Typed from print."])
    assert told.notes[0].texts == (
        "What public sources tell of a decision; what they do not tell is marked as unknown.",
        "Typed from print.",
    )
