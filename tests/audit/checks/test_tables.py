"""Columns, order, classes, writing, names and ranges of tables."""

from tests.audit.making import Short, audited, confirmed, findings, moves, rules, table, undecided

RANKED = "Thứ hạng | Tỉnh | Chỉ số năm 2020"
DISORDERED = (
    "1 | Sở Y tế | 90.5", "2 | Sở Nội vụ | 70.5", "3 | Sở Tư pháp | 80.5", "4 | Sở Xây dựng | 60.5",
    "5 | Sở Tài chính | 50.5",
)  # fmt: skip
CLASSED = "STT | Tên đơn vị | Tổng điểm | Xếp loại"


def test_a_column_that_does_not_add_up_to_its_total() -> None:
    columns = "Thứ hạng | Sở | Mức độ 3 | Mức độ 4 | Tổng cộng"
    rows = ("1 | Sở Y tế | 4 | 1 | 5", "2 | Sở Nội vụ | 2 | 1 | 3", " | Tổng cộng | 6 | 3 | 8")
    text = table(columns, *rows)
    assert (findings(text), confirmed(text, "column_sum")) == ([Short("column_sum", "3", "2")], 2)


def test_a_row_out_of_order() -> None:
    rows = (
        "1 | Sở Y tế | 90.5",
        "2 | Sở Nội vụ | 70.5",
        "3 | Sở Tư pháp | 80.5",
        "4 | Sở Xây dựng | 60.5",
        "5 | Sở Tài chính | 50.5",
    )
    text = table("STT | Tên đơn vị | Tổng điểm", *rows)
    assert [(each.kind, each.printed, each.computed) for each in audited(text).findings] == [("order", "2", "3")]
    assert moves(text) == [("Sở Nội vụ", "rank", "2", "3"), ("Sở Tư pháp", "rank", "3", "2")]


def test_the_number_that_is_written_otherwise_is_the_one_out_of_order() -> None:
    rows = (
        "1 | Sở Y tế | 90.5",
        "2 | Sở Nội vụ | 70.5",
        "3 | Sở Tư pháp | 80,5",
        "4 | Sở Xây dựng | 60.5",
        "5 | Sở Tài chính | 50.5",
    )
    assert findings(table("STT | Tên đơn vị | Tổng điểm", *rows)) == [
        Short("order", "3", "2"),
        Short("separator", "80,5", "80.5"),
    ]


def test_a_table_in_another_order_is_not_called_disordered() -> None:
    rows = ("1 | Sở Công Thương | 60.5", "2 | Sở Nội vụ | 70.5", "3 | Sở Tư pháp | 80.5", "4 | Sở Y tế | 65.5")
    assert findings(table("STT | Tên đơn vị | Tổng điểm", *rows)) == []


def test_classes_that_agree_tell_their_limits() -> None:
    text = table(CLASSED, "1 | Sở Y tế | 90.5 | Tốt", "2 | Sở Nội vụ | 80.0 | Khá", "3 | Sở Tư pháp | 75.0 | Khá")
    assert (findings(text), rules(text)["limits"]) == ([], "Tốt: (80; 90.5]")


def test_a_class_that_contradicts_the_others() -> None:
    rows = [f"{place} | Sở {place} | {90 - place}.5 | Tốt" for place in range(1, 5)]
    rows += [f"{place} | Sở {place} | {90 - place}.5 | Khá" for place in range(5, 9)]
    text = table(CLASSED, *rows, "9 | Sở Y tế | 80.5 | Tốt")
    assert [each for each in findings(text) if each.kind == "class"] == [Short("class", "Tốt", "Khá")]
    assert moves(text) == [("Sở Y tế", "class", "Tốt", "Khá")]


def test_classes_that_do_not_follow_the_totals_are_undecided() -> None:
    names = ("Tốt", "Khá", "Tốt", "Khá", "Khá", "Tốt", "Khá", "Tốt")
    rows = [f"{place} | Sở {place} | {90 - place}.5 | {name}" for place, name in enumerate(names, 1)]
    text = table(CLASSED, *rows)
    assert (findings(text), undecided(text)) == ([], ["class"])


def test_a_number_with_two_readings_is_a_finding() -> None:
    text = table("TT | Nội dung | Số lượng", "1 | Hồ sơ | 1.374", "2 | Dịch vụ | 2.150")
    assert findings(text) == [Short("ambiguous", "1.374", "", "possible"), Short("ambiguous", "2.150", "", "possible")]


def test_both_marks_where_neither_prevails() -> None:
    text = table("TT | Nội dung | Giá trị", "1 | A | 13,74", "2 | B | 21.50")
    assert findings(text) == [Short("separator", "13,74", "")]


def test_thousands_with_and_without_a_mark() -> None:
    text = table("TT | Nội dung | Số lượng", "1 | Hồ sơ | 1374", "2 | Dịch vụ | 1.002.150", "3 | Đơn vị | 10.309")
    assert findings(text) == [Short("separator", "1374", "")]


def test_decimals_mixed_in_a_column() -> None:
    text = table(
        "TT | Nội dung | Năm 2019 | Năm 2020", "1 | A | 91,11% | 50%", "2 | B | 72,9% | 40%", "3 | C | 100% | 0%"
    )
    assert findings(text) == [Short("decimals", "“Năm 2019” 1/2", "")]


def test_a_unit_twice() -> None:
    text = table(RANKED, "1 | An Giang | 0,9", "2 | Bắc Ninh | 0,8", "3 | An Giang | 0,7")
    assert findings(text) == [Short("twice", "An Giang", "")]


def test_a_unit_left_out_and_one_spelt_otherwise() -> None:
    rows = ("1 | An Giang | 0,9", "2 | Bắc Ninh | 0,8", "3 | Cà Mau | 0,7")
    other = ("1 | An Giang | 0,9", "2 | Bắc ninh | 0,8", "3 | Cà Mau | 0,7")
    text = "".join(
        table(RANKED, *each, title=f"Bảng {number}. Chỉ số năm 2020")
        for number, each in enumerate((rows, rows[:2], rows, other), 1)
    )
    assert findings(text) == [Short("missing", "2", "3", "likely"), Short("spelling", "Bắc ninh", "Bắc Ninh")]


def test_a_unit_that_no_register_has() -> None:
    names = ("An Giang", "Bắc Ninh", "Cà Mau", "Lào Cai", "Hà Nam", "Hà Nàm")
    rows = [f"{place} | {name} | 0,{9 - place}" for place, name in enumerate(names, 1)]
    assert findings(table(RANKED, *rows)) == [Short("unknown", "Hà Nàm", "Hà Nam", "possible")]


def test_values_out_of_range() -> None:
    rows = ["1 | An Giang | 1,2", *(f"{place} | Tỉnh {place} | 0,{60 - place}" for place in range(2, 12))]
    rows += ["14 | Tỉnh 12 | 0,10"]
    found = [each for each in findings(table(RANKED, *rows)) if each.kind == "range"]
    assert found == [Short("range", "1,2", ""), Short("range", "14", "")]


def test_without_tables_that_is_said() -> None:
    assert undecided("Báo cáo năm 2020.") == ["rank"]


def test_a_last_row_out_of_order() -> None:
    rows = [f"{place} | Sở {place} | {90 - place},5" for place in range(1, 10)]
    text = table("STT | Tên đơn vị | Tổng điểm", *rows, "10 | Sở Y tế | 89.5", "11 | Sở Nội vụ | 85.5")
    assert [each for each in findings(text) if each.kind == "order"] == [
        Short("order", "10", "1"),
        Short("order", "11", "6"),
    ]
