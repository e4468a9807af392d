"""Where every unit of a cycle stands: the rows of the follow-up board, filtered, and their counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, TypeAlias

from django.db.models import Count, DateTimeField, Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from chiso.web.bridge.calendar import window_end
from chiso.web.models import Confirmation, Cycle, Participant, Phase
from chiso.web.models.cycle import Status
from chiso.web.models.submission import State

Standing: TypeAlias = Literal[
    "unopened", "open", "closed", "late", "week", "day", "errors", "complete", "unconfirmed", "first", "second"
]
STANDINGS: tuple[Standing, ...] = (
    "unopened", "open", "closed", "late", "week", "day", "errors", "complete", "unconfirmed", "first", "second",
)  # fmt: skip
WHOLE = 100


@dataclass(frozen=True)
class Wanted:
    """What the board shows: a block, a standing, units whose name or code has some words; "" for all.

    part: units whose form has answers to less than `below` percent of this part, by its code.
    """

    block: str = ""
    standing: str = ""
    words: str = ""
    part: str = ""
    below: int = WHOLE


def rows(cycle: Cycle, wanted: Wanted, now: datetime) -> QuerySet[Participant]:
    """The participants that are wanted, each with its unit, its submission and its deadline `due`.

    first, second: whether the unit confirmed its answers after collecting, and before they are settled.
    """
    found = _all(cycle).select_related("unit", "submission")
    if wanted.block:
        found = found.filter(block=wanted.block)
    if wanted.words:
        found = found.filter(Q(name__icontains=wanted.words) | Q(unit__code__icontains=wanted.words))
    if wanted.part:
        found = found.filter(pk__in=_behind(cycle, wanted.part, wanted.below))
    conditions = _conditions(now)
    return found.filter(conditions[wanted.standing]) if wanted.standing in conditions else found


def _behind(cycle: Cycle, part: str, below: int) -> list[int]:
    """Participants with answers to less than so many percent of a part; counted here, as databases read JSON apart."""
    kept = cycle.participants.order_by().values_list("pk", "submission__sections")
    counts = ((pk, sections.get(part)) for pk, sections in kept if sections)
    return [pk for pk, count in counts if count and count[0] and WHOLE * count[1] < below * count[0]]


def totals(cycle: Cycle, now: datetime) -> dict[str, int]:
    """How many units there are in all ("all"), and of each standing, in one query."""
    conditions = _conditions(now)
    # Named apart from what it counts: PostgreSQL would look for a standing called like the condition it rests on.
    counted = {f"n_{name}": Count("pk", filter=condition) for name, condition in conditions.items()}
    found = _all(cycle).aggregate(n_all=Count("pk"), **counted)
    return {name.removeprefix("n_"): count for name, count in found.items()}


def _all(cycle: Cycle) -> QuerySet[Participant]:
    closes = window_end(cycle.pk, Phase.COLLECTING)
    due = Coalesce(F("until"), Value(closes, output_field=DateTimeField()), output_field=DateTimeField())
    found = cycle.participants.exclude(status__in=(Status.EXCLUDED, Status.FEEDER))
    confirmed = {name: Exists(Confirmation.objects.filter(submission=OuterRef("submission__pk"), which=which))
                 for which, name in enumerate(("first", "second"), 1)}  # fmt: skip
    return found.annotate(due=due, **confirmed).order_by("place", "pk")


def _conditions(now: datetime) -> dict[str, Q]:
    """What each standing means; a form is late from its deadline on where its leader has not closed it."""
    pending = ~Q(submission__state=State.CLOSED)
    ahead = pending & Q(due__gt=now)
    return {
        "unopened": Q(submission__state=State.UNOPENED),
        "open": Q(submission__state=State.OPEN),
        "closed": Q(submission__state=State.CLOSED),
        "late": (pending & Q(due__lte=now)) | Q(submission__late=True),
        "week": ahead & Q(due__lte=now + timedelta(days=7)),
        "day": ahead & Q(due__lte=now + timedelta(days=1)),
        "errors": Q(submission__errors__gt=0),
        "complete": Q(submission__answered__gte=F("submission__asked")) & Q(submission__asked__gt=0),
        "unconfirmed": Q(submission__state=State.CLOSED, first=False),
        "first": Q(first=True),
        "second": Q(second=True),
    }
