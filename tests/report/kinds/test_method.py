"""The method in prose: every kind of formula has words, and every shipped framework gives a document in the form."""

import re
from io import BytesIO
from pathlib import Path
from typing import get_args

import docx
import pdfplumber
import pytest
from docx.oxml.ns import qn

from chiso.engine.errors import InputError
from chiso.engine.framework import Framework, leaves
from chiso.engine.loading import load
from chiso.language import use
from chiso.report.document import Table
from chiso.report.figures import Figure
from chiso.report.form_check import check
from chiso.report.kinds.method import method
from chiso.report.kinds.rules import RULES
from chiso.report.official.fonts import font
from chiso.report.official.form import Official
from chiso.report.official.pdf import pdf
from chiso.report.official.word import word
from tests.house.sources import PACKAGE
from tests.report.kinds.test_card import META
from tests.report.making import framework

HEADING = "Heading 1"
SHIPPED = sorted(path.parent.name for path in (PACKAGE / "frameworks").glob("*/framework.yaml"))
SMALL = """
blocks: [{id: so, name: Sở}, {id: xa, name: Xã}]
missing: zero
not_applicable: omit
questions:
  - {id: may, name: Số máy, type: count, unit: máy}
  - {id: nguoi, name: Số người, type: count, unit: người}
  - {id: mang, name: Có mạng, type: yes_no}
criteria:
  - code: T
    name: Tổng
    combine: {kind: sum}
    cap: 100
    rank: {keys: [{order: descending}], ties: competition, without_result: listed}
    classes: {bands: [{id: tot, name: Tốt, from: 60}, {id: dat, name: Đạt, from: 0}]}
    children:
      - {code: "1", name: Máy, max: {so: 60, xa: 50}, formula: {kind: ratio, part: may, whole: nguoi}}
      - {code: "2", name: Mạng, max: 30, formula: {kind: yes_no, question: mang}}
      - code: "3"
        name: Mua máy
        max: 20
        formula: {kind: steps, of: may, table: [{from: 10, points: 20}, {from: 5, points: 8}]}
      - {code: "4", name: So sánh, max: 10, formula: {kind: to_best, of: may, among: cycle}}
      - {code: "5", name: Thưởng, max: 5, role: bonus, formula: {kind: per_item, count: may, each: 0.5}}
"""


def texts(document: Official) -> list[str]:
    """The texts and titles of a document."""
    return [block.title if isinstance(block, Table | Figure) else block.text for block in document.blocks()]


def test_every_sentence_of_a_small_method() -> None:
    with use("vi"):
        made = method(framework(SMALL), META)
    assert texts(made) == [
        "1. Căn cứ",
        "Ví dụ của phần mềm này, không phải văn bản chính thức.",
        "Các đơn vị được đánh giá theo khối: Sở; Xã.",
        "Câu hỏi chưa trả lời: 0 điểm. Câu hỏi không áp dụng: không tính vào điểm và điểm tối đa.",
        "2. Điểm tối đa",
        "Bảng 1. Các tiêu chí và điểm tối đa",
        "3. Cách tính điểm",
        "T. Tổng: Bằng tổng điểm các thành phần; nhiều nhất 100 điểm.",
        "1. Máy: Điểm tối đa × (Số máy) / (Số người), không quá điểm tối đa; khi mẫu số bằng 0: coi như chưa trả lời.",
        "2. Mạng: Đủ điểm nếu có: Có mạng; nếu không: 0 điểm.",
        "3. Mua máy: Theo Số máy: từ 10: 20 điểm, từ 5: 8 điểm; còn lại: 0 điểm.",
        "4. So sánh: Điểm tối đa × (Số máy) / giá trị lớn nhất của tất cả các đơn vị; khi giá trị đó bằng 0: 0 điểm.",
        "5. Thưởng: 0,5 điểm cho mỗi đơn vị của: Số máy; không quá điểm tối đa. Được tính là: điểm cộng.",
        "4. Xếp hạng, xếp loại",
        "Cách xếp hạng: Tổng: Theo điểm, từ cao xuống thấp; các đơn vị bằng nhau thì đồng hạng, hạng sau bỏ số.",
        "Cách xếp loại: Tổng: Tốt: từ 60; Đạt: từ 0.",
    ]
    (table,) = made.tables()
    assert ["|".join(cell.text for cell in row) for row in table.rows] == [
        "T|Tổng|100|100",
        "1|Máy|60|50",
        "2|Mạng|30|30",
        "3|Mua máy|20|20",
        "4|So sánh|10|10",
        "5|Thưởng|5|5",
    ]


def test_every_kind_of_formula_has_words() -> None:
    union = get_args(leaves.Formula)[0]
    kinds = {get_args(model.model_fields["kind"].annotation)[0] for model in get_args(union)}
    assert set(RULES) == kinds


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("id", SHIPPED)
def test_every_shipped_framework_has_a_method(id: str, language: str) -> None:
    found = shipped(id)
    with use(language):
        made = method(found, META)
    leads = [getattr(block, "lead", "") for block in made.blocks()]
    assert [node.code for node in found.walk() if not any(lead.startswith(f"{node.code}. ") for lead in leads)] == []
    assert language == "en" or check(word(made)) == ()


def shipped(id: str) -> Framework:
    return load(Path(PACKAGE / "frameworks" / id / "framework.yaml"))


def test_its_headings_are_listed_first() -> None:
    with use("vi"):
        made = method(framework(SMALL), META)
    read = docx.Document(BytesIO(word(made)))
    named = [(paragraph.text, paragraph.style.name) for paragraph in read.paragraphs if paragraph.style]
    listed = [text.removesuffix("\t") for text, style in named if style == "toc 1"]
    assert listed == ["1. Căn cứ", "2. Điểm tối đa", "3. Cách tính điểm", "4. Xếp hạng, xếp loại"]
    fields = [field.text for field in read.element.iter(qn("w:instrText"))]
    assert ' TOC \\o "1-2" \\h \\z \\u ' in fields
    assert [text for text, style in named if style == HEADING] == listed, "the field finds what it lists by this style"


def test_the_pages_of_its_headings_are_told_in_the_pdf() -> None:
    try:
        font()
    except InputError as error:
        pytest.skip(str(error))
    with use("vi"):
        raw = pdf(method(framework(SMALL), META))
    assert check(raw) == ()
    with pdfplumber.open(BytesIO(raw)) as read:
        text = read.pages[0].extract_text()
    assert re.findall(r"^(\d\. [^.]+?)[ .]+(\d)$", text, re.MULTILINE) == [
        ("1. Căn cứ", "1"), ("2. Điểm tối đa", "1"), ("3. Cách tính điểm", "1"), ("4. Xếp hạng, xếp loại", "2"),
    ]  # fmt: skip
