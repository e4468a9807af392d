"""Units that a note lists, where they turn out to be those with the most points on a part."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chiso.audit.checks.counts import named
from chiso.audit.findings import Confirmed, Outcome
from chiso.audit.published import Published, same
from chiso.audit.subject import Subject
from chiso.engine.errors import message
from chiso.tables.cells import Address

_NOTE = re.compile(r"(?P<mark>\(\d+\))\s*(?P<list>[^:;]+)")
_LEAST = 3


def check(subject: Subject) -> Iterator[Outcome]:
    """What is found of the numbered notes that only list units."""
    notes = [(paragraph.text, paragraph.at) for paragraph in subject.prose]
    notes += [(note, table.table.at) for table in subject.tables for note in table.table.notes]
    for text, at in notes:
        match = _NOTE.fullmatch(text.strip())
        units = {same(name) for name in named(subject, match["list"].rstrip(". "))} if match else set()
        if match and len(units) >= _LEAST:
            yield from _of(subject, match["mark"], units, at)


def _of(subject: Subject, mark: str, units: set[str], at: Address) -> Iterator[Outcome]:
    tables = [table for table in subject.tables if {same(each.unit) for each in table.standings} & units]
    if not tables:
        return
    for place in tables[0].places("part"):
        if all(place < len(table.columns) and _best(table, place) == units & _all(table) for table in tables):
            what = message(
                "the {count} units of note {mark} are those with the most points in “{column}”",
                count=len(units),
                mark=mark,
                column=tables[0].header(place),
            )
            yield Confirmed("figure", at, len(units), what)


def _best(table: Published, place: int) -> set[str]:
    values = {same(each.unit): table.number(each.row, place) for each in table.standings}
    most = max((value for value in values.values() if value is not None), default=None)
    return {unit for unit, value in values.items() if value is not None and value == most}


def _all(table: Published) -> set[str]:
    return {same(each.unit) for each in table.standings}
