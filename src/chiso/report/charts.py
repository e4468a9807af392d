"""A chart of a document as an SVG picture.

Positions are binary floats, since a picture has no digits; every number that is read in it is the document's own text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from chiso.report.figures import Bar, Chart

INK, QUIET, GRID, FIELD = "#1b2430", "#52606d", "#dfe4ea", "#e3c65b"
PLAIN = "#2a5b9c"
# Each at least 3 : 1 against white, neighbours apart in hue and lightness, for readers without red or green too.
SERIES = ("#1f4e8c", "#c2622d", "#3f8f86", "#7a4f9a", "#a8811f", "#5b7f2e", "#b0416e", "#7d8894", "#33261d")
LEVELS = ("#1a6b4a", "#2a5b9c", "#8a6a12", "#b4551d", "#a12a2f")
FONT = "'Be Vietnam Pro', 'Segoe UI', 'Noto Sans', Roboto, 'Helvetica Neue', Arial, sans-serif"
LOCALES = {
    "vi": {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["", " ₫"]},
    "en": {"decimal": ".", "thousands": ",", "grouping": [3], "currency": ["", ""]},
}


@dataclass(frozen=True)
class Shape:
    """The measures of a picture in pixels.

    plot: width of the bars' field; step: height of a row; above: whether a unit's name stands above its bar, for
    narrow screens, rather than before it.
    """

    plot: int
    step: int
    size: int
    bar: int
    above: bool


WIDE = Shape(plot=560, step=24, size=12, bar=15, above=False)
NARROW = Shape(plot=300, step=40, size=13, bar=14, above=True)


def svg(chart: Chart, language: str, shape: Shape = WIDE) -> str:
    """The picture of a chart, the same bytes for the same chart; its text alternative is left to the page."""
    import vl_convert

    drawn = _layered(chart, shape)
    picture: str = vl_convert.vegalite_to_svg(drawn.to_dict(), format_locale=LOCALES[language])
    return _own_ids(picture, f"c{chart.number}{'n' if shape.above else 'w'}-")


def _own_ids(picture: str, prefix: str) -> str:
    """The picture with ids that no other picture on the page has."""
    picture = re.sub(r'\bid="', f'id="{prefix}', picture)
    return re.sub(r"url\(#", f"url(#{prefix}", picture)


def legend(chart: Chart) -> tuple[tuple[str, str], ...]:
    """The series of a stacked chart, each with the colour of its parts."""
    return tuple(zip(chart.series, SERIES, strict=False)) if chart.kind == "stacked" else ()


def _over(values: list[dict[str, Any]]) -> Any:
    """A chart over rows of values."""
    import altair as alt

    data: Any = alt.Data
    return alt.Chart(data(values=values))


def _layered(chart: Chart, shape: Shape) -> Any:
    import altair as alt

    layers = [*_fields(chart, shape), _bars(chart, shape), *_limits(chart, shape)]
    if chart.kind == "stacked":
        layers.append(_totals(chart, shape))
    height = shape.step * len(chart.bars)
    layered = alt.layer(*layers, *_texts(chart, shape)).properties(width=shape.plot, height=height)
    return (
        layered.configure(font=FONT, background="transparent", padding={"left": 2, "right": 2, "top": 2, "bottom": 2})
        .configure_view(stroke=None)
        .configure_axis(
            labelColor=QUIET, titleColor=QUIET, gridColor=GRID, domain=False, ticks=False, labelFontSize=shape.size - 1
        )
    )


def _row(shape: Shape) -> Any:
    """The rows: one for each bar, in its order, whatever its name."""
    import altair as alt

    inner = (shape.step - shape.bar) / shape.step
    return alt.Y("row:O", axis=None, sort=None, scale=alt.Scale(paddingInner=inner, paddingOuter=inner / 2))


def _bars(chart: Chart, shape: Shape) -> Any:
    import altair as alt

    bars = _over(_lengths(chart)).mark_bar(height=shape.bar, stroke="white", strokeWidth=0.8)
    axis = alt.Axis(format=",~f", tickCount=6, titleFontWeight="normal")
    return bars.encode(
        x=alt.X("value:Q", title=chart.axis, axis=axis, stack="zero", scale=alt.Scale(nice=chart.kind == "bars")),
        y=_row(shape),
        color=alt.Color("colour:N", scale=None),
        order=alt.Order("order:Q"),
    )


def _lengths(chart: Chart) -> list[dict[str, Any]]:
    if chart.kind == "bars":
        return [
            {"row": row, "value": float(bar.total), "order": 0, "colour": _colour(bar)}
            for row, bar in enumerate(chart.bars)
            if bar.total is not None
        ]
    return [
        {"row": row, "value": float(part), "order": order, "colour": SERIES[order % len(SERIES)]}
        for row, bar in enumerate(chart.bars)
        for order, part in enumerate(bar.parts)
        if part
    ]


def _colour(bar: Bar) -> str:
    """The colour of a class, from the best to the lowest; the plain one where there is none."""
    return PLAIN if bar.level is None else LEVELS[min(bar.level[0], len(LEVELS) - 1)]


def _totals(chart: Chart, shape: Shape) -> Any:
    """A tick at the whole, which penalties keep left of the end of the stack."""
    values = [{"row": row, "value": float(bar.total)} for row, bar in enumerate(chart.bars) if bar.total is not None]
    ticks = _over(values).mark_tick(color=INK, thickness=2, height=shape.bar + 6)
    return ticks.encode(x="value:Q", y=_row(shape))


def _texts(chart: Chart, shape: Shape) -> list[Any]:
    """The name of each unit and what stands at the end of its row, in columns of their own."""
    import altair as alt

    values = [{"row": row, "name": bar.label, "end": bar.text} for row, bar in enumerate(chart.bars)]
    base = _over(values).encode(y=_row(shape))
    lift = -(shape.bar / 2 + 10) if shape.above else 0
    style: dict[str, Any] = {"fontSize": shape.size, "baseline": "middle", "dy": lift, "color": INK}
    if shape.above:
        room = shape.plot - 8 * max(len(bar.text) for bar in chart.bars) - 8
        names = base.mark_text(align="left", limit=room, **style).encode(x=alt.value(0))
        ends = base.mark_text(align="right", fontWeight=600, **style).encode(x=alt.value(shape.plot))
    else:
        names = base.mark_text(align="right", limit=300, **style).encode(x=alt.value(-10))
        ends = base.mark_text(align="left", fontWeight=600, **style).encode(x=alt.value(shape.plot + 12))
    return [names.encode(text="name:N"), ends.encode(text="end:N")]


def _fields(chart: Chart, shape: Shape) -> list[Any]:
    """Behind the bars, where the limits lie that are known only to lie between two numbers."""
    values = [
        {"at": float(mark.at), "end": float(mark.up_to)} for mark in chart.marks if mark.up_to is not None
    ]  # fmt: skip
    if not values or shape.above:
        return []
    return [_over(values).mark_rect(color=FIELD, opacity=0.45).encode(x="at:Q", x2="end:Q")]


def _limits(chart: Chart, shape: Shape) -> list[Any]:
    """The limits of the classes with their names above, two lines of them so that near ones stay apart."""
    import altair as alt

    if shape.above:
        return []
    values = [
        {"at": float(mark.at), "middle": float((mark.at + (mark.up_to or mark.at)) / 2), "name": mark.text}
        for mark in chart.marks
    ]
    known = [value for value, mark in zip(values, chart.marks, strict=True) if mark.up_to is None]
    layers = [_over(known).mark_rule(color=INK, strokeDash=[3, 3], opacity=0.8).encode(x="at:Q")] if known else []
    style: dict[str, Any] = {"fontSize": shape.size - 1, "color": QUIET, "baseline": "bottom", "align": "center"}
    for odd in (0, 1):
        if values[odd::2]:
            names = _over(values[odd::2]).mark_text(dy=-3 - 14 * odd, **style)
            layers.append(names.encode(x="middle:Q", y=alt.value(0), text="name:N"))
    return layers
