"""What units are asked: typed, with a unit of measure, evidence, source and verifier."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from chiso.engine.framework.schema import Code, ExactField, Flag, Name, Strict, Words

NUMERIC = ("count", "money", "number", "share")

QuestionType: TypeAlias = Literal[
    "count", "money", "number", "share", "yes_no", "choice", "date", "text", "link", "document", "rows"
]


class Asked(Strict):
    """What every question has, a form's question and a criterion's own `given` points alike."""

    evidence: Words | None = None
    source: Words | None = None
    verifier: Words | None = None
    help: Words | None = None


class Option(Strict):
    """One option of a choice."""

    id: Name
    name: Words


class Question(Asked):
    """A question of the form.

    type: `count` (whole, not negative), `money` (whole đồng), `number` (any decimal), `share` (percent, 0 to 100; an
        expression sees it as a fraction of 1), `yes_no`, `choice`, `date`, `text`, `link`, `document` (number, symbol,
        date, issuing body, subject), `rows` (a list of rows).
    unit: the unit of measure, required for count and number.
    per: what the question repeats over: its answers carry a case.
    at_most: the question of which this one counts a part.
    """

    id: Name
    name: Words
    type: QuestionType
    unit: str | None = None
    per: Name | None = None
    options: Annotated[tuple[Option, ...], Field(default=())]
    at_most: Name | None = None
    least: ExactField | None = None
    most: ExactField | None = None
    not_applicable: Flag = False
    applies_to: tuple[Code, ...] = ()

    @property
    def numeric(self) -> bool:
        """Whether its answers are numbers."""
        return self.type in NUMERIC
