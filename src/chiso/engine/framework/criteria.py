"""The tree of criteria."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from chiso.engine.errors import message
from chiso.engine.framework.leaves import Formula, Given
from chiso.engine.framework.questions import Asked
from chiso.engine.framework.results import Classes, Gate, KnockOut, Rank
from chiso.engine.framework.schema import Code, ExactField, Flag, PerBlock, Strict, Whole, Words, refusal

Absence = Literal["zero", "full", "omit", "blank", "refuse"]


class Combine(Strict):
    """How a group's points come from its children.

    kind: `sum`; `weighted` (sum of weight × points); `mean`; `geometric` (weighted geometric mean); `best` (the
        greatest of alternatives).
    renormalise: what applies takes over the weight of what does not, at this level; a geometric mean always does so.
    source: where the weights come from, where they are computed (principal components, survey).
    """

    kind: Literal["sum", "weighted", "mean", "geometric", "best"] = "sum"
    renormalise: Flag = False
    source: str | None = None


class Criterion(Asked):
    """A node of the tree: a leaf with a formula, or a group with children.

    max: the greatest points, one number or one per block; of a group it is computed, and checked where written.
    max_as_written, decided_by: what the decision prints where its parts do not add up to it, and who decided.
    role: `bonus` adds and `penalty` subtracts without entering the maximum.
    exclusive_with: a sibling; of the two only the one with more points counts, and the sibling's maximum is both's.
    scored: false shows a criterion that counts for nothing.
    missing, not_applicable: what an absent answer does here: 0 points (`zero`), all points (`full`), left out of
        points and maximum (`omit`), no result for the unit (`blank`), not allowed (`refuse`).
    round: decimals to which the points are rounded before they count; print: decimals that are shown.
    """

    code: Code
    name: Words
    clause: str | None = None
    note: Words | None = None
    max: PerBlock | None = None
    max_as_written: ExactField | None = None
    decided_by: str | None = None
    formula: Formula | None = None
    children: tuple[Criterion, ...] = ()
    combine: Combine = Field(default_factory=Combine)
    weight: PerBlock | None = None
    cap: ExactField | None = None
    floor: ExactField | None = None
    role: Literal["score", "bonus", "penalty"] = "score"
    scored: Flag = True
    exclusive_with: Code | None = None
    gate: Gate | None = None
    knock_out: KnockOut | None = None
    applies_to: tuple[Code, ...] = ()
    missing: Absence | None = None
    not_applicable: Absence | None = None
    round: Whole | None = None
    print: Whole | None = None
    rank: Rank | None = None
    classes: Classes | None = None

    @model_validator(mode="after")
    def _leaf_or_group(self) -> Criterion:
        if bool(self.children) == bool(self.formula):
            raise refusal("leaf", message("either a formula (a leaf) or children (a group)"))
        if self.formula is not None and self.max is None:
            raise refusal("max", message("a maximum for every leaf"))
        return self

    @property
    def given(self) -> bool:
        """Whether its points are granted or come from outside."""
        return isinstance(self.formula, Given)


class Decimals(Strict):
    """Decimals at each level: of leaves, of groups, and of the roots of the tree."""

    leaf: Whole | None = None
    group: Whole | None = None
    total: Whole | None = None
