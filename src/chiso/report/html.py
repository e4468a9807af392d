"""A document as one page that needs nothing else: no network, no script."""

from __future__ import annotations

from typing import Any

from chiso.language import gettext, ngettext, use
from chiso.report.charts import NARROW, WIDE, legend, svg
from chiso.report.document import Cell, Document, Facts, Note, Table
from chiso.report.figures import Chart, Figure

GRADES = 5


def page(document: Document) -> str:
    """The whole page, the same text for the same document.

    ModuleNotFoundError without the libraries of the extra `report`.
    """
    from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

    environment = Environment(
        loader=PackageLoader("chiso.report"),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    with use(document.language):
        return environment.get_template("page.html").render(
            document=document,
            _=gettext,
            ngettext=ngettext,
            kind=_kind,
            picture=lambda chart, narrow: _picture(document, chart, narrow),
            legend=legend,
            grade=grade,
        )


def grade(cell: Cell) -> int:
    """The look of a class, 1 for the best to 5; 0 where none is certain."""
    return 0 if cell.level is None else min(cell.level[0], GRADES - 1) + 1


def _kind(part: Facts | Note | Table | Figure) -> str:
    return type(part).__name__.lower()


def _picture(document: Document, chart: Chart, narrow: bool) -> Any:
    from markupsafe import Markup

    return Markup(
        svg(chart, document.language, NARROW if narrow else WIDE)
    )  # What it shows is escaped by the renderer.
