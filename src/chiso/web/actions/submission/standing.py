"""Whether a form may be changed now, in words."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from chiso.web.actions.refusal import Refused
from chiso.web.actions.submission.writing import writable
from chiso.web.bridge.confirming import SECOND, confirmed
from chiso.web.models import Phase, Submission
from chiso.web.models.submission import State


def refusal(submission: Submission, at: datetime | None = None) -> str:
    """Why a form may not be changed now and what to do, empty where it may."""
    try:
        writable(submission, at or timezone.now())
    except Refused as refused:
        return refused.text
    return ""


def confirmable(submission: Submission) -> int | None:
    """Which confirmation the unit may give now: 1 after collecting, 2 before settling; None where none is due."""
    phase = submission.participant.cycle.phase
    which = 1 if phase in (Phase.COLLECTING, Phase.VERIFYING) else 2 if phase == Phase.VERIFYING_AGAIN else None
    if which is None or submission.state != State.CLOSED:
        return None
    if which == SECOND:
        return None if confirmed(submission) else which
    return None if submission.confirmations.filter(which=which).exists() else which
