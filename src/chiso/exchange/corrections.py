"""What was printed, audited: each finding joined to the cell or the sentence that it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from chiso.audit import Finding, audit, sentence
from chiso.audit.wording import certainty_words
from chiso.language import gettext as _
from chiso.report.kinds.printed import FIRST, Printed, PrintedCell, PrintedFinding, PrintedPart, PrintedTable
from chiso.tables.cells import Address, Cell, Document, Paragraph, Table

_NUMBERED = re.compile(r"\w+ (\d+(?:\.\d+)*)\. (.+)")
_LINE = re.compile(r"(?P<open> \()?(?:dòng|lines?) (?P<line>\d+)(?: and (?P<other>\d+))?(?(open)\))")
"""Lines are those of the file that the texts ship in, which no reader of the print has."""
BEGINNING = 60
"""Letters of a text by which it is found in the print."""
_NAMES = ("spelling",)
"""Kinds of findings about names, which stay as they were printed."""


def corrected(printed: Printed) -> Printed:
    """The same tables and texts with the audit's findings, and each number corrected that a certain finding corrects.

    What is only likely or possible, names, and findings that tell no other value leave the print as it is.
    """
    found = audit(document(printed)).findings
    told = tuple(_told(printed, finding) for finding in found)
    tables = tuple(
        _table(table, [each for each in told if each.file == table.file and each.row]) for table in printed.tables
    )
    in_text = {each.row: each for each in told if not each.file}
    parts = tuple(_part(part, in_text.get(line)) for line, part in enumerate(printed.parts, FIRST))
    return replace(printed, tables=tables, parts=parts, findings=told)


def document(printed: Printed) -> Document:
    """The printed tables and texts as a document to audit; the line of a text is its row in the file of texts."""
    tables = tuple(_read(printed.id, order, table) for order, table in enumerate(printed.tables, 1))
    return Document(printed.id, tables, tuple(_prose(printed)))


def _prose(printed: Printed) -> Iterator[Paragraph]:
    if printed.title:
        yield Paragraph(printed.title, Address(printed.id, line=FIRST - 1))
    for line, part in enumerate(printed.parts, FIRST):
        if part.kind in ("heading", "text"):
            yield Paragraph(part.cell.text, Address(printed.id, line=line))


def _quoted(printed: Printed, found: re.Match[str]) -> str:
    """The beginnings of the texts that lines are; nothing for a line in brackets."""
    if found["open"]:
        return ""
    told = [_beginning(printed, int(line)) for line in (found["line"], found["other"]) if line]
    return ", ".join(told)


def _beginning(printed: Printed, line: int) -> str:
    text = printed.title if line < FIRST else printed.parts[line - FIRST].cell.text
    short = text if len(text) <= BEGINNING else f"{text[:BEGINNING].rpartition(' ')[0]} …"
    return _("the text “{beginning}”").format(beginning=short.lstrip("- "))


def _read(id: str, order: int, table: PrintedTable) -> Table:
    numbered = _NUMBERED.fullmatch(table.title)
    number, title = (numbered[1], numbered[2]) if numbered else ("", table.title)
    rows = tuple(
        tuple(Cell(cell.text, Address(id, table=order, row=row, column=place)) for place, cell in enumerate(cells, 1))
        for row, cells in enumerate(table.rows, 1)
    )
    return Table(number, title, table.columns, rows, table.notes, id, Address(id, table=order))


def _told(printed: Printed, finding: Finding) -> PrintedFinding:
    at = finding.at
    correct = finding.certainty == "certain" and finding.kind not in _NAMES
    return PrintedFinding(
        file=printed.tables[at.table - 1].file if at.table else "",
        row=at.row if at.table else at.line,
        column=at.column,
        printed=finding.printed,
        corrected=finding.computed if correct else "",
        why=sentence(finding.what) if at.table else _LINE.sub(partial(_quoted, printed), sentence(finding.what)),
        certainty=certainty_words(finding.certainty),
    )


def _table(table: PrintedTable, found: list[PrintedFinding]) -> PrintedTable:
    by_place = {(each.row, each.column): each for each in found}
    rows = tuple(
        tuple(_cell(cell, by_place.get((row, column))) for column, cell in enumerate(cells, 1))
        for row, cells in enumerate(table.rows, 1)
    )
    return replace(table, rows=rows)


def _part(part: PrintedPart, finding: PrintedFinding | None) -> PrintedPart:
    return replace(part, cell=_cell(part.cell, finding))


def _cell(cell: PrintedCell, finding: PrintedFinding | None) -> PrintedCell:
    """The cell with its finding; the corrected number in its place where the cell holds more words."""
    if finding is None:
        return cell
    once = finding.corrected and cell.text.count(finding.printed) == 1
    text = cell.text.replace(finding.printed, finding.corrected) if once else ""
    return PrintedCell(cell.text, text, finding.why)
