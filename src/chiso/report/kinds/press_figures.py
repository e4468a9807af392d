"""The figures of a summary for the press: how units spread, and who moved between two times."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from chiso.language import gettext as _
from chiso.report.figures import Slope
from chiso.report.kinds.changed import before, now
from chiso.report.kinds.changes import Since, since
from chiso.report.kinds.sentences import among, unit_name
from chiso.report.kinds.source import Source
from chiso.report.official.form import Block
from chiso.report.results.charts import charts
from chiso.report.results.distribution import distribution
from chiso.report.results.numbering import Numbering
from chiso.report.results.standings import Standing
from chiso.report.results.two_times import Moved, slope

MOST_LINES = 12
"""Lines of a slope chart that can still be told apart."""


def press_figures(source: Source, found: Sequence[Standing], numbering: Numbering) -> Iterator[Block]:
    """The spread of the largest block and, where a time before is known, who moved most in it."""
    if not found:
        return
    standing = max(found, key=lambda each: sum(place.points is not None for place in each.places.places))
    named = among(source, standing)
    spread = distribution(source.scores, standing, named, numbering)
    yield from (spread,) if spread is not None else list(charts(source.scores, standing, named, numbering))[:1]
    compared = since(source, standing)
    if compared is not None and (slope := _slope(compared, named, numbering)):
        yield slope


def _slope(compared: Since, named: str, numbering: Numbering) -> Slope | None:
    """The ranks at both times of the units that moved most; none where fewer than two have both."""
    both = [each for each in compared.all() if each.ranks is not None]
    most = sorted(both, key=lambda each: -abs(each.ranks or 0))[:MOST_LINES]
    shown = [each for each in both if each in most]
    subject = _("Ranks of the units that moved most, {among}")
    if len(shown) == len(both):
        subject = _("Ranks at two times, {among}")
    rows = [Moved(unit_name(compared.source, each.unit), *each.rank_numbers) for each in shown]
    return slope(rows, subject.format(among=named), (before(), now()), numbering)
