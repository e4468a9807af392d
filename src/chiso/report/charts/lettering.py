"""How wide texts are, near enough to keep them apart; the same on every machine, whatever fonts it has."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from chiso.report.charts.looks import Shape

NARROWS, WIDES = frozenset("iljtfrI.,;:'|!()[]-/ ·"), frozenset("mwMWOQ@%→")


def width(text: str, shape: Shape, *, bold: bool = False, smaller: int = 0) -> int:
    """The pixels that a text takes at a shape's size, or so much smaller; rather too many than too few."""
    thousandths = sum(_letter(letter) for letter in unicodedata.normalize("NFC", text))
    return -(-thousandths * (shape.size - smaller) * shape.look.letters * (107 if bold else 100) // 10_000_000)


def _letter(letter: str) -> int:
    base = unicodedata.normalize("NFD", letter)[0]
    if base in NARROWS:
        return 340
    if base in WIDES:
        return 880
    return 690 if base.isupper() else 570


def cut(text: str, room: int, shape: Shape, *, smaller: int = 0) -> str:
    """The text, or as much of its beginning as the room holds, with an ellipsis."""
    text = " ".join(text.split())
    if width(text, shape, smaller=smaller) <= room:
        return text
    kept = text[: 4 * room]
    while kept and width(kept + "…", shape, smaller=smaller) > room:
        kept = kept[:-1]
    return kept.rstrip() + "…"


def longest(texts: Iterable[str], shape: Shape, *, bold: bool = False, smaller: int = 0) -> int:
    """The width of the widest text; 0 without any."""
    return max((width(text, shape, bold=bold, smaller=smaller) for text in texts), default=0)


def breadth(shape: Shape, taken: int) -> int:
    """The width of the field of a picture whose texts take so much beside it."""
    return shape.plot if shape.width is None else max(shape.width - taken, 120)
