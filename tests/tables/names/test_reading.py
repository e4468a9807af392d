"""Registers in CSV: what is read, and what is said of a line that cannot be used."""

from datetime import date

import pytest

from chiso.tables.errors import Unreadable
from chiso.tables.names import Succession, Unit, read_successions, read_units

HEADER = "unit,kind,name,parent,aliases,valid_from,valid_to,official,official_source,source\n"


def test_a_unit_and_its_columns() -> None:
    text = f"\ufeff{HEADER}u1,xa,An Phú,,Ấp A | AP,2025-07-01,2026-01-31,00123,Quyết định 1,Quyết định 2\n\n"
    assert read_units(text, "units.csv") == (
        Unit(
            "u1",
            "xa",
            "An Phú",
            "",
            ("Ấp A", "AP"),
            date(2025, 7, 1),
            date(2026, 1, 31),
            "00123",
            "Quyết định 1",
            "Quyết định 2",
        ),
    )


def test_a_succession_and_its_columns() -> None:
    text = "unit,successor,on,how,source\na,b,2025-07-01,merged,Nghị quyết 1\n"
    assert read_successions(text, "s.csv") == (Succession("a", "b", date(2025, 7, 1), "merged", "Nghị quyết 1"),)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("u1,xã,An Phú,,,,,,,\n", "u.csv:2: the word xã; expected: one of bo, "),
        ("u1,xa,An Phú,,,1/7/2025,,,,\n", "u.csv:2: the day 1/7/2025; expected: a date as 2026-11-21; "),
        ("u1,xa,An Phú,,,2025-07-01,2025-06-30,,,\n", "u.csv:2: a last day before the first; expected: the first day"),
        ("u1,xa,,,,,,,,\n", "u.csv:2: a unit without a code or a name; expected: a code and a name; mend the line"),
        ("u1,xa,An Phú,,,,,,,\nu1,xa,An Phú,,,,,,,\n", "u.csv:3: the unit u1 a second time; expected: each unit once"),
        ("u1,xa,An Phú\n", "u.csv:2: 3 cells; expected: 10 columns, as the header has; mend the line"),
        (
            'u1,xa,"An\nPhú",,,,,,,\nu2,xa,An\n',
            "u.csv:4: 3 cells; expected: 10 columns, as the header has; mend the line",
        ),
        (
            'u1,xa,"An Phú,,,,,,,\n',
            "u.csv:2: a line that is no CSV (unexpected end of data); expected: quotation marks that close",
        ),
    ],
)
def test_a_line_that_cannot_be_used(lines: str, said: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_units(HEADER + lines, "u.csv")
    assert str(refused.value).startswith(said)


def test_other_columns_are_refused() -> None:
    with pytest.raises(Unreadable, match=r"^u\.csv:1: the columns code, name; expected: the columns unit, kind, "):
        read_units("code,name\n", "u.csv")
    with pytest.raises(Unreadable, match=r"^s\.csv:2: no day; expected: the first day of the successor; "):
        read_successions("unit,successor,on,how,source\na,b,,merged,\n", "s.csv")
    with pytest.raises(Unreadable, match=r"^u\.csv:1: the columns ; expected: "):
        read_units("", "u.csv")
