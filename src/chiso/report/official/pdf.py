"""An official document as PDF, set by typst."""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from chiso.language import gettext as _
from chiso.language import use
from chiso.report.document import Table
from chiso.report.figures import Bar, Chart, Figure
from chiso.report.official.fonts import Font, font
from chiso.report.official.form import MEASURES, Annex, Block, Measures, Official
from chiso.report.official.lengths import room, setting


def pdf(document: Official, family: Font | None = None, measures: Measures = MEASURES) -> bytes:
    """The bytes of the PDF, the same for the same document and font.

    InputError where no font is found; ModuleNotFoundError without the libraries of the extra `report`.
    """
    import typst

    family = family or font()
    made = typst.compile(
        files("chiso.report.official").joinpath("official.typ").read_bytes(),
        font_paths=_loaded(family.folder),
        sys_inputs={"document": json.dumps(_content(document, family.family, measures), ensure_ascii=False)},
        timestamp=0,
    )
    return bytes(made)


@cache
def _loaded(folder: Path) -> Any:
    """The faces in a folder; reading them takes longer than setting a page."""
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)])


def _content(document: Official, family: str, measures: Measures) -> dict[str, Any]:
    with use(document.language):
        return {
            "language": document.language,
            "title": document.title,
            "family": family,
            "measures": asdict(measures),
            "nation": nation(),
            "motto": motto(),
            "to": _("To:"),
            "recipients": _("Recipients:"),
            "contents": _("CONTENTS") if document.contents else "",
            "frame": asdict(document.frame),
            "body": [_block(block, room(wide=False)) for block in document.body],
            "annexes": [_annex(annex) for annex in document.annexes],
        }


def nation() -> str:
    """The name of the country as it stands on every document."""
    return _("SOCIALIST REPUBLIC OF VIET NAM")


def motto() -> str:
    """The words below the country's name."""
    return _("Independence - Freedom - Happiness")


def _annex(annex: Annex) -> dict[str, Any]:
    return {
        "number": annex.number,
        "title": annex.title.upper(),
        "reference": annex.reference,
        "wide": annex.wide,
        "blocks": [_block(block, room(wide=annex.wide)) for block in annex.blocks],
    }


def _block(block: Block, width: int) -> dict[str, Any]:
    if isinstance(block, Chart):
        bars = [{"label": bar.label, "text": bar.text, "share": _thousandths(bar, block)} for bar in block.bars]
        return {"is": "chart", "title": block.title, "bars": bars}
    if isinstance(block, Figure):
        return {"is": "figure", "title": block.title, "alternative": block.alternative}
    if not isinstance(block, Table):
        return {"is": type(block).__name__.lower(), **asdict(block)}
    found = setting(block, width)
    columns = [
        {"title": column.title, "note": column.note, "kind": column.kind, "width": own}
        for column, own in zip(block.columns, found.widths, strict=True)
    ]
    rows = [[{"text": cell.text} for cell in row] for row in block.rows]
    told = {"title": block.title, "size": found.size, "totals": block.totals, "notes": block.notes}
    return {"is": "table", **told, "columns": columns, "rows": rows}


def _thousandths(bar: Bar, chart: Chart) -> int:
    """The length of a bar in thousandths: of 100 where all bars are percentages, else of the longest one."""
    percent = all(each.text.endswith("%") for each in chart.bars)
    longest = 100 if percent else max((each.total for each in chart.bars if each.total is not None), default=0)
    return min(int(bar.total * 1000 / longest), 1000) if bar.total is not None and longest else 0
