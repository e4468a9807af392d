"""Pictures: every text that the chart holds, nothing that runs or collides, the same bytes again."""

import re
from collections import Counter
from decimal import Decimal
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from chiso.report.charts import LEVELS, NARROW, PLAIN, SERIES, WIDE, Shape, legend, svg
from chiso.report.document import Document
from chiso.report.figures import Bar, Chart, Mark
from chiso.report.results import results_document
from tests.report.making import shipped

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module", params=["kon-tum-2017", "mau-tinh"])
def charts(request: pytest.FixtureRequest) -> list[Chart]:
    document: Document = results_document(*shipped(request.param))
    return [part for section in document.sections for part in section.parts if isinstance(part, Chart)]


def texts(picture: str) -> list[str]:
    return [element.text or "" for element in ElementTree.fromstring(picture).iter(f"{SVG}text")]


def test_every_unit_and_its_number_is_read_once(charts: list[Chart]) -> None:
    for chart in charts:
        told = Counter(texts(svg(chart, "vi", WIDE)))
        written = Counter(label for bar in chart.bars for label in (bar.label, bar.text))
        assert {label: told[label] for label in written} == written
        assert [mark.text for mark in chart.marks if mark.text not in told] == []


@pytest.mark.parametrize("shape", [WIDE, NARROW])
def test_rows_do_not_collide_for_thirty_units(shape: Shape) -> None:
    bars = tuple(Bar(f"Xã số {n}", (), Decimal(n), f"{n} · Khá") for n in range(30, 0, -1))
    root = ElementTree.fromstring(svg(Chart(1, "t", "bars", "điểm", (), bars, (), "a"), "vi", shape))
    heights = [
        Decimal(re.findall(r"translate\([-\d.]+,([-\d.]+)\)", element.get("transform", ""))[0])
        for element in root.iter(f"{SVG}text")
        if (element.text or "").startswith("Xã số")
    ]
    apart = [after - before for before, after in pairwise(heights)]
    assert (len(heights), min(apart) >= shape.size) == (30, True)


def test_the_same_chart_gives_the_same_picture_and_ids_of_its_own(charts: list[Chart]) -> None:
    first, second = svg(charts[0], "vi"), svg(charts[1], "vi")
    svg.cache_clear()
    assert svg(charts[0], "vi") == first
    ids = [set(re.findall(r'id="([^"]+)"', picture)) for picture in (first, second, svg(charts[0], "vi", NARROW))]
    assert ids[0] & ids[1] == ids[0] & ids[2] == set()


def test_a_picture_asks_for_nothing(charts: list[Chart]) -> None:
    picture = svg(charts[0], "vi")
    assert re.findall(r"<script|<image|href=|@import|url\(http", picture) == []


def test_the_axis_has_the_marks_of_the_language() -> None:
    chart = Chart(1, "t", "bars", "điểm", (), (Bar("x", (), Decimal("2500.5"), "2.500,5"),), (), "a")
    assert "2.000" in texts(svg(chart, "vi"))
    assert "2,000" in texts(svg(chart, "en"))


def test_a_limit_that_is_an_interval_is_a_field_and_a_known_one_a_line() -> None:
    bars = (Bar("x", (), Decimal(90), "90"),)
    marks = (Mark("Tốt", Decimal(80)), Mark("Khá", Decimal(60), Decimal(65)))
    picture = svg(Chart(1, "t", "bars", "điểm", (), bars, marks, "a"), "vi")
    assert (picture.count("#e3c65b"), picture.count("stroke-dasharray")) == (1, 1)


def test_colours_follow_the_class_and_the_series() -> None:
    bars = tuple(Bar(str(n), (), Decimal(n + 1), "x", (n, 7) if n else None) for n in range(7))
    picture = svg(Chart(1, "t", "bars", "điểm", (), bars, (), "a"), "vi")
    used = re.findall(r'fill="(#\w{6})" stroke="white"', picture)
    assert used == [PLAIN, LEVELS[1], LEVELS[2], LEVELS[3], *[LEVELS[4]] * 3]
    stacked = Chart(1, "t", "stacked", "điểm", ("A", "B"), (Bar("x", (Decimal(1), None), Decimal(1), "1"),), (), "a")
    assert legend(stacked) == (("A", SERIES[0]), ("B", SERIES[1]))
    assert legend(Chart(1, "t", "bars", "điểm", (), bars, (), "a")) == ()


def luminance(colour: str) -> Decimal:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [Decimal(int(colour[place : place + 2], 16)) / 255 for place in (1, 3, 5)]
    linear = [
        part / Decimal("12.92")
        if part <= Decimal("0.04045")
        else ((part + Decimal("0.055")) / Decimal("1.055")) ** Decimal("2.4")
        for part in parts
    ]
    return Decimal("0.2126") * linear[0] + Decimal("0.7152") * linear[1] + Decimal("0.0722") * linear[2]


@pytest.mark.parametrize("colour", [*SERIES, *LEVELS, PLAIN])
def test_a_colour_stands_out_from_white(colour: str) -> None:
    assert Decimal("1.05") / (luminance(colour) + Decimal("0.05")) >= 3
