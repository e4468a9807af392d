"""Meetings of the council on a run: who was there, what was said, what was concluded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from chiso.web.actions.history import locked, record
from chiso.web.actions.refusal import Refused
from chiso.web.bridge.chains import cycle_chain
from chiso.web.models import Cycle, Meeting, Person, Phase, Run
from chiso.web.models.phases import may


@dataclass(frozen=True)
class Held:
    """What is told of a meeting; present: a line for each member."""

    on: date
    place: str
    chair: str
    secretary: str
    present: Sequence[str]
    opinions: str
    conclusion: str


@transaction.atomic
def meet(run: Run, held: Held, *, by: Person) -> Meeting:
    """The meeting, noted; Refused where it is on a run that is no longer the newest, or outside its phases."""
    chain = locked(cycle_chain(run.cycle.code))
    cycle = Cycle.objects.get(pk=run.cycle_id)
    if not may(by.roles(), "meet", Phase(cycle.phase)):
        raise Refused("phase", _("The council does not meet on a result now."))
    newest = cycle.runs.order_by("-number").first()
    if newest is None or newest.pk != run.pk:
        raise Refused("newest", _("There is a newer run. The council decides on that one."))
    if run.done_at is None:
        raise Refused("run", _("The run is not done yet."))
    if not held.present:
        raise Refused("present", _("Name who was present."))
    now = timezone.now()
    made = Meeting.objects.create(
        run=run, on=held.on, place=held.place, chair=held.chair, secretary=held.secretary, present=list(held.present),
        opinions=held.opinions, conclusion=held.conclusion, by=by, at=now,
    )  # fmt: skip
    what = {"run": run.number, "on": held.on.isoformat(), "present": list(held.present), "opinions": held.opinions,
            "conclusion": held.conclusion}  # fmt: skip
    record(chain, "meet", by=by, subject=f"meeting/{made.pk}", what=what, at=now)
    return made
