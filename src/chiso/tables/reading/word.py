"""DOCX to texts and grids: merged and nested cells, footnotes, list numbers; what was deleted is not read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from chiso.tables.cells import tidy
from chiso.tables.errors import Message, message
from chiso.tables.reading import decoding, legacy, unpacking, xml
from chiso.tables.reading.blocks import MOST_CELLS, MOST_COLUMNS, Block, Grid, Piece, Text, too_many
from chiso.tables.reading.numbering import Numbering, W, integer

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_PARTS = ("word/document.xml", "word/footnotes.xml", "word/numbering.xml", "word/styles.xml")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_UNSAID = {W + name for name in ("moveFrom", "del", "instrText", "delText", "txbxContent", "rPr", "pPr")} | {_FALLBACK}
_BREAKS = {W + "br": "\n", W + "cr": "\n", W + "tab": " ", W + "noBreakHyphen": "-", W + "ptab": " "}


def blocks(raw: bytes, name: str) -> tuple[Iterator[Block], list[Message]]:
    """The tables of a document and its paragraphs, each with its number; and what there is to tell about the file.

    Macros are not run, links are not followed; text under "track changes" counts as if all changes were accepted.

    Raises:
        Unreadable: the file is damaged, has a password, declares entities, or unpacks to more than anybody writes.
    """
    parts = unpacking.parts(raw, name, lambda part: part in _PARTS)
    roots = [xml.root(parts[part], f"{name}[{part}]") if part in parts else None for part in _PARTS]
    document, footnotes, numbering, styles = roots
    if document is None:
        raise unpacking.broken(name)
    found = legacy.converter("".join(text or "" for text in _sampled(document)))
    told = [decoding.converted(found[0])] if found else []
    if any(part.endswith("vbaProject.bin") for part in unpacking.names(raw, name)):
        told.append(message("the file holds macros; they were not run"))
    notes = {} if footnotes is None else {note.get(W + "id") or "": note for note in footnotes}
    reader = _Reader(name, found[1] if found else str, Numbering(numbering, styles), notes)
    return reader.walk(document), told


def _sampled(document: Element) -> Iterator[str | None]:
    size = 0
    for text in document.iter(W + "t"):
        size += len(text.text or "") + 1
        yield text.text
        yield " "
        if size > 200_000:
            return


class _Reader:
    """A document while it is read: how many paragraphs there were, what its tables still have to bring."""

    def __init__(
        self, name: str, clean: Callable[[str], str], numbering: Numbering, footnotes: dict[str, Element]
    ) -> None:
        self.name, self.clean, self.numbering, self.footnotes = name, clean, numbering, footnotes
        self.paragraphs = 0

    def walk(self, parent: Element) -> Iterator[Block]:
        """The blocks inside an element."""
        for child in parent:
            if child.tag == W + "p":
                yield from self.paragraph(child)
            elif child.tag == W + "tbl":
                yield from self.table(child)
            elif child.tag not in _UNSAID:  # A body, a content control, text put in under track changes.
                yield from self.walk(child)

    def paragraph(self, paragraph: Element) -> Iterator[Block]:
        line = self.paragraphs + 1
        text = self.text(paragraph)
        if text:
            yield Text(text, line=line, captions=_style(paragraph) == "Caption")
        for box in paragraph.iter(W + "txbxContent"):
            if not any(above.tag == _FALLBACK for above in box.iterancestors()):
                yield from self.walk(box)

    def text(self, paragraph: Element) -> str:
        """The words of a paragraph, its list number before them."""
        self.paragraphs += 1
        number = self.numbering.next(paragraph)
        words = tidy(self.clean("".join(_said(paragraph))))
        return f"{number} {words}".strip()

    def table(self, table: Element) -> Iterator[Block]:
        """The grid of a table, then those of the tables inside its cells."""
        inner: list[Block] = []
        rows: list[list[Piece | None]] = []
        heads = 0
        for row in _rows(table):
            if row.find(f"{W}trPr/{W}tblHeader") is not None and heads == len(rows):
                heads += 1
            rows.append(self.row(row, rows[-1] if rows else [], inner))
        width = max(map(len, rows), default=0)
        if width > MOST_COLUMNS or width * len(rows) > MOST_CELLS:
            raise too_many(self.name)
        whole = [[piece or Piece("") for piece in [*row, *[None] * (width - len(row))]] for row in rows]
        if whole and width:
            yield Grid(whole, heads or None, notes=self.notes(table))
        yield from inner

    def row(self, row: Element, above: list[Piece | None], inner: list[Block]) -> list[Piece | None]:
        """The pieces of a row by column: a cell that continues one above is that one's piece."""
        pieces: list[Piece | None] = [None] * _count(row.find(f"{W}trPr/{W}gridBefore"), 0)
        for cell in _cells(row):
            piece = self.cell(cell, inner)
            properties = cell.find(W + "tcPr")
            if properties is None:
                pieces.append(piece)
                continue
            if _continues(properties, "vMerge") and len(pieces) < len(above):
                piece = above[len(pieces)] or piece
            if _continues(properties, "hMerge") and pieces:
                piece = pieces[-1] or piece
            across = max(_count(properties.find(W + "gridSpan"), 1), 1)
            pieces.extend([piece] * min(across, MOST_COLUMNS))
            if len(pieces) > MOST_COLUMNS:
                raise too_many(self.name)
        return pieces

    def cell(self, cell: Element, inner: list[Block]) -> Piece:
        """The piece of a cell, a line for each of its paragraphs; tables inside it go to `inner`."""
        line = self.paragraphs + 1
        texts = []
        for block in self.walk(cell):
            if isinstance(block, Text):
                texts.append(block.text)
            else:
                inner.append(block)
        return Piece("\n".join(texts), line=line)

    def notes(self, table: Element) -> list[str]:
        """The footnotes that the cells of a table refer to."""
        ids = [each.get(W + "id") or "" for each in table.iter(W + "footnoteReference")]
        found = [self.footnotes[id] for id in ids if id in self.footnotes]
        texts = [tidy(self.clean(" ".join("".join(_said(each)) for each in note.iter(W + "p")))) for note in found]
        return [text for text in texts if text]


def _continues(properties: Element, name: str) -> bool:
    """Whether a cell is merged with the one before it, in its column or in its row."""
    merged = properties.find(W + name)
    return merged is not None and merged.get(W + "val", "continue") == "continue"


def _style(paragraph: Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else style.get(W + "val") or ""


def _said(element: Element) -> Iterator[str]:
    """The words of a paragraph as they are printed."""
    for child in element:
        if child.tag in _UNSAID:
            continue
        if child.tag == W + "t":
            yield child.text or ""
        elif child.tag in _BREAKS:
            yield _BREAKS[str(child.tag)]
        else:
            yield from _said(child)


def _rows(table: Element) -> Iterator[Element]:
    """The rows of a table that were not deleted, those in content controls among them."""
    for child in table:
        if child.tag == W + "tr":
            if child.find(f"{W}trPr/{W}del") is None:
                yield child
        elif child.tag in (W + "sdt", W + "sdtContent", W + "ins"):
            yield from _rows(child)


def _cells(row: Element) -> Iterator[Element]:
    for child in row:
        if child.tag == W + "tc":
            yield child
        elif child.tag in (W + "sdt", W + "sdtContent", W + "ins"):
            yield from _cells(child)


def _count(element: Element | None, otherwise: int) -> int:
    return otherwise if element is None else integer(element.get(W + "val"), otherwise)
