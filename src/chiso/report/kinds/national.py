"""`bao-cao-quoc-gia`: the report on a result by blocks of units: who is assessed, a rank table for each item."""

from __future__ import annotations

from collections.abc import Iterator

from chiso.language import chosen, ngettext
from chiso.language import gettext as _
from chiso.report.kinds.national_ranks import figures, moved, parts_table, parts_width, rank_table
from chiso.report.kinds.sentences import among, classed, counted, extremes, full_marks, unknown_maxima
from chiso.report.kinds.source import Source
from chiso.report.official.form import UPRIGHT, Annex, Block, Heading, Official, Paragraph, Run
from chiso.report.official.framing import annex_number, blanks, frame, reference, roman
from chiso.report.results.numbering import Numbering
from chiso.report.results.standings import Standing, standings
from chiso.report.results.tables import block_name, name_of
from chiso.report.wording import decision_words, note_words

SYMBOL = "BC"


def national(source: Source) -> Official:
    """The report on a result, in the language in use."""
    title = source.scores.framework.title.of(chosen())
    around = frame(source.meta, _("REPORT"), SYMBOL, _("Results: {subject}").format(subject=title))
    made = _Body(source)
    body = tuple(made.blocks())
    return Official(
        language=chosen(),
        title=f"{around.kind}: {around.subject}",
        frame=around,
        body=body,
        annexes=tuple(made.annexes()),
        blanks=blanks(source.meta),
        contents=True,
        lists=True,
    )


class _Body:
    """The making of the body; tables of many parts are kept for an annex on pages that lie on their side."""

    def __init__(self, source: Source) -> None:
        self.source, self.scores, self.numbering = source, source.scores, Numbering()
        self.found = list(standings(source.scores, source.ranking))
        self.wide: list[Standing] = []

    def blocks(self) -> Iterator[Block]:
        """What was assessed, a section for each block, the overall assessment."""
        heads = iter(range(1, len(self.found) + 3))
        yield _section(next(heads), _("Scope and method"))
        yield from self._scope()
        for block in dict.fromkeys(standing.block for standing in self.found):
            mine = [standing for standing in self.found if standing.block == block]
            order = next(heads)
            yield _section(order, _("Results of {block}").format(block=among(self.source, mine[0])))
            yield from self._assessed(mine[0])
            for place, item in enumerate(self._items(mine), 1):
                yield from self._item(f"{order}.{place}", item)
        yield _section(next(heads), _("Overall assessment"))
        for standing in self.found:
            yield from self._overall(standing)

    def annexes(self) -> Iterator[Annex]:
        """The tables with all parts, where they are too wide for the body."""
        if self.wide:
            goes_with = reference(self.source.meta, _("Report"), SYMBOL)
            tables = (parts_table(self.source, standing, self.numbering) for standing in self.wide)
            yield Annex(annex_number(1, 1), _("Points of every part"), goes_with, tuple(tables))

    def _scope(self) -> Iterator[Block]:
        framework = self.scores.framework
        told = [_("Framework: {title}.").format(title=framework.title.of(chosen()))]
        if framework.decision is not None and (cited := decision_words(framework.decision)):
            told.append(_("Legal basis: {decision}.").format(decision=cited))
        names = "; ".join(block_name(self.scores, block) for block in framework.block_ids)
        told.append(
            ngettext("Units are compared in {n} block: {names}.", "Units are compared in {n} blocks: {names}.",
                     len(framework.block_ids)).format(n=len(framework.block_ids), names=names)
        )  # fmt: skip
        for text in told:
            yield _said(text)
        yield _said(_("Items that are ranked or classed:"))
        for name in dict.fromkeys(name_of(item.criterion) for item in self._items(self.found)):
            yield Paragraph((Run(f"{name};"),), kind="item")

    def _assessed(self, standing: Standing) -> Iterator[Block]:
        """How many units there are, and those that are left out with the reasons."""
        yield _said(counted(self.source, standing))
        left_out = list(self._left_out(standing))
        if left_out:
            yield _said(_("Not assessed, or without a result:"))
            for text in left_out:
                yield Paragraph((Run(text),), kind="item")

    def _left_out(self, standing: Standing) -> Iterator[str]:
        units = self.scores.answers.units
        here = standing.places.of
        for row, unit in enumerate(units.codes):
            inside = standing.block in ("*", units.blocks[row])
            place = here.get(unit)
            if inside and (units.statuses[row] == "excluded" or place is None or place.points is None):
                why = units.notes[row] or (note_words(place.note) if place is not None else "") or _("no result")
                yield f"{units.names[row]}: {why.rstrip('.')};"

    def _item(self, number: str, item: Standing) -> Iterator[Block]:
        """The rank table of one item and what it says; of a whole, also its parts and its figures."""
        yield Heading(_("{number}. {title}").format(number=number, title=name_of(item.criterion)), 2)
        yield rank_table(self.source, item, self.numbering)
        said = [extremes(self.source, item), classed(item), moved(self.source, item)]
        if text := " ".join(each for each in said if each):
            yield _said(text)
        if item in self.found:
            yield from self._parts(item)

    def _parts(self, item: Standing) -> Iterator[Block]:
        """The points on the parts, where they fit upright, and the figures."""
        if width := parts_width(self.source, item):
            if width > UPRIGHT:
                self.wide.append(item)
            else:
                yield parts_table(self.source, item, self.numbering)
        yield from figures(self.source, item, self.numbering)

    def _items(self, found: list[Standing]) -> Iterator[Standing]:
        """The standings, each followed by those on the criteria below it."""
        for standing in found:
            yield standing
            for places in standing.below:
                yield Standing(self.scores.framework.nodes[places.criterion], places, ())

    def _overall(self, standing: Standing) -> Iterator[Block]:
        lead = _("{name}, {block}").format(name=name_of(standing.criterion), block=among(self.source, standing))
        said = [extremes(self.source, standing), classed(standing), unknown_maxima(self.source, standing)]
        yield Paragraph((Run(" ".join(each for each in said if each)),), f"{lead}:")
        yield from full_marks(self.source, standing)


def _section(order: int, title: str) -> Heading:
    return Heading(_("{number}. {title}").format(number=roman(order), title=title.upper()))


def _said(text: str) -> Paragraph:
    return Paragraph((Run(text),))
