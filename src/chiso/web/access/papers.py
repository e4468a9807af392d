"""Documents of a cycle: written by the organiser, seen by council and auditor; its card by each unit."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.db.models import Count, QuerySet
from django.http import Http404

from chiso.report.kinds.names import Kind
from chiso.web.access.cycle import cycle
from chiso.web.access.people import allowed, roles
from chiso.web.bridge.telling import draft_of
from chiso.web.models import Cycle, Draft, Paper, Participant, Person, Phase, Submission
from chiso.web.models.cycle import Status
from chiso.web.models.phases import may

KINDS = frozenset(kind.value for kind in Kind)
SHOWN = 100
"""Papers of a kind that its page lists; cards beyond that are found by unit."""
TO_UNITS = (Phase.SETTLED, Phase.SUBMITTED, Phase.APPROVED, Phase.PUBLISHED)


def seen(person: Person | AnonymousUser, code: str, kind: str = Kind.DECISION) -> Cycle:
    """A cycle with its documents; Http404 for a kind that there is not."""
    allowed(person, "see_papers")
    if kind not in KINDS:
        raise Http404
    return cycle(person, code)


def written(person: Person | AnonymousUser, code: str, kind: str) -> Cycle:
    """A cycle, to who writes its documents."""
    allowed(person, "write_papers")
    return seen(person, code, kind)


def writes(person: Person | AnonymousUser) -> bool:
    """Whether somebody writes documents."""
    return may(roles(person), "write_papers")


def draft(found: Cycle, kind: str) -> Draft | None:
    """What was told of a kind."""
    return draft_of(found, kind)


def papers(found: Cycle, kind: str) -> QuerySet[Paper]:
    """The papers of a kind, those that stand first, the newest of them first."""
    return found.papers.filter(kind=kind).select_related("by", "run").order_by("superseded_at", "-at", "-pk")


def standing(found: Cycle) -> dict[str, int]:
    """How many papers stand of each kind."""
    rows = found.papers.filter(superseded_at=None).values("kind").annotate(count=Count("pk")).order_by()
    return {row["kind"]: row["count"] for row in rows}


def drafted(found: Cycle) -> set[str]:
    """The kinds of which something was told."""
    return set(found.drafts.values_list("kind", flat=True))


def paper(person: Person | AnonymousUser, code: str, id: int) -> Paper:
    """One paper of a cycle; Http404 where there is none."""
    found = seen(person, code).papers.filter(pk=id).first()
    if found is None:
        raise Http404
    return found


def units(found: Cycle) -> QuerySet[Participant]:
    """The units of which documents are made."""
    return found.participants.filter(status__in=(Status.RANKED, Status.LISTED)).select_related("unit")


def card(submission: Submission) -> Paper | None:
    """The card of a unit, to be shown to it; None before the result is settled."""
    participant = submission.participant
    if participant.cycle.phase not in TO_UNITS:
        return None
    found = Paper.objects.filter(
        cycle=participant.cycle, kind=Kind.CARD, unit=participant.unit.code, format="pdf", superseded_at=None
    )
    return found.order_by("-at").first()
