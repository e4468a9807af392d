"""What a card says of the time before: a sentence, a table of the whole and its parts, and a trend."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from chiso.engine.framework import Criterion
from chiso.engine.ranking import Place
from chiso.engine.ranking import Table as Places
from chiso.language import gettext as _
from chiso.report.document import Cell, Column, Table
from chiso.report.figures import Point, Trend
from chiso.report.kinds.changed import before, change_words, now, signed
from chiso.report.kinds.changes import Since, since
from chiso.report.kinds.peers import Peers
from chiso.report.kinds.source import Source
from chiso.report.numbers import number
from chiso.report.official.form import Block, Paragraph, Run
from chiso.report.results.numbering import Numbering
from chiso.report.results.standings import Standing
from chiso.report.results.tables import NOTHING, name_of


class CardChange:
    """The comparison of every unit of a standing with the time before; says nothing where none is known."""

    def __init__(self, source: Source, standing: Standing, peers: Peers) -> None:
        self.source, self.standing, self.peers = source, standing, peers
        self.times = tuple(_times(source, standing))
        self.since = self.times[0] if self.times else None
        self.earlier = None if self.since is None else Peers(self.since.previous, self.since.earlier)

    def sentence(self, unit: str) -> Iterator[Block]:
        """What changed of the unit as a whole."""
        if self.since is not None and (told := change_words(self.since, self.since.of(unit))):
            yield Paragraph((Run(_("Since the time before: {changes}.").format(changes=told)),))

    def blocks(self, unit: str, numbering: Numbering) -> Iterator[Block]:
        """The table of what changed, and the trend; nothing for a unit that was not there."""
        if self.since is None or self.since.of(unit).before is None:
            return
        yield self._table(self.since, unit, numbering)
        if trend := self._trend(unit, numbering):
            yield trend

    def _table(self, since: Since, unit: str, numbering: Numbering) -> Table:
        order, title = numbering.table(_("Changes since the time before"))
        columns = (
            Column(_("Part"), "name"),
            Column(_("Points before"), "points"),
            Column(_("Points now"), "points"),
            Column(_("More or fewer points"), "points"),
            Column(_("Rank before"), "rank"),
            Column(_("Rank now"), "rank"),
            Column(_("Ranks up (+) or down"), "rank"),
        )
        parts = (part for part in self.standing.criterion.children if part.scored)
        rows = (self._whole(since, unit), *(self._part(since, unit, part) for part in parts))
        return Table(order, title, columns, tuple(row for row in rows if row))

    def _whole(self, since: Since, unit: str) -> tuple[Cell, ...]:
        changed = since.of(unit)
        return (
            Cell(name_of(self.standing.criterion), source=f"{unit}/{self.standing.criterion.code}"),
            _points(None if changed.before is None else changed.before.points),
            _points(None if changed.after is None else changed.after.points),
            signed(changed.points),
            _rank(changed.before, since.ranked_before),
            _rank(changed.after, since.ranked_now),
            signed(changed.ranks),
        )

    def _part(self, since: Since, unit: str, part: Criterion) -> tuple[Cell, ...]:
        """The row of a part; none where the unit has points on it at neither time."""
        new = self.peers.reached(unit, part)
        known = part.code in since.previous.scores.framework.nodes
        old = self.earlier.reached(unit, part) if self.earlier is not None and known else None
        if new is None and old is None:
            return ()
        same = new is not None and old is not None and since.comparable(part)
        return (
            Cell(name_of(part), source=f"{unit}/{part.code}"),
            _points(old.printed if old else None),
            _points(new.printed if new else None),
            signed(new.points - old.points if same and new and old else None),
            Cell(old.text if old else NOTHING),
            Cell(new.text if new else NOTHING),
            signed(old.rank - new.rank if new and old else None),
        )

    def _trend(self, unit: str, numbering: Numbering) -> Trend | None:
        """The ranks of the unit at all known times, oldest first; none where fewer than two are known."""
        if self.since is None or self.standing.criterion.rank is None:
            return None
        tables = [(each.earlier.places, each.ranked_before) if each else None for each in reversed(self.times)]
        tables.append((self.standing.places, self.since.ranked_now))
        points = tuple(_point(len(tables) - at, table, unit) for at, table in enumerate(tables, 1))
        if sum(point.value is not None for point in points) < 2:
            return None
        order, title = numbering.chart(_("Ranks over time"))
        told = "; ".join(f"{point.label}: {point.text}" for point in points)
        return Trend(order, title, _("rank"), "less", points, f"{title}. {told}.")


def _times(source: Source, standing: Standing) -> Iterator[Since | None]:
    """The comparisons with the time before, the one before that, and so on; None for one that has no such standing."""
    earlier = source.previous
    while earlier is not None:
        yield since(Source(source.scores, source.ranking, source.meta, earlier), standing)
        earlier = earlier.previous


def _point(ago: int, table: tuple[Places, int] | None, unit: str) -> Point:
    label = now() if ago == 0 else before() if ago == 1 else _("{n} times before").format(n=ago)
    place = None if table is None else table[0].of.get(unit)
    if table is None or place is None or place.rank is None:
        return Point(label, None, NOTHING)
    return Point(label, Decimal(place.rank), f"{place.rank}/{table[1]}")


def _points(points: str | None) -> Cell:
    return Cell(NOTHING) if points is None else Cell(number(points), Decimal(points))


def _rank(place: Place | None, count: int) -> Cell:
    return Cell(NOTHING if place is None or place.rank is None else f"{place.rank}/{count}")
