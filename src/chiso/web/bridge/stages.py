"""The answers of a cycle at each stage: what units said, what verdicts made of it, and what a council granted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from chiso.bundle.corrections import Correction
from chiso.engine.answers import Answers, Row, build
from chiso.engine.answers.values import Refused, parse_value
from chiso.engine.expressions.evaluating import PRESENT
from chiso.engine.framework import Framework
from chiso.web.bridge.framework import framework_of
from chiso.web.bridge.units import participants, units_of
from chiso.web.models import Answer, Cycle, Explanation, Grant, Participant, Stage, Submission, Verdict

ROUNDS: Mapping[str, int] = {Stage.SELF: 0, Stage.VERIFIED: 1, Stage.EXPLAINED: 2, Stage.FINAL: 2}
"""Up to which round verdicts count at a stage."""

Key = tuple[int, str, str]
"""A submission, a question, a case."""


@dataclass(frozen=True)
class Decided:
    """The verdict that decides on an answer: the last one of the last round that has any."""

    round: int
    kind: str
    value: str
    reason: str

    def settled(self, own: str, proposed: str) -> str:
        """The value that counts; proposed: what the unit's explanation says instead, empty where it says nothing."""
        if self.kind == Verdict.Kind.CORRECT:
            return self.value
        if self.kind == Verdict.Kind.AGREE and self.round == 2 and proposed:
            return proposed
        return own


@dataclass
class Said:
    """The verdicts of rounds up to one, and what units propose in their explanations."""

    decided: dict[Key, Decided] = field(default_factory=dict)
    proposed: dict[Key, str] = field(default_factory=dict)

    def value(self, key: Key, own: str) -> str:
        """The value of an answer that counts, where the unit's own is this."""
        decided = self.decided.get(key)
        return own if decided is None else decided.settled(own, self.proposed.get(key, ""))


def answers(cycle: Cycle, stage: str) -> Answers:
    """The answers of all units at a stage; a part that exceeds its whole counts as not answered.

    The form shows such a part for an error, and it is left out of the self-score; it is still there where the deadline
    closed a form. A verdict that would make one is refused.
    """
    found = participants(cycle)
    framework = framework_of(cycle)
    return build(framework, units_of(found), _fitting(framework, _rows(cycle, found, stage)))


def corrections(cycle: Cycle, stage: str, frozen: Answers | None = None) -> list[Correction]:
    """What verdicts changed up to a stage, for a published folder: of each answer from, to, at which stage and why.

    frozen: the answers of a run, to which the corrections lead even where verdicts were added since.
    """
    codes = _codes(cycle, participants(cycle))
    own = _own_of_judged(cycle)
    steps = [(name, said(cycle, ROUNDS[name])) for name in (Stage.VERIFIED, Stage.EXPLAINED)
             if ROUNDS[name] <= ROUNDS[stage]]  # fmt: skip
    found = []
    for key in sorted({key for _name, each in steps for key in each.decided if key[0] in codes}):
        led = list(_corrected(codes[key[0]], key, own.get(key, ""), steps))
        found += led if frozen is None else _leading(led, frozen, codes[key[0]], key, own.get(key, ""), steps[-1])
    return found


def _corrected(unit: str, key: Key, own: str, steps: list[tuple[Stage, Said]]) -> Iterator[Correction]:
    before = own
    for name, each in steps:
        after = each.value(key, own)
        if after != before:
            yield Correction(unit, key[2], key[1], str(name.value), before, after, each.decided[key].reason)
        before = after


def _leading(
    led: list[Correction], frozen: Answers, unit: str, key: Key, own: str, last: tuple[Stage, Said]
) -> list[Correction]:
    """These corrections where they lead to what a run rests on; else one that does."""
    _owner, question, case = key
    if question not in frozen.columns or frozen.place(question, unit, case) is None:
        return []
    text = frozen.text(question, unit, case)
    if (led[-1].after if led else own) == text:
        return led
    name, each = last
    return [] if own == text else [Correction(unit, case, question, str(name.value), own, text,
                                              each.decided[key].reason)]  # fmt: skip


def said(cycle: Cycle, rounds: int, submission: Submission | None = None) -> Said:
    """The verdicts of a cycle up to a round, blind second ones left out; of one unit where it is named."""
    if not rounds:
        return Said()
    of = {"submission": submission} if submission is not None else {"submission__participant__cycle": cycle}
    told = Said()
    given = Verdict.objects.filter(**of, double=False, round__lte=rounds).order_by("round", "id")
    columns = ("submission_id", "question", "case", "round", "kind", "value", "reason")
    for owner, question, case, *rest in given.values_list(*columns).iterator(chunk_size=20_000):
        told.decided[owner, question, case] = Decided(*rest)
    if rounds > 1:
        proposals = Explanation.objects.filter(**of, answered_at__isnull=False).exclude(value="")
        for owner, question, case, value in proposals.values_list("submission_id", "question", "case", "value"):
            told.proposed[owner, question, case] = value
    return told


def effective(submission: Submission, rounds: int) -> dict[tuple[str, str], str]:
    """The values of one unit's answers that count after the verdicts of some rounds, by question and case."""
    told = said(submission.participant.cycle, rounds, submission)
    own = {(question, case): value for question, case, value in
           submission.answers.values_list("question", "case", "value")}  # fmt: skip
    keys = {*own, *((question, case) for _owner, question, case in told.decided)}
    return {key: told.value((submission.pk, *key), own.get(key, "")) for key in keys}


def _codes(cycle: Cycle, found: Iterable[Participant]) -> dict[int, str]:
    """The code of the unit of each submission."""
    codes = {each.pk: each.unit.code for each in found}
    pairs = Submission.objects.filter(participant__cycle=cycle).values_list("pk", "participant_id")
    return {submission: codes[participant] for submission, participant in pairs if participant in codes}


def _own_of_judged(cycle: Cycle) -> dict[Key, str]:
    """The own values of the answers that have a verdict."""
    judged = Verdict.objects.filter(submission__participant__cycle=cycle, double=False)
    wanted = set(judged.values_list("submission_id", "question", "case"))
    found = Answer.objects.filter(submission__participant__cycle=cycle, submission__verdicts__double=False).distinct()
    rows = found.values_list("submission_id", "question", "case", "value").iterator(chunk_size=20_000)
    return {(owner, question, case): value for owner, question, case, value in rows
            if (owner, question, case) in wanted}  # fmt: skip


def _rows(cycle: Cycle, found: list[Participant], stage: str) -> Iterator[Row]:
    codes, told = _codes(cycle, found), said(cycle, ROUNDS[stage])
    left = dict.fromkeys(told.decided)
    own = Answer.objects.filter(submission__participant__cycle=cycle)
    columns = ("submission_id", "question", "case", "value", "note")
    for owner, question, case, value, note in own.values_list(*columns).iterator(chunk_size=20_000):
        key = (owner, question, case)
        if key in left:
            del left[key]
            value = told.value(key, value)
        if value and owner in codes:
            yield Row(codes[owner], case, question, value, note)
    for owner, question, case in left:
        value = told.value((owner, question, case), "")
        if value and owner in codes:
            yield Row(codes[owner], case, question, value)
    if stage == Stage.FINAL:
        granted = Grant.objects.filter(participant__cycle=cycle).exclude(points="")
        ranked = {each.pk for each in found}
        for owner, code, criterion, points in granted.values_list(
            "participant_id", "participant__unit__code", "criterion", "points"
        ):
            if owner in ranked:
                yield Row(code, "", criterion, points)


def _fitting(framework: Framework, rows: Iterable[Row]) -> Iterator[Row]:
    """The rows without parts that exceed their wholes."""
    wholes = {question.id: question.at_most for question in framework.questions if question.at_most}
    paired = {*wholes, *wholes.values()}
    held: dict[tuple[str, str, str], Row] = {}
    for row in rows:
        if row.question in paired:
            held[row.unit, row.case, row.question] = row
        else:
            yield row
    for (unit, case, question), row in held.items():
        whole = held.get((unit, case, wholes.get(question) or ""))
        if whole is None or not exceeds(framework, row.question, row.value, whole.value):
            yield row


def exceeds(framework: Framework, part: str, value: str, whole: str) -> bool:
    """Whether the value of a question is more than that of its whole; False where either is no number."""
    question = framework.asked[part]
    if question.at_most is None:
        return False
    if value.isdecimal() and whole.isdecimal():
        # Nearly every part is a count, and a million of them need no reading by the rules of their questions.
        return int(value) > int(whole)
    try:
        mine, limit = parse_value(question, value), parse_value(framework.asked[question.at_most], whole)
    except Refused:
        return False
    return mine.state == limit.state == PRESENT and mine.exact > limit.exact
