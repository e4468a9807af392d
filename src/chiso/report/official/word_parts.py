"""What WordprocessingML has and python-docx has no call for: fields, footnotes, rules, rows that repeat."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FIRST_NOTE = 1
_NOTE = (
    '<w:footnote w:id="{id}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
    '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
    '<w:r><w:t xml:space="preserve"> {text}</w:t></w:r></w:p></w:footnote>'
)
_SEPARATOR = (
    '<w:footnote w:type="{type}" w:id="{id}"><w:p><w:pPr><w:spacing w:after="0"/></w:pPr>'
    "<w:r><w:{mark}/></w:r></w:p></w:footnote>"
)


def element(tag: str, /, **attributes: str) -> Any:
    """An element of the main namespace, as `element("w:tblHeader")`."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(tag)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def add_field(paragraph: Any, instruction: str, result: str) -> None:
    """Adds a field that the word processor computes, with the result shown until it does."""
    for kind in ("begin", "instr", "separate", "result", "end"):
        run = paragraph.add_run(result if kind == "result" else None)
        if kind == "instr":
            inside = element("w:instrText")
            inside.text = f" {instruction} "
            run._r.append(inside)
        elif kind != "result":
            run._r.append(element("w:fldChar", fldCharType=kind))


def add_note_mark(paragraph: Any, id: int) -> None:
    """Adds the mark of a footnote."""
    run = paragraph.add_run()
    run.font.superscript = True
    run._r.append(element("w:footnoteReference", id=str(id)))


def add_notes(document: Any, texts: Sequence[str]) -> None:
    """Adds the footnotes that marks 1, 2, … point to."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    inside = [
        _SEPARATOR.format(type="separator", id=-1, mark="separator"),
        _SEPARATOR.format(type="continuationSeparator", id=0, mark="continuationSeparator"),
        *(_NOTE.format(id=id, text=escape(text)) for id, text in enumerate(texts, _FIRST_NOTE)),
    ]
    content = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes xmlns:w="{W}">{"".join(inside)}'
    part = Part(
        PackURI("/word/footnotes.xml"),
        CONTENT_TYPE.WML_FOOTNOTES,
        f"{content}</w:footnotes>".encode(),
        document.part.package,
    )
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def draw_rule(paragraph: Any, length: int, room: int) -> None:
    """Makes an empty paragraph a rule in the middle of its room; both in twentieths of a point."""
    properties = paragraph._p.get_or_add_pPr()
    border = element("w:pBdr")
    border.append(element("w:top", val="single", sz="6", space="1", color="000000"))
    properties.insert_element_before(border, "w:shd", "w:spacing", "w:ind", "w:jc", "w:rPr")
    side = max(room - length, 0) // 2
    properties.append(element("w:ind", left=str(side), right=str(side), firstLine="0"))


def without_margins(table: Any) -> None:
    """Lets the text of a table's cells reach their sides."""
    margins = element("w:tblCellMar")
    for side in ("left", "right"):
        margins.append(element(f"w:{side}", w="0", type="dxa"))
    table._tbl.tblPr.insert_element_before(margins, "w:tblLook")


def keep_whole(row: Any) -> None:
    """Keeps a row on one page."""
    row._tr.get_or_add_trPr().append(element("w:cantSplit"))


def number_from_one(section: Any) -> None:
    """Lets the page numbers of a section begin anew."""
    properties = section._sectPr
    if not properties.xpath("w:pgNumType"):  # A section begins as a copy of the one before it.
        made = element("w:pgNumType", start="1")
        properties.insert_element_before(made, "w:cols", "w:titlePg", "w:docGrid")


def same_each_time(raw: bytes) -> bytes:
    """The package with one date for all its files, so that the same document gives the same bytes."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(raw)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
