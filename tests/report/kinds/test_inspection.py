"""The minutes of a check on site."""

import pytest

from chiso.engine.errors import InputError
from chiso.language import use
from chiso.report.kinds.inspection import inspection
from chiso.report.kinds.source import Source
from chiso.report.official.around import Checked
from chiso.report.official.form import Official
from chiso.report.official.meta import Meta
from tests.report.kinds.around import keeps_the_form, said, told
from tests.report.making import shipped

CHECKED = (
    Checked(of="may_tram", value="120", note="5 máy đã thanh lý"),
    Checked(of="cbccvc", value="127"),
    Checked(of="sao_luu", value="day_du"),
    Checked(of="2.3", value="10 điểm"),
)


def made(meta: Meta) -> Official:
    with use("vi"):
        return inspection(Source(*shipped("mau-tinh"), meta), "so-noi-vu")


def test_every_sentence() -> None:
    found = made(told(checked=CHECKED))
    assert (found.frame.kind, found.blanks) == ("BIÊN BẢN", ())
    assert said(found) == [
        "Thời gian bắt đầu: 08 giờ 30 phút, ngày 20 tháng 02 năm 2027.",
        "Địa điểm: Phòng họp số 1.",
        "I. THÀNH PHẦN THAM DỰ",
        "1. Đoàn kiểm tra số 2",
        "- Lê Văn An, Trưởng đoàn.",
        "- Phạm Thị Bình.",
        "- Vắng mặt: Vũ Cường (đi công tác).",
        "2. Đơn vị được kiểm tra: Sở Nội vụ tỉnh Mẫu",
        "- Đỗ Minh, Phó Giám đốc.",
        "II. NỘI DUNG KIỂM TRA",
        "Đã kiểm tra 4 nội dung: 2 nội dung khớp với báo cáo, 2 nội dung có chênh lệch.",
        "Bảng 1. Số liệu báo cáo và kết quả kiểm tra",
        "1|Số máy tính dùng cho công việc|125 máy|120 máy|có chênh lệch; 5 máy đã thanh lý",
        "2|Số cán bộ, công chức, viên chức có mặt đến ngày 31/12|127 người|127 người|khớp với báo cáo",
        "3|Sao lưu, dự phòng dữ liệu|Có, định kỳ, đủ các hệ thống và đã thử khôi phục trong năm|Có, định "
        "kỳ, đủ các hệ thống và đã thử khôi phục trong năm|khớp với báo cáo",
        "4|Trình độ của người chuyên trách|11,25/15 điểm|10 điểm|có chênh lệch",
        "III. KẾT LUẬN",
        "Thống nhất số liệu đã kiểm tra.",
        "Việc kiểm tra kết thúc hồi 11 giờ 00 phút, ngày 20 tháng 02 năm 2027. Biên bản đã được đọc cho "
        "những người tham dự cùng nghe, thống nhất và ký tên dưới đây; biên bản được lập thành 02 bản có "
        "giá trị như nhau, mỗi bên giữ 01 bản./.",
    ]


def test_both_sides_sign() -> None:
    found = made(told(checked=CHECKED))
    assert [(side.title, side.name) for side in found.frame.sides] == [
        ("ĐẠI DIỆN ĐƠN VỊ ĐƯỢC KIỂM TRA", "Đỗ Minh"), ("ĐẠI DIỆN ĐOÀN KIỂM TRA", "Lê Văn An"),
    ]  # fmt: skip
    keeps_the_form(found)


def test_to_be_filled_in_on_the_spot() -> None:
    found = made(Meta(issuer="Sở Khoa học và Công nghệ"))
    assert found.blanks == (
        "number",
        "symbol",
        "opened",
        "closed",
        "venue",
        "parties",
        "checked",
        "passages.conclusions",
        "recipients",
    )
    (table,) = found.tables()
    assert (len(table.rows), [cell.text for cell in table.rows[1]]) == (
        80, ["2", "Số máy tính dùng cho công việc", "125 máy", "……………………", "……………………"],
    )  # fmt: skip

    keeps_the_form(made(told(parties=(), opened=None, closed=None, venue=None, passages={})))


def test_a_code_that_is_not_there_is_refused() -> None:
    with pytest.raises(InputError):
        made(told(checked=(Checked(of="khong_co", value="1"),)))
