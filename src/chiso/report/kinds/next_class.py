"""What parts a unit from the class above its own."""

from __future__ import annotations

from chiso.engine.quantities import Exact, decimal_text, exact
from chiso.engine.ranking import Place
from chiso.language import chosen
from chiso.language import gettext as _
from chiso.report.kinds.source import Source
from chiso.report.numbers import number, percent
from chiso.report.results.classes import why_undetermined
from chiso.report.results.lowered import why_lower
from chiso.report.results.standings import Standing


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
