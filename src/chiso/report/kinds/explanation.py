"""`yeu-cau-giai-trinh`: the letter that asks a unit to explain some of its answers."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from chiso.language import chosen
from chiso.language import gettext as _
from chiso.report.document import Cell, Column, Table
from chiso.report.kinds.passages import known, known_unit, text, title_of
from chiso.report.kinds.reported import reported
from chiso.report.kinds.sentences import unit_name
from chiso.report.kinds.source import Source
from chiso.report.official.form import Block, Dots, Official
from chiso.report.official.framing import BLANK, blanks, day_words, frame
from chiso.report.results.numbering import Numbering


def explanation(source: Source, unit: str) -> Official:
    """The letter to a unit on the questions and criteria that meta asks about; InputError where one is unknown."""
    units = source.scores.answers.units
    known_unit(units.index, unit)
    meta = source.meta.model_copy(update={"to": source.meta.to or (unit_name(source, unit),)})
    title = title_of(source.scores.framework)
    around = frame(meta, "", "", _("explaining data for {title}").format(title=title))
    needed = ("asked", "deadline", "channel", "contact")
    return Official(chosen(), around.subject, around, tuple(_body(source, unit)), blanks=blanks(meta, *needed))


def _body(source: Source, unit: str) -> Iterator[Block]:
    meta, issuer = source.meta, source.meta.issuer or BLANK
    yield text(
        _("Having verified the data of {unit} for {title}, {issuer} asks for an explanation of the following:").format(
            unit=unit_name(source, unit), title=title_of(source.scores.framework), issuer=issuer
        )
    )
    if meta.asked:
        yield _table(source, unit)
    else:
        yield Dots("", 4)
    yield text(
        _(
            "The explanation, signed by the head of the unit and with evidence, is sent by {channel}, before {day}."
        ).format(channel=meta.channel or BLANK, day=day_words(meta.deadline))
    )
    yield text(_("Contact: {contact}./.").format(contact=(meta.contact or BLANK).rstrip(".")))


def _table(source: Source, unit: str) -> Table:
    order, title = Numbering().table(_("What is to be explained"))
    columns = (
        Column(_("No."), "rank"),
        Column(_("Code"), "class"),
        Column(_("Criterion, question"), "name"),
        Column(_("Reported by the unit"), "text"),
        Column(_("What is to be explained"), "text"),
    )
    framework = source.scores.framework
    rows = (
        (
            Cell(str(place), Decimal(place)),
            Cell(asked.of),
            Cell(known(framework, "asked", asked.of), source=f"{unit}/{asked.of}"),
            Cell(reported(source, unit, asked.of)),
            Cell(asked.why),
        )
        for place, asked in enumerate(source.meta.asked, 1)
    )
    return Table(order, title, columns, tuple(rows))
