"""What a report says first: the framework and what it is, how many units, how many in each class."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from chiso.engine.framework import Framework
from chiso.engine.scoring import Scores
from chiso.language import chosen
from chiso.language import gettext as _
from chiso.report.document import Cell, Column, Facts, Note, Part, Section, Table
from chiso.report.numbers import number
from chiso.report.results.numbering import Numbering
from chiso.report.results.standings import Standing
from chiso.report.results.tables import block_name
from chiso.report.wording import decision_words, nature_words, status_words


def cautions(framework: Framework, notes: Sequence[str]) -> tuple[Note, ...]:
    """What must be read before any number: what the framework is not, and what the caller says of the answers."""
    texts = [*notes] if framework.nature == "decision" else [nature_words(framework), *notes]
    return (Note(tuple(texts), kind="caution"),) if texts else ()


def summary(scores: Scores, standings: Sequence[Standing], numbering: Numbering) -> Section:
    """The framework, its decision, the units by block, and the classes by block."""
    framework = scores.framework
    rows = [(_("Framework"), f"{framework.title.of(chosen())} ({framework.id})")]
    if framework.decision is not None and (cited := decision_words(framework.decision)):
        rows.append((_("Decision"), cited))
    if framework.nature == "decision":
        rows.append((_("Nature"), nature_words(framework)))
    rows += [(block_name(scores, block), _counted(scores, block)) for block in framework.block_ids]
    parts: list[Part] = [Facts(tuple(rows))]
    classed = [standing for standing in standings if standing.criterion.classes is not None]
    for code in dict.fromkeys(standing.criterion.code for standing in classed):
        parts.append(_classes(scores, [each for each in classed if each.criterion.code == code], numbering))
    return Section(_("Summary"), tuple(parts))


def _counted(scores: Scores, block: str) -> str:
    """How many units a block has, by status: `20 units: 19 ranked, 1 listed, not ranked`."""
    units = scores.answers.units
    statuses = [status for own, status in zip(units.blocks, units.statuses, strict=True) if own == block]
    counts = [(status, statuses.count(status)) for status in ("ranked", "listed", "excluded")]
    told = "; ".join(f"{number(count)} {status_words(status)}" for status, count in counts if count)
    whole = _("{count} units").format(count=number(len(statuses)))
    return f"{whole} ({told})" if told else whole


def _classes(scores: Scores, standings: Sequence[Standing], numbering: Numbering) -> Table:
    """How many units hold each class on a criterion, a row for each block."""
    criterion = standings[0].criterion
    bands = criterion.classes.bands if criterion.classes is not None else ()
    name = criterion.name.of(chosen())
    order, title = numbering.table(_("Units by class, {name}").format(name=name))
    columns = [Column(_("Block"), "name"), *(Column(band.name.of(chosen()), "count") for band in bands)]
    columns += [Column(_("Undetermined"), "count"), Column(_("Without a class"), "count")]
    rows = [_class_row(scores, standing, [band.id for band in bands]) for standing in standings]
    return Table(order, title, tuple(columns), tuple(rows))


def _class_row(scores: Scores, standing: Standing, bands: Sequence[str]) -> tuple[Cell, ...]:
    places = standing.places.places
    block = _("the whole cycle") if standing.block == "*" else block_name(scores, standing.block)
    counts = [sum(place.classes == (band,) for place in places) for band in bands]
    counts.append(sum(len(place.classes) > 1 for place in places))
    counts.append(sum(not "".join(place.classes) for place in places))
    return (Cell(block), *(Cell(number(count), Decimal(count)) for count in counts))
