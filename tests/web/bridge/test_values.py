"""What people type becomes one canonical text, or is told why it is none."""

import pytest

from chiso.engine.framework import Framework
from chiso.engine.loading import loads
from chiso.language import use
from chiso.web.bridge.values import Unread, canonical, read, shown

TEXT = """\
schema: 1
id: go
title: {vi: Gõ, en: Typing}
nature: example
blocks: [{id: so, name: {vi: Sở, en: Departments}}]
questions:
  - {id: dem, name: {vi: Đếm, en: Count}, type: count, unit: máy, not_applicable: true}
  - {id: tien, name: {vi: Tiền, en: Money}, type: money}
  - {id: so, name: {vi: Số, en: Number}, type: number, unit: m}
  - {id: ty_le, name: {vi: Tỷ lệ, en: Share}, type: share}
  - {id: co, name: {vi: Có, en: Has}, type: yes_no}
  - {id: ngay, name: {vi: Ngày, en: Day}, type: date}
missing: zero
not_applicable: omit
print: {leaf: 2, group: 2, total: 2}
criteria:
  - {code: "1", name: {vi: Một, en: One}, max: 1, formula: {kind: ratio, part: dem, whole: tien, whole_zero: zero}}
"""


@pytest.fixture(scope="module")
def framework() -> Framework:
    return loads(TEXT.encode(), "go.yaml")


@pytest.mark.parametrize(
    ("question", "typed", "kept"),
    [
        ("dem", "1.234", "1234"),
        ("dem", " 12 ", "12"),
        ("dem", "1 234", "1234"),
        ("dem", "", ""),
        ("dem", "n/a", "n/a"),
        ("tien", "1.234.567", "1234567"),
        ("so", "1234,5", "1234.5"),
        ("so", "1.234,56", "1234.56"),
        ("so", "-2,5", "-2.5"),
        ("ty_le", "97,93%", "97.93"),
        ("ty_le", "97,93", "97.93"),
        ("co", "Có", "yes"),
        ("co", "không", "no"),
        ("ngay", "5/2/2026", "2026-02-05"),
        ("ngay", "2026-02-05", "2026-02-05"),
    ],
)
def test_vietnamese_writing(framework: Framework, question: str, typed: str, kept: str) -> None:
    with use("vi"):
        found = read(framework.asked[question], typed)
    assert found == kept
    assert canonical(framework.asked[question], kept) == kept


@pytest.mark.parametrize(
    ("question", "typed"),
    [
        ("dem", "1,5"), ("dem", "nhiều"), ("dem", "-3"), ("dem", "7/27"), ("dem", "khoảng 5"), ("dem", "=1+1"),
        ("so", "1.234"), ("ty_le", "101"), ("tien", "n/a"), ("ngay", "31/02/2026"), ("co", "chắc"), ("dem", "9" * 30),
    ],
)  # fmt: skip
def test_what_is_no_answer(framework: Framework, question: str, typed: str) -> None:
    with use("vi"):
        assert isinstance(read(framework.asked[question], typed), Unread)


def test_english_writing(framework: Framework) -> None:
    with use("en"):
        assert [read(framework.asked["so"], text) for text in ("1,234.5", "0.5")] == ["1234.5", "0.5"]
        assert read(framework.asked["dem"], "1,234") == "1234"


def test_shown_as_the_reader_writes(framework: Framework) -> None:
    kept = (("so", "1234.5"), ("so", "-2.5"), ("ngay", "2026-02-05"), ("dem", "n/a"), ("tien", "1234567"))
    with use("vi"):
        told = [shown(framework.asked[id], value) for id, value in kept]
    assert told == ["1.234,5", "−2,5", "05/02/2026", "", "1.234.567"]


def test_what_is_shown_is_read_back(framework: Framework) -> None:
    for language in ("vi", "en"):
        with use(language):
            for id, value in (("so", "-1234.5"), ("dem", "1234567"), ("ty_le", "0.25"), ("ngay", "2026-12-31")):
                assert read(framework.asked[id], shown(framework.asked[id], value)) == value
