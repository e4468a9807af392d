"""Scoring a stage: a run that never changes afterwards."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from chiso import __version__
from chiso.web.actions.history import locked, record
from chiso.web.actions.refusal import Refused
from chiso.web.bridge.chains import cycle_chain
from chiso.web.bridge.running import places, score_now, stored
from chiso.web.bridge.stages import answers, corrections
from chiso.web.models import Cycle, Person, Phase, Placed, Run, Stage

BATCH = 2000
LONGEST = timedelta(hours=1)
"""How long a run may be under way; after that its worker is gone, and another run may begin."""


@transaction.atomic
def begin(cycle: Cycle, stage: str, *, by: Person | None, reason: str = "") -> Run:
    """A run that waits to be computed; Refused while another one is under way, or before there are answers."""
    chain = locked(cycle_chain(cycle.code))
    cycle = Cycle.objects.get(pk=cycle.pk)
    if cycle.phase == Phase.PREPARING:
        raise Refused("phase", _("The cycle has not begun: there is nothing to score yet."))
    waiting = cycle.runs.filter(done_at=None, problem="")
    waiting.filter(at__lt=timezone.now() - LONGEST).update(problem=_("It broke off."))
    if waiting.exists():
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
    found = answers(cycle, run.stage)
    _told(run, 20)
    run.answers = stored(found, corrections(cycle, run.stage, found))
    run.save(update_fields=("answers",))
    score_now(run.framework, found, run.answers)
    _told(run, 40)
    by_code = {each.unit.code: each for each in cycle.participants.select_related("unit")}
    rows = list(places(run, by_code))
    _told(run, 80)
    with transaction.atomic():
        chain = locked(cycle_chain(cycle.code))
        Placed.objects.bulk_create(rows, batch_size=BATCH)
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
