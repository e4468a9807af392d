"""The PDF: every word as it stands in the document, nothing read as markup, the same bytes each time."""

import re
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from typing import Any

import pdfplumber
import pytest

from chiso.engine.errors import InputError
from chiso.report.document import Cell, Table
from chiso.report.figures import Bar, Chart
from chiso.report.form_check import check
from chiso.report.official.fonts import font
from chiso.report.official.form import Block, Heading, Paragraph, Run
from chiso.report.official.pdf import pdf
from chiso.report.official.word import word
from tests.report.official.making import MARKUP, chart, decision, minutes, table, whole


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


@pytest.fixture(scope="module")
def full() -> bytes:
    return pdf(whole())


def elements(tree: list[Any], kind: str) -> list[Any]:
    """The elements of a kind in the structure of a document, in order."""
    found = []
    for each in tree:
        found += [each] if each["type"] == kind else elements(each.get("children", []), kind)
    return found


def test_a_figure_is_a_picture_with_its_words(full: bytes) -> None:
    with pdfplumber.open(BytesIO(full)) as read:
        told = [figure["alt_text"] for page in read.pages for figure in elements(page.structure_tree, "Figure")]
    assert told == ["Hình 1: từ 59 đến 56 <điểm>.", "Hình 2: từ 59 đến 56 <điểm>."]


def test_lists_tell_the_pages_that_tables_and_figures_stand_on(full: bytes) -> None:
    with pdfplumber.open(BytesIO(full)) as read:
        pages = [page.extract_text() for page in read.pages]
    entry = r"^((?:[\d.]+|Bảng|Hình) .+?)[ .]+((?:Phụ lục I, )?\d)$"
    assert re.findall(entry, pages[0], re.MULTILINE) == [
        ("1. Mở đầu", "2"), ("1.1. Hình vẽ", "2"), ("2. Số liệu", "3"), ("1. Kết quả chung", "Phụ lục I, 1"),
        ("Bảng 1. Điểm #của *các* đơn vị", "3"), ("Bảng 1. Điểm #của *các* đơn vị", "Phụ lục I, 1"),
        ("Hình 1. Điểm #của *các* đơn vị", "2"), ("Hình 2. Điểm #của *các* đơn vị", "2"),
    ]  # fmt: skip
    assert ["Hình 1." in page for page in pages] == [True, True, False, False, False, False]
    assert ["2. Số liệu" in page for page in pages] == [True, False, True, False, False, False]


def test_a_title_that_just_fills_its_line_keeps_its_page_on_it() -> None:
    titles = tuple(Heading(f"{'một hai ' * 7}{'i' * length}") for length in range(1, 30))
    made = replace(decision(rows=3), body=titles, annexes=(), contents=True)
    with pdfplumber.open(BytesIO(pdf(made))) as read:
        lines = read.pages[0].extract_text().splitlines()
    listed = lines[lines.index("MỤC LỤC") + 1 :]
    assert sum(re.search(r"i[ .]*\d$", line) is not None for line in listed) == len(listed) - sum(
        line.endswith("hai") for line in listed
    )


def test_rows_that_sum_up_are_bold(full: bytes) -> None:
    with pdfplumber.open(BytesIO(full)) as read:
        words = [word for page in read.pages[1:4] for word in page.extract_words(extra_attrs=["fontname"])]
    bold = {
        word["text"]: word["fontname"].endswith("Bold") for word in words if word["text"] in ("27", "28", "29", "30")
    }
    assert bold == {"27": False, "28": False, "29": True, "30": True}


@pytest.mark.parametrize("rows", range(24, 48))
def test_those_who_sign_never_begin_a_page_alone(rows: int) -> None:
    made = whole(rows)
    summed = next(made.tables())
    bare = replace(summed, notes=(), totals=0)
    for last in (summed, bare, Paragraph((Run("Đoạn cuối cùng của báo cáo này. " * 9),))):
        body: tuple[Block, ...] = (bare, last) if isinstance(last, Paragraph) else (last,)
        with pdfplumber.open(BytesIO(pdf(replace(made, body=body, annexes=(), lists=False)))) as read:
            text = read.pages[-1].extract_text().split("Nơi nhận:")[0]
        assert re.search(r"^\d+ .+ 1,5 2,5 3,5 4,5$|Đoạn cuối cùng", text, re.MULTILINE), text


def test_both_sides_sign_side_by_side() -> None:
    with pdfplumber.open(BytesIO(pdf(minutes()))) as read:
        lines = read.pages[0].extract_text().splitlines()
    assert [line for line in lines if "ĐẠI DIỆN" in line or "ĐOÀN" in line or "Mẫu" in line] == [
        "ĐẠI DIỆN ĐOÀN KIỂM TRA ĐẠI DIỆN ĐƠN VỊ", "TRƯỞNG ĐOÀN GIÁM ĐỐC", "Trần Văn Mẫu Lê Thị Mẫu",
    ]  # fmt: skip
    assert lines.index("Trần Văn Mẫu Lê Thị Mẫu") < lines.index("Nơi nhận:")


def test_everything_keeps_the_form() -> None:
    assert [check(pdf(each)) for each in (whole(), minutes())] == [(), ()]
    assert [check(word(each)) for each in (whole(), minutes())] == [(), ()]


def test_words_of_300_letters_break_inside_the_margins() -> None:
    word, name = "x" * 300, "Trung tâm " * 21
    made = whole(3)
    rows = ((Cell("1"), Cell(word), *[Cell("1,5")] * 4), (Cell("2"), Cell(name), *[Cell("1,5")] * 4))
    long = replace(table(2, 4), rows=rows, title=f"Bảng 1. {word}", notes=(word,))
    frame = replace(
        made.frame, subject=word, issuer=(name.upper(), word.upper()), name=word, recipients=(f"- {word}.",)
    )
    body = (Heading(f"1. {word}"), Paragraph((Run(word, word),)), long, replace(chart(1), title=word, alternative=word))
    told = check(pdf(replace(made, title=word, frame=frame, body=body, annexes=())))
    assert [each for each in told if "margin" in each.part] == []


def test_a_signature_that_takes_half_a_page_still_stays_on_pages() -> None:
    word, made = "x" * 300, whole(3)
    frame = replace(
        made.frame, issuer=(word.upper(),), name=word, authority=(word.upper(),), recipients=(f"- {word}.",)
    )
    rows = ((Cell("1"), Cell(word), *[Cell("")] * 4), (Cell("2"), Cell(f"{'Trung tâm ' * 21}"), *[Cell("1")] * 4))
    labels = replace(chart(1, stacked=False), marks=(), bars=tuple(Bar(word, (), Decimal(9), "9%") for _ in range(3)))
    for last in (replace(table(2, 4), rows=rows), replace(table(2, 4), rows=(), notes=(word,)), labels):
        told = check(pdf(replace(made, frame=frame, body=(last,), annexes=())))
        assert [each for each in told if "margin" in each.part] == []
