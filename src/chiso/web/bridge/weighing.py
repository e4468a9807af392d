"""The work list of verifiers: each answer with the kinds of risk that it bears, and what was said of it so far."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from chiso.web.bridge.checks import Check, by_question, remarks
from chiso.web.bridge.limits import Near, near
from chiso.web.bridge.outliers import outliers
from chiso.web.bridge.previous import previous_of_all
from chiso.web.bridge.risks import BY_ID, weight
from chiso.web.bridge.sheet import Field, questions_of, sheet
from chiso.web.models import Answer, Count, Cycle, Explanation, Participant, Risk, Sample, Submission, Support, Verdict

Key = tuple[str, str]


@dataclass(frozen=True)
class Around:
    """What can be told only over all units: who is near a limit, who is far from the others, the lot."""

    near: Mapping[str, Sequence[Near]] = field(default_factory=dict)
    far: Mapping[tuple[int, str, str], Mapping[str, str]] = field(default_factory=dict)
    drawn: Mapping[str, frozenset[int]] = field(default_factory=dict)


def overall(cycle: Cycle) -> Around:
    """What is told over all units of a cycle."""
    return Around(near(cycle), outliers(cycle), drawn(cycle))


def drawn(cycle: Cycle) -> dict[str, frozenset[int]]:
    """For each question the submissions that the lot fell on, among those that answered it."""
    sample = Sample.objects.filter(cycle=cycle).first()
    if sample is None or not sample.size:
        return {}
    taking_part = Answer.objects.filter(
        submission__participant__cycle=cycle, submission__participant__status__in=("ranked", "listed")
    )
    found: dict[str, dict[int, str]] = {}
    columns = ("question", "submission_id", "submission__participant__unit__code")
    for question, submission, unit in taking_part.exclude(value="").values_list(*columns).iterator(chunk_size=20_000):
        found.setdefault(question, {})[submission] = unit
    return {question: lot(sample, question, units) for question, units in found.items()}


def lot(sample: Sample, question: str, units: Mapping[int, str]) -> frozenset[int]:
    """Those whose SHA-256 of `seed/question/unit` is smallest, as many as the sample has."""
    order = sorted(
        units, key=lambda each: hashlib.sha256(f"{sample.seed}/{question}/{units[each]}".encode()).digest()
    )  # fmt: skip
    return frozenset(order[: sample.size])


def weighed(cycle: Cycle, submissions: list[Submission], about: Around) -> list[Risk]:
    """The rows of the work list for these forms, unsaved."""
    read = _read(cycle, submissions)
    return [risk for submission in submissions for risk in _Form(cycle, submission, read, about).risks()]


@dataclass
class _Read:
    """What is read of a batch of forms, by submission (counts and the time before: by participant)."""

    answers: dict[int, list[Answer]] = field(default_factory=dict)
    proven: dict[int, set[Key]] = field(default_factory=dict)
    counts: dict[int, dict[Key, list[Count]]] = field(default_factory=dict)
    verdicts: dict[int, dict[Key, Verdict]] = field(default_factory=dict)
    explained: dict[int, set[Key]] = field(default_factory=dict)
    before: Mapping[int, Mapping[Key, str]] = field(default_factory=dict)


def _read(cycle: Cycle, batch: list[Submission]) -> _Read:
    read, ids = _Read(), [each.pk for each in batch]
    owners = [each.participant for each in batch]
    for answer in Answer.objects.filter(submission__in=ids).exclude(value="").order_by("pk"):
        read.answers.setdefault(answer.submission_id, []).append(answer)
    proofs = Support.objects.filter(evidence__submission__in=ids, evidence__removed_at=None)
    for owner, question, case in proofs.values_list("evidence__submission_id", "question", "case"):
        read.proven.setdefault(owner, set()).add((question, case))
    for count in Count.objects.filter(participant__in=[each.pk for each in owners]):
        read.counts.setdefault(count.participant_id, {}).setdefault((count.question, count.case), []).append(count)
    for verdict in Verdict.objects.filter(submission__in=ids, double=False).order_by("round", "pk"):
        read.verdicts.setdefault(verdict.submission_id, {})[verdict.question, verdict.case] = verdict
    told = Explanation.objects.filter(submission__in=ids, answered_at__isnull=False)
    for owner, question, case in told.values_list("submission_id", "question", "case"):
        read.explained.setdefault(owner, set()).add((question, case))
    read.before = previous_of_all(cycle, owners)
    return read


class _Form:
    """One form of a batch."""

    def __init__(self, cycle: Cycle, submission: Submission, read: _Read, about: Around) -> None:
        self.cycle, self.submission, self.about = cycle, submission, about
        self.participant: Participant = submission.participant
        self.answers = read.answers.get(submission.pk, [])
        self.counts = read.counts.get(self.participant.pk, {})
        self.verdicts = read.verdicts.get(submission.pk, {})
        self.explained = read.explained.get(submission.pk, set())
        self.fields = {each.id: each for part in sheet(cycle, self.participant.block) for each in part.fields}
        questions = questions_of(cycle, self.participant.block)
        self.checks = by_question(remarks(questions, self.answers, read.before.get(self.participant.pk, {})))
        proven = read.proven.get(submission.pk, set())
        self.proven = proven
        self.proven_codes = {code for question, _case in proven if question in self.fields
                             for code in self.fields[question].criteria}  # fmt: skip

    def risks(self) -> Iterator[Risk]:
        """A row for each answer, and one for each verdict on what was not answered."""
        by_key = {(each.question, each.case): each for each in self.answers}
        for key in dict.fromkeys([*by_key, *self.verdicts]):
            if key[0] in self.fields:
                yield self._risk(key, by_key.get(key))

    def _risk(self, key: Key, answer: Answer | None) -> Risk:
        why = self._why(key, answer) if answer is not None else {}
        version = answer.version if answer is not None else 0
        state = state_of(self.verdicts.get(key), version, explained=key in self.explained)
        if key in self.verdicts and self.verdicts[key].version != version:
            why["changed"] = {}
        kinds = sum(BY_ID[kind].bit for kind in why)
        return Risk(
            cycle=self.cycle, submission=self.submission, question=key[0], case=key[1], kinds=kinds,
            weight=weight(kinds), state=state, why=why, version=version, revision=self.submission.revision,
        )  # fmt: skip

    def _why(self, key: Key, answer: Answer) -> dict[str, Any]:
        found: dict[str, Any] = {**self._warned(self.checks.get(key, [])), **self._counted(key, answer)}
        of = self.fields[key[0]]
        if answer.value != "n/a" and self._unproven(key, of):
            found["evidence"] = {}
        far = self.about.far.get((self.submission.pk, *key))
        if far is not None:
            found["outlier"] = dict(far)
        limit = next((each for each in self.about.near.get(self.participant.unit.code, ()) if key[0] in each.questions),
                     None)  # fmt: skip
        if limit is not None:
            found["limit"] = dict(limit.why)
        if self.submission.pk in self.about.drawn.get(key[0], ()):
            found["sample"] = {}
        return found

    def _warned(self, said: Iterable[Check]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for check in said:
            if check.level == "error":
                found["error"] = {"fault": check.kind}
                continue
            if check.kind == "jump":
                found["jump"] = dict(check.given)
            if not check.replied:
                found["reply"] = {}
        return found

    def _counted(self, key: Key, answer: Answer) -> dict[str, Any]:
        """What other systems count: one that differs, or, where none does, one that says the same."""
        differs = [each for each in self.counts.get(key, ()) if each.value != answer.value]
        found = differs or self.counts.get(key, [])
        if not found:
            return {}
        return {"source" if differs else "matches": {"system": found[0].system, "value": found[0].value}}

    def _unproven(self, key: Key, of: Field) -> bool:
        """Whether evidence is wanted, and there is none for the question nor for any other of its criteria."""
        return bool(of.evidence) and not {key, (key[0], "")} & self.proven and not self.proven_codes & set(of.criteria)


def state_of(verdict: Verdict | None, version: int, *, explained: bool) -> str:
    """What the last verdict on an answer of this version makes of it."""
    if verdict is None:
        return Risk.State.OPEN
    if verdict.kind == Verdict.Kind.ASK:
        return Risk.State.EXPLAINED if explained else Risk.State.ASKED
    if verdict.version != version:
        return Risk.State.OPEN
    return Risk.State.CORRECTED if verdict.kind == Verdict.Kind.CORRECT else Risk.State.AGREED
