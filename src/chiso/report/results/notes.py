"""The remarks below a standing's table, and what a reader must know of the framework."""

from __future__ import annotations

from collections.abc import Iterator

from chiso.engine.framework import Framework
from chiso.engine.ranking import Place
from chiso.engine.scoring import Scores
from chiso.language import chosen
from chiso.language import gettext as _
from chiso.report.document import Facts, Note, Part, Section
from chiso.report.results.classes import why_undetermined
from chiso.report.results.lowered import why_lower
from chiso.report.results.standings import Standing
from chiso.report.wording import band_words, note_words, rank_words, worded
from chiso.report.wording.rules import day


def below(scores: Scores, standing: Standing) -> Iterator[Note]:
    """The units whose class is undetermined or lowered, those without a result or a rank, and those not assessed."""
    classes, units = standing.criterion.classes, scores.answers.units

    def named(place: Place, text: str) -> str:
        return f"{units.names[units.index[place.unit]]}: {text}"

    places = standing.places.places
    if classes is not None:
        undetermined = [named(place, why) for place in places if (why := why_undetermined(classes, place))]
        if undetermined:
            yield Note(tuple(undetermined), _("Undetermined classes"))
        lowered = [named(place, why) for place in places if (why := why_lower(scores, standing.criterion, place))]
        if lowered:
            yield Note(tuple(lowered), _("Classes below what the points alone give"))
    for note, title in (("no_result", _("Units without a result")), ("listed", _("Units without a rank"))):
        told = [named(place, _why(scores, standing, place)) for place in places if place.note == note]
        if told:
            yield Note(tuple(told), title)
    excluded = [
        f"{name}: {note}" if note else name
        for name, block, status, note in zip(units.names, units.blocks, units.statuses, units.notes, strict=True)
        if status == "excluded" and standing.block in (block, "*")
    ]
    if excluded:
        yield Note(tuple(excluded), _("Units that are not assessed"))


def _why(scores: Scores, standing: Standing, place: Place) -> str:
    """The register's note on the unit, else the reason of its points, else that it is only listed."""
    note = scores.answers.units.notes[scores.answers.units.index[place.unit]]
    score = scores.score(place.unit, standing.criterion.code)
    if place.note == "no_result" and score is not None:
        return " ".join(
            each for each in (worded(score.reason, standing.criterion, framework=scores.framework), note) if each
        )
    return note or note_words(place.note)


def about(framework: Framework) -> Section:
    """How the framework ranks and classes, since when it is in force, its sources, its notes, what is unknown."""
    parts: list[Part] = []
    rows = [*_in_force(framework), *_rules(framework)]
    if rows:
        parts.append(Facts(tuple(rows)))
    unknown = _unknown(framework)
    if unknown:
        parts.append(Note((unknown,), _("Unknown maxima")))
    if framework.notes:
        parts.append(Note(tuple(note.of(chosen()) for note in framework.notes), _("Notes of the framework")))
    if framework.decision is not None and framework.decision.sources:
        parts.append(Note(framework.decision.sources, _("Sources")))
    return Section(_("About the framework"), tuple(parts))


def _in_force(framework: Framework) -> Iterator[tuple[str, str]]:
    if framework.in_force_from is not None:
        yield _("In force from"), day(framework.in_force_from)
    if framework.in_force_to is not None:
        yield _("In force to"), day(framework.in_force_to)
    if framework.replaced_by is not None:
        yield _("Replaced by"), framework.replaced_by


def _rules(framework: Framework) -> Iterator[tuple[str, str]]:
    """The order and the class limits of every criterion that has them, those with the same words together."""
    orders: dict[str, list[str]] = {}
    for node in framework.walk():
        if node.rank is not None:
            orders.setdefault(rank_words(framework, node.code, node.rank), []).append(node.name.of(chosen()))
    for words, names in orders.items():
        yield _("Order of {names}").format(names=", ".join(names)), words
    for node in framework.walk():
        if node.classes is not None:
            bands = [
                f"{band.name.of(chosen())}: {band_words(framework, node.classes, band)}" for band in node.classes.bands
            ]
            yield _("Classes of {name}").format(name=node.name.of(chosen())), "; ".join(bands)
            if node.classes.as_written is not None:
                yield _("As the decision writes it"), node.classes.as_written
                yield _("How it is understood"), node.classes.decided_by or ""
        if node.knock_out is not None:
            yield _("Knock-out"), f"{node.code} {node.name.of(chosen())}"


def _unknown(framework: Framework) -> str:
    """The criteria whose maximum no source tells."""
    if not framework.unknown:
        return ""
    codes = [
        f"{node.code} ({node.name.of(chosen())})"
        for node in framework.walk()
        if any(
            framework.applies(node.code, block) and framework.max_of(node.code, block) is None
            for block in framework.block_ids
        )
    ]
    if not codes:
        return ""
    return _("No source tells the maximum of {criteria}.").format(criteria=", ".join(codes))
