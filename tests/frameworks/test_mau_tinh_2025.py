"""The model province a year before: made up and said to be so, joined by code, some units above, some below."""

import csv
from functools import cache
from pathlib import Path

from chiso.engine.comparing import compare_frameworks
from chiso.engine.framework import Framework
from chiso.engine.loading import load
from chiso.engine.ranking import rank
from chiso.report.statistics import compared, lines, read
from tests.house.sources import PACKAGE
from tests.report.making import shipped

YEARS = ("mau-tinh-2025", "mau-tinh")
TOP = """
so-tu-phap                  1  2
so-khoa-hoc-cong-nghe       2  1
so-tai-chinh                3  3
so-cong-thuong              4  5
van-phong-ubnd              5  4
so-noi-vu                   6  7
so-giao-duc-dao-tao         7  6
thanh-tra-tinh              8  8
so-y-te                     9  9
so-nong-nghiep-moi-truong  10 12
so-van-hoa-the-thao-du-lich 11 10
so-xay-dung                12 11
so-dan-toc-ton-giao        13 14
bql-khu-cong-nghiep        14 13
"""


@cache
def of(id: str) -> Framework:
    return load(PACKAGE / "frameworks" / id / "framework.yaml")


def register(id: str) -> dict[str, dict[str, str]]:
    with Path(PACKAGE / "facts" / id / "units.csv").open(encoding="utf-8", newline="") as file:
        return {row["unit"]: row for row in csv.DictReader(file)}


def test_one_continues_the_other() -> None:
    before, after = (of(id) for id in YEARS)
    assert (before.replaced_by, after.continues) == ("mau-tinh", "mau-tinh-2025")
    changed = {(each.code, each.field) for each in compare_frameworks(before, after) if each.part == "criterion"}
    assert {code for code, _ in changed} == {"2.4", "7.3", "7.4", "DC"}
    assert {("2.4", "formula.norm"), ("7.3", "max.so"), ("7.4", "max.xa"), ("DC", "cap")} <= changed
    assert [str(before.max_of("TONG", block)) for block in before.block_ids] == ["1000", "1000"]


def test_it_is_made_up_and_says_so() -> None:
    units = register(YEARS[0])
    assert [code for code, row in units.items() if "tự đặt ra, không có thật" not in row["note"]] == []
    assert [code for code, row in units.items() if "Mẫu" not in row["name"]] == []
    assert "tự đặt ra" in (PACKAGE / "facts" / YEARS[0] / "README.csv").read_text(encoding="utf-8")


def test_units_join_by_code_and_one_was_merged_and_one_is_new() -> None:
    before, after = (register(id) for id in YEARS)
    assert (set(before) - set(after), set(after) - set(before)) == ({"xa-mau-ly"}, {"dac-khu-mau-dao"})
    assert "nhập vào Xã Mẫu Tân" in before["xa-mau-ly"]["note"]
    assert {code: (before[code]["status"], after[code]["status"]) for code in before if code in after} == {
        code: ("ranked", "ranked") for code in before if code in after
    } | {"xa-mau-hoi": ("ranked", "listed"), "dac-khu-mau-hai": ("excluded", "ranked")}
    assert {code: row["name"] for code, row in before.items() if code in after} == {
        code: row["name"] for code, row in after.items() if code in before
    }


def test_some_departments_rose_and_some_fell() -> None:
    before, after = (rank(shipped(id)[0]).table("TONG", "so") for id in YEARS)
    assert [f"{place.unit} {place.rank} {after.of[place.unit].rank}".split() for place in before.places] == [
        line.split() for line in TOP.strip().splitlines()
    ]


def test_every_indicator_is_of_both_years_and_some_rose_and_some_fell() -> None:
    found = []
    for id in YEARS:
        scores, ranking = shipped(id)
        raw = (PACKAGE / "frameworks" / id / "report.yaml").read_bytes()
        found.append(lines(read(raw, scores.framework), scores, ranking))
    both = [each for group in compared(found[1], found[0]).values() for each in group]
    assert [each.line.key for each in both if each.before is None or each.altered] == []
    shown = {
        each.line.key[0]: f"{each.before_printed} → {each.after_printed}" for each in both if each.line.block == "*"
    }
    assert {id: shown[id] for id in ("may-tinh", "cong-hoat-dong", "sao-luu", "ma-doc", "so-lieu-sai")} == {
        "may-tinh": "94.74 → 98.82",
        "cong-hoat-dong": "97.67 → 97.62",
        "sao-luu": "35.71 → 35.71",
        "ma-doc": "84.24 → 78.77",
        "so-lieu-sai": "0.49 → 0.29",
    }
