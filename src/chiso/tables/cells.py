"""Tables as they are printed: cells with their text and place, and the prose between them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Self

from chiso.tables.errors import Remark

_BLANKS = re.compile(r"[^\S\n]+")
_CONTROLS = [code for code in range(0x20) if chr(code) not in "\t\n\v\f\r"]
_UNSEEN = dict.fromkeys([*_CONTROLS, 0x7F, *map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff")])


@dataclass(frozen=True, slots=True)
class Address:
    """Where something is printed; what a kind of file has no word for is 0 or empty.

    file: its name; page: of a PDF; line: of a text or a page's source, or the paragraph of a DOCX; sheet: of a
    workbook, whose line is the row there. table: its number in the order of the document, from 1 (0 in prose);
    row: from 1 under the header (0 is the header); column: from 1 (0 is the whole row).
    """

    file: str
    page: int = 0
    line: int = 0
    sheet: str = ""
    table: int = 0
    row: int = 0
    column: int = 0

    def __str__(self) -> str:
        """The address as messages name it: `report.txt:104`, `report.pdf, p. 3`, `book.xlsx[Sheet1]:12`."""
        sheet = f"[{self.sheet}]" if self.sheet else ""
        line = f":{self.line}" if self.line else ""
        page = f", p. {self.page}" if self.page else ""
        return f"{self.file}{sheet}{line}{page}"


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of a cell as it is printed, and where.

    A merged cell stands at every place that it covers, and its address is the one where it is printed. A cell whose
    column had to be found (a row with fewer cells) keeps the column where it is printed too.
    exact: the number of a cell that was typed as a number (in a workbook), as a decimal with a dot; else empty.
    """

    text: str
    at: Address
    exact: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A piece of prose and where it begins."""

    text: str
    at: Address


@dataclass(frozen=True, slots=True)
class Caption:
    """The number and title of a table, as its caption or the list of tables says: `2.1`, `Chỉ số …`."""

    number: str
    title: str
    at: Address


@dataclass(frozen=True)
class Table:
    """A table with what belongs to it.

    number: as printed (`2.1`), empty where there is none; title: without the number; columns: their names, the rows
    of a header joined by " / "; rows: all as wide as `columns`; notes: what stands under it (or the unit of measure
    over it); source: the file; at: where its header stands; titled: where its title stands, or None.
    """

    number: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...]
    source: str
    at: Address
    titled: Address | None = None

    def column(self, place: int) -> tuple[Cell, ...]:
        """The cells under the column at `place`, counted from 0."""
        return tuple(row[place] for row in self.rows)

    @property
    def named(self) -> str:
        """What messages call the table: its number, else its place in the document."""
        return self.number or f"#{self.at.table}"


@dataclass(frozen=True)
class Document:
    """Everything that was read from a file.

    tables: in the order of the document; prose: the paragraphs outside them, captions and notes left out;
    contents: the entries of a list of tables; remarks: what the reader did or could not tell.
    """

    source: str
    tables: tuple[Table, ...]
    prose: tuple[Paragraph, ...]
    contents: tuple[Caption, ...] = ()
    remarks: tuple[Remark, ...] = ()

    def noted(self, *remarks: Remark) -> Self:
        """The same document with further remarks, put first."""
        return type(self)(self.source, self.tables, self.prose, self.contents, (*remarks, *self.remarks))


def tidy(text: str) -> str:
    """The text in Unicode form NFC, blanks of any kind folded to one, its lines and ends trimmed, empty lines gone.

    Characters that nobody sees (controls, soft hyphens, zero-width blanks, byte order marks) are left out.
    """
    text = text.translate(_UNSEEN)
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    if "\n" in text or "\r" in text:
        lines = (_BLANKS.sub(" ", line).strip() for line in text.splitlines())
        return "\n".join(line for line in lines if line)
    return _BLANKS.sub(" ", text).strip()
