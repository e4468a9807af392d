"""The card of Điện Biên 2013, known from print: every printed cell, the rank of the time before, every finding."""

import pytest

from chiso.engine.errors import InputError
from chiso.exchange import printed
from chiso.language import use
from chiso.report.document import Table
from chiso.report.figures import Slope
from chiso.report.form_check import check
from chiso.report.kinds.card_printed import card_of_print
from chiso.report.official.fonts import font
from chiso.report.official.form import Official
from chiso.report.official.pdf import pdf
from chiso.report.official.word import word
from tests.report.kinds.test_card import META, said

CARD = [
    "1. Xếp hạng, xếp loại",
    "Trong bảng xếp hạng chung, tỉnh Điện Biên: xếp hạng 60/63; giảm 1 bậc so với năm 2012; đứng trên Kon "
    "Tum, Lai Châu, Sơn La.",
    "Bảng 1. Thứ hạng, thay đổi và xếp loại như bản in",
    "Trong bảng xếp hạng chung, tỉnh Điện Biên|60/63|tụt 1 bậc so với năm 2012|không có trong nguồn|đứng "
    "trên Kon Tum, Lai Châu, Sơn La",
    "Hạ tầng kỹ thuật CNTT|47/63|tăng 6 bậc so với năm 2012|xếp loại khá|–",
    "Ứng dụng CNTT trong nội bộ của các cơ quan nhà nước|61/63|tụt 6 bậc so với năm 2012|xếp hạng trung bình|–",
    "Ứng dụng CNTT phục vụ người dân và doanh nghiệp|53/63|tăng 8 bậc so với năm 2012|xếp hạng trung bình|–",
    "Cổng/trang thông tin điện tử các cơ quan nhà nước của tỉnh|53/63*|tăng 8 bậc so với năm 2012|xếp hạng "
    "trung bình|–",
    "Cung cấp dịch vụ công trực tuyến trên mạng|38/63|tăng 3 bậc so với năm 2012|không có trong nguồn|–",
    "Công tác đảm bảo an toàn, an ninh thông tin|49/63|tụt 2 bậc so với năm 2012|xếp hạng trung bình|–",
    "Xây dựng cơ chế, chính sách và các quy định cho ứng dụng CNTT|55/63|giữ nguyên thứ hạng so với năm "
    "2012|xếp hạng trung bình|–",
    "Nguồn nhân lực cho ứng dụng CNTT|55/63|tụt 11 bậc so với năm 2012|xếp hạng trung bình|–",
    "2. Thay đổi so với kỳ trước",
    "Từ năm 2012 đến năm 2013, trong 9 thứ hạng có 4 tăng, 1 giữ nguyên, 4 giảm.",
    "Bảng 2. Thứ hạng hai kỳ; thứ hạng kỳ trước tính từ thay đổi",
    "Trong bảng xếp hạng chung, tỉnh Điện Biên|không có trong nguồn|59|60|−1",
    "Hạ tầng kỹ thuật CNTT|không có trong nguồn|53|47|+6",
    "Ứng dụng CNTT trong nội bộ của các cơ quan nhà nước|không có trong nguồn|55|61|−6",
    "Ứng dụng CNTT phục vụ người dân và doanh nghiệp|không có trong nguồn|61|53|+8",
    "Cổng/trang thông tin điện tử các cơ quan nhà nước của tỉnh|không có trong nguồn|61|53|+8",
    "Cung cấp dịch vụ công trực tuyến trên mạng|không có trong nguồn|41|38|+3",
    "Công tác đảm bảo an toàn, an ninh thông tin|không có trong nguồn|47|49|−2",
    "Xây dựng cơ chế, chính sách và các quy định cho ứng dụng CNTT|không có trong nguồn|55|55|0",
    "Nguồn nhân lực cho ứng dụng CNTT|không có trong nguồn|44|55|−11",
    "Hình 1. Thứ hạng hai kỳ",
    "Mặt mạnh (thứ hạng trong một phần tư đầu của khối): không có.",
    "Mặt yếu (thứ hạng trong một phần tư cuối của khối): Ứng dụng CNTT trong nội bộ của các cơ quan nhà "
    "nước (61/63); Ứng dụng CNTT phục vụ người dân và doanh nghiệp (53/63); Cổng/trang thông tin điện tử "
    "các cơ quan nhà nước của tỉnh (53/63); Công tác đảm bảo an toàn, an ninh thông tin (49/63); Xây dựng "
    "cơ chế, chính sách và các quy định cho ứng dụng CNTT (55/63); Nguồn nhân lực cho ứng dụng CNTT "
    "(55/63).",
    "3. Nguồn và các phát hiện",
    "Nguồn: Sở Thông tin và Truyền thông tỉnh Điện Biên, tin ngày 15/8/2014 trên Cổng thông tin điện tử của "
    "Sở, về kết quả do Bộ Thông tin và Truyền thông công bố ngày 30/7/2014, đoạn cuối.",
    "Điểm, điểm tối đa và giới hạn các loại: không có trong nguồn.",
    "Bảng 3. Các phát hiện trong bản in",
    "giảm 23%|–|“giảm 23%”: phải là điểm phần trăm, không phải phần trăm: 21/63 so với 36/63 là thay đổi "
    "23,8 điểm; không số đếm nào trên 63 khớp mức thay đổi theo phần trăm đó|nhiều khả năng",
    "tăng gần 16%|–|“tăng gần 16%”: phải là điểm phần trăm, không phải phần trăm: 19/63 so với 9/63 là thay "
    "đổi 15,9 điểm; không số đếm nào trên 63 khớp mức thay đổi theo phần trăm đó|nhiều khả năng",
    "53/64|53/63|Cổng/trang thông tin điện tử các cơ quan nhà nước của tỉnh: hạng 53/64, trong khi chỉ có "
    "63 đơn vị được xếp hạng|chắc chắn",
    "53/64|–|Ứng dụng CNTT phục vụ người dân và doanh nghiệp và Cổng/trang thông tin điện tử các cơ quan "
    "nhà nước của tỉnh cùng hạng 53 với cùng ghi chú “tăng 8 bậc so với năm 2012, xếp hạng trung bình”|có "
    "thể",
]


def dien_bien(language: str = "vi") -> Official:
    with use(language):
        return card_of_print(printed.read("dien-bien-2013"), META)


def test_every_printed_cell_and_every_finding() -> None:
    assert said(dien_bien()) == CARD


def test_the_corrected_cell_says_what_was_printed() -> None:
    first = next(dien_bien().tables())
    assert first.notes == (
        "* Bản in ghi: 53/64. Cổng/trang thông tin điện tử các cơ quan nhà nước của tỉnh: hạng 53/64, trong khi chỉ có "
        "63 đơn vị được xếp hạng.",
    )
    assert [cell.text for row in first.rows for cell in row if cell.reason] == ["53/63*"]


def test_both_times_are_drawn() -> None:
    slope = next(block for block in dien_bien().blocks() if isinstance(block, Slope))
    assert (slope.before, slope.after, slope.better) == ("2012", "2013", "less")
    assert [(each.before_text, each.after_text, each.moved) for each in slope.changes][:3] == [
        ("59", "60", "−1"),
        ("53", "47", "+6"),
        ("55", "61", "−6"),
    ]


def test_what_the_print_does_not_tell_in_english() -> None:
    tables = [block for block in dien_bien("en").blocks() if isinstance(block, Table)]
    assert [row[1].text for row in tables[1].rows] == ["not in the source"] * 9
    assert [column.title for column in tables[1].columns][2:4] == ["Rank, 2012", "Rank, 2013"]


def test_tables_of_many_units_are_refused() -> None:
    with pytest.raises(InputError) as error:
        card_of_print(printed.read("mic-2016"), META)
    assert str(error.value) == (
        "mic-2016: printed tables of many units; expected: printed ranks of one unit, or a result; make the card from "
        "a published folder"
    )


def test_it_keeps_the_form() -> None:
    assert check(word(dien_bien())) == ()
    try:
        font()
    except InputError as error:
        pytest.skip(str(error))
    assert check(pdf(dien_bien())) == ()
