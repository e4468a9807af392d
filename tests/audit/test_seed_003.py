"""News of Điện Biên on its ranks of 2013, 15/8/2014: all that its audit says."""

from pathlib import Path

import pytest

from tests.audit.told import Told, confirmed, findings, rules, undecided

# Each finding was checked by hand against the text.
FINDINGS: list[Told] = [
    Told(
        "range",
        (5, 0, 0, 0),
        "certain",
        "53/64",
        "53/63",
        [],
        "Cổng/trang thông tin điện tử các cơ quan nhà nước của tỉnh: rank 53/64, where 63 units are ranked",
    ),
    Told(
        "measure",
        (5, 0, 0, 0),
        "possible",
        "53/64",
        "",
        [],
        "Ứng dụng CNTT phục vụ người dân và doanh nghiệp and Cổng/trang thông tin điện tử các cơ quan "
        "nhà nước của tỉnh have the same rank 53 with the same remark “tăng 8 bậc so với năm 2012, xếp "
        "hạng trung bình”",
    ),
    Told(
        "points",
        (5, 0, 0, 0),
        "likely",
        "giảm 23%",
        "23,8 điểm phần trăm",
        [],
        "“giảm 23%”: percentage points are meant, not percent: 21/63 after 36/63 is a change of 23,8 "
        "points; no count of 63 fits a change by that percentage",
    ),
    Told(
        "points",
        (5, 0, 0, 0),
        "likely",
        "tăng gần 16%",
        "15,9 điểm phần trăm",
        [],
        "“tăng gần 16%”: percentage points are meant, not percent: 19/63 after 9/63 is a change of 15,9 "
        "points; no count of 63 fits a change by that percentage",
    ),
]

CONFIRMED: list[tuple[str, int, int]] = [
    ("range", 5, 8), ("count", 5, 1), ("move", 5, 9),
]  # fmt: skip

UNDECIDED: list[tuple[str, int, str]] = []

RULES: list[tuple[str, int, str, int, int]] = [
]  # fmt: skip


@pytest.mark.shared("seeds")
def test_every_finding(shared: Path) -> None:
    assert findings(shared, "003") == FINDINGS


@pytest.mark.shared("seeds")
def test_every_confirmation(shared: Path) -> None:
    assert confirmed(shared, "003") == CONFIRMED


@pytest.mark.shared("seeds")
def test_every_thing_that_cannot_be_checked(shared: Path) -> None:
    assert undecided(shared, "003") == UNDECIDED


@pytest.mark.shared("seeds")
def test_every_rule(shared: Path) -> None:
    assert rules(shared, "003") == RULES
