"""The counts that stand with a submission, so that a board over all units needs no form."""

from __future__ import annotations

from chiso.web.bridge.progress import progress
from chiso.web.models import Submission


def count(submission: Submission) -> None:
    """Puts the counts of questions, answers and errors into a submission, without saving it."""
    whole = progress(submission)[""]
    submission.asked, submission.answered, submission.errors = whole.asked, whole.answered, whole.errors
