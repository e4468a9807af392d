"""`thong-cao`: the result in short for the press: who leads, who moved, how many are in each class."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from chiso.engine.ranking import Place
from chiso.language import chosen
from chiso.language import gettext as _
from chiso.report.document import Cell, Column, Table
from chiso.report.kinds.changed import before, change_words, now, share_words
from chiso.report.kinds.changes import Changed, Since, since, unjoined
from chiso.report.kinds.passages import item, passage, text
from chiso.report.kinds.press_figures import press_figures
from chiso.report.kinds.sentences import among, classed, counted, percentage, unit_name
from chiso.report.kinds.short_table import measure, short_table
from chiso.report.kinds.source import Source
from chiso.report.numbers import number
from chiso.report.official.form import Block, Heading, Official
from chiso.report.official.framing import blanks, frame
from chiso.report.results.numbering import Numbering
from chiso.report.results.standings import Standing, standings
from chiso.report.results.tables import NOTHING, by_share
from chiso.report.wording import class_name, rank_words

SYMBOL = "TCBC"
LEADERS, MOVERS = 5, 3
"""How many ranks of leaders are shown, and how many units that moved most are named."""
WHERE = "where"
"""The passage that says where the whole result is to be found."""


def press(source: Source) -> Official:
    """The summary for the press, in the language in use; it says so where no time before is known."""
    title = source.scores.framework.title.of(chosen())
    subject = _("Results: {title}").format(title=title)
    around = frame(source.meta, _("PRESS RELEASE"), SYMBOL, subject)
    body = tuple(_body(source))
    return Official(chosen(), subject, around, body, blanks=blanks(source.meta, f"passages.{WHERE}"))


def _body(source: Source) -> Iterator[Block]:
    numbering, found = Numbering(), [each for each in standings(source.scores, source.ranking) if _with_points(each)]
    titles = iter(range(1, 10))

    def heading(title: str) -> Heading:
        return Heading(_("{number}. {title}").format(number=next(titles), title=title))

    yield heading(_("Who leads"))
    for standing in found:
        yield text(f"{counted(source, standing)} {leaders(source, standing)}".strip())
        subject = _("The first in {block}").format(block=among(source, standing))
        yield short_table(source, standing, numbering.table(subject), LEADERS)
    yield heading(_("Who moved"))
    yield from _moves(source, found)
    if classes := [each for each in found if each.criterion.classes is not None]:
        yield heading(_("Classes"))
        for standing in classes:
            yield from _classes(source, standing, numbering)
    yield from press_figures(source, found, numbering)
    yield heading(_("How it was assessed"))
    yield text(_method(source, found))
    yield heading(_("Where to find the whole result"))
    yield from passage(source.meta, WHERE)


def _with_points(standing: Standing) -> bool:
    return any(place.points is not None for place in standing.places.places)


def leaders(source: Source, standing: Standing) -> str:
    """Who has the first rank, and with how many points; nothing where units are not ranked."""
    first = [place for place in standing.places.places if place.rank == 1]
    if not first:
        return ""
    names = "; ".join(unit_name(source, place.unit) for place in first)
    return _("First: {names}, {measure}.").format(names=names, measure=_measure(source, standing, first[0]))


def _measure(source: Source, standing: Standing, place: Place) -> str:
    """What units are ordered by, with its unit of measure."""
    found = measure(source, standing, place)
    return found.text if by_share(standing.criterion) else _("{points} points").format(points=found.text)


def _moves(source: Source, found: list[Standing]) -> Iterator[Block]:
    """The units of each block that moved most; that nothing can be said where no time before is known."""
    if source.previous is None:
        yield text(_("No result of the time before was given: changes are not told."))
        return
    for standing in found:
        compared = since(source, standing)
        if compared is not None:
            said = list(_come_and_gone(compared))
            if not (compared.climbers(up=True) or compared.climbers(up=False)):
                said.insert(0, _("No unit changed its rank."))
            yield text(" ".join(said), f"{among(source, standing)}:")
            yield from (*_most(compared, up=True), *_most(compared, up=False))
    if codes := unjoined(source):
        sentence = _("In the result of the time before there is no ranking or class on: {codes}.")
        yield text(sentence.format(codes=", ".join(codes)))


def _most(compared: Since, *, up: bool) -> Iterator[Block]:
    """The units that went up or down most, an item each; all of those that moved as far as the last one named."""
    moved = compared.climbers(up=up)
    if moved:
        least = abs(moved[min(MOVERS, len(moved)) - 1].ranks or 0)
        shown = [each for each in moved if abs(each.ranks or 0) >= least]
        yield text(_("Up most:") if up else _("Down most:"))
        for each in shown[: 2 * MOVERS]:
            yield item(f"{_name(compared, each)}: {change_words(compared, each)}.")


def _name(compared: Since, changed: Changed) -> str:
    return unit_name(compared.previous if changed.after is None else compared.source, changed.unit)


def _come_and_gone(compared: Since) -> Iterator[str]:
    """The units that are in one of the two results alone."""
    for state, sentence in (("new", _("New: {names}.")), ("gone", _("Gone: {names}."))):
        names = [_name(compared, each) for each in compared.all() if each.state == state]
        if names:
            yield sentence.format(names="; ".join(names))


def _classes(source: Source, standing: Standing, numbering: Numbering) -> Iterator[Block]:
    """How many units are in each class, and how their shares changed in percentage points."""
    yield text(classed(standing), f"{among(source, standing)}:")
    compared = since(source, standing)
    shifts = () if compared is None else compared.shifts()
    classes = standing.criterion.classes
    if classes is None or not any(shift.of_before for shift in shifts):
        return
    order, title = numbering.table(_("Shares of classes at two times, {block}").format(block=among(source, standing)))
    columns = (
        Column(_("Class"), "name"),
        *(Column(f"{head}, {time}", "count") for time in (before(), now()) for head in (_("Units"), _("Share"))),
        Column(_("Change of the share"), "text"),
    )
    rows = []
    for shift in shifts:
        cells = [Cell(class_name(classes, shift.band))]
        for count, whole in ((shift.before, shift.of_before), (shift.after, shift.of_after)):
            cells += [Cell(number(count), Decimal(count)), Cell(percentage(count, whole) if whole else NOTHING)]
        rows.append((*cells, Cell(NOTHING if shift.points is None else share_words(shift.points))))
    yield Table(order, title, columns, tuple(rows))


def _method(source: Source, found: list[Standing]) -> str:
    """The method in two sentences."""
    framework = source.scores.framework
    leaves = sum(not node.children for node in framework.walk())
    counts = _(
        "The assessment has {criteria} criteria and {questions} questions; points are computed from the answers."
    )
    said = [counts.format(criteria=number(leaves), questions=number(len(framework.asked)))]
    ranked = next((each for each in found if each.criterion.rank is not None), None)
    if ranked is not None and ranked.criterion.rank is not None:
        how = rank_words(framework, ranked.criterion.code, ranked.criterion.rank)
        within = _("over all units") if ranked.block == "*" else _("within their block")
        said.append(_("Units are ranked {within}: {how}").format(within=within, how=f"{how[:1].lower()}{how[1:]}"))
    return " ".join(said)
