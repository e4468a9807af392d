"""`ke-hoach`: the plan of an assessment: what for, whom, what, when, who does what; the form goes along."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from chiso.engine.answers import Units
from chiso.engine.framework import Framework
from chiso.engine.framework.asking import answered_by_units, groups
from chiso.language import chosen, marked
from chiso.language import gettext as _
from chiso.report.document import Cell, Column, Table
from chiso.report.kinds.passages import item, passage, sections, text, title_of
from chiso.report.kinds.sheet import blank_form, signed
from chiso.report.kinds.source import Source
from chiso.report.numbers import number
from chiso.report.official.around import Phase
from chiso.report.official.days import Day
from chiso.report.official.form import Annex, Block, Dots, Heading, Official
from chiso.report.official.framing import BLANK, annex_number, blanks, day_words, frame, period_words, reference
from chiso.report.official.meta import Meta
from chiso.report.results.numbering import Numbering
from chiso.report.results.tables import NOTHING, name_of
from chiso.report.wording import decision_words

SYMBOL = "KH"
STEPS = (
    marked("Sending out the plan, the forms and the guidance"),
    marked("Units answer, attach evidence and score themselves"),
    marked("Verification of answers against evidence"),
    marked("Explanations of the units"),
    marked("Verification after the explanations"),
    marked("The council settles the results"),
    marked("Submission and approval of the results"),
    marked("Publication of the results"),
)
"""The calendar of a cycle where meta tells none; its days are then blank."""


def plan(framework: Framework, meta: Meta) -> Official:
    """The plan of an assessment by a framework, in the language in use."""
    return _plan(framework, meta, None)


def plan_with_units(source: Source) -> Official:
    """The plan with the units of a register by name in an annex."""
    return _plan(source.scores.framework, source.meta, source.scores.answers.units)


def _plan(framework: Framework, meta: Meta, units: Units | None) -> Official:
    around = frame(
        meta, _("PLAN"), SYMBOL, _("Carrying out {title}").format(title=title_of(framework)), base="grounded"
    )
    numbering = Numbering()
    body = (text(_opening(framework, meta)), *sections(_parts(framework, meta, units, numbering)))
    needed = ("grounds", "period", "deadline", "phases", "tasks", "passages.purposes", "passages.requirements")
    return Official(
        chosen(),
        f"{around.kind}: {around.subject}",
        around,
        body,
        tuple(_annexes(framework, meta, units, numbering)),
        blanks(meta, *needed),
    )


def _opening(framework: Framework, meta: Meta) -> str:
    cited = "" if framework.decision is None else decision_words(framework.decision)
    if cited:
        sentence = _("To carry out {decision}, {issuer} lays down the plan of {title} as follows:")
        return sentence.format(decision=cited, issuer=meta.issuer or BLANK, title=title_of(framework))
    return _("{issuer} lays down the plan of {title} as follows:").format(
        issuer=meta.issuer or BLANK, title=title_of(framework)
    )


def _parts(
    framework: Framework, meta: Meta, units: Units | None, numbering: Numbering
) -> list[tuple[str, list[Block]]]:
    found: list[tuple[str, list[Block]]] = [
        (_("PURPOSES AND REQUIREMENTS"), list(_purposes(meta))),
        (_("SCOPE AND UNITS"), list(_scope(framework, meta, units))),
        (_("CONTENTS OF THE ASSESSMENT"), [_contents(framework, numbering)]),
        (_("CALENDAR"), [_calendar(meta, numbering)]),
        (_("WHO DOES WHAT"), list(_tasks(meta))),
    ]
    if "funds" in meta.passages:
        found.append((_("FUNDS"), list(passage(meta, "funds"))))
    return found


def _purposes(meta: Meta) -> Iterator[Block]:
    yield Heading(_("{number}. {title}").format(number=1, title=_("Purposes")), 2)
    yield from passage(meta, "purposes")
    yield Heading(_("{number}. {title}").format(number=2, title=_("Requirements")), 2)
    yield from passage(meta, "requirements")


def _scope(framework: Framework, meta: Meta, units: Units | None) -> Iterator[Block]:
    yield text(_("Units are assessed by block:"))
    for block in framework.blocks:
        questions = len(answered_by_units(framework, block.id))
        leaves = sum(not node.children and framework.applies(node.code, block.id) for node in framework.walk())
        said = _("{leaves} criteria, {questions} questions").format(leaves=number(leaves), questions=number(questions))
        if units is not None:
            there = _("{count} units").format(count=number(len(units.rows(block.id))))
            said = f"{there}; {said}"
        yield item(f"{said}.", f"{block.name.of(chosen())}:")
    yield text(_("Period of the numbers: {period}.").format(period=period_words(meta.period)))
    yield text(_("To be sent before {day}.").format(day=day_words(meta.deadline)))


def _contents(framework: Framework, numbering: Numbering) -> Table:
    """The groups of criteria with their maximum in each block."""
    order, title = numbering.table(_("Groups of criteria and their maxima"))
    blocks = framework.block_ids
    columns = [Column(_("No."), "rank"), Column(_("Group of criteria"), "name")]
    columns += [Column(block.name.of(chosen()), "points") for block in framework.blocks]
    found = {group.code: group for block in blocks for group in groups(framework, block)}
    rows = []
    for place, group in enumerate(found.values(), 1):
        maxima = (_maximum(framework, group.code, block) for block in blocks)
        rows.append((Cell(str(place), Decimal(place)), Cell(name_of(group), source=group.code), *maxima))
    return Table(order, title, tuple(columns), tuple(rows))


def _maximum(framework: Framework, code: str, block: str) -> Cell:
    if not framework.applies(code, block):
        return Cell(NOTHING)
    maximum = framework.max_of(code, block)
    return Cell(_("not in the source") if maximum is None else number(maximum))


def _calendar(meta: Meta, numbering: Numbering) -> Table:
    order, title = numbering.table(_("Calendar"))
    columns = (
        Column(_("No."), "rank"),
        Column(_("Work"), "name"),
        Column(_("Time"), "text"),
        Column(_("Carried out by"), "text"),
    )
    phases = meta.phases or tuple(Phase(what=_(step)) for step in STEPS)
    rows = (
        (Cell(str(place), Decimal(place)), Cell(phase.what), Cell(time_words(phase)), Cell(phase.who or BLANK))
        for place, phase in enumerate(phases, 1)
    )
    return Table(order, title, columns, tuple(rows))


def time_words(phase: Phase) -> str:
    """`01/3/2026 – 15/3/2026`, `trước 15/3/2026`, or dots."""
    start, end = (None if day is None else short_day(day) for day in (phase.start, phase.end))
    if start and end:
        return f"{start} – {end}"
    return _("before {day}").format(day=end) if end else start or BLANK


def short_day(day: Day) -> str:
    """`05/02/2026`, `3/2026` or `2026`, as far as the day is known."""
    if day.month is None:
        return str(day.year)
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"{month}/{day.year}" if day.day is None else f"{day.day:02d}/{month}/{day.year}"


def _tasks(meta: Meta) -> Iterator[Block]:
    for place, task in enumerate(meta.tasks, 1):
        yield Heading(_("{number}. {title}").format(number=place, title=task.who), 2)
        yield from (item(each) for each in task.what)
        if not task.what:
            yield Dots("")
    if not meta.tasks:
        yield Dots("", 3)
    yield text(_("Units report difficulties to {issuer} for guidance./.").format(issuer=meta.issuer or BLANK))


def _annexes(framework: Framework, meta: Meta, units: Units | None, numbering: Numbering) -> Iterator[Annex]:
    count = len(framework.blocks) + (units is not None)
    goes_with = reference(meta, _("Plan"), SYMBOL)
    if units is not None:
        yield Annex(
            annex_number(1, count),
            _("List of the units assessed"),
            goes_with,
            tuple(_units(framework, units, numbering)),
        )
    for place, block in enumerate(framework.blocks, 1 + (units is not None)):
        title = _("Form: {block}").format(block=block.name.of(chosen()))
        form = (*blank_form(framework, meta, block.id, numbering), signed())
        yield Annex(annex_number(place, count), title, goes_with, form)


def _units(framework: Framework, units: Units, numbering: Numbering) -> Iterator[Table]:
    """The units of each block that are assessed."""
    for block in framework.blocks:
        rows = units.rows(block.id)
        if len(rows):
            order, title = numbering.table(block.name.of(chosen()))
            cells = (
                (Cell(str(place), Decimal(place)), Cell(units.names[row], source=units.codes[row]))
                for place, row in enumerate(rows, 1)
            )
            yield Table(order, title, (Column(_("No."), "rank"), Column(_("Unit"), "name")), tuple(cells))
