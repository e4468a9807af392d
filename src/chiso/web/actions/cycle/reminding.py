"""Reminders by e-mail: by hand, and by themselves a week and a day before the deadline and once it has passed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from chiso.web.actions.history import locked, record
from chiso.web.bridge.chains import cycle_chain
from chiso.web.models import Cycle, Participant, Person, Reminder

WEEK, DAY = timedelta(days=7), timedelta(days=1)


def remind(cycle: Cycle, participants: Iterable[Participant], *, by: Person | None) -> int:
    """How many units were written to; those that have no address, or were reminded within the last hour, are not.

    participants: as `bridge.board.rows` gives them, each with its deadline `due`.
    """
    now = timezone.now()
    kind = f"hand-{now:%Y%m%d%H}"
    return _sent(cycle, [(each, kind) for each in participants], by=by, at=now)


def remind_due(cycle: Cycle, participants: Iterable[Participant], *, at: datetime | None = None) -> int:
    """How many units were written to because their deadline is a week or a day away, or has passed; once for each."""
    now = at or timezone.now()
    due = [(each, kind) for each in participants if (kind := _kind(each, now))]
    return _sent(cycle, due, by=None, at=now)


def _kind(participant: Participant, now: datetime) -> str:
    end: datetime | None = participant.due  # type: ignore[attr-defined]
    if end is None:
        return ""
    if end <= now:
        return f"late-{end:%Y%m%d}"
    return f"day-{end:%Y%m%d}" if end - now <= DAY else f"week-{end:%Y%m%d}" if end - now <= WEEK else ""


@transaction.atomic
def _sent(cycle: Cycle, wanted: list[tuple[Participant, str]], *, by: Person | None, at: datetime) -> int:
    chain = locked(cycle_chain(cycle.code))
    pairs = {(each.participant_id, each.kind) for each in Reminder.objects.filter(participant__cycle=cycle)}
    written = [(each, kind, to) for each, kind in wanted
               if (each.pk, kind) not in pairs and (to := sorted(_addresses(each)))]  # fmt: skip
    if not written:
        return 0
    Reminder.objects.bulk_create(Reminder(participant=each, kind=kind, sent_to=to, at=at) for each, kind, to in written)
    record(chain, "remind", by=by, what={"units": [each.unit.code for each, _kind, _to in written]}, at=at)
    letters = [_letter(cycle, each, to) for each, _kind, to in written]
    transaction.on_commit(lambda: get_connection().send_messages(letters) and None)
    return len(written)


def _addresses(participant: Participant) -> set[str]:
    """Where a unit is written to: its people, else its own address."""
    found = [person.email for person in participant.unit.people.all() if person.email and person.is_active]
    return set(found or filter(None, [participant.unit.email]))


def _letter(cycle: Cycle, participant: Participant, to: list[str]) -> EmailMessage:
    submission = participant.submission
    end: datetime | None = participant.due  # type: ignore[attr-defined]
    told = _(
        "{unit}: {answered} of {asked} questions are answered, {errors} errors are left. The form closes at {end}."
    ).format(
        unit=participant.name,
        answered=submission.answered,
        asked=submission.asked,
        errors=submission.errors,
        end=date_format(timezone.localtime(end), "DATETIME_FORMAT") if end else "–",
    )
    address = f"{settings.PUBLIC_URL}/cycles/{cycle.code}/"
    return EmailMessage(_("Reminder: {cycle}").format(cycle=cycle.title), f"{told}\n\n{address}\n", to=to)
