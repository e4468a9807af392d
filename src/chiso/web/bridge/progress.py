"""How far a submission is: what is asked, what is answered, what blocks its closing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from chiso.web.bridge.checks import remarks
from chiso.web.bridge.sheet import Section, questions_of, sheet
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
    answers = list(submission.answers.order_by())
    cases: dict[str, set[str]] = {}
    sections = sheet(participant.cycle, participant.block)
    kinds = {field.id: field.per for section in sections for field in section.fields}
    for each in answers:
        if kinds.get(each.question):
            cases.setdefault(kinds[each.question], set()).add(each.case)
    answered = Counter(each.question for each in answers if each.value)
    # No error comes of the time before, only warnings: every save counts, and need not read it.
    found = remarks(questions_of(participant.cycle, participant.block), answers, {})
    wrong = Counter(check.question for check in found if check.level == "error")
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
