"""How a survey went: who was asked, who answered, on what, how it was verified, how units are classed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

import numpy as np

from chiso.engine.answers import Answers
from chiso.engine.expressions.evaluating import PRESENT
from chiso.language import chosen
from chiso.language import gettext as _
from chiso.report.document import Cell, Column, Table
from chiso.report.kinds.passages import ROOM, item, text
from chiso.report.kinds.sentences import percentage
from chiso.report.kinds.source import Source
from chiso.report.numbers import number
from chiso.report.official.form import Block, Dots
from chiso.report.results.numbering import Numbering
from chiso.report.results.standings import Standing
from chiso.report.results.tables import NOTHING, block_name, name_of
from chiso.report.wording import band_words, decision_words, nature_words


def course(source: Source, standings: Sequence[Standing], numbering: Numbering) -> Iterator[Block]:
    """The basis, the units by block and how many answered, the groups of criteria, the verification, the classes."""
    framework = source.scores.framework
    if framework.decision is not None and (cited := decision_words(framework.decision)):
        yield text(_("The survey was carried out by {decision}.").format(decision=cited))
    if framework.nature != "decision":
        yield text(nature_words(framework))
    yield from (text(each) for each in source.meta.passages.get("course", ()))
    yield text(_answered(source))
    yield _units(source, numbering)
    yield from _groups(standings)
    yield from _verified(source)
    yield from _classes(source, standings)


def _verified(source: Source) -> Iterator[Block]:
    """What is told of the verification; dotted lines where nothing is."""
    first, *rest = source.meta.passages.get("verification", ("",))
    yield text(first, _("Verification:")) if first else Dots(_("Verification:"), ROOM)
    yield from (text(each) for each in rest)


def responding(answers: Answers) -> frozenset[int]:
    """The places of the units that answered anything at all."""
    found: set[int] = set()
    for column in answers.columns.values():
        rows = np.flatnonzero(column.states == PRESENT)
        per = column.question.per
        found |= {int(row) for row in (rows if per is None else answers.cases_of(per).owners[rows])}
    return frozenset(found)


def _answered(source: Source) -> str:
    """`47/47 cơ quan đã gửi số liệu`, the units that are not assessed left out."""
    units = source.scores.answers.units
    asked = [place for place, status in enumerate(units.statuses) if status != "excluded"]
    answered = responding(source.scores.answers).intersection(asked)
    silent = [units.names[place] for place in asked if place not in answered]
    sentence = _("{k} of the {n} units that are assessed sent their data ({share}).")
    if not asked:
        return _("No unit is assessed.")
    said = sentence.format(k=number(len(answered)), n=number(len(asked)), share=percentage(len(answered), len(asked)))
    if silent:
        said += " " + _("Without any data: {names}.").format(names="; ".join(silent))
    return said


def _units(source: Source, numbering: Numbering) -> Table:
    """The units by block: in the register, assessed, with data, with a result, ranked, not assessed."""
    order, title = numbering.table(_("Units by block"))
    heads = (
        _("In the register"), _("Assessed"), _("With data"), _("Share with data"), _("Only listed"), _("Not assessed"),
    )  # fmt: skip
    columns = [Column(_("Block"), "name")]
    columns += [
        Column(head, "share" if place == 3 else "count", decimals=2 * (place == 3)) for place, head in enumerate(heads)
    ]
    units, answered = source.scores.answers.units, responding(source.scores.answers)
    rows = []
    for block in (*source.scores.framework.block_ids, ""):
        places = [place for place, own in enumerate(units.blocks) if block in (own, "")]
        statuses = [units.statuses[place] for place in places]
        assessed = [place for place in places if units.statuses[place] != "excluded"]
        told = len(answered.intersection(assessed))
        share = percentage(told, len(assessed)) if assessed else NOTHING
        named = block_name(source.scores, block) if block else _("All units")
        cells = [_count(len(places)), _count(len(assessed)), _count(told), Cell(share)]
        cells += [_count(statuses.count("listed")), _count(statuses.count("excluded"))]
        rows.append((Cell(named), *cells))
    return Table(order, title, tuple(columns), tuple(rows), totals=1)


def _count(count: int) -> Cell:
    return Cell(number(count), Decimal(count))


def _groups(standings: Sequence[Standing]) -> Iterator[Block]:
    """The groups that the points of each criterion with standings are made of."""
    for code, criterion in {each.criterion.code: each.criterion for each in standings}.items():
        del code
        groups = [part for part in criterion.children if part.scored and part.role == "score"]
        if groups:
            names = "; ".join(f"({place}) {name_of(part)}" for place, part in enumerate(groups, 1))
            yield text(
                _("{name} is assessed on {count} groups of criteria: {names}.").format(
                    name=name_of(criterion), count=len(groups), names=names
                )
            )


def _classes(source: Source, standings: Sequence[Standing]) -> Iterator[Block]:
    """The limits of the classes of each criterion with standings."""
    for criterion in {each.criterion.code: each.criterion for each in standings}.values():
        if criterion.classes is not None:
            yield text(_("Classes of {name}:").format(name=name_of(criterion)))
            for band in criterion.classes.bands:
                yield item(
                    f"{band_words(source.scores.framework, criterion.classes, band)}.", f"{band.name.of(chosen())}:"
                )
