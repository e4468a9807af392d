"""Documents that are made: kept with their digests; after approval replaced only on purpose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.cache import cache
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from chiso.web.actions.history import locked, record
from chiso.web.actions.refusal import Refused
from chiso.web.bridge.chains import cycle_chain
from chiso.web.bridge.papering import Unmade, content, keep, maker, run_for
from chiso.web.bridge.telling import told as told_of
from chiso.web.models import Cycle, Paper, Person, Phase, Run
from chiso.web.models.phases import may

FINAL = (Phase.APPROVED, Phase.PUBLISHED)
HOUR = 3600


@dataclass(frozen=True)
class Order:
    """What is to be made; units: a document for each, none for the whole one; reason: why one that stands is replaced.

    told: what people told and the system knew when it was ordered.
    """

    kind: str
    format: str
    run: Run | None
    units: tuple[str, ...] = ()
    reason: str = ""
    told: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Progress:
    """How far the making of a kind is; problem: what stopped it."""

    done: int
    of: int
    problem: str = ""

    @property
    def under_way(self) -> bool:
        """Whether it is still going on."""
        return not self.problem and self.done < self.of


def ordered(cycle: Cycle, kind: str, format: str, *, by: Person, units: Iterable[str] = (), reason: str = "") -> Order:
    """The order, checked: Refused for who may not, without a run, and where an approved result has the document."""
    found = Cycle.objects.select_related("organiser", "previous").get(pk=cycle.pk)
    if not may(by.roles(), "write_papers"):
        raise Refused("role", _("The organiser makes the documents."))
    order = Order(kind, format, run_for(found), tuple(units), reason.strip(), told_of(found, kind))
    if progress(found, kind).under_way:
        raise Refused("under_way", _("This document is being made already. Wait until it is done."))
    for unit in order.units or ("",):
        _replaceable(found, order, unit)
    return order


def _replaceable(cycle: Cycle, order: Order, unit: str) -> None:
    standing = Paper.objects.filter(
        cycle=cycle, kind=order.kind, unit=unit, format=order.format, superseded_at=None
    ).exists()
    if standing and cycle.phase in FINAL and not order.reason:
        raise Refused(
            "approved",
            _("The result is approved and this document stands. Say why it is superseded, or leave it as it is."),
        )


def make(cycle: Cycle, order: Order, *, by: Person) -> list[Paper]:
    """The papers, its progress told on the way; Refused and InputError where one cannot be made."""
    units, found = order.units or ("",), []
    _tell(cycle, order.kind, Progress(0, len(units)))
    try:
        made = maker(cycle, order.kind, order.told, run=order.run)
        for place, unit in enumerate(units, 1):
            raw = content(made(unit), order.format, to_sign=len(units) == 1)
            found.append(stand(cycle, order, unit, raw, by=by))
            _tell(cycle, order.kind, Progress(place, len(units)))
    except Unmade as unmade:
        raise Refused(unmade.lacks, UNMADE[unmade.lacks]()) from None
    return found


UNMADE = {
    "run": lambda: _("There is no result yet. Begin a run first."),
    "unit": lambda: _("This document is made of one unit. Choose it."),
}


@transaction.atomic
def stand(cycle: Cycle, order: Order, unit: str, raw: bytes, *, by: Person) -> Paper:
    """The paper that stands from now on; the one before is superseded, and the same bytes change nothing."""
    chain = locked(cycle_chain(cycle.code))
    fresh = Cycle.objects.get(pk=cycle.pk)
    _replaceable(fresh, order, unit)
    digest, now = keep(raw), timezone.now()
    before = Paper.objects.filter(
        cycle=fresh, kind=order.kind, unit=unit, format=order.format, superseded_at=None
    )  # fmt: skip
    same = before.filter(digest=digest, run=order.run).first()
    if same is not None:
        return same
    old = list(before.values_list("digest", flat=True))
    before.update(superseded_at=now)
    made = Paper.objects.create(
        cycle=fresh, kind=order.kind, unit=unit, run=order.run, told=dict(order.told), format=order.format,
        digest=digest, size=len(raw), by=by, at=now,
    )  # fmt: skip
    what = {"digest": digest, "run": order.run.number if order.run else 0, "supersedes": old, "reason": order.reason}
    subject = "/".join(part for part in ("paper", order.kind, unit, order.format) if part)
    record(chain, "paper", by=by, subject=subject, what=what, at=now)
    return made


def progress(cycle: Cycle, kind: str) -> Progress:
    """How far the making of a kind is in a cycle; all done where nothing was ordered."""
    return Progress(*cache.get(_key(cycle, kind), (0, 0, "")))


def waiting(cycle: Cycle, kind: str, count: int) -> None:
    """Notes that so many papers of a kind wait to be made."""
    _tell(cycle, kind, Progress(0, count))


def fail(cycle: Cycle, kind: str, problem: str) -> None:
    """Notes what stopped the making of a kind."""
    _tell(cycle, kind, Progress(0, 0, problem))


def _tell(cycle: Cycle, kind: str, found: Progress) -> None:
    cache.set(_key(cycle, kind), (found.done, found.of, found.problem), HOUR)


def _key(cycle: Cycle, kind: str) -> str:
    return f"papers/{cycle.pk}/{kind}"
