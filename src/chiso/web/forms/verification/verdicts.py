"""What a unit sees of verification: the verdicts that its phase shows, and what it is asked to explain."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from chiso.language import chosen
from chiso.web.bridge.calendar import explained_by
from chiso.web.bridge.sheet import question_of, sheet
from chiso.web.bridge.values import shown as shown_value
from chiso.web.bridge.workbook import worded
from chiso.web.forms.submission.laying import beside, row
from chiso.web.forms.submission.rows import Row, key_of
from chiso.web.forms.submission.typed import typed
from chiso.web.forms.verification.posted import canonical
from chiso.web.models import Explanation, Phase, Remark, Submission, Verdict
from chiso.web.models.phases import SHOWN_ROUNDS


@dataclass(frozen=True)
class Line:
    """One answer that something was said of; own and value in words; badge: the class of its state."""

    name: str
    own: str
    verdict: Verdict | None
    value: str
    badge: str
    explanation: Explanation | None
    until: datetime | None


@dataclass(frozen=True)
class Asked:
    """One answer that is to be explained; value: the canonical one that was posted; refused: why it is none."""

    row: Row
    proposing: Row
    proposed: str
    until: datetime | None
    remarks: tuple[Remark, ...]
    verdict: Verdict | None
    text: str = ""
    proposes: bool = False
    value: str = ""
    refused: str = ""


BADGES = {"agree": "state-good", "correct": "state-warn", "ask": "state-on"}


def shown(submission: Submission) -> int:
    """Up to which round the unit sees verdicts now, 0 for none."""
    return SHOWN_ROUNDS.get(Phase(submission.participant.cycle.phase), 0)


def told(submission: Submission) -> list[Line]:
    """What was said of each answer, those first that are to be explained."""
    rounds = shown(submission)
    if not rounds:
        return []
    given = submission.verdicts.filter(double=False, round__lte=rounds).order_by("round", "pk")
    last = {(each.question, each.case): each for each in given}
    asked_of = {(each.question, each.case): each for each in submission.explanations.select_related(
        "submission__participant__cycle")}  # fmt: skip
    own = {(each.question, each.case): each.value for each in submission.answers.all()}
    participant = submission.participant
    order = [each.id for part in sheet(participant.cycle, participant.block) for each in part.fields]
    keys = [key for key in {**last, **asked_of} if key[0] in order]
    lines = [_line(submission, key, last.get(key), asked_of.get(key), own.get(key, ""))
             for key in sorted(keys, key=lambda key: (order.index(key[0]), key[1]))]  # fmt: skip
    return sorted(lines, key=lambda line: line.explanation is None or line.explanation.answered_at is not None)


def _line(
    submission: Submission, key: tuple[str, str], verdict: Verdict | None, explanation: Explanation | None, own: str
) -> Line:  # fmt: skip
    participant = submission.participant
    question = question_of(participant.cycle, participant.block, key[0])
    assert question is not None
    name = question.name.of(chosen())
    return Line(
        f"{name} ({key[1]})" if key[1] else name, worded(question, own), verdict,
        worded(question, verdict.value) if verdict is not None else "",
        BADGES[verdict.kind] if verdict is not None else "", explanation,
        explained_by(explanation) if explanation is not None else None,
    )  # fmt: skip


def asked(explanation: Explanation, posted: Mapping[str, str] | None = None) -> Asked:
    """An explanation as its page shows it; with what was posted, read."""
    submission, id, case = explanation.submission, explanation.question, explanation.case
    participant = submission.participant
    question = question_of(participant.cycle, participant.block, id)
    assert question is not None
    field = next(each for part in sheet(participant.cycle, participant.block) for each in part.fields if each.id == id)
    own = row(submission, field, case, beside(submission))
    proposing = replace(own, remarks=())
    if explanation.value:
        proposing = replace(proposing, text=shown_value(question, explanation.value))
    verdicts = submission.verdicts.filter(question=id, case=case, double=False, round__lte=shown(submission))
    found = Asked(
        own, proposing, worded(question, explanation.value), explained_by(explanation),
        tuple(submission.remarks.filter(question=id, case=case, inside=False).select_related("by")),
        verdicts.order_by("round", "pk").last(), explanation.text, bool(explanation.value),
    )  # fmt: skip
    return found if posted is None else _posted(submission, found, posted)


def _posted(submission: Submission, found: Asked, posted: Mapping[str, str]) -> Asked:
    """What was posted; a value only where the unit says that it proposes one."""
    written = typed(posted, found.row.field.id, found.row.case, key_of(found.row.field.id, found.row.case))
    text, proposes = posted.get("text", ""), posted.get("proposes") == "1"
    if not proposes:
        return replace(found, text=text, proposes=False)
    value, refused = canonical(submission, written, text or "-")
    return replace(
        found, text=text, proposes=True, value=value, refused=refused, proposing=written.over(found.proposing, refused)
    )
