"""`the-don-vi` of a unit whose ranks are known from print alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from chiso.engine.errors import InputError, Problem, message
from chiso.language import chosen
from chiso.language import gettext as _
from chiso.report.document import Cell, Column, Table
from chiso.report.kinds.changed import before, now, ranks_words, signed
from chiso.report.kinds.peers import Reached, strong_and_weak
from chiso.report.kinds.printed import Printed, PrintedCell, PrintedTable
from chiso.report.official.form import Block, Heading, Official, Paragraph, Run
from chiso.report.official.framing import blanks, frame
from chiso.report.official.meta import Meta
from chiso.report.results.numbering import Numbering
from chiso.report.results.tables import NOTHING
from chiso.report.results.two_times import Moved, slope

SYMBOL = "TB"
COLUMNS = ("Nội dung", "Xếp hạng", "Thay đổi", "Xếp loại", "Ghi chú")
"""The columns of a table of the ranks of one unit."""
_RANK = re.compile(r"(\d+)/(\d+)")
_MOVED = re.compile(r"(tăng|tụt|giảm) (\d+) bậc")
_SAME = re.compile(r"giữ nguyên")
_YEAR = re.compile(r"năm (\d{4})")


@dataclass(frozen=True)
class _Row:
    """What was printed of one rank; moved: how many ranks up; None where that was not printed."""

    name: str
    cells: tuple[PrintedCell, ...]
    rank: int | None
    count: int | None
    moved: int | None

    @property
    def earlier(self) -> int | None:
        """The rank of the time before, which follows from the change."""
        return None if self.rank is None or self.moved is None else self.rank + self.moved


def card_of_print(printed: Printed, meta: Meta) -> Official:
    """The card of the one unit that printed ranks tell of; InputError where they tell of several."""
    table = next((each for each in printed.tables if each.columns == COLUMNS), None)
    if table is None:
        raise _of_several(printed.id)
    subject = printed.title or table.title
    around = frame(meta, _("NOTICE"), SYMBOL, subject)
    return Official(chosen(), subject, around, tuple(_body(printed, table)), blanks=blanks(meta))


def _of_several(id: str) -> InputError:
    found, expected = message("printed tables of many units"), message("printed ranks of one unit, or a result")
    return InputError([Problem(id, found, expected, message("make the card from a published folder"))])


def _body(printed: Printed, table: PrintedTable) -> Iterator[Block]:
    numbering = Numbering()
    rows = tuple(_row(printed, cells) for cells in table.rows)
    years = _years(printed, table)
    yield Heading(_("{number}. {title}").format(number=1, title=_("Ranks and classes")))
    yield Paragraph((Run(_result(rows[0], years)),))
    yield _as_printed(rows, numbering)
    yield Heading(_("{number}. {title}").format(number=2, title=_("Changes since the time before")))
    yield Paragraph((Run(_moves(rows, years)),))
    yield _two_times(rows, years, numbering)
    yield from _slope(rows, years, numbering)
    parts = [(row.name, Reached("0", row.rank, row.count, Decimal(0))) for row in rows[1:] if row.rank and row.count]
    yield from strong_and_weak(parts)
    yield Heading(_("{number}. {title}").format(number=3, title=_("Source and findings")))
    yield Paragraph((Run(_("Source: {source}.").format(source=table.source.rstrip("."))),))
    yield Paragraph((Run(_("The points, the maxima and the limits of the classes are not in the source.")),))
    if printed.findings:
        yield _findings(printed, numbering)


def _row(printed: Printed, cells: tuple[PrintedCell, ...]) -> _Row:
    told = tuple(_corrected(printed, cell) for cell in cells)
    rank, moved = _RANK.fullmatch(told[1].told), _MOVED.match(told[2].told)
    change = None
    if moved:
        change = int(moved[2]) if moved[1] == "tăng" else -int(moved[2])
    elif _SAME.match(told[2].told):
        change = 0
    return _Row(cells[0].text, told, int(rank[1]) if rank else None, int(rank[2]) if rank else None, change)


def _corrected(printed: Printed, cell: PrintedCell) -> PrintedCell:
    """The cell with what a finding in the text, where the same words stand, corrects in it."""
    if cell.corrected:
        return cell
    found = (each for each in printed.findings if each.corrected and each.printed == cell.text and not each.file)
    finding = next(found, None)
    return cell if finding is None else PrintedCell(cell.text, finding.corrected, finding.why)


def _years(printed: Printed, table: PrintedTable) -> tuple[str, str]:
    """The names of the time before and of this time, as they are printed."""
    earlier = next((found[1] for row in table.rows if (found := _YEAR.search(row[2].text))), before())
    this = _YEAR.search(printed.title)
    return earlier, this[1] if this else now()


def _result(row: _Row, years: tuple[str, str]) -> str:
    said = [_("{name}: rank {rank}").format(name=row.name, rank=row.cells[1].told)]
    if row.moved is not None:
        said.append(_("{change} since {time}").format(change=ranks_words(row.moved), time=years[0]))
    said += [cell.told for cell in row.cells[3:] if cell.text]
    return f"{'; '.join(said)}."


def _moves(rows: tuple[_Row, ...], years: tuple[str, str]) -> str:
    """How many ranks went up, stayed and went down."""
    moves = [row.moved for row in rows if row.moved is not None]
    sentence = _("From {before} to {after}, of {count} ranks {up} went up, {same} stayed, {down} went down.")
    up, down = sum(move > 0 for move in moves), sum(move < 0 for move in moves)
    return sentence.format(before=years[0], after=years[1], count=len(moves), up=up, same=moves.count(0), down=down)


def _as_printed(rows: tuple[_Row, ...], numbering: Numbering) -> Table:
    order, title = numbering.table(_("Ranks, changes and classes as they were printed"))
    columns = (
        Column(_("Item"), "name"),
        Column(_("Rank"), "rank"),
        Column(_("Change"), "text"),
        Column(_("Class"), "class"),
        Column(_("Note"), "text"),
    )
    notes = [
        _("* Printed: {printed}. {finding}.").format(printed=cell.text, finding=cell.finding.rstrip("."))
        for row in rows
        for cell in row.cells
        if cell.corrected
    ]
    lacking = (NOTHING, *[_("not in the source")] * (len(columns) - 2), NOTHING)
    drawn = (tuple(map(_told, row.cells, lacking)) for row in rows)
    return Table(order, title, columns, tuple(drawn), notes=tuple(notes))


def _told(cell: PrintedCell, lacking: str) -> Cell:
    return Cell(f"{cell.told}{'*' if cell.corrected else ''}" or lacking, reason=cell.finding)


def _two_times(rows: tuple[_Row, ...], years: tuple[str, str], numbering: Numbering) -> Table:
    order, title = numbering.table(_("Ranks of two times; the earlier one follows from the change"))
    columns = (
        Column(_("Item"), "name"),
        Column(_("Points"), "points"),
        Column(_("Rank, {time}").format(time=years[0]), "rank"),
        Column(_("Rank, {time}").format(time=years[1]), "rank"),
        Column(_("Ranks up (+) or down"), "rank"),
    )
    return Table(order, title, columns, tuple(_two(row) for row in rows))


def _two(row: _Row) -> tuple[Cell, ...]:
    lacking = _("not in the source")
    return (
        Cell(row.name),
        Cell(lacking),
        Cell(lacking) if row.earlier is None else Cell(str(row.earlier), Decimal(row.earlier)),
        Cell(lacking) if row.rank is None else Cell(str(row.rank), Decimal(row.rank)),
        Cell(lacking) if row.moved is None else signed(row.moved),
    )


def _slope(rows: tuple[_Row, ...], years: tuple[str, str], numbering: Numbering) -> Iterator[Block]:
    told = [Moved(row.name, row.earlier, row.rank) for row in rows if row.rank is not None]
    drawn = slope(told, _("Ranks of two times"), years, numbering)
    yield from () if drawn is None else (drawn,)


def _findings(printed: Printed, numbering: Numbering) -> Table:
    order, title = numbering.table(_("Findings in what was printed"))
    columns = (
        Column(_("Printed"), "name"),
        Column(_("Corrected"), "text"),
        Column(_("Finding"), "text"),
        Column(_("Certainty"), "text"),
    )
    rows = (
        (Cell(each.printed), Cell(each.corrected or NOTHING), Cell(each.why), Cell(each.certainty))
        for each in printed.findings
    )
    return Table(order, title, columns, tuple(rows))
