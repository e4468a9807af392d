"""Every kind of figure at every size: its texts, its width, nothing that collides, the same bytes again."""

import json
import re
from decimal import Decimal
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from chiso.report.charts import NARROW, PRINT, WIDE, Shape, legend, png, spec, svg
from chiso.report.charts.looks import PAPER
from chiso.report.charts.patterns import OVER
from chiso.report.figures import Figure
from tests.report.charts.making import LONG, MARKUP, bars, distribution, every, heat, slope, stacked, texts, trend

SHAPES = [WIDE, NARROW, PRINT]


def size(picture: str) -> tuple[Decimal, Decimal]:
    found = ElementTree.fromstring(picture)
    return Decimal(found.attrib["width"]), Decimal(found.attrib["height"])


@pytest.mark.parametrize(
    ("count", "shape"),
    [(1, PRINT), (3, PRINT), (30, PRINT), (63, PRINT), (500, PRINT), (3, WIDE), (30, NARROW)],
    ids=lambda each: each.name if isinstance(each, Shape) else str(each),
)
def test_a_picture_keeps_to_its_page(count: int, shape: Shape) -> None:
    """160 mm of print are 604.7 pixels; on A4 240 mm are left for a figure."""
    limits = {"w": (1000, 6000), "n": (560, 9000), "p": (612, 907)}[shape.name]
    for figure in every(count):
        width, height = size(svg(figure, "vi", shape))
        assert (width <= limits[0], height <= limits[1]) == (True, True), (type(figure), width, height)


@pytest.mark.parametrize("figure", every(5), ids=lambda figure: type(figure).__name__)
def test_the_same_figure_gives_the_same_picture_and_shapes_their_own_ids(figure: Figure) -> None:
    drawn = [svg(figure, "vi", shape) for shape in SHAPES]
    svg.cache_clear()
    assert [svg(figure, "vi", shape) for shape in SHAPES] == drawn
    ids = [set(re.findall(r'id="([^"]+)"', picture)) for picture in drawn]
    assert ids[0] & ids[1] == ids[0] & ids[2] == ids[1] & ids[2] == set()


@pytest.mark.parametrize("figure", every(4), ids=lambda figure: type(figure).__name__)
def test_markup_is_a_text_and_nothing_is_asked_for(figure: Figure) -> None:
    picture = svg(figure, "vi", PRINT)
    assert re.findall(r"<script|<image|href=|@import|url\(http", picture) == []
    if not isinstance(figure, type(distribution(1))):
        assert any(text.strip().startswith(MARKUP[:12]) for text in texts(picture))


@pytest.mark.parametrize("figure", [bars(3), slope(3), heat(3)], ids=lambda figure: type(figure).__name__)
def test_a_long_name_is_cut(figure: Figure) -> None:
    cut = [text for text in texts(svg(figure, "vi", WIDE)) if "…" in text and LONG[:9] in text]
    assert cut
    assert max(len(text) for text in cut) < 80


def test_rows_too_many_are_counted_in_their_place() -> None:
    told = texts(svg(bars(500), "vi", PRINT))
    assert "… còn 435 dòng ở giữa, xem bảng …" in told
    assert [name in told for name in ("Xã số 48", "Xã số 49", "Xã số 483", "Xã số 484", "Xã số 499")] == [
        True, False, False, True, True,
    ]  # fmt: skip


def test_of_many_changes_those_that_moved_most_are_named_and_the_others_counted() -> None:
    told = texts(svg(slope(63), "vi", PRINT))
    assert "Còn 51 đơn vị là đường màu xám không ghi tên." in told
    assert sum(text.startswith("Xã số") for text in told) + sum(LONG[:9] in text for text in told) >= 12


@pytest.mark.parametrize(("count", "shape"), [(3, WIDE), (30, PRINT), (63, PRINT)])
def test_labels_of_changes_do_not_lie_on_each_other(count: int, shape: Shape) -> None:
    root = ElementTree.fromstring(svg(slope(count), "vi", shape))
    heights: dict[str, list[Decimal]] = {"end": [], "start": []}
    for element in root.iter("{http://www.w3.org/2000/svg}text"):
        if re.search(r"^\S.*  \d+$|^\d+ \(.\)  |^–  ", element.text or ""):
            _x, y = re.findall(r"-?[\d.]+", element.attrib["transform"])
            heights[element.attrib["text-anchor"]].append(Decimal(y))
    for side in heights.values():
        assert len(side) >= min(count, 12) - 1
        assert all(after - before >= shape.size for before, after in pairwise(sorted(side)))


def test_cells_tell_the_texts_of_the_document_and_columns_too_many_are_counted() -> None:
    figure = heat(5)
    told = texts(svg(figure, "vi", PRINT))
    assert [text for row in figure.texts for text in row if text not in told] == []
    assert any(text.startswith("… còn") for text in texts(svg(heat(5, 120), "vi", PRINT)))


def test_counts_of_a_distribution_are_written_once() -> None:
    told = texts(svg(distribution(12), "vi", WIDE))
    assert [text for text in ("1", "6", "Tốt", "Khá", "điểm", "số đơn vị") if text not in told] == []


def test_a_trend_breaks_where_there_is_no_number() -> None:
    picture = svg(trend(5), "vi", WIDE)
    line = re.findall(r'aria-roledescription="line mark" d="([^"]+)"', picture)[0]
    assert line.count("M") == 2


def test_print_has_a_legend_and_patterns_but_no_hue() -> None:
    picture = svg(stacked(3), "vi", PRINT)
    assert [f"Nhóm {at}" in texts(picture) for at in range(7)] == [True] * 7
    hues = {
        colour for colour in re.findall(r"#[0-9a-f]{6}", picture) if len({colour[1:3], colour[3:5], colour[5:]}) > 1
    }
    assert hues == set()
    assert picture.count("<pattern") == sum(grey in OVER for grey in PAPER.series[:7])
    assert len(legend(stacked(3))) == 7


def test_a_png_has_the_dots_of_its_paper() -> None:
    raw = png(bars(3), "vi", PRINT, dpi=192)
    width, height = (int.from_bytes(raw[at : at + 4], "big") for at in (16, 20))
    natural = size(svg(bars(3), "vi", PRINT))
    assert (abs(width - 2 * natural[0]) <= 2, abs(height - 2 * natural[1]) <= 2) == (True, True)


def test_a_spec_holds_its_own_numbers_and_the_marks_of_its_language() -> None:
    found = spec(bars(3), "vi")
    assert found["config"]["locale"]["number"]["decimal"] == ","
    assert '"url"' not in json.dumps(found)
