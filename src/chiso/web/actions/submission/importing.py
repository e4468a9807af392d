"""Taking in what another system counts, as a second source."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from chiso.bundle.digests import digest
from chiso.web.actions.history import locked, record
from chiso.web.actions.refusal import Refused
from chiso.web.bridge.chains import cycle_chain
from chiso.web.bridge.counts import Counted
from chiso.web.models import Count, Cycle, Person


@transaction.atomic
def take_counts(cycle: Cycle, system: str, name: str, raw: bytes, found: Sequence[Counted], *, by: Person) -> int:
    """How many figures a system's file brought; those that it brought before are replaced, answers never are."""
    if not system.strip():
        raise Refused("system", _("Name the system that the figures come from."))
    chain, now = locked(cycle_chain(cycle.code)), timezone.now()
    Count.objects.filter(participant__cycle=cycle, system=system).delete()
    Count.objects.bulk_create(
        [
            Count(
                participant_id=each.participant, system=system, question=each.question, case=each.case,
                value=each.value, file_name=name[:255], by=by, at=now,
            )
            for each in found
        ],
        batch_size=1000,
    )  # fmt: skip
    record(chain, "take_counts", by=by, what={"system": system, "file": digest(raw), "figures": len(found)}, at=now)
    return len(found)
