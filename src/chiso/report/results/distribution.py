"""How the units of a standing spread over points, or over shares of their own maximum."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from chiso.engine.scoring import Scores
from chiso.language import gettext as _
from chiso.report.figures import Bin, Distribution
from chiso.report.numbers import number
from chiso.report.results.charts import limit_marks
from chiso.report.results.numbering import Numbering
from chiso.report.results.standings import Standing
from chiso.report.results.tables import by_share, name_of, share_cell

MOST_BINS = 10
FEWEST = 5
"""Fewer units than that have no distribution: a table shows them better."""


def distribution(scores: Scores, standing: Standing, among: str, numbering: Numbering) -> Distribution | None:
    """The histogram of a standing; None where too few units have points, or all have the same."""
    shared = by_share(standing.criterion)
    values = list(_values(scores, standing, shared=shared))
    bins = bins_of(values)
    if len(values) < FEWEST or not bins:
        return None
    on, axis = ("share", _("% of own maximum")) if shared else ("points", _("points"))
    subject = _("How units spread over {name}, {among}").format(name=name_of(standing.criterion), among=among)
    order, title = numbering.chart(subject)
    told = "; ".join(f"{number(bin.low)}–{number(bin.high)}: {bin.count}" for bin in bins)
    inside = tuple(
        mark for mark in limit_marks(standing.criterion.classes, on) if bins[0].low <= mark.at <= bins[-1].high
    )
    return Distribution(order, title, axis, bins, inside, f"{title}. {told}.")


def _values(scores: Scores, standing: Standing, *, shared: bool) -> Iterator[Decimal]:
    for place in standing.places.places:
        if place.points is not None:
            cell = share_cell(scores.score(place.unit, standing.criterion.code)) if shared else None
            value = cell.value if cell is not None else Decimal(place.points)
            if value is not None:
                yield value


def bins_of(values: Sequence[Decimal]) -> tuple[Bin, ...]:
    """At most eleven bins of one round width that hold all values; none where all are the same."""
    if not values or min(values) == max(values):
        return ()
    width = _round_width((max(values) - min(values)) / MOST_BINS)
    start = min(values) // width
    if start * width > min(values):  # Division goes towards zero, below zero too.
        start -= 1
    lows = [(start + at) * width for at in range(MOST_BINS + 1)]
    while lows[-1] >= max(values) and len(lows) > 1:
        lows.pop()
    last = lows[-1]
    counts = [
        sum(low <= value < low + width or (low == last and value == low + width) for value in values) for low in lows
    ]
    return tuple(Bin(low, low + width, count) for low, count in zip(lows, counts, strict=True))


def _round_width(least: Decimal) -> Decimal:
    """The next of 1, 2, 5, 10 … in the order of magnitude of a width."""
    unit = Decimal(1).scaleb(least.adjusted())
    return next(step * unit for step in (Decimal(1), Decimal(2), Decimal(5), Decimal(10)) if step * unit >= least)
