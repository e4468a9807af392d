"""The letter that asks a unit to explain."""

import pytest

from chiso.engine.errors import InputError
from chiso.language import use
from chiso.report.kinds.explanation import explanation
from chiso.report.kinds.source import Source
from chiso.report.official.around import Asked
from chiso.report.official.form import Official
from tests.report.kinds.around import keeps_the_form, said, told
from tests.report.making import shipped

ASKED = (
    Asked(of="may_tram", why="Nhiều hơn danh sách."),
    Asked(of="2.3", why="Thiếu văn bằng."),
    Asked(of="hs_tiep_nhan", why="Chưa khớp."),
)


def made(*asked: Asked) -> Official:
    with use("vi"):
        return explanation(Source(*shipped("mau-tinh"), told(asked=asked, to=())), "so-noi-vu")


def test_every_sentence() -> None:
    found = made(*ASKED)
    assert (found.frame.to, found.blanks) == (("Sở Nội vụ tỉnh Mẫu",), ())
    assert said(found) == [
        "Qua thẩm định số liệu của Sở Nội vụ tỉnh Mẫu phục vụ bộ mẫu đánh giá mức độ ứng dụng công nghệ "
        "thông tin, chuyển đổi số của các cơ quan trong một tỉnh (bộ mẫu của Chiso, không phải văn bản "
        "của cơ quan nhà nước), Sở Khoa học và Công nghệ đề nghị đơn vị giải trình các nội dung sau:",
        "Bảng 1. Nội dung đề nghị giải trình",
        "1|may_tram|Số máy tính dùng cho công việc|125 máy|Nhiều hơn danh sách.",
        "2|2.3|Trình độ của người chuyên trách|11,25/15 điểm|Thiếu văn bằng.",
        "3|hs_tiep_nhan|Số hồ sơ tiếp nhận trong năm|cap-chung-chi-luu-tru: 2.566; "
        "dang-ky-noi-quy-lao-dong: 676; thanh-lap-hoi: 230|Chưa khớp.",
        "Văn bản giải trình do Thủ trưởng đơn vị ký, kèm tài liệu kiểm chứng, gửi qua hệ thống đánh giá "
        "của tỉnh, trước ngày 15 tháng 01 năm 2027.",
        "Đầu mối liên hệ: ông Nguyễn Văn Mẫu, Phòng Chuyển đổi số./.",
    ]
    keeps_the_form(found)


def test_without_questions_there_is_room_for_them() -> None:
    found = made()
    assert (found.blanks, list(found.tables())) == (("asked",), [])
    keeps_the_form(found)


def test_a_code_that_is_not_there_is_refused() -> None:
    with pytest.raises(InputError) as error:
        made(Asked(of="9.9", why="?"))
    assert [str(each) for each in error.value.problems] == [
        "meta.yaml, asked: the code 9.9, which the framework does not have; expected: the id of a question or the code "
        "of a criterion; mend its spelling"
    ]
