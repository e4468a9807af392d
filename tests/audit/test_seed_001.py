"""Quyết định 134/QĐ-UBND ngày 27/3/2018 (Kon Tum 2017): all that its audit says."""

from pathlib import Path

import pytest

from tests.audit.told import Told, confirmed, findings, rules, undecided

# Each finding was checked by hand against the text.
FINDINGS: list[Told] = [
    Told(
        "separator",
        (42, 0, 0, 0),
        "certain",
        "97,93%",
        "",
        [],
        "The prose writes 97,93% and 77.28% with different decimal marks",
    ),
    Told(
        "measure",
        (47, 0, 0, 0),
        "possible",
        "77.28%",
        "",
        [],
        "77.28% is given for two different measures: lines 42 and 47",
    ),
    Told(
        "decimals",
        (63, 0, 0, 0),
        "certain",
        (
            "“Nguồn nhân lực CNTT” 0/1/2; “Sử dụng các phần mềm ứng dụng” 0/1/2; “Chính sách và đầu tư cho "
            "ƯDCNTT” 0/1; “Trang/ Cổng TTDT” 0/1/2; “An toàn thông tin” 0/1"
        ),
        "",
        [],
        "Table “2. Kết quả xếp loại mức độ ứng dụng …”: numbers of one column are printed with different "
        "numbers of decimals: “Nguồn nhân lực CNTT” 0/1/2; “Sử dụng các phần mềm ứng dụng” 0/1/2; “Chính "
        "sách và đầu tư cho ƯDCNTT” 0/1; “Trang/ Cổng TTDT” 0/1/2; “An toàn thông tin” 0/1",
    ),
    Told(
        "title",
        (64, 1, 0, 0),
        "certain",
        "Trang/ Cổng TTDT",
        "Trang/ cổng TTĐT",
        [],
        "The same column is called “Trang/ Cổng TTDT” in the table “2. Kết quả xếp loại mức độ ứng dụng "
        "…” and “Trang/ cổng TTĐT” in the table “3. Kết quả xếp loại mức độ ứng dụng …”",
    ),
    Told(
        "sum",
        (121, 1, 4, 10),
        "certain",
        "852.4",
        "849.9",
        [("Sở Khoa học và Công nghệ", "class", "Tốt", "Tốt | Khá")],
        "Sở Khoa học và Công nghệ: the total is printed as 852.4, its parts add up to 849.9 (+2.5); "
        "rounding of the parts does not explain it",
    ),
    Told(
        "separator",
        (130, 1, 5, 7),
        "certain",
        "89,5",
        "89.5",
        [],
        "Văn phòng UBND tỉnh, column “Trang/ Cổng TTDT”: 89,5 is written with “,” before its decimals, "
        "the other cells with “.”",
    ),
    Told(
        "order",
        (133, 1, 5, 10),
        "certain",
        "5",
        "4",
        [("Sở Khoa học và Công nghệ", "rank", "4", "5"), ("Văn phòng UBND tỉnh", "rank", "5", "4")],
        "Văn phòng UBND tỉnh with 859,5 stands in place 5, below Sở Khoa học và Công nghệ with 852.4, "
        "and belongs in place 4; it is written with the other decimal mark than its column, and a "
        "program that sorts takes it for text",
    ),
    Told(
        "separator",
        (133, 1, 5, 10),
        "certain",
        "859,5",
        "859.5",
        [],
        "Văn phòng UBND tỉnh, column “Tổng điểm”: 859,5 is written with “,” before its decimals, the "
        "other cells with “.”",
    ),
    Told(
        "sum",
        (157, 1, 7, 10),
        "certain",
        "832.0",
        "826.8",
        [],
        "Ban quản lý Khu kinh tế Kon Tum: the total is printed as 832.0, its parts add up to 826.8 "
        "(+5.2); rounding of the parts does not explain it",
    ),
    Told(
        "sum",
        (205, 1, 11, 10),
        "certain",
        "803.5",
        "793.5",
        [("Sở Kế hoạch và Đầu tư", "rank", "11", "12"), ("Sở Công thương", "rank", "12", "11")],
        "Sở Kế hoạch và Đầu tư: the total is printed as 803.5, its parts add up to 793.5 (+10.0); that "
        "is exactly the -10 of the column “Điểm cộng/ trừ” left out",
    ),
    Told(
        "sum",
        (277, 1, 17, 10),
        "likely",
        "717.3",
        "716.9",
        [],
        "Sở Thông tin và Truyền thông: the total is printed as 717.3, its parts add up to 716.9 (+0.4); "
        "rounding explains it only if whole numbers among the parts are rounded, and most totals of the "
        "table are exact",
    ),
    Told(
        "decimals",
        (318, 0, 0, 0),
        "certain",
        (
            "“Nguồn nhân lực CNTT” 0/1; “Sử dụng các phần mềm ứng dụng” 0/1; “Chính sách và đầu tư cho "
            "ƯDCNTT” 0/1; “Trang/ cổng TTĐT” 0/1; “An toàn thông tin” 0/1"
        ),
        "",
        [],
        "Table “3. Kết quả xếp loại mức độ ứng dụng …”: numbers of one column are printed with different "
        "numbers of decimals: “Nguồn nhân lực CNTT” 0/1; “Sử dụng các phần mềm ứng dụng” 0/1; “Chính "
        "sách và đầu tư cho ƯDCNTT” 0/1; “Trang/ cổng TTĐT” 0/1; “An toàn thông tin” 0/1",
    ),
    Told(
        "sum",
        (352, 2, 2, 10),
        "possible",
        "822.4",
        "822.8",
        [],
        "UBND thành phố Kon Tum: the total is printed as 822.4, its parts add up to 822.8 (-0.4); "
        "rounding explains it only if whole numbers among the parts are rounded",
    ),
    Told(
        "sum",
        (388, 2, 5, 10),
        "possible",
        "688.4",
        "688.8",
        [],
        "UBND huyện Đăk Glei: the total is printed as 688.4, its parts add up to 688.8 (-0.4); rounding "
        "explains it only if whole numbers among the parts are rounded",
    ),
    Told(
        "sum",
        (412, 2, 7, 10),
        "possible",
        "673.3",
        "672.9",
        [],
        "UBND huyện Đăk Tô: the total is printed as 673.3, its parts add up to 672.9 (+0.4); rounding "
        "explains it only if whole numbers among the parts are rounded",
    ),
    Told(
        "sum",
        (436, 2, 9, 10),
        "possible",
        "538.6",
        "539.1",
        [],
        "UBND huyện IaH'drai: the total is printed as 538.6, its parts add up to 539.1 (-0.5); rounding "
        "explains it only if whole numbers among the parts are rounded",
    ),
]

CONFIRMED: list[tuple[str, int, int]] = [
    ("count", 45, 1), ("sum", 63, 15), ("order", 63, 18), ("class", 63, 28), ("unknown", 63, 20), ("sum", 318, 1),
    ("sum", 318, 4), ("order", 318, 9), ("unknown", 318, 10), ("figure", 455, 4), ("figure", 457, 11),
]  # fmt: skip

UNDECIDED: list[tuple[str, int, str]] = []

RULES: list[tuple[str, int, str, int, int]] = [
    ("decimals", 63, "Tổng điểm: 1", 19, 19), ("separator", 63, ".", 112, 114),
    ("limits", 63, "Tốt: (840; 852.4]", 28, 28), ("limits", 63, "Khá: (688.4; 701.2]", 28, 28),
    ("decimals", 318, "Tổng điểm: 1", 9, 9), ("separator", 318, ".", 54, 54),
]  # fmt: skip


@pytest.mark.shared("seeds")
def test_every_finding(shared: Path) -> None:
    assert findings(shared, "001") == FINDINGS


@pytest.mark.shared("seeds")
def test_every_confirmation(shared: Path) -> None:
    assert confirmed(shared, "001") == CONFIRMED


@pytest.mark.shared("seeds")
def test_every_thing_that_cannot_be_checked(shared: Path) -> None:
    assert undecided(shared, "001") == UNDECIDED


@pytest.mark.shared("seeds")
def test_every_rule(shared: Path) -> None:
    assert rules(shared, "001") == RULES
