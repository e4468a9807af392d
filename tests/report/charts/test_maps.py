"""Maps: every place, both archipelagos always, the credit, and what is wrong with a user's outlines."""

import json
import re
from dataclasses import replace
from decimal import Decimal
from typing import Any
from xml.etree import ElementTree

import pytest

from chiso.engine.errors import InputError
from chiso.report.charts import NARROW, PRINT, WIDE, Shape, svg
from chiso.report.charts.looks import LEVELS
from chiso.report.figures import Area, Map
from chiso.report.maps.outlines import available
from tests.report.charts.making import country, texts

shapes_there = pytest.mark.skipif(not available(), reason="no outlines in this checkout: make shapes")
FORMS = [pytest.param("outlines", marks=shapes_there), "tiles"]
ISLANDS = ["Quần đảo Hoàng Sa", "(Đà Nẵng)", "Quần đảo Trường Sa", "(Khánh Hòa)"]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("shapes", ["63", "34"])
@pytest.mark.parametrize("shape", [NARROW, PRINT], ids=lambda shape: shape.name)
def test_both_archipelagos_are_on_every_map(shapes: str, form: str, shape: Shape) -> None:
    for figure in (country(shapes, form, classed=shape is PRINT), replace(country(shapes, form), areas=())):
        picture = svg(figure, "vi", shape)
        told = texts(picture)
        assert [line for line in ISLANDS if line not in told] == []
        width, height = (Decimal(ElementTree.fromstring(picture).attrib[side]) for side in ("width", "height"))
        assert (width <= 660, height <= 950) == (True, True)


@pytest.mark.parametrize("form", FORMS)
def test_an_archipelago_has_the_colour_of_its_province(form: str) -> None:
    alone = replace(country("63", form), areas=(Area("48", "Đà Nẵng", "Tốt", None, (0, 5)),))
    both = replace(country("63", form), areas=(*alone.areas, Area("56", "Khánh Hòa", "Tốt", None, (0, 5))))
    legend = 1
    assert svg(alone, "vi").count(f'fill="{LEVELS[0]}"') == legend + 2
    assert svg(both, "vi").count(f'fill="{LEVELS[0]}"') == legend + 4


@shapes_there
@pytest.mark.parametrize("shapes", ["63", "34"])
def test_a_map_of_outlines_credits_them(shapes: str) -> None:
    told = texts(svg(country(shapes, "outlines"), "en"))
    assert "Outlines: @svg-maps/vietnam by Stephen Truong, CC BY 4.0;" in told
    assert ("simplified, and merged as of 1 July 2025" in told) == (shapes == "34")


@pytest.mark.parametrize("shapes", ["63", "34"])
def test_tiles_and_names_do_not_overlap_the_legend(shapes: str) -> None:
    for shape in (WIDE, NARROW):
        picture = svg(country(shapes, "tiles"), "vi", shape)
        found = [
            tuple(map(Decimal, each))
            for each in re.findall(r'd="M([\d.]+),([\d.]+)h([\d.]+)v([\d.]+)h-[\d.]+Z" fill="[^"]+" stroke=', picture)
        ]
        assert len(found) == int(shapes) + 2 + 6
        for at, (x, y, wide, tall) in enumerate(found):
            for x2, y2, wide2, tall2 in found[at + 1 :]:
                assert x + wide <= x2 or x2 + wide2 <= x or y + tall <= y2 or y2 + tall2 <= y


def test_a_code_of_no_place_is_told() -> None:
    figure = replace(country("34", "tiles"), areas=(Area("99", "x", "x"),))
    with pytest.raises(InputError) as told:
        svg(figure, "vi")
    assert [str(problem) for problem in told.value.problems] == [
        "map: the place 99; expected: a code of the 34 provinces; look it up in the register of provinces"
    ]


def square(at: int, **properties: Any) -> dict[str, Any]:
    ring = [[105 + at, 20], [106 + at, 20], [106 + at, 21], [105 + at, 21], [105 + at, 20]]
    geometry = {"type": "Polygon", "coordinates": [ring]}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def given(*features: Any) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": list(features)}).encode()


def drawn(raw: bytes, *codes: str) -> str:
    areas = tuple(Area(code, code, "Tốt", None, (0, 1)) for code in codes)
    return svg(Map(1, "t", "geojson", "outlines", areas, ("Tốt",), "a", raw), "vi")


def test_outlines_of_the_user_are_drawn_and_nothing_is_added() -> None:
    picture = drawn(given(square(0, code="a"), square(1, ma="b", name="<b>")), "a")
    assert [word in picture for word in ("Hoàng Sa", "Trường Sa")] == [False, False]
    assert texts(picture) == ["Tốt", "không có kết quả", "Ranh giới: theo tệp của người dùng"]


LINE = {"type": "Feature", "properties": {"code": "b"}, "geometry": {"type": "LineString", "coordinates": []}}
BROKEN = {"type": "Feature", "properties": {"code": "b"}, "geometry": {"type": "Polygon", "coordinates": [[[1, "x"]]]}}


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        (b"\xff", ["geojson: no JSON text; expected: GeoJSON in UTF-8"]),
        (b"[" * 100_000, ["geojson: no JSON text; expected: GeoJSON in UTF-8"]),
        (b'{"a": NaN}', ["geojson: no JSON text; expected: GeoJSON in UTF-8"]),
        (b"[]", ["geojson: something else; expected: a FeatureCollection with a feature for each place"]),
        (given(), ["geojson: something else; expected: a FeatureCollection with a feature for each place"]),
        (
            given(square(0, code="b")),
            ["geojson: no outline with the code a; expected: one for each unit of the result"],
        ),
        (
            given(square(0, code="a"), square(1, code="a"), square(2), LINE, BROKEN, 5),
            [
                "geojson: 3: no code; expected: one of the properties code, ma, MA, Code, CODE, id",
                "geojson: 4: the geometry LineString; expected: a polygon or several",
                "geojson: 5: coordinates that make no outline; expected: "
                "rings of at least four positions, each of two numbers",
                "geojson: 6: no properties or no geometry; expected: a feature with both",
                "geojson: the code a twice; expected: each code once; join the parts of a place to a MultiPolygon",
            ],
        ),
    ],
)
def test_what_is_wrong_with_outlines_is_told(raw: bytes, found: list[str]) -> None:
    with pytest.raises(InputError) as told:
        drawn(raw, "a")
    assert [str(problem).rsplit("; ", 1)[0] for problem in told.value.problems] == found
