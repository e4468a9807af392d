"""A DOCX that keeps the form passes; one that somebody changed is told where."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt, RGBColor

from chiso.report.form_check import Departure, check
from chiso.report.official.word import word
from tests.report.official.making import decision

BODY = "body “Điều 2. Quyết định này có hiệu lực kể từ”"


def test_what_is_written_keeps_the_form() -> None:
    assert check(word(decision(rows=3))) == ()


def changed(change: Callable[[Any], object]) -> tuple[Departure, ...]:
    """What is told of a decision after a change to it."""
    document = docx.Document(BytesIO(word(decision(rows=3))))
    change(document)
    out = BytesIO()
    document.save(out)
    return check(out.getvalue())


def paragraph(document: Any, text: str) -> Any:
    """The paragraph that begins so, in the text or in a table at the head or the foot."""
    inside = [each for table in document.tables for cell in table._cells for each in cell.paragraphs]
    return next(each for each in (*document.paragraphs, *inside) if each.text.startswith(text))


def test_margins_and_paper() -> None:
    def change(document: Any) -> None:
        document.sections[0].left_margin, document.sections[0].page_width = Mm(25), Mm(216)

    assert changed(change) == (
        Departure("page", "216 × 297 mm", "A4"),
        Departure("left margin", "25 mm", "30 to 35 mm"),
    )


def test_a_number_on_the_first_page() -> None:
    def change(document: Any) -> None:
        document.sections[0].different_first_page_header_footer = False

    assert Departure("page number", "one on the first page", "none there") in changed(change)


def test_page_numbers_at_the_right() -> None:
    def change(document: Any) -> None:
        document.sections[0].header.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT

    told = changed(change)
    assert set(told) == {Departure("page number", "another place", "the middle of the top margin")}


@pytest.mark.parametrize(
    ("style", "name", "value", "departure"),
    [
        ("Motto", "size", Pt(12), ("motto “Độc lập - Tự do - Hạnh phúc”", "size 12.0", "size 13 to 14")),
        ("Nation", "bold", False, ("nation “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”", "not bold", "bold")),
        ("Place and Date", "italic", False, ("place “Kon Tum, ngày 27 tháng 3 năm 2018”", "upright", "italic")),
        ("Kind", "name", "Arial", ("kind “QUYẾT ĐỊNH”", "font Arial", "Times New Roman or a font of its widths")),
        ("Recipient", "size", Pt(14), ("recipient “- Như Điều 2;”", "size 14.0", "size 11 to 11")),
    ],
)
def test_a_style_that_departs(style: str, name: str, value: Any, departure: tuple[str, str, str]) -> None:
    assert Departure(*departure) in changed(lambda document: setattr(document.styles[style].font, name, value))


def test_a_colour() -> None:
    def change(document: Any) -> None:
        paragraph(document, "QUYẾT ĐỊNH").runs[0].font.color.rgb = RGBColor(200, 0, 0)

    assert changed(change) == (Departure("kind “QUYẾT ĐỊNH”", "a colour", "black"),)


@pytest.mark.parametrize(
    ("name", "value", "found", "expected"),
    [
        ("alignment", WD_ALIGN_PARAGRAPH.LEFT, "aligned left", "justified"),
        ("first_line_indent", Mm(5), "a first line at 283 twentieths of a point", "1 cm or 1,27 cm"),
        ("space_after", Pt(3), "60 twentieths of a point to the next paragraph", "at least 6 points"),
    ],
)
def test_a_paragraph_that_departs(name: str, value: Any, found: str, expected: str) -> None:
    told = changed(lambda document: setattr(paragraph(document, "Điều 2.").paragraph_format, name, value))
    assert told == (Departure(BODY, found, expected),)


def test_a_rule_that_is_missing_or_too_long() -> None:
    def without(document: Any) -> None:
        paragraph(document, "Độc lập")._p.getnext().getparent().remove(paragraph(document, "Độc lập")._p.getnext())

    def longer(document: Any) -> None:
        rule = paragraph(document, "TỈNH KON TUM")._p.getnext()
        indent = rule.xpath("w:pPr/w:ind")[0]
        indent.set(docx.oxml.ns.qn("w:left"), "0")

    assert changed(without) == (Departure("motto", "no rule below", "a rule"),)
    assert changed(longer) == (Departure("issuer", "a rule of another length", "0.32 to 0.51 of the line"),)
