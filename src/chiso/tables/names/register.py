"""A register: the units that a name may mean, on which day, and by which names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import TypeVar

from chiso.tables.names.folding import Tokens, folded, joined, numbers, tight, unaccented
from chiso.tables.names.units import PLACES, Succession, Unit

Shared = TypeVar("Shared")

COMMITTEE: Tokens = folded("Ủy ban nhân dân")


@dataclass(frozen=True)
class Register:
    """Units that may be meant, the others that are known (their parents, predecessors, successors), and who followed.

    A unit above another need not be one that may be meant: the register of a province's departments knows the
    province, and `Kon Tum` in it is the town.
    """

    units: tuple[Unit, ...]
    known: Mapping[str, Unit] = field(default_factory=dict)
    successions: tuple[Succession, ...] = ()

    def __getitem__(self, code: str) -> Unit:
        return self._all[code]

    def __add__(self, other: Register) -> Register:
        """The register of the units of both."""
        new = tuple(unit for unit in other.units if unit not in self.units)
        followed = tuple(each for each in other.successions if each not in self.successions)
        return Register(self.units + new, {**self.known, **other.known}, self.successions + followed)

    @cached_property
    def _all(self) -> Mapping[str, Unit]:
        return {**self.known, **{unit.code: unit for unit in self.units}}

    def was(self, unit: Unit, on: date | None) -> bool:
        """Whether a unit existed on that day: it ends with the unit above it, whatever else is known of its end."""
        seen: set[str] = set()
        above: Unit | None = unit
        while above is not None and above.code not in seen:
            if not above.was(on):
                return False
            seen.add(above.code)
            above = self._all.get(above.parent)
        return True

    def at(self, on: date) -> tuple[Unit, ...]:
        """The units that existed on that day, in the order of the register."""
        return tuple(unit for unit in self.units if self.was(unit, on))

    def within(self, parent: Unit) -> Register:
        """The same units as those of one parent: the departments that every province has, as those of one province."""
        prefix = f"{parent.code}-"
        own = tuple(
            replace(unit, code=prefix + unit.code.removeprefix("chiso-"), parent=parent.code) for unit in self.units
        )
        return Register(own, {**self.known, parent.code: parent}, self.successions)

    def successors(self, unit: Unit, on: date, *, parts: bool = False) -> tuple[Unit, ...]:
        """Who stands for a unit on a later day: itself while it exists, else those that carry it on, one after another.

        Those that only took over some of its tasks are left out, unless `parts` are asked for.
        """
        return self._lineage(unit, on, self._followers(parts))

    def predecessors(self, unit: Unit, on: date, *, parts: bool = False) -> tuple[Unit, ...]:
        """Who stood for a unit on an earlier day: itself where it existed, else those it carries on."""
        steps: dict[str, list[str]] = {}
        for code, followers in self._followers(parts).items():
            for follower in followers:
                steps.setdefault(follower, []).append(code)
        return self._lineage(unit, on, steps)

    def _followers(self, parts: bool) -> dict[str, list[str]]:
        steps: dict[str, list[str]] = {}
        for each in self.successions:
            if parts or each.how != "part":
                steps.setdefault(each.unit, []).append(each.successor)
        return steps

    def _lineage(self, unit: Unit, on: date, steps: Mapping[str, list[str]]) -> tuple[Unit, ...]:
        """The first units on each way from a unit that existed on that day."""
        found: dict[Unit, None] = {}
        waiting, seen = [unit], {unit.code}
        while waiting:
            each = waiting.pop(0)
            if self.was(each, on):
                found[each] = None
                continue
            after = [code for code in steps.get(each.code, ()) if code in self._all and code not in seen]
            seen.update(after)
            waiting.extend(self._all[code] for code in after)
        return tuple(found)

    @cached_property
    def by_key(self) -> Mapping[str, tuple[Unit, ...]]:
        """The units that answer to each key: their names, aliases and what is made of these."""
        found: dict[str, dict[Unit, None]] = {}
        for unit in self.units:
            for form in self.forms(unit):
                found.setdefault(joined(form), {})[unit] = None
        return {key: tuple(units) for key, units in found.items()}

    @cached_property
    def by_tight(self) -> Mapping[str, tuple[str, ...]]:
        """The keys of `by_key` that are the same without blanks."""
        return _grouped(self.by_key, tight)

    @cached_property
    def by_letters(self) -> Mapping[str, tuple[str, ...]]:
        """The keys of `by_key` that are the same without blanks and accents."""
        return _grouped(self.by_key, lambda key: tight(unaccented(key)))

    @cached_property
    def by_numbers(self) -> Mapping[tuple[int, ...], tuple[str, ...]]:
        """The keys of `by_key` that hold the same numbers."""
        return _grouped(self.by_key, lambda key: numbers(key.split()))

    def forms(self, unit: Unit) -> Iterator[Tokens]:
        """The folded ways to write a unit: with the word of its kind, as its committee, with the unit above it."""
        above = self._all.get(unit.parent)
        tails = [(), *self._tails(above)] if above else [()]
        for form in _forms(unit):
            for tail in tails:
                yield form + tail

    def _tails(self, above: Unit) -> Iterator[Tokens]:
        for name in (above.name, *above.aliases):
            yield folded(name)
            yield folded(f"{PLACES.get(above.kind, '')} {name}")
        if above.kind in PLACES:
            yield folded(PLACES[above.kind])


def _grouped(keys: Iterable[str], of: Callable[[str], Shared]) -> Mapping[Shared, tuple[str, ...]]:
    """The keys by what they share."""
    found: dict[Shared, list[str]] = {}
    for key in keys:
        found.setdefault(of(key), []).append(key)
    return {shared: tuple(group) for shared, group in found.items()}


def exact(unit: Unit, key: str) -> bool:
    """Whether a key is that of a unit's own name, bare or with the word of its kind."""
    return key in (joined(folded(unit.name)), joined(folded(unit.title)))


def _forms(unit: Unit) -> Iterator[Tokens]:
    for name in (unit.name, *unit.aliases):
        own = folded(name)
        if unit.kind not in PLACES:
            yield own
            continue
        titled = folded(PLACES[unit.kind]) + own
        yield titled
        yield COMMITTEE + titled
        # The number of a district says nothing without its word.
        if not all(token.isdigit() for token in own):
            yield own
            yield COMMITTEE + own
