"""The rank tables and the figures of a report by items: rank, unit, points, class; the points of all parts."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from chiso.engine.framework import Criterion
from chiso.engine.quantities import Exact, decimal_text, exact
from chiso.language import gettext as _
from chiso.report.document import Cell, Column, Table
from chiso.report.figures import Figure, Heat
from chiso.report.kinds.changed import signed, state_words
from chiso.report.kinds.changes import Since, since
from chiso.report.kinds.national_map import map_of_result
from chiso.report.kinds.sentences import among, unit_name
from chiso.report.kinds.source import Source
from chiso.report.numbers import number
from chiso.report.results.charts import charts
from chiso.report.results.distribution import distribution
from chiso.report.results.numbering import Numbering
from chiso.report.results.standings import Standing
from chiso.report.results.tables import NOTHING, MainTable, name_of

FEW = 40
"""More units than this are not drawn one by one."""
SHARE_DECIMALS = 4


def rank_table(source: Source, item: Standing, numbering: Numbering) -> Table:
    """The rank, the unit, the points (their share of the own maximum, the class), the change since the time before."""
    main = MainTable(source.scores, item)
    kept = len(main.columns()) - len(main.parts)
    ranked = item.criterion.rank is not None
    subject = _("Ranking by {name}, {among}") if ranked else _("{name}, {among}")
    order, title = numbering.table(_titled(source, item, subject))
    columns, rows = main.columns()[:kept], [row[:kept] for row in main.rows()]
    compared = since(source, item) if ranked else None
    if compared is not None:
        columns = (*columns, Column(_("Ranks up (+) or down"), "rank"))
        places = item.places.places
        rows = [(*row, _change(compared, place.unit)) for place, row in zip(places, rows, strict=True)]
    return Table(order, title, columns, tuple(rows))


def _change(compared: Since, unit: str) -> Cell:
    changed = compared.of(unit)
    return signed(changed.ranks) if changed.ranks is not None else Cell(state_words(changed.state) or NOTHING)


def moved(source: Source, item: Standing) -> str:
    """How many units went up and down since the time before; nothing where that is not known."""
    compared = since(source, item) if item.criterion.rank is not None else None
    if compared is None:
        return ""
    ranks = [each.ranks for each in compared.all() if each.ranks is not None]
    return _("Since the time before {up} units went up, {down} went down, {same} kept their rank.").format(
        up=sum(each > 0 for each in ranks), down=sum(each < 0 for each in ranks), same=ranks.count(0)
    )


def parts_width(source: Source, item: Standing) -> int:
    """How many columns the table of the parts has; 0 where there are no parts."""
    main = MainTable(source.scores, item)
    return len(main.columns()) if main.parts else 0


def parts_table(source: Source, item: Standing, numbering: Numbering) -> Table:
    """The points of every part beside the whole."""
    main = MainTable(source.scores, item)
    order, title = numbering.table(_titled(source, item, _("Points on the parts of {name}, {among}")))
    return Table(order, title, main.columns(), main.rows())


def figures(source: Source, item: Standing, numbering: Numbering) -> Iterator[Figure]:
    """Few units one by one, and by their parts; how they spread; provinces on a map."""
    named = among(source, item)
    if len(item.places.places) <= FEW:
        yield from charts(source.scores, item, named, numbering)
        yield from _heat(source, item, numbering)
    spread = distribution(source.scores, item, named, numbering)
    if spread is not None:
        yield spread
    yield from map_of_result(source, item, numbering)


def _heat(source: Source, item: Standing, numbering: Numbering) -> Iterator[Heat]:
    """The units by the parts, each as the share of the part's maximum; none where no maximum is known."""
    units = [place.unit for place in item.places.places if place.points is not None]
    parts = [
        part
        for part in MainTable(source.scores, item).parts
        if part.role == "score" and any(_share(source, unit, part) is not None for unit in units)
    ]
    if len(parts) < 2 or len(units) < 2:
        return
    shares = tuple(tuple(_share(source, unit, part) for part in parts) for unit in units)
    order, title = numbering.chart(_titled(source, item, _("Shares of the maximum on the parts of {name}, {among}")))
    texts = tuple(tuple(_percent(each) for each in row) for row in shares)
    names = tuple(name_of(part) for part in parts)
    alternative = _("{title}: {units} units by {parts} parts. The table holds every number.")
    yield Heat(
        order, title, names, tuple(unit_name(source, unit) for unit in units), shares, texts,
        alternative.format(title=title, units=len(units), parts=len(parts)),
    )  # fmt: skip


def _percent(share: Decimal | None) -> str:
    """A share in percent with one decimal."""
    return NOTHING if share is None else f"{number(decimal_text(exact(str(share)) * 100, 1))}%"


def _share(source: Source, unit: str, part: Criterion) -> Decimal | None:
    """What a unit has of a part's maximum, from 0 to 1; None where either is not known."""
    score = source.scores.score(unit, part.code)
    units = source.scores.answers.units
    maximum = source.scores.framework.max_of(part.code, units.blocks[units.index[unit]])
    if score is None or not isinstance(score.exact, Exact) or maximum is None or maximum == 0:
        return None
    share = Decimal(decimal_text(score.exact / maximum, SHARE_DECIMALS))
    return min(max(share, Decimal(0)), Decimal(1))


def _titled(source: Source, item: Standing, subject: str) -> str:
    return subject.format(name=name_of(item.criterion), among=among(source, item))
