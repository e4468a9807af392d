"""Noting that a unit has seen its form."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from chiso.web.actions.history import record
from chiso.web.actions.submission.writing import chain_of, fresh
from chiso.web.models import Person, Phase, Submission
from chiso.web.models.submission import State


def visit(submission: Submission, *, by: Person, at: datetime | None = None) -> None:
    """Notes the first time that somebody of the unit looks at its form while the cycle collects."""
    if submission.opened_at is None and submission.participant.cycle.phase == Phase.COLLECTING:
        _first(submission, by=by, now=at or timezone.now())


@transaction.atomic
def _first(submission: Submission, *, by: Person, now: datetime) -> None:
    chain = chain_of(submission.participant)
    found = fresh(submission)
    if found.opened_at is not None or found.state != State.UNOPENED:
        return
    found.state, found.opened_at = State.OPEN, now
    found.save(update_fields=("state", "opened_at"))
    record(chain, "open", by=by, at=now)
    submission.state, submission.opened_at = found.state, found.opened_at
