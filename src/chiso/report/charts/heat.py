"""A table of shades: how much of its maximum each unit has on each part, with the number in each cell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from chiso.language import ngettext
from chiso.report.charts.lettering import breadth, cut, longest, width
from chiso.report.charts.looks import Shape, fitted
from chiso.report.charts.marks import over, pictured
from chiso.report.charts.rows import between
from chiso.report.charts.rows import drawn as rows_drawn
from chiso.report.charts.shades import inked, shade
from chiso.report.figures import Heat

HEAD_LINES = 4
LINE = 1.15
"""The height of a line of a heading, in its letters."""


def drawn(figure: Heat, shape: Shape) -> Any:
    """The cells of a heat table below its headings.

    Where a column is too narrow for its widest number, the numbers are left to the table and only shades are drawn;
    columns that have no room for a heading are left to it too, and said.
    """
    import altair as alt

    kept = rows_drawn(list(zip(figure.rows, figure.shares, figure.texts, strict=True)), shape)
    shape = replace(fitted(shape, len(kept)), above=False)
    names = min(longest(figure.rows, shape), shape.names * 4 // 5 if shape.width or shape.names < shape.plot else 90)
    plot = breadth(shape, names + 16)
    columns = _columns(figure.columns, plot // (shape.size + 3))
    grid = _Grid(len(columns), len(kept))
    cells = list(_cells(kept, len(columns), shape))
    layers = [grid.placed(over(cells).mark_rect(stroke=shape.look.grid, strokeWidth=0.6))]
    layers[0] = layers[0].encode(fill=alt.Fill("colour:N", scale=None))
    if longest((cell["text"] for cell in cells), shape, smaller=1) + 4 <= plot / len(columns):
        texts = grid.placed(over(cells).mark_text(baseline="middle", fontSize=shape.size - 1))
        layers.append(texts.encode(text="text:N", color=alt.Color("ink:N", scale=None)))
    layers += [_names(kept, names, grid, shape), *_headings(columns, plot / len(columns), grid, shape)]
    size = {"width": plot, "height": shape.step * len(kept)}
    return pictured(alt.layer(*layers).properties(**size), shape)


def _columns(titles: tuple[str, ...], most: int) -> tuple[str, ...]:
    """The headings that are drawn; of too many, the last one says how many are left out."""
    if len(titles) <= most:
        return titles or ("",)
    left = len(titles) - most + 1
    said = ngettext("… {n} column more, in the table", "… {n} columns more, in the table", left).format(n=left)
    return (*titles[: most - 1], said)


class _Grid:
    """The columns and rows of cells, in their order."""

    def __init__(self, columns: int, rows: int) -> None:
        self.columns, self.rows = columns, rows

    def column(self) -> Any:
        """The place across."""
        import altair as alt

        scale = alt.Scale(domain=list(range(self.columns)), paddingInner=0.02, paddingOuter=0)
        return alt.X("column:O", axis=None, scale=scale)

    def row(self) -> Any:
        """The place down."""
        import altair as alt

        scale = alt.Scale(domain=list(range(self.rows)), paddingInner=0.02, paddingOuter=0)
        return alt.Y("row:O", axis=None, scale=scale)

    def placed(self, chart: Any) -> Any:
        """The chart with a mark in each cell."""
        return chart.encode(x=self.column(), y=self.row())


def _cells(kept: list[Any], columns: int, shape: Shape) -> Iterator[dict[str, Any]]:
    for row, each in enumerate(kept):
        if isinstance(each, int):
            continue
        _name, shares, texts = each
        drawn_columns = columns if columns == len(texts) else columns - 1
        for column, (share, text) in enumerate(zip(shares[:drawn_columns], texts[:drawn_columns], strict=True)):
            colour = shade(share, shape.look)
            yield {"row": row, "column": column, "text": text, "colour": colour, "ink": inked(colour)}


def _names(kept: list[Any], room: int, grid: _Grid, shape: Shape) -> Any:
    """The name of each row before it, or how many rows are not drawn."""
    import altair as alt

    values = [
        {"row": row, "name": between(each) if isinstance(each, int) else cut(each[0], room, shape)}
        for row, each in enumerate(kept)
    ]
    texts = over(values).mark_text(align="right", baseline="middle", fontSize=shape.size, color=shape.look.ink)
    return texts.encode(x=alt.value(-8), y=grid.row(), text="name:N")


def _headings(columns: tuple[str, ...], room: float, grid: _Grid, shape: Shape) -> list[Any]:
    """The titles above the columns: in lines where the words have room, on their side where they have not."""
    import altair as alt

    size = shape.size - 1
    style: dict[str, Any] = {"fontSize": size, "color": shape.look.ink}
    base: dict[str, Any] = {"x": grid.column(), "y": alt.value(-6), "text": "name:N"}
    broken = [_lines(title, int(room) - 4, shape) for title in columns]
    if not all(broken):
        upright = [{"column": at, "name": cut(title, 150, shape, smaller=1)} for at, title in enumerate(columns)]
        return [over(upright).mark_text(angle=270, align="left", baseline="middle", **style).encode(**base)]
    found = []
    for up in range(max(len(lines) for lines in broken)):
        line = [{"column": at, "name": lines[-1 - up]} for at, lines in enumerate(broken) if up < len(lines)]
        texts = over(line).mark_text(align="center", baseline="bottom", dy=-up * size * LINE, **style)
        found.append(texts.encode(**base))
    return found


def _lines(title: str, room: int, shape: Shape) -> list[str]:
    """The title in at most four lines of whole words, the last one cut; none where a word is too wide."""
    lines = [""]
    for word in title.replace("/", "/ ").split():
        if width(word, shape, smaller=1) > room:
            return []
        longer = (lines[-1] if lines[-1].endswith("/") else f"{lines[-1]} ") + word
        longer = longer.strip()
        if width(longer, shape, smaller=1) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) > HEAD_LINES:
        lines[HEAD_LINES - 1] = cut(" ".join(lines[HEAD_LINES - 1 :]), room, shape, smaller=1)
    return lines[:HEAD_LINES]
