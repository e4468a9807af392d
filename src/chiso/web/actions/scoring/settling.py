"""The four acts: settled, submitted, sent back with a reason or approved; a correction begins with a new run."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from chiso.web.actions.cycle.opening import move
from chiso.web.actions.history import locked, record
from chiso.web.actions.refusal import Refused
from chiso.web.bridge.chains import cycle_chain
from chiso.web.bridge.freezing import frozen_digest
from chiso.web.models import Cycle, Person, Phase, Run, Settlement, Stage, Submission
from chiso.web.models.cycle import Status

State = Settlement.State


@transaction.atomic
def settle(run: Run, *, by: Person) -> Settlement:
    """The settlement of a run: what its result rests on is frozen, with its digest.

    Refused where the run is not of the stage `final`, is not the newest, or a unit has not confirmed its answers a
    second time; and for a person whose own unit it would settle alone is for the gate to see.
    """
    cycle = _held(run.cycle)
    newest = cycle.runs.order_by("-number").first()
    if run.stage != Stage.FINAL or run.done_at is None:
        raise Refused("stage", _("Only a finished run of the final stage can be settled."))
    if newest is None or newest.pk != run.pk:
        raise Refused("newest", _("There is a newer run. Settle that one, or look at it first."))
    if missing := unconfirmed(cycle):
        told = _("{count} units have not confirmed their answers before settling.")
        raise Refused("unconfirmed", told.format(count=missing))
    now, last = timezone.now(), Settlement.objects.filter(run__cycle=cycle).order_by("-at").first()
    if last is not None:
        last.state, last.changed_at = State.SUPERSEDED, now
        last.save(update_fields=("state", "changed_at"))
    made = Settlement.objects.create(
        run=run, digest=frozen_digest(run), supersedes=last, by=by, at=now, changed_at=now
    )  # fmt: skip
    record(locked(cycle_chain(cycle.code)), "settle", by=by, what={"run": run.number, "digest": made.digest}, at=now)
    move(cycle, Phase.SETTLED, by=by, at=now)
    return made


def unconfirmed(cycle: Cycle) -> int:
    """How many units that are ranked have not confirmed their answers a second time."""
    ranked = Submission.objects.filter(participant__cycle=cycle, participant__status=Status.RANKED)
    return ranked.exclude(confirmations__which=2).count()


@transaction.atomic
def submit(settlement: Settlement, *, by: Person) -> Settlement:
    """The settled result, handed to who approves it."""
    return _changed(settlement, State.SETTLED, State.SUBMITTED, Phase.SUBMITTED, by=by)


@transaction.atomic
def approve(settlement: Settlement, *, by: Person) -> Settlement:
    """The submitted result, approved."""
    return _changed(settlement, State.SUBMITTED, State.APPROVED, Phase.APPROVED, by=by)


@transaction.atomic
def send_back(settlement: Settlement, *, reason: str, by: Person) -> Settlement:
    """The submitted result, sent back: the cycle is settled as before, and may be verified again."""
    if not reason.strip():
        raise Refused("reason", _("Say why the result is sent back."))
    return _changed(settlement, State.SUBMITTED, State.SENT_BACK, Phase.SETTLED, by=by, reason=reason.strip())


@transaction.atomic
def verify_again(cycle: Cycle, *, reason: str, by: Person) -> Cycle:
    """A settled cycle whose result was sent back, or was never submitted, open for corrections again."""
    found = _held(cycle)
    for state in (State.SUBMITTED, State.APPROVED):
        if Settlement.objects.filter(run__cycle=found, state=state).exists():
            raise Refused("state", _("The result is submitted or approved: it cannot be corrected in place."))
    return move(found, Phase.VERIFYING_AGAIN, by=by, reason=reason)


def _changed(
    settlement: Settlement, before: str, after: str, phase: Phase, *, by: Person, reason: str = ""
) -> Settlement:
    """A settlement one act on; Refused where it does not stand where it should, as when it is done twice."""
    cycle, now = _held(settlement.run.cycle), timezone.now()
    settlement = Settlement.objects.select_related("run").get(pk=settlement.pk)
    if settlement.state != before:
        raise Refused("state", _("The result no longer stands where this could be done."))
    settlement.state, settlement.reason, settlement.changed_at = after, reason, now
    settlement.save(update_fields=("state", "reason", "changed_at"))
    what = {"run": settlement.run.number, "digest": settlement.digest, "reason": reason}
    record(locked(cycle_chain(cycle.code)), str(after), by=by, what=what, at=now)
    move(cycle, phase, by=by, reason=reason, at=now)
    return settlement


def _held(cycle: Cycle) -> Cycle:
    """The cycle as it stands, nobody else changing it until the transaction ends."""
    locked(cycle_chain(cycle.code))
    return Cycle.objects.get(pk=cycle.pk)
