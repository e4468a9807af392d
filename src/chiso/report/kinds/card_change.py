"""What a card says of the time before: a sentence, the change of each part, and a trend."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from chiso.engine.framework import Criterion
from chiso.engine.ranking import Table as Places
from chiso.language import gettext as _
from chiso.report.document import Cell, Column
from chiso.report.figures import Point, Trend
from chiso.report.kinds.changed import before, change_words, now, signed
from chiso.report.kinds.changes import Since, since
from chiso.report.kinds.peers import Peers
from chiso.report.kinds.source import Source
from chiso.report.official.form import Block, Paragraph, Run
from chiso.report.results.numbering import Numbering
from chiso.report.results.standings import Standing
from chiso.report.results.tables import NOTHING


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

    def columns(self) -> tuple[Column, ...]:
        """The columns that the table of parts has more where the time before is known."""
        if self.since is None:
            return ()
        return (Column(_("More or fewer points"), "points"), Column(_("Ranks up (+) or down"), "rank"))

    def cells(self, unit: str, part: Criterion) -> tuple[Cell, ...]:
        """What stands in those columns for a part that the unit has points on now."""
        if self.since is None:
            return ()
        new = self.peers.reached(unit, part)
        known = part.code in self.since.previous.scores.framework.nodes
        old = self.earlier.reached(unit, part) if self.earlier is not None and known else None
        same = new is not None and old is not None and self.since.comparable(part)
        return (
            signed(new.points - old.points if same and new and old else None),
            signed(old.rank - new.rank if new and old else None),
        )

    def trend(self, unit: str, numbering: Numbering) -> Iterator[Block]:
        """The ranks over time; nothing for a unit that was not there the time before."""
        if self.since is not None and self.since.of(unit).before is not None:
            trend = self._trend(unit, numbering)
            if trend is not None:
                yield trend

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
