"""What a card says of one unit in one standing."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from chiso.engine.framework import Criterion
from chiso.engine.quantities import decimal_text, exact
from chiso.engine.ranking import Place
from chiso.language import gettext as _
from chiso.report.document import Cell, Column, Table
from chiso.report.figures import Bar, Chart
from chiso.report.kinds.card_change import CardChange
from chiso.report.kinds.next_class import next_class
from chiso.report.kinds.peers import Peers, Reached, strong_and_weak
from chiso.report.kinds.sentences import unit_name
from chiso.report.kinds.source import Source
from chiso.report.numbers import number
from chiso.report.official.form import Block, Paragraph, Run
from chiso.report.results.numbering import Numbering
from chiso.report.results.standings import Standing
from chiso.report.results.tables import NOTHING, by_share, name_of, points_cell, share_cell
from chiso.report.wording import class_words, note_words

NEIGHBOURS = 2
"""How many units above and below are shown."""


class CardStanding:
    """The part of every card on one standing."""

    def __init__(self, source: Source, standing: Standing, peers: Peers) -> None:
        self.source, self.standing, self.peers = source, standing, peers
        self.shared = by_share(standing.criterion)
        self.change = CardChange(source, standing, peers)

    def blocks(self, unit: str, numbering: Numbering) -> Iterator[Block]:
        """The result in a sentence, what changed, the parts, their profile, strong and weak ones, the neighbours."""
        place = self.standing.places.of[unit]
        yield Paragraph((Run(self._result(place)),))
        if place.points is None:
            yield from self.change.sentence(unit)
            return
        if further := next_class(self.source, self.standing, place):
            yield Paragraph((Run(further),))
        yield from self.change.sentence(unit)
        parts = self._parts(unit)
        if parts:
            yield self._parts_table(unit, parts, numbering)
            if bars := tuple(_bars(parts)):
                yield _chart(bars, numbering)
            yield from strong_and_weak([(name_of(part), each) for part, each in parts if part.role == "score"])
        yield from self.change.trend(unit, numbering)
        yield self._neighbours(place, numbering)

    def _parts(self, unit: str) -> list[tuple[Criterion, Reached]]:
        """The parts that count and that the unit has points on."""
        parts = (part for part in self.standing.criterion.children if part.scored)
        found = ((part, self.peers.reached(unit, part)) for part in parts)
        return [(part, reached) for part, reached in found if reached is not None]

    def _result(self, place: Place) -> str:
        name, units = unit_name(self.source, place.unit), self.source.scores.answers.units
        if place.points is None:
            return f"{name}: {note_words(place.note, units.notes[units.index[place.unit]])}."
        said = [_("{unit} has {points} points").format(unit=name, points=number(place.points))]
        if self.shared:
            said.append(_("{share} of its own maximum").format(share=self._measure(place).text))
        if place.rank is not None:
            said.append(_("rank {rank} of {count}").format(rank=place.rank, count=len(self.peers.placed)))
        classes = self.standing.criterion.classes
        if classes is not None and place.classes:
            said.append(_("class: {name}").format(name=class_words(classes, place.classes)))
        return f"{'; '.join(said)}."

    def _parts_table(self, unit: str, parts: list[tuple[Criterion, Reached]], numbering: Numbering) -> Table:
        order, title = numbering.table(_("Points and ranks by part"))
        columns = (
            Column(_("Part"), "name"),
            Column(_("Points"), "points"),
            Column(_("Maximum"), "points"),
            Column(_("Rank"), "rank"),
            Column(_("Most in the block"), "points"),
            *self.change.columns(),
        )
        return Table(order, title, columns, tuple(self._part_row(unit, *each) for each in parts))

    def _part_row(self, unit: str, part: Criterion, reached: Reached) -> tuple[Cell, ...]:
        score = self.source.scores.score(unit, part.code)
        maximum = None if score is None else score.maximum
        return (
            Cell(name_of(part), source=f"{unit}/{part.code}"),
            points_cell(score, part, self.source.scores.framework),
            Cell(_("not in the source") if maximum is None else number(maximum)),
            Cell(reached.text),
            Cell(number(reached.most), reached.most),
            *self.change.cells(unit, part),
        )

    def _neighbours(self, place: Place, numbering: Numbering) -> Table:
        order, title = numbering.table(_("The units around"))
        at = self.peers.at[place.unit]
        near = self.peers.placed[max(at - NEIGHBOURS, 0) : at + NEIGHBOURS + 1]
        measure = Column(_("Share of own maximum"), "share") if self.shared else Column(_("Points"), "points")
        columns = (Column(_("Rank"), "rank"), Column(_("Unit"), "name"), measure, Column(_("Difference"), "points"))
        return Table(order, title, columns, tuple(self._near_row(each, place) for each in near))

    def _measure(self, place: Place) -> Cell:
        """What units are ordered by: their points, or the share of their own maximum in percent."""
        if self.shared:
            return share_cell(self.source.scores.score(place.unit, self.standing.criterion.code))
        return Cell(number(place.points or ""), Decimal(place.points or "0"))

    def _near_row(self, place: Place, own: Place) -> tuple[Cell, ...]:
        measure, mine = self._measure(place), self._measure(own)
        difference = (measure.value or Decimal(0)) - (mine.value or Decimal(0))
        told = NOTHING if place.unit == own.unit else f"{'+' if difference > 0 else ''}{number(difference)}"
        rank = None if place.rank is None else Decimal(place.rank)
        return (
            Cell(NOTHING if rank is None else str(rank), rank),
            Cell(unit_name(self.source, place.unit), source=place.unit),
            measure,
            Cell(told, None if place.unit == own.unit else difference),
        )


def _bars(parts: list[tuple[Criterion, Reached]]) -> Iterator[Bar]:
    """The points on each part as a share of the most points that a unit of the block has there."""
    for part, reached in parts:
        if part.role == "score" and reached.most > 0 and reached.points >= 0:
            share = decimal_text(exact(reached.points) * 100 / exact(reached.most), 1)
            yield Bar(name_of(part), (), Decimal(share), f"{number(share)}%")


def _chart(bars: tuple[Bar, ...], numbering: Numbering) -> Chart:
    order, title = numbering.chart(_("Profile: share of the most points of the block"))
    alternative = "; ".join(f"{bar.label}: {bar.text}" for bar in bars)
    return Chart(order, title, "bars", _("percent of the most points"), (), bars, (), f"{title}. {alternative}.")
