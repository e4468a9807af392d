"""Two times side by side, a line for each unit; where there are many, those that moved the most are named."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from chiso.language import gettext as _
from chiso.language import ngettext
from chiso.report.charts.lettering import breadth, cut, longest, width
from chiso.report.charts.looks import Shape
from chiso.report.charts.marks import over, pictured
from chiso.report.charts.spreading import spread
from chiso.report.figures import Change, Slope

NAMED = 30
"""Up to so many units all are named."""
MOVERS = 12
"""Of more units so many are named: those that moved the most."""
GAP = 16
LINES = {"better": ([1, 0], 2.2), "worse": ([5, 3], 2.2), "same": ([1, 0], 1.0), "other": ([1, 0], 0.8)}
"""The dashes and the width of a line by what it shows."""


def drawn(figure: Slope, shape: Shape) -> Any:
    """The lines of a slope chart, better above; lines that rise whole, lines that fall dashed."""
    import altair as alt

    named = _named(figure.changes)
    rows = max(sum(1 for each in named if each.before is not None), sum(1 for each in named if each.after is not None))
    step = shape.size + 4
    height = max(12 * step, rows * step)
    size = _sides(named, shape)
    plot = breadth(shape, sum(size) + 2 * GAP) if shape.width else shape.plot * 4 // 7
    place = _Scale(figure, height)
    layers = [*_lines(figure, named, place, plot, shape)]
    for side, room in zip((0, 1), size, strict=True):
        layers += _labels(named, side, room, place, plot, shape)
    layers += _heads(figure, plot, shape)
    layers += _key(plot, height, shape)
    if left := len(figure.changes) - len(named):
        layers.append(_left_out(left, plot, height + shape.size + 6, shape))
    return pictured(alt.layer(*layers).properties(width=plot, height=height), shape)


def _named(changes: Sequence[Change]) -> list[Change]:
    """The units that are named, in their order: all, or those with both sides that moved the most."""
    if len(changes) <= NAMED:
        return list(changes)
    moved = sorted(
        (each for each in changes if each.before is not None and each.after is not None),
        key=lambda each: abs((each.after or Decimal(0)) - (each.before or Decimal(0))),
        reverse=True,
    )
    kept = {id(each) for each in moved[:MOVERS]}
    return [each for each in changes if id(each) in kept]


class _Scale:
    """Where a number stands, from the top: the better, the higher."""

    def __init__(self, figure: Slope, height: int) -> None:
        known = [value for each in figure.changes for value in (each.before, each.after) if value is not None]
        self.low, self.high = (min(known), max(known)) if known else (Decimal(0), Decimal(1))
        self.more, self.height = figure.better == "more", height

    def __call__(self, value: Decimal) -> float:
        span = self.high - self.low
        share = float((value - self.low) / span) if span else 0.5
        return self.height * (1 - share if self.more else share)


def _way(change: Change, *, more: bool) -> str:
    """Whether a unit stands better, worse or the same."""
    before, after = change.before or Decimal(0), change.after or Decimal(0)
    if before == after:
        return "same"
    return "better" if (after > before) == more else "worse"


def _lines(figure: Slope, named: list[Change], place: _Scale, plot: int, shape: Shape) -> list[Any]:
    """A layer of lines for each way to move, the units without names first, so that they lie behind."""
    look, kept = shape.look, {id(each) for each in named}
    found: dict[str, list[dict[str, Any]]] = {}
    for each in figure.changes:
        if each.before is not None and each.after is not None:
            way = _way(each, more=place.more) if id(each) in kept else "other"
            found.setdefault(way, []).append({"x": 0, "y": place(each.before), "x2": plot, "y2": place(each.after)})
    colours = {"better": look.better, "worse": look.worse, "same": look.quiet, "other": look.grid}
    layers = []
    for way in ("other", "same", "worse", "better"):
        if way in found:
            dash, thick = LINES[way]
            rules = over(found[way]).mark_rule(color=colours[way], strokeDash=dash, strokeWidth=thick)
            layers.append(rules.encode(**_pixels(), x2="x2:Q", y2="y2:Q"))
    return layers


def _pixels() -> dict[str, Any]:
    import altair as alt

    flat: dict[str, Any] = {"scale": None, "axis": None}
    return {"x": alt.X("x:Q", **flat), "y": alt.Y("y:Q", **flat)}


def _told(change: Change, side: int) -> str:
    """What stands beside a unit's point: its name and number, the change with the later one."""
    if side == 0:
        return change.before_text
    return f"{change.after_text} ({change.moved})" if change.moved else change.after_text


def _sides(named: list[Change], shape: Shape) -> tuple[int, int]:
    """What the labels take on the left and on the right."""
    numbers = [longest((_told(each, side) for each in named), shape, bold=True) for side in (0, 1)]
    names = longest((each.label for each in named), shape)
    most = 110 if shape.above else max(shape.names - 20, 110)
    room = min(names, most) if shape.width is None else min(names, (shape.width - sum(numbers) - 160) // 2)
    return numbers[0] + room + 6, numbers[1] + room + 6


def _labels(named: list[Change], side: int, room: int, place: _Scale, plot: int, shape: Shape) -> list[Any]:
    """Points with labels on one side, moved apart where they would lie on each other."""
    import altair as alt

    found = [(each, value) for each in named if (value := (each.before, each.after)[side]) is not None]
    at = [place(value) for _each, value in found]
    apart = spread(at, shape.size + 3, place.height)
    edge, way = (0, -1) if side == 0 else (plot, 1)
    values = [
        {"x": edge, "y": y, "x2": edge + way * (GAP - 4), "y2": label, "text": _label(each, side, room, shape)}
        for (each, _v), y, label in zip(found, at, apart, strict=True)
    ]
    look = shape.look
    flat: dict[str, Any] = {"scale": None, "axis": None}
    points = over(values).mark_circle(color=look.ink, size=22, opacity=1).encode(**_pixels())
    ties = over(values).mark_rule(color=look.quiet, strokeWidth=0.5).encode(**_pixels(), x2="x2:Q", y2="y2:Q")
    align = "right" if side == 0 else "left"
    texts = over(values).mark_text(align=align, baseline="middle", fontSize=shape.size, color=look.ink, dx=way * 2)
    told = texts.encode(x=alt.X("x2:Q", **flat), y=alt.Y("y2:Q", **flat), text="text:N")
    return [ties, points, told]


def _label(change: Change, side: int, room: int, shape: Shape) -> str:
    told = _told(change, side)
    name = cut(change.label, room - 6 - width(told, shape), shape)
    return f"{name}  {told}" if side == 0 else f"{told}  {name}"


def _heads(figure: Slope, plot: int, shape: Shape) -> list[Any]:
    """The two times above their sides, and what is measured between them."""
    import altair as alt

    style: dict[str, Any] = {"baseline": "bottom", "fontSize": shape.size, "color": shape.look.ink}
    found = []
    for text, x, align in ((figure.before, 0, "right"), (figure.after, plot, "left")):
        base = over([{"text": text}]).mark_text(align=align, fontWeight=shape.look.bold, **style)
        found.append(base.encode(x=alt.value(x), y=alt.value(-14), text="text:N"))
    axis = over([{"text": cut(figure.axis, plot - 20, shape, smaller=1)}])
    middle = axis.mark_text(align="center", baseline="bottom", fontSize=shape.size - 1, color=shape.look.quiet)
    return [*found, middle.encode(x=alt.value(plot / 2), y=alt.value(-14), text="text:N")]


def _key(plot: int, height: int, shape: Shape) -> list[Any]:
    """What whole and dashed lines say, below the chart."""
    look, found = shape.look, []
    said = {"better": _("better than before"), "worse": _("worse than before")}
    taken = [28 + width(text, shape, smaller=1) for text in said.values()]
    at = (plot - sum(taken) - 14) / 2
    for (way, text), colour, wide in zip(said.items(), (look.better, look.worse), taken, strict=True):
        value = {"x": at, "x2": at + 22, "y": height + 16, "text": text}
        dash, thick = LINES[way]
        rule = over([value]).mark_rule(color=colour, strokeDash=dash, strokeWidth=thick)
        words = over([value]).mark_text(
            align="left", baseline="middle", fontSize=shape.size - 1, color=look.quiet, dx=28
        )
        found += [rule.encode(**_pixels(), x2="x2:Q"), words.encode(**_pixels(), text="text:N")]
        at += wide + 14
    return found


def _left_out(count: int, plot: int, height: int, shape: Shape) -> Any:
    """How many units are lines without names."""
    import altair as alt

    said = ngettext(
        "{n} more unit is a grey line without a name.", "{n} more units are grey lines without names.", count
    ).format(n=count)
    text = over([{"text": said}]).mark_text(
        align="center", baseline="top", fontSize=shape.size - 1, color=shape.look.quiet
    )
    return text.encode(x=alt.value(plot / 2), y=alt.value(height + 10), text="text:N")
