"""`bien-ban-kiem-tra`: the minutes of a check on site: what was reported, what was found, and both sides sign."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from chiso.engine.answers.values import Refused, parse_value, value_text
from chiso.engine.framework.asking import answered_by_units
from chiso.language import chosen
from chiso.language import gettext as _
from chiso.report.document import Cell, Column, Table
from chiso.report.kinds.meetings import moment_of, people, signers
from chiso.report.kinds.passages import known, known_unit, passage, sections, text, title_of
from chiso.report.kinds.reported import measured, reported
from chiso.report.kinds.sentences import unit_name
from chiso.report.kinds.source import Source
from chiso.report.numbers import number
from chiso.report.official.around import Checked
from chiso.report.official.form import Block, Official, Side
from chiso.report.official.framing import BLANK, blanks, frame, moment_words
from chiso.report.results.numbering import Numbering

SYMBOL = "BB"


def inspection(source: Source, unit: str) -> Official:
    """The minutes of the check of a unit; what meta does not tell is left open; InputError for an unknown code."""
    units = source.scores.answers.units
    known_unit(units.index, unit)
    meta, name = source.meta, unit_name(source, unit)
    subject = _("On-site check of the data of {unit} for {title}").format(
        unit=name, title=title_of(source.scores.framework)
    )
    hint = _("(signature, full name)")
    sides = (
        Side(_("FOR THE INSPECTED UNIT"), name=_head(source, 1), hint=hint),
        Side(_("FOR THE INSPECTION TEAM"), name=_head(source, 0), hint=hint),
    )
    around = replace(frame(meta, _("MINUTES"), SYMBOL, subject, dated=False), sides=sides)
    needed = ("opened", "closed", "venue", "parties", "checked", "passages.conclusions")
    told = blanks(meta, *needed, signed=False, dated=False)
    return Official(chosen(), f"{around.kind}: {around.subject}", around, tuple(_body(source, unit)), blanks=told)


def _head(source: Source, place: int) -> str:
    """Who signs for one of the two parties: the first of its people."""
    parties = source.meta.parties
    return signers(parties[place]) if place < len(parties) else ""


def _body(source: Source, unit: str) -> Iterator[Block]:
    meta = source.meta
    yield from moment_of(meta)
    parts: list[tuple[str, list[Block]]] = [
        (_("THOSE PRESENT"), list(_present(source, unit))),
        (_("WHAT WAS CHECKED"), list(_checked(source, unit))),
        (_("CONCLUSIONS"), list(passage(meta, "conclusions"))),
    ]
    yield from sections(parts)
    yield text(
        _(
            "The check ended at {time}. These minutes were read to all, who agree and sign below; they are made in 2 "
            "copies of equal value, of which each side keeps one./."
        ).format(time=moment_words(meta.closed))
    )


def _present(source: Source, unit: str) -> Iterator[Block]:
    parties = source.meta.parties
    team = parties[0].of if parties else _("The inspection team")
    inspected = _("The inspected unit: {unit}").format(unit=unit_name(source, unit))
    for place, name in enumerate((team, inspected)):
        party = parties[place] if place < len(parties) else None
        yield from people(name, party, place + 1)


def _checked(source: Source, unit: str) -> Iterator[Block]:
    """What was checked with what was reported; where meta tells nothing, every question with room to write."""
    framework, units = source.scores.framework, source.scores.answers.units
    block = units.blocks[units.index[unit]]
    found = source.meta.checked
    for each in found:
        known(framework, "checked", each.of)
    if found:
        differing = [each for each in found if _differs(source, unit, each)]
        yield text(
            _("{count} numbers were checked: {same} are as reported, {other} differ.").format(
                count=number(len(found)), same=number(len(found) - len(differing)), other=number(len(differing))
            )
        )
        rows = [_row(source, unit, place, each) for place, each in enumerate(found, 1)]
    else:
        rows = [
            _open_row(source, unit, place, question.id)
            for place, question in enumerate(answered_by_units(framework, block), 1)
        ]
    order, title = Numbering().table(_("Reported and checked"))
    columns = (
        Column(_("No."), "rank"),
        Column(_("What is checked"), "name"),
        Column(_("Reported"), "text"),
        Column(_("Checked"), "text"),
        Column(_("Remarks"), "text"),
    )
    yield Table(order, title, columns, tuple(rows))


def _row(source: Source, unit: str, place: int, checked: Checked) -> tuple[Cell, ...]:
    framework = source.scores.framework
    question = framework.asked.get(checked.of)
    name = known(framework, "checked", checked.of)
    value = _canonical(source, checked)
    told = _("differs") if _differs(source, unit, checked) else _("as reported")
    return (
        Cell(str(place), Decimal(place)),
        Cell(name, source=f"{unit}/{checked.of}"),
        Cell(reported(source, unit, checked.of)),
        Cell(checked.value if value is None or question is None else measured(question, value)),
        Cell(f"{told}; {checked.note}" if checked.note else told),
    )


def _canonical(source: Source, checked: Checked) -> str | None:
    """The checked value as an answer's text; None where it is none, as points or words."""
    question = source.scores.framework.asked.get(checked.of)
    if question is None or question.per is not None:
        return None
    try:
        return value_text(question, parse_value(question, checked.value))
    except Refused:
        return None


def _differs(source: Source, unit: str, checked: Checked) -> bool:
    """Whether what was found is another value than what was reported."""
    value = _canonical(source, checked)
    if value is None:
        return reported(source, unit, checked.of) != checked.value
    return value != source.scores.answers.text(checked.of, unit)


def _open_row(source: Source, unit: str, place: int, id: str) -> tuple[Cell, ...]:
    name = known(source.scores.framework, "checked", id)
    room = Cell(BLANK * 2)
    return Cell(str(place), Decimal(place)), Cell(name), Cell(reported(source, unit, id)), room, room
