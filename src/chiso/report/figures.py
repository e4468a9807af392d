"""What a chart or a map says: its numbers, its words and its text alternative, and nothing of how it is drawn.

Every figure is numbered, and its title, number included, is the one string that captions and lists show.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias


@dataclass(frozen=True)
class Bar:
    """One row of a chart.

    parts: what each series adds (negative where it takes off), None where there is nothing; total: None without a
    result; text: what stands at its end; level: of its class, as in a cell.
    """

    label: str
    parts: tuple[Decimal | None, ...]
    total: Decimal | None
    text: str
    level: tuple[int, int] | None = None


@dataclass(frozen=True)
class Mark:
    """A limit to draw: at one number, or somewhere above one number and at most another."""

    text: str
    at: Decimal
    up_to: Decimal | None = None


@dataclass(frozen=True)
class Chart:
    """A numbered chart of bars, best first.

    kind: `stacked` shows the parts of each total, `bars` the totals alone; alternative: the chart in words.
    """

    number: int
    title: str
    kind: Literal["stacked", "bars"]
    axis: str
    series: tuple[str, ...]
    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]
    alternative: str


@dataclass(frozen=True)
class Bin:
    """How many units have a value from `low` on, below `high` (the last one: up to it, `high` included)."""

    low: Decimal
    high: Decimal
    count: int


@dataclass(frozen=True)
class Distribution:
    """A numbered histogram of units; axis: what is measured; marks: the limits of classes."""

    number: int
    title: str
    axis: str
    bins: tuple[Bin, ...]
    marks: tuple[Mark, ...]
    alternative: str


@dataclass(frozen=True)
class Change:
    """One line of a slope chart; a side is None where there is no number; moved: what is printed of the change."""

    label: str
    before: Decimal | None
    after: Decimal | None
    before_text: str
    after_text: str
    moved: str = ""


@dataclass(frozen=True)
class Slope:
    """A numbered chart of two times side by side; better: whether more is better, or, as with ranks, less."""

    number: int
    title: str
    axis: str
    before: str
    after: str
    better: Literal["more", "less"]
    changes: tuple[Change, ...]
    alternative: str


@dataclass(frozen=True)
class Heat:
    """A numbered table of shades: a row for each unit, a column for each part.

    shares: of the part's maximum, from 0 to 1, None where there is none; texts: what is printed in each cell.
    """

    number: int
    title: str
    columns: tuple[str, ...]
    rows: tuple[str, ...]
    shares: tuple[tuple[Decimal | None, ...], ...]
    texts: tuple[tuple[str, ...], ...]
    alternative: str


@dataclass(frozen=True)
class Point:
    """One time of a trend; value: None where there is no number."""

    label: str
    value: Decimal | None
    text: str


@dataclass(frozen=True)
class Trend:
    """A numbered chart of one thing over times, oldest first."""

    number: int
    title: str
    axis: str
    better: Literal["more", "less"]
    points: tuple[Point, ...]
    alternative: str


@dataclass(frozen=True)
class Area:
    """One place of a map; code: of the shape; text: what is printed of it; level: of its class, as in a cell.

    share: where it stands between the least, 0, and the greatest, 1, where there are no classes; None: no result.
    """

    code: str
    name: str
    text: str
    share: Decimal | None = None
    level: tuple[int, int] | None = None


@dataclass(frozen=True)
class Map:
    """A numbered map.

    shapes: `63` provinces, the `34` since 2025-07-01, or the user's own outlines by code (`geojson`); form: outlines,
    or a tile for each place; classes: the names of the levels, best first, empty where shades show shares.
    """

    number: int
    title: str
    shapes: Literal["63", "34", "geojson"]
    form: Literal["outlines", "tiles"]
    areas: tuple[Area, ...]
    classes: tuple[str, ...]
    alternative: str
    geojson: bytes = b""


Figure: TypeAlias = Chart | Distribution | Slope | Heat | Trend | Map
