"""How large the picture of a figure stands on a page."""

from __future__ import annotations

import re

from chiso.report.official.form import MEASURES, PAGE

POINTS = 0.75
"""Points to a pixel of a picture, which is 1/96 inch."""
LEAST = 0.5
"""The least share of its natural size at which the letters of a picture, of 10 points, can still be read."""
TITLE = 22
"""Millimetres that a title of three lines takes below its picture."""

_SIZE = re.compile(r'<svg[^>]*?\bwidth="([0-9.]+)"[^>]*?\bheight="([0-9.]+)"')


def printed_width(picture: str, *, wide: bool) -> float | None:
    """The width of an SVG in points so that it fits on a page with its title; None where it could not be read then.

    wide: whether the page lies on its side.
    """
    found = _SIZE.search(picture)
    assert found is not None, "a picture tells its size"
    width, height = (float(each) * POINTS for each in found.groups())
    across, down = PAGE[::-1] if wide else PAGE
    most_across = (across - MEASURES.left - MEASURES.right) * 72 / 25.4
    most_down = (down - MEASURES.top - MEASURES.bottom - TITLE) * 72 / 25.4
    scale = min(1, most_across / width, most_down / height)
    return width * scale if scale >= LEAST else None
