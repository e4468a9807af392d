"""A standing in a few columns: rank, unit, points or share, class, and the ranks gained since the time before."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from chiso.engine.ranking import Place
from chiso.language import gettext as _
from chiso.report.document import Cell, Column, Table
from chiso.report.kinds.changed import signed, state_words
from chiso.report.kinds.changes import Since, since
from chiso.report.kinds.sentences import unit_name
from chiso.report.kinds.source import Source
from chiso.report.numbers import number
from chiso.report.results.standings import Standing
from chiso.report.results.tables import NOTHING, by_share, share_cell
from chiso.report.wording import class_words, note_words


def short_table(source: Source, standing: Standing, numbered: tuple[int, str], most: int | None = None) -> Table:
    """The short table of a standing.

    numbered: its number and title; most: up to which rank, or how many units where they are not ranked; None: all.
    """
    compared = since(source, standing)
    shared = by_share(standing.criterion)
    columns = [Column(_("Rank"), "rank"), Column(_("Unit"), "name")]
    columns.append(Column(_("Share of own maximum"), "share") if shared else Column(_("Points"), "points"))
    if standing.criterion.classes is not None:
        columns.append(Column(_("Class"), "class"))
    if compared is not None:
        columns.append(Column(_("Ranks up (+) or down"), "rank"))
    rows = tuple(tuple(_row(source, standing, compared, place)) for place in _shown(standing, most))
    return Table(*numbered, tuple(columns), rows)


def _shown(standing: Standing, most: int | None) -> list[Place]:
    places = list(standing.places.places)
    if most is None:
        return places
    if standing.criterion.rank is not None:
        return [place for place in places if place.rank is not None and place.rank <= most]
    scored = [place for place in places if place.points is not None]
    return sorted(scored, key=lambda place: Decimal(place.points or "0"), reverse=True)[:most]


def measure(source: Source, standing: Standing, place: Place) -> Cell:
    """What units are ordered by: their points, or the share of their own maximum in percent."""
    if by_share(standing.criterion):
        return share_cell(source.scores.score(place.unit, standing.criterion.code))
    return Cell(NOTHING) if place.points is None else Cell(number(place.points), Decimal(place.points))


def _row(source: Source, standing: Standing, compared: Since | None, place: Place) -> Iterator[Cell]:
    units = source.scores.answers.units
    yield Cell(NOTHING) if place.rank is None else Cell(str(place.rank), Decimal(place.rank))
    yield Cell(unit_name(source, place.unit), source=place.unit)
    yield measure(source, standing, place)
    if standing.criterion.classes is not None:
        words = class_words(standing.criterion.classes, place.classes)
        yield Cell(words or note_words(place.note, units.notes[units.index[place.unit]]) or NOTHING)
    if compared is not None:
        changed = compared.of(place.unit)
        found = signed(changed.ranks)
        yield found if changed.ranks is not None else Cell(state_words(changed.state) or NOTHING)
