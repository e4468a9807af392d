"""Outlines that a user gives as GeoJSON (RFC 7946): read, checked, and laid flat."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from typing import Any

from chiso.engine.errors import InputError, Problem, message
from chiso.messages import Message
from chiso.report.maps.regions import Region, Ring

MOST_BYTES = 20 * 1024 * 1024
MOST_POINTS = 400_000
CODES = ("code", "ma", "MA", "Code", "CODE", "id")
NAMES = ("name", "ten", "TEN", "Name", "NAME")
FILE = "geojson"
REMEDY = message("export the outlines as GeoJSON with a property `code` (RFC 7946)")
KINDS = message("a polygon or several")


def regions(raw: bytes, codes: frozenset[str]) -> tuple[Region, ...]:
    """The places of a GeoJSON file, from the left and from the top; InputError with all that is wrong in it.

    codes: those that the map shows, each of which must be in the file; others in it are drawn without a result.
    """
    features = _features(_read(raw))
    found, problems, points = [], [], 0
    for at, feature in enumerate(features, 1):
        read = _region(feature, at)
        if isinstance(read, Problem):
            problems.append(read)
            continue
        points += sum(len(ring) for polygon in read.polygons for ring in polygon)
        found.append(read)
    problems += _doubled(found)
    problems += [_unknown(code) for code in sorted(codes - {each.code for each in found})]
    if points > MOST_POINTS:
        problems.append(_large(message("{n} points", n=points), message("at most {n} points", n=MOST_POINTS)))
    if problems:
        raise InputError(problems)
    return _flat(found)


def _large(was: Message, most: Message) -> Problem:
    return Problem(FILE, was, most, message("simplify the outlines, for instance with mapshaper"))


def _read(raw: bytes) -> Any:
    if len(raw) > MOST_BYTES:
        raise InputError(
            [_large(message("{n} bytes", n=len(raw)), message("at most {n} bytes", n=MOST_BYTES))]
        )  # fmt: skip
    try:
        return json.loads(raw.decode("utf-8-sig"), parse_constant=_no_constant)
    except (UnicodeDecodeError, ValueError, RecursionError):
        raise InputError([Problem(FILE, message("no JSON text"), message("GeoJSON in UTF-8"), REMEDY)]) from None


def _no_constant(name: str) -> float:
    raise ValueError(name)


def _features(read: Any) -> list[Any]:
    features = read.get("features") if isinstance(read, dict) and read.get("type") == "FeatureCollection" else None
    if not isinstance(features, list) or not features:
        expected = message("a FeatureCollection with a feature for each place")
        raise InputError([Problem(FILE, message("something else"), expected, REMEDY)])
    return features


def _region(feature: Any, at: int) -> Region | Problem:
    """One place, or what is wrong with it."""
    where = f"{FILE}: {at}"
    properties = feature.get("properties") if isinstance(feature, dict) else None
    geometry = feature.get("geometry") if isinstance(feature, dict) else None
    if not isinstance(properties, dict) or not isinstance(geometry, dict):
        return Problem(where, message("no properties or no geometry"), message("a feature with both"), REMEDY)
    code = next((str(properties[key]).strip() for key in CODES if properties.get(key) not in (None, "")), "")
    if not code:
        expected = message("one of the properties {names}", names=", ".join(CODES))
        return Problem(where, message("no code"), expected, REMEDY)
    name = next((str(properties[key]).strip() for key in NAMES if properties.get(key)), code)
    kind, coordinates = geometry.get("type"), geometry.get("coordinates")
    if kind not in ("Polygon", "MultiPolygon"):
        return Problem(where, message("the geometry {kind}", kind=str(kind)[:40]), KINDS, REMEDY)
    polygons = list(_polygons([coordinates] if kind == "Polygon" else coordinates))
    if not polygons or None in polygons:
        expected = message("rings of at least four positions, each of two numbers")
        return Problem(where, message("coordinates that make no outline"), expected, REMEDY)
    return Region(code, name, tuple(each for each in polygons if each is not None))


def _polygons(coordinates: Any) -> Iterator[tuple[Ring, ...] | None]:
    """The polygons, None for each that is none."""
    for polygon in coordinates if isinstance(coordinates, list) else [None]:
        rings = [_ring(ring) for ring in polygon] if isinstance(polygon, list) and polygon else [None]
        yield None if None in rings else tuple(ring for ring in rings if ring is not None)


def _ring(ring: Any) -> Ring | None:
    if not isinstance(ring, list) or len(ring) < 4:
        return None
    found = []
    for each in ring:
        if not isinstance(each, list) or len(each) < 2 or not all(_number(value) for value in each[:2]):
            return None
        found.append((each[0], each[1]))
    return tuple(found)


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e9


def _doubled(found: list[Region]) -> Iterator[Problem]:
    seen: set[str] = set()
    for each in found:
        if each.code in seen:
            expected = message("each code once; join the parts of a place to a MultiPolygon")
            yield Problem(FILE, message("the code {code} twice", code=each.code), expected, REMEDY)
        seen.add(each.code)


def _unknown(code: str) -> Problem:
    return Problem(
        FILE, message("no outline with the code {code}", code=code), message("one for each unit of the result"), REMEDY
    )  # fmt: skip


def _flat(found: list[Region]) -> tuple[Region, ...]:
    """The places with y from the top; degrees drawn as wide as they are at the middle of the map."""
    every = [point for each in found for polygon in each.polygons for ring in polygon for point in ring]
    low, high = min(y for _x, y in every), max(y for _x, y in every)
    degrees = all(abs(x) <= 180 and abs(y) <= 90 for x, y in every)
    wide = math.cos(math.radians((low + high) / 2)) if degrees else 1.0
    return tuple(
        Region(each.code, each.name, tuple(tuple(_laid(ring, wide) for ring in polygon) for polygon in each.polygons))
        for each in found
    )


def _laid(ring: Ring, wide: float) -> Ring:
    return tuple((x * wide, -y) for x, y in ring)
