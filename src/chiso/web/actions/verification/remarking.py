"""A word in the discussion of an answer."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from chiso.web.actions.history import done, record
from chiso.web.actions.refusal import Refused
from chiso.web.actions.submission.saving import LONGEST, Given, checked
from chiso.web.actions.submission.writing import chain_of, fresh, own_unit
from chiso.web.bridge.scope import FIRST, scope
from chiso.web.models import Person, Phase, Remark, Submission
from chiso.web.models.phases import ROUND, SHOWN_ROUNDS


@transaction.atomic
def remark(
    submission: Submission, question: str, case: str, text: str, *, by: Person, inside: bool = False, key: str = "",
    at: datetime | None = None,
) -> Remark | None:  # fmt: skip
    """The word said, by a verifier of the answer or by the unit; None where this request was carried out already.

    inside: among verifiers; what a unit says is never inside. A blind second verifier discusses nothing.
    """
    now = at or timezone.now()
    chain = chain_of(submission.participant)
    submission = fresh(submission)
    if done(chain, key):
        return None
    _allowed(submission, question, by)
    checked(submission, Given(question, case, ""))
    if not text.strip():
        raise Refused("text", _("Write something."))
    if len(text) > LONGEST:
        raise Refused("long", _("This text is too long."))
    kept = Remark.objects.create(
        submission=submission, question=question, case=case, text=text.strip(),
        inside=inside and not own_unit(submission, by), by=by, at=now,
    )  # fmt: skip
    subject = f"remark/{question}" + (f"/{case}" if case else "")
    record(chain, "remark", by=by, subject=subject, what={"text": kept.text, "inside": kept.inside}, at=now, key=key)
    return kept


def _allowed(submission: Submission, question: str, by: Person) -> None:
    phase = Phase(submission.participant.cycle.phase)
    if own_unit(submission, by):
        if phase not in SHOWN_ROUNDS or phase not in ROUND:
            raise Refused("phase", _("Answers are not discussed now."))
        return
    if phase not in ROUND:
        raise Refused("phase", _("Answers are not discussed now."))
    if scope(by, submission.participant.cycle).mode(submission.pk, question) != FIRST:
        raise Refused("unassigned", _("This answer is not assigned to you. Ask the organiser."))
