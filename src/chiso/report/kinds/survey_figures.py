"""The figures of a survey report: how units spread, who stands where, units by parts, two times side by side."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from chiso.engine.quantities import decimal_text, exact
from chiso.language import gettext as _
from chiso.report.figures import Figure, Heat, Slope
from chiso.report.kinds.changes import since
from chiso.report.kinds.sentences import among, unit_name
from chiso.report.kinds.source import Source
from chiso.report.numbers import number
from chiso.report.results.charts import charts
from chiso.report.results.distribution import distribution
from chiso.report.results.numbering import Numbering
from chiso.report.results.standings import Standing
from chiso.report.results.tables import NOTHING, name_of
from chiso.report.results.two_times import Moved, slope

SHADE_DECIMALS = 4
FEWEST = 2
"""Units below which nothing is compared."""


def in_body(source: Source, standing: Standing, numbering: Numbering) -> Iterator[Figure]:
    """How the units of a standing spread."""
    found = distribution(source.scores, standing, among(source, standing), numbering)
    if found is not None:
        yield found


def in_annex(source: Source, standing: Standing, numbering: Numbering, times: tuple[str, str]) -> Iterator[Figure]:
    """The bars of a standing, units by parts, and the ranks of both times; times: what the two are called."""
    yield from charts(source.scores, standing, among(source, standing), numbering)
    yield from _heat(source, standing, numbering)
    yield from _slope(source, standing, numbering, times)


def _heat(source: Source, standing: Standing, numbering: Numbering) -> Iterator[Heat]:
    """The share of each part's maximum that each unit has; nothing where the maxima are not known."""
    parts = [part for part in standing.criterion.children if part.scored and part.role == "score"]
    places = [place for place in standing.places.places if place.points is not None]
    shares = [[_share(source, place.unit, part.code) for part in parts] for place in places]
    if len(places) < FEWEST or not any(share is not None for row in shares for share in row):
        return
    order, title = numbering.chart(
        _("Share of each part's maximum, {block}").format(block=among(source, standing))
    )  # fmt: skip
    texts = [
        tuple(NOTHING if share is None else f"{number(decimal_text(exact(share) * 100, 0))}%" for share in row)
        for row in shares
    ]
    yield Heat(
        order,
        title,
        tuple(name_of(part) for part in parts),
        tuple(unit_name(source, place.unit) for place in places),
        tuple(tuple(row) for row in shares),
        tuple(texts),
        _("{title}: {units} units by {parts} parts. The table holds every number.").format(
            title=title, units=len(places), parts=len(parts)
        ),
    )


def _share(source: Source, unit: str, code: str) -> Decimal | None:
    score = source.scores.score(unit, code)
    if score is None or score.points is None or not score.maximum or score.maximum == "0":
        return None
    return Decimal(decimal_text(exact(score.points) / exact(score.maximum), SHADE_DECIMALS))


def _slope(source: Source, standing: Standing, numbering: Numbering, times: tuple[str, str]) -> Iterator[Slope]:
    """The ranks of the two times, of the units that had one at either."""
    before = since(source, standing)
    if before is None or standing.criterion.rank is None:
        return
    known = source.scores.answers.units.index
    rows = [
        Moved(unit_name(source if each.unit in known else before.previous, each.unit), *each.rank_numbers)
        for each in before.all()
    ]
    subject = _("Ranks of two times, {block}").format(block=among(source, standing))
    if (drawn := slope(rows, subject, times, numbering)) is not None:
        yield drawn
