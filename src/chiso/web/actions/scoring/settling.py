"""The four acts: settled, submitted, sent back with a reason or approved; a correction begins with a new run."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chiso.web.actions.cycle.opening import move
from chiso.web.actions.history import locked, record
from chiso.web.actions.refusal import Refused
from chiso.web.bridge.chains import cycle_chain
from chiso.web.bridge.confirming import unconfirmed_units
from chiso.web.bridge.freezing import frozen_digest, ready
from chiso.web.models import Cycle, Explanation, Grant, Person, Phase, Run, Settlement, Stage, Verdict
from chiso.web.models.phases import may

State = Settlement.State


@transaction.atomic
def settle(run: Run, *, by: Person, unconfirmed_reason: str = "") -> Settlement:
    """The settlement of a run: what its result rests on is frozen, with its digest.

    unconfirmed_reason: why it is settled although units did not confirm their answers as they count now. Refused
    without one; where the run is not of the stage `final` or not the newest; where its folder takes long and was not
    made yet; for somebody who corrected answers of their own unit or granted it points.
    """
    cycle = _held(run.cycle)
    _settleable(cycle, run, by)
    missing = unconfirmed(cycle)
    if missing and not unconfirmed_reason.strip():
        told = ngettext(
            "{count} unit has not confirmed its answers before settling.",
            "{count} units have not confirmed their answers before settling.",
            missing,
        )
        raise Refused("unconfirmed", told.format(count=missing))
    now, last = timezone.now(), Settlement.objects.filter(run__cycle=cycle).order_by("-at").first()
    if last is not None:
        last.state, last.changed_at = State.SUPERSEDED, now
        last.save(update_fields=("state", "changed_at"))
    reason = unconfirmed_reason.strip() if missing else ""
    made = Settlement.objects.create(
        run=run, digest=frozen_digest(run), supersedes=last, by=by, at=now, changed_at=now, reason=reason
    )  # fmt: skip
    what = {"run": run.number, "digest": made.digest, "unconfirmed": missing, "reason": reason}
    record(locked(cycle_chain(cycle.code)), "settle", by=by, what=what, at=now)
    move(cycle, Phase.SETTLED, by=by, at=now)
    return made


def _settleable(cycle: Cycle, run: Run, by: Person) -> None:
    """Refused where this run cannot be settled, or not by this person."""
    _may(cycle, "settle", by)
    newest = cycle.runs.order_by("-number").first()
    if run.stage != Stage.FINAL or run.done_at is None:
        raise Refused("stage", _("Only a finished run of the final stage can be settled."))
    if newest is None or newest.pk != run.pk:
        raise Refused("newest", _("There is a newer run. Settle that one, or look at it first."))
    if own_hand(cycle, by):
        raise Refused("own", _("Who corrected answers of their own unit or granted it points does not settle."))
    if Settlement.objects.filter(run=run).exists():
        raise Refused("settled", _("This run was settled once. Begin a new one."))
    if changed_since(run):
        raise Refused("stale", _("Answers were corrected or points granted since this run. Begin a new one."))
    if not ready(run):
        raise Refused("folder", _("Prepare the folder of the run first: it has many units."))


def changed_since(run: Run) -> bool:
    """Whether verdicts, explanations or grants of a cycle are newer than a run."""
    about = {"submission__participant__cycle": run.cycle_id}
    return (
        Verdict.objects.filter(**about, double=False, at__gt=run.at).exists()
        or Explanation.objects.filter(**about, answered_at__gt=run.at).exists()
        or Grant.objects.filter(participant__cycle=run.cycle_id, at__gt=run.at).exists()
    )


def unconfirmed(cycle: Cycle) -> int:
    """How many units that are ranked have not confirmed, a second time, the answers that count now."""
    return len(list(unconfirmed_units(cycle)))


def own_hand(cycle: Cycle, person: Person) -> bool:
    """Whether somebody corrected answers of the unit that they belong to now, or granted it points."""
    if person.unit_id is None:
        return False
    mine = Verdict.objects.filter(
        submission__participant__cycle=cycle, submission__participant__unit=person.unit_id, by=person
    )
    points = Grant.objects.filter(participant__cycle=cycle, participant__unit=person.unit_id, by=person)
    return mine.exists() or points.exists()


@transaction.atomic
def submit(settlement: Settlement, *, by: Person) -> Settlement:
    """The settled result, handed to who approves it."""
    return _changed(settlement, (State.SETTLED, State.SENT_BACK), State.SUBMITTED, Phase.SUBMITTED, by=by)


@transaction.atomic
def approve(settlement: Settlement, *, by: Person) -> Settlement:
    """The submitted result, approved."""
    return _changed(settlement, (State.SUBMITTED,), State.APPROVED, Phase.APPROVED, by=by)


@transaction.atomic
def send_back(settlement: Settlement, *, reason: str, by: Person) -> Settlement:
    """The submitted result, sent back: the cycle is settled as before, and may be verified again."""
    if not reason.strip():
        raise Refused("reason", _("Say why the result is sent back."))
    return _changed(settlement, (State.SUBMITTED,), State.SENT_BACK, Phase.SETTLED, by=by, reason=reason.strip())


@transaction.atomic
def verify_again(cycle: Cycle, *, reason: str, by: Person) -> Cycle:
    """A cycle open for corrections again: settled, sent back, or approved; what was settled stays as it is.

    A result that was approved is corrected by a new run and a settlement that supersedes it.
    """
    found = _held(cycle)
    _may(found, "verify_again", by)
    return move(found, Phase.VERIFYING_AGAIN, by=by, reason=reason)


def _may(cycle: Cycle, verb: str, by: Person) -> None:
    if not may(by.roles(), verb, Phase(cycle.phase)):
        raise Refused("phase", _("The result no longer stands where this could be done."))


def _changed(
    settlement: Settlement, before: tuple[str, ...], after: str, phase: Phase, *, by: Person, reason: str = ""
) -> Settlement:
    """A settlement one act on; Refused where it does not stand where it should, as when it is done twice."""
    cycle, now = _held(settlement.run.cycle), timezone.now()
    settlement = Settlement.objects.select_related("run").get(pk=settlement.pk)
    verb = {State.SUBMITTED: "submit", State.APPROVED: "approve", State.SENT_BACK: "send_back"}[State(after)]
    if settlement.state not in before:
        raise Refused("state", _("The result no longer stands where this could be done."))
    _may(cycle, verb, by)
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
