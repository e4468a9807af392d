"""What a report.yaml declares beside a framework: groups of indicators over its units.

schema: 1
groups:
  - id: ha-tang
    title: {vi: Hạ tầng kỹ thuật, en: Infrastructure}
    indicators:
      - {id: may-tinh, name: {vi: Tỷ lệ máy tính/người, en: Computers per person}, kind: ratio, part: may, whole: nguoi}
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from chiso.engine.errors import InputError, Problem, message
from chiso.engine.framework import Framework
from chiso.engine.framework.schema import Code, Flag, Name, Source, Strict, Whole, Words
from chiso.engine.loading import Form, at, typed
from chiso.report.statistics.checking import faults

FORM = Form(
    message("the indicators of a report: groups with indicators"),
    message("one report in a file"),
    message("check that it is the right file"),
    "docs/statistics.md",
)


class Common(Strict):
    """What every indicator says.

    id: joins it with the same indicator of another year; blocks: over whose units, all where none is named; where: the
    condition that a unit must meet to be counted, in words in `filter`; by_block: whether it is shown for each block
    too; decimals: of the printed value; better: whether more of it or less of it is an advance.
    """

    id: Code
    name: Words
    blocks: tuple[Code, ...] = ()
    where: Source | None = None
    filter: Words | None = None
    by_block: Flag = False
    decimals: Whole = 2
    better: Literal["more", "less"] = "more"


class Share(Common):
    """The share of the units that answered for which a condition holds."""

    kind: Literal["share"]
    condition: Source


class Ratio(Common):
    """The sum of one number over the units, divided by the sum of another; in percent, or as a number with a unit."""

    kind: Literal["ratio"]
    part: Source
    whole: Source
    shown: Literal["percent", "number"] = "percent"
    unit: Words | None = None


class Mean(Common):
    """The mean of a number over the units that answered."""

    kind: Literal["mean"]
    of: Source
    shown: Literal["percent", "number"] = "number"
    unit: Words | None = None


class Count(Common):
    """How many units meet a condition, choose each option of a question, or are in each class of a criterion."""

    kind: Literal["count"]
    decimals: Whole = 0
    condition: Source | None = None
    options: Name | None = None
    classes: Code | None = None


Indicator: TypeAlias = Annotated[Share | Ratio | Mean | Count, Field(discriminator="kind")]


class Group(Strict):
    """A titled run of indicators: one table of a report."""

    id: Code
    title: Words
    indicators: Annotated[tuple[Indicator, ...], Field(min_length=1)]


class Statistics(Strict):
    """The indicators of a report; period: what the columns of this result's numbers are headed with."""

    format: Annotated[Literal["1"], Field(alias="schema")]
    period: Words | None = None
    groups: Annotated[tuple[Group, ...], Field(min_length=1)]


def read(raw: bytes, framework: Framework, name: str = "report.yaml") -> Statistics:
    """The indicators that a file declares over a framework's questions.

    InputError with line and column for everything that is wrong in it, or that does not fit the framework.
    """
    found, positions = typed(raw, name, Statistics, FORM)
    problems = [
        Problem(at(name, fault.path, positions), fault.found, fault.expected, fault.remedy)
        for fault in faults(found, framework)
    ]
    if problems:
        raise InputError(problems)
    return found
