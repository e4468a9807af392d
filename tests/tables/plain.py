"""What was read, without addresses: for equality with what a test expects."""

from typing import NamedTuple

from chiso.tables.cells import Document, Table
from chiso.tables.reading import read_bytes


class Plain(NamedTuple):
    """A table as texts."""

    number: str
    title: str
    columns: list[str]
    rows: list[list[str]]
    notes: list[str]


def plain(table: Table) -> Plain:
    """The texts of a table."""
    rows = [[cell.text for cell in row] for row in table.rows]
    return Plain(table.number, table.title, list(table.columns), rows, list(table.notes))


def tables(document: Document) -> list[Plain]:
    """The texts of all tables."""
    return [plain(table) for table in document.tables]


def read(text: str | bytes, name: str = "t.txt") -> Document:
    """The document of a text."""
    return read_bytes(text.encode() if isinstance(text, str) else text, name)


def remarks(document: Document) -> list[str]:
    """What the reader remarked, in English."""
    return [str(remark) for remark in document.remarks]
