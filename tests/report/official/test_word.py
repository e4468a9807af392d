"""The DOCX: the same cells, real styles, heads that repeat, page numbers, footnotes, the same bytes each time."""

import zipfile
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from chiso.report.official.word import word
from tests.report.official.making import decision, table


@pytest.fixture(scope="module")
def made() -> bytes:
    return word(decision())


@pytest.fixture(scope="module")
def read(made: bytes) -> Any:
    return docx.Document(BytesIO(made))


def test_the_cells_are_those_of_the_document(read: Any) -> None:
    drawn = read.tables[2]
    cells = [cell.text for cell in drawn._cells]
    width = len(drawn.columns)
    heads = [f"{column.title}\n({column.note})" if column.note else column.title for column in table(55).columns]
    assert cells[:width] == heads
    assert cells[width:] == [cell.text for row in table(55).rows for cell in row]


def test_only_the_head_repeats_and_no_row_is_parted(read: Any) -> None:
    rows = read.tables[2]._tbl.tr_lst
    assert [len(row.xpath("w:trPr/w:tblHeader")) for row in rows] == [1, *[0] * 55]
    assert {len(row.xpath("w:trPr/w:cantSplit")) for row in rows} == {1}


def test_paragraphs_have_styles_of_their_own(read: Any) -> None:
    styles = [paragraph.style.name for paragraph in read.paragraphs]
    assert list(dict.fromkeys(styles)) == [
        "Kind", "Subject", "Rule", "Decides", "Legal Ground", "Banner", "Body Text", "Annex Number", "Annex Title",
        "Annex Reference", "Heading 1", "Caption", "Remark",
    ]  # fmt: skip


def test_a_caption_counts_itself(read: Any) -> None:
    caption = next(paragraph for paragraph in read.paragraphs if paragraph.style.name == "Caption")
    assert caption.text == "Bảng 1. Điểm #của *các* đơn vị"
    assert [inside.text for inside in caption._p.iter(qn("w:instrText"))] == [" SEQ Table \\* ARABIC "]


def test_pages_are_numbered_from_two_and_anew_in_each_annex(read: Any) -> None:
    sections = list(read.sections)
    assert [section.different_first_page_header_footer for section in sections] == [True, True, True]
    assert [len(section._sectPr.xpath("w:pgNumType[@w:start='1']")) for section in sections] == [0, 1, 1]
    assert [section.header.is_linked_to_previous for section in sections] == [False, True, True]
    number = sections[0].header.paragraphs[0]
    assert [inside.text for inside in number._p.iter(qn("w:instrText"))] == [" PAGE "]
    assert sections[0].first_page_header.paragraphs[0].text == ""


def test_footnotes_say_what_the_document_says(made: bytes) -> None:
    with zipfile.ZipFile(BytesIO(made)) as package:
        notes = etree.fromstring(package.read("word/footnotes.xml"))
    texts = ["".join(text.text or "" for text in note.iter(qn("w:t"))) for note in notes]
    assert texts == ["", "", " Chú thích #một *và* <hai>."]


def test_every_part_is_in_the_order_that_word_asks_for(read: Any) -> None:
    names = [etree.QName(child).localname for child in read.sections[2]._sectPr]
    order = ["headerReference", "footerReference", "type", "pgSz", "pgMar", "pgNumType", "cols", "titlePg", "docGrid"]
    assert names == sorted(names, key=order.index)


def test_the_same_document_gives_the_same_bytes(made: bytes) -> None:
    assert word(decision()) == made
