"""The letters that remind: of whom, how far they are, what is missing."""

import pytest

from chiso.engine.errors import InputError
from chiso.language import use
from chiso.report.kinds.completeness import completeness
from chiso.report.kinds.reminder import reminder, reminder_to
from chiso.report.kinds.source import Source
from chiso.report.official.meta import Meta
from tests.report.kinds.around import META, keeps_the_form, said
from tests.report.making import scored, shipped

SMALL = """
blocks: [{id: so, name: Sở}]
cases: [{id: dv, name: Dịch vụ}]
missing: zero
not_applicable: omit
questions:
  - {id: may, name: Số máy, type: count, unit: máy}
  - {id: mo_ta, name: Mô tả, type: text}
  - {id: hs, name: Hồ sơ, type: count, unit: hồ sơ, per: dv}
  - {id: mang, name: Có mạng, type: yes_no, not_applicable: true}
criteria:
  - {code: "1", name: Máy, max: 10, formula: {kind: per_item, count: may, each: 1}}
  - {code: "2", name: Mạng, max: 10, formula: {kind: yes_no, question: mang}}
  - {code: "3", name: Hồ sơ, max: 10, formula: {kind: expression, points: "tổng(hs)"}}
  - {code: "4", name: Thưởng, max: 5, role: bonus, formula: {kind: given}}
"""


def test_what_counts_as_answered() -> None:
    scores = scored(SMALL, "a may 3\na mang n/a\na/x hs 1\nb may 2\nb/x hs 1\nc mo_ta x\nc 4 2")
    found = completeness(scores.framework, scores.answers)
    assert [(each.unit, each.answered, each.asked, [q.id for q in each.missing]) for each in found] == [
        ("a", 3, 3, []), ("b", 2, 3, ["mang"]), ("c", 0, 3, ["may", "hs", "mang"]),
    ]  # fmt: skip


def source(id: str, meta: Meta = META) -> Source:
    return Source(*shipped(id), meta)


def test_every_sentence_to_all() -> None:
    with use("vi"):
        found = reminder(source("kon-tum-2017"))
    assert (found.frame.kind, found.frame.to, found.blanks) == ("", META.to, ())
    assert found.frame.subject.startswith("V/v đôn đốc cung cấp số liệu phục vụ đánh giá")
    assert said(found) == [
        "Đến ngày 02 tháng 11 năm 2026, 28/30 đơn vị đã gửi đầy đủ số liệu phục vụ đánh giá, xếp loại "
        "mức độ ứng dụng CNTT trong các cơ quan nhà nước tỉnh Kon Tum năm 2017 (phần biết được) "
        "(93,33%).",
        "2 đơn vị chưa gửi số liệu.",
        "Bảng 1. Các đơn vị chưa gửi đầy đủ số liệu",
        "1|Sở Nông Nghiệp và Phát triển nông thôn|Sở, ban, ngành|0/7|toàn bộ số liệu",
        "2|UBND huyện Kon Rẫy|UBND các huyện, thành phố|0/7|toàn bộ số liệu",
        "Sở Khoa học và Công nghệ đề nghị các đơn vị nêu trên khẩn trương hoàn thành, gửi số liệu qua hệ "
        "thống đánh giá của tỉnh, trước ngày 15 tháng 01 năm 2027.",
        "Quá thời hạn nêu trên, việc đánh giá căn cứ vào số liệu hiện có. Câu hỏi chưa trả lời: đơn vị "
        "không có kết quả.",
        "Đầu mối liên hệ: ông Nguyễn Văn Mẫu, Phòng Chuyển đổi số./.",
    ]
    keeps_the_form(found)


def test_every_sentence_to_one() -> None:
    with use("vi"):
        found = reminder_to(source("mau-tinh"), "thanh-tra-tinh")
    assert found.frame.to == ("Thanh tra tỉnh Mẫu",)
    assert said(found)[1:] == [
        "Các nội dung chưa có số liệu:",
        "- Số đơn vị trực thuộc của loại này;",
        "- Trong đó: số đơn vị đã triển khai phần mềm chuyên ngành;",
        "- Số hồ sơ tiếp nhận trong năm;",
        "- Trong đó: số hồ sơ nộp trực tuyến;",
        "- Số hồ sơ đã giải quyết trong năm;",
        "- Trong đó: số hồ sơ giải quyết trước hạn, đúng hạn;",
        "- Trong đó: số hồ sơ có thành phần hồ sơ và kết quả được số hóa;",
        "- Thời gian giải quyết hồ sơ so với quy định.",
        "Sở Khoa học và Công nghệ đề nghị các đơn vị nêu trên khẩn trương hoàn thành, gửi số liệu qua hệ "
        "thống đánh giá của tỉnh, trước ngày 15 tháng 01 năm 2027.",
        "Quá thời hạn nêu trên, việc đánh giá căn cứ vào số liệu hiện có. Câu hỏi chưa trả lời: 0 điểm.",
        "Đầu mối liên hệ: ông Nguyễn Văn Mẫu, Phòng Chuyển đổi số./.",
    ]
    keeps_the_form(found)


def test_a_unit_that_is_not_there_is_refused() -> None:
    with pytest.raises(InputError):
        reminder_to(source("mau-tinh"), "so-khong-co")


def test_what_is_not_told_is_named() -> None:
    with use("vi"):
        found = reminder(source("kon-tum-2017", Meta()))
    assert found.blanks == (
        "issuer",
        "number",
        "symbol",
        "place",
        "date",
        "to",
        "deadline",
        "channel",
        "contact",
        "recipients",
        "signer.post",
        "signer.name",
    )
