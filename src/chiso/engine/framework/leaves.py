"""How a leaf gets its points: one model per kind of formula. Their computation is in `engine.formulas`."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from chiso.engine.framework.schema import ExactField, Flag, Name, Source, Strict, Words

Otherwise: TypeAlias = Literal["zero", "full", "missing", "not_applicable"]


class Ratio(Strict):
    """Points = max × part / whole, at most max.

    A whole of 0 is what `whole_zero` says: no points, all points, a missing or a not applicable score.
    """

    kind: Literal["ratio"]
    part: Source
    whole: Source
    whole_zero: Otherwise = "missing"


class YesNo(Strict):
    """Points for yes (the maximum unless `yes` says another number), and for no (0 unless `no` says)."""

    kind: Literal["yes_no"]
    question: Source
    yes: ExactField | None = None
    no: ExactField | None = None


class Step(Strict):
    """Points from a lower limit on."""

    limit: Annotated[ExactField, Field(alias="from")]
    points: ExactField


class Steps(Strict):
    """A table on a number: the points of the highest limit that is reached; below all of them `otherwise`.

    closed: `below` means that a value equal to the limit reaches it, `above` that it must be exceeded.
    """

    kind: Literal["steps"]
    of: Source
    table: Annotated[tuple[Step, ...], Field(min_length=1)]
    otherwise: ExactField | None = None
    closed: Literal["below", "above"] = "below"


class Tiers(Strict):
    """All points from the norm on, in proportion to it between `starts` and the norm, none below `starts`.

    Points = max where share ≥ norm; max × share / norm where starts ≤ share < norm; 0 below.
    """

    kind: Literal["tiers"]
    share: Source
    norm: ExactField
    starts: ExactField


class PerItem(Strict):
    """Points = count × points for each, at most `cap` (the maximum unless said)."""

    kind: Literal["per_item"]
    count: Source
    each: ExactField
    cap: ExactField | None = None


class Level(Strict):
    """Points where a condition holds."""

    when: Source
    points: ExactField
    name: Words | None = None


class Levels(Strict):
    """The points of the first condition that holds; of none, `otherwise` (0 unless said)."""

    kind: Literal["levels"]
    levels: Annotated[tuple[Level, ...], Field(min_length=1)]
    otherwise: ExactField | None = None


class ToBest(Strict):
    """Points = max × value / the greatest value among the units of the block, or of the whole cycle.

    all_zero: what it is where the greatest value is 0.
    """

    kind: Literal["to_best"]
    of: Source
    among: Literal["block", "cycle"] = "block"
    all_zero: Otherwise = "zero"


class MinMax(Strict):
    """Points = max × (value - least) / (greatest - least) among the units of the block, or of the whole cycle.

    better: `less` turns it round. all_equal: what it is where the greatest equals the least.
    """

    kind: Literal["min_max"]
    of: Source
    among: Literal["block", "cycle"] = "block"
    better: Literal["more", "less"] = "more"
    all_equal: Otherwise


class Goalposts(Strict):
    """Points = max × (value - low) / (high - low), within 0 and max; with `logarithm`, of the logarithms.

    Source: UNDP, Human Development Report, technical note 1, for fixed goalposts.
    """

    kind: Literal["goalposts"]
    of: Source
    low: ExactField
    high: ExactField
    logarithm: Flag = False


class Given(Strict):
    """Points that are granted or come from outside: the answer to the question with the criterion's own code.

    least, most: what may be granted; 0 and the maximum unless said.
    """

    kind: Literal["given"]
    least: ExactField | None = None
    most: ExactField | None = None


class Calculated(Strict):
    """Points by an expression of the framework's small language."""

    kind: Literal["expression"]
    points: Source


PerCase: TypeAlias = Annotated[
    Ratio | YesNo | Steps | Tiers | PerItem | Levels | Goalposts | Calculated, Field(discriminator="kind")
]


class MeanOfCases(Strict):
    """The mean of a formula's points over the cases of a unit: its dossiers, services, subordinate units.

    per: the kind of case. missing: a case that lacks an answer is left out (`omit`), counts as 0 (`zero`) or makes
    the whole missing (`missing`). A unit without cases is `none`.
    """

    kind: Literal["mean_of_cases"]
    per: Name
    of: PerCase
    missing: Literal["omit", "zero", "missing"]
    none: Otherwise = "missing"


Formula: TypeAlias = Annotated[
    Ratio | YesNo | Steps | Tiers | PerItem | Levels | MeanOfCases | ToBest | MinMax | Goalposts | Given | Calculated,
    Field(discriminator="kind"),
]
