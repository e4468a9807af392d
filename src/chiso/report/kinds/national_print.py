"""`bao-cao-quoc-gia` of a result that is known from print: its tables as they were printed, corrections listed."""

from __future__ import annotations

from collections.abc import Iterator

from chiso.language import chosen, ngettext
from chiso.language import gettext as _
from chiso.report.kinds.national_annex import annexes
from chiso.report.kinds.national_figures import among, at_end, led, of_ranked
from chiso.report.kinds.national_map import map_of_print
from chiso.report.kinds.national_reading import Group, groups
from chiso.report.kinds.national_sentences import of_table, overall, steady
from chiso.report.kinds.national_tables import Tables, doubts, fixes
from chiso.report.kinds.printed import Printed, PrintedCell, PrintedPart
from chiso.report.official.form import Block, Heading, Official, Paragraph, Run
from chiso.report.official.framing import blanks, frame
from chiso.report.official.meta import Meta
from chiso.report.results.numbering import Numbering

SYMBOL = "BC"
_REPORT = "Báo cáo "
"""How the title of a printed report begins; the kind of the document says it already."""
_DASHES = ("- ", "– ")


def national_print(printed: Printed, meta: Meta) -> Official:
    """The national report of printed tables, in the language in use."""
    title = printed.title.removeprefix(_REPORT) or _("Results as they were printed: {id}").format(id=printed.id)
    subject = title[:1].upper() + title[1:]
    around = frame(meta, _("REPORT"), SYMBOL, subject)
    return Official(
        language=chosen(),
        title=f"{around.kind}: {around.subject}",
        frame=around,
        body=tuple(_Body(printed).blocks()),
        annexes=annexes(printed, meta),
        blanks=blanks(meta),
        contents=True,
        lists=True,
    )


class _Body:
    """The making of the body."""

    def __init__(self, printed: Printed) -> None:
        self.printed, self.tables, self.numbering = printed, Tables.of(printed), Numbering()
        self.groups = {group.section: group for group in groups(printed)}
        self.ranked = {each.table.file: (group, each) for group in self.groups.values() for each in group.tables}

    def blocks(self) -> Iterator[Block]:
        """The note on the source, the sections with their tables and charts, the overall assessment."""
        yield Paragraph((Run(self._source()),), kind="remark")
        if not self.printed.parts:
            for table in self.printed.tables:
                yield from self._table(table.file)
        open_group: Group | None = None
        for place, part in enumerate(self.printed.parts):
            if part.kind == "heading" and not part.section[:1].isdigit():
                if open_group is not None:
                    yield from at_end(open_group, self.numbering)
                open_group = self.groups.get(part.section)
            if part.kind == "heading" and open_group is not None and self._first_below(place, open_group):
                yield _said(self._counted(open_group))
            yield from self._part(place, part)
        if open_group is not None:
            yield from at_end(open_group, self.numbering)
        yield from self._overall()

    def _first_below(self, place: int, group: Group) -> bool:
        """Whether a part is the first heading inside a group's section."""
        above = (part.section for part in self.printed.parts[:place][::-1] if part.kind == "heading")
        return next(above, "") == group.section

    def _source(self) -> str:
        source = self.printed.tables[0].source.rpartition(", ")[0] or self.printed.tables[0].source
        corrected, doubted = len(fixes(self.printed)), len(doubts(self.printed))
        return _(
            "The tables of this report were printed in {source}; they cannot be recomputed from answers. {corrected} "
            "numbers that contradict others are corrected and marked [1], [2] …; {doubted} more remarks leave the "
            "print as it is. The annexes list both."
        ).format(source=source, corrected=corrected, doubted=doubted)

    def _part(self, place: int, part: PrintedPart) -> Iterator[Block]:
        if part.kind == "heading":
            level = 2 if part.section[:1].isdigit() else 1
            title = part.cell.told
            yield Heading(
                _("{number}. {title}").format(number=part.section, title=title) if part.section else title, level
            )
        elif part.kind == "table":
            yield from self._table(part.cell.text)
        elif part.kind == "text":
            yield _passage(part.cell)
        elif self.printed.parts[place - 1].kind != "excluded":
            yield _said(_excluded(self.printed, part.section))

    def _table(self, file: str) -> Iterator[Block]:
        table = next(each for each in self.printed.tables if each.file == file)
        group, found = self.ranked.get(file, (None, None))
        yield self.tables.table(file)
        for sentence in of_table(table, found):
            yield _said(sentence)
        if group is not None and found is not None:
            yield from of_ranked(group, found, self.numbering)
            if found == led(group):
                yield from map_of_print(found, self.numbering)

    def _counted(self, group: Group) -> str:
        count = len(group.units)
        return ngettext(
            "{n} unit is assessed in this block: {units}.", "{n} units are assessed in this block: {units}.", count
        ).format(n=count, units=among(group))

    def _overall(self) -> Iterator[Block]:
        if not self.printed.parts or self.printed.parts[-1].kind != "heading":
            yield Heading(_("Overall assessment"))
        for group in self.groups.values():
            if group.indices:
                yield Paragraph((Run(""),), _("{units}:").format(units=among(group)))
                for sentence in overall(group):
                    yield Paragraph((Run(sentence),), kind="item")
                for sentence in steady(group):
                    yield Paragraph((Run(sentence),), kind="item")
        yield _said(_("The source publishes no ranking by all items together; none is made here."))


def _said(text: str) -> Paragraph:
    return Paragraph((Run(text),))


def _passage(cell: PrintedCell) -> Paragraph:
    """A printed passage, as an item of a list where it is one; what was found in it as a footnote."""
    dashed = cell.told.startswith(_DASHES)
    text = cell.told[2:] if dashed else cell.told
    return Paragraph((Run(text, f"{cell.finding}." if cell.finding else ""),), kind="item" if dashed else "body")


def _excluded(printed: Printed, section: str) -> str:
    """The units of a section that are not assessed, those of one reason together."""
    reasons: dict[str, list[str]] = {}
    for part in printed.parts:
        if part.kind == "excluded" and part.section == section:
            reasons.setdefault(part.cell.told, []).append(part.subject)
    told = "; ".join(f"{', '.join(units)} ({reason})" for reason, units in reasons.items())
    count = sum(len(units) for units in reasons.values())
    return ngettext("Not assessed, {n} unit: {units}.", "Not assessed, {n} units: {units}.", count).format(
        n=count, units=told
    )
