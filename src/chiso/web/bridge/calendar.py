"""When a participant may still write."""

from __future__ import annotations

from datetime import datetime

from chiso.web.models import Explanation, Participant, Phase, Window


def closes_at(participant: Participant, phase: str) -> datetime | None:
    """The moment from which a participant's saves in a phase no longer count; None where no window was set."""
    return participant.until or window_end(participant.cycle_id, phase)


def is_open(participant: Participant, phase: str, now: datetime) -> bool:
    """Whether a save at this moment counts: it does while now < closes_at."""
    end = closes_at(participant, phase)
    return end is None or now < end


def window_end(cycle: int, phase: str) -> datetime | None:
    """When a phase of a cycle, by its primary key, closes for everybody; None where no window was set."""
    windows = Window.objects.filter(cycle=cycle, phase=phase).order_by()
    return windows.values_list("closes_at", flat=True).first()


def explained_by(explanation: Explanation) -> datetime | None:
    """Until when a unit may explain an answer: the latest of its own deadline, the phase's and the unit's extension.

    None where no deadline was set.
    """
    participant = explanation.submission.participant
    ends = [end for end in (explanation.until, window_end(participant.cycle_id, Phase.EXPLAINING)) if end is not None]
    if not ends:
        return None
    return max([*ends, participant.until]) if participant.until is not None else max(ends)
