"""An official document as DOCX that can be edited: real styles, tables, captions, footnotes and page numbers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

from chiso.language import gettext as _
from chiso.language import use
from chiso.report.charts import svg
from chiso.report.document import Table
from chiso.report.figures import Chart, Figure
from chiso.report.official.form import (
    DASH,
    MEASURES,
    PAGE,
    Annex,
    Banner,
    Block,
    Dots,
    Frame,
    Heading,
    Official,
    Paragraph,
    Side,
    Signatures,
)
from chiso.report.official.lengths import line_length, room, rule_length
from chiso.report.official.pdf import motto, nation
from chiso.report.official.word_parts import (
    add_field,
    add_note_mark,
    add_notes,
    draw_rule,
    keep_whole,
    number_from_one,
    same_each_time,
    without_margins,
)
from chiso.report.official.word_styles import add_styles
from chiso.report.official.word_tables import table_element

TWENTIETHS = 1440 * 10
"""Twentieths of a point in 254 millimetres."""
HEAD, SIGN = (66, 94), (75, 85)
"""The widths in millimetres of the two columns at the head and at the foot."""
NO_DATE = datetime(1980, 1, 1)  # noqa: DTZ001 -- The properties of a package have no time zone.


def word(document: Official) -> bytes:
    """The bytes of the DOCX, the same for the same document; ModuleNotFoundError without the extra `report`."""
    with use(document.language):
        return _Word(document).content()


def _twentieths(millimetres: int) -> int:
    return millimetres * TWENTIETHS // 254


class _Word:
    """The making of one DOCX."""

    def __init__(self, document: Official) -> None:
        from docx import Document

        self.document, self.notes = document, list[str]()
        self.made: Any = Document()
        add_styles(self.made, document.language)
        self.room = room(wide=False)

    def content(self) -> bytes:
        """The whole package."""
        properties = self.made.core_properties
        properties.title, properties.author, properties.comments = self.document.title, "", ""
        properties.created = properties.modified = NO_DATE
        self._page(self.made.sections[0], wide=False)
        self._number_pages(self.made.sections[0])
        self._head(self.document.frame)
        if self.document.contents:
            self._contents()
        for block in self.document.body:
            self._block(block)
        self._foot(self.document.frame)
        for annex in self.document.annexes:
            self._annex(annex)
        if self.notes:
            add_notes(self.made, self.notes)
        out = BytesIO()
        self.made.save(out)
        return same_each_time(out.getvalue())

    def _page(self, section: Any, *, wide: bool) -> None:
        from docx.enum.section import WD_ORIENT
        from docx.shared import Mm

        section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = (Mm(side) for side in (PAGE[::-1] if wide else PAGE))
        section.top_margin, section.bottom_margin = Mm(MEASURES.top), Mm(MEASURES.bottom)
        section.left_margin, section.right_margin = Mm(MEASURES.left), Mm(MEASURES.right)
        section.header_distance = section.footer_distance = Mm(10)
        section.different_first_page_header_footer = True
        self.room = room(wide=wide)

    def _number_pages(self, section: Any) -> None:
        paragraph = section.header.paragraphs[0]
        paragraph.style = "Page Number"
        add_field(paragraph, "PAGE", "2")

    def _line(self, text: str, style: str, cell: Any = None) -> Any:
        return (self.made if cell is None else cell).add_paragraph(text, style=style)

    def _rule(self, length: int, width: int, cell: Any = None) -> None:
        draw_rule(self._line("", "Rule", cell), length, width)

    def _columns(self, widths: Sequence[int], rows: int) -> list[list[Any]]:
        """The cells of a table without borders, each still empty."""
        from docx.shared import Mm

        table = self.made.add_table(rows, len(widths))
        table.autofit = False
        without_margins(table)
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Mm(width)
        for row in table.rows:
            keep_whole(row)
            for cell, width in zip(row.cells, widths, strict=True):
                cell.width = Mm(width)
        return [list(row.cells) for row in table.rows]

    def _filled(self, cell: Any, lines: Sequence[tuple[str, str]]) -> None:
        """Puts lines, each with its style, into a cell in place of its empty paragraph."""
        for text, style in lines:
            self._line(text, style, cell)
        cell._tc.remove(cell.paragraphs[0]._p)

    def _head(self, frame: Frame) -> None:
        (issuer, country), (number, place) = self._columns(HEAD, 2)
        rooms = [_twentieths(width) for width in HEAD]
        self._filled(
            issuer, [*((each, "Superior") for each in frame.superior), *((each, "Issuer") for each in frame.issuer)]
        )
        self._rule(rule_length(frame.issuer, MEASURES.issuer, rooms[0]), rooms[0], issuer)
        self._filled(country, [(nation(), "Nation"), (motto(), "Motto")])
        self._rule(line_length(motto(), MEASURES.motto), rooms[1], country)
        letter = [(frame.subject, "Letter Subject")] if not frame.kind else []
        self._filled(number, [(frame.number, "Number"), *letter])
        self._filled(place, [(frame.place, "Place and Date")])
        self._subject(frame)
        if frame.decides:
            self._line(frame.decides, "Decides")
        for ground in frame.grounds:
            self._line(ground, "Legal Ground")

    def _subject(self, frame: Frame) -> None:
        """The kind and the subject with its rule; in a letter, whom it is for."""
        if frame.kind:
            self._line(frame.kind, "Kind")
            self._line(frame.subject, "Subject")
            self._rule(rule_length([frame.subject], MEASURES.subject, self.room), self.room)
        elif len(frame.to) == 1:
            self._line(f"{_('To:')} {frame.to[0]}.", "Kind").runs[0].bold = False
        elif frame.to:
            for text in (_("To:"), *(f"- {each}" for each in frame.to)):
                self._line(text, "Addressee")

    def _foot(self, frame: Frame) -> None:
        from docx.shared import Mm

        self._line("", "Rule")
        if frame.sides:
            self._sign(frame.sides)
            for text, style in ((_("Recipients:"), "Recipients"), *((each, "Recipient") for each in frame.recipients)):
                if frame.recipients:
                    self._line(text, style)
            return
        (recipients, signer), *_rest = self._columns(SIGN, 1)
        listed = [(_("Recipients:"), "Recipients")] if frame.recipients else [("", "Recipient")]
        self._filled(recipients, [*listed, *((each, "Recipient") for each in frame.recipients)])
        self._filled(signer, [*((each, "Authority") for each in frame.authority), (frame.name, "Signer")])
        signer.paragraphs[-1].paragraph_format.space_before = Mm(MEASURES.sign)

    def _contents(self) -> None:
        """A field that lists the headings; until a word processor computes it, with their titles alone."""
        titles = [block.text for block in self.document.blocks() if isinstance(block, Heading)]
        self._line(_("CONTENTS"), "Banner")
        add_field(self._line("", "Contents"), 'TOC \\o "1-2" \\h \\z \\u', "\n".join(titles))

    def _annex(self, annex: Annex) -> None:
        from docx.enum.section import WD_SECTION

        section = self.made.add_section(WD_SECTION.NEW_PAGE)
        self.made.paragraphs[-1].style = "Rule"  # The break stands in a paragraph, which must not fill a page.
        self._page(section, wide=annex.wide)
        number_from_one(section)
        self._line(annex.number, "Annex Number")
        self._line(annex.title.upper(), "Annex Title")
        self._line(annex.reference, "Annex Reference")
        for block in annex.blocks:
            self._block(block)

    def _block(self, block: Block) -> None:
        if isinstance(block, Heading):
            self._line(block.text, f"Heading {min(block.level, 2)}")
        elif isinstance(block, Banner):
            self._line(block.text, "Banner")
        elif isinstance(block, Paragraph):
            self._paragraph(block)
        elif isinstance(block, Dots):
            self._dots(block)
        elif isinstance(block, Signatures):
            if block.place:
                self._line(block.place, "Place and Date").alignment = 2
            self._sign(block.sides)
        elif isinstance(block, Chart):
            self._chart(block)
        elif isinstance(block, Table):
            self._table(block)
        else:
            self._figure(block)

    def _paragraph(self, block: Paragraph) -> None:
        paragraph = self._line("", "Remark" if block.kind == "remark" else "Body Text")
        if block.kind == "item":
            paragraph.add_run(f"{DASH} ")
        if block.lead:
            paragraph.add_run(f"{block.lead} ").bold = True
        for run in block.runs:
            paragraph.add_run(run.text)
            if run.note:
                self.notes.append(run.note)
                add_note_mark(paragraph, len(self.notes))

    def _dots(self, block: Dots) -> None:
        """Lines of dots up to the right margin, drawn by a tab."""
        from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
        from docx.shared import Twips

        for place in range(block.lines):
            paragraph = self._line(f"{block.text} \t" if place == 0 else "\t", "Body Text")
            stops = paragraph.paragraph_format.tab_stops
            stops.add_tab_stop(Twips(self.room), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)

    def _sign(self, sides: Sequence[Side]) -> None:
        """Those who sign, side by side: the titles at the top, the names at the bottom, room to sign between."""
        from docx.shared import Mm

        broad = 2 if len(sides) == 4 else min(len(sides), 3)
        for start in range(0, len(sides), broad):
            row = sides[start : start + broad]
            heads, names = self._columns([self.room * 254 // 14400 // len(row)] * len(row), 2)
            for side, head, name in zip(row, heads, names, strict=True):
                said = ((side.title, "Authority"), (side.post, "Authority"), (side.hint, "Hint"))
                self._filled(head, [(text, style) for text, style in said if text])
                self._filled(name, [(side.name, "Signer")])
                name.paragraphs[0].paragraph_format.space_before = Mm(MEASURES.sign)

    def _figure(self, figure: Figure) -> None:
        self._line(figure.alternative, "Body Text")
        self._caption(figure.title, figure.number, "Figure")

    def _chart(self, chart: Chart) -> None:
        from docx.shared import Mm, Pt
        from vl_convert import svg_to_png

        picture = BytesIO(svg_to_png(svg(chart, self.document.language), scale=2))
        paragraph = self._line("", "Table Number")
        paragraph.paragraph_format.keep_with_next, paragraph.paragraph_format.space_before = True, Pt(MEASURES.between)
        drawn = paragraph.add_run().add_picture(picture, width=Mm(self.room * 254 // 14400 - 6))
        drawn._inline.docPr.set("descr", chart.alternative)
        self._caption(chart.title, chart.number, "Figure")

    def _caption(self, title: str, number: int, sequence: str) -> Any:
        before, digits, after = title.partition(str(number))
        caption = self._line(before, "Caption")
        add_field(caption, f"SEQ {sequence} \\* ARABIC", digits)
        caption.add_run(after)
        return caption

    def _table(self, table: Table) -> None:
        caption = self._caption(table.title, table.number, "Table")
        caption._p.addnext(table_element(table, self.room))
