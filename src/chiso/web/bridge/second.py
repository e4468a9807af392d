"""How far two verifiers agree who judged the same answers without seeing each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from chiso.language import chosen
from chiso.report.numbers import number
from chiso.web.bridge.framework import framework_of
from chiso.web.bridge.sheet import Field, question_of, sheet
from chiso.web.bridge.workbook import worded
from chiso.web.models import Cycle, Participant, Verdict

MOST = 200
"""Disagreements on a page."""


@dataclass(frozen=True)
class Rate:
    """Of how many answers that were judged twice both sides said the same; code "" for all."""

    code: str
    name: str
    pairs: int
    same: int

    @property
    def share(self) -> str:
        """In percent with one decimal, rounded half up; empty where nothing was judged twice."""
        return number(_percent(self.same, self.pairs)) if self.pairs else ""


@dataclass(frozen=True)
class Differing:
    """An answer on which they differ; first, second: the verdicts in words."""

    unit: str
    code: str
    name: str
    question: str
    case: str
    first: str
    first_by: str
    second: str
    second_by: str
    second_reason: str


@dataclass(frozen=True)
class Agreement:
    """The figure over all, by criterion, and where they differ."""

    whole: Rate
    criteria: tuple[Rate, ...]
    differing: tuple[Differing, ...]


Key = tuple[int, str, str]


def agreement(cycle: Cycle) -> Agreement | None:
    """The agreement of a cycle; None where nothing was judged twice.

    The newest verdict of each side within the first round that has both counts. Alike are two that agree, and two that
    correct to the same value; answers of which the first verifier asked an explanation are left out.
    """
    seconds = _newest(cycle, double=True)
    firsts = {key: each for key, each in _newest(cycle, double=False).items()
              if key in seconds and each.kind != Verdict.Kind.ASK}  # fmt: skip
    if not firsts:
        return None
    same = {key for key, each in firsts.items() if _said(each) == _said(seconds[key])}
    differing = [key for key in sorted(firsts) if key not in same]
    return Agreement(
        Rate("", "", len(firsts), len(same)),
        tuple(_by_criterion(cycle, firsts, same)),
        tuple(_differing(cycle, [(firsts[key], seconds[key]) for key in differing[:MOST]])),
    )


def _newest(cycle: Cycle, *, double: bool) -> dict[Key, Verdict]:
    given = Verdict.objects.filter(submission__participant__cycle=cycle, double=double).select_related("by")
    if not double:
        given = given.filter(submission__verdicts__double=True).distinct()
    return {(each.submission_id, each.question, each.case): each for each in given.order_by("round", "pk")}


def _said(verdict: Verdict) -> tuple[str, str]:
    return verdict.kind, verdict.value


def _by_criterion(cycle: Cycle, firsts: Iterable[Key], same: set[Key]) -> list[Rate]:
    framework = framework_of(cycle)
    fields: dict[str, Field] = {}
    for block in framework.block_ids:
        fields.update({each.id: each for part in sheet(cycle, block) for each in part.fields})
    pairs: dict[str, list[bool]] = {}
    for key in firsts:
        for code in fields[key[1]].criteria if key[1] in fields else ():
            pairs.setdefault(code, []).append(key in same)
    return [
        Rate(node.code, node.name.of(chosen()), len(pairs[node.code]), sum(pairs[node.code]))
        for node in framework.walk() if node.code in pairs
    ]  # fmt: skip


def _differing(cycle: Cycle, found: list[tuple[Verdict, Verdict]]) -> list[Differing]:
    owners = {each.submission_id for each, _second in found}
    units = {each.submission.pk: each for each in
             Participant.objects.filter(submission__in=owners).select_related("unit", "submission")}  # fmt: skip
    return [_differs(cycle, units[first.submission_id], first, second) for first, second in found]


def _differs(cycle: Cycle, unit: Participant, first: Verdict, second: Verdict) -> Differing:
    question = question_of(cycle, unit.block, first.question)
    name = question.name.of(chosen()) if question is not None else first.question

    def words(verdict: Verdict) -> str:
        value = worded(question, verdict.value) if question is not None and verdict.value else ""
        return f"{verdict.get_kind_display()} {value}".strip()

    return Differing(
        unit.name, unit.unit.code, f"{name} ({first.case})" if first.case else name, first.question, first.case,
        words(first), str(first.by), words(second), str(second.by), second.reason,
    )  # fmt: skip


def _percent(part: int, whole: int) -> str:
    tenths = (2000 * part + whole) // (2 * whole)
    return f"{tenths // 10}.{tenths % 10}"
