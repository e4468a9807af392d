"""The workbook of a form: locked but for its answers, with lists to choose from and what it was made from inside."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from chiso.exchange.form.content import (
    ANSWER,
    BEFORE,
    CASE_KEY,
    CASE_NAME,
    CLAUSE,
    CRITERIA,
    FIRST_ANSWER,
    FORM,
    FORMAT,
    KEY,
    LISTS,
    NOTE,
    ORIGIN,
    ORIGIN_COLUMNS,
    QUESTION,
    SPARE,
    UNIT,
    Answered,
    Book,
    Item,
    key_of,
    sheet_of,
)  # fmt: skip
from chiso.exchange.form.origin import origin_lines
from chiso.exchange.sheets import column_name
from chiso.language import gettext as _

Shown = Callable[[Item, str], str]
FILLED, PLAIN = "#FFF8DC", "#EAF1FB"
MOST_LISTED = 255
"""Characters of a list that a cell's own rule may hold; longer ones stand on a sheet of their own."""


def write(book: Book, shown: Shown) -> bytes:
    """The bytes of the workbook, the same for the same form; `shown` puts a canonical value into the reader's words."""
    import xlsxwriter

    out = io.BytesIO()
    made = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    _Writer(made, book, shown).write()
    made.close()
    return out.getvalue()


class _Writer:
    """The sheets of one workbook, its looks shared."""

    def __init__(self, made: Any, book: Book, shown: Shown) -> None:
        self.made, self.book, self.shown = made, book, shown
        font = {"font_name": "Times New Roman", "font_size": 11, "valign": "top", "text_wrap": True, "border": 1}
        self.head = made.add_format({**font, "bold": True, "bg_color": "#0B3D91", "font_color": "white"})
        self.section = made.add_format({**font, "bold": True, "bg_color": PLAIN})
        self.text = made.add_format(font)
        open_cell = {**font, "locked": False, "bg_color": FILLED}
        self.open = made.add_format(open_cell)
        self.number = made.add_format({**open_cell, "num_format": "#,##0.##########"})
        self.whole = made.add_format({**open_cell, "num_format": "#,##0"})
        self.day = made.add_format({**open_cell, "num_format": "dd/mm/yyyy"})
        self.plain = made.add_format({"font_name": "Times New Roman", "font_size": 12, "text_wrap": True})
        self.lists: dict[str, str] = {}

    def write(self) -> None:
        """All sheets: instructions, the form, its cases, then the hidden ones."""
        from datetime import UTC, datetime

        self.made.set_properties({"title": self.book.title, "created": datetime(2000, 1, 1, tzinfo=UTC)})
        self._instructions()
        form = self.made.add_worksheet(FORM)
        cases = {kind: self.made.add_worksheet(sheet_of(kind)) for kind in self.book.kinds}
        lists = self.made.add_worksheet(LISTS)
        self._lists(lists)
        self._form(form)
        for kind, sheet in cases.items():
            self._cases(kind, sheet)
        self._origin(self.made.add_worksheet(ORIGIN))
        lists.very_hidden()
        form.activate()

    def _instructions(self) -> None:
        sheet = self.made.add_worksheet(_("Instructions")[:31])
        sheet.set_column(0, 0, 110, self.plain)
        for row, line in enumerate((self.book.title, self.book.unit_name, "", *self.book.instructions)):
            sheet.write_string(row, 0, line, self.plain)
        sheet.protect()

    def _form(self, sheet: Any) -> None:
        heads = ("key", _("Criteria"), _("Question"), _("Unit of measure"), _("Answer"), _("Note"), _("Last time"),
                 _("Clause"))  # fmt: skip
        widths = (0, 10, 60, 14, 22, 30, 16, 28)
        for column, (title, width) in enumerate(zip(heads, widths, strict=True)):
            sheet.set_column(column, column, width, None, {"hidden": True} if column == KEY else {})
            sheet.write_string(0, column, title, self.head)
        row, section = 1, ""
        for item in self.book.items:
            if item.per:
                continue
            if item.section != section:
                section = item.section
                sheet.merge_range(row, CRITERIA, row, CLAUSE, section, self.section)
                row += 1
            self._line(sheet, row, item)
            row += 1
        self._set_up(sheet, 2)

    def _line(self, sheet: Any, row: int, item: Item) -> None:
        answer = item.answers.get("", Answered())
        text = f"{item.text}\n{item.help}" if item.help else item.text
        sheet.write_string(row, KEY, key_of(item.question), self.text)
        sheet.write_string(row, CRITERIA, item.criteria, self.text)
        sheet.write_string(row, QUESTION, text, self.text)
        sheet.write_string(row, UNIT, item.unit, self.text)
        self._answer(sheet, row, ANSWER, item, answer.value)
        sheet.write_string(row, NOTE, answer.note, self.open)
        sheet.write_string(row, BEFORE, self.shown(item, item.before.get("", "")), self.text)
        sheet.write_string(row, CLAUSE, item.clause, self.text)
        self._rule(sheet, row, ANSWER, row, item)

    def _cases(self, kind: str, sheet: Any) -> None:
        items = [item for item in self.book.items if item.per == kind]
        ids = list(dict.fromkeys(case for item in items for case in item.answers))
        sheet.set_column(CASE_KEY, CASE_KEY, 0, None, {"hidden": True})
        sheet.set_column(CASE_NAME, CASE_NAME, 45)
        sheet.set_column(FIRST_ANSWER, FIRST_ANSWER + len(items) - 1, 20)
        sheet.write_string(0, CASE_KEY, "key", self.head)
        sheet.write_string(0, CASE_NAME, self.book.kinds[kind], self.head)
        for place, item in enumerate(items):
            unit = f" ({item.unit})" if item.unit else ""
            sheet.write_string(0, FIRST_ANSWER + place, f"{item.question}: {item.text}{unit}", self.head)
            self._rule(sheet, 1, FIRST_ANSWER + place, len(ids) + SPARE, item)
        for row in range(1, len(ids) + SPARE + 1):
            case = ids[row - 1] if row <= len(ids) else ""
            sheet.write_string(row, CASE_KEY, case, self.text)
            sheet.write_string(row, CASE_NAME, case, self.text if case else self.open)
            for place, item in enumerate(items):
                self._answer(sheet, row, FIRST_ANSWER + place, item, item.answers.get(case, Answered()).value)
        self._set_up(sheet, FIRST_ANSWER)

    def _set_up(self, sheet: Any, columns: int) -> None:
        sheet.freeze_panes(1, columns + 1 if columns == QUESTION else columns)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.protect("", {"format_columns": True, "format_rows": True})

    def _answer(self, sheet: Any, row: int, column: int, item: Item, value: str) -> None:
        """A number as a number where a workbook keeps all its digits, anything else as text."""
        digits = sum(letter.isdigit() for letter in value)
        if item.type in ("count", "money", "number", "share") and value and value != "n/a" and digits <= 15:
            sheet.write_number(row, column, Decimal(value), self.whole if "." not in value else self.number)
        elif item.type == "date" and value and value != "n/a":
            sheet.write_datetime(row, column, date.fromisoformat(value), self.day)
        elif value:
            sheet.write_string(row, column, value if value == "n/a" else self.shown(item, value), self.open)
        else:
            sheet.write_blank(row, column, None, self._empty(item))

    def _empty(self, item: Item) -> Any:
        looks = {"count": self.whole, "money": self.whole, "number": self.number, "share": self.number}
        return self.day if item.type == "date" else looks.get(item.type, self.open)

    def _rule(self, sheet: Any, row: int, column: int, last: int, item: Item) -> None:
        """What a cell may hold, as a hint while it is typed: the page that reads the file back says what is wrong."""
        choices = list(_choices(item, self.shown))
        title, told = _("How to answer")[:32], _hint(item)[:255]
        rule: dict[str, Any] = {"validate": "any", "input_title": title, "input_message": told}
        if choices:
            source = choices if len(",".join(choices)) <= MOST_LISTED and not _commas(choices) else self._listed(item)
            rule |= {"validate": "list", "source": source, "error_type": "warning"}
        sheet.data_validation(row, column, last, column, rule)

    def _listed(self, item: Item) -> str:
        return f"={self.lists[item.question]}"

    def _lists(self, sheet: Any) -> None:
        for column, item in enumerate(item for item in self.book.items if item.options):
            choices = list(_choices(item, self.shown))
            # Lists have a head of their own, so that two that begin alike are no column twice when they are read.
            for row, choice in enumerate((item.question, *choices)):
                sheet.write_string(row, column, choice)
            name = f"chon_{column + 1}"
            letter = column_name(column + 1)
            self.made.define_name(name, f"={LISTS}!${letter}$2:${letter}${len(choices) + 1}")
            self.lists[item.question] = name

    def _origin(self, sheet: Any) -> None:
        sheet.write_row(0, 0, ORIGIN_COLUMNS)
        for row, line in enumerate(origin_lines(self.book, FORMAT), 1):
            for column, cell in enumerate(line):
                sheet.write_string(row, column, cell)
        sheet.very_hidden()
        sheet.protect()


def _choices(item: Item, shown: Shown) -> Iterator[str]:
    if item.type == "yes_no":
        yield from (shown(item, "yes"), shown(item, "no"))
    elif item.options:
        yield from (name for _id, name in item.options)
    else:
        return
    if item.not_applicable:
        yield "n/a"


def _commas(choices: list[str]) -> bool:
    return any("," in choice for choice in choices)


def _hint(item: Item) -> str:
    hints = {
        "count": _("A whole number"),
        "money": _("A whole number of đồng"),
        "number": _("A number"),
        "share": _("A percentage from 0 to 100"),
        "yes_no": _("Yes or no"),
        "choice": _("One of the list"),
        "date": _("A day, as 31/12/2026"),
        "link": _("A link"),
        "document": _("Number and symbol, day, issuing body, subject"),
    }
    told = hints.get(item.type, _("A text"))
    if item.unit and item.type in ("count", "number"):
        told += f" ({item.unit})"
    return f"{told}. " + _("n/a where it does not apply: say why in the note.") if item.not_applicable else f"{told}."
