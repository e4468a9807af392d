"""Shades for numbers between 0 and 1, and the ink that is read on each."""

from __future__ import annotations

from decimal import Decimal

from chiso.report.charts.looks import PAPER, Look

LIGHT, DARK = (0xF1, 0xF5, 0xFA), (0x12, 0x3F, 0x7A)
PALE, DEEP = (0xFF, 0xFF, 0xFD), (0x55, 0x55, 0x52)
"""Not quite grey: the greys themselves are the colours that patterns lie over."""
NONE = "#ffffff"


def shade(share: Decimal | None, look: Look) -> str:
    """The colour of a share: the darker, the more; white where there is none."""
    if share is None:
        return NONE
    low, high = (PALE, DEEP) if look is PAPER else (LIGHT, DARK)
    at = float(min(max(share, Decimal(0)), Decimal(1)))
    return "#" + "".join(f"{int(a + (b - a) * at + 0.5):02x}" for a, b in zip(low, high, strict=True))


def inked(colour: str) -> str:
    """Black or white, whichever stands out more from a colour."""
    return "#ffffff" if luminance(colour) < 0.179 else "#000000"


def luminance(colour: str) -> float:
    """Relative luminance, from 0 to 1, as WCAG 2.2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
