"""A map of tiles: a square for each province."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from chiso.language import gettext as _
from chiso.report.charts.lettering import width
from chiso.report.charts.looks import Shape
from chiso.report.charts.mapping import TALLEST, WIDTHS, boxes, colour, flattened, legend, words
from chiso.report.charts.shades import inked
from chiso.report.figures import Area, Map
from chiso.report.maps.regions import ARCHIPELAGOS, Tile

LARGEST = 48
LEGENDS = {"63": (6.15, 4.1), "34": (6.15, 0.3)}
"""The open sea, in tiles from the left and from the top."""
LINE = 12


def tiled(figure: Map, found: Sequence[Tile], shape: Shape) -> tuple[list[Any], tuple[int, int]]:
    """The tiles with their names and, where there is room, what is printed of each; and the size of it all."""
    columns, rows = 2 + max(each.column for each in found), 1 + max(each.row for each in found)
    wide, tall = WIDTHS[shape.name] // columns, min(TALLEST[shape.name] // rows, LARGEST)
    areas = {area.code: area for area in figure.areas}
    shape = replace(shape, look=flattened(shape.look))
    fills = {each: colour(areas.get(each.code), figure, shape.look) for each in found}
    layers = [boxes([(t.column * wide, t.row * tall, wide - 2, tall - 2, fill) for t, fill in fills.items()], shape)]
    for fill in dict.fromkeys(fills.values()):
        mine = [each for each in found if fills[each] == fill]
        lines = [line for each in mine for line in _lines(each, areas.get(each.code), wide, tall, shape)]
        if lines:
            # A rim in the flat colour of the tile keeps letters off its pattern.
            layers.append(words(lines, shape, fontSize=_size(wide), stroke=fill, strokeWidth=3, strokeJoin="round"))
            layers.append(words(lines, shape, fontSize=_size(wide), color=inked(fill)))
    layers.append(words([line for each in found for line in _named(each, found, wide, tall, shape)], shape))
    across, down = LEGENDS[figure.shapes]
    return [*layers, *legend(figure, shape, across * wide, down * tall)], (columns * wide, rows * tall)


def _size(wide: int) -> int:
    return 11 if wide >= 50 else 10


def _lines(tile: Tile, area: Area | None, wide: int, tall: int, shape: Shape) -> list[tuple[float, float, str]]:
    """The lines in a tile: its name, or its short form where it has no room, and its number or class."""
    smaller = shape.size - _size(wide)
    name = [] if tile.archipelago else _broken(tile, wide, smaller, shape)
    told = [] if area is None or width(area.text, shape, smaller=smaller) > wide - 4 else [area.text]
    lines = [*name, *told] if len(name) + len(told) <= (tall - 4) // LINE else name
    middle, first = tile.column * wide + wide / 2 - 1, tile.row * tall + (tall - 2 - LINE * (len(lines) - 1)) / 2
    return [(middle, first + LINE * at, line) for at, line in enumerate(lines)]


def _broken(tile: Tile, wide: int, smaller: int, shape: Shape) -> list[str]:
    """The name in at most two lines, or the short form."""
    words_of = tile.name.split()
    for at in range(len(words_of), 0, -1):
        lines = [line for line in (" ".join(words_of[:at]), " ".join(words_of[at:])) if line]
        if all(width(line, shape, smaller=smaller) <= wide - 4 for line in lines):
            return lines
    return [tile.short]


def _named(tile: Tile, found: Sequence[Tile], wide: int, tall: int, shape: Shape) -> list[tuple[float, float, str]]:
    """Below the tile of an archipelago its name and the province that it belongs to."""
    if not tile.archipelago:
        return []
    owner = next(each.name for each in found if each.code == tile.code and not each.archipelago)
    lines = [_("{name} Islands").format(name=ARCHIPELAGOS[tile.archipelago]), f"({owner})"]
    middle, low = tile.column * wide + wide / 2 - 1, (tile.row + 1) * tall
    return [(middle, low + 8 + (shape.size + 1) * at, line) for at, line in enumerate(lines)]
