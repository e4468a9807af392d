"""The total row of a table against the sum of each column."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from chiso.audit.findings import Confirmed, Finding, Outcome
from chiso.audit.published import Published, levels, section
from chiso.audit.recomputing import totals
from chiso.audit.subject import Subject, fully
from chiso.engine.errors import message


def check(subject: Subject) -> Iterator[Outcome]:
    """What is found of every table with a row of totals at its end."""
    for table in subject.tables:
        if len(table.sums) == 1 and table.sums[0] == len(table.table.rows) - 1:
            yield from _of(table, table.sums[0])
            yield from _elsewhere(subject, table, table.sums[0])


def _of(table: Published, last: int) -> Iterator[Outcome]:
    held = 0
    for place in table.places("part", "total", "value"):
        printed, reading = table.number(last, place), table.reading(last, place)
        # A merged cell counts once; a cell of words adds nothing.
        cells = {table.at(row, place): value for row in table.body if (value := table.number(row, place)) is not None}
        if printed is None or reading is None or len(cells) < 2:
            continue
        computed = totals([list(cells.values())])[0]
        if computed == printed:
            held += 1
        elif not any(number.decimals for row in table.numbers if (number := row[place])):
            yield _finding(table, last, place, computed)
    if held:
        what = message(
            "table {table}: {count} columns add up to the totals in its last row", table=table.named, count=held
        )
        yield Confirmed("column_sum", table.cell(last, 0).at, held, what)


def _finding(table: Published, last: int, place: int, computed: Fraction) -> Finding:
    reading = table.reading(last, place)
    assert reading is not None
    shown, added = table.cell(last, place).text, fully(computed, reading)
    what = message(
        "table {table}: the column “{column}” adds up to {computed}, its total is printed as {printed}",
        table=table.named,
        column=table.header(place),
        computed=added,
        printed=shown,
    )
    return Finding("column_sum", table.at(last, place), shown, added, what)


def _elsewhere(subject: Subject, table: Published, last: int) -> Iterator[Outcome]:
    """The totals of a table against a table of the same section that gives them by level of service."""
    for other in subject.tables:
        place = other.place("value")
        if place is None or section(other) != section(table):
            continue
        for row in other.body:
            level = levels(other.subject(row))
            columns = [part for part in table.places("part") if len(level) == 1 and levels(table.header(part)) == level]
            if len(columns) == 1:
                yield from _given(table, (last, columns[0]), other, (row, place))


def _given(table: Published, total: tuple[int, int], other: Published, cell: tuple[int, int]) -> Iterator[Outcome]:
    said, added = other.number(*cell), table.number(*total)
    if not said or added is None or "dịch vụ" not in other.header(cell[1]).lower():
        return
    values = {"about": other.subject(cell[0]), "said": other.cell(*cell).text, "table": table.named}
    if said == added:
        what = message("{about}: {said}, as the total of table {table}", **values)
        yield Confirmed("column_sum", other.at(*cell), 1, what)
        return
    text = table.cell(*total).text
    what = message("{about}: {said}, and the total of table {table} is {total}", total=text, **values)
    yield Finding("column_sum", other.at(*cell), other.cell(*cell).text, text, what, (), "likely")
