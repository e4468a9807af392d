"""The card of one unit: its place, the next class, its parts and the units around it."""

import pytest

from chiso.engine.errors import InputError
from chiso.language import use
from chiso.report.document import Table
from chiso.report.figures import Chart, Figure, Trend
from chiso.report.form_check import check
from chiso.report.html import page
from chiso.report.kinds.card import card
from chiso.report.kinds.source import Source
from chiso.report.official.fonts import font
from chiso.report.official.form import Official
from chiso.report.official.meta import read
from chiso.report.official.pdf import pdf
from chiso.report.official.plain import plain
from chiso.report.official.word import word
from tests.report.kinds.times import BEFORE, BEFORE_UNITS, NOW, UNITS, at, two_times
from tests.report.making import shipped

META = read(
    """
issuer: Ủy ban nhân dân tỉnh Kon Tum
number: 5
symbol: TB-UBND
place: Kon Tum
date: 2018-04-02
recipients: [Đơn vị được đánh giá, "Lưu: VT"]
signer: {authority: [{form: TL, of: Chủ tịch}], post: Chánh Văn phòng, name: Nguyễn Văn Mẫu}
""".encode()
)


def made(id: str, unit: str) -> Official:
    with use("vi"):
        return card(Source(*shipped(id), META), unit)


def said(document: Official) -> list[str]:
    """The texts and titles, with the rows of tables as text."""
    found = []
    for block in document.blocks():
        found.append(block.title if isinstance(block, Table | Figure) else block.text)
        if isinstance(block, Table):
            found += ["|".join(cell.text for cell in row) for row in block.rows]
        if isinstance(block, Chart):
            found += [f"{bar.label}: {bar.text}" for bar in block.bars]
        if isinstance(block, Trend):
            found += [f"{point.label}: {point.text}" for point in block.points]
    return found


def test_a_unit_below_a_limit_that_is_not_known() -> None:
    assert said(made("kon-tum-2017", "huyen-dak-ha")) == [
        "1. Tổng điểm, UBND các huyện, thành phố",
        "UBND huyện Đăk Hà đạt 680,3 điểm; xếp hạng 6/9; xếp loại: Trung bình.",
        "Giới hạn của loại Khá chỉ biết là không quá 701,2: còn thiếu nhiều nhất 20,90 điểm.",
        "Bảng 1. Điểm và thứ hạng theo từng nhóm",
        "Hạ tầng kỹ thuật CNTT|70,00|không có trong nguồn|7/9|100,00",
        "Nguồn nhân lực CNTT|144,30|không có trong nguồn|8/9|206,00",
        "Sử dụng các phần mềm ứng dụng|282,00|không có trong nguồn|4/9|318,90",
        "Chính sách và đầu tư cho ứng dụng CNTT|70,00|không có trong nguồn|8/9|160,00",
        "Trang/Cổng thông tin điện tử|82,00|không có trong nguồn|2/9|90,00",
        "An toàn thông tin|42,00|50|4/9|50,00",
        "Điểm cộng/trừ|−10,00|không có trong nguồn|3/9|10,00",
        "Hình 1. Tỷ lệ so với điểm cao nhất của khối",
        "Hạ tầng kỹ thuật CNTT: 70,0%",
        "Nguồn nhân lực CNTT: 70,0%",
        "Sử dụng các phần mềm ứng dụng: 88,4%",
        "Chính sách và đầu tư cho ứng dụng CNTT: 43,8%",
        "Trang/Cổng thông tin điện tử: 91,1%",
        "An toàn thông tin: 84,0%",
        "Mặt mạnh (thứ hạng trong một phần tư đầu của khối): Trang/Cổng thông tin điện tử (2/9).",
        "Mặt yếu (thứ hạng trong một phần tư cuối của khối): Hạ tầng kỹ thuật CNTT (7/9); Nguồn nhân lực CNTT (8/9); "
        "Chính sách và đầu tư cho ứng dụng CNTT (8/9).",
        "Bảng 2. Các đơn vị liền kề",
        "4|UBND huyện Tu Mơ Rông|719,7|+39,4",
        "5|UBND huyện Đăk Glei|688,8|+8,5",
        "6|UBND huyện Đăk Hà|680,3|–",
        "7|UBND huyện Đăk Tô|672,9|−7,4",
        "8|UBND huyện Kon Plong|666,1|−14,2",
    ]


def test_a_unit_ranked_by_the_share_of_its_own_maximum() -> None:
    told = said(made("mau-tinh", "so-noi-vu"))
    assert told[1:3] == [
        "Sở Nội vụ tỉnh Mẫu đạt 812,44 điểm; bằng 81,24% điểm tối đa của đơn vị; xếp hạng 7/14; xếp loại: Tốt.",
        "Để đạt giới hạn của loại Xuất sắc (85%) còn thiếu 37,56 điểm.",
    ]
    assert "Điểm trừ|0,00|40|1/14|20,00" in told, "the fewest penalties are best"
    assert told[-5:] == [
        "5|Sở Công Thương tỉnh Mẫu|82,29%|+1,05",
        "6|Sở Giáo dục và Đào tạo tỉnh Mẫu|81,57%|+0,33",
        "7|Sở Nội vụ tỉnh Mẫu|81,24%|–",
        "8|Thanh tra tỉnh Mẫu|80,72%|−0,52",
        "9|Sở Y tế tỉnh Mẫu|79,02%|−2,22",
    ]


def test_the_first_unit_and_an_open_class() -> None:
    first = said(made("kon-tum-2017", "so-tai-nguyen-moi-truong"))
    assert first[1:3] == [
        "Sở Tài nguyên và Môi trường đạt 889,2 điểm; xếp hạng 1/19; xếp loại: Tốt.",
        "Đây là loại cao nhất.",
    ]
    assert first[-3:] == [
        "1|Sở Tài nguyên và Môi trường|889,2|–",
        "2|Sở Giao thông, Vận tải|887,8|−1,4",
        "3|Sở Tài chính|869,7|−19,5",
    ]
    assert said(made("kon-tum-2017", "so-khoa-hoc-cong-nghe"))[2].startswith("Giới hạn dưới của loại Tốt chỉ biết là")


def test_a_unit_that_was_not_assessed() -> None:
    assert said(made("kon-tum-2017", "huyen-kon-ray")) == [
        "1. Tổng điểm, UBND các huyện, thành phố",
        "UBND huyện Kon Rẫy: không xếp hạng: chưa thực hiện việc tự đánh giá, xếp loại.",
    ]


def test_a_unit_that_is_not_there() -> None:
    with pytest.raises(InputError) as error:
        made("kon-tum-2017", "so-khong-co")
    assert str(error.value) == (
        "--unit: the unit so-khong-co; expected: a code of the register of units; look it up in units.csv"
    )


def test_what_changed_since_the_time_before() -> None:
    with use("vi"):
        told = said(card(two_times(META), "b"))
    assert told[2:4] == [
        "Đây là loại cao nhất.",
        "So với kỳ trước: tăng 1 bậc (từ 2/5 thành 1/4); tăng 6,00 điểm (từ 12,00 thành 18,00); xếp loại tăng từ Khá "
        "lên Tốt.",
    ]
    assert told[4:7] == [
        "Bảng 1. Điểm và thứ hạng theo từng nhóm",
        "Hạ tầng|9,00|10|1/4|9,00|+1,00|+1",
        "Ứng dụng|9,00|10|1/4|9,00|+5,00|+3",
    ]
    at = told.index("Hình 2. Thứ hạng qua các kỳ")
    assert told[at + 1 : at + 4] == ["kỳ trước: 2/5", "kỳ này: 1/4", "Bảng 2. Các đơn vị liền kề"]


def test_a_unit_that_fell_and_units_of_one_time_alone() -> None:
    with use("en"):
        cards = {unit: said(card(two_times(META), unit)) for unit in "ade"}
    assert cards["a"][3] == (
        "Since the time before: down 1 rank (from 1 of 5 to 2 of 4); 3.50 points fewer (from 17.00 to 13.50); class "
        "down from Good to Fair."
    )
    assert cards["d"][3] == "Since the time before: new, not in the result of the time before."
    assert cards["e"][1:] == [
        "Sở E: not ranked.",
        "Since the time before: not ranked this time.",
    ]


def test_three_times() -> None:
    with use("vi"):
        three = at(NOW, UNITS, at(BEFORE, BEFORE_UNITS, at(NOW, UNITS, id="khac")), meta=META)
        trend = next(block for block in card(three, "a").blocks() if isinstance(block, Trend))
    assert [(point.label, point.text) for point in trend.points] == [
        ("2 kỳ trước", "2/4"),
        ("kỳ trước", "1/5"),
        ("kỳ này", "2/4"),
    ]
    assert trend.better == "less"


def test_it_keeps_the_form_in_both_formats() -> None:
    document = made("kon-tum-2017", "so-khoa-hoc-cong-nghe")
    assert check(word(document)) == ()
    assert "Mặt mạnh" in page(plain(document))
    try:
        font()
    except InputError as error:
        pytest.skip(str(error))
    assert check(pdf(document)) == ()
