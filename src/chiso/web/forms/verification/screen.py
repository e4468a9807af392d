"""One answer on one screen: what the unit says and shows, what speaks against it, and what verifiers said of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from chiso.language import chosen
from chiso.web.bridge.media import by_type
from chiso.web.bridge.risks import Told, told
from chiso.web.bridge.self_score import Line, self_score
from chiso.web.bridge.sheet import Field, question_of, sheet
from chiso.web.bridge.storing import place_of
from chiso.web.bridge.values import shown
from chiso.web.bridge.workbook import worded
from chiso.web.bridge.worklist import Reader, after, before
from chiso.web.forms.submission.laying import beside, row
from chiso.web.forms.submission.past import Said, in_words, past
from chiso.web.forms.submission.rows import Row
from chiso.web.forms.verification.listing import address
from chiso.web.models import Evidence, Explanation, Remark, Risk, Submission, Verdict, Visit


@dataclass(frozen=True)
class Proof:
    """A piece of evidence; show: `pdf` or `picture` where the page shows it, "" where it is only named."""

    piece: Evidence
    pointer: str
    show: str


@dataclass(frozen=True)
class Ruled:
    """A verdict with its value in words."""

    verdict: Verdict
    value: str


@dataclass(frozen=True)
class Found:
    """What was seen on site of the answer: in words, and as it stands in a field."""

    visit: Visit
    value: str
    note: str
    differs: bool


@dataclass(frozen=True)
class Screen:
    """All that stands beside one answer.

    now: what counts by the verdicts so far, in words, empty where it is the unit's own; seen: the number of the last
    verdict, 0 for none; proposed: the value of an explanation in words.
    """

    row: Row
    why: tuple[Told, ...]
    lines: tuple[Line, ...]
    proofs: tuple[Proof, ...]
    past: tuple[Said, ...]
    verdicts: tuple[Ruled, ...]
    explanation: Explanation | None
    proposed: str
    remarks: tuple[Remark, ...]
    found: tuple[Found, ...]
    seen: int

    @property
    def last(self) -> Ruled | None:
        """The verdict that counts now."""
        return self.verdicts[-1] if self.verdicts else None

    @property
    def field(self) -> Field:
        """The question."""
        return self.row.field


def screen(submission: Submission, id: str, case: str, reader: Reader, *, double: bool) -> Screen:
    """The screen of one answer; of a blind second check, without what others said of it."""
    participant = submission.participant
    question = question_of(participant.cycle, participant.block, id)
    assert question is not None
    fields = (each for part in sheet(participant.cycle, participant.block) for each in part.fields)
    field = next(each for each in fields if each.id == id)
    shown_row = row(submission, field, case, beside(submission))
    of = submission.verdicts.filter(question=id, case=case).select_related("by").order_by("round", "pk")
    of = of.filter(double=True, by=reader.person) if double else of.filter(double=False)
    verdicts = tuple(Ruled(each, worded(question, each.value)) for each in of)
    explanation = None if double else _explanation(submission, id, case)
    risk = Risk.objects.filter(submission=submission, question=id, case=case).first()
    why = tuple(each for each in told(risk, question) if not (double and each.kind.id == "changed")) if risk else ()
    remarks = () if double else tuple(submission.remarks.filter(question=id, case=case).select_related("by"))
    codes = set(field.criteria)
    return Screen(
        row=shown_row,
        why=why,
        lines=tuple(line for line in self_score(submission) if line.code in codes),
        proofs=tuple(_proofs(submission, id, case)),
        past=tuple(in_words(submission, past(submission, id, case))),
        verdicts=verdicts,
        explanation=explanation,
        proposed=worded(question, explanation.value) if explanation is not None else "",
        remarks=remarks,
        found=() if double else tuple(_found(submission, id, case)),
        seen=verdicts[-1].verdict.pk if verdicts else 0,
    )


def corrected(told: Screen, submission: Submission) -> Row:
    """The row in whose fields a correction is written: beginning with what was seen on site, else the unit's answer."""
    question = question_of(submission.participant.cycle, submission.participant.block, told.field.id)
    assert question is not None
    differing = [each for each in told.found if each.differs]
    if differing:
        seen = next(each for each in reversed(differing[-1].visit.seen)
                    if (each["question"], each["case"]) == (told.field.id, told.row.case))  # fmt: skip
        return replace(told.row, text=shown(question, seen["value"]), remarks=())
    return replace(told.row, remarks=())


def neighbours(cycle: str, found: Any, submission: Submission, id: str, case: str, query: str) -> Mapping[str, str]:
    """The addresses of the rows before and after an answer in a list (`bridge.worklist.rows`); "" for none."""
    at = Risk.objects.filter(submission=submission, question=id, case=case).first()
    if at is None:
        return {"before": "", "after": ""}
    related = found.select_related("submission__participant__unit")
    return {name: _address(cycle, each, query) for name, each in (("before", before(related, at)),
                                                                  ("after", after(related, at)))}  # fmt: skip


def _address(cycle: str, risk: Risk | None, query: str) -> str:
    if risk is None:
        return ""
    return address(cycle, risk.submission.participant.unit.code, risk.question, risk.case, query)


def _explanation(submission: Submission, id: str, case: str) -> Explanation | None:
    found = submission.explanations.filter(question=id, case=case).select_related("asked_by", "answered_by")
    return found.prefetch_related("evidence").first()


def _proofs(submission: Submission, id: str, case: str) -> list[Proof]:
    """The evidence for a question: for this case, or for all its cases."""
    pieces = submission.evidence.filter(
        removed_at=None, supports__question=id, supports__case__in={case, ""}
    ).prefetch_related("supports").distinct()  # fmt: skip
    return [_proof(piece, id, case) for piece in pieces]


def _proof(piece: Evidence, id: str, case: str) -> Proof:
    pointer = next(
        (each.pointer for each in piece.supports.all() if each.question == id and each.case in (case, "")), ""
    )
    media = by_type(piece.media)
    show = ""
    if media is not None and media.shown and place_of(piece.digest).is_file():
        show = "pdf" if media.suffix == ".pdf" else "picture"
    return Proof(piece, pointer, show)


def _found(submission: Submission, id: str, case: str) -> list[Found]:
    participant = submission.participant
    question = question_of(participant.cycle, participant.block, id)
    assert question is not None
    own = submission.answers.filter(question=id, case=case).values_list("value", flat=True).first() or ""
    return [
        Found(visit, worded(question, each["value"]), each["note"], bool(each["value"]) and each["value"] != own)
        for visit in submission.visits.order_by("on", "pk")
        for each in visit.seen
        if (each["question"], each["case"]) == (id, case)
    ]


def name_of(submission: Submission, id: str, case: str) -> str:
    """The name of a question of a form, with its case."""
    participant = submission.participant
    question = question_of(participant.cycle, participant.block, id)
    name = question.name.of(chosen()) if question is not None else id
    return f"{name} ({case})" if case else name
