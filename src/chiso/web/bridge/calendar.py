"""When a participant may still write."""

from __future__ import annotations

from datetime import datetime

from chiso.web.models import Participant, Window


def closes_at(participant: Participant, phase: str) -> datetime | None:
    """The moment from which a participant's saves in a phase no longer count; None where no window was set."""
    if participant.until is not None:
        return participant.until
    return Window.objects.filter(cycle=participant.cycle_id, phase=phase).values_list("closes_at", flat=True).first()


def is_open(participant: Participant, phase: str, now: datetime) -> bool:
    """Whether a save at this moment counts: it does while now < closes_at."""
    end = closes_at(participant, phase)
    return end is None or now < end
