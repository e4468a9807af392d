"""Why a score is what it is: a kind with parameters, put into words by who shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from flint import arb

from chiso.engine.quantities import Exact, decimal_text
from chiso.engine.quantities.rational import middle

Parameter: TypeAlias = "Exact | str"


@dataclass(frozen=True)
class Change:
    """What was done to points after their formula, or to what they are of.

    kind: `cap`, `floor`, `round`, `gate`, `set_aside`, `zero`, `full`, `omit`, `blank`, or `left_out`, whose `before`
    are the codes of the criteria that do not count.
    """

    kind: str
    before: str
    after: str


@dataclass(frozen=True)
class Reason:
    """How points came about.

    kind: the formula's or the combination's kind, or `missing`, `not_applicable`, `no_result`.
    values: exact numbers and texts by name (`part`, `whole`, `max` …).
    written: the computation in figures, the same in every language: `60 × 40/50`.
    changes: what was done to the points afterwards, in order.
    """

    kind: str
    values: Mapping[str, Parameter] = field(default_factory=dict)
    written: str = ""
    changes: tuple[Change, ...] = ()

    def figures(self) -> str:
        """The computation and the changes in figures: `60 × 44/40 = 66 → 60 (cap)`."""
        steps = "".join(f" → {change.after or change.before} ({change.kind})" for change in self.changes)
        head = f"{self.kind}: {self.written}" if self.written else self.kind
        return head + steps


def figure(value: Exact | arb) -> str:
    """A number in a reason: few decimals where exact ones are few, else a fraction or six digits with `≈`."""
    if not isinstance(value, Exact):
        return f"≈{decimal_text(middle(value), 6)}"
    text = decimal_text(value)
    if "/" in text and len(text) > 12:
        return f"≈{decimal_text(value, 6)}"
    return text
