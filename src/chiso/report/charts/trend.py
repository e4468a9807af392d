"""One thing over times: a line with its numbers."""

from __future__ import annotations

import json
from typing import Any

from chiso.report.charts.lettering import breadth, cut, longest
from chiso.report.charts.looks import Shape
from chiso.report.charts.marks import over, pictured
from chiso.report.figures import Point, Trend

HEIGHT = 180
SIDE = 84


def drawn(figure: Trend, shape: Shape) -> Any:
    """The line of a trend, broken where there is no number; the better, the higher."""
    import altair as alt

    plot = breadth(shape, SIDE)
    told = {id(point) for point in _told(figure, plot, shape)}
    values = [
        {"at": at, "label": point.label, "value": None if point.value is None else float(point.value)}
        | {"text": point.text if id(point) in told else ""}
        for at, point in enumerate(figure.points)
    ]
    base = over(values).encode(x=_times(figure, plot, shape), y=_value(figure))
    look = shape.look
    line = base.mark_line(color=look.plain, strokeWidth=2, invalid="break-paths-filter-domains")
    known = base.transform_filter("datum.value !== null")
    points = known.mark_circle(color=look.ink, size=40, opacity=1)
    texts = known.mark_text(baseline="bottom", dy=-8, fontSize=shape.size, fontWeight=look.bold, color=look.ink)
    layers = [line, points, texts.encode(text="text:N")]
    return pictured(alt.layer(*layers).properties(width=plot, height=HEIGHT), shape)


def _times(figure: Trend, plot: int, shape: Shape) -> Any:
    """The times at even distances, named by their labels: on their side, or not all, where these have no room."""
    import altair as alt

    count = max(len(figure.points), 1)
    wide = longest((point.label for point in figure.points), shape, smaller=1) + 8 > plot / count
    every = max(-(-count * (shape.size + 4) // plot), 1) if wide else 1
    labels = json.dumps([cut(point.label, 80, shape, smaller=1) for point in figure.points], ensure_ascii=False)
    axis = alt.Axis(
        title=None, labelExpr=f"{labels}[datum.value]", labelAngle=-45 if wide else 0, grid=False,
        values=list(range(0, count, every)),
    )  # fmt: skip
    return alt.X("at:O", axis=axis, scale=alt.Scale(type="point", padding=0.5))


def _value(figure: Trend) -> Any:
    import altair as alt

    known = [float(point.value) for point in figure.points if point.value is not None]
    low, high = (min(known), max(known)) if known else (0.0, 1.0)
    room = (high - low) * 0.2 or abs(high) * 0.1 or 1.0
    ends = [low - room, high + room * 1.4] if figure.better == "more" else [high + room, low - room * 1.4]
    axis = alt.Axis(format=",~f", tickCount=4, tickMinStep=1 if figure.better == "less" else 0)
    return alt.Y("value:Q", title=figure.axis, axis=axis, scale=alt.Scale(domain=ends, nice=False, zero=False))


def _told(figure: Trend, plot: int, shape: Shape) -> list[Point]:
    """The points whose numbers are written: all, or where these have no room the ends, the least and the most."""
    known = [point for point in figure.points if point.value is not None]
    room = plot / max(len(figure.points), 1)
    if longest((point.text for point in known), shape, bold=True) + 6 <= room or not known:
        return known
    ordered = sorted(known, key=lambda point: point.value or 0)
    return [known[0], known[-1], ordered[0], ordered[-1]]
