"""Ranked bars, whole or in parts, with the limits of classes."""

from __future__ import annotations

from typing import Any, TypeAlias

from chiso.report.charts.lettering import breadth, cut, longest
from chiso.report.charts.looks import Look, Shape, fitted
from chiso.report.charts.marks import keys, limits, over, pictured
from chiso.report.charts.rows import between
from chiso.report.charts.rows import drawn as rows_drawn
from chiso.report.figures import Bar, Chart

Rows: TypeAlias = list[tuple[int, Bar]]
GAP = 11
"""Between a name and its bar, and between the field and what stands at the end of a row."""


def drawn(chart: Chart, shape: Shape) -> Any:
    """The bars of a chart with names, numbers and limits."""
    import altair as alt

    kept = list(enumerate(rows_drawn(chart.bars, shape)))
    shape = shape if shape.above else fitted(shape, len(kept))
    ends = longest((bar.text for bar in chart.bars), shape, bold=True)
    names = min(longest((bar.label for bar in chart.bars), shape), shape.names)
    plot = breadth(shape, names + ends + 2 * GAP + 6)
    marks = () if shape.above else chart.marks
    bars = [(row, bar) for row, bar in kept if isinstance(bar, Bar)]
    row = _row(shape, len(kept))
    layers = [*_bars(chart, bars, row, shape), *_texts(kept, row, shape, plot)]
    behind, before = limits(marks, shape, top=0)
    series = list(zip(chart.series, shape.look.series, strict=False)) if chart.kind == "stacked" else []
    key = keys(series, shape, plot + ends, left=-names, top=-30 if marks else -4) if shape.legend else []
    height = shape.step * len(kept)
    return pictured(alt.layer(*behind, *layers, *before, *key).properties(width=plot, height=height), shape)


def _row(shape: Shape, rows: int) -> Any:
    """The rows: one for each bar, in its order, whatever its name."""
    import altair as alt

    inner = (shape.step - shape.bar) / shape.step
    return alt.Y(
        "row:O", axis=None, scale=alt.Scale(domain=list(range(rows)), paddingInner=inner, paddingOuter=inner / 2)
    )


def _bars(chart: Chart, rows: Rows, row: Any, shape: Shape) -> list[Any]:
    import altair as alt

    edge = 0.5 if shape.legend else 0.8
    bars = over(_lengths(chart, rows, shape.look)).mark_bar(height=shape.bar, stroke=shape.look.edge, strokeWidth=edge)
    axis = alt.Axis(format=",~f", tickCount=6, titleFontWeight="normal")
    layers = [
        bars.encode(
            x=alt.X("value:Q", title=chart.axis, axis=axis, stack="zero", scale=alt.Scale(nice=chart.kind == "bars")),
            y=row,
            color=alt.Color("colour:N", scale=None),
            order=alt.Order("order:Q"),
        )
    ]
    return [*layers, _totals(rows, row, shape)] if chart.kind == "stacked" else layers


def _lengths(chart: Chart, rows: Rows, look: Look) -> list[dict[str, Any]]:
    if chart.kind == "bars":
        return [
            {"row": row, "value": float(bar.total), "order": 0, "colour": _colour(bar, look)}
            for row, bar in rows
            if bar.total is not None
        ]
    return [
        {"row": row, "value": float(part), "order": order, "colour": look.series[order % len(look.series)]}
        for row, bar in rows
        for order, part in enumerate(bar.parts)
        if part
    ]


def _colour(bar: Bar, look: Look) -> str:
    """The colour of a class, from the best to the lowest; the plain one where there is none."""
    return look.plain if bar.level is None else look.levels[min(bar.level[0], len(look.levels) - 1)]


def _totals(rows: Rows, row: Any, shape: Shape) -> Any:
    """A tick at the whole, which penalties keep left of the end of the stack."""
    values = [{"row": at, "value": float(bar.total)} for at, bar in rows if bar.total is not None]
    ticks = over(values).mark_tick(color=shape.look.ink, thickness=2, height=shape.bar + 6)
    return ticks.encode(x="value:Q", y=row)


def _texts(kept: list[tuple[int, Bar | int]], row: Any, shape: Shape, plot: int) -> list[Any]:
    """The name of each unit and what stands at the end of its row, in columns of their own."""
    import altair as alt

    room = shape.names
    if shape.above:
        room = plot - longest((bar.text for _row, bar in kept if isinstance(bar, Bar)), shape, bold=True) - 8
    values = [
        {"row": at, "name": cut(bar.label, room, shape), "end": bar.text}
        if isinstance(bar, Bar)
        else {"row": at, "name": between(bar), "end": ""}
        for at, bar in kept
    ]
    base = over(values).encode(y=row)
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
