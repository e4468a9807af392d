"""`cong-van-nhac`: the letter that reminds units of what they have not answered, with k of N for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from chiso.engine.framework import Question
from chiso.language import chosen
from chiso.language import gettext as _
from chiso.report.document import Cell, Column, Table
from chiso.report.kinds.completeness import Completeness, completeness
from chiso.report.kinds.passages import item, known_unit, text, title_of
from chiso.report.kinds.rules import absence_words
from chiso.report.kinds.sentences import percentage, unit_name
from chiso.report.kinds.source import Source
from chiso.report.numbers import number
from chiso.report.official.form import Block, Official
from chiso.report.official.framing import BLANK, blanks, day_words, frame
from chiso.report.official.meta import Meta
from chiso.report.results.numbering import Numbering
from chiso.report.results.tables import block_name

NAMED = 8
"""Questions of a unit that the letter to all names; how many more there are is counted."""


def reminder(source: Source) -> Official:
    """The letter to all units whose answers are not complete."""
    found = completeness(source.scores.framework, source.scores.answers)
    return _letter(source.meta, source, tuple(_to_all(source, found)))


def reminder_to(source: Source, unit: str) -> Official:
    """The letter to one unit, with every question that it has not answered; InputError where there is none."""
    known_unit(source.scores.answers.units.index, unit)
    found = completeness(source.scores.framework, source.scores.answers)
    meta = source.meta.model_copy(update={"to": (unit_name(source, unit),)})
    return _letter(meta, source, tuple(_to_one(source, [each for each in found if each.unit == unit])))


def _letter(meta: Meta, source: Source, body: tuple[Block, ...]) -> Official:
    title = title_of(source.scores.framework)
    around = frame(meta, "", "", _("reminding of the data for {title}").format(title=title))
    return Official(chosen(), around.subject, around, body, blanks=blanks(meta, "to", "deadline", "channel", "contact"))


def _to_all(source: Source, found: Sequence[Completeness]) -> Iterator[Block]:
    whole = sum(not each.missing for each in found)
    silent = sum(not each.answered for each in found)
    yield text(
        _("By {day}, {whole} of {count} units have sent complete data for {title} ({share}).").format(
            day=day_words(source.meta.date),
            whole=number(whole),
            count=number(len(found)),
            title=title_of(source.scores.framework),
            share=percentage(whole, len(found)) if found else BLANK,
        )
    )
    if silent:
        yield text(_("{count} units have sent nothing.").format(count=number(silent)))
    late = sorted((each for each in found if each.missing), key=_share)
    if not late:
        yield text(_("All units have sent complete data; thank you./."))
        return
    yield _table(source, late)
    yield from _asked(source)


def _share(each: Completeness) -> tuple[int, int]:
    """What units are listed by: those that answered least first."""
    return each.answered * 1_000_000 // each.asked, -len(each.missing)


def _table(source: Source, late: Sequence[Completeness]) -> Table:
    order, title = Numbering().table(_("Units whose data are not complete"))
    columns = (
        Column(_("No."), "rank"),
        Column(_("Unit"), "name"),
        Column(_("Block"), "text"),
        Column(_("Answered"), "class"),
        Column(_("Still missing"), "text"),
    )
    rows = (_row(source, place, each) for place, each in enumerate(late, 1))
    return Table(order, title, columns, tuple(rows))


def _row(source: Source, place: int, each: Completeness) -> tuple[Cell, ...]:
    units = source.scores.answers.units
    return (
        Cell(str(place), Decimal(place)),
        Cell(unit_name(source, each.unit), source=each.unit),
        Cell(block_name(source.scores, units.blocks[units.index[each.unit]])),
        Cell(f"{number(each.answered)}/{number(each.asked)}"),
        Cell(_names(each)),
    )


def _names(each: Completeness) -> str:
    """The questions that lack an answer, the first of them by name."""
    if not each.answered:
        return _("everything")
    names = [_name(question) for question in each.missing[:NAMED]]
    if more := len(each.missing) - len(names):
        names.append(_("{count} more questions").format(count=number(more)))
    return "; ".join(names)


def _name(question: Question) -> str:
    name: str = question.name.of(chosen())
    return name


def _to_one(source: Source, found: Sequence[Completeness]) -> Iterator[Block]:
    for each in found:
        told = _("{unit} has answered {answered} of the {asked} questions of {title}.").format(
            unit=unit_name(source, each.unit),
            answered=number(each.answered),
            asked=number(each.asked),
            title=title_of(source.scores.framework),
        )
        yield text(told)
        if each.missing:
            yield text(_("These have no answer:"))
            yield from (item(f"{_name(question)};") for question in each.missing[:-1])
            yield item(f"{_name(each.missing[-1])}.")
            yield from _asked(source)
        else:
            yield text(_("The data are complete; thank you./."))
    if not found:
        yield text(_("The unit is not assessed."))


def _asked(source: Source) -> Iterator[Block]:
    meta, issuer = source.meta, source.meta.issuer or BLANK
    yield text(
        _("{issuer} asks the units above to complete their data and to send them by {channel}, before {day}.").format(
            issuer=issuer, channel=meta.channel or BLANK, day=day_words(meta.deadline)
        )
    )
    framework = source.scores.framework
    if told := absence_words(framework.missing, None):
        yield text(_("After that day the data are taken as they are. {what}").format(what=told))
    yield text(_("Contact: {contact}./.").format(contact=(meta.contact or BLANK).rstrip(".")))
