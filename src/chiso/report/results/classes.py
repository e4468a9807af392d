"""Why a class is undetermined: what it would be, were the unknown limit here or there."""

from __future__ import annotations

from chiso.engine.framework import Band, Classes
from chiso.engine.quantities import Exact, exact
from chiso.engine.ranking import Place
from chiso.language import chosen
from chiso.language import gettext as _
from chiso.report.numbers import number
from chiso.report.wording import class_name

ROUND_STEPS = tuple(exact(step) for step in ("100", "50", "25", "10", "5", "1", "0.5", "0.1"))


def why_undetermined(classes: Classes, place: Place) -> str:
    """The sentence for points that lie where a limit may be; nothing where the class is certain."""
    if place.determined or not place.classes or place.points is None:
        return ""
    bands = [band for band in classes.bands if band.id in place.classes[:-1]]
    if classes.on != "points":
        return _("The decision does not say which of these classes it is.")
    return " ".join(_open(classes, band, place, class_name(classes, _after(place, band))) for band in bands)


def level(classes: Classes, place: Place) -> tuple[int, int] | None:
    """The place of a certain class from the best, which is 0, and how many there are; None below all of them."""
    ids = [band.id for band in classes.bands]
    return (ids.index(place.classes[0]), len(ids)) if place.determined and place.classes[0] else None


def _after(place: Place, band: Band) -> str:
    return place.classes[place.classes.index(band.id) + 1]


def _open(classes: Classes, band: Band, place: Place, lower: str) -> str:
    """What the class is on either side of the points, with a round number among the limits above them."""
    points = number(place.points or "")
    limit = band.limit
    if limit is None or limit.known:
        return ""
    values = {
        "name": band.name.of(chosen()),
        "lower": lower,
        "points": points,
        "example": _example(exact(place.points or "0"), limit.up_to),
        "up_to": number(limit.up_to),
        "above": "" if limit.above is None else number(limit.above),
    }
    if limit.above is None:
        known = _("The limit of {name} is only known to be at most {up_to}:")
    else:
        known = _("The limit of {name} is only known to lie above {above} and at most at {up_to}:")
    if (band.closed or classes.closed) == "below":
        either = _("{name} if it is at most {points}, {lower} if it is higher, for instance {example}.")
    else:
        either = _("{name} if it is below {points}, {lower} otherwise, for instance if it is {example}.")
    return f"{known} {either}".format(**values)


def _example(points: Exact, up_to: Exact) -> str:
    """The roundest number above the points and at most the greatest limit."""
    for step in ROUND_STEPS:
        steps = up_to / step
        multiple = int(steps.p) // int(steps.q) * step
        if multiple > points:
            return number(multiple)
    return number(up_to)
