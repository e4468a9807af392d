"""The points of one criterion for the units of one block, while they are computed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from chiso.engine.expressions.evaluating import MISSING, NOT_APPLICABLE, PRESENT, States
from chiso.engine.quantities import Numbers
from chiso.engine.quantities.arithmetic import Integers, Mask

NO_RESULT, SET_ASIDE = 3, 4
STATE_NAMES = {
    PRESENT: "scored",
    MISSING: "missing",
    NOT_APPLICABLE: "not_applicable",
    NO_RESULT: "no_result",
    SET_ASIDE: "set_aside",
}


@dataclass(frozen=True)
class Node:
    """Columns over the rows of a run; None stands for the usual case in every row.

    points; states (None: all scored); counts: where the criterion counts in what contains it; defined: where it has a
    result; maximum (None: unknown); capped, gated (the class is the lowest); scaled:
    the points times 10^decimals where the framework rounds them here.
    """

    points: Numbers
    maximum: Numbers | None
    states: States | None = None
    counts: Mask | None = None
    defined: Mask | None = None
    capped: Mask | None = None
    gated: Mask | None = None
    scaled: NDArray[Any] | None = None
    decimals: int = 0

    def state(self, row: int) -> str:
        """The name of one row's state."""
        if self.defined is not None and not self.defined[row]:
            own = PRESENT if self.states is None else int(self.states[row])
            return STATE_NAMES[own if own in (MISSING, NOT_APPLICABLE) else NO_RESULT]
        return STATE_NAMES[PRESENT if self.states is None else int(self.states[row])]


def absences(node: Node) -> States | None:
    """What a formula that names the criterion sees: absent where it has no result or does not count."""
    there = both(node.counts, node.defined)
    if there is None:
        return None
    own = np.zeros(there.shape, dtype=np.int8) if node.states is None else node.states
    absent = np.where(own == NOT_APPLICABLE, NOT_APPLICABLE, MISSING)
    return np.where(there, PRESENT, absent).astype(np.int8)


MASKS = ("counts", "defined", "capped", "gated")
_USUAL = {"counts": True, "defined": True, "capped": False, "gated": False}


def patched_mask(name: str, whole: Mask | None, part: Mask | None, rows: Integers, size: int) -> Mask | None:
    """A mask with other values in some rows."""
    if whole is None and part is None:
        return None
    out = np.full(size, _USUAL[name], dtype=np.bool_) if whole is None else whole.copy()
    out[rows] = _USUAL[name] if part is None else part
    return out


def patched_states(whole: States | None, part: States | None, rows: Integers, size: int) -> States | None:
    """States with other values in some rows."""
    if whole is None and part is None:
        return None
    out = np.zeros(size, dtype=np.int8) if whole is None else whole.copy()
    out[rows] = PRESENT if part is None else part
    return out


def both(*masks: Mask | None) -> Mask | None:
    """Where all masks hold; None is everywhere."""
    there = [mask for mask in masks if mask is not None]
    if not there:
        return None
    out = there[0]
    for mask in there[1:]:
        out = out & mask
    return out
