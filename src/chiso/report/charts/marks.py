"""What several kinds of pictures share: rows of values, limits of classes, legends and the frame around it all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from chiso.report.charts.lettering import width
from chiso.report.charts.looks import Shape
from chiso.report.figures import Mark

KEY = 11
"""The side of a square in a legend."""


@dataclass(frozen=True)
class Rows:
    """Rows of values that no step of making a chart looks into: altair copies lists anew at each of its steps."""

    values: list[dict[str, Any]]


def over(values: list[dict[str, Any]]) -> Any:
    """A chart over rows of values, which `filled` puts into its spec."""
    import altair as alt

    data: Any = alt.Data
    return alt.Chart(data(values=Rows(values)))


def filled(spec: Any) -> Any:
    """A spec with its rows of values as lists."""
    if isinstance(spec, Rows):
        return spec.values
    if isinstance(spec, dict):
        return {key: filled(value) for key, value in spec.items()}
    return [filled(each) for each in spec] if isinstance(spec, list) else spec


def pictured(chart: Any, shape: Shape) -> Any:
    """The chart in the letters and colours of its shape."""
    look, padding = shape.look, dict.fromkeys(("left", "right", "top", "bottom"), 2)
    return (
        chart.configure(font=look.font, background="transparent", padding=padding)
        .configure_view(stroke=None)
        .configure_axis(
            labelColor=look.quiet, titleColor=look.quiet, gridColor=look.grid, domain=False, ticks=False,
            labelFontSize=shape.size - 1, titleFontSize=shape.size - 1, titleFontWeight="normal",
        )
    )  # fmt: skip


def limits(marks: Sequence[Mark], shape: Shape, top: int) -> tuple[list[Any], list[Any]]:
    """The limits of classes: fields behind the chart where they are open, lines before it, names above it.

    The names stand on two lines in turn, so that near ones stay apart.
    """
    import altair as alt

    look = shape.look
    values = [
        {"at": float(mark.at), "middle": float((mark.at + (mark.up_to or mark.at)) / 2), "name": mark.text}
        for mark in marks
    ]
    known = [value for value, mark in zip(values, marks, strict=True) if mark.up_to is None]
    fields = [{"at": float(mark.at), "end": float(mark.up_to)} for mark in marks if mark.up_to is not None]
    behind = [over(fields).mark_rect(color=look.field, opacity=0.45).encode(x="at:Q", x2="end:Q")] if fields else []
    before = [over(known).mark_rule(color=look.ink, strokeDash=[3, 3], opacity=0.8).encode(x="at:Q")] if known else []
    style: dict[str, Any] = {"fontSize": shape.size - 1, "color": look.quiet, "baseline": "bottom", "align": "center"}
    for odd in (0, 1):
        if values[odd::2]:
            names = over(values[odd::2]).mark_text(dy=-3 - 14 * odd, **style)
            before.append(names.encode(x="middle:Q", y=alt.value(top), text="name:N"))
    return behind, before


def keys(names: Sequence[tuple[str, str]], shape: Shape, room: int, *, left: int, top: int) -> list[Any]:
    """A legend above a chart: squares of colours with their names, in as many lines as the room asks for.

    top: where its lowest line ends.
    """
    import altair as alt

    placed, lines = _placed(names, shape, room - left)
    if not placed:
        return []
    for value in placed:
        value["x"] += left
        value["y"] = top - (lines - value["y"]) * (shape.size + 6)
    pixels: dict[str, Any] = {"scale": None, "axis": None}
    base = over(placed).encode(x=alt.X("x:Q", **pixels), y=alt.Y("y:Q", **pixels))
    squares = base.mark_square(size=KEY * KEY, opacity=1, stroke=shape.look.ink, strokeWidth=0.5)
    texts = base.mark_text(
        align="left", baseline="middle", dx=KEY, fontSize=shape.size - 1, color=shape.look.ink
    )  # fmt: skip
    return [squares.encode(fill=alt.Fill("colour:N", scale=None)), texts.encode(text="name:N")]


def _placed(names: Sequence[tuple[str, str]], shape: Shape, room: int) -> tuple[list[dict[str, Any]], int]:
    """Where each key stands, from the left in pixels and by its line, and how many lines there are."""
    found: list[dict[str, Any]] = []
    at = line = 0
    for name, colour in names:
        taken = 2 * KEY + 8 + width(name, shape, smaller=1)
        if at and at + taken > room:
            at, line = 0, line + 1
        found.append({"x": at + KEY / 2, "y": line, "name": name, "colour": colour})
        at += taken
    return found, line + 1
