"""The counts that stand with a submission, so that a board over all units needs no form."""

from __future__ import annotations

from chiso.web.bridge.progress import Progress, progress, unanswered
from chiso.web.models import Cycle, Submission


def count(submission: Submission) -> None:
    """Puts the counts of questions, answers and errors into a submission, without saving it."""
    _put(submission, progress(submission))


def count_empty(submission: Submission, cycle: Cycle, block: str) -> None:
    """The same for a form that nobody has opened."""
    _put(submission, unanswered(cycle, block))


def _put(submission: Submission, found: dict[str, Progress]) -> None:
    whole = found[""]
    submission.asked, submission.answered, submission.errors = whole.asked, whole.answered, whole.errors
    submission.sections = {code: [part.asked, part.answered, part.errors] for code, part in found.items() if code}
