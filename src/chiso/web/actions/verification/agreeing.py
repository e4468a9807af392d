"""Agreeing with many answers at once, where another system counts the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from chiso.web.actions.history import locked_all, record_all
from chiso.web.actions.refusal import Refused
from chiso.web.bridge.chains import unit_chain
from chiso.web.bridge.scope import FIRST, Scope, scope
from chiso.web.models import Answer, Count, Cycle, Person, Phase, Risk, Submission, Verdict
from chiso.web.models.phases import ROUND

MOST = 1000
"""Answers that are agreed with at once."""
MANY = 500

Key = tuple[int, str, str]


@dataclass(frozen=True)
class Agreed:
    """How many answers were agreed with, and how many were left because they no longer match or were judged."""

    agreed: int
    left: int


@transaction.atomic
def agree_many(cycle: Cycle, risks: Iterable[int], *, by: Person, at: datetime | None = None) -> Agreed:
    """Agrees with the answers of some rows of the work list that another system counts the same, at most 1,000.

    Each is looked at again: one that was judged, changed, or is not assigned to the person is left as it is.
    """
    now = at or timezone.now()
    if Phase(cycle.phase) not in ROUND:
        raise Refused("phase", _("Answers are not verified now. A later correction is a new run by the organiser."))
    ids = list(dict.fromkeys(risks))[:MOST]
    mine = scope(by, cycle)
    asked = [risk for risk in _rows(cycle, ids) if _open(mine, risk)]
    codes = _codes(asked)
    chains = locked_all(unit_chain(cycle.code, code) for code in codes.values())
    matching = _matching(asked)
    found = [risk for risk in asked if (risk.submission_id, risk.question, risk.case) in matching]
    _write(cycle, found, matching, by, now)
    whats: dict[str, dict[str, Any]] = {}
    for risk in found:
        system = matching[risk.submission_id, risk.question, risk.case][1]
        told = whats.setdefault(
            unit_chain(cycle.code, codes[risk.submission_id]), {"answers": [], "round": ROUND[Phase(cycle.phase)]}
        )
        told["answers"].append([risk.question, risk.case, system])
    record_all(chains, "agree_many", by=by, whats=whats, at=now)
    return Agreed(len(found), len(ids) - len(found))


def _rows(cycle: Cycle, ids: list[int]) -> list[Risk]:
    found: list[Risk] = []
    for start in range(0, len(ids), MANY):
        found += Risk.objects.filter(cycle=cycle, pk__in=ids[start : start + MANY])
    return found


def _open(mine: Scope, risk: Risk) -> bool:
    return risk.state == Risk.State.OPEN and mine.mode(risk.submission_id, risk.question) == FIRST


def _codes(risks: list[Risk]) -> dict[int, str]:
    ids = sorted({risk.submission_id for risk in risks})
    found: dict[int, str] = {}
    for start in range(0, len(ids), MANY):
        rows = Submission.objects.filter(pk__in=ids[start : start + MANY])
        found.update(rows.values_list("pk", "participant__unit__code"))
    return found


def _matching(risks: list[Risk]) -> Mapping[Key, tuple[int, str]]:
    """The version and the system of the answers that are as that system counts, and that nobody judged yet."""
    ids, asked = sorted({risk.submission_id for risk in risks}), {risk.question for risk in risks}
    counted: dict[Key, tuple[str, str]] = {}
    differing: set[Key] = set()
    found: dict[Key, tuple[int, str]] = {}
    for start in range(0, len(ids), MANY):
        some = ids[start : start + MANY]
        given = Answer.objects.filter(submission__in=some, question__in=asked).exclude(value="")
        answers = {(each.submission_id, each.question, each.case): each for each in given}
        counts = Count.objects.filter(participant__submission__in=some, question__in=asked)
        for owner, question, case, system, value in counts.values_list(
            "participant__submission", "question", "case", "system", "value"
        ):
            key = (owner, question, case)
            counted.setdefault(key, (system, value))
            if key in answers and answers[key].value != value:
                differing.add(key)
        judged = set(Verdict.objects.filter(submission__in=some, double=False)
                     .values_list("submission_id", "question", "case"))  # fmt: skip
        for key, answer in answers.items():
            if key in counted and key not in differing and key not in judged:
                found[key] = (answer.version, counted[key][0])
    return found


def _write(
    cycle: Cycle, risks: list[Risk], matching: Mapping[Key, tuple[int, str]], by: Person, now: datetime
) -> None:  # fmt: skip
    round = ROUND[Phase(cycle.phase)]
    verdicts = []
    for risk in risks:
        version, system = matching[risk.submission_id, risk.question, risk.case]
        told = {
            "round": round,
            "kind": Verdict.Kind.AGREE,
            "version": version,
            "from_source": system,
            "by": by,
            "at": now,
        }
        verdicts.append(Verdict(submission_id=risk.submission_id, question=risk.question, case=risk.case, **told))
    Verdict.objects.bulk_create(verdicts, batch_size=MANY)
    pks = [risk.pk for risk in risks]
    for start in range(0, len(pks), MANY):
        Risk.objects.filter(pk__in=pks[start : start + MANY]).update(state=Risk.State.AGREED)
