"""A report of the department of home affairs of Bắc Giang, 2021 (no table): all that its audit says."""

from pathlib import Path

import pytest

from tests.audit.told import Told, confirmed, findings, rules, undecided

# Each finding was checked by hand against the text.
FINDINGS: list[Told] = [
    Told(
        "contradiction",
        (63, 0, 0, 0),
        "likely",
        "Tỷ lệ nộp hồ sơ để giải quyết thủ tục hành chính trực tuyến chưa phát sinh",
        "520",
        [],
        "Line 21 counts 520 (“vụ công trực tuyến mức độ 4, Hồ sơ giải quyết qua dịch vụ công trực tuyến "
        "mức độ 4”), here the text says that there are none yet (“Tỷ lệ nộp hồ sơ để giải quyết thủ tục "
        "hành chính trực tuyến chưa phát sinh”)",
    ),
]

CONFIRMED: list[tuple[str, int, int]] = [
]  # fmt: skip

UNDECIDED: list[tuple[str, int, str]] = [
    (
        "rank",
        0,
        "The document has no table: ranks, sums and classes cannot be checked",
    ),
]

RULES: list[tuple[str, int, str, int, int]] = [
]  # fmt: skip


@pytest.mark.shared("seeds")
def test_every_finding(shared: Path) -> None:
    assert findings(shared, "002") == FINDINGS


@pytest.mark.shared("seeds")
def test_every_confirmation(shared: Path) -> None:
    assert confirmed(shared, "002") == CONFIRMED


@pytest.mark.shared("seeds")
def test_every_thing_that_cannot_be_checked(shared: Path) -> None:
    assert undecided(shared, "002") == UNDECIDED


@pytest.mark.shared("seeds")
def test_every_rule(shared: Path) -> None:
    assert rules(shared, "002") == RULES
