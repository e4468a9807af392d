"""The DOCX: the same cells, real styles, heads that repeat, page numbers, footnotes, the same bytes each time."""

import zipfile
from dataclasses import replace
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from chiso.report.official.form import Paragraph, Run
from chiso.report.official.word import word
from tests.report.official.making import decision, minutes, table, whole


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
    assert [inside.text for inside in caption._p.iter(qn("w:instrText"))] == [" SEQ Bảng \\* ARABIC "]


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


@pytest.fixture(scope="module")
def full() -> Any:
    return docx.Document(BytesIO(word(whole())))


def entries(full: Any, style: str) -> list[str]:
    """The texts of the entries of a list."""
    return [paragraph.text for paragraph in full.paragraphs if paragraph.style.name.startswith(style)]


def test_lists_are_fields_with_their_entries(full: Any) -> None:
    assert entries(full, "toc") == ["1. Mở đầu\t", "1.1. Hình vẽ\t", "2. Số liệu\t", "1. Kết quả chung\t"]
    assert entries(full, "table of figures") == [
        *["Bảng 1. Điểm #của *các* đơn vị\t"] * 2, *[f"Hình {place}. Điểm #của *các* đơn vị\t" for place in (1, 2)],
    ]  # fmt: skip
    fields = [inside.text.strip() for inside in full.element.iter(qn("w:instrText"))]
    assert [field for field in fields if field.startswith("TOC")] == [
        'TOC \\o "1-2" \\h \\z \\u', 'TOC \\h \\z \\c "Bảng"', 'TOC \\h \\z \\c "Hình"',
    ]  # fmt: skip
    kinds = [mark.get(qn("w:fldCharType")) for mark in full.element.iter(qn("w:fldChar"))]
    assert (kinds.count("begin"), kinds.count("end")) == (len(fields), len(fields))


def test_every_entry_points_to_a_place(full: Any) -> None:
    asked = [inside.text.split()[1] for inside in full.element.iter(qn("w:instrText")) if "PAGEREF" in inside.text]
    places = [mark.get(qn("w:name")) for mark in full.element.iter(qn("w:bookmarkStart"))]
    assert sorted(asked) == sorted(places)
    assert len({mark.get(qn("w:id")) for mark in full.element.iter(qn("w:bookmarkStart"))}) == len(places) == 8


def test_figures_are_pictures_with_words(full: Any) -> None:
    told = [(shape._inline.docPr.get("descr"), shape.width.mm) for shape in full.inline_shapes]
    assert [words for words, _ in told] == ["Hình 1: từ 59 đến 56 <điểm>.", "Hình 2: từ 59 đến 56 <điểm>."]
    assert all(100 < width < 160 for _, width in told)


def test_rows_that_sum_up_are_bold_below_a_rule(full: Any) -> None:
    drawn = next(each for each in full.tables if len(each.rows) == 31)
    bold = [bool(row.cells[1].paragraphs[0].runs[0].bold) for row in drawn.rows[1:]]
    assert bold == [False] * 28 + [True] * 2
    ruled = [len(row._tr.xpath("w:tc/w:tcPr/w:tcBorders")) for row in drawn.rows]
    assert ruled == [*[0] * 29, 6, 0]


def test_items_begin_with_a_dash_and_dotted_lines_end_at_the_margin(full: Any) -> None:
    texts = [paragraph.text for paragraph in full.paragraphs]
    assert "- mục một;" in texts
    start = texts.index("Ý kiến của đơn vị: \t")
    assert texts[start + 1 : start + 3] == ["\t", "\t"]


def test_both_sides_sign_above_the_recipients() -> None:
    made = docx.Document(BytesIO(word(minutes())))
    assert [[cell.text for cell in row.cells] for row in made.tables[-1].rows] == [
        ["ĐẠI DIỆN ĐOÀN KIỂM TRA\nTRƯỞNG ĐOÀN", "ĐẠI DIỆN ĐƠN VỊ\nGIÁM ĐỐC"], ["Trần Văn Mẫu", "Lê Thị Mẫu"],
    ]  # fmt: skip
    assert made.paragraphs[-9].text == "Nơi nhận:"


def test_what_goes_before_those_who_sign_is_kept_with_them() -> None:
    made: Any = docx.Document(BytesIO(word(minutes())))
    last = [paragraph for paragraph in made.paragraphs if paragraph.style.name == "Body Text"][-1]
    assert last.paragraph_format.keep_with_next


def test_what_follows_a_table_does_not_touch_it() -> None:
    below = Paragraph((Run("Tính từ bảng."),))
    made = replace(
        decision(rows=3), annexes=(), body=(table(3), below, replace(table(3), notes=("* Ghi chú.",)), below)
    )
    found = [
        each for each in docx.Document(BytesIO(word(made))).paragraphs if each.text in ("* Ghi chú.", "Tính từ bảng.")
    ]
    assert [each.paragraph_format.space_before.pt for each in found] == [6, 6, 6]
