"""The shipped registers: every row has a source, and dates, parents and successors fit together."""

import csv
from datetime import date, timedelta
from importlib.resources import files

import pytest

from chiso.tables.names import Succession, Unit, load, read_successions, read_units
from chiso.tables.names.reading import SHIPPED, SUCCESSION_COLUMNS, UNIT_COLUMNS

FOLDER = files("chiso") / "facts" / "registers"


def text(name: str) -> str:
    return (FOLDER / f"{name}.csv").read_text(encoding="utf-8")


def rows(name: str) -> list[list[str]]:
    return list(csv.reader(text(name).splitlines()))


@pytest.fixture(scope="module")
def units() -> dict[str, Unit]:
    every = [unit for name in SHIPPED for unit in read_units(text(name), name)]
    assert len({unit.code for unit in every}) == len(every), "a code stands for two units"
    return {unit.code: unit for unit in every}


@pytest.fixture(scope="module")
def successions() -> tuple[Succession, ...]:
    return read_successions(text("successions"), "successions")


def test_every_file_is_described_and_nothing_else_lies_there() -> None:
    described = [row[0] for row in rows("README")[1:]]
    assert sorted(described) == sorted([*(f"{name}.csv" for name in SHIPPED), "successions.csv"])
    assert sorted(file.name for file in FOLDER.iterdir()) == sorted([*described, "README.csv"])


@pytest.mark.parametrize("name", SHIPPED)
def test_the_columns_are_the_ones_that_are_read(name: str) -> None:
    assert tuple(rows(name)[0]) == UNIT_COLUMNS
    assert tuple(rows("successions")[0]) == SUCCESSION_COLUMNS


def test_how_many_units_each_register_holds() -> None:
    assert {name: len(load(name).units) for name in SHIPPED} == {
        "ministries": 28,
        "agencies": 8,
        "provinces": 91,
        "departments": 22,
        "kon-tum": 30,
    }


def test_every_code_says_that_it_is_ours_and_every_row_has_a_source(units: dict[str, Unit]) -> None:
    assert [code for code in units if not code.startswith("chiso-")] == []
    assert [unit.code for unit in units.values() if not unit.source] == []


def test_an_official_code_has_the_decision_that_gives_it(units: dict[str, Unit]) -> None:
    assert [unit.code for unit in units.values() if bool(unit.official) != bool(unit.official_source)] == []
    assert [unit.title for unit in load("provinces").units if not unit.official] == [
        "thành phố Đồng Nai",
        "thành phố Quảng Ninh",
        "thành phố Bắc Ninh",
    ]


@pytest.mark.parametrize("on", [date(2008, 1, 1), date(2016, 12, 31), date(2025, 1, 1), date(2025, 7, 1)])
def test_on_no_day_two_provinces_have_one_code_or_name(on: date) -> None:
    there = load("provinces").at(on)
    assert len({unit.official for unit in there}) == len({unit.name for unit in there}) == len(there)


def test_every_parent_is_known(units: dict[str, Unit]) -> None:
    assert {unit.parent for unit in units.values()} == {"", "chiso-tinh-kon-tum"}
    assert "chiso-tinh-kon-tum" in units


def test_a_successor_begins_the_day_after(units: dict[str, Unit], successions: tuple[Succession, ...]) -> None:
    assert [each for each in successions if not each.source] == []
    ends = [each for each in successions if units[each.unit].valid_to != each.on - timedelta(days=1)]
    begins = [each for each in successions if units[each.successor].valid_from != each.on]
    assert ends == []
    assert [(each.unit, each.successor, each.how) for each in begins] == [
        ("chiso-tinh-ha-tay", "chiso-tp-ha-noi", "absorbed"),
        ("chiso-bo-thong-tin-truyen-thong", "chiso-bo-van-hoa-the-thao-du-lich", "part"),
    ]


def test_whoever_ended_is_carried_on_but_for_the_districts(
    units: dict[str, Unit], successions: tuple[Succession, ...]
) -> None:
    followed = {each.unit for each in successions}
    assert {unit.kind for unit in units.values() if unit.valid_to and unit.code not in followed} == {
        "huyen",
        "thanh-pho-thuoc-tinh",
    }


def test_kon_tum_has_the_codes_of_its_decision() -> None:
    decided = csv.DictReader((files("chiso") / "facts" / "kon-tum-2017" / "units.csv").read_text("utf-8").splitlines())
    assert [unit.code for unit in load("kon-tum").units] == [f"chiso-tinh-kon-tum-{row['unit']}" for row in decided]


def test_the_departments_of_a_province_have_the_codes_of_its_own_register() -> None:
    kon_tum = load("provinces")["chiso-tinh-kon-tum"]
    placed = {unit.code for unit in load("departments").within(kon_tum).units}
    own = {unit.code for unit in load("kon-tum").units if unit.kind == "so-ban-nganh"}
    assert own - placed == {"chiso-tinh-kon-tum-ban-quan-ly-khu-kinh-te"}
