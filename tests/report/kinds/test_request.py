"""The letter that asks for answers."""

from chiso.engine.loading import load
from chiso.language import use
from chiso.report.kinds.request import request
from chiso.report.official.form import Official
from chiso.report.official.meta import Meta
from tests.house.sources import PACKAGE
from tests.report.kinds.around import META, keeps_the_form, said


def made(id: str, meta: Meta = META) -> Official:
    with use("vi"):
        return request(load(PACKAGE / "frameworks" / id / "framework.yaml"), meta)


def test_every_sentence() -> None:
    found = made("kon-tum-2017")
    assert (found.frame.kind, found.frame.to, found.blanks) == ("", META.to, ())
    assert found.frame.subject.startswith("V/v cung cấp số liệu phục vụ đánh giá, xếp loại mức độ ứng dụng CNTT")
    assert said(found)[:9] == [
        "Thực hiện Quyết định 1454/QĐ-UBND ngày 01/12/2016, Ủy ban nhân dân tỉnh Kon Tum, Quy định đánh "
        "giá, xếp loại mức độ ứng dụng công nghệ thông tin trong hoạt động của các cơ quan nhà nước trên "
        "địa bàn tỉnh Kon Tum, Sở Khoa học và Công nghệ đề nghị các đơn vị cung cấp số liệu phục vụ đánh "
        "giá, xếp loại mức độ ứng dụng CNTT trong các cơ quan nhà nước tỉnh Kon Tum năm 2017 (phần biết "
        "được) như sau:",
        "1. Các đơn vị trả lời đầy đủ các câu hỏi tại phiếu kèm theo, cụ thể:",
        "- Sở, ban, ngành: 7 câu hỏi.",
        "- UBND các huyện, thành phố: 7 câu hỏi.",
        "2. Thời kỳ số liệu: từ ngày 01 tháng 01 năm 2026 đến ngày 31 tháng 12 năm 2026.",
        "3. Số liệu phải đầy đủ, chính xác, trung thực, đúng biểu mẫu; Thủ trưởng đơn vị chịu trách "
        "nhiệm về số liệu đã cung cấp. Câu hỏi chưa trả lời: đơn vị không có kết quả. Câu hỏi không áp "
        "dụng: không được phép.",
        "4. Số liệu gửi về Sở Khoa học và Công nghệ qua hệ thống đánh giá của tỉnh, trước ngày 15 tháng 01 năm 2027.",
        "Đầu mối liên hệ: ông Nguyễn Văn Mẫu, Phòng Chuyển đổi số.",
        "Sở Khoa học và Công nghệ đề nghị các đơn vị quan tâm, thực hiện đúng thời hạn./.",
    ]


def test_the_evidence_is_counted() -> None:
    (how,) = [each for each in said(made("mau-tinh")) if each.startswith("3. ")]
    assert how == (
        "3. Số liệu phải đầy đủ, chính xác, trung thực, đúng biểu mẫu; Thủ trưởng đơn vị chịu trách "
        "nhiệm về số liệu đã cung cấp. Gửi kèm tài liệu kiểm chứng cho 96/99 câu hỏi theo yêu cầu ghi "
        "tại phiếu. Câu hỏi chưa trả lời: 0 điểm. Câu hỏi không áp dụng: không tính vào điểm và điểm tối "
        "đa."
    )


def test_it_keeps_the_form() -> None:
    keeps_the_form(made("kon-tum-2017"))


def test_what_is_not_told_is_named() -> None:
    assert made("kon-tum-2017", Meta()).blanks == (
        "issuer",
        "number",
        "symbol",
        "place",
        "date",
        "to",
        "period",
        "deadline",
        "channel",
        "contact",
        "recipients",
        "signer.post",
        "signer.name",
    )
