"""The submission of a result."""

from chiso.language import use
from chiso.report.kinds.source import Source
from chiso.report.kinds.submission import submission
from chiso.report.official.form import Official
from chiso.report.official.meta import Meta
from tests.report.kinds.around import keeps_the_form, said, told
from tests.report.making import shipped


def made(meta: Meta) -> Official:
    with use("vi"):
        return submission(Source(*shipped("kon-tum-2017"), meta))


def test_every_sentence() -> None:
    found = made(told(to=("Ủy ban nhân dân tỉnh Mẫu",)))
    assert (found.frame.kind, found.frame.to, found.blanks) == ("TỜ TRÌNH", ("Ủy ban nhân dân tỉnh Mẫu",), ())
    assert found.frame.subject.startswith("Về việc phê duyệt kết quả đánh giá, xếp loại mức độ ứng dụng CNTT")
    assert said(found)[:13] == [
        "Thực hiện Quyết định 1454/QĐ-UBND ngày 01/12/2016, Ủy ban nhân dân tỉnh Kon Tum, Quy định đánh "
        "giá, xếp loại mức độ ứng dụng công nghệ thông tin trong hoạt động của các cơ quan nhà nước trên "
        "địa bàn tỉnh Kon Tum, Sở Khoa học và Công nghệ kính trình Ủy ban nhân dân tỉnh Mẫu kết quả đánh "
        "giá, xếp loại mức độ ứng dụng CNTT trong các cơ quan nhà nước tỉnh Kon Tum năm 2017 (phần biết "
        "được) như sau:",
        "I. QUÁ TRÌNH TRIỂN KHAI",
        "Các đơn vị đã cung cấp số liệu; Tổ thẩm định đã kiểm tra.",
        "II. KẾT QUẢ",
        "- Sở, ban, ngành: 20 đơn vị, trong đó 19 đơn vị có kết quả. Cao điểm nhất: Sở Tài nguyên và Môi "
        "trường (889,2 điểm); thấp điểm nhất: Sở Ngoại Vụ (660,7 điểm). Xếp loại: Tốt 4 đơn vị (21,05%); "
        "Khá 13 đơn vị (68,42%); Trung bình 1 đơn vị (5,26%); chưa xác định 1 đơn vị (5,26%).",
        "- UBND các huyện, thành phố: 10 đơn vị, trong đó 9 đơn vị có kết quả. Cao điểm nhất: UBND huyện "
        "Sa Thầy (839,9 điểm); thấp điểm nhất: UBND huyện IaH'drai (539,1 điểm). Xếp loại: Khá 4 đơn vị "
        "(44,44%); Trung bình 4 đơn vị (44,44%); chưa xác định 1 đơn vị (11,11%).",
        "III. NỘI DUNG KIẾN NGHỊ",
        "Xem xét, phê duyệt kết quả đánh giá, xếp loại mức độ ứng dụng CNTT trong các cơ quan nhà nước "
        "tỉnh Kon Tum năm 2017 (phần biết được) (chi tiết tại Phụ lục kèm theo).",
        "Hồ sơ kèm theo:",
        "- Dự thảo Quyết định.",
        "- Biên bản họp Hội đồng.",
        "Sở Khoa học và Công nghệ kính trình Ủy ban nhân dân tỉnh Mẫu xem xét, quyết định./.",
        "Bảng 1. Tổng điểm, Sở, ban, ngành",
    ]
    assert [len(table.rows) for table in found.tables()] == [20, 10]
    keeps_the_form(found)


def test_what_is_not_told_is_named() -> None:
    assert made(Meta()).blanks == (
        "issuer",
        "number",
        "symbol",
        "place",
        "date",
        "to",
        "grounds",
        "attached",
        "passages.course",
        "recipients",
        "signer.post",
        "signer.name",
    )
