"""What a unit sees of its own result: the answers that count with what was changed in them, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from chiso.language import chosen
from chiso.report.numbers import number
from chiso.web.bridge.framework import framework_of
from chiso.web.bridge.results import Line, reasons, words
from chiso.web.bridge.sheet import question_of, sheet
from chiso.web.bridge.stages import effective, said
from chiso.web.bridge.workbook import worded
from chiso.web.models import Grant, Phase, Run, Settlement, Submission

SHOWN = (Phase.SETTLED, Phase.SUBMITTED, Phase.APPROVED, Phase.PUBLISHED)
"""The phases in which a unit sees its result."""


@dataclass(frozen=True)
class Counted:
    """An answer as it counts; own: what the unit answered, reason: why it was changed, where it was."""

    name: str
    case: str
    own: str
    value: str
    reason: str

    @property
    def changed(self) -> bool:
        """Whether it is not what the unit answered."""
        return self.own != self.value


def counted(submission: Submission) -> list[Counted]:
    """The answers of a unit as they count now, in the order of the form, then what was granted."""
    return [*_answers(submission), *_granted(submission)]


def _answers(submission: Submission) -> Iterator[Counted]:
    participant = submission.participant
    cycle, block = participant.cycle, participant.block
    values, told = effective(submission, 2), said(cycle, 2, submission)
    own = {(q, c): v for q, c, v in submission.answers.values_list("question", "case", "value")}
    for section in sheet(cycle, block):
        for field in section.fields:
            question = question_of(cycle, block, field.id)
            for key in sorted(each for each in values if each[0] == field.id):
                decided = told.decided.get((submission.pk, *key))
                texts = [
                    worded(question, v) if question is not None and v else v for v in (own.get(key, ""), values[key])
                ]
                if any(texts):
                    yield Counted(field.name, key[1], texts[0], texts[1], decided.reason if decided else "")


def _granted(submission: Submission) -> Iterator[Counted]:
    framework = framework_of(submission.participant.cycle)
    for grant in Grant.objects.filter(participant=submission.participant).exclude(points=""):
        yield Counted(framework.nodes[grant.criterion].name.of(chosen()), "", "", number(grant.points), grant.reason)


@dataclass(frozen=True)
class Shown:
    """The settled result of a unit: where it stands in each ranking, and every number with its reason."""

    settlement: Settlement
    run: Run
    standings: list[tuple[str, Any, str, str, str]]
    lines: list[Line]


def shown(submission: Submission) -> Shown | None:
    """The result of a unit, once it is settled; None before."""
    cycle = submission.participant.cycle
    if cycle.phase not in SHOWN:
        return None
    found = Settlement.objects.select_related("run__cycle").filter(run__cycle=cycle).order_by("-at").first()
    if found is None:
        return None
    framework = framework_of(cycle)
    places = found.run.places.select_related("participant").filter(participant=submission.participant)
    told = [(framework.nodes[each.criterion].name.of(chosen()), each.rank, *words(found.run, each)) for each in places]
    return Shown(found, found.run, told, reasons(found.run, submission.participant.unit.code))
