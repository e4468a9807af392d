"""A unit's report on its own assessment."""

import pytest

from chiso.engine.errors import InputError
from chiso.language import use
from chiso.report.kinds.self_report import self_report
from chiso.report.kinds.source import Source
from chiso.report.official.form import Official
from chiso.report.official.meta import Meta
from tests.report.kinds.around import keeps_the_form, said, told
from tests.report.making import shipped

EVIDENCE = {"may_tram": ("Sổ tài sản",), "1.3": ("Hợp đồng",)}


def made(id: str, unit: str, meta: Meta) -> Official:
    with use("vi"):
        return self_report(Source(*shipped(id), meta), unit)


def test_every_sentence() -> None:
    found = made("kon-tum-2017", "huyen-dak-ha", told(issuer=None))
    assert (found.frame.kind, found.frame.issuer) == ("BÁO CÁO", ("UBND HUYỆN ĐĂK HÀ",))
    assert found.blanks == ("evidence",)
    assert said(found) == [
        "UBND huyện Đăk Hà báo cáo kết quả tự đánh giá theo số liệu từ ngày 01 tháng 01 năm 2026 đến "
        "ngày 31 tháng 12 năm 2026 như sau:",
        "I. TỔNG HỢP ĐIỂM TỰ CHẤM",
        "Tổng điểm: 680,3 điểm.",
        "Bảng 1. Điểm tự chấm theo nhóm tiêu chí",
        "A|Hạ tầng kỹ thuật CNTT|không có trong nguồn|70,00|–",
        "B|Nguồn nhân lực CNTT|không có trong nguồn|144,30|–",
        "C|Sử dụng các phần mềm ứng dụng|không có trong nguồn|282,00|–",
        "D|Chính sách và đầu tư cho ứng dụng CNTT|không có trong nguồn|70,00|–",
        "E|Trang/Cổng thông tin điện tử|không có trong nguồn|82,00|–",
        "F|An toàn thông tin|50|42,00|84,00%",
        "G|Điểm cộng/trừ|không có trong nguồn|−10,00|–",
        "II. TIÊU CHÍ CHƯA CÓ SỐ LIỆU, TÀI LIỆU KIỂM CHỨNG",
        "Đã trả lời 7/7 câu hỏi.",
        "Tài liệu kiểm chứng gửi kèm:",
        "III. KHÓ KHĂN, VƯỚNG MẮC",
        "Một số máy tính đã cũ.",
        "IV. ĐỀ XUẤT, KIẾN NGHỊ",
        "Đề nghị bố trí kinh phí.",
        "Bảng 2. Điểm tự chấm theo từng tiêu chí",
        "T|Tổng điểm|không có trong nguồn|680,3|Tổng các thành phần: 70 + 144,3 + 282 + 70 + 82 + 42 − 10.",
        "A|Hạ tầng kỹ thuật CNTT|không có trong nguồn|70,00|Điểm được giao: 70.",
        "B|Nguồn nhân lực CNTT|không có trong nguồn|144,30|Điểm được giao: 144,3.",
        "C|Sử dụng các phần mềm ứng dụng|không có trong nguồn|282,00|Điểm được giao: 282.",
        "D|Chính sách và đầu tư cho ứng dụng CNTT|không có trong nguồn|70,00|Điểm được giao: 70.",
        "E|Trang/Cổng thông tin điện tử|không có trong nguồn|82,00|Điểm được giao: 82.",
        "F|An toàn thông tin|50|42,00|Điểm được giao: 42.",
        "G|Điểm cộng/trừ|không có trong nguồn|−10,00|Điểm được giao: −10.",
    ]


def test_criteria_without_evidence_are_explained() -> None:
    found = made("mau-tinh", "so-noi-vu", told(evidence=EVIDENCE))
    lines = said(found)
    assert found.blanks == ()
    assert lines[13:18] == [
        "II. TIÊU CHÍ CHƯA CÓ SỐ LIỆU, TÀI LIỆU KIỂM CHỨNG",
        "Đã trả lời 78/78 câu hỏi.",
        "Bảng 2. Các tiêu chí chưa có tài liệu kiểm chứng",
        "1.4|Băng thông Internet trên cán bộ, công chức, viên chức|Hợp đồng cung cấp dịch vụ Internet "
        "còn hiệu lực|Số liệu của đơn vị này là tự đặt ra",
        "1.5.1|Phòng máy chủ riêng|Thông báo tiếp nhận bản công bố phù hợp tiêu chuẩn, quy chuẩn|chưa có giải trình",
    ]
    codes = [row[0].text for row in list(found.tables())[1].rows]
    assert codes[:4] == ["1.4", "1.5.1", "1.5.2", "1.7"]
    keeps_the_form(found)


def test_evidence_for_a_code_that_is_not_there_is_refused() -> None:
    with pytest.raises(InputError):
        made("mau-tinh", "so-noi-vu", told(evidence={"khong_co": ("x",)}))


def test_what_is_not_told_is_named() -> None:
    found = made("kon-tum-2017", "huyen-dak-ha", Meta())
    assert found.blanks == (
        "number",
        "symbol",
        "place",
        "date",
        "to",
        "period",
        "evidence",
        "passages.difficulties",
        "passages.proposals",
        "recipients",
        "signer.post",
        "signer.name",
    )
    keeps_the_form(made("kon-tum-2017", "huyen-dak-ha", told(period=None, passages={})))
