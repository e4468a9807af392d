"""What a file is, by its content: its name may end with anything."""

from __future__ import annotations

import re
from enum import Enum

from chiso.tables.errors import Message, Unreadable, message
from chiso.tables.reading import unpacking
from chiso.tables.reading.decoding import binary


class Format(Enum):
    """The kinds of files that are read."""

    TEXT, DELIMITED, HTML, WORD, WORKBOOK, PDF = "text", "delimited", "html", "word", "workbook", "pdf"


_ZIP, _OLE, _PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF-"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM")
_PACKED = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|table|div|meta|style|p)\b",
    re.IGNORECASE | re.DOTALL,
)


def packed(raw: bytes, name: str) -> Format | None:
    """The format of a file that is not plain text; None for a text, whose format its lines tell.

    Raises:
        Unreadable: something else that is known by name, or known to be no document.
    """
    if _PDF in raw[:1024]:
        return Format.PDF
    if raw.startswith(_ZIP):
        return _zipped(raw, name)
    if raw.startswith(_OLE):
        return _compound(raw, name)
    if raw.startswith(b"{\\rtf"):
        raise binary(name, message("a document in RTF"))
    if raw.startswith(_PICTURES):
        raise binary(name, message("a picture"))
    if raw.startswith(_PACKED):
        raise binary(name, message("a packed file"))
    return None


def is_html(text: str) -> bool:
    """Whether a text is a web page, or a spreadsheet's table saved as one."""
    return _HTML.match(text[:5000]) is not None


def _zipped(raw: bytes, name: str) -> Format:
    names = set(unpacking.names(raw, name))
    if "word/document.xml" in names:
        return Format.WORD
    if names & {"xl/workbook.xml", "xl/workbook.bin"}:
        return Format.WORKBOOK
    if "ppt/presentation.xml" in names:
        raise binary(name, message("a presentation"))
    if {"mimetype", "content.xml"} <= names:
        kind = unpacking.parts(raw, name, lambda part: part == "mimetype", 1000)["mimetype"]
        if b"spreadsheet" in kind:
            return Format.WORKBOOK
        raise binary(name, message("an OpenDocument file that is no spreadsheet"))
    raise binary(name, message("a packed file"))


def _compound(raw: bytes, name: str) -> Format:
    """What a file in the form of Office before 2007 holds."""
    if _stream("EncryptedPackage") in raw or _stream("DRMEncrypted") in raw:
        raise unpacking.locked(name)
    if _stream("Workbook") in raw or _stream("Book\0") in raw:
        return Format.WORKBOOK
    what: Message = message("a file of Office before 2007 that is no workbook")
    if _stream("WordDocument") in raw:
        what = message("a Word document of before 2007 (.doc)")
    raise binary(name, what)


def _stream(name: str) -> bytes:
    return name.encode("utf-16-le")


def empty(name: str) -> Unreadable:
    """The refusal of a file without content."""
    return Unreadable(name, message("an empty file"), message("a document"), message("check that it is the right file"))
