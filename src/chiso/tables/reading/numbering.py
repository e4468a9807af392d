"""The numbers that Word writes by itself: a column "STT" often holds nothing else."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACE = re.compile(r"%(\d)")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


class Numbering:
    """The lists of a document while it is read from its beginning: each paragraph of a list moves its count on."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        self.levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        self.kinds: dict[str, str] = {}
        self.styles: dict[str, tuple[str, int]] = {}
        self.counts: dict[str, dict[int, int]] = defaultdict(dict)
        if numbering is not None:
            self._learn(numbering)
        for style in styles.iter(W + "style") if styles is not None else ():
            found = _numbered(style)
            if found:
                self.styles[style.get(W + "styleId") or ""] = found

    def _learn(self, numbering: Element) -> None:
        for kind in numbering.iterfind(W + "abstractNum"):
            levels = {}
            for level in kind.iterfind(W + "lvl"):
                form, text, start = (_value(level, each) for each in ("numFmt", "lvlText", "start"))
                levels[integer(level.get(W + "ilvl"), 0)] = (form, text, integer(start, 1))
            self.levels[kind.get(W + "abstractNumId") or ""] = levels
        for each in numbering.iterfind(W + "num"):
            self.kinds[each.get(W + "numId") or ""] = _value(each, "abstractNumId")

    def next(self, paragraph: Element) -> str:
        """The number that stands before a paragraph, empty where it has none; the count of its list moves on."""
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        found = _numbered(paragraph) or self.styles.get("" if style is None else style.get(W + "val") or "")
        if not found:
            return ""
        kind, level = self.kinds.get(found[0], ""), found[1]
        levels = self.levels.get(kind, {})
        form, text, start = levels.get(level, ("", "", 1))
        if form in ("", "bullet", "none"):
            return ""
        counts = self.counts[kind]
        counts[level] = counts.get(level, start - 1) + 1
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]

        def filled(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            other, _, first = levels.get(place, ("decimal", "", 1))
            return _said(counts.get(place, first), other)

        return _PLACE.sub(filled, text)


def _numbered(owner: Element) -> tuple[str, int] | None:
    """The list and level that a paragraph or a style names."""
    found = owner.find(f"{W}pPr/{W}numPr")
    if found is None:
        return None
    id = _value(found, "numId")
    return None if id in ("", "0") else (id, integer(_value(found, "ilvl"), 0))


def _value(owner: Element, name: str) -> str:
    found = owner.find(W + name)
    return "" if found is None else found.get(W + "val") or ""


def integer(text: str | None, otherwise: int) -> int:
    """The number of an attribute, or another where it holds none."""
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 10 else otherwise


def _said(number: int, form: str) -> str:
    match form:
        case "lowerLetter" | "upperLetter":
            letter = chr(ord("a") + (number - 1) % 26)
            return letter if form == "lowerLetter" else letter.upper()
        case "lowerRoman" | "upperRoman":
            text, left = "", min(number, 4000)
            for value, sign in _ROMAN:
                text += sign * (left // value)
                left %= value
            return text if form == "lowerRoman" else text.upper()
        case "decimalZero":
            return str(number).rjust(2, "0")
    return str(number)
