"""What maps of outlines and of tiles share: colours of places, texts in places of the picture, the legend."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from chiso.language import gettext as _
from chiso.report.charts.lettering import cut
from chiso.report.charts.looks import PAPER, Look, Shape
from chiso.report.charts.marks import over
from chiso.report.charts.shades import shade
from chiso.report.figures import Area, Map

WIDTHS = {"w": 620, "n": 320, "p": 540}
TALLEST = {"w": 900, "n": 640, "p": 720}
KEY = 14
"""The side of a box of the legend."""


def colour(area: Area | None, figure: Map, look: Look) -> str:
    """The colour of a place: of its class, or the darker, the greater its share."""
    if area is None or (area.level is None and (figure.classes or area.share is None)):
        return look.none
    if area.level is not None:
        return look.levels[min(area.level[0], len(look.levels) - 1)]
    return shade(area.share, look)


def flattened(look: Look) -> Look:
    """The look without patterns over the greys of classes, since these would cover the letters in tiles."""
    if look is not PAPER:
        return look
    return replace(look, levels=tuple(grey[:5] + f"{max(int(grey[5:], 16) - 1, 0):02x}" for grey in look.levels))


def flat() -> dict[str, Any]:
    """The channels of places in pixels."""
    import altair as alt

    none: dict[str, Any] = {"scale": None, "axis": None}
    return {"x": alt.X("x:Q", **none), "y": alt.Y("y:Q", **none)}


def words(lines: Sequence[tuple[float, float, str]], shape: Shape, align: str = "center", **style: Any) -> Any:
    """Texts in places of the picture."""
    values = [{"x": x, "y": y, "text": text} for x, y, text in lines]
    look: dict[str, Any] = {"fontSize": shape.size - 1, "color": shape.look.ink, "baseline": "middle", "align": align}
    return over(values).mark_text(**(look | style)).encode(**flat(), text="text:N")


def boxes(found: Sequence[tuple[float, float, float, float, str]], shape: Shape) -> Any:
    """Filled boxes: the left, the top, the width, the height and the colour of each."""
    import altair as alt

    values = [{"x": x, "y": y, "x2": x + wide, "y2": y + tall, "colour": fill} for x, y, wide, tall, fill in found]
    rects = over(values).mark_rect(stroke=shape.look.border, strokeWidth=0.8)
    return rects.encode(**flat(), x2="x2:Q", y2="y2:Q", fill=alt.Fill("colour:N", scale=None))


def keys(figure: Map, look: Look) -> list[tuple[str, str]]:
    """What the colours mean: the classes, or the least and the greatest number; and where there is no result."""
    none = [(_("no result"), look.none)]
    if figure.classes:
        last = len(look.levels) - 1
        return [(name, look.levels[min(at, last)]) for at, name in enumerate(figure.classes)] + none
    known = sorted((area for area in figure.areas if area.share is not None), key=lambda area: area.share or 0)
    if not known:
        return none
    ends = [known[-1], known[len(known) // 2], known[0]] if len(known) > 2 else known[::-1]
    return [(area.text, shade(area.share, look)) for area in ends] + none


def legend(figure: Map, shape: Shape, left: float, top: float) -> list[Any]:
    """The colours with their meanings, from a place of the picture down."""
    found = keys(figure, shape.look)
    room = max(WIDTHS[shape.name] - int(left) - KEY - 14, 60)
    tops = [top + (KEY + 6) * at for at in range(len(found))]
    squares = [(left, y, KEY + 6.0, KEY, fill) for y, (_name, fill) in zip(tops, found, strict=True)]
    texts = [
        (left + KEY + 12, y + KEY / 2, cut(name, room, shape, smaller=1))
        for y, (name, _fill) in zip(tops, found, strict=True)
    ]
    return [boxes(squares, shape), words(texts, shape, "left")]
