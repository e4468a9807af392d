"""How long a line of bold Times New Roman is, for rules that are a share of a line."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

# Thousandths of the size, from the metrics of Times Bold; marks above and below a letter do not widen it.
_WIDTHS = {
    **dict(zip("ABCDEFGHIJKLM", (722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944), strict=True)),
    **dict(zip("NOPQRSTUVWXYZ", (722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667), strict=True)),
    **dict(zip("abcdefghijklm", (500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833), strict=True)),
    **dict(zip("nopqrstuvwxyz", (556, 500, 556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444), strict=True)),
    **dict.fromkeys("0123456789", 500),
    **dict(zip(" -,./():;–…Đđ", (250, 333, 250, 250, 278, 333, 333, 333, 333, 500, 1000, 722, 556), strict=True)),
}


def line_length(text: str, size: int) -> int:
    """The length of a line in twentieths of a point.

    size: in points.
    """
    letters = unicodedata.normalize("NFD", text)
    widths = (_WIDTHS.get(letter, 600) for letter in letters if not unicodedata.combining(letter))
    return sum(widths) * size * 20 // 1000


def rule_length(lines: Sequence[str], size: int, most: int) -> int:
    """Two fifths of the longest line, or of the room that lines are broken in; in twentieths of a point."""
    return min(max(line_length(line, size) for line in lines), most) * 2 // 5
