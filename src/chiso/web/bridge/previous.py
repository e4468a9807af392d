"""What a unit answered the time before, question by question."""

from __future__ import annotations

from collections.abc import Mapping

from chiso.web.models import Answer, Cycle, Participant, Unit


def previous(participant: Participant) -> Mapping[tuple[str, str], str]:
    """The canonical answers of the cycle before by (question, case), joined by the code of the unit.

    A unit that took others' place has its own answers of then; where it did not exist yet and took one unit's place
    alone, that unit's. Sums over merged units are not made up.
    """
    before = participant.cycle.previous
    if before is None:
        return {}
    unit = _then(before, participant.unit)
    if unit is None:
        return {}
    found = Answer.objects.filter(submission__participant__cycle=before, submission__participant__unit=unit)
    return {(question, case): value for question, case, value in found.values_list("question", "case", "value")}


def _then(before: Cycle, unit: Unit) -> Unit | None:
    there = set(before.participants.values_list("unit_id", flat=True))
    if unit.pk in there:
        return unit
    merged = [each for each in unit.merged.all() if each.pk in there]
    return merged[0] if len(merged) == 1 else None
