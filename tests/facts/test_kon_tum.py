"""The components of Kon Tum 2017: as the decision prints them, and the totals that they really give."""

import csv
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from chiso.engine.answers import Row, Units, build
from chiso.engine.loading import loads
from chiso.engine.quantities import decimal_text, exact
from chiso.engine.ranking import Ranking, rank
from chiso.engine.scoring import Scores, score

FACTS = files("chiso") / "facts" / "kon-tum-2017"
FRAMEWORK = loads((files("chiso") / "frameworks" / "kon-tum-2017" / "framework.yaml").read_bytes())


def table(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader((FACTS / name).read_text(encoding="utf-8").splitlines()))


@pytest.fixture(scope="module")
def scores() -> Scores:
    rows = table("units.csv")
    columns = ([row[key] for row in rows] for key in ("unit", "name", "block", "status", "note"))
    units = Units(*(tuple(column) for column in columns))  # type: ignore[arg-type]
    answers = (Row(row["unit"], row["case"], row["question"], row["value"]) for row in table("answers.csv"))
    return score(FRAMEWORK, build(FRAMEWORK, units, answers))


@pytest.fixture(scope="module")
def ranking(scores: Scores) -> Ranking:
    return rank(scores)


def test_the_columns_are_those_of_a_published_folder() -> None:
    assert list(table("units.csv")[0]) == ["unit", "name", "block", "status", "note"]
    assert list(table("answers.csv")[0]) == ["unit", "case", "question", "value", "note"]
    assert list(table("printed.csv")[0]) == ["unit", "total", "class", "stt", "source"]
    assert [row["file"] for row in table("README.csv")] == ["units.csv", "answers.csv", "printed.csv"]


def test_28_of_30_units_have_seven_components_each() -> None:
    ranked = [row["unit"] for row in table("units.csv") if row["status"] == "ranked"]
    assert (len(table("units.csv")), len(ranked)) == (30, 28)
    answered = [(row["unit"], row["question"]) for row in table("answers.csv")]
    assert answered == [(unit, column) for unit in ranked for column in "ABCDEFG"]


@pytest.mark.shared("seeds")
def test_every_cell_is_the_printed_one(shared: Path) -> None:
    (document,) = shared.glob("001_*.txt")
    names = {row["unit"]: row["name"] for row in table("units.csv")}
    blocks = {row["unit"]: row["block"] for row in table("units.csv")}
    kept: dict[str, list[str]] = {}
    for row in table("answers.csv"):
        kept.setdefault(row["unit"], []).append(row["note"].removeprefix("in: ") or row["value"])
    ours = []
    for row in table("printed.csv"):
        total = row["source"].partition("(in: ")[2].rstrip(")") or row["total"]
        cells = [*kept.get(row["unit"], []), total, row["class"]]
        ours.append((blocks[row["unit"]], row["stt"], names[row["unit"]], *(cell for cell in cells if cell)))
    assert ours == list(printed_rows(document.read_text(encoding="utf-8")))


def printed_rows(text: str) -> Iterator[tuple[str, ...]]:
    """The rows of both tables of the document: block, STT, name and the cells that are not blank."""
    for block, begin, end in (
        ("so", "\n2. Kết quả xếp loại", "\n* Sở"),
        ("huyen", "\n3. Kết quả xếp loại", "\n* UBND"),
    ):
        part = text[text.index(begin) + 1 :]
        part = part[part.index("Xếp loại\n") + len("Xếp loại\n") : part.index(end)]
        for row in re.split(r"\n\n(?=\t\d+\n)", part.strip("\n")):
            yield block, *(cell for line in row.split("\n") if (cell := line.strip()))


def test_the_totals_are_the_sums_of_the_components(scores: Scores) -> None:
    sums: dict[str, str] = {}
    for unit in {row["unit"] for row in table("answers.csv")}:
        cells = [exact(row["value"]) for row in table("answers.csv") if row["unit"] == unit]
        sums[unit] = decimal_text(sum(cells[1:], cells[0]), 1)
    assert {unit: found.points for unit in sums if (found := scores.score(unit, "T"))} == sums
    named = ("so-khoa-hoc-cong-nghe", "ban-quan-ly-khu-kinh-te", "so-ke-hoach-dau-tu", "van-phong-ubnd-tinh")
    assert [sums[unit] for unit in named] == ["849.9", "826.8", "793.5", "859.5"]


def test_12_printed_totals_are_not_those_sums(scores: Scores) -> None:
    wrong = [
        (row["unit"], row["total"], found.points)
        for row in table("printed.csv")
        if (found := scores.score(row["unit"], "T")) and found.points is not None and found.points != row["total"]
    ]
    assert wrong == [
        ("so-khoa-hoc-cong-nghe", "852.4", "849.9"),
        ("ban-quan-ly-khu-kinh-te", "832.0", "826.8"),
        ("so-ke-hoach-dau-tu", "803.5", "793.5"),
        ("so-thong-tin-truyen-thong", "717.3", "716.9"),
        ("huyen-sa-thay", "840.0", "839.9"),
        ("thanh-pho-kon-tum", "822.4", "822.8"),
        ("huyen-tu-mo-rong", "719.9", "719.7"),
        ("huyen-dak-glei", "688.4", "688.8"),
        ("huyen-dak-ha", "680.0", "680.3"),
        ("huyen-dak-to", "673.3", "672.9"),
        ("huyen-kon-plong", "666.2", "666.1"),
        ("huyen-ia-hdrai", "538.6", "539.1"),
    ]


def test_the_order_is_right_and_two_units_are_only_listed(ranking: Ranking) -> None:
    so = ranking.table("T", "so")
    assert [place.unit for place in so.places[:6]] == [
        "so-tai-nguyen-moi-truong", "so-giao-thong-van-tai", "so-tai-chinh", "van-phong-ubnd-tinh",
        "so-khoa-hoc-cong-nghe", "so-giao-duc-dao-tao",
    ]  # fmt: skip
    assert [place.rank for place in so.places] == [*range(1, 20), None]
    for block, unit in (("so", "so-nong-nghiep-phat-trien-nong-thon"), ("huyen", "huyen-kon-ray")):
        last = ranking.table("T", block).places[-1]
        assert (last.unit, last.points, last.rank, last.classes, last.note) == (unit, None, None, (), "listed")


def test_a_total_between_two_known_classes_is_undetermined(ranking: Ranking) -> None:
    undetermined = {
        place.unit: place.classes
        for table in ranking.tables
        for place in table.places
        if place.rank is not None and not place.determined
    }
    assert undetermined == {"so-khoa-hoc-cong-nghe": ("tot", "kha"), "huyen-dak-glei": ("kha", "trung-binh")}


def test_the_determined_classes_are_the_printed_ones(ranking: Ranking) -> None:
    names = {"Tốt": "tot", "Khá": "kha", "Trung bình": "trung-binh"}
    printed = {row["unit"]: names[row["class"]] for row in table("printed.csv") if row["class"]}
    found = {
        place.unit: place.classes[0]
        for table in ranking.tables
        for place in table.places
        if place.rank is not None and place.determined
    }
    assert len(found) == 26
    assert found == {unit: printed[unit] for unit in found}
