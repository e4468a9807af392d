"""How many units lie where: a histogram with the limits of classes."""

from __future__ import annotations

from typing import Any

from chiso.report.charts.lettering import breadth
from chiso.report.charts.looks import Shape
from chiso.report.charts.marks import limits, over, pictured
from chiso.report.figures import Distribution

HEIGHT = 220
SIDE = 46
"""What the scale of counts takes."""


def drawn(figure: Distribution, shape: Shape) -> Any:
    """The bars of a distribution, each with its count above it."""
    import altair as alt

    values = [{"low": float(bin.low), "high": float(bin.high), "count": bin.count, "zero": 0} for bin in figure.bins]
    base = over(values).encode(x=_across(figure), x2="high:Q", y=_up(figure), y2="zero:Q")
    look = shape.look
    bars = base.mark_rect(color=look.plain, stroke=look.edge, strokeWidth=0.8)
    layers = [bars, _counts(figure, shape)]
    behind, before = limits(figure.marks, shape, top=0)
    plot = breadth(shape, SIDE)
    return pictured(alt.layer(*behind, *layers, *before).properties(width=plot, height=HEIGHT), shape)


def _across(figure: Distribution) -> Any:
    """The scale of what is measured, marked at the edges of the bins that have room."""
    import altair as alt

    edges = [float(bin.low) for bin in figure.bins] + [float(bin.high) for bin in figure.bins[-1:]]
    axis = alt.Axis(format=",~f", values=edges, labelOverlap="greedy", grid=False, ticks=True)
    scale = alt.Scale(domain=[edges[0], edges[-1]], nice=False, zero=False)
    return alt.X("low:Q", title=figure.axis, axis=axis, scale=scale)


def _up(figure: Distribution) -> Any:
    import altair as alt

    from chiso.language import gettext as _

    most = max(bin.count for bin in figure.bins)
    axis = alt.Axis(format="d", tickMinStep=1, tickCount=5)
    return alt.Y("count:Q", title=_("number of units"), axis=axis, scale=alt.Scale(domain=[0, most * 1.12]))


def _counts(figure: Distribution, shape: Shape) -> Any:
    """The count of each bin that has units."""
    import altair as alt

    values = [
        {"middle": float((bin.low + bin.high) / 2), "count": bin.count, "text": str(bin.count)}
        for bin in figure.bins
        if bin.count
    ]
    style: dict[str, Any] = {"baseline": "bottom", "dy": -3, "fontSize": shape.size, "fontWeight": shape.look.bold}
    texts = over(values).mark_text(color=shape.look.ink, **style)
    return texts.encode(x=alt.X("middle:Q"), y=alt.Y("count:Q"), text="text:N")
