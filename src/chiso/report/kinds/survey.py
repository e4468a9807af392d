"""`bao-cao`: the report on a survey: how it went, indicators, assessment, rankings, recommendations, annexes."""

from __future__ import annotations

from collections.abc import Iterator

from chiso.language import chosen
from chiso.language import gettext as _
from chiso.report.figures import Figure
from chiso.report.kinds.decision import ranked_table, remarks
from chiso.report.kinds.method import described
from chiso.report.kinds.passages import item, passage, sections, text
from chiso.report.kinds.sentences import among
from chiso.report.kinds.source import Source
from chiso.report.kinds.survey_course import course
from chiso.report.kinds.survey_figures import in_annex, in_body
from chiso.report.kinds.survey_indicators import Indicators
from chiso.report.kinds.survey_ranking import ranking
from chiso.report.official.form import Annex, Block, Heading, Official, Paragraph, Run
from chiso.report.official.framing import annex_number, blanks, frame, reference
from chiso.report.results.numbering import Numbering
from chiso.report.results.standings import Standing, standings

SYMBOL = "BC"


def survey(source: Source) -> Official:
    """The survey report of a result, in the language in use."""
    title = source.scores.framework.title.of(chosen())
    around = frame(source.meta, _("REPORT"), SYMBOL, _("Results of the survey: {title}").format(title=title))
    made = _Survey(source)
    return Official(
        language=chosen(),
        title=f"{around.kind}: {around.subject}",
        frame=around,
        body=tuple(made.body()),
        annexes=tuple(made.annexes()),
        blanks=blanks(source.meta, "passages.verification", "passages.recommendations"),
        contents=True,
    )


class _Survey:
    """The making of the parts, with one numbering of tables and charts."""

    def __init__(self, source: Source) -> None:
        self.source, self.numbering = source, Numbering()
        self.standings = list(standings(source.scores, source.ranking))
        self.indicators = Indicators(source)

    def body(self) -> Iterator[Block]:
        """How the survey went, its results, what is recommended."""
        yield from (text(each) for each in self.source.meta.passages.get("opening", ()))
        yield from sections(
            (
                (_("How the survey went"), list(course(self.source, self.standings, self.numbering))),
                (_("Results of the survey"), list(self._results())),
                (_("Recommendations"), list(passage(self.source.meta, "recommendations"))),
            )
        )

    def _results(self) -> Iterator[Block]:
        parts: list[tuple[str, list[Block]]] = []
        if self.indicators.groups:
            parts += [(_("Indicators"), list(self._tables())), (_("Assessment"), list(self._assessment()))]
        parts.append((_("Rankings"), list(self._rankings())))
        for place, (title, blocks) in enumerate(parts, 1):
            yield Heading(_("{number}. {title}").format(number=place, title=title), 2)
            yield from blocks

    def _tables(self) -> Iterator[Block]:
        yield text(
            _(
                "“Units with data” tells of how many units asked the numbers are. Units without an answer, or to which "
                "a question does not apply, are outside the numerator and the denominator; an empty answer is never "
                "counted as 0."
            )
        )
        if self.indicators.compares:
            yield text(
                _("The change is the difference of the two printed numbers, in percentage points for percentages.")
            )
        for group in self.indicators.groups:
            yield self.indicators.table(group, self.numbering)

    def _assessment(self) -> Iterator[Block]:
        for group in self.indicators.groups:
            said = self.indicators.sentences(group)
            yield item(" ".join(said) or _("nothing is known."), f"{group.title.of(chosen())}:")
        yield from (text(each) for each in self.source.meta.passages.get("causes", ()))

    def _rankings(self) -> Iterator[Block]:
        for standing in self.standings:
            yield from ranking(self.source, standing, self.numbering, self.indicators.before)
            yield from in_body(self.source, standing, self.numbering)
        yield text(_("The annexes hold the points by parts and the scoring method."))

    def annexes(self) -> Iterator[Annex]:
        """The full tables of ranks, what the indicators rest on, the scoring method."""
        made: list[tuple[str, list[Block]]] = [(_("Rankings with all parts"), list(self._full()))]
        if figures := list(self._figures()):
            made.append((_("Charts"), figures))
        if self.indicators.groups:
            made.append((_("What the indicators rest on"), list(self._basis())))
        framework = self.source.scores.framework
        made.append((_("Scoring method"), list(described(framework, self.numbering))))
        goes_with = reference(self.source.meta, _("Report"), SYMBOL)
        for place, (title, blocks) in enumerate(made, 1):
            yield Annex(annex_number(place, len(made)), title, goes_with, tuple(blocks))

    def _full(self) -> Iterator[Block]:
        for place, standing in enumerate(self.standings, 1):
            title = _("Results of {block}").format(block=among(self.source, standing))
            yield Heading(_("{number}. {title}").format(number=place, title=title))
            yield ranked_table(self.source, standing, self.numbering)
            for remark in remarks(self.source, standing):
                yield Paragraph((Run(remark),), kind="remark")

    def _figures(self) -> Iterator[Block]:
        """The charts of every standing, below what they are drawn from."""
        found = [figure for standing in self.standings for figure in self._of(standing)]
        if found:
            yield text(
                _(
                    "The charts are drawn from the tables of this report, which hold every number in them. Classes are "
                    "told apart by shade and by pattern, so that the charts can also be read in black and white."
                )
            )
        yield from found

    def _of(self, standing: Standing) -> Iterator[Figure]:
        times = (self.indicators.before, self.indicators.now)
        yield from in_annex(self.source, standing, self.numbering, times)

    def _basis(self) -> Iterator[Block]:
        yield self.indicators.basis(self.numbering)
        if self.indicators.compares:
            yield self.indicators.basis(self.numbering, earlier=True)
