"""Patterns over greys, so that black-and-white print tells more shades apart than eyes tell greys."""

from __future__ import annotations

from chiso.report.charts.looks import PAPER

LINES = {
    "rising": "M-1 1L1-1M0 6L6 0M5 7L7 5",
    "falling": "M-1 5L1 7M0 0L6 6M5-1L7 1",
    "level": "M0 3H6",
    "upright": "M3 0V6",
    "crossed": "M0 3H6M3 0V6",
    "dotted": "M2 3H4M3 2V4",
}
OVER = {
    PAPER.none: ("falling", "#8d8d8d"),
    PAPER.levels[1]: ("rising", "#ffffff"),
    PAPER.levels[3]: ("dotted", "#000000"),
    PAPER.series[1]: ("rising", "#000000"),
    PAPER.series[3]: ("dotted", "#000000"),
    PAPER.series[4]: ("falling", "#ffffff"),
    PAPER.series[5]: ("upright", "#ffffff"),
    PAPER.series[6]: ("level", "#000000"),
    PAPER.series[7]: ("crossed", "#ffffff"),
    PAPER.series[8]: ("falling", "#000000"),
}
"""The pattern that lies over a grey, and the colour of its lines; other greys stay plain."""


def patterned(picture: str) -> str:
    """The SVG with the patterns of the greys that it uses."""
    used = [grey for grey in OVER if f'fill="{grey}"' in picture]
    for grey in used:
        picture = picture.replace(f'fill="{grey}"', f'fill="url(#over{grey[1:]})"')
    if not used:
        return picture
    at = picture.index(">", picture.index("<svg")) + 1
    return f"{picture[:at]}<defs>{''.join(_pattern(grey) for grey in used)}</defs>{picture[at:]}"


def _pattern(grey: str) -> str:
    name, ink = OVER[grey]
    lines = f'<path d="{LINES[name]}" stroke="{ink}" stroke-width="0.9"/>'
    field = f'<rect width="6" height="6" fill="{grey}"/>'
    return f'<pattern id="over{grey[1:]}" width="6" height="6" patternUnits="userSpaceOnUse">{field}{lines}</pattern>'
