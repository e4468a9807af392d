"""A later deadline for one unit, and announcements to all."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from chiso.web.actions.history import locked, record
from chiso.web.actions.refusal import Refused
from chiso.web.bridge.calendar import closes_at
from chiso.web.bridge.chains import cycle_chain, unit_chain
from chiso.web.models import Announcement, Cycle, Extension, Participant, Person


@transaction.atomic
def extend(
    participant: Participant, until: datetime, *, reason: str, by: Person, at: datetime | None = None
) -> Extension:  # fmt: skip
    """A later deadline of one participant; Refused where it is not later than now and than the one it has."""
    chain = locked(unit_chain(participant.cycle.code, participant.unit.code))
    now = at or timezone.now()
    if not reason.strip():
        raise Refused("reason", _("Say why the deadline is extended."))
    present = closes_at(participant, participant.cycle.phase)
    if until <= now or (present is not None and until <= present):
        raise Refused("past", _("The new deadline must be later than now and than the present one."))
    participant.until = until
    participant.save(update_fields=("until",))
    extension = Extension.objects.create(participant=participant, until=until, reason=reason.strip(), by=by, at=now)
    record(chain, "extend", by=by, what={"until": until.isoformat(), "reason": reason.strip()}, at=now)
    return extension


@transaction.atomic
def announce(cycle: Cycle, title: str, text: str, *, by: Person, at: datetime | None = None) -> Announcement:
    """A message to all who take part in a cycle."""
    chain, now = locked(cycle_chain(cycle.code)), at or timezone.now()
    record(chain, "announce", by=by, what={"title": title, "text": text}, at=now)
    return Announcement.objects.create(cycle=cycle, title=title, text=text, by=by, at=now)
