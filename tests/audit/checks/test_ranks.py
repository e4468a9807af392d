"""Ranks against numbers, and the rules of ranking."""

from tests.audit.making import Short, audited, confirmed, findings, moves, rules, table, undecided

COLUMNS = "Thứ hạng | Tỉnh | Chỉ số năm 2020"


def ranked(*rows: str) -> str:
    return table(COLUMNS, *rows)


def test_ranks_that_follow_are_confirmed() -> None:
    text = ranked("1 | An Giang | 0,9", "2 | Bắc Ninh | 0,8", "2 | Cà Mau | 0,8", "4 | Lào Cai | 0,7")
    assert (findings(text), confirmed(text, "rank"), rules(text)["ties"]) == ([], 4, "competition")


def test_a_rank_that_contradicts_its_number_is_certain() -> None:
    text = ranked("1 | An Giang | 0,9", "2 | Bắc Ninh | 0,8", "4 | Cà Mau | 0,7", "4 | Lào Cai | 0,6")
    assert findings(text) == [Short("rank", "4", "3")]
    assert moves(text) == [("Cà Mau", "rank", "4", "3")]


def test_dense_ranks_are_a_rule_of_their_own() -> None:
    text = ranked(
        "1 | An Giang | 0,9", "2 | Bắc Ninh | 0,8", "2 | Cà Mau | 0,8", "3 | Lào Cai | 0,7", "4 | Hà Nam | 0,6"
    )
    assert (findings(text), rules(text)["ties"]) == ([], "dense")


def test_equal_decimals_with_different_ranks_are_only_possible() -> None:
    text = ranked("1 | An Giang | 0,911", "2 | Bắc Ninh | 0,911", "3 | Cà Mau | 0,700")
    assert findings(text) == [Short("tie", "2", "1", "possible")]
    assert moves(text) == []


def test_equal_counts_with_different_ranks_are_certain() -> None:
    columns = "Thứ hạng | Sở | Mức độ 3 | Mức độ 4 | Tổng cộng"
    text = table(columns, "1 | Sở Y tế | 4 | 0 | 4", "2 | Sở Nội vụ | 4 | 0 | 4", "3 | Sở Tư pháp | 1 | 0 | 1")
    assert findings(text) == [Short("tie", "2", "1")]


def test_equal_ranks_with_different_numbers() -> None:
    text = ranked("1 | An Giang | 0,9", "1 | Bắc Ninh | 0,8", "3 | Cà Mau | 0,7")
    assert findings(text) == [Short("rank", "1", "2")]


def test_a_second_key_is_deduced_where_it_fits_all() -> None:
    columns = "Thứ hạng | Sở | Mức độ 3 | Mức độ 4 | Tổng cộng"
    rows = ("1 | Sở Y tế | 2 | 2 | 4", "2 | Sở Nội vụ | 4 | 0 | 4", "3 | Sở Tư pháp | 1 | 0 | 1")
    text = table(columns, *rows)
    assert (findings(text), rules(text).get("second_key")) == ([], "Mức độ 4")


def test_two_tables_with_different_rules_for_equal_totals() -> None:
    columns = "Thứ hạng | Sở | Mức độ 3 | Mức độ 4 | Tổng cộng"
    one = ("1 | Sở Y tế | 2 | 2 | 4", "2 | Sở Nội vụ | 4 | 0 | 4", "3 | Sở Tư pháp | 1 | 0 | 1")
    other = ("1 | Bộ Y tế | 6 | 0 | 6", "1 | Bộ Nội vụ | 1 | 5 | 6", "3 | Bộ Tư pháp | 1 | 0 | 1")
    text = table(columns, *one) + table(columns, *other, title="Bảng 2. Kết quả năm 2020")
    assert findings(text) == [Short("tie_rule", "1", "2", "likely")]


def test_units_without_a_number_have_the_number_of_units_as_rank() -> None:
    rows = ("1 | An Giang | 0,9", "2 | Bắc Ninh | 0,8", "4 | Cà Mau; Lào Cai | Không có số liệu")
    text = ranked(*rows)
    assert (findings(text), rules(text)["without_result"], undecided(text)) == ([], "last", [])


def test_a_rank_without_a_number_cannot_be_checked() -> None:
    rows = ("1 | An Giang | 0,9", "2 | Bắc Ninh | 0,8", "3 | Cà Mau | Không có số liệu", "4 | Lào Cai | 0,5")
    assert undecided(ranked(*rows)) == ["rank"]


def test_a_last_group_with_a_number_is_ranked_like_the_others() -> None:
    columns = "Thứ hạng | Sở | Mức độ 3 | Mức độ 4 | Tổng cộng"
    rows = ("1 | Sở Y tế | 3 | 0 | 3", "1 | Sở Nội vụ | 0 | 3 | 3", "4 | Sở Tư pháp; Sở Xây dựng | 0 | 0 | 0")
    found = audited(table(columns, *rows)).findings
    assert [(each.kind, each.printed, each.computed) for each in found] == [("last_rank", "4", "3")]
    assert [move.unit for move in found[0].moves] == ["Sở Tư pháp", "Sở Xây dựng"]
