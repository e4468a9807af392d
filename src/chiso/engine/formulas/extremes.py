"""The least and the greatest value among units, exact: what a formula that looks at all units needs beforehand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from chiso.engine.expressions.evaluating import PRESENT, Valued
from chiso.engine.formulas.scope import Columns
from chiso.engine.framework import leaves
from chiso.engine.quantities import Exact
from chiso.engine.quantities.arithmetic import Integers


@dataclass(frozen=True)
class Extreme:
    """The least and the greatest value of an expression among units; None where nobody has a value."""

    least: Exact
    greatest: Exact


def extreme_source(formula: object) -> tuple[str, str] | None:
    """The expression whose extremes a formula needs, and among whom (`block`, `cycle`); None for other formulas."""
    if isinstance(formula, leaves.ToBest | leaves.MinMax):
        return formula.of, formula.among
    return None


def extreme_ends(formula: object) -> tuple[str, ...]:
    """Which of the extremes a formula measures against."""
    return ("greatest",) if isinstance(formula, leaves.ToBest) else ("least", "greatest")


def candidates(columns: Columns, source: str, rows: Integers, ranked: Sequence[bool]) -> Integers:
    """The places in the register of the units that may have the least or the greatest value.

    columns: of these rows, with bounded floats; ranked: whether each row counts. The true extremes are among the
    places returned.
    """
    found, unproved = columns.arithmetic.watched(lambda: columns.value(source))
    values, may = np.broadcast_to(found.value.values, rows.shape), np.array(ranked, dtype=np.bool_)
    doubt = np.zeros(rows.shape, dtype=np.bool_) if unproved is None else may & unproved
    there = may & ~doubt
    if found.states is not None:
        there &= found.states == PRESENT
    near = doubt
    if there.any():
        wide = 4 * found.value.bound
        near = doubt | there & ((values <= values[there].min() + wide) | (values >= values[there].max() - wide))
    found_rows: Integers = rows[near]
    return found_rows


def extreme(found: Valued, size: int) -> Extreme | None:
    """The extremes of a column of so many exact values, of those that are present."""
    values = np.broadcast_to(found.value.values, (size,))
    if found.states is not None:
        values = values[found.states == PRESENT]
    return Extreme(min(values), max(values)) if len(values) else None
