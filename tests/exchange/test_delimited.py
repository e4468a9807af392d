import pytest

from chiso.exchange.delimited import table, written
from tests.exchange.refusals import refusals


def records(text: str) -> list[tuple[str, dict[str, str]]]:
    return list(table(text, "a.csv").records())


@pytest.mark.parametrize(
    "text",
    [
        "unit,name\nb,Sở B\n\nc,Sở C",
        "unit;name\nb;Sở B\n\nc;Sở C\n",
        "unit\tname\nb\tSở B\n\nc\tSở C\n",
        "unit,name,,\nb,Sở B,,\n,,,\nc,Sở C,,\n",
    ],
)
def test_comma_semicolon_and_tab_are_known_by_the_header(text: str) -> None:
    assert records(text) == [("a.csv:2", {"unit": "b", "name": "Sở B"}), ("a.csv:4", {"unit": "c", "name": "Sở C"})]


def test_the_line_that_excel_puts_before_a_table_is_read() -> None:
    assert records("sep=;\nunit;name\na,b;c\n") == [("a.csv:3", {"unit": "a,b", "name": "c"})]


def test_a_cell_of_several_lines_keeps_the_count() -> None:
    assert records('unit,note\na,"dòng 1\ndòng 2, ""hai"""\nb,\n') == [
        ("a.csv:2", {"unit": "a", "note": 'dòng 1\ndòng 2, "hai"'}),
        ("a.csv:4", {"unit": "b", "note": ""}),
    ]


def test_what_does_not_fit_the_header_is_told_with_its_line() -> None:
    assert refusals(lambda: records("unit,value\na,1,5\nb,1\nc\n")) == [
        "a.csv:2: the cell '5' under no column name; expected: 2 columns, as the header has; "
        "put a cell that holds the separator into quotation marks",
        "a.csv:4: 1 cells, none for `value`; expected: 2 columns, as the header has; "
        "write every cell, an empty one too",
    ]
    assert list(table("unit,note\na\n", "a.csv").records(frozenset({"note"}))) == [("a.csv:2", {"unit": "a"})]


@pytest.mark.parametrize("text", ["", "\n\n", ",,\n", " ,\n"])
def test_an_empty_file_is_refused(text: str) -> None:
    assert refusals(lambda: table(text, "a.csv")) == [
        "a.csv:1: an empty file; expected: a header and lines under it; see docs/bundle.md for the columns"
    ]


def test_broken_tables_are_refused() -> None:
    assert refusals(lambda: records('unit,value\na,1\nb,"2\nc,3\n')) == [
        "a.csv:3: a line that is no CSV (unexpected end of data); "
        'expected: quotation marks that close, and "" for one inside a cell; mend the quotation marks'
    ]
    assert refusals(lambda: table("unit,a, a\n", "a.csv")) == [
        "a.csv:1: the column a a second time; expected: every column once; keep one of the two"
    ]


def test_a_table_is_written_with_plain_lines_and_few_quotation_marks() -> None:
    rows = [("a", 'say "x", y'), ("", "hai\ndòng"), ("b", "")]
    text = written(("unit", "note"), rows)
    assert text == 'unit,note\na,"say ""x"", y"\n,"hai\ndòng"\nb,\n'
    assert [tuple(record.values()) for _, record in records(text)] == rows
    assert written(("a", "b"), [("1,5", "x;y")], ";") == 'a;b\n1,5;"x;y"\n'
