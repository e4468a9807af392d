"""The PDF: every word as it stands in the document, nothing read as markup, the same bytes each time."""

import re
from io import BytesIO

import pdfplumber
import pytest

from chiso.engine.errors import InputError
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
