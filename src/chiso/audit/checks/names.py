"""Names of units: missing from a table, in it twice, unknown, or written in two ways."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from chiso.audit.findings import Confirmed, Finding, Outcome
from chiso.audit.published import Published, same
from chiso.audit.subject import Subject, title_at
from chiso.engine.errors import message
from chiso.tables.names import Match, load, match
from chiso.tables.names.reading import SHIPPED

SAMPLE = 100
"""So many names tell whether the registers are about a table's units."""


def check(subject: Subject) -> Iterator[Outcome]:
    """What is found of the names in the ranked tables, those about the same units compared."""
    for group in subject.groups:
        for table in group:
            yield from _twice(table)
        yield from _spelling(subject, group)
        yield from _registered(subject, group)
        if len(group) > 2:
            yield from _sets(group)


def _twice(table: Published) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    for standing in table.standings:
        name = same(standing.unit)
        if name in seen:
            at = table.at(standing.row, table.place("name") or 0)
            what = message("table {table}: {unit} stands twice", table=table.named, unit=standing.unit)
            yield Finding("twice", at, standing.unit, "", what)
        seen[name] = standing.row


def _spelling(subject: Subject, group: Sequence[Published]) -> Iterator[Finding]:
    """The same unit with other letters than in most tables."""
    for table in group:
        for standing in table.standings:
            usual = subject.names[same(standing.unit)]
            if usual != standing.unit:
                at = table.at(standing.row, table.place("name") or 0)
                what = message(
                    "table {table} writes {printed}, the other tables {usual}",
                    table=table.named,
                    printed=standing.unit,
                    usual=usual,
                )
                yield Finding("spelling", at, standing.unit, usual, what)


def _sets(group: Sequence[Published]) -> Iterator[Outcome]:
    """The units of each table against those of most tables."""
    counted = Counter(name for table in group for name in {same(each.unit) for each in table.standings})
    usual = {name for name, count in counted.items() if count * 2 > len(group)}
    shown = {same(each.unit): each.unit for table in group for each in table.standings}
    whole = 0
    for table in group:
        units = {same(each.unit) for each in table.standings}
        missing, more = sorted(usual - units), sorted(units - usual)
        whole += not missing and not more
        if missing:
            names = ", ".join(shown[name] for name in missing)
            what = message(
                "table {table} ranks {count} units and leaves out {names}, which the other tables rank",
                table=table.named,
                count=len(units),
                names=names,
            )
            yield Finding("missing", title_at(table), str(len(units)), str(len(usual)), what, (), "likely")
        if more:
            names = ", ".join(shown[name] for name in more)
            what = message(
                "table {table} ranks {names}, which the other tables do not have", table=table.named, names=names
            )
            yield Finding("unknown", title_at(table), names, "", what, (), "likely")
    what = message("{count} tables rank the same {units} units", count=whole, units=len(usual))
    yield Confirmed("missing", title_at(group[0]), whole, what)


def _registered(subject: Subject, group: Sequence[Published]) -> Iterator[Outcome]:
    """The units against the registers that ship, where these know most of them."""
    names = {same(each.unit): each for table in reversed(group) for each in table.standings}
    tables = {same(each.unit): table for table in reversed(group) for each in table.standings}
    register, on = load(*SHIPPED), date(int(subject.year), 12, 31) if subject.year else None
    if not _mostly([match(each.unit, register, on) for each in list(names.values())[:SAMPLE]]):
        return
    found = {name: match(each.unit, register, on) for name, each in names.items()}
    unknown = [name for name, one in found.items() if not _known(one)]
    known = len(found) - len(unknown)
    if not _mostly(list(found.values())):
        return
    for name in unknown:
        table, standing, near = tables[name], names[name], found[name].suggestions
        at = table.at(standing.row, table.place("name") or 0)
        close = near[0].unit.name if near else ""
        what = message("{unit} is in no register of units", unit=standing.unit)
        if near:
            what = message("{unit} is in no register of units; {near} is", unit=standing.unit, near=close)
        yield Finding("unknown", at, standing.unit, close, what, (), "possible")
    what = message("{count} names are those of units in the registers", count=known)
    yield Confirmed("unknown", title_at(group[0]), known, what)


def _known(found: Match) -> bool:
    return found.certainty in ("exact", "alias", "ambiguous")


def _mostly(found: Sequence[Match]) -> bool:
    """Whether the registers know most of these names: else they are not about these units at all."""
    return sum(map(_known, found)) * 5 >= len(found) * 4
