"""Ranked bars, whole or in parts, with the limits of classes."""

from __future__ import annotations

from typing import Any

from chiso.report.charts.lettering import breadth, cut, longest
from chiso.report.charts.looks import Look, Shape
from chiso.report.charts.marks import keys, limits, over, pictured
from chiso.report.figures import Bar, Chart

GAP = 11
"""Between a name and its bar, and between the field and what stands at the end of a row."""


def drawn(chart: Chart, shape: Shape) -> Any:
    """The bars of a chart with names, numbers and limits."""
    import altair as alt

    ends = longest((bar.text for bar in chart.bars), shape, bold=True)
    names = min(longest((bar.label for bar in chart.bars), shape), shape.names)
    plot = breadth(shape, names + ends + 2 * GAP + 6)
    marks = () if shape.above else chart.marks
    layers = [*_bars(chart, shape), *_texts(chart, shape, plot)]
    behind, before = limits(marks, shape, top=0)
    series = list(zip(chart.series, shape.look.series, strict=False)) if chart.kind == "stacked" else []
    key = keys(series, shape, plot + ends, left=-names, top=-30 if marks else -4) if shape.legend else []
    height = shape.step * len(chart.bars)
    return pictured(alt.layer(*behind, *layers, *before, *key).properties(width=plot, height=height), shape)


def _row(shape: Shape) -> Any:
    """The rows: one for each bar, in its order, whatever its name."""
    import altair as alt

    inner = (shape.step - shape.bar) / shape.step
    return alt.Y("row:O", axis=None, sort=None, scale=alt.Scale(paddingInner=inner, paddingOuter=inner / 2))


def _bars(chart: Chart, shape: Shape) -> list[Any]:
    import altair as alt

    edge = 0.5 if shape.legend else 0.8
    bars = over(_lengths(chart, shape.look)).mark_bar(height=shape.bar, stroke=shape.look.edge, strokeWidth=edge)
    axis = alt.Axis(format=",~f", tickCount=6, titleFontWeight="normal")
    layers = [
        bars.encode(
            x=alt.X("value:Q", title=chart.axis, axis=axis, stack="zero", scale=alt.Scale(nice=chart.kind == "bars")),
            y=_row(shape),
            color=alt.Color("colour:N", scale=None),
            order=alt.Order("order:Q"),
        )
    ]
    return [*layers, _totals(chart, shape)] if chart.kind == "stacked" else layers


def _lengths(chart: Chart, look: Look) -> list[dict[str, Any]]:
    if chart.kind == "bars":
        return [
            {"row": row, "value": float(bar.total), "order": 0, "colour": _colour(bar, look)}
            for row, bar in enumerate(chart.bars)
            if bar.total is not None
        ]
    return [
        {"row": row, "value": float(part), "order": order, "colour": look.series[order % len(look.series)]}
        for row, bar in enumerate(chart.bars)
        for order, part in enumerate(bar.parts)
        if part
    ]


def _colour(bar: Bar, look: Look) -> str:
    """The colour of a class, from the best to the lowest; the plain one where there is none."""
    return look.plain if bar.level is None else look.levels[min(bar.level[0], len(look.levels) - 1)]


def _totals(chart: Chart, shape: Shape) -> Any:
    """A tick at the whole, which penalties keep left of the end of the stack."""
    values = [{"row": row, "value": float(bar.total)} for row, bar in enumerate(chart.bars) if bar.total is not None]
    ticks = over(values).mark_tick(color=shape.look.ink, thickness=2, height=shape.bar + 6)
    return ticks.encode(x="value:Q", y=_row(shape))


def _texts(chart: Chart, shape: Shape, plot: int) -> list[Any]:
    """The name of each unit and what stands at the end of its row, in columns of their own."""
    import altair as alt

    room = shape.names
    if shape.above:
        room = plot - longest((bar.text for bar in chart.bars), shape, bold=True) - 8
    values = [{"row": row, "name": cut(bar.label, room, shape), "end": bar.text} for row, bar in enumerate(chart.bars)]
    base = over(values).encode(y=_row(shape))
    lift = -(shape.bar / 2 + 10) if shape.above else 0
    style: dict[str, Any] = {"fontSize": shape.size, "baseline": "middle", "dy": lift, "color": shape.look.ink}
    bold = shape.look.bold
    if shape.above:
        names = base.mark_text(align="left", **style).encode(x=alt.value(0))
        ends = base.mark_text(align="right", fontWeight=bold, **style).encode(x=alt.value(plot))
    else:
        names = base.mark_text(align="right", **style).encode(x=alt.value(-10))
        ends = base.mark_text(align="left", fontWeight=bold, **style).encode(x=alt.value(plot + 12))
    return [names.encode(text="name:N"), ends.encode(text="end:N")]
