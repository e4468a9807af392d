"""How pictures look: measures, letters, colours for the screen, greys and patterns for print."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

FIELD = "#e3c65b"
PLAIN = "#2a5b9c"
# Each at least 3 : 1 against white, and any two apart for eyes without red or green cones too.
SERIES = ("#456dad", "#5b3004", "#16706b", "#440799", "#996307", "#5b996d", "#ad0855", "#899299", "#332d28")
LEVELS = ("#468c76", "#2a638c", "#6b4a0a", "#ea6b17", "#4c262d")
SANS = "'Be Vietnam Pro', 'Segoe UI', 'Noto Sans', Roboto, 'Helvetica Neue', Arial, sans-serif"
SERIF = "Tinos, 'Liberation Serif', 'Times New Roman', serif"
LOCALES = {
    "vi": {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["", " ₫"]},
    "en": {"decimal": ".", "thousands": ",", "grouping": [3], "currency": ["", ""]},
}


@dataclass(frozen=True)
class Look:
    """The letters and colours of a picture.

    letters: their width in percent of the measured one; levels: of classes, best first; series: of parts, in order;
    both in colours that `patterns` may overlay.
    """

    font: str
    letters: int
    ink: str
    quiet: str
    grid: str
    edge: str
    field: str
    plain: str
    levels: tuple[str, ...]
    series: tuple[str, ...]
    bold: int
    none: str
    border: str
    better: str
    worse: str


SCREEN = Look(
    SANS,
    102,
    "#1b2430",
    "#52606d",
    "#dfe4ea",
    "white",
    FIELD,
    PLAIN,
    LEVELS,
    SERIES,
    600,
    "#e9e7e2",
    "#ffffff",
    "#1f4e8c",
    "#c2622d",
)
PAPER = Look(
    SERIF, 92, "#000000", "#000000", "#d0d0d0", "#000000", "#8f8f8f", "#8c8c8c",
    ("#262626", "#595959", "#8d8d8d", "#bfbfbf", "#f2f2f2"),
    ("#303030", "#d4d4d4", "#7a7a7a", "#f4f4f4", "#a8a8a8", "#555555", "#e6e6e6", "#919191", "#c9c9c9"),
    700, "#fefefe", "#000000", "#000000", "#555555",
)  # fmt: skip


@dataclass(frozen=True)
class Shape:
    """The measures of a picture in pixels of 1/96 inch.

    name: one letter, for the ids of its parts; plot: width of the bars' field; step: height of a row; names: the
    most that a unit's name takes; width: the whole picture where the field takes what texts leave of it; above:
    whether a unit's name stands above its bar, for narrow screens, rather than before it; legend: whether the legend
    is part of the picture; most: how many rows are drawn at most; tall: what they may take, for which rows and
    letters are made smaller.
    """

    name: str
    plot: int
    step: int
    size: int
    bar: int
    above: bool
    names: int = 300
    width: int | None = None
    legend: bool = False
    most: int = 200
    tall: int | None = None
    look: Look = field(default=SCREEN)


WIDE = Shape("w", plot=560, step=24, size=12, bar=15, above=False)
NARROW = Shape("n", plot=300, step=40, size=13, bar=14, above=True)
PRINT = Shape(
    "p", plot=300, step=20, size=13, bar=12, above=False, names=210, width=604, legend=True, most=66, tall=800,
    look=PAPER,
)  # fmt: skip
"""160 mm, the width of the text on A4; letters of 10 points; greys."""

LEAST_SIZE = 9
"""The smallest letters, 6.75 points in print."""


def fitted(shape: Shape, rows: int) -> Shape:
    """The shape with rows and letters as small as so many rows need to stay within its height."""
    if shape.tall is None or rows * shape.step <= shape.tall:
        return shape
    step = max(shape.tall // rows, LEAST_SIZE + 2)
    return replace(shape, step=step, size=min(shape.size, max(step - 2, LEAST_SIZE)), bar=max(step - 5, 4))
