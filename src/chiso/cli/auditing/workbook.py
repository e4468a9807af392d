"""An audit as a workbook: a sheet for the findings, what holds, what cannot be checked, and the rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from chiso.audit import Audit, sentence
from chiso.audit.wording import certainty_words, kind_words, move_words, rule_words
from chiso.cli.auditing.places import changing, place
from chiso.language import chosen
from chiso.language import gettext as _
from chiso.report.document import Cell, Column, Facts, Section, Table
from chiso.report.document import Document as Report
from chiso.report.xlsx import workbook as written
from chiso.tables.cells import Document


def workbook(found: Audit, document: Document) -> bytes:
    """The bytes of the workbook, the same for the same audit.

    ModuleNotFoundError without the libraries of the extra `report`.
    """
    return written(report(found, document))


def report(found: Audit, document: Document) -> Report:
    """The audit as a report in the language in use."""
    tables = [table for table in _tables(found, document) if table.rows]
    facts = Facts(
        (
            (_("Source"), found.source),
            (_("Findings"), str(len(found.findings))),
            (_("Findings that change a rank or a class"), str(len(changing(found.findings)))),
            (_("Checked and holds"), str(sum(each.count for each in found.confirmed))),
            (_("Cannot be checked"), str(len(found.undecided))),
        )
    )
    sections = (Section(_("Summary"), (facts,)), *(Section(table.title, (table,)) for table in tables))
    return Report(chosen(), Path(found.source).name, _("Audit of published results"), (), sections)


def _tables(found: Audit, document: Document) -> Iterable[Table]:
    kind, where, what = _("Kind"), _("Where"), _("What")
    yield _table(
        1, _("Findings"), (kind, where, what, _("Printed"), _("Computed"), _("What changes"), _("How sure")),
        (
            (kind_words(each.kind), place(each.at, document), sentence(each.what), each.printed, each.computed,
             "; ".join(map(move_words, each.moves)), certainty_words(each.certainty))
            for each in found.findings
        ),
    )  # fmt: skip
    yield _table(
        2, _("Checked and holds"), (kind, where, what, _("Count")),
        (
            (kind_words(each.kind), place(each.at, document), sentence(each.what), str(each.count))
            for each in found.confirmed
        ),
    )  # fmt: skip
    yield _table(
        3, _("Cannot be checked"), (kind, where, what),
        ((kind_words(each.kind), place(each.at, document), sentence(each.what)) for each in found.undecided),
    )  # fmt: skip
    yield _table(
        4, _("Rules that the tables follow"), (kind, where, what, _("Rows that fit"), _("Rows")),
        (
            (rule_words(each.kind), place(each.at, document), sentence(each.what), str(each.fits), str(each.of))
            for each in found.rules
        ),
    )  # fmt: skip


def _table(number: int, title: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    """A table whose rows are named by their numbers."""
    heads = (Column(_("No."), "name"), *(Column(column, "text") for column in columns))
    body = (
        (Cell(str(place)), *(Cell(text) for text in row)) for place, row in enumerate(rows, 1)
    )  # fmt: skip
    return Table(number, title, heads, tuple(tuple(row) for row in body))
