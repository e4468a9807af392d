"""The answers of a cycle at a stage, as the engine takes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from chiso.engine.answers import Answers, Row, build
from chiso.engine.errors import AnswersError
from chiso.web.bridge.framework import framework_of
from chiso.web.bridge.units import participants, units_of
from chiso.web.models import Answer, Cycle, Participant, Submission


def self_answers(cycle: Cycle) -> Answers:
    """The answers of all units as they stand now: the stage `self`."""
    found = participants(cycle)
    codes = {participant.pk: participant.unit.code for participant in found}
    values = (
        Answer.objects.filter(submission__participant__in=codes)
        .values_list("submission__participant_id", "case", "question", "value", "note")
        .iterator(chunk_size=20_000)
    )
    rows = (Row(codes[owner], case, question, value, note) for owner, case, question, value, note in values if value)
    return build(framework_of(cycle), units_of(found), rows)


def of_unit(submission: Submission) -> Answers:
    """The answers of one unit alone; a part that exceeds its whole is left out, as the form shows it for an error."""
    participant = submission.participant
    rows = list(rows_of(participant.unit.code, submission.answers.all()))
    return _lenient(participant, rows)


def rows_of(unit: str, answers: Iterable[Answer]) -> Iterator[Row]:
    """The rows of a unit's answers that say something."""
    return (Row(unit, each.case, each.question, each.value, each.note) for each in answers if each.value)


def _lenient(participant: Participant, rows: list[Row]) -> Answers:
    """Answers without the rows that the engine refuses."""
    framework, units = framework_of(participant.cycle), units_of([participant])
    try:
        return build(framework, units, rows)
    except AnswersError as error:
        refused = {problem.where for problem in error.problems}
        kept = [row for row in rows if _where(row) not in refused]
        if len(kept) == len(rows):
            raise
        return _lenient(participant, kept)


def _where(row: Row) -> str:
    return f"{row.unit}, {row.question}" + (f", {row.case}" if row.case else "")
