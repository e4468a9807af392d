"""The letters on the pages of a PDF, and the margins that they show.

The top margin is where text begins, and so is the left one where lines go on to the next. The right one shows where
at least three lines, of text or of a table, end at it; the bottom one where a paragraph goes on from one page to the
next, to within the lines that are kept together. Where a text shows no more, a margin is only known to be no greater
than the free space.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

POINTS = 72
TOP = 56
"""Points from the top of the page within which only its number stands: just below 20 mm."""
EDGE = 1
"""Points by which lines that end at one margin may differ."""
KEPT = 48
"""Points: three lines of 14 points, the most that stay free below a paragraph that goes on."""


def marked(page: Any) -> Iterator[tuple[Any, int | None]]:
    """The letters of a page in the order that they are written, each with the mark of the content it belongs to.

    The mark holds until the next one: the reader forgets it behind a stretch inside it that is marked by itself.
    """
    mark = None
    for char in page.chars:
        mark = mark if char["mcid"] is None else char["mcid"]
        yield char, None if char["tag"] == "Artifact" else mark


def text_of(page: Any) -> list[Any]:
    """The letters of a page that are no part of a picture, where its structure names the pictures."""
    drawn = {mark for element in page.structure_tree for mark in _figures(element)}
    return [char for char, mark in marked(page) if mark not in drawn]


def _figures(element: Any) -> Iterator[int]:
    """The marks of the content of figures."""
    inside = element["type"] == "Figure"
    yield from element.get("mcids", ()) if inside else ()
    for child in element.get("children", ()):
        yield from _marks(child) if inside else _figures(child)


def _marks(element: Any) -> Iterator[int]:
    """The marks of all content of an element."""
    yield from element.get("mcids", ())
    for child in element.get("children", ()):
        yield from _marks(child)


def millimetres(points: Any) -> int:
    """Millimetres to the nearest one."""
    return int(points * 254 / POINTS + 5) // 10


def margins(pages: Sequence[Any]) -> tuple[int, int, int, int]:
    """The top, bottom, left and right margins of pages of one part in millimetres, as far as their text shows them."""
    letters = [[char for char in text_of(page) if char["bottom"] >= TOP and char["text"].strip()] for page in pages]
    found = [char for each in letters for char in each]
    drawn = [rule for page in pages for rule in (*page.lines, *page.rects)]
    width, height = pages[0].width, pages[0].height
    left = min(each["x0"] for each in (*found, *drawn))
    right = width - max(each["x1"] for each in (*found, *drawn))
    top = min(char["top"] for char in found)
    bottom = height - max(char["bottom"] for char in found)
    shared = _shared(found, drawn, width - right)
    going_on = any(_goes_on(before, after, left, width - right) for before, after in pairwise(letters))
    return (
        millimetres(top),
        millimetres(bottom - KEPT) if going_on and millimetres(bottom - KEPT) > 25 else min(millimetres(bottom), 20),
        # Where no line goes on to the next one, all may be first lines, which are indented.
        millimetres(left) if shared else min(millimetres(left), 35),
        millimetres(right) if shared else min(millimetres(right), 15),
    )


def _shared(letters: Sequence[Any], drawn: Sequence[Any], edge: Any) -> bool:
    """Whether at least three lines, of text or of a table, end at an edge."""
    return len({int(each["bottom"]) for each in (*letters, *drawn) if abs(each["x1"] - edge) < EDGE}) > 2


def _goes_on(before: Sequence[Any], after: Sequence[Any], left: Any, right: Any) -> bool:
    """Whether a paragraph goes on on the next page: a line that ends at the margin, then one without indent."""
    if not before or not after:
        return False
    last = max(char["bottom"] for char in before)
    first = min(char["top"] for char in after)
    ends = max(char["x1"] for char in before if last - char["bottom"] < EDGE)
    begins = min(char["x0"] for char in after if char["top"] - first < EDGE)
    return bool(abs(ends - right) < EDGE and abs(begins - left) < EDGE)
