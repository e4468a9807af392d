"""The outlines of the provinces for maps, from the shapes that npm brings: `make shapes`.

The 63 provinces as they are drawn there; the 34 since 2025-07-01 made of these by the register of successions. Numbers
are tenths of a unit of the drawing. Both archipelagos stay apart from the land of their provinces.
"""

import json
import re
import sys
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from shapely import MultiPolygon, Polygon, union_all
from shapely.geometry.base import BaseGeometry
from svgelements import Path as Drawn

from chiso.tables.names import Register, Unit, load
from tests.house.sources import CHECKOUT, PACKAGE

DRAWING = CHECKOUT / "node_modules" / "@svg-maps" / "vietnam"
SHAPES = PACKAGE / "report" / "maps" / "shapes"
LAST_OF_63, FIRST_OF_34 = date(2025, 6, 30), date(2025, 7, 1)
ISLANDS = {"hoangsa": ("hoang-sa", "chiso-tp-da-nang"), "truongsa": ("truong-sa", "chiso-tinh-khanh-hoa")}
OTHERWISE = {"thuathienhue": "hue"}
DETAIL, SEAM, STEPS = 0.25, 0.15, 4
"""How far an outline may be from the drawn one; half of the widest gap between neighbours; points to a curve."""


def letters(name: str) -> str:
    """A name's letters without accents."""
    plain = unicodedata.normalize("NFD", name.lower().replace("đ", "d")).encode("ascii", "ignore").decode()
    found = re.sub(r"[^a-z]", "", plain)
    return OTHERWISE.get(found, found)


def area(drawn: str) -> BaseGeometry:
    """The area of a path."""
    polygons = []
    for part in Drawn(drawn).as_subpaths():
        points = [
            (float(point.x), float(point.y))
            for segment in part
            for point in (segment.point(at / STEPS) for at in range(1, STEPS + 1) if segment.end is not None)
        ]
        if len(points) >= 3:
            polygons.append(Polygon(points).buffer(0))
    return union_all(polygons)


def drawings() -> dict[str, BaseGeometry]:
    """The area of each shape of the drawing, by the letters of its name."""
    root = ElementTree.parse(DRAWING / "vietnam.svg").getroot()
    return {
        letters(path.attrib["aria-label"]): area(path.attrib["d"])
        for path in root.iter("{http://www.w3.org/2000/svg}path")
    }


def rings(shape: BaseGeometry) -> list[list[list[list[float]]]]:
    """The coordinates of a shape's polygons, rounded to tenths."""
    parts = shape.geoms if isinstance(shape, MultiPolygon) else [shape]
    polygons = [part for part in parts if isinstance(part, Polygon) and part.area > 0.02]
    return [
        [[[round(x, 1), round(y, 1)] for x, y in ring.coords] for ring in (polygon.exterior, *polygon.interiors)]
        for polygon in sorted(polygons, key=lambda each: (-each.area, each.bounds))
    ]


def feature(unit: Unit, shape: BaseGeometry, detail: float, island: str = "") -> dict[str, Any]:
    """One shape with the code and the name of its province."""
    properties = {"code": unit.official, "name": unit.name} | ({"archipelago": island} if island else {})
    geometry = {"type": "MultiPolygon", "coordinates": rings(shape.simplify(detail))}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def outlines(register: Register, drawn: dict[str, BaseGeometry], on: date) -> Iterator[dict[str, Any]]:
    """The shapes of the provinces of a day, then both archipelagos."""
    now = {unit: register.predecessors(unit, LAST_OF_63) for unit in register.at(on)}
    for unit, before in now.items():
        seamed = [drawn[letters(each.name)].buffer(SEAM if len(before) > 1 else 0) for each in before]
        yield feature(unit, union_all(seamed).buffer(-SEAM if len(before) > 1 else 0), DETAIL)
    for name, (island, province) in ISLANDS.items():
        owner = next(unit for unit, before in now.items() if register[province] in before)
        yield feature(owner, drawn[name], 0.05, island)


def main() -> None:
    """Write both sets with the licence of the drawing."""
    if not (DRAWING / "vietnam.svg").is_file():
        sys.exit(f"{DRAWING}: not there; run `npm ci`, or `make shapes`")
    register, drawn = load("provinces"), drawings()
    SHAPES.mkdir(parents=True, exist_ok=True)
    for name, on in (("63", LAST_OF_63), ("34", FIRST_OF_34)):
        collection = {"type": "FeatureCollection", "features": list(outlines(register, drawn, on))}
        write(SHAPES / f"{name}.json", json.dumps(collection, ensure_ascii=False, separators=(",", ":")) + "\n")
    write(SHAPES / "LICENSE.md", (DRAWING / "LICENSE.md").read_text(encoding="utf-8"))


def write(path: Path, text: str) -> None:
    """Write a whole file or none."""
    made = path.with_suffix(".new")
    made.write_text(text, encoding="utf-8")
    made.replace(path)


if __name__ == "__main__":
    main()
