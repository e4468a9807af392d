"""The PDF: every word as it stands in the document, nothing read as markup, the same bytes each time."""

import re
from dataclasses import replace
from decimal import Decimal
from io import BytesIO

import pdfplumber
import pytest

from chiso.engine.errors import InputError
from chiso.report.document import Cell, Table
from chiso.report.figures import Bar, Chart
from chiso.report.form_check import check
from chiso.report.official.fonts import font
from chiso.report.official.pdf import pdf
from tests.report.official.making import MARKUP, decision


@pytest.fixture(scope="module", autouse=True)
def needs_a_font() -> None:
    try:
        font()
    except InputError as error:
        pytest.skip(str(error))


@pytest.fixture(scope="module")
def made() -> bytes:
    return pdf(decision())


@pytest.fixture(scope="module")
def texts(made: bytes) -> list[str]:
    """The text of each page, without blanks."""
    with pdfplumber.open(BytesIO(made)) as read:
        return [re.sub(r"\s+", "", page.extract_text()) for page in read.pages]


def test_markup_is_text(texts: list[str]) -> None:
    whole = "".join(texts)
    for each in (*MARKUP, "Chú thích #một *và* <hai>.", "đánh giá & xếp loại.", "Bảng 1. Điểm #của *các* đơn vị"):
        assert re.sub(r"\s+", "", each) in whole


def test_pages_are_numbered_from_two_and_anew_in_each_annex(texts: list[str]) -> None:
    assert [text[0] if text[0].isdigit() else "" for text in texts] == ["", "", "2", "3", ""]


def test_the_head_of_a_table_is_on_each_of_its_pages(texts: list[str]) -> None:
    assert ["Tênđơnvị" in text for text in texts] == [False, True, True, True, False]


def test_the_same_document_gives_the_same_bytes(made: bytes) -> None:
    assert pdf(decision()) == made


def test_only_the_family_of_times_new_roman_is_in_it(made: bytes) -> None:
    with pdfplumber.open(BytesIO(made)) as read:
        fonts = {char["fontname"].partition("+")[2].partition("-")[0] for page in read.pages for char in page.chars}
    assert fonts in ({"Tinos"}, {"LiberationSerif"})


def test_a_long_name_stays_inside_the_margins() -> None:
    made = decision(rows=3)
    name = "Trung tâm Phát triển công nghệ thông tin và truyền thông " * 4
    long = replace(next(made.tables()), rows=((Cell("1"), Cell(name), *[Cell("1,5")] * 7),))
    blocks = tuple(long if isinstance(block, Table) else block for block in made.annexes[0].blocks)
    told = check(pdf(replace(made, annexes=(replace(made.annexes[0], blocks=blocks),))))
    assert (len(name), told) == (228, ())


def test_bars_are_as_long_as_their_percentages() -> None:
    bars = tuple(Bar(name, (), Decimal(share), f"{share}%") for name, share in (("Một", "80"), ("Hai", "20")))
    chart = Chart(1, "Hình 1. Thử", "bars", "%", (), bars, (), "Một 80%, Hai 20%.")
    with pdfplumber.open(BytesIO(pdf(replace(decision(rows=1), body=(chart,), annexes=())))) as read:
        first, second = [rect["width"] for rect in read.pages[0].rects if rect["height"] > 5]
    assert first / second == pytest.approx(4)
