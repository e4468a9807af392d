"""The letter that sends the results."""

from chiso.language import use
from chiso.report.kinds.decision import decision
from chiso.report.kinds.sending import sending
from chiso.report.kinds.source import Source
from chiso.report.official.meta import Meta
from tests.report.kinds.around import META, keeps_the_form, said
from tests.report.making import shipped


def test_every_sentence() -> None:
    source = Source(*shipped("kon-tum-2017"), META)
    with use("vi"):
        found, decided = sending(source), decision(source)
    assert (found.frame.kind, found.blanks) == ("", ())
    assert found.frame.subject.startswith("V/v gửi kết quả đánh giá, xếp loại mức độ ứng dụng CNTT")
    assert said(found)[:7] == [
        "Sở Khoa học và Công nghệ gửi các đơn vị kết quả đánh giá, xếp loại mức độ ứng dụng CNTT trong "
        "các cơ quan nhà nước tỉnh Kon Tum năm 2017 (phần biết được) như sau:",
        "- Sở, ban, ngành: 20 đơn vị, trong đó 19 đơn vị có kết quả. Cao điểm nhất: Sở Tài nguyên và Môi "
        "trường (889,2 điểm); thấp điểm nhất: Sở Ngoại Vụ (660,7 điểm). Xếp loại: Tốt 4 đơn vị (21,05%); "
        "Khá 13 đơn vị (68,42%); Trung bình 1 đơn vị (5,26%); chưa xác định 1 đơn vị (5,26%).",
        "- UBND các huyện, thành phố: 10 đơn vị, trong đó 9 đơn vị có kết quả. Cao điểm nhất: UBND huyện "
        "Sa Thầy (839,9 điểm); thấp điểm nhất: UBND huyện IaH'drai (539,1 điểm). Xếp loại: Khá 4 đơn vị "
        "(44,44%); Trung bình 4 đơn vị (44,44%); chưa xác định 1 đơn vị (11,11%).",
        "Kết quả chi tiết tại Phụ lục kèm theo.",
        "Ý kiến về kết quả (nếu có) gửi bằng văn bản, kèm tài liệu chứng minh, về Sở Khoa học và Công "
        "nghệ trước ngày 15 tháng 01 năm 2027.",
        "Đầu mối liên hệ: ông Nguyễn Văn Mẫu, Phòng Chuyển đổi số./.",
        "Bảng 1. Tổng điểm, Sở, ban, ngành",
    ]
    assert list(found.tables()) == list(decided.tables())
    assert [(each.number, each.title) for each in found.annexes] == [
        ("Phụ lục I", "Kết quả xếp loại Sở, ban, ngành"), ("Phụ lục II", "Kết quả xếp loại UBND các huyện, thành phố"),
    ]  # fmt: skip
    keeps_the_form(found)


def test_what_is_not_told_is_named() -> None:
    with use("vi"):
        found = sending(Source(*shipped("mau-tinh"), Meta()))
    assert found.blanks == (
        "issuer",
        "number",
        "symbol",
        "place",
        "date",
        "to",
        "deadline",
        "contact",
        "recipients",
        "signer.post",
        "signer.name",
    )
