"""How numbers are written: marks and decimals mixed in a column or in the prose, and numbers with two readings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chiso.audit import words
from chiso.audit.findings import Finding, Outcome, Rule
from chiso.audit.published import Published, Role
from chiso.audit.subject import Subject, title_at
from chiso.engine.errors import message
from chiso.tables.cells import Address
from chiso.tables.numbers import OTHER, parse, within

NUMERIC: tuple[Role, ...] = ("part", "total", "score", "value", "year")
_FRACTION = re.compile(r"\d+[.,]\d{1,2}(?!\d) ?%")


def check(subject: Subject) -> Iterator[Outcome]:
    """What is found of every column of numbers, and of the percentages in the prose."""
    for table in subject.tables:
        for place in table.places(*NUMERIC):
            yield from _marks(table, place)
        yield from _rule(table)
        yield from _in_words(table)
        yield from _decimals(table)
    yield from _prose(subject)


def _marks(table: Published, place: int) -> Iterator[Outcome]:
    habit, header = table.habits[place], table.header(place)
    if not habit.decimal and habit.against:
        row = habit.against[0] - 1
        what = message(
            "table {table}, column “{column}”: decimals are written after “,” and after “.”, and neither prevails",
            table=table.named,
            column=header,
        )
        yield Finding("separator", table.at(row, place), table.cell(row, place).text, "", what)
    for row in habit.against if habit.decimal else ():
        text = table.cell(row - 1, place).text
        what = message(
            "{unit}, column “{column}”: {printed} is written with “{mark}” before its decimals, the other "
            "cells with “{usual}”",
            unit=table.subject(row - 1),
            column=header,
            printed=text,
            mark=OTHER[habit.decimal],
            usual=habit.decimal,
        )
        yield Finding(
            "separator", table.at(row - 1, place), text, text.replace(OTHER[habit.decimal], habit.decimal), what
        )
    for row in habit.ambiguous:
        text = table.cell(row - 1, place).text
        what = message(
            "{unit}, column “{column}”: {printed} may be read in two ways, and no other cell tells which is meant",
            unit=table.subject(row - 1),
            column=header,
            printed=text,
        )
        yield Finding("ambiguous", table.at(row - 1, place), text, "", what, (), "possible")
    yield from _thousands(table, place)


def _rule(table: Published) -> Iterator[Rule]:
    """The mark before decimals, where all columns that print decimals have the same."""
    found = [
        (table.habits[place].decimal, table.habits[place])
        for place in table.places(*NUMERIC)
        if any((number := row[place]) and number.decimals for row in table.numbers)
    ]
    marks = {mark for mark, _ in found}
    if len(marks) == 1 and "" not in marks:
        of = sum(habit.numbers for _, habit in found)
        against = sum(len(habit.against) for _, habit in found)
        what = message("table {table}: decimals are written after “{mark}”", table=table.named, mark=min(marks))
        yield Rule("separator", title_at(table), min(marks), of - against, of, what)


def _thousands(table: Published, place: int) -> Iterator[Finding]:
    """Whole numbers of four digits and more with and without a mark between thousands, in one column."""
    cells = [(row, table.cell(row, place).text, table.numbers[row][place]) for row in range(len(table.table.rows))]
    large = [(row, text) for row, text, number in cells if number and not number.decimals and abs(number.value) >= 1000]
    plain = [(row, text) for row, text in large if text.strip("-+ %").isdecimal()]
    marked = [text for _, text in large if not text.strip("-+ %").isdecimal()]
    if plain and marked:
        shown = ", ".join(text for _, text in plain)
        what = message(
            "table {table}, column “{column}”: {printed} stand without a mark between thousands, {other} with one",
            table=table.named,
            column=table.header(place),
            printed=shown,
            other=marked[0],
        )
        yield Finding("separator", table.at(plain[0][0], place), shown, "", what)


def _in_words(table: Published) -> Iterator[Finding]:
    """Counts and percentages inside cells of words."""
    cells = [table.cell(row, place) for row in table.body for place in table.places("part")]
    cells = [cell for cell in cells if not parse(cell.text)]
    plain = [(cell.at, count) for cell in cells for count in words.ungrouped(cell.text)]
    marked = [count for cell in cells for count in words.grouped(cell.text)]
    if plain and marked:
        shown = ", ".join(count for _, count in plain)
        what = message(
            "table {table}: {printed} are written without a mark between thousands, {other} with one",
            table=table.named,
            printed=shown,
            other=marked[0],
        )
        yield Finding("separator", plain[0][0], shown, "", what)
    yield from _mixed([(cell.at, match[0]) for cell in cells for match in _FRACTION.finditer(cell.text)], table.named)


def _mixed(found: list[tuple[Address, str]], where: str) -> Iterator[Finding]:
    """Percentages with a comma and with a dot side by side."""
    commas = [each for each in found if "," in each[1]]
    dots = [each for each in found if "." in each[1]]
    if not commas or not dots:
        return
    few, many = (dots, commas) if len(dots) <= len(commas) else (commas, dots)
    shown = ", ".join(text for _, text in few)
    values = {"printed": shown, "other": many[0][1]}
    if where:
        what = message(
            "table {table}: {printed} and {other} are written with different decimal marks", table=where, **values
        )
    else:
        what = message("the prose writes {printed} and {other} with different decimal marks", **values)
    yield Finding("separator", few[0][0], shown, "", what)


def _prose(subject: Subject) -> Iterator[Finding]:
    found = [
        (paragraph.at, paragraph.text[each.start : each.end])
        for paragraph in subject.prose
        for each in within(paragraph.text)
        if _FRACTION.fullmatch(paragraph.text[each.start : each.end])
    ]
    yield from _mixed(found, "")


def _decimals(table: Published) -> Iterator[Outcome]:
    """Columns that print different numbers of decimals; whole percentages of none and all have none to print."""
    mixed, first = [], None
    for place in table.places(*NUMERIC):
        numbers = [(row, number) for row in table.body if (number := table.numbers[row][place])]
        shown = {number.decimals for _, number in numbers if not (number.percent and number.value in (0, 100))}
        if len(numbers) > 1 and len(shown) > 1 and not any(number.measure for _, number in numbers):
            mixed.append(f"“{table.header(place)}” {'/'.join(map(str, sorted(shown)))}")
            first = first or table.at(numbers[0][0], place)
        elif len(shown) == 1 and len(numbers) > 2 and max(shown):
            what = message(
                "table {table}, column “{column}”: numbers are printed with {decimals} decimal places",
                table=table.named,
                column=table.header(place),
                decimals=max(shown),
            )
            yield Rule(
                "decimals", title_at(table), f"{table.header(place)}: {max(shown)}", len(numbers), len(numbers), what
            )
    if mixed:
        shown_all = "; ".join(mixed)
        what = message(
            "table {table}: numbers of one column are printed with different numbers of decimals: {columns}",
            table=table.named,
            columns=shown_all,
        )
        yield Finding("decimals", title_at(table), shown_all, "", what)
