"""What a unit answered the time before, question by question."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db.models import Q

from chiso.web.models import Answer, Cycle, Participant, Unit


def previous(participant: Participant) -> Mapping[tuple[str, str], str]:
    """The canonical answers of the cycle before by (question, case), joined by the code of the unit.

    A unit that took others' place has its own answers of then; where it did not exist yet and took one unit's place
    alone, that unit's. Sums over merged units are not made up.
    """
    before = participant.cycle.previous_id
    if before is None:
        return {}
    unit = _then(before, participant.unit)
    if unit is None:
        return {}
    found = Answer.objects.filter(submission__participant__cycle=before, submission__participant__unit=unit).order_by()
    return {(question, case): value for question, case, value in found.values_list("question", "case", "value")}


def _then(before: int, unit: Unit) -> Unit | None:
    taking_part = Unit.objects.filter(participations__cycle=before)
    there = list(taking_part.filter(Q(pk=unit.pk) | Q(merged_into=unit)).order_by())
    if unit in there:
        return unit
    return there[0] if len(there) == 1 else None


def previous_of_all(cycle: Cycle, participants: Iterable[Participant]) -> Mapping[int, Mapping[tuple[str, str], str]]:
    """The same for many participants of a cycle at once, by the key of each; their units must be read with them."""
    found = list(participants)
    if cycle.previous_id is None or not found:
        return {}
    then = _then_of_all(cycle.previous_id, [each.unit_id for each in found])
    answers: dict[int, dict[tuple[str, str], str]] = {}
    rows = Answer.objects.filter(
        submission__participant__cycle=cycle.previous_id, submission__participant__unit__in=set(then.values())
    )
    columns = ("submission__participant__unit_id", "question", "case", "value")
    for unit, question, case, value in rows.values_list(*columns).iterator(chunk_size=20_000):
        answers.setdefault(unit, {})[question, case] = value
    return {each.pk: answers.get(then.get(each.unit_id, 0), {}) for each in found}


def _then_of_all(before: int, units: list[int]) -> dict[int, int]:
    """The unit of then for each unit of now."""
    there = set(Participant.objects.filter(cycle=before, unit__in=units).values_list("unit_id", flat=True))
    merged: dict[int, list[int]] = {}
    gone = Unit.objects.filter(merged_into__in=units, participations__cycle=before)
    for unit, into in gone.values_list("pk", "merged_into_id"):
        merged.setdefault(into, []).append(unit)
    alone = {into: gone[0] for into, gone in merged.items() if len(gone) == 1}
    return {**{into: unit for into, unit in alone.items() if into not in there}, **{unit: unit for unit in there}}
