"""The answers of all units to all questions of a framework."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np

from chiso.engine.answers.columns import Column
from chiso.engine.answers.units import Units
from chiso.engine.answers.values import Value, parse_value, value_text
from chiso.engine.expressions.evaluating import MISSING, PRESENT
from chiso.engine.quantities.arithmetic import Integers


@dataclass(frozen=True)
class Cases:
    """What questions repeat over: the id of each case and the place of the unit it belongs to."""

    ids: tuple[str, ...]
    owners: Integers

    @classmethod
    def none(cls) -> Cases:
        """No cases."""
        return cls((), np.zeros(0, dtype=np.int64))


@dataclass(frozen=True)
class Answers:
    """Answers by question: a column over the units, or over the cases that the question repeats over.

    A question without a column is missing everywhere. `notes` by (unit, case, question).
    """

    units: Units
    columns: Mapping[str, Column]
    cases: Mapping[str, Cases] = field(default_factory=dict)
    notes: Mapping[tuple[str, str, str], str] = field(default_factory=dict)

    @cached_property
    def silent(self) -> frozenset[int]:
        """The places of the listed units that answered nothing at all."""
        listed = {place for place, status in enumerate(self.units.statuses) if status == "listed"}
        for column in self.columns.values():
            rows = np.flatnonzero(column.states == PRESENT)
            per = column.question.per
            listed -= set((rows if per is None else self.cases_of(per).owners[rows]).tolist())
        return frozenset(listed)

    def cases_of(self, kind: str) -> Cases:
        """The cases of a kind."""
        return self.cases.get(kind) or Cases.none()

    def place(self, question: str, unit: str, case: str) -> int | None:
        """The row of a unit's answer in the column of a question; None where there is no such row."""
        column = self.columns.get(question)
        if column is None:
            return None
        row = self.units.index[unit]
        if column.question.per is None:
            return row
        cases = self.cases_of(column.question.per)
        return next(
            (
                i
                for i, (id, owner) in enumerate(zip(cases.ids, cases.owners, strict=True))
                if id == case and owner == row
            ),
            None,
        )

    def value(self, question: str, unit: str, case: str = "") -> Value:
        """One answer; missing where there is none."""
        row = self.place(question, unit, case)
        return Value(MISSING) if row is None else self.columns[question].value(row)

    def text(self, question: str, unit: str, case: str = "") -> str:
        """One answer as canonical text."""
        row = self.place(question, unit, case)
        return "" if row is None else value_text(self.columns[question].question, self.columns[question].value(row))

    def replaced(self, changes: Mapping[tuple[str, str, str], str]) -> Answers:
        """These answers with other texts at (unit, case, question), which must have a row already."""
        columns = dict(self.columns)
        by_question: dict[str, dict[int, Value]] = {}
        for (unit, case, question), text in changes.items():
            row = self.place(question, unit, case)
            if row is None:
                raise KeyError((unit, case, question))
            by_question.setdefault(question, {})[row] = parse_value(columns[question].question, text)
        for question, values in by_question.items():
            columns[question] = columns[question].replaced(values)
        return replace(self, columns=columns)

    def only(self, unit: str) -> Answers:
        """The answers of one unit, alone in its register."""
        place = self.units.index[unit]
        mine = {kind: np.flatnonzero(cases.owners == place) for kind, cases in self.cases.items()}
        cases = {
            kind: Cases(tuple(self.cases[kind].ids[row] for row in rows), np.zeros(len(rows), dtype=np.int64))
            for kind, rows in mine.items()
        }
        columns = {
            id: column.take(np.array([place]) if column.question.per is None else mine[column.question.per])
            for id, column in self.columns.items()
        }
        return Answers(self.units.only(place), columns, cases)

    def rows(self) -> Iterator[tuple[str, str, str, str, str]]:
        """(unit, case, question, value, note) of every answer that is not missing or bears a note, in order."""
        for question, column in self.columns.items():
            kind = column.question.per
            cases = self.cases_of(kind) if kind is not None else None
            for row in range(len(column.states)):
                place = row if cases is None else int(cases.owners[row])
                unit, case = self.units.codes[place], "" if cases is None else cases.ids[row]
                text = value_text(column.question, column.value(row))
                note = self.notes.get((unit, case, question), "")
                if text or note:
                    yield unit, case, question, text, note
