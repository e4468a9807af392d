"""Where the names in a formula get their columns: the answers of some units of one block, or of their cases."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from flint import fmpq

from chiso.engine.answers import Answers
from chiso.engine.expressions import Expression
from chiso.engine.expressions.evaluating import MISSING, PRESENT, States, Valued, evaluate
from chiso.engine.expressions.tree import Name
from chiso.engine.framework import Framework
from chiso.engine.quantities import Arithmetic, Numbers
from chiso.engine.quantities.arithmetic import Integers, Rows

Criterion: TypeAlias = Callable[[str], Valued]
"""The points (or the share of the maximum) of a criterion over the same rows."""


@dataclass(frozen=True)
class Columns:
    """The scope of formulas over `rows`, places of units in the register (a slice where they follow one another).

    points, shares: the columns of criteria that formulas may name.
    """

    framework: Framework
    answers: Answers
    rows: Rows
    arithmetic: Arithmetic
    points: Criterion
    shares: Criterion

    def value(self, source: str) -> Valued:
        """The column of an expression's text."""
        return self.of(self.framework.expression(source, self.per))

    def of(self, expression: Expression) -> Valued:
        """The column of an expression."""
        return evaluate(expression.tree, self)

    @property
    def per(self) -> str | None:
        """The kind of case of this scope; None at the level of units."""
        return None

    def constant(self, value: fmpq) -> Numbers:
        """One exact number."""
        return self.arithmetic.constant(value)

    def _absent(self) -> Valued:
        nothing = np.full(self.arithmetic.size, MISSING, dtype=np.int8)
        return Valued(self.constant(fmpq(0)), nothing)

    def named(self, name: Name) -> Valued:
        """The column of a question, or the points of a criterion."""
        if name.criterion:
            return self.points(name.name)
        return self._question(name.name, self.rows)

    def _question(self, id: str, rows: Rows) -> Valued:
        column = self.answers.columns.get(id)
        question = self.framework.asked[id]
        if column is None:
            blank = self._absent()
            number = question.numeric
            return blank if number else Valued(np.zeros(self.arithmetic.size, dtype=np.int64) == 1, blank.states)
        states = None if column.complete else column.states[rows]
        states = states if states is not None and states.any() else None
        if question.numeric:
            return Valued(self.arithmetic.column(column.numbers, rows), states)
        codes = column.numbers.mantissas[rows]
        return Valued(codes == 1 if question.type == "yes_no" else codes, states)

    def option(self, question: Name, option: str) -> int:
        """The code of an option in the column of a choice."""
        return [each.id for each in self.framework.asked[question.name].options].index(option)

    def called(self, function: str, name: Name) -> Valued:
        """`answered`, `sum_of`, `count_of` of a question; `share` of a criterion."""
        if function == "share":
            return self.shares(name.name)
        if function == "answered":
            states = self.named(name).states
            return Valued(np.ones(self.arithmetic.size, dtype=np.bool_) if states is None else states == PRESENT)
        inner = self.cases(str(self.framework.asked[name.name].per))
        return inner.summed(name) if function == "sum_of" else inner.counted()

    def cases(self, kind: str) -> CaseColumns:
        """The scope of the cases of these units."""
        cases = self.answers.cases_of(kind)
        place = np.full(len(self.answers.units), -1, dtype=np.int64)
        place[self.rows] = np.arange(self.arithmetic.size)
        owners = place[cases.owners]
        mine = np.flatnonzero(owners >= 0)
        return CaseColumns(
            self.framework, self.answers, mine, self.arithmetic.of_size(len(mine)), self.points, self.shares,
            kind, owners[mine], self,
        )  # fmt: skip


@dataclass(frozen=True)
class CaseColumns(Columns):
    """The scope of formulas over cases: `rows` are places in the case columns, `owners` the rows of their units."""

    kind: str
    owners: Integers
    outside: Columns

    @property
    def per(self) -> str | None:
        """The kind of these cases."""
        return self.kind

    def named(self, name: Name) -> Valued:
        """The column of a case's question; of a unit's question or a criterion, the value of the unit."""
        if not name.criterion and self.framework.asked[name.name].per == self.kind:
            return self._question(name.name, self.rows)
        return self._taken(self.outside.named(name))

    def called(self, function: str, name: Name) -> Valued:
        """Of a case's own question, whether it is answered; of the unit, what is called, the same in all its cases."""
        if function == "answered":
            return super().called(function, name)
        return self._taken(self.outside.called(function, name))

    def _taken(self, found: Valued) -> Valued:
        """The value of its unit for each case."""
        if isinstance(found.value, np.ndarray):
            value = np.broadcast_to(found.value, (self.outside.arithmetic.size,))[self.owners]
        else:
            value = self.arithmetic.take(found.value, self.owners)
        return Valued(value, None if found.states is None else found.states[self.owners])

    def summed(self, name: Name) -> Valued:
        """The sum of a question over the cases of each unit; missing where a case is missing."""
        found = self.named(name)
        value = found.value
        units = self.outside.arithmetic
        if found.states is not None:
            value = self.arithmetic.where(found.states == PRESENT, value, self.constant(fmpq(0)))
        total = units.sums(value, self.owners, units.size)
        return Valued(total, self._missing(found.states))

    def _missing(self, states: States | None) -> States | None:
        if states is None:
            return None
        short = np.bincount(self.owners, weights=states != PRESENT, minlength=self.outside.arithmetic.size) > 0
        return np.where(short, np.int8(MISSING), np.int8(PRESENT))

    def counted(self) -> Valued:
        """The number of cases of each unit."""
        counts = np.bincount(self.owners, minlength=self.outside.arithmetic.size)
        return Valued(self.outside.arithmetic.exacts([fmpq(int(count)) for count in counts]))
