"""All answers to one question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from chiso.engine.answers.values import Value
from chiso.engine.expressions.evaluating import PRESENT, States
from chiso.engine.framework.questions import Question
from chiso.engine.quantities import Decimals
from chiso.engine.quantities.arithmetic import Integers


@dataclass(frozen=True)
class Column:
    """The answers to a question, a row per unit (or per case): states, numbers or codes, texts.

    Numbers of a `share` question are kept as they were answered (percent); `numbers` gives the fraction.
    """

    question: Question
    states: States
    answered: Decimals
    texts: tuple[str, ...] | None = None

    @classmethod
    def of(cls, question: Question, values: Sequence[Value]) -> Column:
        """The column of these values."""
        textual = not question.numeric and question.type not in ("yes_no", "choice")
        return cls(
            question,
            np.array([value.state for value in values], dtype=np.int8),
            Decimals.of([(value.mantissa, value.decimals) for value in values]),
            tuple(value.text for value in values) if textual else None,
        )

    @classmethod
    def of_numbers(cls, question: Question, mantissas: NDArray[np.int64], decimals: int = 0) -> Column:
        """The column of numbers that are all present."""
        return cls(question, np.zeros(len(mantissas), dtype=np.int8), Decimals(mantissas, decimals))

    @cached_property
    def numbers(self) -> Decimals:
        """The numbers as an expression sees them."""
        places = self.answered.decimals + 2 if self.question.type == "share" else self.answered.decimals
        return Decimals(self.answered.mantissas, places)

    @cached_property
    def complete(self) -> bool:
        """Whether every row is present."""
        return not self.states.any()

    def value(self, row: int) -> Value:
        """The answer of one row."""
        text = self.texts[row] if self.texts is not None else ""
        if self.states[row] != PRESENT:
            return Value(int(self.states[row]))
        return Value(PRESENT, int(self.answered.mantissas[row]), self.answered.decimals, text)

    def take(self, rows: Integers) -> Column:
        """The column of these rows."""
        texts = None if self.texts is None else tuple(self.texts[row] for row in rows)
        return Column(self.question, self.states[rows], self.answered.take(rows), texts)

    def replaced(self, values: Mapping[int, Value]) -> Column:
        """The column with other answers in some rows."""
        kept = [values.get(row) or self.value(row) for row in range(len(self.states))]
        return Column.of(self.question, kept)
