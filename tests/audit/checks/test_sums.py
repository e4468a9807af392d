"""Totals against their parts."""

import pytest

from chiso.audit import sentence
from chiso.language import use
from tests.audit.making import Short, audited, confirmed, findings, moves, table, undecided

COLUMNS = "STT | Tên đơn vị | Nhóm A | Nhóm B | Điểm cộng/trừ | Tổng điểm"
RIGHT = ("1 | Sở Y tế | 40.5 | 30.2 | 10.0 | 80.7", "2 | Sở Nội vụ | 35.1 | 20.3 | 5.0 | 60.4")


def test_totals_that_are_the_sums_are_confirmed() -> None:
    text = table(COLUMNS, *RIGHT)
    assert (findings(text), confirmed(text, "sum")) == ([], 2)


@pytest.mark.parametrize(
    ("row", "computed", "why"),
    [
        ("3 | Sở Tư pháp | 30.4 | 20.1 | -5.0 | 50.5", "45.5", "-5.0 of the column “Điểm cộng/trừ” left out"),
        ("3 | Sở Tư pháp | 20.4 | 10.1 | 5.0 | 45.6", "35.5", "exactly the 10.1 of the column “Nhóm B” counted twice"),
        ("3 | Sở Tư pháp | 20.4 | 20.1 | 5.0 | 35.5", "45.5", "“Điểm cộng/trừ” with the other sign"),
        ("3 | Sở Tư pháp | 20.4 | 20.1 | 5.0 | 41.3", "45.5", "rounding of the parts does not explain it"),
    ],
    ids=["left out", "counted twice", "other sign", "unexplained"],
)  # fmt: skip
def test_the_simplest_explanation_is_told(row: str, computed: str, why: str) -> None:
    text = table(COLUMNS, *RIGHT, row)
    (found,) = audited(text).findings
    assert (found.kind, found.printed, found.computed) == ("sum", row.split(" | ")[-1], computed)
    with use("en"):
        assert sentence(found.what).endswith(why)


def test_rounding_of_decimals_is_no_finding() -> None:
    text = table(COLUMNS, *RIGHT, "3 | Sở Tư pháp | 20.4 | 20.1 | 5.0 | 45.6")
    assert (findings(text), confirmed(text, "sum")) == ([], 3)


def test_a_difference_that_only_rounded_whole_numbers_explain_is_likely_among_exact_sums() -> None:
    text = table(COLUMNS, *RIGHT, "3 | Sở Tư pháp | 20 | 20.1 | 5.0 | 45.5")
    found = [each for each in findings(text) if each.kind == "sum"]
    assert found == [Short("sum", "45.5", "45.1", "likely")]


def test_counts_are_never_rounded() -> None:
    columns = "Thứ hạng | Sở | Mức độ 3 | Mức độ 4 | Tổng cộng"
    text = table(columns, "1 | Sở Y tế | 4 | 5 | 9", "2 | Sở Nội vụ | 3 | 3 | 7")
    assert findings(text) == [Short("sum", "7", "6")]


def test_a_wrong_total_moves_ranks() -> None:
    text = table(COLUMNS, *RIGHT, "3 | Sở Tư pháp | 40.0 | 20.0 | 5.0 | 55.0")
    assert moves(text) == [("Sở Nội vụ", "rank", "2", "3"), ("Sở Tư pháp", "rank", "3", "2")]


def test_counts_in_words_are_added() -> None:
    columns = "Thứ hạng | Tỉnh | Số hồ sơ mức độ 3 | Tổng số hồ sơ"
    right = "1 | An Giang | 19 dịch vụ có số lượng hồ sơ trong năm là 1.301.000 | 1.301.000"
    lost = "2 | Lâm Đồng | - Đất đai là 189 hồ sơ; tỷ lệ 69,7%. - Quảng cáo là 886 hồ sơ. - Báo chí là 12 hồ sơ | 1.075"
    other = "3 | Cà Mau | - Đất đai là 100 hồ sơ. - Quảng cáo là 200 hồ sơ | 250"
    text = table(columns, right, lost, other)
    assert (findings(text), confirmed(text, "sum")) == ([Short("sum", "1.075", "1.087")], 1)
    assert undecided(text) == ["sum"]
