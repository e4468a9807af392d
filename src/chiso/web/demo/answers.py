"""The answers of the model province, handed in as a unit hands in a file: kept, then applied as a whole."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import StringIO

from chiso.exchange.answers import read
from chiso.web.actions.submission.uploading import apply, upload
from chiso.web.bridge.framework import framework_of
from chiso.web.bridge.sheet import question_of, sheet
from chiso.web.bridge.values import NOT_APPLICABLE
from chiso.web.bridge.workbook import Change
from chiso.web.models import Cycle, Person, Submission
from chiso.web.models.cycle import Status

WHY_NOT = "Đơn vị không có nội dung này"
"""Why a question does not apply, where the facts do not say; a form must."""


@dataclass(frozen=True)
class Row:
    """One answer as the facts give it."""

    case: str
    question: str
    value: str
    note: str


def rows(cycle: Cycle, facts: str) -> Mapping[str, Sequence[Row]]:
    """What the units of a cycle answer by their code, in the order of the form; what others grant is left out."""
    blocks = dict(cycle.participants.exclude(status=Status.EXCLUDED).values_list("unit__code", "block"))
    order = {
        (block, field.id): place
        for block in set(blocks.values())
        for place, field in enumerate(field for section in sheet(cycle, block) for field in section.fields)
    }
    found: dict[str, list[Row]] = defaultdict(list)
    for unit, case, question, value, note in read(facts, framework_of(cycle)).rows():
        if value and unit in blocks and question_of(cycle, blocks[unit], question) is not None:
            reason = WHY_NOT if value == NOT_APPLICABLE and not note else note
            found[unit].append(Row(case, question, value, reason))
    return {unit: sorted(each, key=lambda row: (order[blocks[unit], row.question], row.case))
            for unit, each in found.items()}  # fmt: skip


def part(found: Sequence[Row], percent: int) -> Sequence[Row]:
    """The first so many percent of the answers."""
    return found[: len(found) * percent // 100]


def fill(submission: Submission, found: Sequence[Row], *, by: Person, at: datetime) -> None:
    """Puts answers into a form that has none of them yet."""
    changes = [Change(row.question, row.case, row.question, "", row.value, "", row.note, 0, False, "", "")
               for row in found]  # fmt: skip
    unit = submission.participant.unit.code
    kept = upload(submission, f"{unit}.csv", _file(unit, found), changes, by=by, at=at)
    apply(kept, take=(), by=by, at=at)


def form(cycle: Cycle, unit: str) -> Submission:
    """The form of a unit."""
    return Submission.objects.select_related("participant__unit", "participant__cycle__previous").get(
        participant__cycle=cycle, participant__unit__code=unit
    )


def _file(unit: str, found: Sequence[Row]) -> bytes:
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("unit", "case", "question", "value", "note"))
    writer.writerows((unit, row.case, row.question, row.value, row.note) for row in found)
    return text.getvalue().encode()
