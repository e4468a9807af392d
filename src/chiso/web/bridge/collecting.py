"""What the subordinate units of a unit answered, summed up question by question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from flint import fmpq

from chiso.engine.answers.values import Refused, parse_value
from chiso.engine.expressions.evaluating import PRESENT
from chiso.engine.framework import Question
from chiso.engine.quantities import decimal_text
from chiso.report.numbers import number
from chiso.web.bridge.sheet import question_of, sheet
from chiso.web.bridge.values import shown
from chiso.web.models import Answer, Submission

SUMMED = ("count", "money", "number")
"""The types whose sum is the whole unit's answer; a share of a sum is no sum of shares."""


@dataclass(frozen=True)
class Piece:
    """What one subordinate unit answered; value: as a reader writes it, empty where it has not."""

    code: str
    name: str
    value: str
    state: str


@dataclass(frozen=True)
class Sum:
    """One question over the subordinate units.

    total: canonical, empty where nobody answered; answered, units: k and N; own: the unit's own answer as it stands;
    version: of that answer, 0 where there is none.
    """

    question: str
    name: str
    unit: str
    total: str
    total_shown: str
    answered: int
    units: int
    own: str
    own_shown: str
    version: int
    pieces: tuple[Piece, ...]

    @property
    def same(self) -> bool:
        """Whether the unit's own answer is the sum already."""
        return self.total == self.own


def sums(submission: Submission) -> list[Sum]:
    """The questions that can be summed up, in the order of the form; nothing where nobody answers for the unit."""
    participant = submission.participant
    feeders = list(participant.feeders.select_related("unit", "submission"))
    if not feeders:
        return []
    values: dict[str, dict[int, str]] = {}
    found = Answer.objects.filter(submission__participant__in=feeders, case="").exclude(value="")
    for asked, owner, value in found.values_list("question", "submission__participant_id", "value"):
        values.setdefault(asked, {})[owner] = value
    own = {each.question: each for each in submission.answers.filter(case="")}
    told = []
    for section in sheet(participant.cycle, participant.block):
        for field in section.fields:
            question = question_of(participant.cycle, participant.block, field.id)
            if question is not None and not field.per and field.type in SUMMED:
                mine = values.get(field.id, {})
                pieces = tuple(
                    Piece(each.unit.code, each.name, shown(question, mine.get(each.pk, "")), each.submission.state)
                    for each in feeders
                )
                total = _total(question, mine)
                answer = own.get(field.id)
                value = answer.value if answer is not None else ""
                told.append(
                    Sum(
                        field.id, field.name, field.unit, total, number(total) if total else "", len(mine),
                        len(feeders), value, shown(question, value), answer.version if answer else 0, pieces,
                    )
                )  # fmt: skip
    return told


def _total(question: Question, values: Mapping[int, str]) -> str:
    """The exact sum of what is answered; what does not apply adds nothing."""
    total, any_number = fmpq(0), False
    for text in values.values():
        try:
            value = parse_value(question, text)
        except Refused:
            continue
        if value.state == PRESENT:
            total, any_number = total + value.exact, True
    return decimal_text(total) if any_number else ""
