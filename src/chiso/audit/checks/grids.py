"""The grid that the numbers of a column lie on: indices of 1/140 are points out of 140."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from chiso.audit.findings import Outcome, Rule
from chiso.audit.subject import Subject, title_at
from chiso.engine.errors import message

CHANCE = 100_000
"""One in how many it must be at most that numbers taken at random all lie on the grid."""
LEAST = 4
"""How many different numbers it takes to speak of a grid."""


def check(subject: Subject) -> Iterator[Outcome]:
    """The grid of every column of indices between 0 and 1."""
    for table in subject.tables:
        place = table.place("score")
        numbers = [] if place is None else [number for row in table.body if (number := table.numbers[row][place])]
        decimals = max((number.decimals for number in numbers), default=0)
        if decimals < 2 or not all(0 <= number.value <= 1 for number in numbers):
            continue
        values = sorted({number.value for number in numbers} - {Fraction(0), Fraction(1)})
        grid = finest(values, decimals)
        if grid:
            what = message(
                "table {table}: every number is a multiple of 1/{grid}, rounded to {decimals} decimals",
                table=table.named,
                grid=grid,
                decimals=decimals,
            )
            yield Rule("grid", title_at(table), f"1/{grid}", len(numbers), len(numbers), what)


def finest(values: Sequence[Fraction], decimals: int) -> int | None:
    """The least N of which all values are rounded multiples of 1/N; None where that may be chance."""
    if len(values) < LEAST:
        return None
    unit, count = 10**decimals, len(values)
    whole = [int(value * unit) for value in values]
    for grid in range(2, unit // 2):
        if grid**count * CHANCE > unit**count:
            return None
        if all(_on(value, grid, unit) for value in whole):
            return grid
    return None


def _on(value: int, grid: int, unit: int) -> bool:
    """Whether value / unit is a multiple of 1 / grid, rounded half up to the unit."""
    near = value * grid // unit
    return any((2 * step * unit + grid) // (2 * grid) == value for step in (near, near + 1))
