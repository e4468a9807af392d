"""Maps: provinces by their outlines or as tiles, and the outlines that a user gives.

Hoàng Sa and Trường Sa are on every map of the country, in the colour of the provinces that they belong to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from chiso.engine.errors import InputError, Problem, message
from chiso.language import gettext as _
from chiso.report.charts.lettering import width
from chiso.report.charts.looks import Shape
from chiso.report.charts.mapping import KEY, TALLEST, WIDTHS, colour, keys, legend, words
from chiso.report.charts.marks import over, pictured
from chiso.report.charts.tiled import tiled
from chiso.report.figures import Area, Map
from chiso.report.maps.geojson import regions
from chiso.report.maps.outlines import provinces
from chiso.report.maps.regions import ARCHIPELAGOS, Region, Ring
from chiso.report.maps.tiles import tiles

SEA = (0.56, 0.03)
"""Where the legend of a map of the country stands: in the open sea, as shares of its width and height."""
RIM = 4
"""Room for the edges of islands at the rim."""


def drawn(figure: Map, shape: Shape) -> Any:
    """The map with its legend and its credit; InputError where an area is of no shape."""
    import altair as alt

    if figure.shapes == "geojson":
        found = regions(figure.geojson, frozenset(area.code for area in figure.areas))
        layers, size = _outlined(figure, found, shape)
        layers += legend(figure, shape, 0, size[1] + 14)
        low = size[1] + 14 + len(keys(figure, shape.look)) * (KEY + 6)
        layers += _credit([_("Outlines: the file of the user")], low, shape)
    elif figure.form == "tiles":
        _known(figure, {each.code for each in tiles(figure.shapes)})
        layers, size = tiled(figure, tiles(figure.shapes), shape)
    else:
        _known(figure, {each.code for each in provinces(figure.shapes)})
        layers, size = _outlined(figure, provinces(figure.shapes), shape)
        layers += legend(figure, shape, SEA[0] * size[0], SEA[1] * size[1])
        layers += _credit(_credits(figure), size[1] + 2 * shape.size + 8, shape)
    return pictured(alt.layer(*layers).properties(width=size[0], height=size[1]), shape)


def _known(figure: Map, codes: set[str]) -> None:
    problems = [
        Problem(
            "map", message("the place {code}", code=area.code), message("a code of the {n} provinces", n=figure.shapes),
            message("look it up in the register of provinces"),
        )
        for area in figure.areas
        if area.code not in codes
    ]  # fmt: skip
    if problems:
        raise InputError(problems)


def _credits(figure: Map) -> list[str]:
    """Whose outlines these are, and what was done to them."""
    merged = figure.shapes == "34"
    changed = _("simplified, and merged as of 1 July 2025") if merged else _("simplified")
    return [_("Outlines: @svg-maps/vietnam by Stephen Truong, CC BY 4.0;"), changed]


def _credit(lines: list[str], top: float, shape: Shape) -> list[Any]:
    """Small lines below the map."""
    size = shape.size - 2
    placed = [(0, top + size / 2 + (size + 3) * at, line) for at, line in enumerate(lines)]
    return [words(placed, shape, "left", fontSize=size)]


def _outlined(figure: Map, found: Sequence[Region], shape: Shape) -> tuple[list[Any], tuple[int, int]]:
    """The outlines fitted into the picture, the islands with an edge so that small ones are seen, and their names."""
    laid, size = _fitted(found, shape)
    areas = {area.code: area for area in figure.areas}
    land = [_feature(each, areas.get(each.code), figure, shape) for each in laid if not each.archipelago]
    islands = [_feature(each, areas.get(each.code), figure, shape) for each in laid if each.archipelago]
    layers = [_shapes(land, stroke=shape.look.border, thick=0.6)]
    if islands:
        edged = [each | {"properties": {"colour": shape.look.ink}} for each in islands]
        layers += [_shapes(edged, stroke=shape.look.ink, thick=4.0), _shapes(islands, stroke=None, thick=2.6)]
    for each in laid:
        if each.archipelago:
            layers += _island_names(each, found, shape, size)
    return layers, size


def _fitted(found: Sequence[Region], shape: Shape) -> tuple[list[Region], tuple[int, int]]:
    """The regions in pixels of the picture, and its size."""
    points = [point for each in found for polygon in each.polygons for ring in polygon for point in ring]
    left, right = min(x for x, _y in points), max(x for x, _y in points)
    top, low = min(y for _x, y in points), max(y for _x, y in points)
    across, down = WIDTHS[shape.name] - 2 * RIM, TALLEST[shape.name] - 2 * RIM
    scale = min(across / ((right - left) or 1), down / ((low - top) or 1))

    def laid(ring: Ring) -> Ring:
        return tuple((_tenths((x - left) * scale + RIM), _tenths((y - top) * scale + RIM)) for x, y in ring)

    regions = [
        replace(each, polygons=tuple(tuple(laid(ring) for ring in polygon) for polygon in each.polygons))
        for each in found
    ]
    return regions, (int((right - left) * scale) + 2 * RIM, int((low - top) * scale) + 2 * RIM)


def _tenths(pixels: float) -> float:
    return int(pixels * 10 + 0.5) / 10


def _feature(region: Region, area: Area | None, figure: Map, shape: Shape) -> dict[str, Any]:
    told = f"{region.name}: {area.text if area is not None else _('no result')}"
    coordinates = [[[list(point) for point in ring] for ring in polygon] for polygon in region.polygons]
    return {
        "type": "Feature",
        "properties": {"colour": colour(area, figure, shape.look), "told": told},
        "geometry": {"type": "MultiPolygon", "coordinates": coordinates},
    }


def _shapes(features: list[dict[str, Any]], *, stroke: str | None, thick: float) -> Any:
    """A layer of outlines in the pixels that they are given in."""
    import altair as alt

    style: dict[str, Any] = {"strokeWidth": thick, "strokeJoin": "round"} | ({"stroke": stroke} if stroke else {})
    base = over(features).mark_geoshape(**style).project(type="identity", scale=1, translate=[0, 0])
    found = base.encode(fill=alt.Fill("properties.colour:N", scale=None))
    if stroke is None:
        found = found.encode(stroke=alt.Stroke("properties.colour:N", scale=None))
    if "told" in features[0]["properties"]:
        found = found.encode(tooltip="properties.told:N")
    return found


def _island_names(island: Region, found: Sequence[Region], shape: Shape, size: tuple[int, int]) -> list[Any]:
    """The name of an archipelago below its islands, with the province that it belongs to."""
    points = [point for polygon in island.polygons for ring in polygon for point in ring]
    middle = (min(x for x, _y in points) + max(x for x, _y in points)) / 2
    name = _("{name} Islands").format(name=ARCHIPELAGOS[island.archipelago])
    owner = next(each.name for each in found if each.code == island.code and not each.archipelago)
    room = width(name, shape, smaller=1) / 2
    at, low = min(middle, size[0] - room), max(y for _x, y in points)
    lines = [(at, low + 12, name), (at, low + 12 + shape.size, f"({owner})")]
    return [words(lines, shape)]
