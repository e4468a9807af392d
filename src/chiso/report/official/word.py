"""An official document as DOCX that can be edited: real styles, tables, captions, footnotes and page numbers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

from chiso.language import gettext as _
from chiso.language import use
from chiso.report.charts import PRINT, png, svg
from chiso.report.document import Table
from chiso.report.figures import Figure
from chiso.report.official.form import (
    DASH,
    HEAD,
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
from chiso.report.official.pictures import printed_width
from chiso.report.official.word_lists import FIGURES, TABLES, add_contents, add_list, add_place, update_when_opened
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
SIGN = (75, 85)
"""The widths in millimetres of the two columns at the foot."""
HUNDREDTH = 127
"""English Metric Units in a hundredth of a point."""
RIGHT = 2
"""The alignment of a line at the right margin."""
LONGEST_TITLE = 255
"""Characters that the properties of a package hold."""
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
        self.room, self.wide = room(wide=False), False
        self.headings, self.captions = 0, dict[str, int]()
        self.below_table = False

    def content(self) -> bytes:
        """The whole package."""
        properties = self.made.core_properties
        properties.title, properties.author, properties.comments = self.document.title[:LONGEST_TITLE], "", ""
        properties.created = properties.modified = NO_DATE
        self._page(self.made.sections[0], wide=False)
        self._number_pages(self.made.sections[0])
        self._head(self.document.frame)
        self._lists()
        for block in self.document.body:
            self._block(block, last=block is self.document.body[-1])
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
        self.room, self.wide = room(wide=wide), wide

    def _number_pages(self, section: Any) -> None:
        paragraph = section.header.paragraphs[0]
        paragraph.style = "Page Number"
        add_field(paragraph, "PAGE", "2")

    def _line(self, text: str, style: str, cell: Any = None) -> Any:
        from docx.shared import Pt

        paragraph = (self.made if cell is None else cell).add_paragraph(text, style=style)
        if self.below_table:
            paragraph.paragraph_format.space_before = Pt(MEASURES.between)
            self.below_table = False
        return paragraph

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
        """The kind and the subject with its rule; whom it is for."""
        from docx.shared import Mm

        if frame.kind:
            self._line(frame.kind, "Kind")
            subject = self._line(frame.subject, "Subject").paragraph_format
            subject.left_indent = subject.right_indent = Mm(8)
            self._rule(rule_length([frame.subject], MEASURES.subject, self.room), self.room)
        if len(frame.to) == 1:
            self._line(f"{_('To:')} {frame.to[0]}.", "Kind").runs[0].bold = False
        elif frame.to:
            for text in (_("To:"), *(f"- {each}" for each in frame.to)):
                self._line(text, "Addressee")

    def _foot(self, frame: Frame) -> None:
        from docx.shared import Mm

        self._line("", "Rule").paragraph_format.keep_with_next = True
        if frame.sides:
            self._sign(frame.sides)
            self._listed(frame.recipients)
            return
        (recipients, signer), *_rest = self._columns(SIGN, 1)
        listed = [(_("Recipients:"), "Recipients")] if frame.recipients else [("", "Recipient")]
        self._filled(recipients, [*listed, *((each, "Recipient") for each in frame.recipients)])
        self._filled(signer, [*((each, "Authority") for each in frame.authority), (frame.name, "Signer")])
        signer.paragraphs[-1].paragraph_format.space_before = Mm(MEASURES.sign)

    def _listed(self, recipients: Sequence[str]) -> None:
        """Whom the document goes to, across the page: no line of it begins a page alone."""
        listed = [(_("Recipients:"), "Recipients"), *((each, "Recipient") for each in recipients)]
        for place, (text, style) in enumerate(listed if recipients else (), 1):
            self._line(text, style).paragraph_format.keep_with_next = place < len(listed)

    def _lists(self) -> None:
        """The contents and the lists of tables and figures."""
        document = self.document
        if document.contents:
            self._line(_("CONTENTS"), "Banner")
            add_contents(self.made, [block for block in document.blocks() if isinstance(block, Heading)], self.room)
        if document.lists:
            for title, name, listed in (
                (_("LIST OF TABLES"), TABLES, list(document.tables())),
                (_("LIST OF FIGURES"), FIGURES, list(document.figures())),
            ):
                if listed:
                    self._line(title, "Banner")
                    add_list(self.made, name, [each.title for each in listed], self.room)
        if document.contents or document.lists:
            update_when_opened(self.made)

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

    def _block(self, block: Block, *, last: bool = False) -> None:
        """Adds a block; last: whether those who sign follow, who must not begin a page alone."""
        if isinstance(block, Heading):
            self.headings += 1
            add_place(self._line(block.text, f"Heading {min(block.level, 2)}"), "heading", self.headings)
        elif isinstance(block, Banner):
            self._line(block.text, "Banner")
        elif isinstance(block, Paragraph):
            self._paragraph(block).paragraph_format.keep_with_next = last or None
        elif isinstance(block, Dots):
            self._dots(block)
        elif isinstance(block, Signatures):
            if block.place:
                place = self._line(block.place, "Place and Date").paragraph_format
                place.alignment, place.keep_with_next = RIGHT, True
            self._sign(block.sides)
        elif isinstance(block, Table):
            self._table(block, last=last)
        else:
            self._figure(block).paragraph_format.keep_with_next = last or None

    def _paragraph(self, block: Paragraph) -> Any:
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
        return paragraph

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
                for paragraph in head.paragraphs:
                    paragraph.paragraph_format.keep_with_next = True
                self._filled(name, [(side.name, "Signer")])
                name.paragraphs[0].paragraph_format.space_before = Mm(MEASURES.sign)

    def _figure(self, figure: Figure) -> Any:
        """The picture with its alternative text; the words in its place where it would be too small to read."""
        from docx.shared import Emu

        width = printed_width(svg(figure, self.document.language, PRINT), wide=self.wide)
        if width is None:
            self._line(figure.alternative, "Remark").paragraph_format.keep_with_next = True
            return self._caption(figure.title, figure.number, FIGURES, "figure")
        paragraph = self._line("", "Picture")
        content = BytesIO(png(figure, self.document.language))
        drawn = paragraph.add_run().add_picture(content, width=Emu(width * HUNDREDTH))
        drawn._inline.docPr.set("descr", figure.alternative)
        return self._caption(figure.title, figure.number, FIGURES, "figure")

    def _caption(self, title: str, number: int, sequence: str, kind: str) -> Any:
        """A caption that counts itself; that of a picture stands below it, and is not held to what follows.

        A title with another number, as `Bảng 2.1` of a printed table, keeps it as text.
        """
        before, digits, after = title.partition(str(number))
        counts = after.startswith(". ") and not any(letter.isdigit() for letter in before)
        caption = self._line(before if counts else title, "Caption" if kind == "table" else "Picture Caption")
        if counts:
            add_field(caption, f"SEQ {sequence} \\* ARABIC", digits)
            caption.add_run(after)
        else:
            # Hidden, for the list of tables to find the caption by; LibreOffice does not know `\h`.
            shown = len(caption.runs)
            add_field(caption, f"SEQ {sequence} \\h", "")
            for run in caption.runs[shown:]:
                run.font.hidden = True
        self.captions[kind] = self.captions.get(kind, 0) + 1
        add_place(caption, kind, self.captions[kind])
        return caption

    def _table(self, table: Table, *, last: bool) -> None:
        caption = self._caption(table.title, table.number, TABLES, "table")
        drawn = table_element(table, self.room, held=last or bool(table.notes))
        caption._p.addnext(drawn)
        self.below_table = True
        below = [self._line(note, "Table Note") for note in table.notes]
        self.below_table = True
        for place, note in enumerate(below, 1):
            note.paragraph_format.keep_with_next = last or place < len(below)
