"""Taking units into a cycle, each with an empty form."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from chiso.web.actions.history import locked, record
from chiso.web.actions.submission.counting import count_empty
from chiso.web.bridge.chains import cycle_chain
from chiso.web.models import Cycle, Participant, Person, Submission
from chiso.web.models.cycle import Status


@transaction.atomic
def take_in(
    cycle: Cycle, participants: Iterable[Participant], *, by: Person | None, at: datetime | None = None
) -> int:  # fmt: skip
    """How many units were taken into a cycle; those in it already stay as they are."""
    chain = locked(cycle_chain(cycle.code))
    there = set(cycle.participants.values_list("unit_id", flat=True))
    new = [each for each in participants if each.unit_id not in there]
    made = Participant.objects.bulk_create(new)
    Submission.objects.bulk_create([_empty(cycle, each) for each in made])
    if made:
        record(chain, "take_in", by=by, what={"units": [each.unit.code for each in new]}, at=at)
    return len(made)


def _empty(cycle: Cycle, participant: Participant) -> Submission:
    """A form that nobody has opened; a unit that is not assessed has nothing to answer."""
    submission = Submission(participant=participant)
    if participant.status != Status.EXCLUDED:
        count_empty(submission, cycle, participant.block)
    return submission
