"""The whole report of a result."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from chiso.engine.ranking import Ranking
from chiso.engine.ranking.ranking import CYCLE
from chiso.engine.scoring import Scores
from chiso.language import chosen, use
from chiso.language import gettext as _
from chiso.report.document import Document, Part, Section, Table
from chiso.report.results.charts import charts
from chiso.report.results.notes import about, below
from chiso.report.results.numbering import Numbering
from chiso.report.results.standings import Standing, standings
from chiso.report.results.summary import cautions, summary
from chiso.report.results.tables import MainTable, RankTable, block_name, name_of


def results_document(
    scores: Scores, ranking: Ranking, *, language: str | None = None, notes: Sequence[str] = ()
) -> Document:
    """The report of a ranking: summary, then for each block its tables, charts and notes, then the framework's rules.

    language: the one in use where none is given. notes: what the caller knows of the answers and a reader must know
    first, as that they are made up; already in that language.
    """
    with use(language or chosen()):
        numbering = Numbering()
        found = list(standings(scores, ranking))
        sections = [summary(scores, found, numbering), *_blocks(scores, found, numbering), about(scores.framework)]
        return Document(
            language=chosen(),
            title=scores.framework.title.of(chosen()),
            subtitle=_("Results of the assessment"),
            notes=cautions(scores.framework, notes),
            sections=tuple(sections),
        )


def _blocks(scores: Scores, found: Sequence[Standing], numbering: Numbering) -> Iterator[Section]:
    """A section for each block, and for what is ranked over the whole cycle."""
    for block in dict.fromkeys(standing.block for standing in found):
        mine = [standing for standing in found if standing.block == block]
        whole = block == CYCLE
        title = _("The whole cycle") if whole else block_name(scores, block)
        among = _("the whole cycle") if whole else _("block {block}").format(block=title)
        parts: list[Part] = []
        for standing in mine:
            parts += _parts(scores, standing, among, numbering)
        yield Section(title, tuple(parts))


def _parts(scores: Scores, standing: Standing, among: str, numbering: Numbering) -> Iterator[Part]:
    """The table of a standing, its notes, its chart, and the ranks on the criteria below."""
    places = {"name": name_of(standing.criterion), "among": among}
    main = MainTable(scores, standing)
    ranked = standing.criterion.rank is not None
    subject = _("Ranking by {name}, {among}") if ranked else _("{name}, {among}")
    number, title = numbering.table(subject.format(**places))
    yield Table(number, title, main.columns(), main.rows())
    yield from below(scores, standing)
    yield from charts(scores, standing, among, numbering)
    if standing.below:
        ranks = RankTable(scores, standing)
        number, title = numbering.table(_("Ranks on the parts of {name}, {among}").format(**places))
        yield Table(number, title, ranks.columns(), ranks.rows())
