"""How far a submission is: what is asked, what is answered, what blocks its closing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from chiso.web.bridge.checks import checks
from chiso.web.bridge.sheet import Section, sheet
from chiso.web.models import Cycle, Submission


@dataclass(frozen=True)
class Progress:
    """Counts over a form, or over a part of it; a repeated question counts once for each case, and once without."""

    asked: int
    answered: int
    errors: int

    @property
    def percent(self) -> int:
        """The share that is answered, rounded down, so that 100 means all."""
        return 100 * self.answered // self.asked if self.asked else 100


def progress(submission: Submission) -> dict[str, Progress]:
    """The progress of each section by its code, and of the whole form by ""."""
    participant = submission.participant
    values = list(submission.answers.values_list("question", "case", "value"))
    cases: dict[str, set[str]] = {}
    sections = sheet(participant.cycle, participant.block)
    kinds = {field.id: field.per for section in sections for field in section.fields}
    for question, case, _value in values:
        if kinds.get(question):
            cases.setdefault(kinds[question], set()).add(case)
    answered = Counter(question for question, _case, value in values if value)
    wrong = Counter(check.question for check in checks(submission) if check.level == "error")
    return _whole({section.code: _of_section(section, cases, answered, wrong) for section in sections})


def unanswered(cycle: Cycle, block: str) -> dict[str, Progress]:
    """The same of a form of a block in which nothing is answered."""
    none: Counter[str] = Counter()
    return _whole({section.code: _of_section(section, {}, none, none) for section in sheet(cycle, block)})


def _whole(found: dict[str, Progress]) -> dict[str, Progress]:
    parts = list(found.values())
    whole = Progress(
        sum(part.asked for part in parts), sum(part.answered for part in parts), sum(part.errors for part in parts)
    )
    return {**found, "": whole}


def _of_section(section: Section, cases: dict[str, set[str]], answered: Counter[str], wrong: Counter[str]) -> Progress:
    asked = sum(max(1, len(cases.get(field.per, ()))) if field.per else 1 for field in section.fields)
    ids = [field.id for field in section.fields]
    return Progress(asked, sum(answered[id] for id in ids), sum(wrong[id] for id in ids))
