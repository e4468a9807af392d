"""`bao-cao` of a survey that is known from print: its tables with the change computed, the assessment from its numbers.

What the print claims against its own tables is left out of the text and listed in an annex with the finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from chiso.language import chosen
from chiso.language import gettext as _
from chiso.report.document import Cell, Column, Table
from chiso.report.kinds.national_annex import annexes
from chiso.report.kinds.national_reading import value
from chiso.report.kinds.national_tables import Tables, naming
from chiso.report.kinds.passages import item, text
from chiso.report.kinds.printed import FIRST, Printed, PrintedFinding, PrintedPart, PrintedTable
from chiso.report.kinds.survey_moves import Move, assessment, change_cell, small
from chiso.report.official.form import Annex, Block, Heading, Official, Paragraph, Run
from chiso.report.official.framing import annex_number, blanks, frame, reference
from chiso.report.official.meta import Meta

SYMBOL = "BC"
_REPORT = "Báo cáo "
"""How the title of a printed report begins; the kind of the document says it already."""
_YEAR = re.compile(r".*\b(?:19|20)\d\d")
_SENTENCE = re.compile(r"(?<=[.;]) ")
_FIGURE = re.compile(r"[\d.,/]+ ?%?")
"""A printed claim that another figure can replace in its sentence."""
_ABOUT = re.compile(r"- (?:Về|On) [^:]+: ")


def survey_print(printed: Printed, meta: Meta) -> Official:
    """The survey report of printed tables, in the language in use."""
    title = printed.title.removeprefix(_REPORT) or _("Results as they were printed: {id}").format(id=printed.id)
    around = frame(meta, _("REPORT"), SYMBOL, f"{title[:1].upper()}{title[1:]}")
    return Official(
        language=chosen(),
        title=f"{around.kind}: {around.subject}",
        frame=around,
        body=tuple(_Body(printed).blocks()),
        annexes=tuple(_annexes(printed, meta)),
        blanks=blanks(meta),
        contents=True,
    )


class _Body:
    """The making of the body, part for part of the print."""

    def __init__(self, printed: Printed) -> None:
        self.printed, self.tables = printed, Tables.of(printed)
        self.of = {table.file: table for table in printed.tables}

    def blocks(self) -> Iterator[Block]:
        """The note on the source, then the parts in their order; all tables where no text ships."""
        yield Paragraph((Run(self._source()),), kind="remark")
        for place, part in enumerate(self.printed.parts, FIRST):
            yield from self._part(place, part)
        placed = {part.cell.text for part in self.printed.parts if part.kind == "table"}
        for table in self.printed.tables:
            if table.file not in placed:
                yield self._table(table)

    def _source(self) -> str:
        source = self.printed.tables[0].source.rpartition(", mục ")[0] or self.printed.tables[0].source
        return _(
            "The tables were printed in {source}; they cannot be recomputed from answers. The change and the "
            "assessment are computed from the printed numbers; {count} remarks on the print are listed in an annex."
        ).format(source=source, count=len(self.printed.findings))

    def _part(self, place: int, part: PrintedPart) -> Iterator[Block]:
        if part.kind == "heading":
            number = part.section.rpartition(".")[2]
            named = _("{number}. {title}").format(number=number, title=part.cell.told) if number else part.cell.told
            yield Heading(named, 2 if "." in part.section else 1)
        elif part.kind == "table":
            yield self._table(self.of[part.cell.text])
        elif part.kind == "excluded":
            yield item(part.cell.told, f"{part.subject}:")
        elif part.subject in self.of:
            yield from self._assessed(place, part, self.of[part.subject])
        else:
            yield _plain(part.cell.text)

    def _table(self, table: PrintedTable) -> Table:
        """The table as it was printed, with the change from one year to the next where it has two."""
        made = self.tables.table(table.file)
        order = next(at for at, each in enumerate(self.printed.tables, 1) if each.file == table.file)
        made = replace(made, number=order, title=_titled(order, table))
        moves = _moves(table)
        if not moves:
            return made
        decimals = max(made.columns[place].decimals for place in _years(table))
        columns = (*made.columns, Column(_("Change"), "points", "", _("percentage points"), decimals))
        rows = []
        for row, move in zip(made.rows, moves, strict=True):
            rows.append((*(_joined(cell) for cell in row), _change(move, decimals)))
        return replace(made, columns=columns, rows=tuple(rows))

    def _assessed(self, place: int, part: PrintedPart, table: PrintedTable) -> Iterator[Block]:
        """The sentences from the table's numbers, then what the print says besides and nothing contradicts."""
        before, now = (table.columns[each] for each in _years(table))
        lead = _("{group}, {now} against {before}:").format(
            group=small(_bare(table)), now=small(now), before=small(before)
        )
        yield item(" ".join(assessment(_moves(table), before)), lead)
        if kept := _kept(
            part.cell.text, [each for each in self.printed.findings if (each.file, each.row) == ("", place)]
        ):
            yield text(_("From the printed text: {text}").format(text=kept))


def _joined(cell: Cell) -> Cell:
    """A cell whose percent sign never stands on a line of its own."""
    return replace(cell, text=cell.text.replace(" %", "\N{NO-BREAK SPACE}%"))


def _change(move: Move, decimals: int) -> Cell:
    """The change with the decimals that the two numbers are printed with; a number where these are the column's."""
    change = change_cell(move)
    if not move.change:
        return change if move.change is None else Cell("0")
    return change if -int(move.change.as_tuple().exponent) == decimals else replace(change, value=None)


def _plain(words: str) -> Paragraph:
    """A printed paragraph; one that begins with a dash is an item."""
    return item(words.removeprefix("- ")) if words.startswith("- ") else text(words)


def _years(table: PrintedTable) -> tuple[int, ...]:
    """The places of the two last columns of years; none where there are fewer."""
    places = tuple(place for place, title in enumerate(table.columns) if _YEAR.fullmatch(title))
    return places[-2:] if len(places) > 1 else ()


def _moves(table: PrintedTable) -> list[Move]:
    """The numbers of the two last years of each row; nothing where the table has no two years."""
    if not _years(table):
        return []
    before, now = _years(table)
    found = []
    for row in table.rows:
        texts = [row[place].told for place in (now, before)]
        numbers = [value(each) for each in texts]
        clean = [each.replace(" %", "%") for each in texts]
        name = row[naming(table)].told.rstrip(".")
        percent = all(each.endswith("%") for each in clean)
        found.append(Move(name, numbers[0], numbers[1], clean[0], clean[1], percent))
    return found


def _kept(words: str, found: list[PrintedFinding]) -> str:
    """The sentences of a paragraph that no finding speaks against; figures that a finding corrects are replaced."""
    said = _ABOUT.sub("", words, count=1)
    claims = []
    for finding in found:
        if finding.corrected and _FIGURE.fullmatch(finding.printed):
            said = said.replace(finding.printed, finding.corrected)
        else:
            claims.append(finding.printed)
    kept = [each for each in _SENTENCE.split(said) if not any(claim in each for claim in claims)]
    joined = " ".join(kept).strip()
    return f"{joined[:1].upper()}{joined[1:]}"


def _titled(order: int, table: PrintedTable) -> str:
    """`Bảng 1. Hạ tầng kỹ thuật CNTT (điểm a)`: the letter by which the annexes name the table."""
    named, letter = _bare(table), table.title.partition(")")[0]
    if named != table.title:
        named = _("{title} (point {letter})").format(title=named, letter=letter)
    return _("Table {number}. {title}").format(number=order, title=named)


def _bare(table: PrintedTable) -> str:
    """A table's title without the letter that it had in its section."""
    return re.sub(r"^[a-zđ]\) ", "", table.title)


def _annexes(printed: Printed, meta: Meta) -> Iterator[Annex]:
    """What the source lacks, what is corrected, what stays as it was printed."""
    lacking = tuple(
        item(_("not in the source."), lead)
        for lead in (
            _("Ranking tables by unit:"),
            _("Points by unit and by criterion:"),
            _("Numerators, denominators:"),
        )
    )
    missing = Annex("", _("Not in the source"), reference(meta, _("Report"), SYMBOL), lacking)
    found = (missing, *annexes(printed, meta))
    for place, annex in enumerate(found, 1):
        yield replace(annex, number=annex_number(place, len(found)))
