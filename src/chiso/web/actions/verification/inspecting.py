"""The record of a check on site, and its signed minutes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from chiso.web.actions.history import record
from chiso.web.actions.refusal import Refused
from chiso.web.actions.submission.files import Kept
from chiso.web.actions.submission.saving import Given, checked
from chiso.web.actions.submission.writing import chain_of, fresh, own_unit
from chiso.web.bridge.scope import scope
from chiso.web.models import Evidence, Person, Phase, Submission, Support, Visit
from chiso.web.models.phases import ROUND


@dataclass(frozen=True)
class Seen:
    """What was found of one answer; value: canonical, empty where nothing could be seen."""

    question: str
    case: str = ""
    value: str = ""
    note: str = ""


@dataclass(frozen=True)
class Record:
    """A check on site as it is written down."""

    on: date
    place: str
    checkers: tuple[str, ...]
    received_by: tuple[str, ...]
    seen: tuple[Seen, ...]
    conclusion: str = ""


@transaction.atomic
def inspect(submission: Submission, told: Record, *, by: Person, at: datetime | None = None) -> Visit:
    """The check noted; what was seen stands beside the answers as a proposal, and corrects nothing by itself."""
    now = at or timezone.now()
    chain = chain_of(submission.participant)
    submission = fresh(submission)
    _allowed(submission, by)
    if not told.place.strip() or not told.checkers or not told.received_by:
        raise Refused("people", _("Write where it was, who checked, and who received them."))
    if told.on > timezone.localtime(now).date():
        raise Refused("day", _("The day of the check lies ahead."))
    for each in told.seen:
        checked(submission, Given(each.question, each.case, each.value, each.note))
    visit = Visit.objects.create(
        submission=submission, on=told.on, place=told.place.strip(), checkers=list(told.checkers),
        received_by=list(told.received_by), seen=[asdict(each) for each in told.seen],
        conclusion=told.conclusion.strip(), by=by, at=now,
    )  # fmt: skip
    what = {"on": told.on.isoformat(), "place": visit.place, "seen": visit.seen, "conclusion": visit.conclusion}
    record(chain, "inspect", by=by, subject=f"visit/{visit.pk}", what=what, at=now)
    return visit


@transaction.atomic
def attach_minutes(visit: Visit, file: Kept, *, by: Person, at: datetime | None = None) -> Visit:
    """The signed minutes attached to a check; they are evidence for what was seen."""
    now = at or timezone.now()
    chain = chain_of(visit.submission.participant)
    submission = fresh(visit.submission)
    _allowed(submission, by)
    piece = Evidence.objects.create(
        submission=submission, kind=Evidence.Kind.ON_SITE, title=file.name, digest=file.digest, size=file.size,
        media=file.media, file_name=file.name, by=by, at=now,
    )  # fmt: skip
    for each in visit.seen:
        Support.objects.get_or_create(evidence=piece, question=each["question"], case=each["case"])
    visit.minutes = piece
    visit.save(update_fields=("minutes",))
    record(chain, "attach_minutes", by=by, subject=f"visit/{visit.pk}", what={"digest": file.digest}, at=now)
    return visit


def _allowed(submission: Submission, by: Person) -> None:
    cycle = submission.participant.cycle
    if own_unit(submission, by):
        raise Refused("own", _("Nobody verifies the answers of their own unit."))
    if Phase(cycle.phase) not in ROUND:
        raise Refused("phase", _("Answers are not verified now. A later correction is a new run by the organiser."))
    if not _first(submission, by):
        raise Refused("unassigned", _("This unit is not assigned to you. Ask the organiser."))


def _first(submission: Submission, by: Person) -> bool:
    """Whether any verdict of the person on this unit counts; a blind second verifier visits nobody."""
    mine = scope(by, submission.participant.cycle)
    return any(not part.double and part.submission in (None, submission.pk) for part in mine.parts)


def names_of(text: str) -> tuple[str, ...]:
    """The people named in a text, one a line."""
    return tuple(name for line in text.splitlines() if (name := " ".join(line.split())))


def seen_of(rows: Sequence[tuple[str, str, str, str]]) -> tuple[Seen, ...]:
    """What was seen, from question, case, value and note; a row without value and note says nothing."""
    return tuple(Seen(*row) for row in rows if row[2] or row[3].strip())
