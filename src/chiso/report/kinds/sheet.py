"""`phieu`: the form that a unit fills in, blank for a block or with the answers of a unit, and who signs it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from chiso.engine.errors import InputError, Problem, message
from chiso.engine.framework import Block as UnitBlock
from chiso.engine.framework import Framework
from chiso.language import chosen
from chiso.language import gettext as _
from chiso.report.kinds.passages import item, known_unit, text
from chiso.report.kinds.sentences import unit_name
from chiso.report.kinds.sheet_tables import SheetTables
from chiso.report.kinds.source import Source
from chiso.report.official.form import Banner, Block, Dots, Official, Side, Signatures
from chiso.report.official.framing import blanks, day_words, frame, period_words, place_line
from chiso.report.official.meta import Meta
from chiso.report.results.numbering import Numbering

SYMBOL = "PH"


def sheet(framework: Framework, meta: Meta) -> Official:
    """The blank form of the block that meta names, or of each block; InputError where there is no such block."""
    subject = framework.title.of(chosen())
    around = replace(frame(meta, _("FORM"), SYMBOL, subject), sides=signers())
    numbering = Numbering()
    body: list[Block] = []
    for block in _blocks(framework, meta.block):
        body += [Banner(block.name.of(chosen()).upper()), *blank_form(framework, meta, block.id, numbering)]
    told = blanks(meta, "period", "deadline", signed=False)
    return Official(chosen(), _("Form: {title}").format(title=subject), around, tuple(body), blanks=told)


def _blocks(framework: Framework, told: str | None) -> tuple[UnitBlock, ...]:
    found = tuple(block for block in framework.blocks if told in (None, block.id))
    if not found:
        named, expected = (
            message("the block {block}", block=told),
            message("one of {names}", names=", ".join(framework.block_ids)),
        )
        raise InputError([Problem("meta.yaml, block", named, expected, message("mend its spelling"))])
    return found


def blank_form(framework: Framework, meta: Meta, block: str, numbering: Numbering) -> Iterator[Block]:
    """What a unit of a block writes who it is in, what it is told, and the tables to be filled in."""
    yield Dots(_("Unit:"))
    yield Dots(_("Filled in by (name, post, telephone, e-mail):"))
    yield text(_("Period of the numbers: {period}.").format(period=period_words(meta.period)))
    yield text(_("To be sent before {day}.").format(day=day_words(meta.deadline)))
    yield from SheetTables(framework, block, numbering).blocks()


def filled(source: Source, unit: str) -> Official:
    """The form with the answers of a unit, which is its issuer; InputError where there is no such unit."""
    units = source.scores.answers.units
    block = units.blocks[units.index[known_unit(units.index, unit)]]
    framework, name = source.scores.framework, unit_name(source, unit)
    meta = source.meta.model_copy(update={"issuer": source.meta.issuer or name})
    subject = framework.title.of(chosen())
    around = replace(frame(meta, _("FORM"), SYMBOL, subject), sides=signers(meta.signer.name or ""))
    body: list[Block] = [
        item(_("Unit: {unit}.").format(unit=name)),
        item(_("Period of the numbers: {period}.").format(period=period_words(meta.period))),
        *SheetTables(framework, block, Numbering(), source.scores.answers, unit).blocks(),
    ]
    told = blanks(meta, "period", signed=False)
    return Official(chosen(), _("Form: {title}").format(title=f"{subject}, {name}"), around, tuple(body), blanks=told)


def signers(head: str = "") -> tuple[Side, Side]:
    """Who filled the form in, and the head of the unit."""
    return (
        Side(_("FILLED IN BY"), hint=_("(signature, full name)")),
        Side(_("HEAD OF THE UNIT"), name=head, hint=_("(signature, seal, full name)")),
    )


def signed() -> Signatures:
    """The end of a form that goes along with another document."""
    return Signatures(signers(), place_line(None, None))
