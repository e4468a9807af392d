"""Which rows of a long figure are drawn: its beginning and its end, and a word of how many lie between."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from chiso.language import ngettext
from chiso.report.charts.looks import Shape

Row = TypeVar("Row")
LAST = 4
"""Of how many drawn rows one is from the end."""


def drawn(rows: Sequence[Row], shape: Shape) -> list[Row | int]:
    """The rows that are drawn; of too many, the number of those left out stands in their place."""
    if len(rows) <= shape.most:
        return list(rows)
    last = shape.most // LAST
    first = shape.most - 1 - last
    return [*rows[:first], len(rows) - first - last, *rows[-last:]]


def between(count: int) -> str:
    """The words in the place of rows that are not drawn."""
    return ngettext("… {n} row between, in the table …", "… {n} rows between, in the table …", count).format(n=count)
