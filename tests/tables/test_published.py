"""The published tables kept as facts: each cell is the one that the reader finds in the source document."""

import csv
from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest

from chiso.tables.cells import Document
from chiso.tables.habits import habits, values
from chiso.tables.reading import read

FACTS = files("chiso") / "facts"
NUMBERS = (
    [f"2.{number}" for number in range(1, 10)]
    + [f"3.{number}" for number in range(1, 7)]
    + [f"4.{number}" for number in range(1, 12)]
)
ROWS = [19, 9, 19, 19, 2, 19, 15, 19, 19, 8, 8, 8, 14, 8, 8, 63, 9, 63, 63, 2, 5, 60, 24, 63, 4, 63]


def kept(folder: str, name: str) -> list[list[str]]:
    """The rows of a file, the source left out; the header first."""
    rows = list(csv.reader((FACTS / folder / name).read_text(encoding="utf-8").splitlines(keepends=True)))
    return [row[1:] for row in rows]


def document(shared: Path, number: str) -> Document:
    (path,) = shared.glob(f"{number}_*.txt")
    return read(path)


def test_every_file_has_its_source() -> None:
    for folder in ("mic-2016", "thanh-hoa-2015", "dien-bien-2013"):
        names = [row[0] for row in csv.reader((FACTS / folder / "README.csv").read_text(encoding="utf-8").splitlines())]
        tables = {each.name for each in (FACTS / folder).iterdir()} - {"README.csv"}
        assert {name for name in names if name.endswith(".csv")} == tables
        for name in sorted(tables):
            rows = list(csv.reader((FACTS / folder / name).read_text(encoding="utf-8").splitlines(keepends=True)))
            assert rows[0][:3] == ["source", "section" if name == "text.csv" else "table", "row"]
            assert all(row[0] and (row[1] or name == "text.csv") for row in rows)
            assert [len(row) for row in rows] == [len(rows[0])] * len(rows)


def test_the_report_of_2016_has_26_tables() -> None:
    assert [len(kept("mic-2016", f"table-{number}.csv")) - 1 for number in NUMBERS] == ROWS


@pytest.mark.shared("seeds")
def test_every_cell_of_2016_is_read_again(shared: Path) -> None:
    tables = document(shared, "004").tables
    assert [table.number for table in tables] == NUMBERS
    for table in tables:
        found = [[table.number, str(row), *(cell.text for cell in cells)] for row, cells in enumerate(table.rows, 1)]
        assert [["table", "row", *table.columns], *found] == kept("mic-2016", f"table-{table.number}.csv")


@pytest.mark.shared("seeds")
def test_the_titles_and_notes_of_2016_are_read_again(shared: Path) -> None:
    tables = document(shared, "004").tables
    found = [[f"Bảng {table.number}. {table.title}", "\n".join(table.notes)] for table in tables]
    readme = csv.reader((FACTS / "mic-2016" / "README.csv").read_text(encoding="utf-8").splitlines(keepends=True))
    assert found == [[what, notes] for name, what, _, notes in list(readme)[1:] if name.startswith("table-")]


@pytest.mark.shared("seeds")
def test_every_text_of_2016_is_a_line_of_the_report(shared: Path) -> None:
    (path,) = shared.glob("004_*.txt")
    lines = [line.strip() for line in path.read_text(encoding="utf-8").split("\n")]
    _, *rows = csv.reader((FACTS / "mic-2016" / "text.csv").read_text(encoding="utf-8").splitlines())
    at = {"text": 0, "heading": 0}
    for _, section, _, kind, subject, text in rows:
        if kind in at:
            head = f"{section}. {text}" if kind == "heading" and section else text
            at[kind] = lines.index(head, at[kind])
        elif kind == "excluded":
            assert f"vì {text} nên" in lines[at["text"]]
            assert subject in lines[at["text"]].partition("đối với")[2]
    assert [row[5] for row in rows if row[3] == "table"] == [f"table-{number}.csv" for number in NUMBERS]
    assert Counter(row[3] for row in rows) == {"title": 1, "heading": 26, "text": 63, "table": 26, "excluded": 3}


@pytest.mark.shared("seeds")
def test_each_printed_row_of_2016_is_one_line_with_the_same_cells(shared: Path) -> None:
    """The text itself, parted at its marks and nothing else, for the tables without broken or merged cells."""
    (path,) = shared.glob("004_*.txt")
    lines = path.read_text(encoding="utf-8").split("\n")
    plain = [table for table in read(path).tables if table.number not in ("2.2", "2.7", "4.2", "4.8", "4.10")]
    for table in plain:
        for row in table.rows:
            texts = [cell.text for cell in row if cell.text]
            assert texts == [part.strip() for part in lines[row[1].at.line - 1].split("|") if part.strip()]
    assert sum(len(table.rows) for table in plain) == 552


@pytest.mark.shared("seeds")
def test_the_merged_cells_of_2016_are_where_the_page_has_them(shared: Path) -> None:
    tables = {table.number: table for table in document(shared, "004").tables}
    merged = {
        number: [
            (row, column)
            for row, cells in enumerate(tables[number].rows, 1)
            for column, cell in enumerate(cells, 1)
            if cell.at.row != row
        ]
        for number in ("2.2", "4.2")
    }
    covered = [(2, 1), (2, 2), (3, 1), (3, 2), (5, 1), (5, 2), (6, 1), (6, 2), (6, 5), (8, 1), (8, 2), (9, 1), (9, 2)]
    assert merged == {"2.2": covered, "4.2": covered}


@pytest.mark.shared("seeds")
def test_the_list_of_tables_of_2016_is_read_apart(shared: Path) -> None:
    found = document(shared, "004")
    assert [entry.number for entry in found.contents] == NUMBERS
    titles = {table.number: table.title for table in found.tables}
    differing = [entry.number for entry in found.contents if entry.title != titles[entry.number]]
    assert differing == ["2.5", "2.6", "2.7", "3.5", "4.3", "4.7", "4.8"]


@pytest.mark.shared("seeds")
def test_the_numbers_of_2016_are_certain_and_say_by_what(shared: Path) -> None:
    found = document(shared, "004")
    all_habits = habits(found)
    assert [habit for columns in all_habits for habit in columns if habit.ambiguous or habit.against] == []
    by_number = {table.number: columns for table, columns in zip(found.tables, all_habits, strict=True)}
    assert [(habit.decimal, habit.by, habit.deciding) for habit in by_number["4.1"]][-1] == (",", "column", 50)
    assert [habit.by for habit in by_number["4.7"]] == ["document"] * 5
    table = next(table for table in found.tables if table.number == "4.7")
    numbers = values(table, by_number["4.7"])
    assert [str(number) for number in numbers[-1]] == ["None", "None", "10309", "1100", "11409"]
    assert [str(number) for number in numbers[-2]] == ["63", "None", "None", "None", "None"]


@pytest.mark.shared("seeds")
def test_the_indicators_of_thanh_hoa_are_read_again(shared: Path) -> None:
    found = document(shared, "000")
    for table in found.tables:
        rows = [[table.title, str(row), *(cell.text for cell in cells)] for row, cells in enumerate(table.rows, 1)]
        head = ["table", "row", "TT", "Tiêu chí", "Năm 2014", "Năm 2015"]
        assert [head, *rows] == kept("thanh-hoa-2015", f"{table.title[0]}.csv")
    assert [len(table.rows) for table in found.tables] == [7, 4, 7, 5]


@pytest.mark.shared("seeds")
def test_the_text_of_thanh_hoa_is_read_again(shared: Path) -> None:
    (path,) = shared.glob("000_*.txt")
    words = " ".join(path.read_text(encoding="utf-8").split())
    told = [row[4] for row in kept("thanh-hoa-2015", "text.csv")[1:] if row[2] in ("heading", "text")]
    assert [text for text in told if text not in words] == []
    assert len(told) == 26


@pytest.mark.shared("seeds")
def test_the_ranks_of_dien_bien_are_read_again(shared: Path) -> None:
    (table,) = document(shared, "003").tables
    rows = [["1", str(row), *(cell.text for cell in cells)] for row, cells in enumerate(table.rows, 1)]
    assert [["table", "row", *table.columns], *rows] == kept("dien-bien-2013", "ranks.csv")
    assert [row[3] for row in rows] == ["60/63", "47/63", "61/63", "53/63", "53/64", "38/63", "49/63", "55/63", "55/63"]


@pytest.mark.shared("seeds")
def test_kon_tum_mixes_its_separators_in_two_columns(shared: Path) -> None:
    found = document(shared, "001")
    assert [(len(table.rows), len(table.columns)) for table in found.tables] == [(20, 11), (10, 11)]
    mixed = [
        (table.at.table, column, habit.decimal, habit.against)
        for table, columns in zip(found.tables, habits(found), strict=True)
        for column, habit in enumerate(columns, 1)
        if habit.against
    ]
    assert mixed == [(1, 7, ".", (5,)), (1, 10, ".", (5,))]


@pytest.mark.shared("seeds")
def test_a_report_without_tables_has_none(shared: Path) -> None:
    assert document(shared, "002").tables == ()
