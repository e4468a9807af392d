"""Báo cáo 23/BC-STTTT ngày 23/3/2016 (Thanh Hóa 2015): all that its audit says."""

from pathlib import Path

import pytest

from tests.audit.told import Told, confirmed, findings, rules, undecided

# Each finding was checked by hand against the text.
FINDINGS: list[Told] = [
    Told(
        "decimals",
        (27, 0, 0, 0),
        "certain",
        "“Năm 2014” 0/1/2; “Năm 2015” 0/1/2",
        "",
        [],
        "Table “a) Hạ tầng kỹ thuật CNTT”: numbers of one column are printed with different numbers of "
        "decimals: “Năm 2014” 0/1/2; “Năm 2015” 0/1/2",
    ),
    Told(
        "decimals",
        (47, 0, 0, 0),
        "certain",
        "“Năm 2014” 1/2; “Năm 2015” 1/2",
        "",
        [],
        "Table “c) Ứng dụng CNTT”: numbers of one column are printed with different numbers of decimals: "
        "“Năm 2014” 1/2; “Năm 2015” 1/2",
    ),
    Told(
        "decimals",
        (58, 0, 0, 0),
        "certain",
        "“Năm 2014” 0/1; “Năm 2015” 0/1/2",
        "",
        [],
        "Table “d) Môi trường tổ chức và chính sách CNTT”: numbers of one column are printed with "
        "different numbers of decimals: “Năm 2014” 0/1; “Năm 2015” 0/1/2",
    ),
    Told(
        "share",
        (66, 4, 4, 4),
        "likely",
        "82,91 %",
        "82,98 %",
        [],
        "Tỷ lệ cơ quan có chính sách đào tạo, phát triển nguồn nhân lực CNTT của cơ quan, đơn vị: 82,91 "
        "% is no share of 47 agencies; the nearest is 39/47 = 82,98 %",
    ),
    Told(
        "share",
        (67, 4, 5, 4),
        "likely",
        "75 %",
        "74,47 %",
        [],
        "Tỷ lệ cơ quan có chính sách hỗ trợ cho cán bộ làm chuyên trách CNTT hoặc cán bộ công tác tại bộ "
        "phận “một cửa liên thông” hiện đại: 75 % is no share of 47 agencies; the nearest is 35/47 = "
        "74,47 %",
    ),
    Told(
        "trend",
        (71, 0, 0, 0),
        "likely",
        "tăng",
        "100% → 100 %",
        [],
        "Tỷ lệ cơ quan có máy Scan phục vụ ứng dụng CNTT: the text says “tăng”, the table prints 100% "
        "and 100 %: unchanged",
    ),
    Told(
        "trend",
        (71, 0, 0, 0),
        "certain",
        "tăng",
        "98,89% → 98 %",
        [],
        "Tỷ lệ máy tính có kết nối mạng Internet: the text says “tăng”, the table prints 98,89% and then 98 %",
    ),
    Told(
        "trend",
        (75, 0, 0, 0),
        "likely",
        "cao hơn",
        "100% → 100 %",
        [],
        "Tỷ lệ cơ quan có cán bộ chuyên trách CNTT: the text says “cao hơn”, the table prints 100% and "
        "100 %: unchanged",
    ),
    Told(
        "trend",
        (75, 0, 0, 0),
        "likely",
        "cao hơn",
        "100% → 100 %",
        [],
        "Tỷ lệ cơ quan có cán bộ chuyên trách CNTT được đào tạo về an ninh mạng và an toàn thông tin: "
        "the text says “cao hơn”, the table prints 100% and 100 %: unchanged",
    ),
    Told(
        "all",
        (77, 0, 0, 0),
        "certain",
        "phần mềm quản lý văn bản và hồ sơ công việc",
        "97,87 %",
        [],
        "The text says that all agencies have “phần mềm quản lý văn bản và hồ sơ công việc”, the table "
        "prints 97,87 % for “Tỷ lệ cơ quan có sử dụng phần mềm quản lý văn bản và hồ sơ công việc phục "
        "vụ điều hành tác nghiệp trên môi trường mạng (TDOoffice)”",
    ),
    Told(
        "count",
        (77, 0, 0, 0),
        "certain",
        "12/19",
        "12/20",
        [],
        "12/19 is said of Sở, ban, ngành cấp tỉnh, and line 19 says that there are 20",
    ),
    Told(
        "figure",
        (79, 0, 0, 0),
        "certain",
        "55,33 %",
        "55,3%",
        [],
        "Tỷ lệ cơ quan có quy chế nội bộ về trao đổi, lưu trữ, xử lý văn bản điện tử: the text gives "
        "55,33 %, the table 55,3%",
    ),
    Told(
        "class_gap",
        (89, 0, 0, 0),
        "certain",
        "90-100; 70-89; 50-69",
        "89-90, 69-70",
        [],
        "The limits of the classes leave gaps: no class is said for points between 89 – 90, 69 – 70",
    ),
]

CONFIRMED: list[tuple[str, int, int]] = [
    ("figure", 0, 4), ("count", 15, 1), ("count", 17, 2), ("count", 19, 1), ("share", 27, 3), ("share", 39, 3),
    ("share", 47, 6), ("share", 58, 3), ("trend", 71, 2), ("trend", 75, 2), ("all", 75, 1), ("all", 77, 1),
]  # fmt: skip

UNDECIDED: list[tuple[str, int, str]] = [
    (
        "share",
        29,
        "Table “a) Hạ tầng kỹ thuật CNTT”, column “Năm 2014” cannot be checked: the text states no "
        "number of agencies or staff for it",
    ),
    (
        "share",
        29,
        "Table “a) Hạ tầng kỹ thuật CNTT”, column “Năm 2015”: the text does not state of how many these "
        "are shares: Tỷ lệ máy tính trạm/CBCC; Tỷ lệ máy in/CBCC; Tỷ lệ máy tính có kết nối mạng "
        "Internet; Tỷ lệ máy tính được cài đặt phần mềm diệt virus có bản quyền",
    ),
    (
        "share",
        41,
        "Table “b) Hạ tầng nguồn nhân lực CNTT”, column “Năm 2014” cannot be checked: the text states no "
        "number of agencies or staff for it",
    ),
    (
        "share",
        41,
        "Table “b) Hạ tầng nguồn nhân lực CNTT”, column “Năm 2015”: the text does not state of how many "
        "these are shares: Tỷ lệ CBCC đã được đào tạo và đảm bảo khả năng cho ứng dụng CNTT phục vụ công "
        "tác chuyên môn, nghiệp vụ",
    ),
    (
        "share",
        49,
        "Table “c) Ứng dụng CNTT”, column “Năm 2014” cannot be checked: the text states no number of "
        "agencies or staff for it",
    ),
    (
        "share",
        49,
        "Table “c) Ứng dụng CNTT”, column “Năm 2015”: the text does not state of how many these are "
        "shares: Tỷ lệ CBCC được cung cấp và sử dụng hộp thư điện tử (có tên miền @thanhhoa.gov.vn) cho "
        "công việc",
    ),
    (
        "share",
        60,
        "Table “d) Môi trường tổ chức và chính sách CNTT”, column “Năm 2014” cannot be checked: the text "
        "states no number of agencies or staff for it",
    ),
    (
        "title",
        85,
        "The tables 1, 2 that the text names are not in the document, and cannot be checked",
    ),
]

RULES: list[tuple[str, int, str, int, int]] = [
    ("separator", 27, ",", 14, 14), ("decimals", 39, "Năm 2014: 2", 4, 4), ("decimals", 39, "Năm 2015: 1", 4, 4),
    ("separator", 39, ",", 8, 8), ("separator", 47, ",", 14, 14), ("separator", 58, ",", 10, 10),
]  # fmt: skip


@pytest.mark.shared("seeds")
def test_every_finding(shared: Path) -> None:
    assert findings(shared, "000") == FINDINGS


@pytest.mark.shared("seeds")
def test_every_confirmation(shared: Path) -> None:
    assert confirmed(shared, "000") == CONFIRMED


@pytest.mark.shared("seeds")
def test_every_thing_that_cannot_be_checked(shared: Path) -> None:
    assert undecided(shared, "000") == UNDECIDED


@pytest.mark.shared("seeds")
def test_every_rule(shared: Path) -> None:
    assert rules(shared, "000") == RULES
