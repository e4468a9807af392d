"""The plan of an assessment: its sections, its calendar, and the form that goes along."""

from chiso.engine.loading import load
from chiso.language import use
from chiso.report.kinds.plan import plan, plan_with_units
from chiso.report.kinds.source import Source
from chiso.report.official.form import Official
from chiso.report.official.meta import Meta
from tests.house.sources import PACKAGE
from tests.report.kinds.around import META, keeps_the_form, said
from tests.report.making import shipped

KON_TUM = load(PACKAGE / "frameworks" / "kon-tum-2017" / "framework.yaml")

EVERY = [
    "Thực hiện Quyết định 1454/QĐ-UBND ngày 01/12/2016, Ủy ban nhân dân tỉnh Kon Tum, Quy định đánh "
    "giá, xếp loại mức độ ứng dụng công nghệ thông tin trong hoạt động của các cơ quan nhà nước trên "
    "địa bàn tỉnh Kon Tum, Sở Khoa học và Công nghệ ban hành Kế hoạch triển khai đánh giá, xếp loại "
    "mức độ ứng dụng CNTT trong các cơ quan nhà nước tỉnh Kon Tum năm 2017 (phần biết được) như sau:",
    "I. MỤC ĐÍCH, YÊU CẦU",
    "1. Mục đích",
    "Đánh giá đúng mức độ ứng dụng.",
    "2. Yêu cầu",
    "Khách quan, đúng thời hạn.",
    "II. PHẠM VI, ĐỐI TƯỢNG ĐÁNH GIÁ",
    "Đối tượng đánh giá gồm các khối sau:",
    "- Sở, ban, ngành: 7 tiêu chí, 7 câu hỏi.",
    "- UBND các huyện, thành phố: 7 tiêu chí, 7 câu hỏi.",
    "Thời kỳ số liệu: từ ngày 01 tháng 01 năm 2026 đến ngày 31 tháng 12 năm 2026.",
    "Thời hạn gửi: trước ngày 15 tháng 01 năm 2027.",
    "III. NỘI DUNG ĐÁNH GIÁ",
    "Bảng 1. Các nhóm tiêu chí và điểm tối đa",
    "1|Hạ tầng kỹ thuật CNTT|không có trong nguồn|không có trong nguồn",
    "2|Nguồn nhân lực CNTT|không có trong nguồn|không có trong nguồn",
    "3|Sử dụng các phần mềm ứng dụng|không có trong nguồn|không có trong nguồn",
    "4|Chính sách và đầu tư cho ứng dụng CNTT|không có trong nguồn|không có trong nguồn",
    "5|Trang/Cổng thông tin điện tử|không có trong nguồn|không có trong nguồn",
    "6|An toàn thông tin|40|50",
    "7|Điểm cộng/trừ|không có trong nguồn|không có trong nguồn",
    "IV. TIẾN ĐỘ THỰC HIỆN",
    "Bảng 2. Tiến độ thực hiện",
    "1|Ban hành kế hoạch|trước 30/11/2026|Sở Khoa học và Công nghệ",
    "2|Cung cấp số liệu|01/12/2026 – 15/01/2027|Các đơn vị",
    "3|Công bố kết quả|3/2027|…………",
    "V. TỔ CHỨC THỰC HIỆN",
    "1. Sở Khoa học và Công nghệ",
    "- Chủ trì triển khai Kế hoạch",
    "2. Các đơn vị",
    "",
    "Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị phản ánh về Sở Khoa học và Công nghệ để "
    "được hướng dẫn, giải quyết./.",
]


def made(meta: Meta = META) -> Official:
    with use("vi"):
        return plan(KON_TUM, meta)


def test_every_sentence() -> None:
    found = made()
    assert (found.frame.kind, found.blanks) == ("KẾ HOẠCH", ())
    assert found.frame.subject == (
        "Triển khai đánh giá, xếp loại mức độ ứng dụng CNTT trong các cơ quan nhà nước tỉnh Kon Tum năm "
        "2017 (phần biết được)"
    )
    assert said(found)[:32] == EVERY


def test_the_form_of_each_block_goes_along() -> None:
    found = made()
    assert [(each.number, each.title) for each in found.annexes] == [
        ("Phụ lục I", "Phiếu cung cấp số liệu: Sở, ban, ngành"),
        ("Phụ lục II", "Phiếu cung cấp số liệu: UBND các huyện, thành phố"),
    ]
    assert [table.number for table in found.tables()] == list(range(1, 17))


def test_it_keeps_the_form() -> None:
    keeps_the_form(made())


def test_a_register_is_enclosed_where_it_is_known() -> None:
    with use("vi"):
        found = plan_with_units(Source(*shipped("kon-tum-2017"), META))
    assert found.annexes[0].title == "Danh sách đơn vị được đánh giá"
    assert "- Sở, ban, ngành: 20 đơn vị; 7 tiêu chí, 7 câu hỏi." in said(found)
    assert [len(table.rows) for table in list(found.tables())[2:4]] == [20, 10]


def test_what_is_not_told_is_named_and_the_calendar_has_its_steps() -> None:
    found = made(Meta())
    assert found.blanks == (
        "issuer",
        "number",
        "symbol",
        "place",
        "date",
        "grounds",
        "period",
        "deadline",
        "phases",
        "tasks",
        "passages.purposes",
        "passages.requirements",
        "recipients",
        "signer.post",
        "signer.name",
    )
    calendar = list(found.tables())[1]
    assert [row[1].text for row in calendar.rows] == [
        "Ban hành kế hoạch, phiếu cung cấp số liệu và hướng dẫn",
        "Các đơn vị cung cấp số liệu, tài liệu kiểm chứng và tự đánh giá",
        "Thẩm định số liệu theo tài liệu kiểm chứng",
        "Các đơn vị giải trình",
        "Thẩm định lại sau giải trình",
        "Hội đồng chốt kết quả",
        "Trình, phê duyệt kết quả",
        "Công bố kết quả",
    ]
    assert {row[2].text for row in calendar.rows} == {"…………"}
