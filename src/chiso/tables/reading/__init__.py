"""Documents to tables: `read` tells the format by the content and hands it to the module of that format."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from chiso.tables.cells import Document
from chiso.tables.errors import Message, Remark, Unreadable, message
from chiso.tables.reading import assembling, decoding, delimited, detecting, html, lists, pdf, text, word, workbook
from chiso.tables.reading.blocks import Block
from chiso.tables.reading.detecting import Format

MOST_BYTES = 256 * 1024 * 1024
"""Bytes of one document."""

__all__ = ["MOST_BYTES", "read", "read_bytes"]


def read(path: Path, progress: pdf.Progress | None = None) -> Document:
    """The tables and prose of a file; `progress` hands out the pages of a PDF one by one.

    Raises:
        Unreadable: it is none, cannot be read, or holds nothing that is read here; nothing of it is run or fetched.
    """
    if path.is_dir():
        raise Unreadable(
            str(path), message("a folder"), message("a file"), message("name a file inside it, or another file")
        )
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise Unreadable(
            str(path), message("a file that cannot be read ({reason})", reason=reason), message("a file that is there"),
            message("check the name and the rights"),
        ) from None  # fmt: skip
    return read_bytes(raw, str(path), progress)


def read_bytes(raw: bytes, name: str, progress: pdf.Progress | None = None) -> Document:
    """The tables and prose of a file's bytes; `name` is what addresses and messages call it.

    Raises:
        Unreadable: as for `read`.
    """
    if len(raw) > MOST_BYTES:
        most = f"{MOST_BYTES // (1024 * 1024)} MB"
        raise Unreadable(
            name, message("a file larger than {most}", most=most), message("at most {most}", most=most),
            message("check that it is the right file, or split it"),
        )  # fmt: skip
    if not raw.strip():
        raise detecting.empty(name)
    blocks, told = _blocks(raw, name, progress)
    document = assembling.assembled(lists.tabled(blocks), name)
    return document.noted(*(Remark(name, what) for what in told))


def _blocks(raw: bytes, name: str, progress: pdf.Progress | None) -> tuple[Iterable[Block], list[Message]]:
    """The blocks of a file, and what there is to tell about it."""
    match detecting.packed(raw, name):
        case Format.PDF:
            return pdf.blocks(raw, name, progress)
        case Format.WORD:
            return word.blocks(raw, name)
        case Format.WORKBOOK:
            return workbook.blocks(raw, name)
    said, alphabet = decoding.decoded(raw, name)
    told = [decoding.converted(alphabet)] if alphabet else []
    if detecting.is_html(said):
        return html.blocks(said, name), told
    mark = delimited.separator(said)
    return (delimited.blocks(said, name, mark) if mark else text.blocks(said)), told
