"""Tables to answer rows: long (a line for each answer) or wide (a line for each unit, a column for each question)."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from chiso.engine.answers import Row, Units
from chiso.engine.errors import AnswersError, Problem, message
from chiso.engine.framework import Framework
from chiso.exchange.register import UNIT_COLUMNS
from chiso.exchange.tables import MOST_PROBLEMS, Table

ANSWER_COLUMNS = ("unit", "case", "question", "value", "note")
HINT_COLUMNS = ("asked", "answer")
"""Columns of a template that tell what is asked and how it is answered; nobody reads them back."""
WIDE_COLUMNS = ("unit", "case", *UNIT_COLUMNS)
_OPTIONAL = frozenset({"note", *HINT_COLUMNS, *UNIT_COLUMNS})


def is_long(table: Table) -> bool:
    """Whether a table of answers has a line for each answer."""
    return {"question", "value"} <= set(table.header)


def checked(table: Table, framework: Framework) -> None:
    """Refuses, with AnswersError, a table without `unit`, or with a column that is no question and no known column."""
    long = is_long(table)
    own = ANSWER_COLUMNS if long else WIDE_COLUMNS
    known = (*own, *HINT_COLUMNS, *UNIT_COLUMNS) if long else (*own, *framework.asked)
    expected = message("the columns {names}, or `unit` and a column for each question", names=", ".join(ANSWER_COLUMNS))
    problems = []
    if "unit" not in table.header:
        found = message("no column `unit` among {names}", names=", ".join(table.header)[:200])
        remedy = message("add it, or name the sheet with the answers `answers`")
        problems.append(Problem(table.where, found, expected, remedy))
    elif not long and not set(table.header) & set(framework.asked):
        remedy = message("`chiso template` writes an empty file of answers")
        problems.append(Problem(table.where, message("no column of a question"), expected, remedy))
    else:
        strange = [column for column in table.header if column and column not in known]
        problems += [_strange(table.where, column, own, known) for column in strange]
    if problems:
        raise AnswersError(problems[:MOST_PROBLEMS])


def _strange(where: str, column: str, own: tuple[str, ...], known: tuple[str, ...]) -> Problem:
    close = difflib.get_close_matches(column, known, 1)
    expected = message("a question of the framework, or one of {names}", names=", ".join(own))
    remedy = message("did you mean {name}?", name=close[0]) if close else message("leave the column out")
    return Problem(where, message("the column {name}", name=column), expected, remedy)


def rows(table: Table, framework: Framework, units: Units) -> Iterator[Row]:
    """The answers of a table as rows of text, each with its place.

    Where the table tells the blocks of units, AnswersError at the end of the lines for those that the register
    contradicts.
    """
    found = _long(table, framework) if is_long(table) else _wide(table, framework, units)
    problems: dict[str, Problem] = {}
    for row, block in found:
        place = units.index.get(row.unit)
        if block and place is not None and block != units.blocks[place] and len(problems) < MOST_PROBLEMS:
            problems[row.unit] = Problem(
                row.where, message("the block '{block}' of the unit {unit}", block=block, unit=row.unit),
                message("{block}, as the register has it", block=units.blocks[place]),
                message("make the two agree"),
            )  # fmt: skip
        yield row
    if problems:
        raise AnswersError(problems.values())


def _long(table: Table, framework: Framework) -> Iterator[tuple[Row, str]]:
    for where, record in table.records(_OPTIONAL):
        question, case = record["question"].strip(), record.get("case", "").strip()
        value, note = record["value"].strip(), record.get("note", "").strip()
        asked = framework.asked.get(question)
        if asked is not None and asked.per is not None and not (case or value or note):
            continue  # A line of a template that nobody filled in: there is no case to speak of.
        yield Row(record["unit"].strip(), case, question, value, note, where), record.get("block", "").strip()


def _wide(table: Table, framework: Framework, units: Units) -> Iterator[tuple[Row, str]]:
    questions = [column for column in table.header if column in framework.asked]
    seen: dict[tuple[str, str], str] = {}
    problems: list[Problem] = []
    for where, record in table.records(frozenset(UNIT_COLUMNS)):
        unit, case = record["unit"].strip(), record.get("case", "").strip()
        if (unit, case) in seen:
            problems.append(_second(where, unit, seen[unit, case]))
            continue
        seen[unit, case] = where
        block = record.get("block", "").strip()
        for question in _answered(framework, questions, record, case, unit in units.index):
            yield Row(unit, case, question, record[question].strip(), "", where), block
    if problems:
        raise AnswersError(problems[:MOST_PROBLEMS])


def _second(where: str, unit: str, first: str) -> Problem:
    found, remedy = message("the unit {unit} a second time", unit=unit), message("keep one of the two lines")
    return Problem(where, found, message("one line for each unit, first seen at {where}", where=first), remedy)


def _answered(framework: Framework, questions: list[str], record: dict[str, str], case: str, known: bool) -> list[str]:
    """The questions of a line that give rows: those with an answer, for a case all that repeat over its kind.

    Of a unit that nobody knows one question always, so that it is found out even where its line is empty.
    """
    answered = [question for question in questions if record[question].strip()]
    kinds = {framework.asked[question].per for question in answered} - {None}
    if case:
        return [question for question in questions if framework.asked[question].per in kinds or question in answered]
    return answered if known or answered else questions[:1]
