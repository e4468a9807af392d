"""A document against the one before."""

from tests.audit.making import Short, confirmed, findings, table

BEFORE = table(
    "Thứ hạng | Tỉnh | Chỉ số năm 2019", "1 | An Giang | 0,9", "2 | Bắc Ninh | 0,8", "3 | Cà Mau | 0,7",
    title="Bảng 1. Chỉ số hạ tầng của các tỉnh năm 2019",
)  # fmt: skip
TITLE = "Bảng 1. Chỉ số hạ tầng của các tỉnh năm 2020"


def test_moves_of_rank_are_computed_from_both() -> None:
    columns = "Thứ hạng | Tỉnh | Chỉ số năm 2020 | Tăng/giảm bậc"
    rows = ("1 | Bắc Ninh | 0,9 | 1", "2 | An Giang | 0,8 | -1", "3 | Cà Mau | 0,7 | 2")
    text = table(columns, *rows, title=TITLE)
    assert findings(text, earlier=BEFORE) == [Short("move", "2", "0")]
    assert findings(text) == []


def test_numbers_given_for_the_time_before_are_those_of_then() -> None:
    columns = "Thứ hạng | Tỉnh | Chỉ số năm 2020 | Giá trị năm 2019"
    rows = ("1 | Bắc Ninh | 0,9 | 0,8", "2 | An Giang | 0,8 | 0,6", "3 | Cà Mau | 0,7 | 0,7")
    text = table(columns, *rows, title=TITLE)
    assert findings(text, earlier=BEFORE) == [Short("move", "0,6", "0,9")]


def test_ranks_told_in_the_prose() -> None:
    said = (
        "Kết quả năm 2020 của Cà Mau: Chỉ số hạ tầng xếp hạng 2/3 (tăng 1 bậc); "
        "Chỉ số hạ tầng của các tỉnh xếp hạng 1/3 (tăng 1 bậc)."
    )
    assert [each for each in findings(said, earlier=BEFORE) if each.kind == "move"] == [Short("move", "1", "2")]
    assert confirmed(said, "move") == 0
