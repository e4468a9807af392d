"""Which shape of a map a unit of a result is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Literal

from chiso.tables.names import Register, Unit, load, match

DAYS = {"63": date(2025, 6, 30), "34": date(2025, 7, 1)}
ONE_FOR_ONE = frozenset({"raised", "renamed"})
"""The ways to follow a unit on the same land."""


def code_of(unit: str, name: str, shapes: Literal["63", "34"], on: date | None = None) -> str:
    """The code of a province's shape by the unit's code in the register or, on a day, by its name.

    Nothing where it is neither: only a certain match counts. Codes are those of Quyết định 124/2004/QĐ-TTg for the 63
    provinces and of Quyết định 19/2025/QĐ-TTg for the 34; a province that became a city keeps its shape.
    """
    known = _codes(shapes)
    if unit in known:
        return known[unit]
    for day in (on, DAYS[shapes]):
        found = match(name, _register(), day).unit if day is not None else None
        if found is not None and found.code in known:
            return known[found.code]
    return ""


def shapes_of(units: Iterable[tuple[str, str]], on: date | None = None) -> Literal["63", "34"] | None:
    """The map that holds all units, by their codes and names; None where neither does."""
    listed = list(units)
    for shapes in ("63", "34"):
        codes = [code_of(unit, name, shapes, on) for unit, name in listed]
        if codes and all(codes) and len(set(codes)) == len(codes):
            return "63" if shapes == "63" else "34"
    return None


@cache
def _register() -> Register:
    return load("provinces")


@cache
def _codes(shapes: str) -> dict[str, str]:
    """The shape of every unit of the register that has one, at that time or in another form before or since."""
    register, found = _register(), {}
    for unit in register.at(DAYS[shapes]):
        for each in _same(register, unit):
            found[each.code] = unit.official
    return found


def _same(register: Register, unit: Unit) -> set[Unit]:
    """A unit and those that were on the same land before and after it."""
    found, waiting = {unit}, [unit]
    steps = [(each.unit, each.successor) for each in register.successions if each.how in ONE_FOR_ONE]
    while waiting:
        code = waiting.pop().code
        near = {after for before, after in steps if before == code} | {
            before for before, after in steps if after == code
        }
        fresh = {register[each] for each in near} - found
        found |= fresh
        waiting.extend(fresh)
    return found
