"""A DOCX read back by its paragraphs, each with the look that its runs, its style and the styles below give it."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from chiso.report.form_check.lines import Line, Reading, Sheet, Side
from chiso.report.official.lengths import line_length

EMU = 36000
"""English Metric Units in a millimetre."""
TWENTIETH = 635
SIDES: dict[int, tuple[Side, ...]] = {1: ("full",), 2: ("left", "right"), 3: ("left", "full", "right")}
"""Where the columns of a table without rules stand, by how many there are."""


def read_word(raw: bytes) -> Reading:
    """The sections and paragraphs of a DOCX; those in tables with rules are left out."""
    from docx import Document

    document: Any = Document(BytesIO(raw))
    return Reading(
        tuple(_sheet(section, document.sections[0]) for section in document.sections), tuple(_lines(document))
    )


def _sheet(section: Any, first: Any) -> Sheet:
    number = first.header.paragraphs[0] if first.header.paragraphs else None
    fields = [] if number is None else number._p.xpath(".//w:instrText")
    numbered = any("PAGE" in (field.text or "") for field in fields)
    on_first = section.first_page_header.paragraphs if section.different_first_page_header_footer else [number]
    return Sheet(
        (_millimetres(section.page_width), _millimetres(section.page_height)),
        (
            _millimetres(section.top_margin),
            _millimetres(section.bottom_margin),
            _millimetres(section.left_margin),
            _millimetres(section.right_margin),
        ),
        _size(number) if numbered else None,
        any(each is not None and each._p.xpath(".//w:instrText") for each in on_first),
        numbered and _align(number) == "center" and _millimetres(section.header_distance) < 20,
    )


def _millimetres(length: Any) -> int:
    return (int(length) + EMU // 2) // EMU


def _lines(document: Any) -> Iterator[Line]:
    from docx.table import Table

    for block in document.iter_inner_content():
        if not isinstance(block, Table):
            yield from _column([block], "full", 0)
        elif block.style is None or block.style.name != "Table Grid":
            for row in block.rows:
                sides = SIDES[len(row.cells)]
                for side, cell in zip(sides, row.cells, strict=True):
                    yield from _column(cell.paragraphs, side, int(cell.width or 0) // TWENTIETH)


def _column(paragraphs: list[Any], side: Side, room: int) -> Iterator[Line]:
    """The lines of paragraphs that stand one below the other, each with the rule that follows it."""
    for place, paragraph in enumerate(paragraphs):
        if paragraph.text.strip() and not _lists(paragraph):
            below = paragraphs[place + 1] if place + 1 < len(paragraphs) else _next(paragraph)
            yield _line(paragraph, side, _rule(below, room))


def _lists(paragraph: Any) -> bool:
    """Whether a paragraph is an entry of a list, for which the decree has no form."""
    return str(paragraph.style.name).lower().startswith(("toc ", "table of figures"))


def _next(paragraph: Any) -> Any:
    from docx.text.paragraph import Paragraph

    element = paragraph._p.getnext()
    return Paragraph(element, paragraph._parent) if element is not None and element.tag.endswith("}p") else None


def _rule(paragraph: Any, room: int) -> int | None:
    """The length of the rule that an empty paragraph is, in twentieths of a point."""
    if paragraph is None or paragraph.text.strip() or not paragraph._p.xpath("w:pPr/w:pBdr/w:top"):
        return None
    sides = [int(each) for each in paragraph._p.xpath("w:pPr/w:ind/@w:left | w:pPr/w:ind/@w:right")]
    if not room:
        section = paragraph.part.document.sections[0]
        room = int(section.page_width - section.left_margin - section.right_margin) // TWENTIETH
    return room - sum(sides)


def _line(paragraph: Any, side: Side, rule: int | None) -> Line:
    runs = [run for run in paragraph.runs if run.text.strip()]
    size = _size(paragraph)
    length = line_length(paragraph.text, int(size))
    form = paragraph.paragraph_format
    indent, after = _told(form, paragraph.style, "first_line_indent"), _told(form, paragraph.style, "space_after")
    return Line(
        text=paragraph.text.strip(),
        font=_font(paragraph),
        size=size,
        bold=all(_flag(run, paragraph, "bold") for run in runs),
        italic=all(_flag(run, paragraph, "italic") for run in runs),
        side=side,
        black=_black(paragraph),
        rule=None if rule is None else rule / length,
        align=_align(paragraph),
        indent=None if indent is None else int(indent) // TWENTIETH,
        space=None if after is None else int(after) // TWENTIETH,
    )


def _styles(style: Any) -> Iterator[Any]:
    while style is not None:
        yield style
        style = style.base_style


def _told(form: Any, style: Any, name: str) -> Any:
    """A measure of a paragraph, from itself or from the first of its styles that tells it."""
    own = getattr(form, name)
    told = (getattr(each.paragraph_format, name) for each in _styles(style))
    return own if own is not None else next((each for each in told if each is not None), None)


def _of_font(run: Any, paragraph: Any, name: str) -> Any:
    own = getattr(run.font, name) if run is not None else None
    told = (getattr(each.font, name) for each in _styles(paragraph.style))
    return own if own is not None else next((each for each in told if each is not None), None)


def _first(paragraph: Any) -> Any:
    return next((run for run in paragraph.runs if run.text.strip()), None)


def _size(paragraph: Any) -> Any:
    size = _of_font(_first(paragraph), paragraph, "size")
    return 0 if size is None else size.pt


def _font(paragraph: Any) -> str:
    return str(_of_font(_first(paragraph), paragraph, "name"))


def _flag(run: Any, paragraph: Any, name: str) -> bool:
    return bool(_of_font(run, paragraph, name))


def _black(paragraph: Any) -> bool:
    runs = [run.font.color for run in paragraph.runs]
    styles = [each.font.color for each in _styles(paragraph.style)]
    told = [color.rgb for color in (*runs, *styles) if color is not None and color.rgb is not None]
    return not told or str(told[0]) == "000000"


def _align(paragraph: Any) -> str:
    align = _told(paragraph.paragraph_format, paragraph.style, "alignment")
    names = {0: "left", 1: "center", 2: "right", 3: "both"}
    return "left" if align is None else names.get(int(align), "other")
