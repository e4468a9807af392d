"""The contents and the lists of tables and figures as fields of a word processor, with their entries already there.

The number of a page is a field that points to the place; a word processor fills it in when it opens the document.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from chiso.report.official.form import Heading
from chiso.report.official.word_parts import add_field, element

TABLES, FIGURES = "Bảng", "Hình"
"""The names of the sequences that captions count in."""


def add_place(paragraph: Any, kind: str, number: int) -> None:
    """Marks a paragraph as the place that an entry of a list points to."""
    name, id = _name(kind, number), str(number * 10 + ("heading", "table", "figure").index(kind))
    paragraph._p.insert(1, element("w:bookmarkStart", id=id, name=name))
    paragraph._p.append(element("w:bookmarkEnd", id=id))


def _name(kind: str, number: int) -> str:
    return f"_{kind}{number}"


def add_contents(document: Any, headings: Sequence[Heading], room: int) -> None:
    """Adds the contents; room: the width between the margins, in twentieths of a point."""
    entries = [(f"toc {min(each.level, 2)}", each.text, _name("heading", place)) for place, each in _counted(headings)]
    _add(document, 'TOC \\o "1-2" \\h \\z \\u', entries, room)


def add_list(document: Any, sequence: str, titles: Sequence[str], room: int) -> None:
    """Adds the list of what a sequence counts."""
    kind = "table" if sequence == TABLES else "figure"
    entries = [("table of figures", title, _name(kind, place)) for place, title in _counted(titles)]
    _add(document, f'TOC \\h \\z \\c "{sequence}"', entries, room)


def _counted(values: Sequence[Any]) -> Sequence[tuple[int, Any]]:
    return list(enumerate(values, 1))


def _add(document: Any, instruction: str, entries: Sequence[tuple[str, str, str]], room: int) -> None:
    """Adds a field over as many paragraphs as there are entries."""
    from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
    from docx.shared import Twips

    for place, (style, text, target) in enumerate(entries):
        paragraph = document.add_paragraph(style=style)
        stops = paragraph.paragraph_format.tab_stops
        stops.add_tab_stop(Twips(room), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
        if place == 0:
            _mark(paragraph, "begin")
            _instruct(paragraph, instruction)
            _mark(paragraph, "separate")
        paragraph.add_run(f"{text}\t")
        add_field(paragraph, f"PAGEREF {target} \\h", "")
        if place == len(entries) - 1:
            _mark(paragraph, "end")


def _mark(paragraph: Any, kind: str) -> None:
    paragraph.add_run()._r.append(element("w:fldChar", fldCharType=kind))


def _instruct(paragraph: Any, instruction: str) -> None:
    inside = element("w:instrText")
    inside.text = f" {instruction} "
    paragraph.add_run()._r.append(inside)


def update_when_opened(document: Any) -> None:
    """Lets a word processor fill in the numbers of pages."""
    document.settings.element.append(element("w:updateFields", val="true"))
