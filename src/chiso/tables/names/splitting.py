"""The units that one cell names: `Bạc Liêu, Bắc Kạn` is two, `Bộ Văn hóa, Thể thao và Du lịch` is one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from chiso.tables.names.folding import folded
from chiso.tables.names.matching import Match, match
from chiso.tables.names.register import Register

# How many commas and `và` one name may hold, and one more.
PIECES = 6

# Nothing inside parentheses separates.
_ALWAYS = re.compile(r";(?![^()]*\))")
_MAYBE = re.compile(r"(?:[,\n]|\s+và\s+)(?![^()]*\))")
_AND_SO_ON = {(), ("v",), ("v", "v")}


@dataclass(frozen=True)
class _Piece:
    start: int
    end: int


def split(cell: str, register: Register, on: date | None = None) -> tuple[Match, ...]:
    """What each name in a cell means, in their order; empty for a cell without a name.

    A semicolon always separates. A comma, a line break or `và` separates only where the register does not have the
    names with it: of all ways to cut, the one that leaves least unnamed, then the one with the fewest units. What
    stays unnamed is kept together where together it is like a unit, and cut where it is not.
    """
    found = [each for part in _ALWAYS.split(cell) for each in _cut(part, lambda name: match(name, register, on))]
    return tuple(each for each in found if folded(each.name) not in _AND_SO_ON)


def _cut(text: str, meaning: Callable[[str], Match]) -> Iterator[Match]:
    whole = meaning(text.strip())
    pieces = _pieces(text)
    if _named(whole) or len(pieces) < 2:
        yield whole
        return
    unnamed: list[_Piece] = []
    for run in _cheapest(text, pieces, meaning):
        found = meaning(_written(text, run))
        if _named(found):
            yield from _asked(text, unnamed, meaning)
            unnamed = []
            yield found
        else:
            unnamed.extend(run)
    yield from _asked(text, unnamed, meaning)


def _named(found: Match) -> bool:
    """Whether the register has the name: of one unit, or of several."""
    return found.certainty in ("exact", "alias", "ambiguous")


def _pieces(text: str) -> list[_Piece]:
    """What stands between the places where the text might be cut, without what names nobody."""
    cuts = [(0, 0), *(found.span() for found in _MAYBE.finditer(text)), (len(text), len(text))]
    spans = [_Piece(cuts[place][1], cuts[place + 1][0]) for place in range(len(cuts) - 1)]
    return [span for span in spans if folded(text[span.start : span.end]) not in _AND_SO_ON]


def _written(text: str, run: Sequence[_Piece]) -> str:
    return " ".join(text[run[0].start : run[-1].end].split())


def _cheapest(text: str, pieces: list[_Piece], meaning: Callable[[str], Match]) -> list[list[_Piece]]:
    """The runs of pieces that leave the fewest pieces unnamed, and among these the fewest runs."""
    best: list[tuple[int, int, list[list[_Piece]]]] = [(0, 0, [])]
    for end in range(1, len(pieces) + 1):
        ways = []
        for start in range(max(0, end - PIECES), end):
            run = pieces[start:end]
            named = _named(meaning(_written(text, run)))
            if named or len(run) == 1:
                unnamed, runs, before = best[start]
                ways.append((unnamed + (not named), runs + 1, [*before, run]))
        best.append(min(ways, key=lambda way: way[:2]))
    return best[-1][2]


def _asked(text: str, unnamed: list[_Piece], meaning: Callable[[str], Match]) -> Iterator[Match]:
    """The unnamed pieces in a row: as one name where that is like a unit, else each by itself."""
    if not unnamed:
        return
    together = meaning(_written(text, unnamed))
    if together.suggestions:
        yield together
        return
    for piece in unnamed:
        yield meaning(_written(text, [piece]))
