"""How large the picture of a figure stands on a page."""

from __future__ import annotations

import re

from chiso.report.official.form import MEASURES, PAGE

PIXEL = 75
"""Hundredths of a point to a pixel of a picture, which is 1/96 inch."""
LEAST = 50
"""The least size in percent of the natural one at which the letters of a picture, of 10 points, can still be read."""
TITLE = 22
"""Millimetres that a title of three lines takes below its picture."""

_SIZE = re.compile(r'<svg[^>]*?\bwidth="(\d+)[^>]*?\bheight="(\d+)')


def printed_width(picture: str, *, wide: bool) -> int | None:
    """The width of an SVG on a page with its title, in hundredths of a point; None where it could not be read then.

    wide: whether the page lies on its side.
    """
    found = _SIZE.search(picture)
    assert found is not None, "a picture tells its size"
    width, height = (int(each) * PIXEL for each in found.groups())
    across, down = PAGE[::-1] if wide else PAGE
    most_across = _hundredths(across - MEASURES.left - MEASURES.right)
    most_down = _hundredths(down - MEASURES.top - MEASURES.bottom - TITLE)
    fitting = min(width, most_across, width * most_down // height)
    return fitting if fitting * 100 >= width * LEAST else None


def _hundredths(millimetres: int) -> int:
    return millimetres * 72000 // 254
