"""Saving an answer as it is typed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from chiso.web.actions.history import done, record
from chiso.web.actions.refusal import Refused
from chiso.web.actions.submission.counting import count
from chiso.web.actions.submission.writing import chain_of, fresh, writable
from chiso.web.bridge.sheet import question_of
from chiso.web.bridge.values import canonical
from chiso.web.models import Answer, Person, Submission
from chiso.web.models.submission import State

LONGEST = 20_000
"""Characters of an answer or a note."""
TOUCHED = ("state", "opened_at", "changed_at", "revision", "asked", "answered", "errors", "sections")
"""What a change of an answer changes of the form."""


@dataclass(frozen=True)
class Given:
    """What is said to a question: a canonical value, a note (why it does not apply), a reply to a warning.

    version: of the answer that was on the screen, 0 where there was none.
    """

    question: str
    case: str
    value: str
    note: str = ""
    reply: str = ""
    version: int = 0

    @property
    def subject(self) -> str:
        """What an entry of history calls it."""
        return f"answer/{self.question}" + (f"/{self.case}" if self.case else "")


@dataclass(frozen=True)
class Saved:
    """The answer as it stands now; theirs: that somebody else changed it first, and nothing was written."""

    answer: Answer | None
    theirs: bool = False


@transaction.atomic
def save(submission: Submission, given: Given, *, by: Person, key: str = "", at: datetime | None = None) -> Saved:
    """The answer saved; or, where it was changed since it was read, the other's answer, and nothing written.

    key: of the request; one that arrives again changes nothing. Refused where the form may not be changed now, or the
    question is not asked of this unit; ValueError where the value is not canonical.
    """
    now = at or timezone.now()
    chain = chain_of(submission.participant)
    submission = fresh(submission)
    answer = submission.answers.filter(question=given.question, case=given.case).order_by().first()
    if done(chain, key):
        return Saved(answer)
    writable(submission, now)
    value = checked(submission, given)
    if answer is not None and (answer.value, answer.note, answer.reply) == (value, given.note, given.reply):
        return Saved(answer)
    if (answer.version if answer is not None else 0) != given.version:
        return Saved(answer, theirs=True)
    before = answer.value if answer is not None else ""
    answer = written(submission, answer, given, value, by=by, at=now)
    what = {"before": before, "value": value, "note": given.note, "reply": given.reply, "version": answer.version}
    record(chain, "save", by=by, subject=given.subject, what=what, at=now, key=key)
    touch(submission, now)
    return Saved(answer)


def written(
    submission: Submission, answer: Answer | None, given: Given, value: str, *, by: Person, at: datetime
) -> Answer:
    """The answer with what was given, a version on; in the transaction of whoever calls."""
    answer = answer or Answer(submission=submission, question=given.question, case=given.case, version=0)
    answer.value, answer.note, answer.reply = value, given.note, given.reply
    answer.version, answer.by, answer.at = answer.version + 1, by, at
    answer.save()
    return answer


def touch(submission: Submission, now: datetime) -> None:
    """Notes that answers changed: the time, the counts, and that the form is no longer unopened."""
    submission.state = State.OPEN
    submission.opened_at = submission.opened_at or now
    submission.changed_at = now
    submission.revision += 1
    count(submission)
    submission.save(update_fields=TOUCHED)


def checked(submission: Submission, given: Given) -> str:
    """The canonical value of what was given, where this form asks it; Refused or ValueError as in `save`."""
    participant = submission.participant
    question = question_of(participant.cycle, participant.block, given.question)
    if question is None or bool(given.case) != (question.per is not None):
        raise Refused("question", _("This form has no such question."))
    if max(len(given.value), len(given.note), len(given.reply)) > LONGEST or len(given.case) > 200:
        raise Refused("long", _("This text is too long."))
    return canonical(question, given.value)
