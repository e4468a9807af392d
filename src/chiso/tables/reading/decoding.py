"""Bytes to text: Unicode by its marks or its form, else an alphabet before Unicode, else a refusal."""

from __future__ import annotations

import re

from chiso.tables.errors import Message, Unreadable, message
from chiso.tables.reading import legacy

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SAMPLE = 200_000
"""Characters from which an alphabet is told."""
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def decoded(raw: bytes, name: str) -> tuple[str, str]:
    """The text of bytes, and the name of the alphabet before Unicode that it was written in, else an empty one.

    Raises:
        Unreadable: they are no text, or one in an alphabet that nobody knows here.
    """
    text = _unicode(raw, name)
    if text is not None:
        found = legacy.converter(text[:_SAMPLE])
        return (found[1](text), found[0]) if found else (text, "")
    if b"\0" in raw or _controls(raw.decode("latin-1")):
        raise binary(name)
    recovered = legacy.decoded(raw)
    if recovered is None:
        raise Unreadable(
            name, message("bytes that are no text in UTF-8, UTF-16, windows-1258, TCVN3 or VNI"),
            message("a text in UTF-8"), message("save the file as UTF-8"),
        )  # fmt: skip
    return recovered


def _unicode(raw: bytes, name: str) -> str | None:
    """The text of Unicode bytes; None where they are none."""
    coding = next((coding for mark, coding in _MARKS if raw.startswith(mark)), "utf-8")
    try:
        text = raw.decode(coding)
    except UnicodeDecodeError:
        if coding == "utf-8":
            return None
        raise binary(name) from None
    if _controls(text):
        raise binary(name)
    return text


def _controls(text: str) -> bool:
    return _CONTROLS.search(text) is not None


def binary(name: str, what: Message | None = None) -> Unreadable:
    """The refusal of bytes that are no document read here, by the name of what they are where it is known."""
    return Unreadable(
        name, what or message("bytes of no text"),
        message("a DOCX, PDF, HTML, XLSX, XLS, ODS, CSV or plain text, whatever its name ends with"),
        message("check that it is the right file, or save it as one of these"),
    )  # fmt: skip


def converted(name: str) -> Message:
    """What was done to a text in an alphabet before Unicode."""
    return message("the text was written in {alphabet} and was converted to Unicode", alphabet=name)
