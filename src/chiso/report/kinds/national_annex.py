"""The annexes of a report from print: what is corrected in it, and what stays as it was printed but is doubtful."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from chiso.language import gettext as _
from chiso.report.document import Cell, Column, Table
from chiso.report.kinds.national_reading import table_number
from chiso.report.kinds.national_tables import doubts, fixes, subject
from chiso.report.kinds.printed import FIRST, Printed, PrintedFinding
from chiso.report.official.form import Annex, Block, Paragraph, Run
from chiso.report.official.framing import annex_number, reference
from chiso.report.official.meta import Meta

SYMBOL = "BC"


def annexes(printed: Printed, meta: Meta) -> tuple[Annex, ...]:
    """An annex for the corrections, and one for what is doubtful; each only where there is any."""
    told = [(title, why, made) for title, why, made in (_corrections(printed), _doubts(printed)) if made.rows]
    found = []
    for place, (title, why, table) in enumerate(told, 1):
        blocks: tuple[Block, ...] = (Paragraph((Run(why),)), table)
        found.append(
            Annex(annex_number(place, len(told)), title, reference(meta, _("Report"), SYMBOL), blocks)
        )  # fmt: skip
    return tuple(found)


def _corrections(printed: Printed) -> tuple[str, str, Table]:
    found = fixes(printed)
    columns = (*_places(), Column(_("In print"), "text"), Column(_("Corrected"), "text"), Column(_("Why"), "text"))
    rows = tuple(
        (*_at(printed, place, each), Cell(each.printed), Cell(each.corrected), Cell(f"{each.why}."))
        for place, each in enumerate(found, 1)
    )
    title = _("List of corrected numbers")
    why = _(
        "Each number below contradicts other numbers of the same document for certain; the report shows the corrected "
        "one with the mark of its row here."
    )
    return title, why, _table(printed, 1, title, columns, rows)


def _doubts(printed: Printed) -> tuple[str, str, Table]:
    found = doubts(printed)
    columns = (*_places(), Column(_("In print"), "text"), Column(_("Certainty"), "text"), Column(_("Remark"), "text"))
    rows = tuple(
        (*_at(printed, place, each), Cell(each.printed), Cell(each.certainty), Cell(f"{each.why}."))
        for place, each in enumerate(found, 1)
    )
    title = _("List of remarks on what stays as it was printed")
    why = _(
        "Each of these stays in the report as it was printed: it is a question of names or of writing, has an innocent "
        "explanation, or leaves open what the right number is."
    )
    return title, why, _table(printed, 2, title, columns, rows)


def _table(
    printed: Printed, place: int, title: str, columns: Sequence[Column], rows: Sequence[tuple[Cell, ...]]
) -> Table:
    order = len(printed.tables) + place
    named = _("Table {number}. {title}").format(number=f"PL.{place}", title=title)
    return Table(order, named, tuple(columns), tuple(rows))


def _places() -> Iterator[Column]:
    yield Column(_("No."), "rank")
    yield Column(_("Table or section"), "text")
    yield Column(_("Row, column"), "name")


def _at(printed: Printed, place: int, found: PrintedFinding) -> tuple[Cell, ...]:
    """The running number, the table or the section, and the row and the column."""
    number = Cell(str(place), Decimal(place))
    table = next((each for each in printed.tables if each.file == found.file), None)
    if table is None:
        return (
            number,
            Cell(_("Section {number}").format(number=printed.parts[found.row - FIRST].section)),
            Cell(_("text")),
        )
    named = Cell(_("Table {number}").format(number=table_number(table)))
    if not found.row:
        return number, named, Cell(_("whole table"))
    return number, named, Cell(f"{subject(table, found.row)}, {table.columns[found.column - 1]}")
