"""What a unit says when a verifier asks it to explain an answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from chiso.web.actions.history import done, record
from chiso.web.actions.refusal import Refused
from chiso.web.actions.submission.files import Kept
from chiso.web.actions.submission.saving import LONGEST, Given, checked
from chiso.web.actions.submission.writing import chain_of, fresh, own_unit
from chiso.web.bridge.calendar import explained_by
from chiso.web.models import Evidence, Explanation, Person, Phase, Risk, Support


@transaction.atomic
def explain(
    explanation: Explanation, text: str, *, by: Person, value: str = "", files: Sequence[Kept] = (), key: str = "",
    at: datetime | None = None,
) -> Explanation:  # fmt: skip
    """The explanation given; it may be changed until its deadline, or until a verifier has judged it.

    value: canonical, where the unit proposes another answer; files: kept, and added to the form as evidence for the
    question. It counts while now < the deadline. Refused where it may not be given now; ValueError as in `save`.
    """
    now = at or timezone.now()
    chain = chain_of(explanation.submission.participant)
    submission = fresh(explanation.submission)
    explanation = Explanation.objects.select_related("submission__participant__cycle").get(pk=explanation.pk)
    if done(chain, key):
        return explanation
    if not own_unit(submission, by):
        raise Refused("other", _("Only the unit itself explains its answers."))
    open_now(explanation, now)
    if not text.strip():
        raise Refused("text", _("Write the explanation."))
    if len(text) > LONGEST:
        raise Refused("long", _("This text is too long."))
    proposed = checked(submission, Given(explanation.question, explanation.case, value))
    own = submission.answers.filter(question=explanation.question, case=explanation.case).first()
    explanation.text, explanation.value = text.strip(), "" if own is not None and own.value == proposed else proposed
    explanation.answered_by, explanation.answered_at = by, now
    explanation.save()
    added = [_added(explanation, file, by, now) for file in files]
    what = {"text": explanation.text, "value": explanation.value, "evidence": [each.digest for each in added]}
    record(chain, "explain", by=by, subject=subject(explanation), what=what, at=now, key=key)
    Risk.objects.filter(
        submission=submission, question=explanation.question, case=explanation.case
    ).update(state=Risk.State.EXPLAINED)  # fmt: skip
    return explanation


def open_now(explanation: Explanation, now: datetime) -> None:
    """Returns where an explanation may be written now; Refused where it may not."""
    submission = explanation.submission
    if submission.participant.cycle.phase != Phase.EXPLAINING:
        raise Refused("phase", _("Explanations are not taken now."))
    end = explained_by(explanation)
    if end is not None and now >= end:
        raise Refused("late", _("The deadline for this explanation has passed. Ask the organiser for an extension."))
    since = explanation.answered_at or explanation.asked_at
    judged = submission.verdicts.filter(
        question=explanation.question, case=explanation.case, double=False, round=2, at__gt=since
    )
    if judged.exists():
        raise Refused("judged", _("A verifier has judged this answer since. It can no longer be explained."))


def refusal(explanation: Explanation, at: datetime | None = None) -> str:
    """Why an explanation may not be written now, empty where it may."""
    try:
        open_now(explanation, at or timezone.now())
    except Refused as refused:
        return refused.text
    return ""


def subject(explanation: Explanation) -> str:
    """What an entry of history calls it."""
    return f"explanation/{explanation.question}" + (f"/{explanation.case}" if explanation.case else "")


def _added(explanation: Explanation, file: Kept, by: Person, now: datetime) -> Evidence:
    """A file as evidence of the form, for the question and for the explanation; the same file is there once."""
    submission = explanation.submission
    piece = submission.evidence.filter(digest=file.digest, removed_at=None).first()
    if piece is None:
        piece = Evidence.objects.create(
            submission=submission, kind=Evidence.Kind.FILE, title=file.name, digest=file.digest, size=file.size,
            media=file.media, file_name=file.name, by=by, at=now,
        )  # fmt: skip
    Support.objects.get_or_create(evidence=piece, question=explanation.question, case=explanation.case)
    explanation.evidence.add(piece)
    return piece
