"""The page: the same cells as the document, one file, and what a reader without eyes or a mouse needs."""

from collections import Counter
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from chiso.report.document import Cell, Column, Document, Note, Section, Table
from chiso.report.figures import Bar, Chart
from chiso.report.html import grade, page
from chiso.report.official.plain import plain
from chiso.report.results import results_document
from tests.report.making import shipped
from tests.report.official.making import whole

VOID = {"meta", "link", "img", "br", "rect", "path", "line"}


class Page(HTMLParser):
    """The elements of a page with their attributes, and the texts of table cells by row."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.tables: list[list[list[str]]] = []
        self.captions: list[str] = []
        self.text = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self.tables[-1][-1].append("")
        elif tag == "caption":
            self.captions.append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data
        if "caption" in self.open:
            self.captions[-1] += data
        elif {"td", "th"} & set(self.open) and "table" in self.open:
            self.tables[-1][-1][-1] += data

    def of(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of every element of a kind."""
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.fixture(scope="module", params=["kon-tum-2017", "mau-tinh"])
def document(request: pytest.FixtureRequest) -> Document:
    return results_document(*shipped(request.param))


@pytest.fixture(scope="module")
def text(document: Document) -> str:
    return page(document)


@pytest.fixture(scope="module")
def parsed(text: str) -> Page:
    return Page(text)


def test_every_cell_of_the_document_is_on_the_page(document: Document, parsed: Page) -> None:
    shown = [table for table in parsed.tables if table[0][:1] != ["Đơn vị"] or "Căn cứ tính" not in table[0]]
    assert [[[text.strip() for text in row] for row in table[1:]] for table in shown] == [
        [[cell.text for cell in row] for row in table.rows] for table in document.tables()
    ]
    assert parsed.captions == [table.title for table in document.tables()]


def test_every_reason_is_a_tooltip_and_stands_in_the_list_below(document: Document, parsed: Page) -> None:
    told = [cell.reason for table in document.tables() for _, _, cell in table.reasons()]
    listed = [row[3] for table in parsed.tables if "Căn cứ tính" in table[0] for row in table[1:]]
    assert listed == told
    assert [attributes["title"] for attributes in parsed.of("td") if attributes.get("title")] == told


def test_it_is_one_file_without_scripts_or_requests(text: str, parsed: Page) -> None:
    assert {tag for tag, _ in parsed.elements} & {"script", "link", "img", "iframe", "object", "embed"} == set()
    assert [asking for asking in ("url(http", "@import", "src=") if asking in text] == []
    assert [attributes for _, attributes in parsed.elements if any(name.startswith("on") for name in attributes)] == []


def test_the_same_document_gives_the_same_page(document: Document, text: str) -> None:
    assert page(document) == text


def test_the_language_and_the_headings(document: Document, parsed: Page) -> None:
    assert parsed.of("html") == [{"lang": "vi"}]
    assert len(parsed.of("h1")) == 1
    assert len(parsed.of("h2")) == 1 + len(document.sections)
    levels = [int(tag[1]) for tag, _ in parsed.elements if tag in ("h1", "h2", "h3", "h4")]
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_ids_are_unique_and_every_reference_meets_one(parsed: Page) -> None:
    ids = Counter(attributes["id"] for _, attributes in parsed.elements if "id" in attributes)
    assert [id for id, count in ids.items() if count > 1] == []
    wanted = {href[1:] for attributes in parsed.of("a") if (href := attributes["href"] or "").startswith("#")}
    wanted |= {
        attributes["aria-labelledby"] or "" for _, attributes in parsed.elements if "aria-labelledby" in attributes
    }
    assert wanted - set(ids) == set()
    assert parsed.of("a")[0] == {"class": "skip", "href": "#main"}


def test_every_heading_of_a_table_has_a_scope_and_every_picture_words(document: Document, parsed: Page) -> None:
    assert {attributes.get("scope") for attributes in parsed.of("th")} == {"col", "row"}
    charts = [part for section in document.sections for part in section.parts if isinstance(part, Chart)]
    pictures = [attributes for attributes in parsed.of("div") if attributes.get("role") == "img"]
    assert [attributes["aria-label"] for attributes in pictures] == [
        chart.alternative for chart in charts for _ in ("broad", "slim")
    ]


def test_a_region_that_scrolls_can_be_reached_by_the_keyboard(parsed: Page) -> None:
    regions = [attributes for attributes in parsed.of("div") if attributes.get("class") == "scroll"]
    assert len(regions) == len(parsed.tables)
    assert {(attributes["role"], attributes["tabindex"]) for attributes in regions} == {("region", "0")}
    assert [
        attributes for attributes in regions if "aria-label" not in attributes and "aria-labelledby" not in attributes
    ] == []


def test_what_others_typed_is_escaped_everywhere() -> None:
    bad = "<script>alert('x')</script> & \"y\""
    table = Table(1, bad, (Column(bad, "name", note=bad), Column("A", "points")), ((Cell(bad), Cell("1", reason=bad)),))
    chart = Chart(1, bad, "bars", bad, (), (Bar(bad, (), None, bad),), (), bad)
    text = page(Document("en", bad, bad, (Note((bad,), bad),), (Section(bad, (table, chart)),)))
    assert "<script" not in text
    assert {"script"} & {tag for tag, _ in Page(text).elements} == set()


def test_an_official_document_is_prose_with_its_tables_and_figures() -> None:
    parsed = Page(page(plain(whole(3))))
    captions = ["Bảng 1. Điểm #của *các* đơn vị"] * 2
    assert parsed.captions == captions
    assert [attributes.get("id") for attributes in parsed.of("figure")] == ["figure-1", "figure-2"]
    links = [attributes["href"] for attributes in parsed.of("a") if (attributes["href"] or "").startswith("#")]
    assert links == [
        "#main", "#section-1", "#section-2", "#figure-1", "#figure-2", "#section-3", "#table-1", "#section-4",
        "#section-5", "#table-2", "#section-6", "#section-7",
    ]  # fmt: skip
    rows = [attributes.get("class") for attributes in parsed.of("tr")]
    assert rows == [None, "unranked", "total first", "total", None, *["unranked"] * 3]
    assert [attributes for attributes in parsed.of("p") if attributes.get("class") == "below"] == [
        {"class": "below"}
    ] * 2


@pytest.mark.parametrize(("level", "look"), [(None, 0), ((0, 3), 1), ((2, 3), 3), ((4, 5), 5), ((6, 7), 5)])
def test_a_class_has_one_of_five_looks(level: tuple[int, int] | None, look: int) -> None:
    assert grade(Cell("x", level=level)) == look


def test_english_pages_speak_english() -> None:
    text = page(results_document(*shipped("kon-tum-2017"), language="en"))
    assert '<html lang="en">' in text
    assert [said for said in ("Skip to the content", "Mục lục") if said in text] == ["Skip to the content"]
