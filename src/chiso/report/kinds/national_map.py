"""The map of the provinces by one number of each: an index known from print, or the points of a result."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from chiso.engine.quantities import decimal_text, exact
from chiso.language import gettext as _
from chiso.report.figures import Area, Map
from chiso.report.kinds.national_reading import Ranked
from chiso.report.kinds.source import Source
from chiso.report.maps.outlines import available
from chiso.report.maps.places import code_of, shapes_of
from chiso.report.numbers import number
from chiso.report.results.numbering import Numbering
from chiso.report.results.standings import Standing
from chiso.report.results.tables import NOTHING, name_of

_YEAR = re.compile(r"năm (20\d\d|19\d\d)")
FEWEST = 10
"""Fewer provinces than that are no map of the country."""
SHADES = 4
"""Decimals of a shade."""


@dataclass(frozen=True)
class _Place:
    """A unit, its number and its text."""

    code: str
    name: str
    value: Decimal | None
    text: str


def map_of_print(found: Ranked, numbering: Numbering) -> Iterator[Map]:
    """The map of a printed table that ranks provinces; nothing for other units."""
    places = [_Place("", each.unit, each.value, each.text) for each in found.standings]
    subject = _("{name} by province (Table {table})").format(name=found.item, table=found.number)
    years = _YEAR.findall(f"{found.table.source} {found.table.title}")
    yield from _map(places, subject, numbering, _end(int(years[-1])) if years else None)


def map_of_result(source: Source, item: Standing, numbering: Numbering) -> Iterator[Map]:
    """The map of a standing whose units are provinces; nothing for other units."""
    units = source.scores.answers.units
    places = [
        _Place(
            place.unit, units.names[units.index[place.unit]],
            None if place.points is None else Decimal(place.points),
            NOTHING if place.points is None else number(place.points),
        )
        for place in item.places.places
    ]  # fmt: skip
    told = source.meta.date
    on = None if told is None else _end(told.year)
    yield from _map(places, _("{name} by province").format(name=name_of(item.criterion)), numbering, on)


def _end(year: int) -> date:
    """The last day of a year: provinces are those of that day."""
    return date(year, 12, 31)


def _map(places: Sequence[_Place], subject: str, numbering: Numbering, on: date | None) -> Iterator[Map]:
    values = sorted(each.value for each in places if each.value is not None)
    shapes = shapes_of(((each.code, each.name) for each in places), on) if len(places) >= FEWEST else None
    if shapes is None or len(values) < 2:
        return
    order, title = numbering.chart(subject)
    areas = tuple(
        Area(code_of(each.code, each.name, shapes, on), each.name, each.text, _shade(each.value, values[0], values[-1]))
        for each in places
    )
    first = "; ".join(each.name for each in places if each.value == values[-1])
    last = "; ".join(each.name for each in places if each.value == values[0])
    sentence = _(
        "{title}: the darkest {first} ({most}), the lightest {last} ({least}); Hoàng Sa and Trường Sa are on it."
    )
    alternative = sentence.format(title=title, first=first, most=number(values[-1]), last=last, least=number(values[0]))
    yield Map(order, title, shapes, "outlines" if available() else "tiles", areas, (), alternative)


def _shade(value: Decimal | None, least: Decimal, most: Decimal) -> Decimal | None:
    """Where a number stands between the least, 0, and the greatest, 1."""
    if value is None or least == most:
        return None
    low, high = exact(str(least)), exact(str(most))
    return Decimal(decimal_text((exact(str(value)) - low) / (high - low), SHADES))
