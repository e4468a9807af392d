"""The answers of one unit as they stand, as the engine takes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from chiso.engine.answers import Answers, Row, build
from chiso.engine.errors import AnswersError
from chiso.web.bridge.framework import framework_of
from chiso.web.bridge.units import units_of
from chiso.web.models import Answer, Participant, Submission


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
