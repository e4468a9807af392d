"""What speaks against a unit's answers: errors, which block closing, and warnings, which a comment may answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from flint import fmpq

from chiso.engine.answers.values import Refused, Value, parse_value
from chiso.engine.expressions.evaluating import NOT_APPLICABLE, PRESENT
from chiso.engine.framework import Question
from chiso.engine.quantities import decimal_text
from chiso.language import chosen
from chiso.messages import Message, message
from chiso.report.numbers import number
from chiso.web.bridge.previous import previous
from chiso.web.bridge.sheet import questions_of
from chiso.web.models import Answer, Submission

Key = tuple[str, str]
JUMP = 2
"""A number that more than doubled, or fell to less than half, since the time before is asked about."""
FEW = 10
"""Below this both times, a jump says nothing."""


@dataclass(frozen=True)
class Check:
    """One remark; kind: `unread`, `part`, `whole`, `jump`, `reason`; replied: whether the unit answered a warning.

    given: the plain numbers that it speaks of.
    """

    question: str
    case: str
    level: Literal["error", "warning"]
    kind: str
    text: Message
    replied: bool = False
    given: tuple[tuple[str, str], ...] = ()


def checks(submission: Submission) -> list[Check]:
    """All remarks on a submission, in the order of its form."""
    participant = submission.participant
    questions = questions_of(participant.cycle, participant.block)
    return remarks(questions, submission.answers.order_by(), previous(participant))


def remarks(questions: Mapping[str, Question], answers: Iterable[Answer], before: Mapping[Key, str]) -> list[Check]:
    """All remarks on the answers to these questions, in their order; before: the answers of the time before."""
    return _Checking(questions, answers, before).found()


class _Checking:
    """The checks of one form: its questions, its answers, and those of the time before."""

    def __init__(self, questions: Mapping[str, Question], answers: Iterable[Answer], before: Mapping[Key, str]) -> None:
        self.questions, self.before = questions, before
        self.answers = {(each.question, each.case): each for each in answers if each.value}
        self.values: dict[Key, Value] = {}

    def found(self) -> list[Check]:
        """The remarks in the order of the form."""
        said = list(self._read())
        for key, value in self.values.items():
            said += [*self._part(key, value), *self._jump(key, value), *self._reason(key, value)]
        order = {id: place for place, id in enumerate(self.questions)}
        return sorted(said, key=lambda check: (order[check.question], check.case))

    def _read(self) -> Iterator[Check]:
        for key, answer in self.answers.items():
            question = self.questions.get(answer.question)
            if question is None:
                continue
            try:
                self.values[key] = parse_value(question, answer.value)
            except Refused as refused:
                text = message("found: {found}; expected: {expected}", found=refused.found, expected=refused.expected)
                yield Check(*key, "error", "unread", text)

    def _part(self, key: Key, value: Value) -> Iterator[Check]:
        """A part that is greater than its whole, or stands without it."""
        question, case = key
        whole_id = self.questions[question].at_most
        if whole_id is None or value.state != PRESENT or whole_id not in self.questions:
            return
        whole = self.values.get((whole_id, case if self.questions[whole_id].per else ""))
        name = self.questions[whole_id].name.of(chosen())
        if whole is None:
            yield self._warning(key, "whole", message("the whole is not answered: {name}", name=name))
        elif whole.state == NOT_APPLICABLE:
            yield Check(*key, "error", "whole", message("the whole does not apply, this part has a number: {name}",
                                                        name=name))  # fmt: skip
        elif whole.state == PRESENT and value.exact > whole.exact:
            yield Check(*key, "error", "part", message("{part} is more than the whole, {whole}: {name}",
                        part=number(value.exact), whole=number(whole.exact), name=name))  # fmt: skip

    def _jump(self, key: Key, value: Value) -> Iterator[Check]:
        """A number far from that of the time before."""
        question = self.questions[key[0]]
        text = self.before.get(key, "")
        if not question.numeric or value.state != PRESENT or not text:
            return
        try:
            before = parse_value(question, text)
        except Refused:
            return
        if before.state == PRESENT and jumped(before.exact, value.exact):
            told = message("{now} after {before} the time before", now=number(value.exact), before=number(before.exact))
            given = (("now", decimal_text(value.exact)), ("before", decimal_text(before.exact)))
            yield replace(self._warning(key, "jump", told), given=given)

    def _reason(self, key: Key, value: Value) -> Iterator[Check]:
        """What does not apply says why."""
        if value.state == NOT_APPLICABLE and not self.answers[key].note.strip():
            yield Check(*key, "error", "reason", message("say why the question does not apply"))

    def _warning(self, key: Key, kind: str, text: Message) -> Check:
        return Check(*key, "warning", kind, text, replied=bool(self.answers[key].reply.strip()))


def jumped(before: fmpq, now: fmpq) -> bool:
    """Whether a number more than doubled, or fell below half, and one of the two is not small."""
    low, high = sorted((before, now))
    return high >= FEW and high > low * JUMP


def by_question(found: list[Check]) -> Mapping[Key, list[Check]]:
    """Remarks by question and case."""
    said: dict[Key, list[Check]] = {}
    for check in found:
        said.setdefault((check.question, check.case), []).append(check)
    return said
