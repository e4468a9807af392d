"""The outlines of the provinces, where `make shapes` has put them."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Literal

from chiso.engine.errors import InputError, Problem, message
from chiso.report.maps.regions import Region

SHAPES = Path(__file__).with_name("shapes")


def available(folder: Path = SHAPES) -> bool:
    """Whether this installation has the outlines."""
    return all((folder / f"{name}.json").is_file() for name in ("63", "34"))


@cache
def provinces(shapes: Literal["63", "34"], folder: Path = SHAPES) -> tuple[Region, ...]:
    """The provinces and both archipelagos; InputError where this installation has no outlines."""
    if not available(folder):
        raise _missing()
    features = json.loads((folder / f"{shapes}.json").read_text(encoding="utf-8"))["features"]
    return tuple(
        Region(
            each["properties"]["code"],
            each["properties"]["name"],
            tuple(
                tuple(tuple((x, y) for x, y in ring) for ring in polygon) for polygon in each["geometry"]["coordinates"]
            ),
            each["properties"].get("archipelago", ""),
        )
        for each in features
    )


def _missing() -> InputError:
    return InputError(
        [
            Problem(
                "map", message("no outlines of the provinces in this installation"),
                message("the outlines that npm brings"),
                message("run `make shapes` in a checkout, or draw the map of tiles, which needs none"),
            )
        ]
    )  # fmt: skip
