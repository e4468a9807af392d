"""Scoring a stage: a run that never changes afterwards."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from chiso import __version__
from chiso.web.actions.history import locked, record
from chiso.web.actions.refusal import Refused
from chiso.web.bridge.chains import cycle_chain
from chiso.web.bridge.running import places, stored
from chiso.web.bridge.stages import answers
from chiso.web.models import Cycle, Person, Placed, Run, Stage

BATCH = 2000


@transaction.atomic
def begin(cycle: Cycle, stage: str, *, by: Person | None, reason: str = "") -> Run:
    """A run that waits to be computed; Refused while another one of the cycle is under way."""
    chain = locked(cycle_chain(cycle.code))
    if cycle.runs.filter(done_at=None, problem="").exists():
        raise Refused("running", _("A run is under way already. Wait until it is done."))
    last = cycle.runs.order_by("-number").values_list("number", flat=True).first() or 0
    run = Run.objects.create(
        cycle=cycle, number=last + 1, stage=Stage(stage), framework=cycle.framework_id, engine=__version__,
        reason=reason.strip(), by=by, at=timezone.now(),
    )  # fmt: skip
    record(chain, "begin_run", by=by, what={"number": run.number, "stage": run.stage, "reason": run.reason})
    return run


def compute(run: Run) -> Run:
    """The run computed and stored, its progress told in percent on the way; what went wrong is told in `problem`."""
    cycle = run.cycle
    _told(run, 5)
    run.answers = stored(answers(cycle, run.stage))
    run.save(update_fields=("answers",))
    _told(run, 40)
    by_code = {each.unit.code: each for each in cycle.participants.select_related("unit")}
    found = list(places(run, by_code))
    _told(run, 80)
    with transaction.atomic():
        chain = locked(cycle_chain(cycle.code))
        Placed.objects.bulk_create(found, batch_size=BATCH)
        run.percent, run.done_at = 100, timezone.now()
        run.save(update_fields=("percent", "done_at"))
        record(chain, "run", by=run.by, what={"number": run.number, "stage": run.stage, "answers": run.answers})
    return run


def fail(run: Run, problem: str) -> None:
    """Notes why a run could not be computed, so that another one may begin."""
    run.problem = problem
    run.save(update_fields=("problem",))


def _told(run: Run, percent: int) -> None:
    Run.objects.filter(pk=run.pk).update(percent=percent)
