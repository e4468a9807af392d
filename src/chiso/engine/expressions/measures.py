"""Kinds of values in an expression: conditions, choices, and numbers with a unit of measure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True)
class Measure:
    """A unit of measure as powers of base units, sorted by name: máy/người is (("máy", 1), ("người", -1))."""

    powers: tuple[tuple[str, int], ...] = ()

    def times(self, other: Measure, sign: int = 1) -> Measure:
        """The measure of a product, or of a quotient with sign -1."""
        powers = dict(self.powers)
        for unit, power in other.powers:
            powers[unit] = powers.get(unit, 0) + sign * power
        return Measure(tuple(sorted((unit, power) for unit, power in powers.items() if power)))

    def __str__(self) -> str:
        if not self.powers:
            return "1"
        return "·".join(unit if power == 1 else f"{unit}^{power}" for unit, power in self.powers)


@dataclass(frozen=True)
class Choice:
    """A choice among named options; only `=` and `!=` with an option are defined for it."""

    question: str
    options: tuple[str, ...]

    def __str__(self) -> str:
        return " | ".join(self.options)


@dataclass(frozen=True)
class Boolean:
    """A condition."""


@dataclass(frozen=True)
class Presence:
    """Something that is there or not (a text, a document): only `answered` is defined for it."""


@dataclass(frozen=True)
class PerCase:
    """A question asked once for each case: only `sum_of` and `count_of` are defined for it outside a case."""

    of: Measure | Choice | Boolean | Presence


BOOLEAN = Boolean()
ONE = Measure()
Kind: TypeAlias = Measure | Choice | Boolean | Presence | PerCase


def measure(unit: str | None) -> Measure:
    """The measure of a unit's name, as `máy`, `giờ/hồ sơ` or None for a pure number."""
    if unit is None or not unit.strip():
        return ONE
    first, *rest = (part.strip() for part in unit.split("/"))
    found = ONE if first in ("", "1") else Measure(((first, 1),))
    for part in rest:
        found = found.times(Measure(((part, 1),)), -1)
    return found
