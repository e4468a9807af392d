"""The map of tiles: a square for each province, placed so that neighbours stay near each other."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import Literal

from chiso.report.maps.regions import Tile

LAYOUT = Path(__file__).with_name("tiles.csv")


@cache
def tiles(shapes: Literal["63", "34"]) -> tuple[Tile, ...]:
    """The tiles of the provinces and, to the east, of both archipelagos."""
    with LAYOUT.open(encoding="utf-8", newline="") as file:
        lines = [line for line in csv.DictReader(file) if line["shapes"] == shapes]
    return tuple(
        Tile(each["code"], each["name"], each["short"], int(each["column"]), int(each["row"]), each["archipelago"])
        for each in lines
    )
