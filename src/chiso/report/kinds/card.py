"""`the-don-vi`: what one unit reached, where it stands, and what parts it from the next class."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from chiso.engine.errors import InputError, Problem, message
from chiso.engine.framework import Criterion
from chiso.engine.quantities import Exact, decimal_text, exact
from chiso.engine.ranking import Place
from chiso.language import chosen
from chiso.language import gettext as _
from chiso.report.document import Cell, Column, Table
from chiso.report.figures import Bar, Chart
from chiso.report.kinds.sentences import among, unit_name
from chiso.report.kinds.source import Source
from chiso.report.numbers import number, percent
from chiso.report.official.form import Block, Heading, Official, Paragraph, Run
from chiso.report.official.framing import blanks, frame
from chiso.report.results.classes import why_undetermined
from chiso.report.results.lowered import why_lower
from chiso.report.results.numbering import Numbering
from chiso.report.results.standings import Standing, standings
from chiso.report.results.tables import NOTHING, by_share, name_of, points_cell, share_cell
from chiso.report.wording import class_words, note_words

SYMBOL = "TB"
NEIGHBOURS = 2
"""How many units above and below are shown."""
QUARTER = 4
"""A part is strong where its rank is in the first quarter of the block, weak where it is in the last."""


def card(source: Source, unit: str) -> Official:
    """The card of a unit, in the language in use; InputError where there is no such unit."""
    if unit not in source.scores.answers.units.index:
        raise _unknown(unit)
    title = source.scores.framework.title.of(chosen())
    subject = _("Results of {unit}: {title}").format(unit=unit_name(source, unit), title=title)
    around = frame(source.meta, _("NOTICE"), SYMBOL, subject)
    return Official(chosen(), subject, around, tuple(_body(source, unit)), blanks=blanks(source.meta))


def _unknown(unit: str) -> InputError:
    found, expected = message("the unit {unit}", unit=unit), message("a code of the register of units")
    return InputError([Problem("--unit", found, expected, message("look it up in units.csv"))])


def _body(source: Source, unit: str) -> Iterator[Block]:
    numbering = Numbering()
    mine = [each for each in standings(source.scores, source.ranking) if unit in each.places.of]
    for order, standing in enumerate(mine, 1):
        title = _("{name}, {block}").format(name=name_of(standing.criterion), block=among(source, standing))
        yield Heading(_("{number}. {title}").format(number=order, title=title))
        yield from _OfStanding(source, standing, unit).blocks(numbering)


class _OfStanding:
    """The part of a card on one standing."""

    def __init__(self, source: Source, standing: Standing, unit: str) -> None:
        self.source, self.standing, self.unit = source, standing, unit
        self.place = standing.places.of[unit]
        self.peers = [place.unit for place in standing.places.places if place.points is not None]
        units = source.scores.answers.units
        self.row, self.rows = units.index[unit], [units.index[peer] for peer in self.peers]
        self.shared = by_share(standing.criterion)
        self.parts = [part for part in standing.criterion.children if part.scored and self._points(part) is not None]

    def blocks(self, numbering: Numbering) -> Iterator[Block]:
        """The result in a sentence, the parts, their profile, strengths and weaknesses, the neighbours."""
        yield Paragraph((Run(self._result()),))
        if self.place.points is None:
            return
        if further := next_class(self.source, self.standing, self.place):
            yield Paragraph((Run(further),))
        if self.parts:
            yield self._parts_table(numbering)
            if bars := tuple(self._bars()):
                yield self._chart(bars, numbering)
            yield Paragraph((Run(self._strong()),))
            yield Paragraph((Run(self._weak()),))
        yield self._neighbours(numbering)

    def _points(self, part: Criterion) -> str | None:
        return self.source.scores.printed(part.code)[self.row]

    def _standing_of(self, part: Criterion) -> tuple[int, int, Decimal]:
        """The rank of the unit on a part by printed points, of how many, the most; few penalties are best."""
        printed = self.source.scores.printed(part.code)
        own = Decimal(printed[self.row] or "0")
        others = [Decimal(points) for row in self.rows if (points := printed[row]) is not None]
        better = [other < own if part.role == "penalty" else other > own for other in others]
        return 1 + sum(better), len(others), max(others)

    def _result(self) -> str:
        name, points = unit_name(self.source, self.unit), self.place.points
        if points is None:
            units = self.source.scores.answers.units
            return f"{name}: {note_words(self.place.note, units.notes[self.row])}."
        said = [_("{unit} has {points} points").format(unit=name, points=number(points))]
        if self.shared:
            said.append(_("{share} of its own maximum").format(share=self._measure(self.place).text))
        if self.place.rank is not None:
            said.append(_("rank {rank} of {count}").format(rank=self.place.rank, count=len(self.peers)))
        classes = self.standing.criterion.classes
        if classes is not None and self.place.classes:
            said.append(_("class: {name}").format(name=class_words(classes, self.place.classes)))
        return f"{'; '.join(said)}."

    def _parts_table(self, numbering: Numbering) -> Table:
        order, title = numbering.table(_("Points and ranks by part"))
        columns = (
            Column(_("Part"), "name"),
            Column(_("Points"), "points"),
            Column(_("Maximum"), "points"),
            Column(_("Rank"), "rank"),
            Column(_("Most in the block"), "points"),
        )
        return Table(order, title, columns, tuple(self._part_row(part) for part in self.parts))

    def _part_row(self, part: Criterion) -> tuple[Cell, ...]:
        score = self.source.scores.score(self.unit, part.code)
        maximum = None if score is None else score.maximum
        rank, count, most = self._standing_of(part)
        return (
            Cell(name_of(part), source=f"{self.unit}/{part.code}"),
            points_cell(score, part),
            Cell(_("not in the source") if maximum is None else number(maximum)),
            Cell(f"{rank}/{count}"),
            Cell(number(most), most),
        )

    def _bars(self) -> Iterator[Bar]:
        """The points on each part as a share of the most points that a unit of the block has there."""
        for part in self.parts:
            most, own = self._standing_of(part)[2], Decimal(self._points(part) or "0")
            if part.role == "score" and most > 0 and own >= 0:
                share = decimal_text(exact(own) * 100 / exact(most), 1)
                yield Bar(name_of(part), (), Decimal(share), f"{number(share)}%")

    def _chart(self, bars: tuple[Bar, ...], numbering: Numbering) -> Chart:
        order, title = numbering.chart(_("Profile: share of the most points of the block"))
        alternative = "; ".join(f"{bar.label}: {bar.text}" for bar in bars)
        return Chart(order, title, "bars", _("percent of the most points"), (), bars, (), f"{title}. {alternative}.")

    def _strong(self) -> str:
        names = [self._told(part) for part in self.parts if self._quarter(part, first=True)]
        said = _("Strong parts (rank in the first quarter): {names}.")
        return said.format(names="; ".join(names) or _("none"))

    def _weak(self) -> str:
        names = [self._told(part) for part in self.parts if self._quarter(part, first=False)]
        said = _("Weak parts (rank in the last quarter): {names}.")
        return said.format(names="; ".join(names) or _("none"))

    def _quarter(self, part: Criterion, *, first: bool) -> bool:
        """Whether a part that counts is in the first or the last quarter of the block."""
        rank, count, _most = self._standing_of(part)
        last = QUARTER * (count - rank) < count < QUARTER * rank
        return part.role == "score" and (QUARTER * rank <= count if first else last)

    def _told(self, part: Criterion) -> str:
        rank, count, _most = self._standing_of(part)
        return f"{name_of(part)} ({rank}/{count})"

    def _neighbours(self, numbering: Numbering) -> Table:
        order, title = numbering.table(_("The units around"))
        places = [place for place in self.standing.places.places if place.points is not None]
        at = places.index(self.place)
        near = places[max(at - NEIGHBOURS, 0) : at + NEIGHBOURS + 1]
        measure = Column(_("Share of own maximum"), "share") if self.shared else Column(_("Points"), "points")
        columns = (Column(_("Rank"), "rank"), Column(_("Unit"), "name"), measure, Column(_("Difference"), "points"))
        return Table(order, title, columns, tuple(self._near_row(place) for place in near))

    def _measure(self, place: Place) -> Cell:
        """What units are ordered by: their points, or the share of their own maximum in percent."""
        if self.shared:
            return share_cell(self.source.scores.score(place.unit, self.standing.criterion.code))
        return Cell(number(place.points or ""), Decimal(place.points or "0"))

    def _near_row(self, place: Place) -> tuple[Cell, ...]:
        measure, own = self._measure(place), self._measure(self.place)
        difference = (measure.value or Decimal(0)) - (own.value or Decimal(0))
        told = NOTHING if place.unit == self.unit else f"{'+' if difference > 0 else ''}{number(difference)}"
        rank = None if place.rank is None else Decimal(place.rank)
        return (
            Cell(NOTHING if rank is None else str(rank), rank),
            Cell(unit_name(self.source, place.unit), source=place.unit),
            measure,
            Cell(told, None if place.unit == self.unit else difference),
        )


def next_class(source: Source, standing: Standing, place: Place) -> str:
    """How many points part a unit from the class above its own; why its class is open; nothing without classes."""
    classes = standing.criterion.classes
    score = source.scores.score(place.unit, standing.criterion.code)
    if classes is None or not place.classes or score is None or not isinstance(score.exact, Exact):
        return ""
    if not place.determined:
        return why_undetermined(classes, place)
    ids = [band.id for band in classes.bands]
    at = ids.index(place.classes[0]) if place.classes[0] else len(ids)
    if at == 0:
        return _("This is the best class.")
    band, on_share = classes.bands[at - 1], classes.on == "share"
    if band.limit is None or (on_share and not score.maximum):
        return ""
    whole = exact(score.maximum or "1") if on_share else exact(1)
    gap = band.limit.up_to * whole - score.exact
    if gap <= 0:
        return why_lower(source.scores, standing.criterion, place)
    limit = percent(band.limit.up_to) if on_share else number(band.limit.up_to)
    sentence = _("To the limit of {name}, {limit}, {gap} points are missing.")
    if not band.limit.known:
        sentence = _("The limit of {name} is at most {limit}: at most {gap} points are missing.")
    return sentence.format(name=band.name.of(chosen()), limit=limit, gap=number(decimal_text(gap, 2)))
