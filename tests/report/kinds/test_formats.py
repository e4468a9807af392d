"""Every kind of document says the same in PDF, DOCX, XLSX and HTML, keeps the form, and takes what is hard to set."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from io import BytesIO
from typing import Any

import docx
import pdfplumber
import pytest
from python_calamine import CalamineWorkbook

from chiso.engine.errors import InputError
from chiso.exchange import printed
from chiso.language import use
from chiso.report.document import Cell, Table
from chiso.report.form_check import check
from chiso.report.form_check.letters import marked
from chiso.report.html import page
from chiso.report.kinds.catalogue import CATALOGUE
from chiso.report.kinds.names import Kind
from chiso.report.kinds.source import Source
from chiso.report.official.fonts import font
from chiso.report.official.form import Official, Paragraph
from chiso.report.official.meta import Meta
from chiso.report.official.pdf import pdf
from chiso.report.official.plain import plain
from chiso.report.official.word import word
from chiso.report.xlsx import workbook
from tests.report.making import shipped
from tests.report.official.making import KON_TUM
from tests.report.test_html import Page

REASONS = ["Đơn vị", "Cột", "Giá trị", "Căn cứ tính", "Điều khoản"]
WITHOUT_GROUNDS = {"decides": None, "grounds": (), "submission": None}
RESULT, UNIT = "kon-tum-2017", "huyen-dak-ha"
MADE_OF = [
    pytest.param(kind, of, id=f"{kind}-{of}", marks=[pytest.mark.slow] * ((kind, of) == (Kind.CARD, "result")))
    for kind, makers in CATALOGUE.items()
    for of in ("result", "unit", "framework", "printed")
    if getattr(makers, of) is not None
]


@cache
def made(kind: Kind, of: str) -> Official:
    """A document of a kind, made of a result, of one unit in it, of a framework, or of what is known from print."""
    makers, (scores, ranking) = CATALOGUE[kind], shipped(RESULT)
    meta = KON_TUM if kind == Kind.DECISION else KON_TUM.model_copy(update=WITHOUT_GROUNDS)
    with use("vi"):
        if makers.framework is not None and of == "framework":
            return makers.framework(scores.framework, meta)
        if makers.unit is not None and of == "unit":
            return makers.unit(Source(scores, ranking, meta), UNIT)
        if makers.result is not None and of == "result":
            return makers.result(Source(scores, ranking, meta))
        return next(_of_print(kind))


def _of_print(kind: Kind) -> Iterator[Official]:
    """The documents of what is known from print, of all results that a kind can be made of."""
    maker = CATALOGUE[kind].printed
    assert maker is not None
    for id in printed.ids():
        try:
            yield maker(printed.read(id), Meta())
        except InputError:
            continue


def bare(text: str) -> str:
    """A text without its blanks, which formats set in their own way."""
    return re.sub(r"[\s\u200b]+", "", text)


def rows_of(table: Table) -> list[list[str]]:
    """The head and the cells of a table as texts without blanks."""
    heads = [bare(f"{column.title}({column.note})" if column.note else column.title) for column in table.columns]
    return [heads, *([bare(cell.text) for cell in row] for row in table.rows)]


def titles_of(document: Official) -> list[str]:
    """The titles of its tables and figures."""
    return [each.title for each in (*document.tables(), *document.figures())]


def sentences_of(document: Official) -> list[str]:
    """The stretches of its running text, and what stands below its tables."""
    runs = [run.text for block in document.blocks() if isinstance(block, Paragraph) for run in block.runs]
    return [*runs, *(note for table in document.tables() for note in table.notes)]


def missing(document: Official, text: str) -> list[str]:
    """The titles and sentences that are not in a text."""
    text = bare(text)
    return [each for each in (*titles_of(document), *sentences_of(document)) if bare(each) not in text]


class Read:
    """A PDF read back by its structure: the texts of its tables, and all of its text in logical order."""

    def __init__(self, raw: bytes) -> None:
        self.texts: dict[tuple[int, int], str] = {}
        self.tables: list[list[list[str]]] = []
        with pdfplumber.open(BytesIO(raw)) as read:
            for number, each in enumerate(read.pages, 1):
                for char, mark in marked(each):
                    if mark is not None:
                        self.texts[number, mark] = self.texts.get((number, mark), "") + char["text"]
            for element in read.structure_tree:
                self._find(element)
            self.text = "".join(self._text(element) for element in read.structure_tree)

    def _find(self, element: Any) -> None:
        if element["type"] == "Table":
            rows = [row for part in element["children"] for row in part.get("children", [])]
            self.tables.append([[bare(self._text(cell)) for cell in row["children"]] for row in rows])
        else:
            for child in element.get("children", []):
                self._find(child)

    def _text(self, element: Any) -> str:
        if element["type"] in ("Note", "FENote"):
            return ""
        own, page, last = "", element.get("page_number", 0), -1
        for mark in element.get("mcids", []):
            page, last = page + (mark < last), mark  # Marks are counted anew on each page that an element reaches.
            own += self.texts.get((page, mark), "")
        return own + "".join(self._text(child) for child in element.get("children", []))


@pytest.mark.parametrize(("kind", "of"), MADE_OF)
def test_the_pdf_says_what_the_document_says_in_the_form(kind: Kind, of: str) -> None:
    try:
        font()
    except InputError as error:
        pytest.skip(str(error))
    document = made(kind, of)
    raw = pdf(document)
    read = Read(raw)
    # What follows a table stands in a last row of its own.
    shown = [
        [row[: len(table.columns)] for row in rows[: len(table.rows) + 1]]
        for rows, table in zip(read.tables, document.tables(), strict=True)
    ]
    assert shown == [rows_of(table) for table in document.tables()]
    assert missing(document, read.text) == []
    assert check(raw) == ()


@pytest.mark.parametrize(("kind", "of"), MADE_OF)
def test_the_docx_says_what_the_document_says_in_the_form(kind: Kind, of: str) -> None:
    document = made(kind, of)
    raw = word(document)
    read: Any = docx.Document(BytesIO(raw))
    grids = [each for each in read.tables if each.style is not None and each.style.name == "Table Grid"]
    shown = [[[_words(cell) for cell in row.tc_lst] for row in each._tbl.tr_lst] for each in grids]
    assert shown == [rows_of(table) for table in document.tables()]
    assert missing(document, "".join(paragraph.text for paragraph in read.paragraphs)) == []
    assert check(raw) == ()


def _words(cell: Any) -> str:
    return bare("".join(cell.xpath(".//w:t/text()")))


@pytest.mark.parametrize(("kind", "of"), MADE_OF)
def test_the_workbook_says_what_the_document_says(kind: Kind, of: str) -> None:
    document = made(kind, of)
    book = CalamineWorkbook.from_filelike(BytesIO(workbook(plain(document))))
    sheets = [book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names]
    titled = [rows for rows in sheets[1:-1] if rows[0][0]]
    tables = list(document.tables())
    assert [rows[0][0] for rows in titled] == titles_of(document)
    assert [
        [
            [
                value if cell.value is None else Decimal(str(value)).normalize()
                for value, cell in zip(row, cells, strict=True)
            ]
            for row, cells in zip(rows[3:], table.rows, strict=False)  # Notes follow the rows of a table.
        ]
        for rows, table in zip(titled, tables, strict=False)  # Figures follow the tables.
    ] == [[[_kept(cell) for cell in row] for row in table.rows] for table in tables]
    assert missing(document, "".join(str(value) for rows in sheets for row in rows for value in row)) == []


def _kept(cell: Cell) -> Decimal | str:
    """What a cell of a workbook holds: the number, or the text."""
    return cell.text if cell.value is None else cell.value.normalize()


@pytest.mark.parametrize(("kind", "of"), MADE_OF)
def test_the_page_says_what_the_document_says(kind: Kind, of: str) -> None:
    document = made(kind, of)
    text = page(plain(document))
    read = Page(text)
    shown = [[[bare(cell) for cell in row] for row in rows] for rows in read.tables if rows[0] != REASONS]
    heads = [[bare(f"{column.title}{column.note}") for column in table.columns] for table in document.tables()]
    assert [rows[0] for rows in shown] == heads
    assert [rows[1:] for rows in shown] == [rows_of(table)[1:] for table in document.tables()]
    assert [bare(caption) for caption in read.captions] == [bare(table.title) for table in document.tables()]
    assert missing(document, read.text) == []
