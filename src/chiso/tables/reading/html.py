"""Web pages to texts and grids: tables with merged cells, captions and the words around; scripts are no words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from chiso.tables.cells import tidy
from chiso.tables.errors import Unreadable, message
from chiso.tables.reading.blocks import Block, Grid, Piece, Text, rectangle

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SILENT = {"script", "style", "template", "noscript", "head", "svg", "object", "iframe", "select", "button", "textarea"}
_BREAKS = {
    "address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset", "figure",
    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre",
    "section", "table", "td", "th", "tr", "tbody", "thead", "tfoot", "ul", "br", "caption",
}  # fmt: skip
_BLANKS = re.compile(r"\s+")
_MOST_ACROSS = 1000
"""Columns that one cell covers at most, as in a browser."""


def blocks(text: str, name: str) -> Iterator[Block]:
    """The tables of a page and the paragraphs around them, each with the line of the source that it begins in.

    Nothing is fetched and nothing is run: addresses, scripts and styles are not looked at. A table around other
    tables places them on the page; only those inside are read.
    """
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring(text.encode("utf-8"), parser)
    if root is None:
        raise Unreadable(
            name, message("a page without content"), message("a page with tables"),
            message("check that it is the right file"),
        )  # fmt: skip
    yield from _Page(name).walk(root)


class _Page:
    """A page while it is read: the words since the last block began."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.words: list[str] = []
        self.line = 0

    def walk(self, element: Element) -> Iterator[Block]:
        """The blocks of an element and of what it holds."""
        tag = _tag(element)
        if tag in _SILENT:
            return
        if tag == "table" and not any(True for _ in element.iterdescendants("table")):
            yield from self.ended()
            grid = _grid(element, self.name)
            if grid.rows:
                yield grid
            return
        broken = tag in _BREAKS
        if broken:
            yield from self.ended()
        self.say(element.text, element)
        for child in element:
            yield from self.walk(child)
            self.say(child.tail, child)
        if broken:
            yield from self.ended()

    def say(self, words: str | None, near: Element) -> None:
        if words and words.strip():
            self.line = self.line or _line(near)
        if words:
            self.words.append(words)

    def ended(self) -> Iterator[Text]:
        """The paragraph that has ended, if it says anything."""
        text = tidy(_BLANKS.sub(" ", "".join(self.words)))
        if text:
            yield Text(text, line=self.line)
        self.words, self.line = [], 0


def _grid(table: Element, name: str) -> Grid:
    """The cells of a table; its head is what `thead` holds, or the rows of `th` alone at its top."""
    rows = list(table.iter("tr"))
    heads = 0
    for row in rows:
        cells = [_tag(cell) for cell in row if _tag(cell) in ("td", "th")]
        parent = row.getparent()
        if (parent is not None and _tag(parent) == "thead") or set(cells) == {"th"}:
            heads += 1
        else:
            break
    caption = next(iter(table.iter("caption")), None)
    words = "" if caption is None else " ".join(_words(caption).split())
    placed = rectangle((_cells(row, len(rows) - place) for place, row in enumerate(rows)), name)
    return Grid(placed, heads or None, words)


def _cells(row: Element, left: int) -> list[tuple[Piece, int, int]]:
    """The cells of a row, and how many rows and columns each covers; `left` rows are left in the table."""
    found = []
    for cell in row:
        if _tag(cell) in ("td", "th"):
            # A cell that covers 0 rows covers all that are left.
            down = _count(cell.get("rowspan"), left) or left
            across = max(_count(cell.get("colspan"), _MOST_ACROSS), 1)
            found.append((Piece(_words(cell), line=_line(cell)), down, across))
    return found


def _count(text: str | None, most: int) -> int:
    """The number of an attribute, 1 where it is none."""
    digits = (text or "").strip()[:6]
    return min(int(digits), most) if digits.isascii() and digits.isdecimal() else 1


def _words(element: Element) -> str:
    """The words of a cell, a line for each line or paragraph in it."""
    parts: list[str] = []

    def collect(inner: Element) -> None:
        if _tag(inner) in _SILENT:
            return
        broken = inner is not element and _tag(inner) in _BREAKS
        parts.append("\n" if broken else "")
        parts.append(_BLANKS.sub(" ", inner.text or ""))
        for child in inner:
            collect(child)
            parts.append(_BLANKS.sub(" ", child.tail or ""))
        parts.append("\n" if broken else "")

    collect(element)
    return tidy("".join(parts))


def _tag(element: Element) -> str:
    return element.tag.lower()


def _line(element: Element) -> int:
    return int(getattr(element, "sourceline", 0) or 0)
