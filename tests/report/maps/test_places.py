"""Which shape a unit is: every province on its days, and only where it is certain."""

from datetime import date
from itertools import pairwise

import pytest

from chiso.report.maps.outlines import available, provinces
from chiso.report.maps.places import code_of, shapes_of
from chiso.report.maps.tiles import tiles
from chiso.tables.names import load
from tests.house.outlines import LAST_OF_63

SHAPES_THERE = pytest.mark.skipif(not available(), reason="no outlines in this checkout: make shapes")
DAYS = {"63": date(2024, 12, 31), "34": date(2025, 7, 1)}


@pytest.mark.parametrize("shapes", ["63", "34"])
def test_every_province_of_the_day_has_one_tile(shapes: str) -> None:
    units = load("provinces").at(DAYS[shapes])
    placed = tiles("63" if shapes == "63" else "34")
    land = [tile for tile in placed if not tile.archipelago]
    assert sorted((tile.code, tile.name) for tile in land) == sorted((unit.official, unit.name) for unit in units)
    assert len({(tile.column, tile.row) for tile in placed}) == len({tile.short for tile in placed}) == len(placed)


@pytest.mark.parametrize("shapes", ["63", "34"])
def test_the_archipelagos_lie_east_of_the_land_and_belong_to_their_provinces(shapes: str) -> None:
    placed = tiles("63" if shapes == "63" else "34")
    east = max(tile.column for tile in placed if not tile.archipelago)
    islands = [tile for tile in placed if tile.archipelago]
    names = {tile.code: tile.name for tile in placed if not tile.archipelago}
    assert [(tile.name, names[tile.code], tile.column > east) for tile in islands] == [
        ("Hoàng Sa", "Đà Nẵng", True), ("Trường Sa", "Khánh Hòa", True),
    ]  # fmt: skip


@SHAPES_THERE
def test_the_outlines_are_those_of_the_register() -> None:
    for shapes, on in (("63", LAST_OF_63), ("34", DAYS["34"])):
        found = provinces("63" if shapes == "63" else "34")
        units = load("provinces").at(on)
        land = [(each.code, each.name) for each in found if not each.archipelago]
        assert land == [(unit.official, unit.name) for unit in units]
        assert [(each.archipelago, each.code) for each in found if each.archipelago] == [
            ("hoang-sa", "48"), ("truong-sa", "56"),
        ]  # fmt: skip
        assert all(each.polygons for each in found)


@SHAPES_THERE
def test_merged_provinces_cover_what_they_were_made_of() -> None:
    def area(shapes: str) -> float:
        return sum(
            sum(_area(ring) if place == 0 else -_area(ring) for place, ring in enumerate(polygon))
            for each in provinces("63" if shapes == "63" else "34")
            for polygon in each.polygons
        )

    assert abs(area("34") / area("63") - 1) < 0.01


def _area(ring: tuple[tuple[float, float], ...]) -> float:
    return abs(sum(x * v - u * y for (x, y), (u, v) in pairwise(ring))) / 2


@pytest.mark.parametrize(
    ("unit", "name", "shapes", "on", "code"),
    [
        ("chiso-tinh-an-giang", "", "63", None, "89"),
        ("chiso-tinh-an-giang-2025", "", "34", None, "91"),
        ("chiso-tp-dong-nai", "", "34", None, "75"),
        ("chiso-tinh-thua-thien-hue", "", "63", None, "46"),
        ("", "TT-Huế", "63", date(2016, 12, 31), "46"),
        ("", "UBND tỉnh Lào Cai", "63", None, "10"),
        ("", "Lào Cai", "34", None, "15"),
        ("", "Ha Noi", "63", None, ""),
        ("", "Hà Giang", "34", None, ""),
        ("so-noi-vu", "Sở Nội vụ", "63", None, ""),
    ],
)
def test_a_shape_is_found_by_code_or_certain_name(
    unit: str, name: str, shapes: str, on: date | None, code: str
) -> None:
    assert code_of(unit, name, "63" if shapes == "63" else "34", on) == code


def test_the_map_is_the_one_that_holds_all_units() -> None:
    assert shapes_of([("", "Hà Giang"), ("", "Hà Nội")], date(2016, 12, 31)) == "63"
    assert shapes_of([("chiso-tinh-an-giang-2025", ""), ("chiso-tp-ha-noi", "")]) == "34"
    assert shapes_of([("", "Sở Nội vụ"), ("", "Hà Nội")]) is None
    assert shapes_of([]) is None
