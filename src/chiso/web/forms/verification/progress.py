"""How far verification is: one's own part, each verifier, and the agreement of blind second checks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Max, Q, QuerySet

from chiso.web.bridge.second import Agreement, Differing, Rate, agreement
from chiso.web.forms.verification.listing import BADGES, address
from chiso.web.models import Cycle, Person, Risk, Verdict


@dataclass(frozen=True)
class Verifier:
    """What one verifier has said so far."""

    name: str
    verdicts: int
    corrected: int
    asked: int
    last: Any


@dataclass(frozen=True)
class Second:
    """The blind second check of a cycle; differing: each disagreement with where its answer is looked at."""

    pairs: int
    same: int
    share: str
    criteria: tuple[Rate, ...]
    differing: tuple[tuple[Differing, str], ...]


def states(found: QuerySet[Risk]) -> list[tuple[Any, int, str]]:
    """How many rows of a list stand in each state: name, count, class."""
    counted = dict(found.order_by().values_list("state").annotate(count=Count("pk")))
    return [(state.label, counted.get(state.value, 0), BADGES[state.value]) for state in Risk.State]


def share(counted: list[tuple[Any, int, str]]) -> int | None:
    """The share that is judged, in percent rounded down; None of nothing."""
    whole = sum(count for _name, count, _badge in counted)
    return 100 * (whole - counted[0][1]) // whole if whole else None


def verifiers(cycle: Cycle) -> list[Verifier]:
    """What each verifier has said, blind second verdicts too."""
    kinds = {name: Count("pk", filter=Q(kind=kind)) for name, kind in
             (("corrected", Verdict.Kind.CORRECT), ("asked", Verdict.Kind.ASK))}  # fmt: skip
    counted = Verdict.objects.filter(submission__participant__cycle=cycle).order_by().values("by").annotate(
        verdicts=Count("pk"), last=Max("at"), **kinds
    )  # fmt: skip
    rows: dict[int, Any] = {each["by"]: each for each in counted}
    people = Person.objects.filter(Q(pk__in=rows) | Q(assignments__cycle=cycle)).distinct().order_by("name", "username")
    return [_verifier(each, rows.get(each.pk, {})) for each in people]


def _verifier(person: Person, counted: Mapping[str, Any]) -> Verifier:
    verdicts, corrected, asked = (int(counted.get(name, 0)) for name in ("verdicts", "corrected", "asked"))
    return Verifier(str(person), verdicts, corrected, asked, counted.get("last"))


def second(cycle: Cycle) -> Second | None:
    """The blind second check of a cycle, None where nothing was judged twice."""
    found: Agreement | None = agreement(cycle)
    if found is None:
        return None
    lines = tuple((each, address(cycle.code, each.code, each.question, each.case)) for each in found.differing)
    return Second(found.whole.pairs, found.whole.same, found.whole.share, found.criteria, lines)
