"""PDF with a text layer to texts and grids: pages without rules are read quickly, ruled tables cell by cell."""

from __future__ import annotations

import io
import logging
import re
import struct
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from chiso.tables.cells import tidy
from chiso.tables.errors import Message, Unreadable, message
from chiso.tables.reading import pdf_page, titles, unpacking
from chiso.tables.reading.blocks import Block, Grid, Text

Progress = Callable[[range], Iterable[int]]
"""Hands out the numbers of the pages one by one, and may show how far it is."""

MOST_PAGES = 5000
_RULES = 4
"""Drawn paths from which on a page may hold a ruled table."""
_BROKEN = (ValueError, TypeError, KeyError, IndexError, AttributeError, AssertionError, RecursionError, struct.error,
           zlib.error)  # fmt: skip
_FULL = 0.7
"""The share of the longest line from which on a line may go on in the next."""
_ROW = re.compile(r"^\d{1,4}[. ]\s*\S.*\d%?$", re.MULTILINE)
_CAPTION_LINE = re.compile(r"^\s*(?:bảng|biểu)\s+(?:số\s+)?\d", re.IGNORECASE | re.MULTILINE)
_ITEM = re.compile(r"[-–+•*]\s|\(?\w{1,4}[.)]\s|(?:\d+\.)+\d*\s")


@dataclass
class Page:
    """What a page holds, from top to bottom: lines of text, and tables."""

    number: int
    blocks: list[Block] = field(default_factory=list)
    has_text: bool = True


def blocks(raw: bytes, name: str, progress: Progress | None = None) -> tuple[Iterator[Block], list[Message]]:
    """The tables and paragraphs of all pages, and what there is to tell about the file.

    Raises:
        Unreadable: the file is damaged, has a password, is longer than anybody prints, or is pictures without text.
    """
    with _quiet():
        pages = _read(raw, name, progress)
    silent = [page.number for page in pages if not page.has_text]
    if len(silent) == len(pages):
        raise Unreadable(
            name, message("a PDF of {count} pages without text (scanned pictures)", count=len(pages)),
            message("a PDF with a text layer"),
            message("run text recognition (OCR) on it first, or ask for the original"),
        )  # fmt: skip
    told = (
        [message("pages {pages} hold no text and were not read", pages=", ".join(map(str, silent)))] if silent else []
    )
    _drop_furniture(pages)
    return _joined(block for page in pages for block in page.blocks), told


def _read(raw: bytes, name: str, progress: Progress | None) -> list[Page]:
    import pdfplumber
    import pypdfium2

    try:
        quick = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        raise (unpacking.locked(name) if "password" in str(error).casefold() else unpacking.broken(name)) from None
    try:
        if len(quick) > MOST_PAGES:
            raise Unreadable(
                name, message("a PDF of {count} pages", count=len(quick)), message("at most {most}", most=MOST_PAGES),
                message("split it"),
            )  # fmt: skip
        with pdfplumber.open(io.BytesIO(raw)) as slow:
            numbers = range(1, len(quick) + 1)
            return [_page(quick, slow, number) for number in (progress(numbers) if progress else numbers)]
    except (*_BROKEN, pypdfium2.PdfiumError, pdfplumber.utils.exceptions.PdfminerException,
            pdfplumber.utils.exceptions.MalformedPDFException):  # fmt: skip
        raise unpacking.broken(name) from None
    finally:
        quick.close()


def _page(quick: Any, slow: Any, number: int) -> Page:
    text, rules = _glance(quick, number)
    if not text.strip():
        return Page(number, has_text=False)
    if rules >= _RULES or _CAPTION_LINE.search(text) or len(_ROW.findall(text)) >= 3:
        found = slow.pages[number - 1]
        try:
            return Page(number, list(pdf_page.blocks(found, number)))
        finally:
            found.close()
    lines = (tidy(line.replace("\ufffe", "").replace("\x02", "")) for line in text.splitlines())
    return Page(number, [Text(line, page=number) for line in lines if line])


def _glance(quick: Any, number: int) -> tuple[str, int]:
    """The text of a page and how many paths are drawn on it."""
    from pypdfium2 import raw as constants

    page = quick[number - 1]
    try:
        words = page.get_textpage()
        try:
            text = words.get_text_range()
        finally:
            words.close()
        rules = sum(1 for _ in page.get_objects(filter=[constants.FPDF_PAGEOBJ_PATH]))
        return text, rules
    finally:
        page.close()


def _drop_furniture(pages: list[Page]) -> None:
    """Takes page numbers, and lines that most pages begin or end with, out of the pages."""
    ends = Counter(
        _alike(page.blocks[place]) for page in pages if page.blocks for place in {0, len(page.blocks) - 1} - {-1}
    )
    for page in pages:
        for place in (-1, 0):
            while page.blocks and _is_furniture(_alike(page.blocks[place]), ends, len(pages)):
                page.blocks.pop(place)


def _alike(block: Block) -> str:
    """A line with its numbers made alike; empty for a table."""
    return re.sub(r"\d+", "#", block.text) if isinstance(block, Text) else ""


def _is_furniture(line: str, ends: Counter[str], pages: int) -> bool:
    if not line or _CAPTION_LINE.match(line.replace("#", "1")):
        return False
    return re.fullmatch(r"(?:trang |page )?[-–]?\s*#\s*[-–]?(?:\s*/\s*#)?", line, re.IGNORECASE) is not None or (
        pages >= 3 and ends[line] * 2 >= pages and ends[line] >= 3
    )


def _joined(blocks: Iterator[Block]) -> Iterator[Block]:
    """The blocks with lines that go on put together to paragraphs."""
    begun: Text | None = None
    last = ""
    longest = 0
    for block in blocks:
        if begun and isinstance(block, Text) and _goes_on(last, block.text, longest):
            begun.text += " " + block.text
        else:
            if begun:
                yield begun
            begun = None
            if isinstance(block, Grid):
                yield block
                continue
            begun = Text(block.text, block.page)
        last = block.text
        longest = max(longest, len(last))
    if begun:
        yield begun


def _goes_on(last: str, line: str, longest: int) -> bool:
    """Whether a line is the rest of the one before: that one is nearly as long as any, and ends no sentence."""
    if last.endswith((".", ":", ";")) or len(last) < _FULL * longest:
        return False
    return not (_ITEM.match(line) or titles.captioned(line) or titles.is_note(line, ()))


@contextmanager
def _quiet() -> Iterator[None]:
    """Keeps the libraries' remarks on fonts and colours away from the user."""
    logger = logging.getLogger("pdfminer")
    level = logger.level
    logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        logger.setLevel(level)
