"""A document as a workbook: a sheet for each table, with numbers that are numbers, and one with every reason."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any

from chiso.language import gettext as _
from chiso.language import use
from chiso.report.document import Cell, Column, Document, Facts, Note, Table
from chiso.report.figures import Figure
from chiso.report.widths import column_widths, lines

# A workbook bears a date, and the same document must give the same bytes: this one where no other is given.
NO_DATE = date(1980, 1, 1)
PLAIN = {"font_name": "Times New Roman", "font_size": 11, "valign": "top"}
BOXED = {"border": 1, "border_color": "#B8C2CE", "valign": "vcenter"}
HEAD = {**BOXED, "bold": True, "text_wrap": True, "align": "center", "bg_color": "#E9EEF5"}
TEXT_WIDTH = 110
TALLEST = 400
"""Points of the tallest row that a program shows; the rest of a longer text is read in its cell."""
URL = 250
"""Letters that a link may show."""
PICTURE_DPI, SCREEN_DPI = 200, 96
LINE = 16


def write(document: Document, path: Path, *, created: date = NO_DATE) -> None:
    """Writes the workbook at a path, whole or not at all, in place of what stood there.

    created: the date that its properties bear. OSError where the folder cannot be written to; ModuleNotFoundError
    without the libraries of the extra `report`.
    """
    content = workbook(document, created=created)
    path = Path(path)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(name, 0o644)
        os.replace(name, path)
    except OSError:
        os.unlink(name)
        raise


def workbook(document: Document, *, created: date = NO_DATE) -> bytes:
    """The bytes of the workbook, the same for the same document and date."""
    with use(document.language):
        return _Book(document, created).content()


class _Book:
    """The making of one workbook."""

    def __init__(self, document: Document, created: date) -> None:
        from xlsxwriter import Workbook

        self.document, self.buffer = document, BytesIO()
        self.book: Any = Workbook(self.buffer, {"in_memory": True, "strings_to_formulas": False})
        self.book.set_properties(
            {
                "title": document.title,
                "subject": document.subtitle,
                "author": "Chiso",
                "created": datetime.combine(created, time()),
            }
        )
        self.formats: dict[tuple[tuple[str, Any], ...], Any] = {}
        self.names = _sheet_names(document)

    def content(self) -> bytes:
        """All sheets, closed."""
        self._summary()
        for table in self.document.tables():
            self._table(table)
        for figure in self.document.figures():
            self._figure(figure)
        self._reasons()
        self.book.close()
        return self.buffer.getvalue()

    def _format(self, **properties: Any) -> Any:
        key = tuple(sorted(properties.items()))
        if key not in self.formats:
            self.formats[key] = self.book.add_format({**PLAIN, **properties})
        return self.formats[key]

    def _sheet(self, name: str, *, landscape: bool = True) -> Any:
        sheet = self.book.add_worksheet(name)
        sheet.set_paper(9)  # A4
        if landscape:
            sheet.set_landscape()
        sheet.set_margins(left=0.6, right=0.6, top=0.7, bottom=0.7)
        sheet.fit_to_pages(1, 0)
        pages = _("Page {page} of {pages}").format(page="&P", pages="&N")
        sheet.set_footer(f"&C&9{pages}")
        sheet.hide_gridlines(2)
        return sheet

    def _summary(self) -> None:
        sheet = self._sheet(_("Summary"), landscape=False)
        sheet.set_column(0, 0, 34)
        sheet.set_column(1, 1, 76)
        sheet.merge_range(0, 0, 0, 1, self.document.title, self._format(bold=True, font_size=14, text_wrap=True))
        sheet.set_row(0, 19 * lines(self.document.title, 84))
        row = 2
        for note in self.document.notes:
            row = self._note(sheet, row, note)
        for section in self.document.sections:
            sheet.write_string(row, 0, section.title, self._format(bold=True, font_size=12, font_color="#12365F"))
            row += 1
            for part in section.parts:
                row = self._part(sheet, row, part)
            row += 1

    def _part(self, sheet: Any, row: int, part: object) -> int:
        """Writes a fact, a note or the name of a table, and gives the next row."""
        if isinstance(part, Facts):
            for term, text in part.rows:
                sheet.write_string(row, 0, term, self._format(text_wrap=True, font_color="#4A5665"))
                sheet.write_string(row, 1, text, self._format(text_wrap=True))
                sheet.set_row(row, LINE * max(lines(term, 34), lines(text, 76)))
                row += 1
        elif isinstance(part, Note):
            row = self._note(sheet, row, part)
        elif isinstance(part, Table | Figure):
            link = f"internal:'{self.names[id(part)]}'!A1"
            sheet.write_url(row, 0, link, self._format(font_color="#0B4F9C", underline=1), part.title[:URL])
            row += 1
        return row

    def _note(self, sheet: Any, row: int, note: Note) -> int:
        if note.title:
            sheet.write_string(row, 0, note.title, self._format(bold=True))
            row += 1
        fill = {"bg_color": "#FFF6DD", "bold": True} if note.kind == "caution" else {}
        for text in note.texts:
            sheet.merge_range(row, 0, row, 1, text, self._format(text_wrap=True, **fill))
            sheet.set_row(row, LINE * lines(text, TEXT_WIDTH))
            row += 1
        return row

    def _table(self, table: Table) -> None:
        sheet = self._sheet(self.names[id(table)])
        sheet.write_string(0, 0, table.title, self._format(bold=True, font_size=13))
        widths = column_widths(table)
        for place, column in enumerate(table.columns):
            sheet.set_column(place, place, widths[place])
            sheet.write_string(2, place, heading(column), self._format(**HEAD))
        tallest = max(
            lines(heading(column), width, bold=True) for column, width in zip(table.columns, widths, strict=True)
        )
        sheet.set_row(2, LINE * tallest + 4)
        first_total = 3 + len(table.rows) - table.totals
        for row, cells in enumerate(table.rows, 3):
            totals = {"bold": True} if row >= first_total else {}
            self._row(sheet, row, table, cells, totals | ({"top": 2} if row == first_total else {}))
            height = LINE * max(lines(cell.text, width) for cell, width in zip(cells, widths, strict=True)) + 2
            sheet.set_row(row, min(height, TALLEST))
        for row, note in enumerate(table.notes, 4 + len(table.rows)):
            sheet.write_string(row, 0, note, self._format(italic=True))
        sheet.freeze_panes(3, table.naming + 1)
        sheet.autofilter(2, 0, max(first_total - 1, 2), len(table.columns) - 1)
        sheet.repeat_rows(2)

    def _figure(self, figure: Figure) -> None:
        """A sheet with the title, the picture and its words."""
        from chiso.report.charts import png

        sheet = self._sheet(self.names[id(figure)], landscape=False)
        sheet.set_column(0, 0, TEXT_WIDTH)
        sheet.write_string(0, 0, figure.title, self._format(bold=True, font_size=13))
        sheet.write_string(1, 0, figure.alternative, self._format(text_wrap=True))
        sheet.set_row(1, min(LINE * lines(figure.alternative, TEXT_WIDTH), TALLEST))
        scale = {"x_scale": SCREEN_DPI / PICTURE_DPI, "y_scale": SCREEN_DPI / PICTURE_DPI}
        picture = BytesIO(png(figure, self.document.language, dpi=PICTURE_DPI))
        told = {"image_data": picture, "description": figure.alternative, **scale}
        sheet.insert_image(3, 0, f"{self.names[id(figure)]}.png", told)

    def _row(self, sheet: Any, row: int, table: Table, cells: tuple[Cell, ...], more: dict[str, Any]) -> None:
        for place, (column, cell) in enumerate(zip(table.columns, cells, strict=True)):
            if cell.value is None:
                look = {"align": "right"} if column.numeric else {"align": "left", "indent": 1}
                sheet.write_string(row, place, cell.text, self._format(**BOXED, **look, **more, text_wrap=True))
            else:
                look = {"align": "center"} if column.kind == "rank" else {"align": "right"}
                form = self._format(**BOXED, **look, **more, num_format=number_format(column))
                sheet.write_number(row, place, cell.value, form)

    def _reasons(self) -> None:
        """A row for every number that has a reason, with the address of its score."""
        sheet = self._sheet(_("Reasons"))
        titles = (_("Table"), _("Unit"), _("Column"), _("Shown"), _("Reason"), _("Clause"), _("Address"))
        widths = (9, 30, 24, 12, 62, 32, 30)
        for place, (title, width) in enumerate(zip(titles, widths, strict=True)):
            sheet.set_column(place, place, width)
            sheet.write_string(0, place, title, self._format(**HEAD))
        plain, row = self._format(**BOXED, text_wrap=True, align="left", indent=1), 0
        for row, (table, unit, column, cell) in enumerate(self._told(), 1):
            sheet.write_string(row, 0, self.names[id(table)], plain)
            for place, text in ((1, unit), (2, column.title), (4, cell.reason), (5, cell.clause), (6, cell.source)):
                sheet.write_string(row, place, text, plain)
            if cell.value is None:
                sheet.write_string(row, 3, cell.text, plain)
            else:
                sheet.write_number(row, 3, cell.value, self._format(**BOXED, num_format=number_format(column)))
            told = ((unit, 30), (column.title, 24), (cell.reason, 62), (cell.clause, 32), (cell.source, 30))
            sheet.set_row(row, LINE * max(lines(text, width) for text, width in told))
        sheet.freeze_panes(1, 2)
        sheet.autofilter(0, 0, row, len(titles) - 1)
        sheet.repeat_rows(0)

    def _told(self) -> Iterator[tuple[Table, str, Column, Cell]]:
        for table in self.document.tables():
            for unit, column, cell in table.reasons():
                yield table, unit, column, cell


def _sheet_names(document: Document) -> dict[int, str]:
    """The name of the sheet of each table and figure; documents of several parts may count them anew in each."""
    found: dict[int, str] = {}
    told = [(part, _("Table {number}")) for part in document.tables()]
    for part, sentence in [*told, *((part, _("Figure {number}")) for part in document.figures())]:
        name = sentence.format(number=part.label if isinstance(part, Table) else part.number)
        times = sum(each.partition(" (")[0] == name for each in found.values())
        found[id(part)] = f"{name} ({times + 1})" if times else name
    return found


def heading(column: Column) -> str:
    """A column's title with its note below."""
    return f"{column.title}\n({column.note})" if column.note else column.title


def number_format(column: Column) -> str:
    """The format that shows the printed decimals; Excel puts in the marks of its own language."""
    digits = f"#,##0.{'0' * column.decimals}" if column.decimals else "#,##0"
    return f'{digits}"%"' if column.kind == "share" else digits
