"""Assignments and verdicts for the tests of verification."""

from typing import Any

from tests.web.making import answer, submission
from tests.web.people import World


def verifying(world: World, phase: str = "verifying", *, criterion: str = "", **values: Any) -> Any:
    """The form of the unit, answered, in a cycle that is being verified, with everything assigned to the verifier."""
    from chiso.web.actions.verification.weighing import weigh
    from chiso.web.models import Assignment

    form = submission(world.cycle, world.unit)
    told = values or {"can_bo": "10", "may": "8", "may_mang": "6", "quy_che": "yes"}
    answer(form, world.people["reporter"], None, **told)
    Assignment.objects.create(cycle=world.cycle, person=world.people["verifier"], criterion=criterion)
    moved(world, phase)
    weigh(world.cycle)
    return submission(world.cycle, world.unit)


def moved(world: World, phase: str) -> None:
    """Puts the cycle into a phase."""
    from chiso.web.models import Cycle

    Cycle.objects.filter(pk=world.cycle.pk).update(phase=phase)
    world.cycle.refresh_from_db()


def ruled(form: Any, by: Any, question: str, kind: str, value: str = "", reason: str = "Vì vậy", **told: Any) -> Any:
    """A verdict over what stands now."""
    from chiso.web.actions.verification.judging import Ruling, judge, judging, latest

    found = form.answers.filter(question=question, case="").first()
    last = latest(form, question, "", by if judging(form, question, by) else None)
    given = {"version": found.version if found else 0, "seen": last.pk if last else 0, **told}
    at = given.pop("at", None)
    return judge(form, Ruling(question, "", kind, value, reason, **given), by=by, at=at)
