"""The work list as its page shows it: each answer in words, with why it is there and what was said of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from chiso.language import chosen
from chiso.web.bridge.risks import KINDS, Told, told
from chiso.web.bridge.scope import criteria
from chiso.web.bridge.sheet import questions_of
from chiso.web.bridge.workbook import worded
from chiso.web.bridge.worklist import Reader, second_verdicts
from chiso.web.models import Answer, Cycle, Risk, Submission

BADGES = {"open": "", "agreed": "state-good", "corrected": "state-warn", "asked": "state-on", "explained": "state-bad"}


@dataclass(frozen=True)
class Item:
    """One line; state: its name, empty for a blind second verifier who has not judged it; badge: its class."""

    risk: Risk
    unit: str
    code: str
    name: str
    answer: str
    measure: str
    why: tuple[Told, ...]
    state: Any
    badge: str
    changed: bool
    address: str


@dataclass(frozen=True)
class Choices:
    """What the list may be filtered by: values and words."""

    criteria: list[tuple[str, str]]
    kinds: list[tuple[str, Any]]
    states: list[tuple[str, Any]]


def items(cycle: Cycle, reader: Reader, found: Iterable[Risk], query: str = "") -> list[Item]:
    """The lines of a page; query: of its address, by which the screens of its answers know their neighbours."""
    risks = list(found)
    ids = {risk.submission_id for risk in risks}
    forms = {each.pk: each for each in Submission.objects.filter(pk__in=ids).select_related("participant__unit")}
    answers = _answers(risks)
    judged = _judged(cycle, reader, ids)
    return [_item(cycle, reader, risk, forms[risk.submission_id], answers, judged, query) for risk in risks]


def choices(cycle: Cycle) -> Choices:
    """The filters of a cycle's list."""
    return Choices(
        criteria(cycle), [(kind.id, kind.name) for kind in KINDS], [(each.value, each.label) for each in Risk.State]
    )


def address(cycle: str, unit: str, question: str, case: str = "", query: str = "") -> str:
    """Where one answer is looked at."""
    base = reverse("verification_answer", kwargs={"code": cycle, "unit": unit, "question": question})
    told = [part for part in (urlencode({"case": case}) if case else "", query) if part]
    return f"{base}?{'&'.join(told)}" if told else base


Keys = dict[tuple[int, str, str], Answer]


def _answers(risks: list[Risk]) -> Keys:
    questions = {risk.question for risk in risks}
    found = Answer.objects.filter(submission__in={risk.submission_id for risk in risks}, question__in=questions)
    return {(each.submission_id, each.question, each.case): each for each in found}


def _judged(cycle: Cycle, reader: Reader, ids: set[int]) -> dict[tuple[int, str, str], str]:
    """What a blind second verifier said themselves."""
    if not reader.double:
        return {}
    found = second_verdicts(cycle, reader.person).filter(submission__in=ids).order_by("pk")
    return {(each.submission_id, each.question, each.case): each.kind for each in found}


def _item(
    cycle: Cycle, reader: Reader, risk: Risk, form: Submission, answers: Keys, judged: dict[tuple[int, str, str], str],
    query: str,
) -> Item:  # fmt: skip
    participant, key = form.participant, (risk.submission_id, risk.question, risk.case)
    question = questions_of(cycle, participant.block).get(risk.question)
    answer = answers.get(key)
    name = question.name.of(chosen()) if question is not None else risk.question
    text = worded(question, answer.value) if question is not None and answer is not None else ""
    state = (
        {"agree": "agreed", "correct": "corrected"}.get(judged.get(key, ""), "open") if reader.double else risk.state
    )
    return Item(
        risk=risk,
        unit=participant.name,
        code=participant.unit.code,
        name=f"{name} ({risk.case})" if risk.case else name,
        answer=text,
        measure=(question.unit or "") if question is not None else "",
        why=tuple(each for each in told(risk, question) if not (reader.double and each.kind.id == "changed")),
        state=Risk.State(state).label,
        badge=BADGES[state],
        changed=answer is not None and answer.version != risk.version,
        address=address(cycle.code, participant.unit.code, risk.question, risk.case, query),
    )
