"""The charts of a standing: shares and points of each unit, the points by their parts, and the limits of classes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from chiso.engine.framework import Classes, Criterion
from chiso.engine.quantities import Exact, decimal_text
from chiso.engine.ranking import Place
from chiso.engine.scoring import Scores
from chiso.language import chosen
from chiso.language import gettext as _
from chiso.report.figures import Bar, Chart, Mark
from chiso.report.numbers import number
from chiso.report.results.classes import level
from chiso.report.results.numbering import Numbering
from chiso.report.results.standings import Standing
from chiso.report.results.tables import by_share, name_of, share_cell
from chiso.report.wording import class_name, class_words


def charts(scores: Scores, standing: Standing, among: str, numbering: Numbering) -> Iterator[Chart]:
    """The charts of the units that have points, best first; none where no unit has.

    The shares of the own maximum, where ranks or classes rest on them, and the points.
    """
    criterion = standing.criterion
    places = [place for place in standing.places.places if place.points is not None]
    named = {"name": name_of(criterion), "among": among}
    if not places:
        return
    if by_share(criterion):
        subject = _("Share of the own maximum in {name}, {among}").format(**named)
        bars = tuple(_bar(scores, criterion, place, share=True) for place in places)
        yield _chart(numbering, subject, _("% of own maximum"), bars, marks=limit_marks(criterion.classes, "share"))
    parts = _parts(scores, standing) if _adds_up(criterion) else []
    subject = _("{name} of each unit, {among}").format(**named)
    bars = tuple(_bar(scores, criterion, place, parts) for place in places)
    marks = limit_marks(criterion.classes, "points")
    yield _chart(numbering, subject, _("points"), bars, tuple(name_of(part) for part in parts), marks)


def _chart(
    numbering: Numbering,
    subject: str,
    axis: str,
    bars: tuple[Bar, ...],
    series: tuple[str, ...] = (),
    marks: tuple[Mark, ...] = (),
) -> Chart:
    order, title = numbering.chart(subject)
    alternative = _alternative(title, bars)
    return Chart(order, title, "stacked" if series else "bars", axis, series, bars, marks, alternative)


def _adds_up(criterion: Criterion) -> bool:
    """Whether the points are the plain sum of the parts, so that a stack of them is the whole."""
    return criterion.combine.kind == "sum" and not criterion.combine.renormalise


def _parts(scores: Scores, standing: Standing) -> list[Criterion]:
    """The parts that any unit of the standing has points on."""
    units = {place.unit: scores.answers.units.index[place.unit] for place in standing.places.places}
    found = []
    for child in standing.criterion.children:
        printed = scores.printed(child.code)
        if child.scored and any(printed[row] is not None for row in units.values()):
            found.append(child)
    return found


def _bar(
    scores: Scores, criterion: Criterion, place: Place, parts: Sequence[Criterion] = (), *, share: bool = False
) -> Bar:
    row, told, grade = scores.answers.units.index[place.unit], number(place.points or ""), None
    total = Decimal(place.points or "0")
    if share:
        cell = share_cell(scores.score(place.unit, criterion.code))
        told, total = cell.text, cell.value or Decimal(0)
    if criterion.classes is not None and place.classes:
        told = f"{told} · {_short(criterion.classes, place)}"
        grade = level(criterion.classes, place)
    signed = tuple(_signed(scores.printed(part.code)[row], part.role) for part in parts)
    return Bar(scores.answers.units.names[row], signed, total, told, grade)


def _signed(points: str | None, role: str) -> Decimal | None:
    if points is None:
        return None
    return -Decimal(points) if role == "penalty" else Decimal(points)


def _short(classes: Classes, place: Place) -> str:
    """The class, or the possible ones with a question mark."""
    if place.determined:
        return class_words(classes, place.classes)
    return f"{' / '.join(class_name(classes, id) for id in place.classes)}?"


def limit_marks(classes: Classes | None, on: str) -> tuple[Mark, ...]:
    """The lower limits of classes on points, or on shares in percent."""
    if classes is None or classes.on != on:
        return ()
    scale = 100 if on == "share" else 1
    found = []
    for band in classes.bands:
        limit = band.limit
        if limit is not None and limit.above is not None:
            up_to = None if limit.known else _decimal(limit.up_to * scale)
            found.append(Mark(band.name.of(chosen()), _decimal(limit.above * scale), up_to))
    return tuple(found)


def _decimal(value: Exact) -> Decimal:
    text = decimal_text(value)
    return Decimal(decimal_text(value, 6) if "/" in text else text)


def _alternative(title: str, bars: tuple[Bar, ...]) -> str:
    """The first and the last bar in words; all numbers stand in the table above the chart."""
    sentence = _("{title}: {count} units, from {first} ({most}) to {last} ({least}). The table holds every number.")
    return sentence.format(
        title=title, count=len(bars), first=bars[0].label, most=bars[0].text, last=bars[-1].label, least=bars[-1].text
    )
