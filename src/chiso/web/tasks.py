"""What is done in the background: the tasks themselves, which the database keeps until a worker takes them."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.core.management import call_command
from django.utils import timezone
from django.utils.translation import gettext
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from chiso.engine.errors import InputError
from chiso.language import sentence
from chiso.web.actions.cycle.reminding import remind_due
from chiso.web.actions.publication import making
from chiso.web.actions.refusal import Refused
from chiso.web.actions.scoring.running import compute, fail
from chiso.web.actions.submission.closing import close_late
from chiso.web.actions.verification.weighing import weigh, weigh_changed
from chiso.web.bridge.board import Wanted, rows
from chiso.web.bridge.freezing import kept
from chiso.web.models import Cycle, Person, Phase, Run, Submission
from chiso.web.models.phases import ROUND
from chiso.web.models.submission import State

KEPT = timedelta(days=7)
"""How long one can look up what a task came to."""


@task()
def tick() -> None:
    """What the clock brings: late forms close by themselves, units are reminded, what has expired goes."""
    now = timezone.now()
    close_all_late(now)
    for cycle in Cycle.objects.filter(phase=Phase.COLLECTING):
        remind_due(cycle, rows(cycle, Wanted(), now).prefetch_related("unit__people"), at=now)
    for cycle in Cycle.objects.filter(phase__in=list(ROUND)):
        weigh_changed(cycle)
    call_command("clearsessions", verbosity=0)
    DBTaskResult.objects.finished().filter(finished_at__lt=now - KEPT).delete()


@task()
def weigh_list(pk: int) -> None:
    """Makes the work list of verifiers when a cycle begins to be verified."""
    weigh(Cycle.objects.get(pk=pk))


def close_all_late(now: datetime) -> int:
    """How many forms were closed because their deadline has passed."""
    still_open = Submission.objects.filter(participant__cycle__phase=Phase.COLLECTING).exclude(state=State.CLOSED)
    related = still_open.select_related("participant__cycle", "participant__unit")
    return sum(close_late(submission, at=now) is not None for submission in related.iterator())


def tick_once() -> None:
    """Asks for a tick, unless one waits already."""
    if not DBTaskResult.objects.ready().filter(task_path=tick.module_path).exists():
        tick.enqueue()


@task()
def compute_run(pk: int) -> None:
    """Scores a run; why it could not be scored is told on its page, whatever happened."""
    run = Run.objects.select_related("cycle").get(pk=pk)
    problem = gettext("It broke off.")
    try:
        compute(run)
        problem = ""
    except InputError as error:
        problem = _told(error)
    finally:
        if problem:
            fail(run, problem)


@task()
def freeze_run(pk: int) -> None:
    """Makes the folder of a run, so that it can be taken away and settled."""
    kept(Run.objects.select_related("cycle").get(pk=pk))


@task()
def make_papers(cycle: int, kind: str, format: str, units: list[str], reason: str, by: int) -> None:
    """Makes the papers that were ordered; what stopped it is told on the page of the kind."""
    found, person = Cycle.objects.select_related("organiser", "previous").get(pk=cycle), Person.objects.get(pk=by)
    problem = gettext("It broke off.")
    making.waiting(found, kind, 0)
    try:
        order = making.ordered(found, kind, format, by=person, units=units, reason=reason)
        making.make(found, order, by=person)
        problem = ""
    except Refused as refused:
        problem = refused.text
    except InputError as error:
        problem = _told(error)
    finally:
        if problem:
            making.fail(found, kind, problem)


def _told(error: InputError) -> str:
    return " ".join(f"{each.where}: {sentence(each.found)}; {sentence(each.remedy)}." for each in error.problems)
