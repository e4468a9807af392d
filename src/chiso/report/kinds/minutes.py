"""`bien-ban`: the minutes of the council: who was there, what was put before it, how it voted, what it concludes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from chiso.engine.framework import Criterion
from chiso.engine.quantities import exact
from chiso.language import chosen
from chiso.language import gettext as _
from chiso.report.document import Cell, Column, Table
from chiso.report.kinds.meetings import moment_of, person_words
from chiso.report.kinds.passages import item, passage, sections, text, title_of
from chiso.report.kinds.sending import summary
from chiso.report.kinds.sentences import percentage, unit_name
from chiso.report.kinds.source import Source
from chiso.report.numbers import number
from chiso.report.official.around import Person
from chiso.report.official.form import Block, Dots, Official, Side
from chiso.report.official.framing import blanks, frame, moment_words
from chiso.report.official.meta import Meta
from chiso.report.results.numbering import Numbering
from chiso.report.results.tables import name_of
from chiso.report.wording import role_words

SYMBOL = "BB"


def minutes(source: Source) -> Official:
    """The minutes of the council that settles a result, in the language in use."""
    meta = source.meta
    subject = _("Meeting of the council on the results of {title}").format(title=title_of(source.scores.framework))
    hint = _("(signature, full name)")
    sides = (
        Side(_("SECRETARY"), name=_named(meta, "secretary"), hint=hint),
        Side(_("CHAIR"), name=_named(meta, "chair"), hint=hint),
    )
    around = replace(frame(meta, _("MINUTES"), SYMBOL, subject, dated=False), sides=sides)
    needed = ("opened", "closed", "venue", "parties", "agenda", "votes", "passages.opinions", "passages.conclusions")
    told = blanks(meta, *needed, signed=False, dated=False)
    return Official(chosen(), f"{around.kind}: {around.subject}", around, tuple(_body(source)), blanks=told)


def _members(meta: Meta) -> list[Person]:
    return [person for party in meta.parties for person in party.people]


def _named(meta: Meta, role: str) -> str:
    there = (person.name for person in _members(meta) if person.role == role and person.absent is None)
    return next(there, "")


def _body(source: Source) -> Iterator[Block]:
    meta = source.meta
    yield from moment_of(meta)
    parts: list[tuple[str, list[Block]]] = [
        (_("THOSE PRESENT"), list(_attendance(meta))),
        (_("AGENDA"), [item(f"{each.rstrip('.')}.") for each in meta.agenda] or [Dots("", 2)]),
        (_("RESULTS PUT BEFORE THE COUNCIL"), list(_results(source))),
        (_("OPINIONS"), list(passage(meta, "opinions"))),
        (_("VOTES"), list(_votes(meta))),
        (_("CONCLUSIONS"), list(passage(meta, "conclusions"))),
    ]
    yield from sections(parts)
    yield text(
        _("The meeting ended at {time}; these minutes were read to the council, which approves them./.").format(
            time=moment_words(meta.closed)
        )
    )


def _attendance(meta: Meta) -> Iterator[Block]:
    members = _members(meta)
    if not members:
        yield Dots(_("Chair:"))
        yield Dots(_("Secretary:"))
        yield Dots(_("Members:"), 3)
        return
    there = [person for person in members if person.absent is None]
    yield text(_("Present: {count} of {whole} members.").format(count=number(len(there)), whole=number(len(members))))
    roles = {"chair": _("Chair:"), "secretary": _("Secretary:"), "member": _("Member:")}
    yield from (item(f"{person_words(person)}.", roles[person.role]) for person in there)
    for person in members:
        if person.absent is not None:
            yield item(_("Absent: {person} ({why}).").format(person=person_words(person), why=person.absent))


def _results(source: Source) -> Iterator[Block]:
    """The results of each block in words, then the bonus and penalty points."""
    yield from summary(source)
    yield from _computed(source)
    rows = list(_granted(source))
    if not rows:
        yield text(_("The council has no bonus or penalty points to grant."))
        return
    order, title = Numbering().table(_("Bonus and penalty points put before the council"))
    columns = (
        Column(_("No."), "rank"),
        Column(_("Unit"), "name"),
        Column(_("Criterion"), "text"),
        Column(_("Points"), "points"),
        Column(_("Remarks"), "text"),
    )
    yield Table(order, title, columns, tuple((Cell(str(at), Decimal(at)), *row) for at, row in enumerate(rows, 1)))


def _extras(source: Source) -> Iterator[tuple[Criterion, str, list[tuple[str, str]]]]:
    """The leaves that count as bonus or penalty, what as, and the units that have points there."""
    scores = source.scores
    for leaf in scores.framework.walk():
        role = _role(source, leaf.code)
        if not leaf.children and role != "score":
            pairs = zip(scores.answers.units.codes, scores.printed(leaf.code), strict=True)
            yield leaf, role, [(unit, told) for unit, told in pairs if told is not None and exact(told) != 0]


def _computed(source: Source) -> Iterator[Block]:
    """A sentence for each bonus or penalty that follows from answers."""
    for leaf, role, held in _extras(source):
        if held and not leaf.given:
            points = sorted((told for _unit, told in held), key=exact)
            sentence = _("{name}: {count} units, from {least} to {most} points.")
            if points[0] == points[-1]:
                sentence = _("{name}: {count} units, {most} points each.")
            told = {"count": number(len(held)), "least": number(points[0]), "most": number(points[-1])}
            yield item(sentence.format(name=_counted_as(leaf, role), **told))


def _counted_as(leaf: Criterion, role: str) -> str:
    """The name of a bonus or a penalty, with what it is where the name does not say it."""
    name, words = name_of(leaf), role_words(role)
    return name if words in name.casefold() else _("{name} ({role})").format(name=name, role=words)


def _granted(source: Source) -> Iterator[tuple[Cell, ...]]:
    """A row for every unit that is granted bonus or penalty points, criterion by criterion."""
    notes = source.scores.answers.notes
    for leaf, role, held in _extras(source):
        for unit, points in held if leaf.given else ():
            yield (
                Cell(unit_name(source, unit), source=unit),
                Cell(_counted_as(leaf, role)),
                Cell(number(points), Decimal(points), f"{unit}/{leaf.code}"),
                Cell(notes.get((unit, "", leaf.code), "")),
            )


def _role(source: Source, code: str) -> str:
    """What a criterion counts as: its own role, or that of the nearest one above it that is bonus or penalty."""
    framework = source.scores.framework
    node = framework.nodes.get(code)
    while node is not None and node.role == "score":
        node = framework.parents.get(node.code)
    return "score" if node is None else node.role


def _votes(meta: Meta) -> Iterator[Block]:
    for vote in meta.votes:
        whole = vote.agree + vote.disagree + vote.other
        share = percentage(vote.agree, whole) if whole else ""
        sentence = _("{agree} of {whole} agree ({share}), {disagree} disagree, {other} others.")
        if not whole:
            sentence = _("nobody voted.")
        yield item(
            sentence.format(
                agree=number(vote.agree),
                whole=number(whole),
                share=share,
                disagree=number(vote.disagree),
                other=number(vote.other),
            ),
            f"{vote.on.rstrip(':.')}:",
        )
    if not meta.votes:
        yield Dots("", 2)
