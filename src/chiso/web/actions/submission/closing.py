"""Closing a form, opening it again, and confirming its answers."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from chiso.bundle.digests import digest
from chiso.web.actions.history import record
from chiso.web.actions.refusal import Refused
from chiso.web.actions.submission.counting import count
from chiso.web.actions.submission.writing import chain_of, fresh, writable
from chiso.web.bridge.calendar import is_open
from chiso.web.bridge.confirming import SECOND, counted_digest
from chiso.web.bridge.frozen import frozen
from chiso.web.models import Closing, Confirmation, Evidence, Person, Phase, Submission
from chiso.web.models.submission import State


@transaction.atomic
def close(
    submission: Submission, *, by: Person, signed: Evidence | None = None, revision: int | None = None,
    at: datetime | None = None,
) -> Closing:  # fmt: skip
    """The closing of a form by its leader; Refused where errors are left, or it may not be changed now.

    revision: that of the form which the leader saw; Refused where it changed since.
    """
    now = at or timezone.now()
    chain = chain_of(submission.participant)
    submission = fresh(submission)
    writable(submission, now)
    count(submission)
    if submission.errors:
        raise Refused("errors", _("The form has errors. Mend them, then close it."))
    if revision is not None and revision != submission.revision:
        raise Refused("changed", _("Somebody changed an answer while you looked. Read the form again, then close it."))
    closing = _closed(submission, by=by, signed=signed, now=now)
    what = {"digest": closing.digest, "number": closing.number, "signed": signed.digest if signed else ""}
    record(chain, "close", by=by, what=what, at=now)
    return closing


@transaction.atomic
def close_late(submission: Submission, *, at: datetime | None = None) -> Closing | None:
    """The closing of a form whose deadline has passed, as it stands; None where there is nothing to close."""
    now = at or timezone.now()
    chain = chain_of(submission.participant)
    submission = fresh(submission)
    if submission.state == State.CLOSED or is_open(submission.participant, Phase.COLLECTING, now):
        return None
    count(submission)
    submission.late = True
    closing = _closed(submission, by=None, signed=None, now=now)
    record(chain, "close_late", by=None, what={"digest": closing.digest, "number": closing.number}, at=now)
    return closing


def _closed(submission: Submission, *, by: Person | None, signed: Evidence | None, now: datetime) -> Closing:
    text = frozen(submission)
    submission.state, submission.closed_at = State.CLOSED, now
    submission.save()
    number = submission.closings.count() + 1
    return Closing.objects.create(
        submission=submission, number=number, by=by, at=now, digest=digest(text.encode()), answers=text, signed=signed
    )


@transaction.atomic
def reopen(submission: Submission, *, by: Person, reason: str, until: datetime, at: datetime | None = None) -> None:
    """Opens a closed form again until a moment of its own."""
    now = at or timezone.now()
    if not reason.strip():
        raise Refused("reason", _("Say why the form is opened again."))
    if until <= now:
        raise Refused("past", _("The new deadline must lie ahead."))
    chain = chain_of(submission.participant)
    submission = fresh(submission)
    if submission.state != State.CLOSED:
        raise Refused("open", _("The form is not closed."))
    submission.state, submission.closed_at, submission.late = State.OPEN, None, False
    submission.reopened += 1
    submission.save()
    submission.participant.until = until
    submission.participant.save(update_fields=("until",))
    submission.confirmations.all().delete()
    record(chain, "reopen", by=by, what={"reason": reason.strip(), "until": until.isoformat()}, at=now)


@transaction.atomic
def confirm(submission: Submission, which: int, *, by: Person, at: datetime | None = None) -> Confirmation:
    """That the unit stands by its answers as they count now; a second click changes nothing.

    which: 2 covers what verdicts and grants made of the answers, and is given anew where those changed since.
    """
    now = at or timezone.now()
    chain = chain_of(submission.participant)
    submission = fresh(submission)
    if submission.state != State.CLOSED:
        raise Refused("open", _("Close the form before you confirm its answers."))
    told = counted_digest(submission) if which == SECOND else digest(frozen(submission).encode())
    if which == SECOND:
        submission.confirmations.filter(which=SECOND).exclude(digest=told).delete()
    confirmation, made = Confirmation.objects.get_or_create(
        submission=submission, which=which, defaults={"by": by, "at": now, "digest": told}
    )
    if made:
        record(chain, "confirm", by=by, what={"which": which, "digest": told}, at=now)
    return confirmation
