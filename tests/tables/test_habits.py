"""How the numbers of a column are written: decided by its cells, its table or its document, and said so."""

from chiso.tables.cells import Address, Cell, Document, Table
from chiso.tables.habits import Habit, habits, values


def table(*columns: list[str], exact: bool = False) -> Table:
    at = Address("t.txt", table=1)
    rows = tuple(tuple(Cell(text, at, text if exact else "") for text in row) for row in zip(*columns, strict=True))
    return Table("", "", tuple("" for _ in columns), rows, (), "t.txt", at)


def habit(*columns: list[str], decimal: str = "", others: tuple[Table, ...] = ()) -> list[Habit]:
    return list(habits(Document("t.txt", (table(*columns), *others), ()), decimal)[0])


def said(*columns: list[str], decimal: str = "") -> list[list[str]]:
    one = table(*columns)
    (found,) = habits(Document("t.txt", (one,), ()), decimal)
    return [["" if number is None else str(number) for number in row] for row in values(one, found)]


def test_a_cell_with_one_reading_decides_for_its_column() -> None:
    assert habit(["1,000", "0,999", "0,950"]) == [Habit(",", "column", 2, (), (), 3)]
    assert said(["1,000", "0,999", "0,950"]) == [["1.000"], ["0.999"], ["0.950"]]
    assert habit(["1.374", "21.383.410", "5"]) == [Habit(",", "column", 1, (), (), 3)]
    assert said(["1.374", "21.383.410", "5"]) == [["1374"], ["21383410"], ["5"]]
    assert said(["1,374", "0.5"]) == [["1374"], ["0.5"]]


def test_a_column_that_tells_nothing_asks_its_table_then_its_document() -> None:
    assert habit(["1.374", "10"], ["0,5", "0,7"]) == [
        Habit(",", "table", 2, (), (), 2),
        Habit(",", "column", 2, (), (), 2),
    ]
    assert habit(["1.374", "10"], others=(table(["97,93%"]),)) == [Habit(",", "document", 1, (), (), 2)]
    # A document whose cells disagree decides nothing.
    assert habit(["1.374"], others=(table(["97,93%"]), table(["92.36%"]))) == [Habit("", "", 0, (), (1,), 1)]


def test_what_nothing_decides_stays_ambiguous() -> None:
    assert habit(["1374", "10.309"]) == [Habit("", "", 0, (), (2,), 2)]
    assert said(["1374", "10.309"]) == [["1374"], [""]]


def test_a_mixed_column_is_told_and_decides_nothing_for_the_ambiguous() -> None:
    assert habit(["889.2", "89,5", "852.4", "1.374", "Tốt"]) == [Habit(".", "column", 2, (2,), (4,), 4)]
    assert said(["889.2", "89,5", "852.4", "1.374", "Tốt"]) == [["889.2"], ["89.5"], ["852.4"], [""], [""]]
    assert habit(["889.2", "89,5"]) == [Habit("", "", 0, (1, 2), (), 2)]


def test_a_caller_can_state_the_mark() -> None:
    assert habit(["1.374", "10"], decimal=",") == [Habit(",", "stated", 0, (), (), 2)]
    assert said(["1.374", "10"], decimal=",") == [["1374"], ["10"]]
    assert said(["1.374", "89,5"], decimal=".") == [["1.374"], ["89.5"]]
    assert habit(["1.374", "89,5"], decimal=".") == [Habit(".", "stated", 0, (2,), (), 2)]


def test_a_cell_typed_as_a_number_needs_no_habit() -> None:
    one = table(["1.374", "1000", "0.5"], exact=True)
    (found,) = habits(Document("t.xlsx", (one,), ()))
    assert found == (Habit("", "", 0, (), (), 3),)
    assert [str(number) for (number,) in values(one, found)] == ["1.374", "1000", "0.5"]
