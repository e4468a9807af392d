"""A place of a map: its code, its name and where it lies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

Ring: TypeAlias = tuple[tuple[float, float], ...]
ARCHIPELAGOS = {"hoang-sa": "Hoàng Sa", "truong-sa": "Trường Sa"}
"""Those that are on every map of the country, in the colour of the province that they belong to."""


@dataclass(frozen=True)
class Region:
    """One shape; polygons: of each its outer ring and its holes, from the left and from the top.

    archipelago: its key, for the islands that a province has far from its land.
    """

    code: str
    name: str
    polygons: tuple[tuple[Ring, ...], ...]
    archipelago: str = ""


@dataclass(frozen=True)
class Tile:
    """A square that stands for a place; short: its name in two to four letters."""

    code: str
    name: str
    short: str
    column: int
    row: int
    archipelago: str = ""
