"""Rows of text to answers: every row is checked against the register and the framework before any is used."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np

from chiso.engine.answers.answers import Answers, Cases
from chiso.engine.answers.columns import Column
from chiso.engine.answers.units import Units
from chiso.engine.answers.values import ABSENT, Refused, Value, parse_value
from chiso.engine.errors import AnswersError, Message, Problem, message
from chiso.engine.expressions.evaluating import PRESENT
from chiso.engine.framework import Framework
from chiso.engine.framework.questions import Question
from chiso.engine.quantities import decimal_text

MOST_PROBLEMS = 50


class Row(NamedTuple):
    """One answer as text, and where it stands."""

    unit: str
    case: str
    question: str
    value: str
    note: str = ""
    where: str = ""


class _Builder:
    def __init__(self, framework: Framework, units: Units, comma: bool) -> None:
        self.framework, self.units, self.comma = framework, units, comma
        self.problems: list[Problem] = []
        self.values: dict[str, dict[tuple[int, str], Value]] = {}
        self.notes: dict[tuple[str, str, str], str] = {}
        self.cases: dict[str, dict[tuple[int, str], None]] = {case.id: {} for case in framework.cases}

    def refuse(self, row: Row, found: Message, expected: Message, remedy: Message) -> None:
        place = f"{row.unit}, {row.question}" + (f", {row.case}" if row.case else "")
        where = f"{row.where} ({place})" if row.where else place
        self.problems.append(Problem(where, found, expected, remedy))
        if len(self.problems) > MOST_PROBLEMS:
            raise AnswersError(self.problems)

    def add(self, row: Row) -> None:
        """Take one row, or note what is wrong with it."""
        question = self.framework.asked.get(row.question)
        place = self.units.index.get(row.unit)
        if question is None or place is None:
            self._unknown(row, question is None)
            return
        if not self._asked(question, self.units.blocks[place]):
            self.refuse(
                row, message("an answer of block {block}", block=self.units.blocks[place]),
                message("a question that is asked of this block"), message("leave the row out"),
            )  # fmt: skip
            return
        if bool(row.case) != (question.per is not None):
            self.refuse(
                row, message("the case '{case}'", case=row.case),
                message("a case for a question that repeats over cases, none for another"),
                message("mend the `case` column"),
            )  # fmt: skip
            return
        self._take(row, question, place)

    def _asked(self, question: Question, block: str) -> bool:
        if question.applies_to and block not in question.applies_to:
            return False
        return question.id not in self.framework.nodes or self.framework.applies(question.id, block)

    def _unknown(self, row: Row, question: bool) -> None:
        wanted, known = (row.question, list(self.framework.asked)) if question else (row.unit, list(self.units.codes))
        close = difflib.get_close_matches(wanted, known, 1)
        remedy = message("did you mean {name}?", name=close[0]) if close else message("mend it, or leave the row out")
        expected = message("a question of the framework") if question else message("a unit of the register")
        self.refuse(row, message("the unknown name {name}", name=wanted), expected, remedy)

    def _take(self, row: Row, question: Question, place: int) -> None:
        rows = self.values.setdefault(row.question, {})
        if (place, row.case) in rows:
            self.refuse(
                row, message("a second answer to the same question"), message("one answer"),
                message("keep one of the two rows"),
            )  # fmt: skip
            return
        try:
            rows[place, row.case] = parse_value(question, row.value, comma=self.comma)
        except Refused as refused:
            remedy = message("mend the value, or leave it empty where there is none")
            self.refuse(row, refused.found, refused.expected, remedy)
            return
        if question.per is not None:
            self.cases[question.per][place, row.case] = None
        if row.note:
            self.notes[row.unit, row.case, row.question] = row.note
        self._granted(row, place, rows[place, row.case])

    def _granted(self, row: Row, place: int, value: Value) -> None:
        """Points that are granted lie within what the criterion allows."""
        node = self.framework.nodes.get(row.question)
        if node is None or value.state != PRESENT:
            return
        bounds = self.framework.granted_within(node.code, self.units.blocks[place])
        if bounds is None:
            return
        least, most = bounds
        points = value.exact
        if not least <= points <= most:
            self.refuse(
                row, message("{points} points", points=decimal_text(points)),
                message("{least} to {most}", least=decimal_text(least), most=decimal_text(most)),
                message("mend the value, or leave it empty where there is none"),
            )  # fmt: skip

    def build(self) -> Answers:
        """The answers, once all rows are in."""
        if self.problems:
            raise AnswersError(self.problems)
        cases = {kind: _cases(found) for kind, found in self.cases.items()}
        columns = {}
        for id, question in self.framework.asked.items():
            if id not in self.values:
                continue
            rows = self.values[id]
            keys: Iterable[tuple[int, str]] = ((place, "") for place in range(len(self.units)))
            if question.per is not None:
                keys = zip(cases[question.per].owners.tolist(), cases[question.per].ids, strict=True)
            columns[id] = Column.of(question, [rows.get(key, ABSENT) for key in keys])
        answers = Answers(self.units, columns, cases, self.notes)
        exceeding = list(_exceeding(answers))
        if exceeding:
            raise AnswersError(exceeding[:MOST_PROBLEMS])
        return answers


def _cases(found: dict[tuple[int, str], None]) -> Cases:
    ordered = sorted(found, key=lambda key: key[0])
    return Cases(tuple(case for _, case in ordered), np.array([place for place, _ in ordered], dtype=np.int64))


def _exceeding(answers: Answers) -> Iterator[Problem]:
    """A part that is greater than its whole."""
    for id, column in answers.columns.items():
        whole = answers.columns.get(column.question.at_most or "")
        if whole is None or len(whole.states) != len(column.states):
            continue
        for row in range(len(column.states)):
            part, limit = column.value(row), whole.value(row)
            if part.state == limit.state == PRESENT and part.exact > limit.exact:
                cases = answers.cases_of(column.question.per) if column.question.per else None
                unit = answers.units.codes[row if cases is None else int(cases.owners[row])]
                yield Problem(
                    f"{unit}, {id}" + (f", {cases.ids[row]}" if cases is not None else ""),
                    message("{part}", part=decimal_text(part.exact)),
                    message("at most {limit}, the answer to {whole}", limit=decimal_text(limit.exact),
                            whole=whole.question.id),
                    message("mend one of the two answers"),
                )  # fmt: skip


def build(framework: Framework, units: Units, rows: Iterable[Row], *, comma: bool = False) -> Answers:
    """The answers in these rows; AnswersError with the place of everything that is wrong in them.

    `comma` takes the comma as the decimal mark of numbers.
    """
    builder = _Builder(framework, units, comma)
    for row in rows:
        builder.add(row)
    return builder.build()
