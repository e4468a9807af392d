"""Figures of any size for tests of pictures, and what is read in a picture."""

from decimal import Decimal
from xml.etree import ElementTree

from chiso.report.figures import (
    Area,
    Bar,
    Bin,
    Change,
    Chart,
    Distribution,
    Figure,
    Heat,
    Map,
    Mark,
    Point,
    Slope,
    Trend,
)
from chiso.report.maps.tiles import tiles

SVG = "{http://www.w3.org/2000/svg}"
CLASSES = ("Tốt", "Khá", "Trung bình", "Yếu", "Kém")
LONG = "Ban quản lý Khu kinh tế tỉnh " * 8
MARKUP = "# * < & {{ $ @ _ ']);alert(1)//"


def texts(picture: str) -> list[str]:
    """The texts of a picture."""
    return [element.text or "" for element in ElementTree.fromstring(picture).iter(f"{SVG}text")]


def name(at: int) -> str:
    """The name of a unit: the second is very long, the third holds markup."""
    return {1: LONG, 2: MARKUP}.get(at, f"Xã số {at}")


def bars(count: int) -> Chart:
    """Ranked bars in five classes."""
    rows = tuple(
        Bar(name(at), (), Decimal(2 * count - at), f"{2 * count - at} · Khá", (at * 5 // count, 5))
        for at in range(count)
    )
    return Chart(1, "t", "bars", "điểm", (), rows, (Mark("Tốt", Decimal(count)),), "a")


def stacked(count: int, series: int = 7) -> Chart:
    """Bars of parts, the last of them a penalty."""
    parts = (*(Decimal(at + 1) for at in range(series - 1)), Decimal(-1))
    rows = tuple(Bar(name(at), parts, sum(parts, Decimal(0)), "27,5") for at in range(count))
    return Chart(1, "t", "stacked", "điểm", tuple(f"Nhóm {at}" for at in range(series)), rows, (), "a")


def distribution(count: int) -> Distribution:
    """A histogram with a known limit and one that is not known closely."""
    bins = tuple(Bin(Decimal(10 * at), Decimal(10 * at + 10), at % 7) for at in range(count))
    marks = (Mark("Tốt", Decimal(8)), Mark("Khá", Decimal(3), Decimal(5)))
    return Distribution(2, "t", "điểm", bins, marks, "a")


def slope(count: int) -> Slope:
    """Ranks of two years; the fourth unit has none in the second."""
    changes = tuple(
        Change(
            name(at), Decimal(at + 1), None if at == 3 else Decimal((at * 7 + 3) % count + 1),
            str(at + 1), "–" if at == 3 else str((at * 7 + 3) % count + 1), "" if at == 3 else "±",
        )
        for at in range(count)
    )  # fmt: skip
    return Slope(3, "t", "thứ hạng", "2016", "2017", "less", changes, "a")


def heat(count: int, columns: int = 6) -> Heat:
    """Shades of all strengths, and one cell without a number."""
    shares = tuple(
        tuple(None if row == column == 0 else Decimal((row * 7 + column * 3) % 11) / 10 for column in range(columns))
        for row in range(count)
    )
    printed = tuple(
        tuple("–" if share is None else str(share).replace(".", ",") for share in row) for row in shares
    )  # fmt: skip
    titles = tuple(f"Tiêu chí thành phần số {at}" for at in range(columns))
    return Heat(4, "t", titles, tuple(name(at) for at in range(count)), shares, printed, "a")


def trend(count: int) -> Trend:
    """Ranks over years, none in the third."""
    points = tuple(
        Point(
            str(2000 + at) if at != 1 else MARKUP, None if at == 2 else Decimal(at + 1), "" if at == 2 else str(at + 1)
        )
        for at in range(count)
    )
    return Trend(5, "t", "thứ hạng", "less", points, "a")


def country(shapes: str, form: str, *, classed: bool = True) -> Map:
    """A map on which Hà Nội has no result."""
    places = [tile for tile in tiles("63" if shapes == "63" else "34") if not tile.archipelago and tile.code != "01"]
    areas = tuple(
        Area(
            tile.code, tile.name, CLASSES[at % 5] if classed else str(at),
            None if classed else Decimal(at) / len(places), (at % 5, 5) if classed else None,
        )
        for at, tile in enumerate(places)
    )  # fmt: skip
    return Map(
        6, "t", "63" if shapes == "63" else "34", "tiles" if form == "tiles" else "outlines", areas,
        CLASSES if classed else (), "a",
    )  # fmt: skip


def every(count: int) -> list[Figure]:
    """A figure of each kind but maps."""
    return [bars(count), stacked(count), distribution(count), slope(count), heat(count), trend(count)]
