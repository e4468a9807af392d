"""An official document as PDF, set by typst."""

from __future__ import annotations

import atexit
import json
import shutil
import tempfile
import threading
from dataclasses import asdict
from decimal import Decimal
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from chiso.language import gettext as _
from chiso.language import use
from chiso.report.charts import PRINT, svg
from chiso.report.document import Table
from chiso.report.figures import Bar, Chart, Figure, Trend
from chiso.report.official.breaking import breakable
from chiso.report.official.fonts import Font, font
from chiso.report.official.form import (
    HEAD,
    MEASURES,
    Annex,
    Block,
    Frame,
    Measures,
    Official,
    Paragraph,
    Side,
    Signatures,
)
from chiso.report.official.lengths import one_line, room, setting
from chiso.report.official.pictures import printed_width
from chiso.report.official.signing import with_fields

LOOK = ("page.typ", "blocks.typ", "order.typ")
LOOK_FILE = "look.typ"
_held_by = threading.local()
LONG = 900
"""Letters of texts that take too many lines to be moved to the page of the signature as a whole."""
HELD = 2
"""How many of the last rows of a table stay with those who sign."""
NO_BREAK = "\N{NO-BREAK SPACE}"
MOST_BARS, MOST_TIMES = 15, 6
"""The most bars and the most times that are drawn without a picture."""


def pdf(
    document: Official, family: Font | None = None, measures: Measures = MEASURES, *, to_sign: bool = False
) -> bytes:
    """The bytes of the PDF, the same for the same document and font.

    to_sign: whether it has empty fields for digital signatures. InputError where no font is found;
    ModuleNotFoundError without the libraries of the extra `report`.
    """
    family = family or font()
    content = _content(document, family.family, measures) | {"places": to_sign}
    source = _source(json.dumps(content, ensure_ascii=False))
    made = bytes(_compiler(family.folder).compile(input=source, timestamp=0))
    return with_fields(made, _places(source, family.folder)) if to_sign else made


def _places(source: bytes, folder: Path) -> str:
    """Where the signer's name has its room, as the look notes it."""
    import typst

    return str(typst.query(source, "<sign>", field="value", root=str(_look()), font_paths=_loaded(folder)))


def _source(content: str) -> bytes:
    """What is set: the content as a text, which nothing in it can leave, given to the look of documents."""
    text = content.replace("\\", "\\\\").replace('"', '\\"')
    return f'#import "{LOOK_FILE}": official\n#official("{text}")'.encode()


def _compiler(folder: Path) -> Any:
    """What sets documents in this thread: it keeps the parsed look and the fonts from one document to the next."""
    import typst

    found: dict[Path, Any] = _held_by.__dict__.setdefault("compilers", {})
    if folder not in found:
        found[folder] = typst.Compiler(root=str(_look()), font_paths=_loaded(folder))
    return found[folder]


@cache
def _look() -> Path:
    """A folder with how documents look as one file: the page and its frame, the blocks, then the order they stand in.

    It stands within the content of a function, so that the look is read once and each document is its argument.
    """
    folder = Path(tempfile.mkdtemp(prefix="chiso-look-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    parts = [files("chiso.report.official").joinpath(name).read_text("utf-8") for name in LOOK]
    (folder / LOOK_FILE).write_text("#let official(content) = [\n" + "".join(parts) + "\n]\n", "utf-8")
    return folder


@cache
def _loaded(folder: Path) -> Any:
    """The faces in a folder; reading them takes longer than setting a page."""
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)])


def _content(document: Official, family: str, measures: Measures) -> dict[str, Any]:
    with use(document.language):
        pictures: list[str] = []
        told = {
            "language": document.language,
            "title": document.title,
            "family": family,
            "measures": asdict(measures),
            "country": HEAD[1],
            "nation": nation(),
            "motto": motto(),
            "to": _("To:"),
            "recipients": _("Recipients:"),
            "contents": _("CONTENTS") if document.contents else "",
            "tables": _("LIST OF TABLES") if document.lists else "",
            "figures": _("LIST OF FIGURES") if document.lists else "",
            "frame": asdict(document.frame) | {"sides": [_side(side) for side in document.frame.sides]},
            "body": [_block(block, document, False, pictures) for block in document.body],
            "annexes": [_annex(annex, document, pictures) for annex in document.annexes],
        }
        return {**breakable(told), "pictures": pictures}


def nation() -> str:
    """The name of the country as it stands on every document."""
    return _("SOCIALIST REPUBLIC OF VIET NAM")


def motto() -> str:
    """The words below the country's name."""
    return _("Independence - Freedom - Happiness")


def _annex(annex: Annex, document: Official, pictures: list[str]) -> dict[str, Any]:
    return {
        "number": annex.number,
        "title": annex.title.upper(),
        "reference": annex.reference,
        "wide": annex.wide,
        "blocks": [_block(block, document, annex.wide, pictures) for block in annex.blocks],
    }


def _side(side: Side) -> dict[str, Any]:
    return {"titles": [each for each in (side.title, side.post) if each], "hint": side.hint, "name": side.name}


def _block(block: Block, document: Official, wide: bool, pictures: list[str]) -> dict[str, Any]:
    """One block; pictures: where its picture is put."""
    if isinstance(block, Table):
        return _table(block, room(wide=wide), document.frame)
    if isinstance(block, Figure):
        return _figure(block, document.language, wide, pictures)
    if isinstance(block, Signatures):
        return {"is": "signatures", "place": block.place, "sides": [_side(side) for side in block.sides], "long": False}
    long = isinstance(block, Paragraph) and len(block.text) > LONG
    return {"is": type(block).__name__.lower(), **asdict(block), "long": long}


def _table(table: Table, width: int, frame: Frame) -> dict[str, Any]:
    found = setting(table, width)
    columns = [
        {"title": column.title, "note": column.note, "kind": column.kind, "width": own}
        for column, own in zip(table.columns, found.widths, strict=True)
    ]
    # A cell without any content would be left out of the structure that screen readers follow.
    rows = [[cell.text or NO_BREAK for cell in row] for row in table.rows]
    told = {"title": table.title, "size": found.size, "totals": table.totals, "notes": table.notes}
    lines = [one_line(row, found) for row in table.rows]
    return {"is": "table", **told, "held": _held(table, frame), "columns": columns, "rows": rows, "lines": lines}


def _held(table: Table, frame: Frame) -> int:
    """How many of the last rows stay with what follows a table; none where together they may not fit on a page."""
    last = table.rows[-HELD:]
    texts = [
        *(cell.text for row in last for cell in row),
        *table.notes,
        *frame.authority,
        frame.name,
        *frame.recipients,
    ]
    return len(last) if sum(map(len, texts)) < LONG else 0


def _figure(figure: Figure, language: str, wide: bool, pictures: list[str]) -> dict[str, Any]:
    told = {"title": figure.title, "alternative": figure.alternative}
    if isinstance(figure, Chart) and figure.kind == "bars" and not figure.marks and len(figure.bars) <= MOST_BARS:
        bars = [{"label": bar.label, "text": bar.text, "share": _thousandths(bar, figure)} for bar in figure.bars]
        return {"is": "bars", **told, "bars": bars}
    if isinstance(figure, Trend) and len(figure.points) <= MOST_TIMES:
        return {"is": "trend", **told, "points": _heights(figure)}
    drawn = svg(figure, language, PRINT)
    width = printed_width(drawn, wide=wide)
    if width is None:
        return {"is": "figure", **told, "picture": None}
    pictures.append(drawn)
    return {"is": "figure", **told, "picture": len(pictures) - 1, "width": width}


def _thousandths(bar: Bar, chart: Chart) -> int:
    """The length of a bar in thousandths: of 100 where all bars are percentages, else of the longest one."""
    percent = all(each.text.endswith("%") for each in chart.bars)
    longest = 100 if percent else max((each.total for each in chart.bars if each.total is not None), default=0)
    return min(int(bar.total * 1000 / longest), 1000) if bar.total is not None and longest else 0


def _heights(trend: Trend) -> list[dict[str, Any]]:
    """The points of a trend, the best value at height 0, the worst at 1000; None where there is no number."""
    values = [point.value for point in trend.points if point.value is not None]
    low, high = min(values, default=Decimal(0)), max(values, default=Decimal(0))
    found = []
    for point in trend.points:
        down = None if point.value is None else point.value - low if trend.better == "less" else high - point.value
        height = None if down is None else int(down * 1000 / (high - low)) if high > low else 500
        found.append({"label": point.label, "text": point.text, "height": height})
    return found
