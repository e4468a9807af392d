"""`quyet-dinh`: the decision that approves a result, with the result as its annex."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from chiso.language import chosen
from chiso.language import gettext as _
from chiso.report.document import Cell, Column, Table
from chiso.report.kinds.sentences import among, classed, counted, extremes, full_marks, unit_name, unknown_maxima
from chiso.report.kinds.source import Source
from chiso.report.official.form import Annex, Banner, Block, Heading, Official, Paragraph, Run
from chiso.report.official.framing import BLANK, annex_number, blanks, frame, reference
from chiso.report.results.classes import why_undetermined
from chiso.report.results.lowered import why_lower
from chiso.report.results.numbering import Numbering
from chiso.report.results.standings import Standing, standings
from chiso.report.results.tables import MainTable

SYMBOL = "QĐ"


def decision(source: Source) -> Official:
    """The decision on a result, in the language in use."""
    meta = source.meta
    title = source.scores.framework.title.of(chosen())
    around = frame(meta, _("DECISION"), SYMBOL, _("Approving the results: {title}").format(title=title), base="decided")
    results = Annex(
        annex_number(1, 1),
        _("Results: {subject}").format(subject=_approved(around.subject) or title),
        reference(meta, _("Decision"), SYMBOL),
        tuple(_results(source)),
    )
    return Official(
        language=chosen(),
        title=f"{around.kind}: {around.subject}",
        frame=around,
        body=tuple(_articles(source, around.subject)),
        annexes=(results,),
        blanks=blanks(meta, "decides", "grounds", "executors"),
    )


def _approved(subject: str) -> str:
    """What the subject approves the results of; nothing where it says it in other words."""
    start = _("Approving the results: {title}").partition("{title}")[0]
    return subject.removeprefix(start) if subject.startswith(start) else ""


def _articles(source: Source, subject: str) -> Iterator[Block]:
    articles = (
        _("{subject} (results enclosed).").format(subject=subject.rstrip(". ")),
        _("{executors} are responsible for carrying out this Decision.").format(
            executors=source.meta.executors or BLANK
        ),
    )
    yield Banner(_("DECIDES:"))
    for place, text in enumerate(articles, 1):
        yield Paragraph((Run(text),), _("Article {number}.").format(number=place))
    yield Paragraph((Run(_("This Decision takes effect on the day of its signature./.")),))


def _results(source: Source) -> Iterator[Block]:
    """The general results, then a table for each standing with its notes."""
    found = list(standings(source.scores, source.ranking))
    yield Heading(_("{number}. {title}").format(number=1, title=_("General results")))
    for standing in found:
        said = [counted(source, standing), extremes(source, standing), classed(standing)]
        said.append(unknown_maxima(source, standing))
        yield Paragraph((Run(" ".join(each for each in said if each)),))
        yield from full_marks(source, standing)
    numbering = Numbering()
    for place, standing in enumerate(found, 2):
        title = _("Results of {block}").format(block=among(source, standing))
        yield Heading(_("{number}. {title}").format(number=place, title=title))
        yield ranked_table(source, standing, numbering)
        for remark in remarks(source, standing):
            yield Paragraph((Run(remark),), kind="remark")


def ranked_table(source: Source, standing: Standing, numbering: Numbering) -> Table:
    """The parts, the total, the class and the rank of each unit; a unit that is only listed has a blank row."""
    main = MainTable(source.scores, standing)
    columns, rows = main.columns(), main.rows()
    order = _order(columns)
    order_no, title = numbering.table(
        _("{name} of {block}").format(name=columns[_total(columns)].title, block=among(source, standing))
    )
    heads = (Column(_("No."), "rank"), *(columns[place] for place in order))
    drawn = []
    for number, (place, row) in enumerate(zip(standing.places.places, rows, strict=True), 1):
        blank = place.note == "listed" and place.points is None
        cells = (Cell("") if blank and columns[at].kind != "name" else row[at] for at in order)
        drawn.append((Cell(str(number), Decimal(number)), *cells))
    return Table(order_no, title, heads, tuple(drawn))


def remarks(source: Source, standing: Standing) -> Iterator[str]:
    """A starred note for each unit with a blank row, an open class, or a class below its points."""
    units, classes = source.scores.answers.units, standing.criterion.classes
    for place in standing.places.places:
        note = units.notes[units.index[place.unit]]
        said = []
        if place.note == "listed":
            said.append(note or _("not assessed"))
        if classes is not None:
            said += [why_undetermined(classes, place), why_lower(source.scores, standing.criterion, place)]
        for text in said:
            if text:
                yield f"* {unit_name(source, place.unit)}: {text.rstrip('.')}."


def _total(columns: Sequence[Column]) -> int:
    """The place of the total: the first column of points."""
    return next(place for place, column in enumerate(columns) if column.kind == "points")


def _order(columns: Sequence[Column]) -> list[int]:
    """The columns as a decision shows them: the unit, the parts, the total, what is made of the total, the rank."""
    total = _total(columns)
    parts = [place for place, column in enumerate(columns) if column.kind == "points" and place != total]
    names = [place for place, column in enumerate(columns) if column.kind in ("name", "text")]
    made = [place for place, column in enumerate(columns) if column.kind in ("share", "class")]
    ranks = [place for place, column in enumerate(columns) if column.kind == "rank"]
    return [*names, *parts, total, *made, *ranks]
