"""How far the verification of each unit is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count

from chiso.web.models import Risk

State = Risk.State


@dataclass(frozen=True)
class Judged:
    """How many answers of a unit there are, and how many of them were agreed with, corrected, asked of, explained."""

    answers: int = 0
    agreed: int = 0
    corrected: int = 0
    asked: int = 0
    explained: int = 0

    @property
    def verified(self) -> int:
        """How many have a verdict that stands."""
        return self.agreed + self.corrected


def judged(submissions: Iterable[int]) -> dict[int, Judged]:
    """The counts of some forms, by the key of each; none for a form without answers, or before verification begins."""
    counts: dict[int, dict[str, int]] = {}
    found = Risk.objects.filter(submission__in=list(submissions)).order_by().values_list("submission", "state")
    for submission, state, count in found.annotate(count=Count("pk")):
        counts.setdefault(submission, {})[state] = count
    kinds = (State.AGREED, State.CORRECTED, State.ASKED, State.EXPLAINED)
    return {key: Judged(sum(each.values()), *(each.get(kind, 0) for kind in kinds)) for key, each in counts.items()}
