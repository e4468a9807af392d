"""What the prose says, against tables, against itself, and against arithmetic."""

import pytest

from tests.audit.making import Short, confirmed, findings, table, undecided

YEARS = "TT | Tiêu chí | Năm 2014 | Năm 2015"
SURVEY = "Kết quả khảo sát năm 2015 của 47/47 cơ quan.\nGồm 20 Sở, ban, ngành và 27 huyện, thị xã được đánh giá.\n\n"


def years(*rows: str) -> str:
    return SURVEY + table(YEARS, *rows, title="a) Hạ tầng kỹ thuật CNTT")


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Có 18/19 (94,74%) bộ đã triển khai.", []),
        ("Có 18/19 (94,73%) bộ đã triển khai.", [Short("rounding", "94,73%", "94,74%")]),
        ("Có 18/19 (95,2%) bộ đã triển khai.", [Short("share", "95,2%", "94,7%")]),
        ("Có 36 người. Trong đó: Thạc sỹ có 02 người; Đại học 17 người; khác 17 người.", []),
        ("Có 36 người. Trong đó: Thạc sỹ có 02 người; Đại học 17 người; khác 16 người.", [Short("count", "36", "35")]),
        ("Có 3 nhóm tiêu chí là: (1) Hạ tầng; (2) Ứng dụng và (3) Nhân lực.", []),
        ("Có 4 nhóm tiêu chí là: (1) Hạ tầng; (2) Ứng dụng và (3) Nhân lực.", [Short("count", "4", "3")]),
        ("Tỷ lệ A đạt 97,93%.\nTỷ lệ B đạt 77.28%.", [Short("separator", "77.28%", "")]),
        ("Tỷ lệ máy tính đạt 77,28%.\nTỷ lệ dùng thư đạt 77,28%.", [Short("measure", "77,28%", "", "possible")]),
        ("Nhóm tốt: từ 90-100 điểm.\nNhóm khá: từ 70-89 điểm.", [Short("class_gap", "90-100; 70-89", "89-90")]),
        ("Nhóm tốt: từ 90-100 điểm.\nNhóm khá: từ 70-90 điểm.", []),
    ],
)  # fmt: skip
def test_a_sentence(sentence: str, found: list[Short]) -> None:
    assert findings(sentence) == found


def test_a_share_of_another_number_of_units_than_the_text_states() -> None:
    text = f"{SURVEY}Có 12/19 Sở, ban, ngành và 7/27 huyện chưa trang bị."
    assert findings(text) == [Short("count", "12/19", "12/20")]
    assert confirmed(text, "count") == 3


def test_parts_of_the_units_that_are_not_their_sum() -> None:
    text = SURVEY.replace("20 Sở", "21 Sở")
    assert findings(text) == [Short("count", "47", "48")]


def test_shares_by_year_are_checked_only_where_the_number_is_stated() -> None:
    text = years("1 | Tỷ lệ cơ quan có máy chủ | 72,92% | 80,85%", "2 | Tỷ lệ cơ quan có mạng | 50,00% | 82,91%")
    assert findings(text) == [Short("share", "82,91%", "82,98%", "likely")]
    assert (undecided(text), confirmed(text, "share")) == (["share"], 1)


def test_a_share_beyond_all_units_is_none_of_them() -> None:
    text = years("1 | Tỷ lệ cơ quan có máy chủ | 72,92% | 180,85%")
    assert findings(text) == [Short("share", "180,85%", "100,00%", "likely")]


def test_a_rise_that_the_table_does_not_show() -> None:
    rows = ("1 | Tỷ lệ máy tính | 91% | 96%", "2 | Tỷ lệ máy in | 57% | 55%", "3 | Tỷ lệ máy quét | 60% | 60%")
    said = "- Về hạ tầng kỹ thuật CNTT: Các chỉ số về tỷ lệ máy tính, máy in, máy quét đều tăng so với năm 2014."
    text = f"{years(*rows)}\n{said}"
    assert [each for each in findings(text) if each.kind == "trend"] == [
        Short("trend", "tăng", "57% → 55%"),
        Short("trend", "tăng", "60% → 60%", "likely"),
    ]
    assert confirmed(text, "trend") == 1


def test_all_agencies_where_the_table_has_fewer() -> None:
    rows = ("1 | Tỷ lệ cơ quan có máy chủ | 90% | 100%", "2 | Tỷ lệ cơ quan có mạng nội bộ | 50% | 83%")
    said = "- Về hạ tầng kỹ thuật CNTT: Tất cả các cơ quan đều đã có máy chủ, mạng nội bộ."
    text = f"{years(*rows)}\n{said}"
    assert [each for each in findings(text) if each.kind == "all"] == [Short("all", "mạng nội bộ", "83%")]
    assert confirmed(text, "all") == 1


def test_a_figure_that_differs_from_the_table_and_one_of_those_left_out() -> None:
    rows = (
        "1 | Tỷ lệ cơ quan có quy chế nội bộ | 50,0% | 55,3%",
        "2 | Tỷ lệ cơ quan có mạng diện rộng | 70,0% | 78,7%",
    )
    said = "Có 55,33% cơ quan có quy chế nội bộ; còn 21,3% cơ quan chưa có mạng diện rộng."
    text = f"{years(*rows)}\n{said}"
    assert [each for each in findings(text) if each.kind == "figure"] == [Short("figure", "55,33%", "55,3%")]
    assert confirmed(text, "figure") == 1


def test_lists_are_counted() -> None:
    rows = ("1 | An Giang | 0,9", "2 | Bắc Ninh | 0,8", "3 | Cà Mau | 0,7", "4 | Lào Cai | 0,6")
    ranked = table("Thứ hạng | Tỉnh | Chỉ số năm 2020", *rows)
    right = (
        "Có 2/4 tỉnh đã ban hành (các tỉnh chưa có là: Cà Mau, Lào Cai). 02 tỉnh chưa ban hành bao gồm: Cà Mau, Lào Cai"
    )
    wrong = "Có 2/4 tỉnh đã ban hành (các tỉnh đã có là: An Giang, Bắc Ninh, Cà Mau)."
    assert (findings(f"{ranked}\n{right}"), confirmed(f"{ranked}\n{right}", "count")) == ([], 2)
    assert findings(f"{ranked}\n{wrong}") == [Short("count", "2/4", "3")]


RANKS = (
    "Khảo sát năm 2013 đối với 63 tỉnh, thành phố. Tỉnh xếp hạng 60/63 (đứng trên Kon Tum, Lai Châu, Sơn La, tụt 1 bậc "
    "so với năm 2012): Hạ tầng xếp hạng 47/63 (tăng 6 bậc); Ứng dụng xếp hạng 53/63 (tăng 8 bậc)"
)


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ("", []),
        ("; Cổng xếp hạng 53/64 (tụt 8 bậc)", [Short("range", "53/64", "53/63")]),
        ("; Cổng xếp hạng 53/63 (tăng 8 bậc)", [Short("measure", "53/63", "", "possible")]),
        ("; Cổng xếp hạng 60/63 (tăng 8 bậc)", [Short("move", "60/63", "68")]),
    ],
)
def test_ranks_in_the_prose(more: str, found: list[Short]) -> None:
    assert findings(f"{RANKS}{more}.") == found


def test_units_named_below_a_rank_are_counted() -> None:
    text = RANKS.replace("Kon Tum, Lai Châu, Sơn La", "Kon Tum, Lai Châu") + "."
    assert findings(text) == [Short("count", "2", "3", "likely")]


def test_percent_where_points_are_meant() -> None:
    head = "Khảo sát năm 2013 đối với 63 tỉnh, thành phố. "
    points = [Short("points", "tăng gần 16%", "15,9 điểm phần trăm", "likely")]
    assert findings(f"{head}Tỉ lệ Trung bình là 30,2%, tăng gần 16% so với năm 2012.") == points
    # 19/63 after 16/63 is a change by 18,75%: it may well be meant.
    assert findings(f"{head}Tỉ lệ Trung bình là 30,2%, tăng 19% so với năm 2012.") == []


def test_none_against_some() -> None:
    text = "Hồ sơ giải quyết trực tuyến mức độ 4: 520.\nTỷ lệ nộp hồ sơ trực tuyến chưa phát sinh."
    assert findings(text) == [Short("contradiction", "Tỷ lệ nộp hồ sơ trực tuyến chưa phát sinh", "520", "likely")]


def test_a_unit_that_is_not_assessed_and_yet_told_of() -> None:
    text = (
        "Không đánh giá đối với Bộ Quốc phòng và Bộ Công an.\nHầu hết đã ban hành (Bộ Công an, Bộ Y tế chưa ban hành)."
    )
    assert findings(text) == [Short("excluded", "Bộ Công an", "", "possible")]


def test_titles_in_the_list_and_in_the_body() -> None:
    listed = "Danh sách bảng số liệu\nBảng 1. Thứ hạng năm 2020\nBảng 2. Chỉ số năm 2020\n\n"
    rows = ("1 | An Giang | 0,9", "2 | Bắc Ninh | 0,8")
    columns = "Thứ hạng | Tỉnh | Chỉ số năm 2020"
    body = table(columns, *rows, title="Bảng 1. Xếp hạng năm 2020") + table(
        columns, *rows, title="Bảng 2. Chỉ số năm 2020"
    )
    text = listed + body
    assert (findings(text), confirmed(text, "title")) == ([Short("title", "Xếp hạng năm 2020", "Thứ hạng năm 2020")], 1)


def test_tables_that_are_named_and_absent_are_undecided() -> None:
    text = (
        table("Thứ hạng | Tỉnh | Chỉ số năm 2020", "1 | An Giang | 0,9", "2 | Bắc Ninh | 0,8")
        + "\nXem Bảng 1 và Bảng 2."
    )
    assert (findings(text), undecided(text)) == ([], ["title"])


def test_headings_in_the_contents_and_in_the_body() -> None:
    text = "MỤC LỤC\n2.1. Hạ tầng\n2.2. Ứng dụng CNTT\n2.3. Nhân lực\nGIỚI THIỆU\n2.1. Hạ tầng\n2.2. Ứng dụng"
    assert findings(text) == [Short("title", "Ứng dụng", "Ứng dụng CNTT")]
    assert undecided(text) == ["title", "rank"] or undecided(text) == ["rank", "title"]
