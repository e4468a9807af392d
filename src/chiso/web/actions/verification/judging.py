"""A verdict on an answer: agreed, corrected with a reason, or an explanation asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from chiso.web.actions.history import done, record
from chiso.web.actions.refusal import Refused
from chiso.web.actions.submission.saving import LONGEST, Given, checked
from chiso.web.actions.submission.writing import chain_of, fresh, own_unit
from chiso.web.actions.verification.fitting import fitting
from chiso.web.actions.verification.weighing import count_state
from chiso.web.bridge.calendar import explained_by, window_end
from chiso.web.bridge.scope import DOUBLE, scope
from chiso.web.models import Answer, Explanation, Person, Phase, Risk, Submission, Verdict
from chiso.web.models.phases import ROUND

Kind = Verdict.Kind
STATES = {Kind.AGREE: Risk.State.AGREED, Kind.CORRECT: Risk.State.CORRECTED, Kind.ASK: Risk.State.ASKED}


@dataclass(frozen=True)
class Ruling:
    """What a verifier says of an answer.

    value: canonical, of a correction; version, seen: the answer and the last verdict (its number, 0 for none) that were
    on the screen.
    """

    question: str
    case: str
    kind: str
    value: str = ""
    reason: str = ""
    version: int = 0
    seen: int = 0

    @property
    def subject(self) -> str:
        """What an entry of history calls it."""
        return f"verdict/{self.question}" + (f"/{self.case}" if self.case else "")


@dataclass(frozen=True)
class Judged:
    """The verdict given; or what came between, and nothing was written: the answer changed, or another's verdict."""

    verdict: Verdict | None
    changed: bool = False
    theirs: bool = False


@transaction.atomic
def judge(submission: Submission, ruling: Ruling, *, by: Person, key: str = "", at: datetime | None = None) -> Judged:
    """The verdict given, where nothing changed since the screen was drawn; key: of the request, done once.

    Refused where the phase, the assignment or the unit does not allow it, a reason or a value is missing, or a part
    would exceed its whole; ValueError where the value is not canonical.
    """
    now = at or timezone.now()
    chain = chain_of(submission.participant)
    submission = fresh(submission)
    double = judging(submission, ruling.question, by)
    last = latest(submission, ruling.question, ruling.case, by if double else None)
    if done(chain, key):
        return Judged(last)
    answer = submission.answers.filter(question=ruling.question, case=ruling.case).first()
    if (answer.version if answer is not None else 0) != ruling.version:
        return Judged(last, changed=True)
    if (last.pk if last is not None else 0) != ruling.seen:
        return Judged(last, theirs=True)
    value = _said(submission, ruling, answer, double)
    round = ROUND[Phase(submission.participant.cycle.phase)]
    if not double:
        _explainable(submission, ruling, now)
        fitting(submission, ruling.question, ruling.case, ruling.kind, value, round)
    verdict = Verdict.objects.create(
        submission=submission, question=ruling.question, case=ruling.case, round=round, kind=ruling.kind, value=value,
        reason=ruling.reason.strip(), version=ruling.version, double=double, by=by, at=now,
    )  # fmt: skip
    what = {"kind": ruling.kind, "before": answer.value if answer is not None else "", "value": value,
            "reason": verdict.reason, "version": verdict.version, "round": round, "double": double}  # fmt: skip
    record(chain, "verdict", by=by, subject=ruling.subject, what=what, at=now, key=key)
    if not double:
        if ruling.kind == Kind.ASK:
            _ask(submission, ruling, by, now)
        count_state(submission, ruling.question, ruling.case, STATES[Kind(ruling.kind)], ruling.version)
    return Judged(verdict)


def judging(submission: Submission, question: str, by: Person) -> bool:
    """Whether a person's verdict on an answer would be the blind second one; Refused where they may give none now."""
    participant = submission.participant
    if own_unit(submission, by):
        raise Refused("own", _("Nobody verifies the answers of their own unit."))
    if Phase(participant.cycle.phase) not in ROUND:
        raise Refused("phase", _("Answers are not verified now. A later correction is a new run by the organiser."))
    mode = scope(by, participant.cycle).mode(submission.pk, question)
    if not mode:
        raise Refused("unassigned", _("This answer is not assigned to you. Ask the organiser."))
    return mode == DOUBLE


def latest(submission: Submission, question: str, case: str, second: Person | None = None) -> Verdict | None:
    """The verdict on an answer that counts now; with a person the last blind second one that they gave."""
    given = submission.verdicts.filter(question=question, case=case, double=second is not None).select_related("by")
    return (given.filter(by=second) if second is not None else given).order_by("round", "pk").last()


def _said(submission: Submission, ruling: Ruling, answer: Answer | None, double: bool) -> str:
    """The canonical value of a correction, empty for another verdict; Refused where something is missing."""
    if ruling.kind not in Kind.values or (double and ruling.kind == Kind.ASK):
        raise Refused("kind", _("Choose one: agree, or correct the answer."))
    given = Given(ruling.question, ruling.case, ruling.value if ruling.kind == Kind.CORRECT else "")
    value = checked(submission, given)
    if len(ruling.reason) > LONGEST:
        raise Refused("long", _("This text is too long."))
    if ruling.kind == Kind.AGREE:
        if answer is None or not answer.value:
            raise Refused("empty", _("There is no answer to agree with. Correct it, or ask for an explanation."))
        return ""
    if not ruling.reason.strip():
        raise Refused("reason", _("Give the reason: the unit reads it."))
    if ruling.kind == Kind.CORRECT and not value:
        raise Refused("value", _("Write the answer as it should be."))
    if ruling.kind == Kind.CORRECT and not double and answer is not None and value == answer.value:
        raise Refused("same", _("This is the unit's own answer. Agree with it instead."))
    return value


def _explainable(submission: Submission, ruling: Ruling, now: datetime) -> None:
    """Returns unless an answer would be corrected while its unit still has time to explain it."""
    asked = submission.explanations.filter(question=ruling.question, case=ruling.case, answered_at=None).first()
    if asked is None or submission.participant.cycle.phase != Phase.EXPLAINING or ruling.kind != Kind.CORRECT:
        return
    end = explained_by(asked)
    if end is None or now < end:
        raise Refused("explaining", _("The unit still has time to explain this answer. Wait for it, or agree."))


def _ask(submission: Submission, ruling: Ruling, by: Person, now: datetime) -> None:
    """The question to the unit, with the deadline of explaining; asked again, it is open again."""
    until = window_end(submission.participant.cycle_id, Phase.EXPLAINING)
    Explanation.objects.update_or_create(
        submission=submission, question=ruling.question, case=ruling.case,
        defaults={"why": ruling.reason.strip(), "asked_by": by, "asked_at": now, "until": until, "answered_at": None,
                  "answered_by": None},
    )  # fmt: skip
