"""A figure as SVG, PNG or Vega-Lite spec."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from chiso.engine.errors import InputError
from chiso.language import use
from chiso.report.charts import bars, heat, histogram, maps, slopes, trend
from chiso.report.charts.looks import LOCALES, PAPER, PRINT, WIDE, Shape
from chiso.report.charts.marks import filled
from chiso.report.charts.patterns import patterned
from chiso.report.figures import Chart, Distribution, Figure, Heat, Map, Slope, Trend
from chiso.report.official.fonts import font

DRAWN: dict[type, Callable[[Any, Shape], Any]] = {
    Chart: bars.drawn,
    Distribution: histogram.drawn,
    Heat: heat.drawn,
    Map: maps.drawn,
    Slope: slopes.drawn,
    Trend: trend.drawn,
}
INCH = 96


def spec(figure: Figure, language: str, shape: Shape = WIDE) -> dict[str, Any]:
    """The Vega-Lite spec of a figure with nothing but what the picture shows; its numbers in the language's form."""
    from altair.utils.schemapi import debug_mode

    # What altair checks at each step is known to be right, and takes most of the time.
    with use(language), debug_mode(False):
        found: dict[str, Any] = filled(DRAWN[type(figure)](figure, shape).to_dict(validate=False))
    return found | {"config": found.get("config", {}) | {"locale": {"number": LOCALES[language]}}}


@lru_cache(maxsize=64)
def svg(figure: Figure, language: str, shape: Shape = WIDE) -> str:
    """The picture of a figure, the same bytes for the same figure; its text alternative is left to the page.

    The last ones are kept: a document in several formats draws each of its figures once.
    """
    import vl_convert

    _letters(shape)
    picture: str = vl_convert.vegalite_to_svg(spec(figure, language, shape), format_locale=LOCALES[language])
    if shape.look is PAPER:
        picture = patterned(picture)
    return _own_ids(picture, f"c{figure.number}{shape.name}-")


@lru_cache(maxsize=32)
def png(figure: Figure, language: str, shape: Shape = PRINT, *, dpi: int = 200) -> bytes:
    """The picture as PNG of its natural size in print, on white: so many dots to an inch."""
    import vl_convert

    drawn = svg(figure, language, shape)
    at = drawn.index(">", drawn.index("<svg")) + 1
    field = '<rect width="100%" height="100%" fill="#ffffff"/>'
    picture: bytes = vl_convert.svg_to_png(drawn[:at] + field + drawn[at:], scale=72 / INCH, ppi=dpi)
    return picture


def legend(figure: Figure, shape: Shape = WIDE) -> tuple[tuple[str, str], ...]:
    """What the colours of a figure mean, where a page says it beside the picture: names with colours."""
    if isinstance(figure, Chart) and figure.kind == "stacked":
        return tuple(zip(figure.series, shape.look.series, strict=False))
    return ()


@cache
def _register(folder: Path) -> None:
    import vl_convert

    vl_convert.register_font_directory(str(folder))


def _letters(shape: Shape) -> None:
    """Makes the font of official documents known where it is; else the renderer takes what it has."""
    if shape.look is not PAPER:
        return
    try:
        _register(font().folder)
    except InputError:
        return


def _own_ids(picture: str, prefix: str) -> str:
    """The picture with ids that no other picture on the page has."""
    picture = re.sub(r'\bid="', f'id="{prefix}', picture)
    return re.sub(r"url\(#", f"url(#{prefix}", picture)
