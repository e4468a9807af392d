"""The form of a block, blank, and with the answers of a unit."""

import pytest

from chiso.engine.errors import InputError
from chiso.engine.loading import load
from chiso.language import use
from chiso.report.kinds.sheet import filled, sheet
from chiso.report.kinds.source import Source
from chiso.report.official.form import Official
from chiso.report.official.meta import Meta
from tests.house.sources import PACKAGE
from tests.report.kinds.around import keeps_the_form, said, told
from tests.report.making import shipped


def blank(id: str, meta: Meta) -> Official:
    with use("vi"):
        return sheet(load(PACKAGE / "frameworks" / id / "framework.yaml"), meta)


def of_unit(unit: str, meta: Meta) -> Official:
    with use("vi"):
        return filled(Source(*shipped("mau-tinh"), meta), unit)


def test_every_line_of_a_blank_one() -> None:
    found = blank("kon-tum-2017", told(block="huyen"))
    assert (found.frame.kind, found.blanks) == ("PHIẾU CUNG CẤP SỐ LIỆU", ())
    assert said(found)[:24] == [
        "UBND CÁC HUYỆN, THÀNH PHỐ",
        "Tên đơn vị:",
        "Người lập phiếu (họ tên, chức vụ, điện thoại, thư điện tử):",
        "Thời kỳ số liệu: từ ngày 01 tháng 01 năm 2026 đến ngày 31 tháng 12 năm 2026.",
        "Thời hạn gửi: trước ngày 15 tháng 01 năm 2027.",
        "Bảng 1. Hạ tầng kỹ thuật CNTT",
        "1|Hạ tầng kỹ thuật CNTT|điểm|A|……………………",
        "Căn cứ: Quyết định 134/QĐ-UBND ngày 27/3/2018, Kết quả kèm theo.",
        "Bảng 2. Nguồn nhân lực CNTT",
        "1|Nguồn nhân lực CNTT|điểm|B|……………………",
        "Căn cứ: Quyết định 134/QĐ-UBND ngày 27/3/2018, Kết quả kèm theo.",
        "Bảng 3. Sử dụng các phần mềm ứng dụng",
        "1|Sử dụng các phần mềm ứng dụng|điểm|C|……………………",
        "Căn cứ: Quyết định 134/QĐ-UBND ngày 27/3/2018, Kết quả kèm theo.",
        "Bảng 4. Chính sách và đầu tư cho ứng dụng CNTT",
        "1|Chính sách và đầu tư cho ứng dụng CNTT|điểm|D|……………………",
        "Căn cứ: Quyết định 134/QĐ-UBND ngày 27/3/2018, Kết quả kèm theo.",
        "Bảng 5. Trang/Cổng thông tin điện tử",
        "1|Trang/Cổng thông tin điện tử|điểm|E|……………………",
        "Căn cứ: Quyết định 134/QĐ-UBND ngày 27/3/2018, Kết quả kèm theo.",
        "Bảng 6. An toàn thông tin",
        "1|An toàn thông tin\n(Từ 0 đến 50.)|điểm|F|……………………",
        "Căn cứ: Quyết định 134/QĐ-UBND ngày 27/3/2018, Kết quả kèm theo, mục 1 điểm f.",
        "Bảng 7. Điểm cộng/trừ",
    ]


def test_without_a_block_there_is_a_form_for_each() -> None:
    found = said(blank("mau-tinh", told()))
    assert [each for each in found if each.isupper()] == ["SỞ, BAN, NGÀNH CẤP TỈNH", "XÃ, PHƯỜNG, ĐẶC KHU"]
    assert (
        '4|Đã kết nối mạng truyền số liệu chuyên dùng\n(Chọn "có" khi kết nối đang hoạt động tại thời điểm 31/12.)'
        "|có hoặc không|1.3|□ có\n□ không" in found
    )


def test_the_answers_of_a_unit() -> None:
    found = of_unit("so-noi-vu", told(issuer=None))
    assert (found.frame.issuer, found.blanks) == (("SỞ NỘI VỤ TỈNH MẪU",), ())
    assert said(found)[:8] == [
        "- Tên đơn vị: Sở Nội vụ tỉnh Mẫu.",
        "- Thời kỳ số liệu: từ ngày 01 tháng 01 năm 2026 đến ngày 31 tháng 12 năm 2026.",
        "Bảng 1. Hạ tầng kỹ thuật",
        "1|Số cán bộ, công chức, viên chức có mặt đến ngày 31/12\n(Tính cả hợp đồng làm chuyên môn, "
        "nghiệp vụ; không tính lái xe, bảo vệ, tạp vụ và các đơn vị sự nghiệp có phiếu "
        "riêng.)|người|1.1; 1.4; 2.4; 2.7; 3.2|127",
        "2|Số máy tính dùng cho công việc\n(Máy để bàn và máy xách tay của cơ quan đang sử dụng; không "
        "tính máy chủ, máy hỏng, máy chờ thanh lý.)|máy|1.1; 1.2; 1.6; 7.3|125",
        "3|Trong đó: số máy tính đáp ứng cấu hình theo yêu cầu công việc\n(Máy chạy được hệ điều hành còn "
        "được hãng hỗ trợ và các phần mềm dùng chung của tỉnh. Không lớn hơn: Số máy tính dùng cho công "
        "việc.)|máy|1.2|83",
        '4|Đã kết nối mạng truyền số liệu chuyên dùng\n(Chọn "có" khi kết nối đang hoạt động tại thời '
        "điểm 31/12.)|có hoặc không|1.3|có",
        "5|Tổng băng thông kết nối Internet theo hợp đồng\n(Cộng băng thông tải xuống cam kết của tất cả "
        "đường truyền; không tính mạng truyền số liệu chuyên dùng.)|Mbit/s|1.4|550",
    ]


def test_what_repeats_over_cases_has_a_line_for_each() -> None:
    found = said(of_unit("so-noi-vu", told()))
    start = found.index("Bảng 7. Dịch vụ công trực tuyến: Dịch vụ công trực tuyến")
    assert found[start + 1 : start + 4] == [
        "1|cap-chung-chi-luu-tru|2.566|1.887|2.536|2.426",
        "2|dang-ky-noi-quy-lao-dong|676|484|661|642",
        "3|thanh-lap-hoi|230|157|227|213",
    ]


def test_those_who_filled_it_in_and_answer_for_it_sign() -> None:
    sides = of_unit("so-noi-vu", told()).frame.sides
    assert [(side.title, side.name) for side in sides] == [
        ("NGƯỜI LẬP PHIẾU", ""), ("THỦ TRƯỞNG ĐƠN VỊ", "Trần Thị Thử"),
    ]  # fmt: skip


@pytest.mark.parametrize("id", ["kon-tum-2017", "vpcp-01-2018", "dti-2024"])
def test_a_blank_one_keeps_the_form(id: str) -> None:
    keeps_the_form(blank(id, told()))


def test_a_filled_one_keeps_the_form() -> None:
    keeps_the_form(of_unit("so-noi-vu", told()))


def test_a_block_or_a_unit_that_is_not_there_is_refused() -> None:
    with pytest.raises(InputError) as error:
        blank("kon-tum-2017", told(block="xa"))
    assert [str(each) for each in error.value.problems] == [
        "meta.yaml, block: the block xa; expected: one of so, huyen; mend its spelling"
    ]
    with pytest.raises(InputError) as error:
        of_unit("so-khong-co", told())
    assert [str(each) for each in error.value.problems] == [
        "--unit: the unit so-khong-co; expected: a code of the register of units; look it up in units.csv"
    ]
