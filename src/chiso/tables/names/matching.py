"""Which unit a written name means: accepted only where it is certain, otherwise asked with suggestions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from chiso.tables.names.folding import folded, joined, numbers, only_blanks_differ, tight, unaccented
from chiso.tables.names.register import Register, exact
from chiso.tables.names.units import Unit

# exact: the unit's own name once folded; alias: another of its names; ambiguous: the name of several units;
# suggested: nobody's name, but like some; unknown: like none.
Certainty: TypeAlias = Literal["exact", "alias", "ambiguous", "suggested", "unknown"]
ACCEPTED: frozenset[Certainty] = frozenset({"exact", "alias"})

# same-name: one of several of that name; another-time: of that name, but not on that day; successor, predecessor: who
# stood for such a one on that day; letters: the same but for accents or a footnote's number; spelling: nearly the same.
Why: TypeAlias = Literal["same-name", "another-time", "successor", "predecessor", "letters", "spelling"]

SUGGESTIONS = 5
# Of 100, by the share of letters that two keys have in common in order; below it, suggestions are noise.
LIKE = 75

# Perhaps a footnote's, perhaps the unit's: enough to suggest, never to accept.
_NUMBER = re.compile(r"\s*\(\d+\)\s*$")
_REMARK = re.compile(r"\s*\(([^()\d]*)\)\s*$")
# A remark with one of these says which of two units is meant, and is no remark to leave out.
_TELLING = frozenset(folded("cũ mới trước nay"))


@dataclass(frozen=True)
class Suggestion:
    """A unit that a name might mean, and why it might."""

    unit: Unit
    why: Why


@dataclass(frozen=True)
class Match:
    """What a written name means: a unit where that is certain, else None and the units to ask about."""

    name: str
    unit: Unit | None
    certainty: Certainty
    suggestions: tuple[Suggestion, ...] = ()


def match(name: str, register: Register, on: date | None = None) -> Match:
    """What a name means among the units that existed on a day (on None: ever).

    A name is accepted where, once folded, it is that of one unit only. Likeness never suffices: it makes suggestions,
    at most five, the likeliest first, and none whose numbers differ from those in the name.
    """
    key = joined(folded(name))
    found = _named(key, register)
    shortened = _without_remark(name)
    if not found and shortened:
        key = joined(folded(shortened))
        found = _named(key, register)
    present = [unit for unit in found if register.was(unit, on)]
    if len(present) == 1:
        return Match(name, present[0], "exact" if exact(present[0], key) else "alias")
    if present:
        return Match(name, None, "ambiguous", tuple(Suggestion(unit, "same-name") for unit in present))
    suggestions = _suggested(key, found, register, on) or _suggested(
        joined(folded(_NUMBER.sub("", name))), (), register, on
    )
    return Match(name, None, "suggested" if suggestions else "unknown", suggestions)


def _named(key: str, register: Register) -> tuple[Unit, ...]:
    """The units of that name, blanks left out or put in where nobody has it as it stands."""
    if key in register.by_key:
        return register.by_key[key]
    keys = [each for each in register.by_tight.get(tight(key), ()) if only_blanks_differ(each, key)]
    return tuple(dict.fromkeys(unit for each in keys for unit in register.by_key[each]))


def _without_remark(name: str) -> str:
    """The name without a remark in parentheses at its end; empty where there is none, or it tells units apart."""
    remark = _REMARK.search(name)
    return name[: remark.start()] if remark and not _TELLING & set(folded(remark[1])) else ""


def _suggested(key: str, found: Iterable[Unit], register: Register, on: date | None) -> tuple[Suggestion, ...]:
    suggestions: dict[Unit, Suggestion] = {}
    for suggestion in (*_other_times(found, register, on), *_alike(key, register, on)):
        suggestions.setdefault(suggestion.unit, suggestion)
    return tuple(suggestions.values())[:SUGGESTIONS]


def _other_times(found: Iterable[Unit], register: Register, on: date | None) -> Iterator[Suggestion]:
    """The units that had the name on another day, after those that stood for them on the day in question."""
    if on is None:
        return
    for unit in found:
        yield from (Suggestion(each, "successor") for each in register.successors(unit, on))
        yield from (Suggestion(each, "predecessor") for each in register.predecessors(unit, on))
        yield Suggestion(unit, "another-time")


def _alike(key: str, register: Register, on: date | None) -> Iterator[Suggestion]:
    """The units with the same letters, then those with nearly the same."""
    from rapidfuzz import fuzz, process

    if not key:
        return
    same = register.by_letters.get(tight(unaccented(key)), ())
    keys = register.by_numbers.get(numbers(key.split()), ())
    near = [each for each, _, _ in process.extract(key, keys, scorer=fuzz.ratio, score_cutoff=LIKE, limit=None)]
    reasons: tuple[tuple[Why, Iterable[str]], ...] = (("letters", same), ("spelling", near))
    for why, likely in reasons:
        for each in likely:
            yield from (Suggestion(unit, why) for unit in register.by_key[each] if register.was(unit, on))
