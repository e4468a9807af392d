"""Values beyond what they can be: `53/64` where 63 are ranked, a rank beyond the number of units, an index above 1."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from chiso.audit import stated
from chiso.audit.findings import Confirmed, Finding, Outcome
from chiso.audit.published import Published
from chiso.audit.subject import Subject, title_at
from chiso.engine.errors import message
from chiso.tables.cells import Address

_PLACE = re.compile(
    r"(?P<about>[^;:(),]*?) (?:được )?xếp (?:thứ )?hạng (?P<rank>\d+)/(?P<of>\d+)(?: \((?P<more>[^()]*)\))?", re.I
)
_RANKED = re.compile(r"hạng \d+/\d")
_MOVE = re.compile(r"(?P<way>tăng|tụt|giảm|giữ nguyên)(?: (?P<by>\d+) bậc)?", re.I)
_CLASS = re.compile(r"xếp (?:hạng|loại) (?P<name>[^\d,;()]+)$", re.I)
_OVER = re.compile(r"đứng trên (?P<names>[^()]*?)(?:, (?:tăng|tụt|giảm|giữ)|$)", re.I)


@dataclass(frozen=True)
class Place:
    """A rank in the prose: on what, how many units, the places gained since the last time (None where not told)."""

    about: str
    rank: int
    of: int
    gained: int | None
    more: str
    at: Address

    @property
    def text(self) -> str:
        """As printed."""
        return f"{self.rank}/{self.of}"


def places(subject: Subject) -> list[Place]:
    """The ranks `k/N` that the prose states, in order."""
    found = []
    for paragraph in subject.prose:
        if not _RANKED.search(paragraph.text):
            continue
        for match in _PLACE.finditer(paragraph.text):
            more = match["more"] or ""
            move = _MOVE.search(more)
            gained = None if move is None else _gained(move)
            found.append(
                Place(match["about"].strip(), int(match["rank"]), int(match["of"]), gained, more, paragraph.at)
            )
    return found


def check(subject: Subject) -> Iterator[Outcome]:
    """What is found of ranks in the prose, and of the indices and ranks in tables."""
    yield from _prose(subject)
    for table in subject.tables:
        yield from _indices(table)


def _prose(subject: Subject) -> Iterator[Outcome]:
    found = places(subject)
    if len(found) < 3:
        return
    usual, count = Counter(place.of for place in found).most_common(1)[0]
    known = {whole.count for whole in stated.wholes(subject)}
    for place in found:
        if place.of != usual and usual in known and place.of not in known:
            printed, computed = place.text, f"{place.rank}/{usual}"
            what = message(
                "{about}: rank {printed}, where {whole} units are ranked",
                about=place.about,
                printed=printed,
                whole=usual,
            )
            yield Finding("range", place.at, printed, computed, what)
    what = message("{count} ranks are among {whole} units", count=count, whole=usual)
    yield Confirmed("range", found[0].at, count, what)
    yield from _earlier(found, usual)
    yield from _above(found)


def _earlier(found: list[Place], usual: int) -> Iterator[Outcome]:
    """The ranks of the time before, which the moves imply."""
    moved = [(place, place.rank + place.gained) for place in found if place.gained is not None]
    for place, before in moved:
        if not 1 <= before <= usual:
            what = message(
                "{about}: rank {printed} after the move that is told would have been {before} of {whole} before",
                about=place.about,
                printed=place.text,
                before=before,
                whole=usual,
            )
            yield Finding("move", place.at, place.text, str(before), what)
    held = [f"{before} → {place.rank}" for place, before in moved if 1 <= before <= usual]
    if held:
        what = message("{count} moves lead from a rank that exists: {moves}", count=len(held), moves=", ".join(held))
        yield Confirmed("move", found[0].at, len(held), what)


def _above(found: list[Place]) -> Iterator[Outcome]:
    """Who stands below, counted against the ranks below."""
    for place in found:
        match = _OVER.search(place.more)
        if match is None:
            continue
        names = [name for name in re.split(r", | và ", match["names"]) if name.strip()]
        below = place.of - place.rank
        if len(names) == below:
            what = message(
                "rank {printed} leaves {count} units below, and as many are named", printed=place.text, count=below
            )
            yield Confirmed("count", place.at, 1, what)
        else:
            what = message(
                "rank {printed} leaves {count} units below, and {named} are named",
                printed=place.text,
                count=below,
                named=len(names),
            )
            yield Finding("count", place.at, str(len(names)), str(below), what, (), "likely")


def _indices(table: Published) -> Iterator[Outcome]:
    """Ranks beyond the number of units, and indices beyond 0 and 1 where most are within."""
    rank, score = table.place("rank"), table.place("score")
    count = len(table.standings)
    for row in table.body if rank is not None else ():
        number = table.numbers[row][rank] if rank is not None else None
        # A rank such as 60/63 says itself how many are ranked.
        if rank is not None and number is not None and not 1 <= number.value <= (number.whole or count):
            text = table.cell(row, rank).text
            what = message(
                "{unit}: rank {printed}, where {whole} units are ranked",
                unit=table.subject(row),
                printed=text,
                whole=number.whole or count,
            )
            yield Finding("range", table.at(row, rank), text, "", what)
    values = [(row, value) for row in table.body if (value := table.number(row, score)) is not None]
    inside = [row for row, value in values if 0 <= value <= 1]
    if score is None or not values or len(inside) * 10 < len(values) * 9:
        return
    for row, value in values:
        if not 0 <= value <= 1:
            text = table.cell(row, score).text
            what = message("{unit}: the index {printed} is not between 0 and 1", unit=table.subject(row), printed=text)
            yield Finding("range", table.at(row, score), text, "", what)
    what = message("table {table}: {count} indices are between 0 and 1", table=table.named, count=len(inside))
    yield Confirmed("range", title_at(table), len(inside), what)


def _gained(move: re.Match[str]) -> int | None:
    way, by = move["way"].lower(), move["by"]
    if way == "giữ nguyên":
        return 0
    if by is None:
        return None
    return int(by) if way == "tăng" else -int(by)
