"""An expression over whole columns; what is absent in an operand is absent in the value."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias

import numpy as np
from flint import fmpq
from numpy.typing import NDArray

from chiso.engine.expressions.tree import Name, Node, Number, Operation, Option
from chiso.engine.quantities import Arithmetic, Numbers
from chiso.engine.quantities.arithmetic import Mask

PRESENT, MISSING, NOT_APPLICABLE = 0, 1, 2
States: TypeAlias = NDArray[np.int8]


@dataclass(frozen=True)
class Valued:
    """Numbers, a mask (of a condition) or codes (of a choice), and the state of each row; None: all present."""

    value: Any
    states: States | None = None


class Scope(Protocol):
    """Where names get their columns."""

    @property
    def arithmetic(self) -> Arithmetic:
        """How numbers are computed."""

    def named(self, name: Name) -> Valued:
        """The column of a question, or the points of a criterion."""

    def called(self, function: str, name: Name) -> Valued:
        """`answered`, `sum_of`, `count_of` of a question; `share` of a criterion."""

    def option(self, question: Name, option: str) -> int:
        """The code of an option in the column of a choice."""


def joined(*states: States | None) -> States | None:
    """The state of a value that rests on several: missing where one is missing, else not applicable where one is."""
    there = [state for state in states if state is not None]
    if not there:
        return None
    out = there[0]
    for state in there[1:]:
        out = np.where((out == MISSING) | (state == MISSING), np.int8(MISSING), np.maximum(out, state))
    return out


def evaluate(node: Node, scope: Scope) -> Valued:
    """The column of an expression's value."""
    if isinstance(node, Number):
        return Valued(scope.arithmetic.constant(node.value))
    if isinstance(node, Name):
        return scope.named(node)
    if isinstance(node, Option):
        raise TypeError(node.text)
    if node.operator in ("answered", "sum_of", "count_of", "share"):
        only = node.operands[0]
        return scope.called(node.operator, only) if isinstance(only, Name) else Valued(None)
    if node.operator in ("=", "!=") and isinstance(node.operands[1], Option):
        return _chosen(node, scope)
    operands = [evaluate(operand, scope) for operand in node.operands]
    if node.operator == "if":
        return _either(operands, scope)
    if node.operator == "divide":
        return _quotient(operands[0], operands[1], scope.arithmetic)
    value = _OPERATORS[node.operator](scope.arithmetic, *(operand.value for operand in operands))
    return Valued(value, joined(*(operand.states for operand in operands)))


def _chosen(node: Operation, scope: Scope) -> Valued:
    question, option = node.operands
    if not isinstance(question, Name) or not isinstance(option, Option):
        raise TypeError(node.operator)
    column = scope.named(question)
    same = column.value == scope.option(question, option.text)
    return Valued(same if node.operator == "=" else ~same, column.states)


def _either(operands: Sequence[Valued], scope: Scope) -> Valued:
    condition, yes, no = operands
    if isinstance(yes.value, np.ndarray):
        value = np.where(condition.value, yes.value, no.value)
    else:
        value = scope.arithmetic.where(condition.value, yes.value, no.value)
    if yes.states is None and no.states is None:
        return Valued(value, condition.states)
    zero = np.int8(PRESENT)
    taken = np.where(
        condition.value,
        zero if yes.states is None else yes.states,
        zero if no.states is None else no.states,
    ).astype(np.int8)
    if condition.states is None:
        return Valued(value, taken)
    return Valued(value, np.where(condition.states == PRESENT, taken, condition.states))


def _quotient(top: Valued, bottom: Valued, arithmetic: Arithmetic) -> Valued:
    """top / bottom, missing where the bottom is 0."""
    zero = arithmetic.zeros(bottom.value)
    states = joined(top.states, bottom.states)
    if zero is None:
        return Valued(top.value / bottom.value, states)
    divides = zero if bottom.states is None else zero & (bottom.states == PRESENT)
    zero_states = np.broadcast_to(np.where(divides, np.int8(MISSING), np.int8(PRESENT)), (arithmetic.size,))
    divisor = arithmetic.where(zero, arithmetic.constant(fmpq(1)), bottom.value)
    return Valued(top.value / divisor, joined(states, zero_states))


def _folded(rule: str) -> Callable[..., Numbers]:
    def fold(arithmetic: Arithmetic, *values: Numbers) -> Numbers:
        out = values[0]
        for value in values[1:]:
            out = getattr(arithmetic, rule)(out, value)
        return out

    return fold


def _not(_arithmetic: Arithmetic, a: Mask) -> Mask:
    return ~a


_OPERATORS: dict[str, Callable[..., Any]] = {
    "add": lambda _, a, b: a + b,
    "subtract": lambda _, a, b: a - b,
    "multiply": lambda _, a, b: a * b,
    "negative": lambda _, a: -a,
    "<": lambda _, a, b: b.above(a),
    "<=": lambda _, a, b: b.at_least(a),
    ">": lambda _, a, b: a.above(b),
    ">=": lambda _, a, b: a.at_least(b),
    "=": lambda _, a, b: a.equals(b),
    "!=": lambda _, a, b: ~a.equals(b),
    "and": lambda _, a, b: a & b,
    "or": lambda _, a, b: a | b,
    "not": _not,
    "min": _folded("minimum"),
    "max": _folded("maximum"),
    "abs": lambda arithmetic, a: arithmetic.maximum(a, -a),
}
