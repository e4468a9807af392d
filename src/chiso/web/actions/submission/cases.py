"""Adding, renaming and removing a case that questions repeat over, as one online service."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from chiso.web.actions.history import record
from chiso.web.actions.refusal import Refused
from chiso.web.actions.submission.saving import touch
from chiso.web.actions.submission.writing import chain_of, fresh, writable
from chiso.web.bridge.sheet import sheet
from chiso.web.models import Answer, Person, Submission, Support

LONGEST = 200
MOST = 2000
"""Cases of one kind in one form."""


@transaction.atomic
def add_case(submission: Submission, per: str, case: str, *, by: Person, at: datetime | None = None) -> str:
    """The name of a case that was added, with all its questions unanswered; Refused where there is one like it."""
    now = at or timezone.now()
    chain = chain_of(submission.participant)
    submission = fresh(submission)
    writable(submission, now)
    ids, name = _questions(submission, per), _named(case)
    _free(submission, ids, name)
    if submission.answers.filter(question__in=ids).values("case").distinct().count() >= MOST:
        raise Refused("many", _("This form has as many of these as it may have."))
    Answer.objects.create(submission=submission, question=ids[0], case=name, by=by, at=now)
    record(chain, "add_case", by=by, subject=f"case/{per}/{name}", at=now)
    touch(submission, now)
    return name


@transaction.atomic
def rename_case(
    submission: Submission, per: str, case: str, to: str, *, by: Person, at: datetime | None = None
) -> str:  # fmt: skip
    """The new name of a case, its answers and evidence with it."""
    now = at or timezone.now()
    chain = chain_of(submission.participant)
    submission = fresh(submission)
    writable(submission, now)
    ids, name = _questions(submission, per), _named(to)
    if name == case:
        return name
    answers = list(submission.answers.filter(question__in=ids, case=case))
    if not answers:
        raise Refused("case", _("The form has no such entry any more."))
    _free(submission, ids, name)
    for answer in answers:
        answer.case, answer.version, answer.by, answer.at = name, answer.version + 1, by, now
        answer.save()
    Support.objects.filter(evidence__submission=submission, question__in=ids, case=case).update(case=name)
    record(chain, "rename_case", by=by, subject=f"case/{per}/{case}", what={"to": name}, at=now)
    touch(submission, now)
    return name


@transaction.atomic
def remove_case(submission: Submission, per: str, case: str, *, by: Person, at: datetime | None = None) -> None:
    """Takes a case out with its answers, which history keeps."""
    now = at or timezone.now()
    chain = chain_of(submission.participant)
    submission = fresh(submission)
    writable(submission, now)
    ids = _questions(submission, per)
    answers = submission.answers.filter(question__in=ids, case=case)
    before = {each.question: {"value": each.value, "note": each.note} for each in answers}
    if not before:
        return
    answers.delete()
    record(chain, "remove_case", by=by, subject=f"case/{per}/{case}", what={"before": before}, at=now)
    touch(submission, now)


def _questions(submission: Submission, per: str) -> list[str]:
    """The questions that repeat over this kind of case, in the order of the form."""
    participant = submission.participant
    found = [each.id for part in sheet(participant.cycle, participant.block) for each in part.fields if each.per == per]
    if not per or not found:
        raise Refused("case", _("This form has no such list."))
    return found


def _named(case: str) -> str:
    """The name of a case on one line, without control characters."""
    name = " ".join("".join(letter if letter.isprintable() else " " for letter in case).split())
    if not name:
        raise Refused("name", _("Give it a name."))
    if len(name) > LONGEST:
        raise Refused("long", _("This text is too long."))
    return name


def _free(submission: Submission, ids: list[str], name: str) -> None:
    there = submission.answers.filter(question__in=ids).values_list("case", flat=True)
    if name.casefold() in {each.casefold() for each in there}:
        raise Refused("twice", _("There is an entry of this name already."))
