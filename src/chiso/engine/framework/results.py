"""How points become classes and ranks."""

from __future__ import annotations

from itertools import pairwise
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from chiso.engine.errors import message
from chiso.engine.framework.schema import Code, ExactField, Source, Strict, Whole, Words, refusal
from chiso.engine.quantities import Exact


class Limit(Strict):
    """A lower limit: a number, or an interval (above; up_to] in which it is known to lie."""

    above: ExactField | None = None
    up_to: ExactField

    @model_validator(mode="after")
    def _in_order(self) -> Limit:
        if self.above is not None and self.above > self.up_to:
            raise refusal("interval", message("`above` no greater than `up_to`"))
        return self

    @property
    def known(self) -> bool:
        """Whether the limit is one number."""
        return self.above is not None and self.above == self.up_to

    @property
    def lowest(self) -> Exact:
        """What the limit is at least, as far as that is known."""
        return self.up_to if self.above is None else self.above


def _limit(value: Any) -> Any:
    return value if isinstance(value, dict) else {"above": value, "up_to": value}


class Quota(Strict):
    """At most a share of the units may hold a class; those left out by the order of the ranking go one class down.

    of: the units that the share counts: all `ranked` in the block, or those of some classes.
    ties: units tied at the last place are all in or all out.
    """

    share: ExactField
    blocks: tuple[Code, ...] = ()
    of: tuple[Code, ...] = ()
    ties: Literal["in", "out"]


class Band(Strict):
    """One class: from a lower limit on, under conditions, for at most a quota of the units.

    closed: as of all classes, where this one's limit is written otherwise.
    """

    id: Code
    name: Words
    limit: Annotated[Limit | None, Field(alias="from"), BeforeValidator(lambda v: None if v is None else _limit(v))] = (
        None
    )
    closed: Literal["below", "above"] | None = None
    conditions: tuple[Source, ...] = ()
    quota: Quota | None = None


class Classes(Strict):
    """Classes on a criterion, best first; each begins where the next better one ends, so no gap can be written.

    on: `points`, the `share` of the unit's own maximum, or `each`: a conjunction over the criteria `over`, where the
        class is the one that all of them reach (`mixed: lowest`), or is undetermined where they differ.
    closed: `below` means that a score equal to a lower limit belongs to the class, `above` that it must exceed it.
    decimals: the score is rounded to so many before it is compared; exact where absent.
    as_written, decided_by: the decision's own words where they leave a gap, and who decided what they mean.
    """

    on: Literal["points", "share", "each"] = "points"
    over: tuple[Code, ...] = ()
    mixed: Literal["lowest", "undetermined"] = "lowest"
    closed: Literal["below", "above"] = "below"
    decimals: Whole | None = None
    bands: Annotated[tuple[Band, ...], Field(min_length=1)]
    as_written: str | None = None
    decided_by: str | None = None
    clause: str | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Classes:
        limits = [band.limit for band in self.bands]
        for better, worse in pairwise(limits):
            if better is None or (worse is not None and worse.up_to > better.lowest):
                raise refusal("order", message("classes from the best to the lowest, each with a lower limit"))
        if (self.on == "each") != bool(self.over):
            raise refusal("over", message("`over` with the criteria, exactly where classes are on `each`"))
        return self


class Key(Strict):
    """What ranks are ordered by: the criterion's points where `by` is absent."""

    by: Source | None = None
    order: Literal["descending", "ascending"] = "descending"
    decimals: Whole | None = None


class Rank(Strict):
    """How units are ranked on a criterion.

    keys: in order; `decimals` states at how many decimals two values count as equal (exact where absent).
    ties: `competition` (1, 2, 2, 4), `dense` (1, 2, 2, 3), or `ordinal` (by the register's order).
    among: the units of the `block`, or of the whole `cycle`.
    without_result: a unit without a result is `listed` blank with a note, `last` with the number of units, `dropped`.
    """

    keys: Annotated[tuple[Key, ...], Field(min_length=1)]
    ties: Literal["competition", "dense", "ordinal"]
    among: Literal["block", "cycle"] = "block"
    without_result: Literal["listed", "last", "dropped"]
    clause: str | None = None


class Gate(Strict):
    """A condition that must hold before points count.

    fails: what follows for the criterion that carries it: its points are 0 (`zero`), the class above it is the lowest
        (`lowest_class`), or nobody has said, so it has no result (`undetermined`).
    """

    when: Source
    fails: Literal["zero", "lowest_class", "undetermined"]


class KnockOut(Strict):
    """Something that decides the class whatever the points: a condition, or points below a limit."""

    when: Source | None = None
    below: ExactField | None = None
    band: Annotated[Code, Field(alias="class")]
