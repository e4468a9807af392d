"""A document as one page that needs nothing else: no network, no script."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from chiso.language import gettext, ngettext, use
from chiso.report.charts import NARROW, WIDE, legend, svg
from chiso.report.document import Cell, Document, Part
from chiso.report.figures import Figure

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
            picture=lambda figure, narrow: _picture(document, figure, narrow),
            anchor=_anchors(document),
            legend=legend,
            grade=grade,
        )


def grade(cell: Cell) -> int:
    """The look of a class, 1 for the best to 5; 0 where none is certain."""
    return 0 if cell.level is None else min(cell.level[0], GRADES - 1) + 1


def _kind(part: Part) -> str:
    return "figure" if isinstance(part, Figure) else type(part).__name__.lower()


def _anchors(document: Document) -> Callable[[Part], str]:
    """The id of each table and figure, by its place: documents of several parts may count them anew in each."""
    tables = {id(part): f"table-{place}" for place, part in enumerate(document.tables(), 1)}
    figures = {id(part): f"figure-{place}" for place, part in enumerate(document.figures(), 1)}
    return lambda part: (tables | figures)[id(part)]


def _picture(document: Document, figure: Figure, narrow: bool) -> Any:
    from markupsafe import Markup

    # What it shows is escaped by the renderer.
    return Markup(svg(figure, document.language, NARROW if narrow else WIDE))
