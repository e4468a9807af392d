"""The papers around a cycle with awkward input: long names, endless words, marks of markup, unknown maxima."""

from io import BytesIO

import docx
import pytest

from chiso.engine.answers import Units
from chiso.engine.ranking import rank
from chiso.language import use
from chiso.report.kinds.catalogue import CATALOGUE
from chiso.report.kinds.names import Kind
from chiso.report.kinds.source import Source
from chiso.report.official.form import Official
from chiso.report.official.word import word
from tests.report.kinds.around import keeps_the_form, told
from tests.report.making import scored

KINDS = (
    Kind.PLAN, Kind.REQUEST, Kind.REMINDER, Kind.SENDING, Kind.SHEET, Kind.SELF_REPORT, Kind.INSPECTION,
    Kind.EXPLANATION, Kind.MINUTES, Kind.SUBMISSION,
)  # fmt: skip
LONG = "Sở " + "Khoa học và Công nghệ " * 12
MARKS = "Sở #let x *đậm* _n_ $x^2$ <b>& {{ ten }} {% if %} @a"
SMALL = """
unknown: true
blocks: [{id: so, name: 'Sở #x *y* <b> & {{z}}'}, {id: xa, name: Xã}]
missing: zero
not_applicable: omit
questions:
  - {id: may, name: 'Số máy #let $x$ <i>', type: count, unit: máy, help: '* _ & {{ }} #'}
  - {id: ten, name: Tên, type: text}
criteria:
  - code: T
    name: Tổng
    rank: {keys: [{order: descending}], ties: competition, without_result: listed}
    children:
      - {code: "1", name: 'Máy *b*', max: 10, formula: {kind: per_item, count: may, each: 1}, evidence: 'Sổ #1'}
      - {code: "2", name: Khác, max: unknown, formula: {kind: given}}
"""
UNITS = Units(("a", "b", "c"), (LONG.strip(), MARKS, "W" * 130), ("so",) * 3, ("ranked", "ranked", "listed"), ("",) * 3)


def made(kind: Kind, unit: str) -> Official:
    """A document of a kind: of a unit where it can be, else of the result, else of the framework."""
    subject = "Đánh giá mức độ ứng dụng công nghệ thông tin #1 *của* các <cơ quan> & đơn vị"
    meta = told(to=(MARKS,), recipients=(MARKS,), subject=subject, passages={"conclusions": (MARKS, "W" * 130)})
    scores = scored(SMALL, "a may 3\nb may 4\nb 2 1", UNITS)
    source, makers = Source(scores, rank(scores), meta), CATALOGUE[kind]
    if makers.unit is not None:
        return makers.unit(source, unit)
    if makers.result is not None:
        return makers.result(source)
    assert makers.framework is not None
    return makers.framework(scores.framework, meta)


@pytest.mark.parametrize(
    ("kind", "unit"),
    [(kind, unit) for kind in KINDS for unit in ("a", "b", "c") if CATALOGUE[kind].unit is not None or unit == "a"],
)
def test_nothing_is_interpreted_and_the_form_is_kept(kind: Kind, unit: str) -> None:
    with use("vi"):
        document = made(kind, unit)
    read = docx.Document(BytesIO(word(document)))
    lines = [paragraph.text for paragraph in read.paragraphs]
    assert (
        f"- {MARKS}."
        in [cell.text for table in read.tables for row in table.rows for part in row.cells for cell in part.paragraphs]
        + lines
    )
    keeps_the_form(document)
