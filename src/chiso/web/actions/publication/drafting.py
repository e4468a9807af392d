"""What people tell of a document: saved, and copied from the cycle before."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from chiso.web.actions.history import locked, record
from chiso.web.actions.refusal import Refused
from chiso.web.bridge.chains import cycle_chain
from chiso.web.models import Cycle, Draft, Person
from chiso.web.models.phases import may

DATED = (
    "number",
    "date",
    "deadline",
    "period",
    "opened",
    "closed",
    "votes",
    "phases",
    "submission",
    "asked",
    "checked",
)
"""What belongs to its year, and is not copied to the next."""


@transaction.atomic
def save(cycle: Cycle, kind: str, told: Mapping[str, Any], *, by: Person, version: int = 0) -> Draft:
    """The draft of a kind of document; version: of the one that was on the screen, 0 where there was none."""
    chain = locked(cycle_chain(cycle.code))
    _may(by)
    there = Draft.objects.filter(cycle=cycle, kind=kind).first()
    if (there.version if there is not None else 0) != version:
        raise Refused("changed", _("Somebody changed this draft meanwhile. Look again, then write your change anew."))
    made = there or Draft(cycle=cycle, kind=kind, version=0)
    made.told, made.version, made.by, made.at = dict(told), made.version + 1, by, timezone.now()
    made.save()
    record(
        chain, "draft", by=by, subject=f"draft/{kind}", what={"told": made.told, "version": made.version}, at=made.at
    )
    return made


@transaction.atomic
def copy(cycle: Cycle, kind: str, *, by: Person) -> Draft:
    """What was told in the cycle before, taken over where nothing is told yet; numbers and days are left out."""
    chain = locked(cycle_chain(cycle.code))
    _may(by)
    if Draft.objects.filter(cycle=cycle, kind=kind).exists():
        raise Refused("there", _("Something is told already. Nothing was copied over it."))
    before = Draft.objects.filter(cycle=cycle.previous_id, kind=kind).first() if cycle.previous_id else None
    if before is None:
        raise Refused("none", _("The assessment before has no such draft."))
    told = {key: value for key, value in before.told.items() if key not in DATED}
    made = Draft.objects.create(cycle=cycle, kind=kind, told=told, version=1, by=by, at=timezone.now())
    record(chain, "copy_draft", by=by, subject=f"draft/{kind}", what={"told": told}, at=made.at)
    return made


def _may(by: Person) -> None:
    if not may(by.roles(), "write_papers"):
        raise Refused("role", _("The organiser writes the documents."))
