"""The model set is whole, says where each criterion comes from, and ranks its made-up province to the last place."""

import csv
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

from chiso.engine.answers import Answers, Row, Units, build
from chiso.engine.framework import Criterion, Framework
from chiso.engine.framework.leaves import Formula
from chiso.engine.loading import load
from chiso.engine.quantities import resolved
from chiso.engine.ranking import Place, Ranking, rank
from chiso.engine.scoring import Scores, score
from tests.house.sources import PACKAGE

HERE = PACKAGE / "frameworks" / "mau-tinh"
PROVINCE = PACKAGE / "facts" / "mau-tinh"
GROUPS = ("1", "2", "3", "4", "5", "6", "7")

# Unit, points, rank and class on the total, then the ranks on the seven groups. Computed apart from the engine too,
# in plain fractions from the text of the model set: all 42 came out the same.
DEPARTMENTS = """
so-khoa-hoc-cong-nghe       948.96   1 xuat_sac     2  1  1  2  1  1  1
so-tu-phap                  907.47   2 xuat_sac     1  4  2  4  3  2  2
so-tai-chinh                873.33   3 tot          3  2  4  5  2  5 10
van-phong-ubnd              846.98   4 tot          4  6  5  6  4 10  6
so-cong-thuong              822.87   5 trung_binh   9  5  3  3  6  3  8
so-giao-duc-dao-tao         815.68   6 tot         13  3  9  1  9  7  4
so-noi-vu                   812.44   7 tot          8  8  6  8  7  6  3
thanh-tra-tinh              645.75   8 tot          5  7  8  7  - 11  5
so-y-te                     790.19   9 tot          6 10  7  9  5  8  9
so-van-hoa-the-thao-du-lich 701.94  10 kha         10 14 10 11  8 12  7
so-xay-dung                 676.11  11 kha          7 12 11 10 12  4 11
so-nong-nghiep-moi-truong   674.79  12 kha         11  9 12 12 11  9 13
bql-khu-cong-nghiep         580.98  13 trung_binh  12 13 13 14 10 13 12
so-dan-toc-ton-giao         499.94  14 yeu         14 11 14 13 13 14 14
"""
COMMUNES = """
phuong-mau-nhat             951.96   1 xuat_sac     6  1  1  1  1  1 10
phuong-mau-nam              934.68   2 xuat_sac     9  9  5  5  2  9  8
xa-mau-canh                 930.16   3 xuat_sac     1  5  8 10  7  4  3
phuong-mau-nhi              927.02   4 xuat_sac     8 10  7  4  3  3  5
xa-mau-binh                 915.11   5 xuat_sac     7  3  6  7  8  8  6
xa-mau-mau                  912.30   6 xuat_sac     4  7  4 14  4  6 12
xa-mau-giap                 909.73   7 xuat_sac     2  4  2  3 13  5 16
phuong-mau-tam              909.32   8 tot         10 11  3  6  6 10  9
phuong-mau-bac              903.88   9 tot          3  6 10  9  9  7  4
phuong-mau-dong             888.18  10 tot          5  2 14  2  5  2 22
phuong-mau-tu               851.64  11 tot         14  8 13 16 10 17 13
xa-mau-nham                 843.22  12 tot         12 16 15 13 15 11  1
xa-mau-ngo                  843.22  12 tot         11 13 16 17 11 21  1
phuong-mau-tay              836.29  14 tot         15 12 11 12 14 13 20
dac-khu-mau-hai             831.65  15 tot         20 21  9 11 12 12  7
xa-mau-at                   817.08  16 tot         13 15 19 15 16 15 11
xa-mau-dinh                 765.24  17 tot         18 22 17  8 18 14 17
xa-mau-dan                  765.24  18 tot         16 18 12 22 17 22 24
xa-mau-ky                   747.19  19 kha         18 14 21 21 19 19 14
xa-mau-quy                  687.96  20 kha         17 20 23 20 22 25 15
xa-mau-tan                  667.22  21 kha         21 23 20 18 20 23 25
xa-mau-thin                 645.37  22 trung_binh  22 17 18 28 21 16 26
xa-mau-suu                  644.56  23 trung_binh  24 19 27 19 23 18 23
xa-mau-mao                  615.29  24 trung_binh  23 25 22 23 24 26 19
xa-mau-than                 587.68  25 trung_binh  25 24 26 24 25 20 21
xa-mau-mui                  440.42  26 yeu         27 26 25 25 28 28 18
xa-mau-tuat                 414.11  27 yeu         26 27 24 26 26 27 27
xa-mau-dau                  313.16  28 yeu         28 28 28 27 27 24 28
xa-mau-hoi                       -   - -            -  -  -  -  -  -  -
"""


@cache
def framework() -> Framework:
    return load(HERE / "framework.yaml")


def read(name: str) -> list[dict[str, str]]:
    """The rows of a file of the province."""
    with Path(PROVINCE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def answers() -> Answers:
    register = read("units.csv")
    columns = [tuple(row[key] for row in register) for key in ("unit", "name", "block", "status", "note")]
    keys = ("unit", "case", "question", "value", "note")
    return build(framework(), Units(*columns), [Row(*(row[key] for key in keys)) for row in read("answers.csv")])  # type: ignore[arg-type]


@cache
def scores() -> Scores:
    return score(framework(), answers())


@cache
def ranking() -> Ranking:
    return rank(scores())


def leaves() -> list[Criterion]:
    return [node for node in framework().walk() if not node.children]


def maxima(block: str) -> list[str]:
    return [str(framework().max_of(code, block)) for code in (*GROUPS, "TONG", "DC", "DT")]


def test_it_says_that_it_is_a_model_set_and_official_nowhere() -> None:
    assert framework().nature == "model"
    assert framework().decision is None
    assert "bộ mẫu của Chiso, không phải văn bản của cơ quan nhà nước" in framework().title.of("vi")
    assert "official nowhere" in framework().title.of("en")
    assert [note.vi for note in framework().notes if not note.en] == []


def test_each_block_has_a_thousand_points() -> None:
    assert maxima("so") == ["120", "100", "230", "120", "200", "110", "120", "1000", "15", "40"]
    assert maxima("xa") == ["130", "120", "200", "100", "250", "90", "110", "1000", "15", "40"]


def test_the_blocks_are_asked_different_questions() -> None:
    asked = {block: {node.code for node in leaves() if framework().applies(node.code, block)} for block in ("so", "xa")}
    assert (len(leaves()), len(asked["so"]), len(asked["xa"])) == (72, 58, 60)
    assert (len(asked["so"] - asked["xa"]), len(asked["xa"] - asked["so"])) == (12, 14)
    assert (len(framework().questions), sum(q.applies_to == ("so",) for q in framework().questions)) == (99, 11)


def test_every_kind_of_formula_and_the_natural_combiners_are_used() -> None:
    kinds = {kind.model_fields["kind"].annotation for kind in get_args(get_args(Formula)[0])}
    used = {node.formula.kind for node in leaves() if node.formula is not None}
    assert used == {get_args(kind)[0] for kind in kinds}
    assert {node.combine.kind for node in framework().walk()} == {"sum", "weighted", "mean", "best"}
    assert [node.code for node in framework().walk() if node.combine.renormalise] == ["3.3", "3.8", "4.2", "5", "7"]


def test_every_leaf_has_its_clause_evidence_source_verifier_and_origin() -> None:
    assert [
        node.code
        for node in leaves()
        if not (node.evidence and node.source and node.verifier and node.note and node.name.en)
        or not str(node.clause).startswith("Bộ mẫu, mục ")
    ] == []
    sections = {node.code: str(node.clause).removeprefix("Bộ mẫu, mục ") for node in framework().walk()}
    assert {code: section for code, section in sections.items() if code != section} == {
        "TONG": "Bộ mẫu, Phần II",
        **{"DC": "8", "DC.1": "8.1", "DC.2": "8.2", "DC.3": "8.3"},
        **{"DT": "9", "DT.1": "9.1", "DT.2": "9.2", "DT.3": "9.3"},
    }


def test_every_question_is_in_two_languages_and_helps_the_reporter() -> None:
    assert [q.id for q in framework().questions if not (q.name.en and q.help)] == []
    assert [q.id for q in framework().questions for option in q.options if not option.name.en] == []
    # What the part is a part of is said to be so, whether it is counted in machines or in đồng.
    parts = [q for q in framework().questions if q.name.vi.startswith("Trong đó")]
    assert len(parts) == 33
    assert [q.id for q in parts if q.at_most is None] == []


def test_the_province_is_made_up_and_says_so() -> None:
    register = read("units.csv")
    assert [(row["unit"], row["note"]) for row in register if "tự đặt ra, không có thật" not in row["note"]] == []
    assert [row["unit"] for row in register if "Mẫu" not in row["name"]] == []
    assert [(b, sum(row["block"] == b for row in register)) for b in ("so", "xa")] == [("so", 14), ("xa", 30)]
    noted = {row["unit"] for row in read("answers.csv") if row["note"] == "Số liệu của đơn vị này là tự đặt ra"}
    assert {row["unit"] for row in read("answers.csv")} == noted
    assert len(noted) == 42
    assert "tự đặt ra" in (PROVINCE / "README.csv").read_text(encoding="utf-8")


def line(place: Place, block: str) -> list[str]:
    """A unit's line in the expected tables."""
    ranks = [ranking().table(code, block).of[place.unit].rank for code in GROUPS]
    return [place.unit, place.points or "-", str(place.rank or "-"), "".join(place.classes) or "-"] + [
        str(number or "-") for number in ranks
    ]


@pytest.mark.parametrize(("block", "expected"), [("so", DEPARTMENTS), ("xa", COMMUNES)])
def test_the_ranking_comes_out(block: str, expected: str) -> None:
    lines = [line(place, block) for place in ranking().table("TONG", block).places]
    assert lines == [row.split() for row in expected.strip().splitlines()]


def test_every_rule_of_the_set_decides_something_in_the_province() -> None:
    found = {
        (unit, code): (each.points, each.maximum, each.state)
        for unit, code in (
            ("van-phong-ubnd", "1.1"), ("thanh-tra-tinh", "5"), ("thanh-tra-tinh", "TONG"), ("xa-mau-mui", "5.3"),
            ("phuong-mau-nhat", "3.8.2"), ("xa-mau-thin", "4"), ("so-khoa-hoc-cong-nghe", "DC.2"),
            ("so-khoa-hoc-cong-nghe", "DC"), ("so-y-te", "DC.2"), ("so-cong-thuong", "DT.1"), ("so-xay-dung", "DT"),
            ("bql-khu-cong-nghiep", "DT.3"), ("so-tu-phap", "6.7"),
        )
        if (each := scores().score(unit, code)) is not None
    }  # fmt: skip
    assert found == {
        ("van-phong-ubnd", "1.1"): ("20.00", "20", "capped"),
        ("thanh-tra-tinh", "5"): (None, "200", "not_applicable"),
        ("thanh-tra-tinh", "TONG"): ("645.75", "800", "scored"),
        ("xa-mau-mui", "5.3"): ("0.00", "40", "missing"),
        ("phuong-mau-nhat", "3.8.2"): (None, "15", "not_applicable"),
        ("xa-mau-thin", "4"): ("0.00", "100", "scored"),
        ("so-khoa-hoc-cong-nghe", "DC.2"): ("0.00", "10", "set_aside"),
        ("so-khoa-hoc-cong-nghe", "DC"): ("15.00", "15", "capped"),
        ("so-y-te", "DC.2"): ("10.00", "10", "capped"),
        ("so-cong-thuong", "DT.1"): ("20.00", "20", "scored"),
        ("so-xay-dung", "DT"): ("11.00", "40", "scored"),
        ("bql-khu-cong-nghiep", "DT.3"): ("15.00", "15", "capped"),
        ("so-tu-phap", "6.7"): ("12.00", "15", "granted"),
    }


def test_a_unit_left_out_of_a_class_by_quota_or_condition_has_the_points_for_it() -> None:
    places = [place for block in ("so", "xa") for place in ranking().table("TONG", block).places if place.points]
    fell = []
    for place in places:
        total, security = scores().score(place.unit, "TONG"), scores().score(place.unit, "7")
        assert total is not None
        assert security is not None
        shares = [Fraction(str(each.points)) / Fraction(str(each.maximum)) for each in (total, security)]
        if shares[0] >= Fraction("0.85") and place.classes != ("xuat_sac",):
            fell.append((place.unit, "quota" if shares[1] >= Fraction("0.8") else "condition"))
    assert fell == [
        ("so-tai-chinh", "condition"),
        ("phuong-mau-tam", "quota"),
        ("phuong-mau-bac", "quota"),
        ("phuong-mau-dong", "condition"),
        ("phuong-mau-tu", "quota"),
    ]


def test_both_ways_of_computing_agree() -> None:
    def printed() -> list[list[str | None]]:
        exactly = score(framework(), answers(), way="exact")
        return [exactly.printed(code) for code in framework().nodes]

    assert [scores().printed(code) for code in framework().nodes] == resolved(printed)
