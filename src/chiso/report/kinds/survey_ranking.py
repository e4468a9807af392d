"""The ranking of one block in a survey report: sentences, the table with the time before, the units of each class."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from chiso.engine.ranking import Place
from chiso.language import chosen
from chiso.language import gettext as _
from chiso.report.document import Cell, Column, Table
from chiso.report.kinds.changes import Changed, Since, since
from chiso.report.kinds.decision import remarks
from chiso.report.kinds.passages import item, text
from chiso.report.kinds.sentences import among, classed, counted, extremes, percentage, unit_name
from chiso.report.kinds.source import Source
from chiso.report.kinds.survey_moves import agencies, small
from chiso.report.numbers import number
from chiso.report.official.form import Block
from chiso.report.results.numbering import Numbering
from chiso.report.results.standings import Standing
from chiso.report.results.tables import NOTHING, SHARE_DECIMALS, by_share, name_of, points_cell, share_cell
from chiso.report.wording import class_name, class_words, note_words


def ranking(source: Source, standing: Standing, numbering: Numbering, earlier: str) -> Iterator[Block]:
    """How many units have a result, the extremes, who moved, the table, the units of each class.

    earlier: what the time before is called, as `Năm 2025`.
    """
    before = since(source, standing)
    said = [counted(source, standing), extremes(source, standing), classed(standing), _moved(source, before, earlier)]
    yield text(" ".join(each for each in said if each))
    yield _table(source, standing, before, numbering, earlier)
    yield from _members(source, standing)


def _moved(source: Source, before: Since | None, earlier: str) -> str:
    """How many units went up and down in rank, and who went most."""
    if before is None:
        return ""
    rose, fell = before.climbers(up=True), before.climbers(up=False)
    same = sum(each.ranks == 0 for each in before.all())
    if not (rose or fell or same):
        return ""
    said = _("Since {before} {up} went up in rank, {down} went down, {same} kept theirs.").format(
        before=small(earlier), up=agencies(len(rose)), down=agencies(len(fell)), same=agencies(same)
    )
    for moves, sentence in (
        (rose, _("Most ranks up: {names} ({ranks}).")),
        (fell, _("Most ranks down: {names} ({ranks}).")),
    ):
        if moves:
            most = abs(moves[0].ranks or 0)
            names = "; ".join(unit_name(source, each.unit) for each in moves if abs(each.ranks or 0) == most)
            said += " " + sentence.format(names=names, ranks=number(most))
    return said


def _table(source: Source, standing: Standing, before: Since | None, numbering: Numbering, earlier: str) -> Table:
    criterion = standing.criterion
    order, title = numbering.table(
        _("Ranking of {block}").format(block=among(source, standing))
        if criterion.rank is not None
        else _("{name} of {block}").format(name=name_of(criterion), block=among(source, standing))
    )
    columns = [Column(_("Rank"), "rank")] if criterion.rank is not None else []
    columns += [
        Column(_("Unit"), "name"),
        Column(name_of(criterion), "points", decimals=source.scores.framework.prints(criterion.code)),
    ]
    if by_share(criterion):
        columns.append(Column(_("Share of own maximum"), "share", "%", "", SHARE_DECIMALS - 2))
    if criterion.classes is not None:
        columns.append(Column(_("Class"), "class"))
    if before is not None:
        columns += [
            Column(_("Rank, {period}").format(period=small(earlier)), "rank"),
            Column(_("Ranks up or down"), "rank"),
        ]
    rows = tuple(_row(source, standing, before, place) for place in standing.places.places)
    return Table(order, title, tuple(columns), rows, notes=tuple(remarks(source, standing)))


def _row(source: Source, standing: Standing, before: Since | None, place: Place) -> tuple[Cell, ...]:
    criterion, score = standing.criterion, source.scores.score(place.unit, standing.criterion.code)
    shown = score if place.points is not None else None
    cells = [_number(place.rank)] if criterion.rank is not None else []
    cells += [
        Cell(unit_name(source, place.unit), source=place.unit),
        points_cell(shown, criterion, source.scores.framework),
    ]
    if by_share(criterion):
        cells.append(share_cell(shown))
    if criterion.classes is not None:
        words = class_words(criterion.classes, place.classes) or note_words(place.note)
        cells.append(Cell(words or NOTHING))
    if before is not None:
        cells += _earlier(before.of(place.unit))
    return tuple(cells)


def _earlier(changed: Changed) -> list[Cell]:
    ranks = changed.ranks
    moved = Cell(NOTHING) if ranks is None else Cell(f"{'+' if ranks > 0 else ''}{number(ranks)}", Decimal(ranks))
    return [_number(None if changed.before is None else changed.before.rank), moved]


def _number(rank: int | None) -> Cell:
    return Cell(NOTHING) if rank is None else Cell(str(rank), Decimal(rank))


def _members(source: Source, standing: Standing) -> Iterator[Block]:
    """The units of each class, with how many they are and their share of those with a class."""
    classes = standing.criterion.classes
    held = [place for place in standing.places.places if place.classes]
    if classes is None or not held:
        return
    groups = [((band.id,), band.name.of(chosen())) for band in classes.bands] + [(("",), class_name(classes, ""))]
    for ids, name in groups:
        yield from _group(source, [place for place in held if place.classes == ids], name, len(held))
    yield from _group(source, [place for place in held if len(place.classes) > 1], _("undetermined"), len(held))


def _group(source: Source, members: list[Place], name: str, whole: int) -> Iterator[Block]:
    if members:
        names = "; ".join(unit_name(source, place.unit) for place in members)
        share = percentage(len(members), whole)
        lead = _("Class {name} ({count}, {share}):").format(name=name, count=agencies(len(members)), share=share)
        yield item(f"{names}.", lead)
