"""The paragraph styles of an official document in a word processor, each with the measures of the form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from chiso.report.official.form import MEASURES as M
from chiso.report.official.word_parts import element

FONT = "Times New Roman"
KEPT = {"TableNormal", "TableGrid", "DefaultParagraphFont"}


@dataclass(frozen=True)
class Style:
    """One style; before, after: points; indent: the first line's, left: that of all lines, in millimetres."""

    size: int
    align: Literal["left", "center", "both"] = "center"
    bold: bool = False
    italic: bool = False
    before: int = 0
    after: int = 0
    indent: int = 0
    left: int = 0
    keep: bool = False


STYLES = {
    "Body Text": Style(M.body, "both", after=M.between, indent=M.indent),
    "Heading 1": Style(M.body, "both", bold=True, before=M.between, after=M.between, indent=M.indent, keep=True),
    "Heading 2": Style(M.body, "both", bold=True, italic=True, after=M.between, indent=M.indent, keep=True),
    "Caption": Style(M.caption, bold=True, before=M.between, after=M.between, keep=True),
    "Picture": Style(M.table, before=M.between, keep=True),
    "Picture Caption": Style(M.caption, bold=True, before=M.between, after=M.between),
    "Superior": Style(M.superior),
    "Issuer": Style(M.issuer, bold=True),
    "Nation": Style(M.nation, bold=True),
    "Motto": Style(M.motto, bold=True),
    "Number": Style(M.number),
    "Letter Subject": Style(M.letter_subject),
    "Place and Date": Style(M.place, italic=True),
    "Kind": Style(M.kind, bold=True, before=12),
    "Subject": Style(M.subject, bold=True),
    "Addressee": Style(M.body, "left"),
    "Decides": Style(M.kind, bold=True, before=M.between, after=M.between),
    "Legal Ground": Style(M.ground, "both", italic=True, after=M.between, indent=M.indent),
    "toc 1": Style(M.body, "left"),
    "toc 2": Style(M.body, "left", left=5),
    "table of figures": Style(M.body, "left"),
    "Banner": Style(M.body, bold=True, before=M.between, after=M.between, keep=True),
    "Remark": Style(M.body, "both", italic=True, before=M.between, after=M.between, indent=M.indent),
    "Table Head": Style(M.table, bold=True, keep=True),
    "Table Text": Style(M.table, "left"),
    "Table Number": Style(M.table),
    "Table Note": Style(M.table, "both", italic=True, before=M.between),
    "Recipients": Style(M.recipients, "left", bold=True, italic=True),
    "Recipient": Style(M.recipient, "left"),
    "Authority": Style(M.signer, bold=True),
    "Hint": Style(M.table, italic=True),
    "Signer": Style(M.signer, bold=True),
    "Annex Number": Style(M.annex, bold=True, keep=True),
    "Annex Title": Style(M.annex, bold=True, keep=True),
    "Annex Reference": Style(M.body, italic=True, after=12),
    "Footnote Text": Style(M.note, "both"),
    "Page Number": Style(M.page),
    "Rule": Style(2, before=2),
}
"""Every style that is used, by its name."""


def add_styles(document: Any, language: str) -> None:
    """Gives a document its styles; whoever edits it later changes them in one place."""
    for style in document.styles.element.xpath("w:style[@w:type='table' or @w:type='character']"):
        if style.styleId not in KEPT:  # Every search for a style goes through all of them.
            style.getparent().remove(style)
    normal = document.styles["Normal"]
    _font(normal, M.body)
    normal.element.get_or_add_rPr().append(element("w:lang", val="vi-VN" if language == "vi" else "en-GB"))
    names = {style.name for style in document.styles}
    for name, style in STYLES.items():
        _set(document.styles[name] if name in names else _new(document, name), style)


def _new(document: Any, name: str) -> Any:
    from docx.enum.style import WD_STYLE_TYPE

    made = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    made.base_style = document.styles["Normal"]
    return made


def _set(made: Any, style: Style) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm, Pt

    aligns = {"left": "LEFT", "center": "CENTER", "both": "JUSTIFY"}
    _font(made, style.size)
    made.font.bold, made.font.italic = style.bold, style.italic
    form = made.paragraph_format
    form.alignment = getattr(WD_ALIGN_PARAGRAPH, aligns[style.align])
    form.space_before, form.space_after = Pt(style.before), Pt(style.after)
    form.first_line_indent, form.left_indent, form.line_spacing = Mm(style.indent), Mm(style.left), 1
    form.keep_with_next = style.keep


def _font(made: Any, size: int) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    made.font.name, made.font.size = FONT, Pt(size)
    made.font.color.rgb = RGBColor(0, 0, 0)
    fonts = made.element.rPr.rFonts
    for key in list(fonts.attrib):
        del fonts.attrib[key]
    for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{kind}"), FONT)
