"""A document against an earlier one: ranks, numbers and moves that it gives for the time before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from chiso.audit.checks.ranges import Place, places
from chiso.audit.findings import Confirmed, Finding, Outcome
from chiso.audit.matching import best
from chiso.audit.published import Published, same
from chiso.audit.subject import Subject
from chiso.engine.errors import message

_TIME = re.compile(r"\b(?:19|20)\d\d\b|\bnăm\b", re.I)
_LIKE = Fraction(1, 2)
_MOVE = re.compile(r"(?:tăng|giảm|thay đổi).*(?:bậc|hạng)|chênh lệch", re.I)


def compare(subject: Subject, earlier: Subject) -> Iterator[Outcome]:
    """What is found of the tables and the ranks in the prose that say how it was before."""
    for table in subject.tables:
        before = _before(table, earlier)
        if before is not None:
            yield from _columns(table, before, earlier.year)
    yield from _prose(subject, earlier)


def _before(table: Published, earlier: Subject) -> Published | None:
    titles = [_TIME.sub("", each.table.title) for each in earlier.tables]
    place = best(_TIME.sub("", table.table.title), titles, _LIKE)
    return None if place is None else earlier.tables[place]


def _columns(table: Published, before: Published, year: str) -> Iterator[Outcome]:
    """Columns named with the earlier year, and a column of moves."""
    rows = {same(each.unit): each.row for each in before.standings}
    for column in table.columns:
        header = table.header(column.place)
        rank = "hạng" in header.lower()
        source = before.place("rank") if rank else before.place("total", "score")
        if year and year in header and source is not None and column.role != "name":
            yield from _copied(table, column.place, before, source, rows)
        elif _MOVE.search(header) and before.place("rank") is not None and table.place("rank") is not None:
            yield from _moved(table, column.place, before, rows)


def _copied(table: Published, place: int, before: Published, source: int, rows: dict[str, int]) -> Iterator[Outcome]:
    held = 0
    for each in table.standings:
        row, value = rows.get(same(each.unit)), table.number(each.row, place)
        printed = None if row is None else before.number(row, source)
        if row is None or value is None or printed is None:
            continue
        if value == printed:
            held += 1
        else:
            text, was = table.cell(each.row, place).text, before.cell(row, source).text
            what = message(
                "{unit}: {printed} is given for the time before, {source} printed {computed} then",
                unit=each.unit,
                printed=text,
                source=before.table.source,
                computed=was,
            )
            yield Finding("move", table.at(each.row, place), text, was, what)
    if held:
        what = message(
            "table {table}, column “{column}”: {count} numbers are those of {source}",
            table=table.named,
            column=table.header(place),
            count=held,
            source=before.table.source,
        )
        yield Confirmed("move", table.table.at, held, what)


def _moved(table: Published, place: int, before: Published, rows: dict[str, int]) -> Iterator[Outcome]:
    held = 0
    for each in table.standings:
        row, told = rows.get(same(each.unit)), table.number(each.row, place)
        now = table.number(each.row, table.place("rank"))
        was = None if row is None else before.number(row, before.place("rank"))
        if told is None or now is None or was is None:
            continue
        if was - now == told:
            held += 1
        else:
            text = table.cell(each.row, place).text
            what = message(
                "{unit}: a move of {printed} is printed; rank {was} then and {now} now is a move of {computed}",
                unit=each.unit,
                printed=text,
                was=int(was),
                now=int(now),
                computed=int(was - now),
            )
            yield Finding("move", table.at(each.row, place), text, str(int(was - now)), what)
    if held:
        what = message(
            "table {table}: {count} moves follow from the ranks of {source}",
            table=table.named,
            count=held,
            source=before.table.source,
        )
        yield Confirmed("move", table.table.at, held, what)


def _prose(subject: Subject, earlier: Subject) -> Iterator[Outcome]:
    """`xếp hạng 47/63 (tăng 6 bậc)` in the prose on one unit, against its ranks in the earlier tables."""
    unit = _unit(subject, earlier)
    for place in places(subject) if unit else ():
        titles = [each.table.title for each in earlier.tables]
        found = best(place.about, titles, _LIKE / 2)
        if found is not None and place.gained is not None:
            yield from _told(place, earlier.tables[found], unit)


def _told(place: Place, before: Published, unit: str) -> Iterator[Outcome]:
    row = next((each.row for each in before.standings if same(each.unit) == unit), None)
    was = None if row is None else before.number(row, before.place("rank"))
    if was is None or place.gained is None:
        return
    if was - place.rank == place.gained:
        what = message(
            "{about}: the move follows from rank {was} in {source}",
            about=place.about,
            was=int(was),
            source=before.table.source,
        )
        yield Confirmed("move", place.at, 1, what)
        return
    what = message(
        "{about}: a move of {printed} is told; rank {was} in {source} and {now} now is a move of {computed}",
        about=place.about,
        printed=place.gained,
        was=int(was),
        source=before.table.source,
        now=place.rank,
        computed=int(was - place.rank),
    )
    yield Finding("move", place.at, str(place.gained), str(int(was - place.rank)), what)


def _unit(subject: Subject, earlier: Subject) -> str:
    """The unit of the earlier tables that the prose names most often; empty for none."""
    text = " ".join(paragraph.text for paragraph in subject.prose)
    counted = {name: text.count(usual) for name, usual in earlier.names.items()}
    most = max(counted, key=lambda name: counted[name], default="")
    return most if most and counted[most] else ""
