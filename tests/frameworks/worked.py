"""Worked examples (`cases.yaml`): what they say, and what the engine makes of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import yaml
from flint import fmpq

from chiso.engine.answers import Row, Units, build
from chiso.engine.framework import Framework
from chiso.engine.quantities import decimal_text
from chiso.engine.ranking import Place, rank
from chiso.engine.scoring import Score, score

EXAMPLE = {"title", "source", "units"}
UNIT = {"unit", "block", "status", "answers", "cases", "expect", "states", "classes", "ranks"}


@dataclass(frozen=True)
class Example:
    """One worked example: its title, where its numbers come from, and its units as they are written."""

    title: str
    source: str
    units: tuple[Mapping[str, Any], ...]


def read(text: str) -> list[Example]:
    """The examples of a file, every scalar as text."""
    found = yaml.load(text, Loader=yaml.BaseLoader)
    assert isinstance(found, list), "a list of examples"
    return [_example(each) for each in found]


def _example(each: Mapping[str, Any]) -> Example:
    assert set(each) == EXAMPLE, f"{each.get('title')}: {sorted(set(each) ^ EXAMPLE)}"
    for unit in each["units"]:
        assert {"unit", "block"} <= set(unit) <= UNIT, f"{each['title']}: {sorted(unit)}"
    return Example(each["title"], each["source"], tuple(each["units"]))


def of(folder: Path) -> list[Example]:
    """The examples of a framework's folder."""
    return read((folder / "cases.yaml").read_text(encoding="utf-8"))


def said(example: Example) -> dict[tuple[str, str, str], Any]:
    """What the example expects, by unit, what of it, and criterion."""
    return {
        (unit["unit"], what, code): tuple(value) if isinstance(value, list) else value
        for unit in example.units
        for what in ("expect", "states", "classes", "ranks")
        for code, value in unit.get(what, {}).items()
    }


def computed(
    framework: Framework, example: Example, way: Literal["official", "exact"] = "official"
) -> dict[tuple[str, str, str], Any]:
    """The same, as the engine has it: points at the decimals in which they are expected."""
    scores = score(framework, build(framework, _units(example), _rows(example)), way=way)
    ranking = rank(scores)
    blocks = {unit["unit"]: unit["block"] for unit in example.units}
    out: dict[tuple[str, str, str], Any] = {}
    for (unit, what, code), value in said(example).items():
        if what in ("expect", "states"):
            found = scores.score(unit, code)
            out[unit, what, code] = _points(found, value) if what == "expect" else found and found.state
        else:
            place = ranking.table(code, blocks[unit]).of.get(unit)
            out[unit, what, code] = _place(place, what)
    return out


def _units(example: Example) -> Units:
    codes = tuple(unit["unit"] for unit in example.units)
    blocks = tuple(unit["block"] for unit in example.units)
    statuses = tuple(unit.get("status", "ranked") for unit in example.units)
    return Units(codes, codes, blocks, statuses, ("",) * len(codes))


def _rows(example: Example) -> Iterator[Row]:
    for unit in example.units:
        for question, value in unit.get("answers", {}).items():
            yield Row(unit["unit"], "", question, value)
        for case, answers in unit.get("cases", {}).items():
            for question, value in answers.items():
                yield Row(unit["unit"], case, question, value)


def _points(found: Score | None, expected: str) -> str:
    """The points at the decimals of the expected text; nothing where there is no result."""
    if found is None or found.points is None:
        return ""
    decimals = len(expected.partition(".")[2])
    if decimals == len(found.points.partition(".")[2]):
        return found.points
    assert isinstance(found.exact, fmpq), "points that are no rational number are expected as they are printed"
    return decimal_text(found.exact, decimals)


def _place(place: Place | None, what: str) -> Any:
    if place is None:
        return ""
    if what == "ranks":
        return "" if place.rank is None else str(place.rank)
    return place.classes if len(place.classes) > 1 else "".join(place.classes)
