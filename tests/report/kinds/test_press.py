"""The summary for the press: who leads, who moved, the shares of classes, with and without a time before."""

from chiso.engine.errors import InputError
from chiso.language import use
from chiso.report.figures import Distribution, Slope
from chiso.report.form_check import check
from chiso.report.kinds.press import press
from chiso.report.kinds.source import Source
from chiso.report.official.fonts import font
from chiso.report.official.meta import Meta, read
from chiso.report.official.pdf import pdf
from chiso.report.official.word import word
from tests.report.kinds.test_card import META, said
from tests.report.kinds.times import BEFORE, BEFORE_UNITS, at, two_times
from tests.report.making import shipped

TWO_TIMES = [
    "1. Đơn vị dẫn đầu",
    "Các sở: 5 đơn vị, trong đó 4 đơn vị có kết quả. Dẫn đầu: Sở B, 18,00 điểm.",
    "Bảng 1. Các đơn vị dẫn đầu, Các sở",
    "1|Sở B|18,00|Tốt|+1",
    "2|Sở A|13,50|Khá|−1",
    "3|Sở C|11,25|Khá|0",
    "4|Sở D|4,00|Trung bình|đơn vị mới, không có trong kết quả kỳ trước",
    "Các huyện: 1 đơn vị, tất cả đều có kết quả. Dẫn đầu: Huyện M, 2,00 điểm.",
    "Bảng 2. Các đơn vị dẫn đầu, Các huyện",
    "1|Huyện M|2,00|Trung bình|0",
    "2. Thay đổi so với kỳ trước",
    "Các sở: Đơn vị mới: Sở D. Không còn trong kỳ này: Sở Z.",
    "Tăng hạng nhiều nhất:",
    "- Sở B: tăng 1 bậc (từ 2/5 thành 1/4); tăng 6,00 điểm (từ 12,00 thành 18,00); xếp loại tăng từ Khá lên Tốt.",
    "Giảm hạng nhiều nhất:",
    "- Sở A: giảm 1 bậc (từ 1/5 thành 2/4); giảm 3,50 điểm (từ 17,00 thành 13,50); xếp loại giảm từ Tốt xuống Khá.",
    "Các huyện: Không đơn vị nào thay đổi thứ hạng.",
    "3. Xếp loại",
    "Các sở: Xếp loại: Tốt 1 đơn vị (25,00%); Khá 2 đơn vị (50,00%); Trung bình 1 đơn vị (25,00%).",
    "Bảng 3. Tỷ lệ các loại qua hai kỳ, Các sở",
    "Tốt|1|20,00%|1|25,00%|tăng 5,00 điểm phần trăm",
    "Khá|3|60,00%|2|50,00%|giảm 10,00 điểm phần trăm",
    "Trung bình|1|20,00%|1|25,00%|tăng 5,00 điểm phần trăm",
    "Các huyện: Xếp loại: Trung bình 1 đơn vị (100,00%).",
    "Bảng 4. Tỷ lệ các loại qua hai kỳ, Các huyện",
    "Tốt|0|0,00%|0|0,00%|giữ nguyên tỷ lệ",
    "Khá|0|0,00%|0|0,00%|giữ nguyên tỷ lệ",
    "Trung bình|1|100,00%|1|100,00%|giữ nguyên tỷ lệ",
    "Hình 1. Tổng điểm của từng đơn vị, Các sở",
    "Sở B: 18,00 · Tốt",
    "Sở A: 13,50 · Khá",
    "Sở C: 11,25 · Khá",
    "Sở D: 4,00 · Trung bình",
    "Hình 2. Thứ hạng hai kỳ, Các sở",
    "4. Cách đánh giá",
    "Bộ tiêu chí có 2 tiêu chí và 2 câu hỏi; điểm được tính từ số liệu trả lời. Các đơn vị được xếp hạng trong "
    "từng khối: theo điểm, từ cao xuống thấp; các đơn vị bằng nhau thì đồng hạng, hạng sau bỏ số.",
    "5. Nơi xem toàn bộ kết quả",
    "",
]


def told(source: Source, language: str = "vi") -> list[str]:
    with use(language):
        return said(press(source))


def test_two_times() -> None:
    assert told(two_times()) == TWO_TIMES


def test_who_moved_is_drawn() -> None:
    with use("vi"):
        slope = next(block for block in press(two_times()).blocks() if isinstance(block, Slope))
    assert [(each.label, each.before_text, each.after_text, each.moved) for each in slope.changes] == [
        ("Sở B", "2", "1", "+1"),
        ("Sở A", "1", "2", "−1"),
        ("Sở C", "3", "3", "0"),
    ]


def test_without_a_time_before_it_says_so() -> None:
    lines = told(Source(*shipped("kon-tum-2017"), META))
    assert lines[lines.index("2. Thay đổi so với kỳ trước") + 1] == "Không có kết quả kỳ trước để so sánh."
    assert "5|Sở Khoa học và Công nghệ|849,9|chưa xác định: Tốt hoặc Khá" in lines
    assert not [line for line in lines if "phần trăm" in line]


def test_the_spread_of_the_largest_block() -> None:
    with use("en"):
        document = press(Source(*shipped("mau-tinh"), META))
    spread = next(block for block in document.blocks() if isinstance(block, Distribution))
    assert spread.title == "Figure 1. How units spread over Total, Communes, wards and special zones"
    assert sum(bin.count for bin in spread.bins) == 28


def test_where_the_whole_result_is() -> None:
    meta = read("passages: {where: [Cổng thông tin điện tử của tỉnh]}".encode())
    assert told(two_times(meta))[-1] == "Cổng thông tin điện tử của tỉnh"
    with use("vi"):
        assert "passages.where" not in press(two_times(meta)).blanks
        assert "passages.where" in press(two_times(Meta())).blanks


def test_another_framework_without_the_criterion_is_told() -> None:
    source = two_times()
    other = Source(*shipped("kon-tum-2017"), Meta())
    lines = told(Source(source.scores, source.ranking, source.meta, other))
    assert lines[lines.index("2. Thay đổi so với kỳ trước") + 1] == (
        "Kết quả kỳ trước không có xếp hạng hoặc xếp loại theo: T."
    )


def test_nobody_moved() -> None:
    same = at(BEFORE, BEFORE_UNITS, at(BEFORE, BEFORE_UNITS))
    assert "Các sở: Không đơn vị nào thay đổi thứ hạng." in told(same)


def test_it_keeps_the_form() -> None:
    with use("vi"):
        document = press(two_times(META))
    assert check(word(document)) == ()
    try:
        font()
    except InputError:
        return
    assert check(pdf(document)) == ()
