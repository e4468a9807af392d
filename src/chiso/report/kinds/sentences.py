"""Sentences on a standing, computed from it: how many units, who leads, which classes, who has all points."""

from __future__ import annotations

from collections.abc import Iterator

from chiso.engine.framework import Criterion
from chiso.engine.quantities import decimal_text, exact
from chiso.engine.ranking import Place
from chiso.language import chosen
from chiso.language import gettext as _
from chiso.report.kinds.source import Source
from chiso.report.numbers import number
from chiso.report.official.form import Paragraph, Run
from chiso.report.results.standings import Standing
from chiso.report.results.tables import block_name, name_of
from chiso.report.wording import class_name


def unit_name(source: Source, unit: str) -> str:
    """The unit's name."""
    units = source.scores.answers.units
    return units.names[units.index[unit]]


def among(source: Source, standing: Standing) -> str:
    """The block of a standing, or that it is over all units."""
    return _("All units") if standing.block == "*" else block_name(source.scores, standing.block)


def percentage(count: int, whole: int) -> str:
    """A share in percent with two decimals, rounded half away from zero."""
    return f"{number(decimal_text(exact(count) * 100 / exact(whole), 2))}%"


def counted(source: Source, standing: Standing) -> str:
    """How many units there are, and how many of them have a result."""
    places = standing.places.places
    with_result = sum(place.points is not None for place in places)
    sentence = _("{block}: {count} units, {results} of them with a result.")
    if with_result == len(places):
        sentence = _("{block}: {count} units, all with a result.")
    return sentence.format(block=among(source, standing), count=number(len(places)), results=number(with_result))


def extremes(source: Source, standing: Standing) -> str:
    """Who has most and who has fewest points; nothing where fewer than two units have a result."""
    scored = [place for place in standing.places.places if place.points is not None]
    by_points = sorted(scored, key=lambda place: exact(place.points or "0"), reverse=True)
    if len(by_points) < 2 or by_points[0].points == by_points[-1].points:
        return ""

    def holders(points: str | None) -> str:
        return "; ".join(unit_name(source, place.unit) for place in by_points if place.points == points)

    first, last = by_points[0].points, by_points[-1].points
    return _("Most points: {first} ({most}); fewest: {last} ({least}).").format(
        first=holders(first), most=number(first or ""), last=holders(last), least=number(last or "")
    )


def classed(standing: Standing) -> str:
    """How many units are in each class, with their share of the units with a result."""
    classes = standing.criterion.classes
    held = [place.classes for place in standing.places.places if place.classes]
    if classes is None or not held:
        return ""
    said = [
        _("{name} {count} ({share})").format(name=name, count=number(count), share=percentage(count, len(held)))
        for id, name in [(band.id, band.name.of(chosen())) for band in classes.bands] + [("", class_name(classes, ""))]
        if (count := sum(each == (id,) for each in held))
    ]
    if open_ones := sum(len(each) > 1 for each in held):
        said.append(
            _("{name} {count} ({share})").format(
                name=_("undetermined"), count=number(open_ones), share=percentage(open_ones, len(held))
            )
        )
    return _("Classes: {classes}.").format(classes="; ".join(said))


def full_marks(source: Source, standing: Standing) -> Iterator[Paragraph]:
    """For each part with a known maximum, how many units reach it, with their names in a footnote."""
    for part in standing.criterion.children:
        if part.scored and part.role == "score":
            holders = [place for place in standing.places.places if _full(source, place, part)]
            if holders:
                names = "; ".join(unit_name(source, place.unit) for place in holders)
                found = {source.scores.framework.max_of(part.code, _block(source, place)) for place in holders}
                most = ", ".join(
                    f"{each}/{each}" for each in sorted(number(each) for each in found if each is not None)
                )
                sentence = _("{criterion}: {count} units have all points ({most})").format(
                    criterion=name_of(part), count=number(len(holders)), most=most
                )
                yield Paragraph((Run(f"- {sentence}", f"{names}."), Run(".")))


def _block(source: Source, place: Place) -> str:
    units = source.scores.answers.units
    return units.blocks[units.index[place.unit]]


def _full(source: Source, place: Place, part: Criterion) -> bool:
    score = source.scores.score(place.unit, part.code)
    maximum = source.scores.framework.max_of(part.code, _block(source, place))
    return score is not None and maximum is not None and score.exact == maximum and score.state != "not_applicable"


def unknown_maxima(source: Source, standing: Standing) -> str:
    """The parts whose maximum no source tells; nothing where all are known."""
    framework = source.scores.framework
    blocks = framework.block_ids if standing.block == "*" else (standing.block,)
    names = [
        name_of(part)
        for part in standing.criterion.children
        if any(framework.applies(part.code, block) and framework.max_of(part.code, block) is None for block in blocks)
    ]
    return _("The maximum of {names}: not in the source.").format(names=", ".join(names)) if names else ""
