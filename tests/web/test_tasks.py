"""What the clock brings, and the worker that does it: each once, and what has expired goes."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from chiso.web import tasks
from chiso.web.models import Phase, Submission, Window
from chiso.web.models.submission import State
from tests.web.people import World

pytestmark = pytest.mark.django_db


def deadline(world: World, away: timedelta) -> None:
    """Moves the end of collecting to so long from now."""
    now = timezone.now()
    begun = {"opens_at": now - timedelta(days=30), "closes_at": now + away}
    Window.objects.update_or_create(cycle=world.cycle, phase=Phase.COLLECTING, defaults=begun)


def states() -> list[tuple[str, bool]]:
    """Where every form stands, and whether the deadline closed it."""
    return list(Submission.objects.order_by("pk").values_list("state", "late"))


def test_forms_close_by_themselves_once_the_deadline_has_passed(world: World) -> None:
    deadline(world, timedelta(minutes=1))
    assert tasks.close_all_late(timezone.now()) == 0
    assert {state for state, _late in states()} <= {State.UNOPENED, State.OPEN}
    deadline(world, timedelta(minutes=-1))
    assert tasks.close_all_late(timezone.now()) == len(states())
    assert set(states()) == {(State.CLOSED, True)}
    assert tasks.close_all_late(timezone.now()) == 0


def test_a_unit_is_reminded_once_a_week_before(
    world: World, mailoutbox: list[Any], django_capture_on_commit_callbacks: Any
) -> None:
    deadline(world, timedelta(days=6))
    for _ in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            tasks.tick.func()
    assert sorted(to for letter in mailoutbox for to in letter.to) == sorted(
        f"{name}@example.vn" for name in ("reporter", "leader", "stranger")
    )


def test_sessions_that_have_expired_go(world: World) -> None:
    del world
    Session.objects.create(session_key="old", session_data="", expire_date=timezone.now() - timedelta(days=1))
    Session.objects.create(session_key="new", session_data="", expire_date=timezone.now() + timedelta(days=1))
    tasks.tick.func()
    assert list(Session.objects.values_list("session_key", flat=True)) == ["new"]


@pytest.mark.django_db(transaction=True)
def test_the_worker_does_what_waits(world: World) -> None:
    deadline(world, timedelta(minutes=-1))
    tasks.tick_once()
    tasks.tick_once()
    assert DBTaskResult.objects.ready().count() == 1
    call_command("work", "--once")
    assert (DBTaskResult.objects.ready().count(), DBTaskResult.objects.successful().count()) == (0, 1)
    assert set(states()) == {(State.CLOSED, True)}
