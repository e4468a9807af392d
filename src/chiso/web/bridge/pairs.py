"""Parts and wholes of a form, as verdicts would leave them."""

from __future__ import annotations

from dataclasses import dataclass

from chiso.language import chosen
from chiso.web.bridge.framework import framework_of
from chiso.web.bridge.sheet import questions_of
from chiso.web.bridge.stages import Decided, effective, exceeds, said
from chiso.web.bridge.workbook import worded
from chiso.web.models import Submission


@dataclass(frozen=True)
class Exceeding:
    """A part that would be more than its whole: names and values in words; other: the one that stands beside."""

    part: str
    value: str
    whole: str
    limit: str
    other: str


def exceeding(
    submission: Submission, question: str, case: str, kind: str, value: str, round: int
) -> Exceeding | None:  # fmt: skip
    """The part that a verdict on one answer would make greater than its whole; None where it makes none."""
    participant = submission.participant
    framework = framework_of(participant.cycle)
    questions = questions_of(participant.cycle, participant.block)
    pairs = [
        (each.id, each.at_most) for each in questions.values() if each.at_most and question in (each.id, each.at_most)
    ]
    if not pairs:
        return None
    values = effective(submission, round)
    own = submission.answers.filter(question=question, case=case).values_list("value", flat=True).first() or ""
    proposed = said(participant.cycle, round, submission).proposed.get((submission.pk, question, case), "")
    values[question, case] = Decided(round, kind, value, "").settled(own, proposed)
    for part, whole in pairs:
        mine, limit = values.get((part, case), ""), values.get((whole, case), "")
        if mine and limit and exceeds(framework, part, mine, limit):
            names = {id: questions[id].name.of(chosen()) if id in questions else id for id in (part, whole)}
            shown = {id: worded(framework.asked[id], text) for id, text in ((part, mine), (whole, limit))}
            return Exceeding(
                names[part], shown[part], names[whole], shown[whole], names[whole if part == question else part]
            )
    return None
