"""Two at once: one save wins and the others are told, one closing is made, and none passes the other."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from chiso.web.actions.refusal import Refused
from chiso.web.actions.submission.closing import close
from chiso.web.actions.submission.saving import Given, save
from chiso.web.bridge.chains import broken
from chiso.web.models import Answer, Closing, Entry
from tests.web.making import submission
from tests.web.people import World

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    """What each of some acts that begin together comes to: its value, or the code of its refusal."""
    start = Barrier(len(acts))

    def act(each: Callable[[], Any]) -> Any:
        start.wait(10)
        try:
            return each()
        except Refused as refused:
            return refused.code
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(act, acts))


def test_of_many_saves_over_the_same_version_one_is_written(world: World) -> None:
    form, by = submission(world.cycle, world.unit), world.people["reporter"]
    acts = [lambda value=str(value): save(form, Given("may", "", value), by=by).theirs for value in range(10, 16)]
    assert sorted(at_once(*acts)) == [False, True, True, True, True, True]
    assert (Answer.objects.count(), Answer.objects.get().version) == (1, 1)
    assert (Entry.objects.filter(verb="save").count(), list(broken("thu"))) == (1, [])


def test_of_many_requests_with_one_key_one_is_carried_out(world: World) -> None:
    form, by = submission(world.cycle, world.unit), world.people["reporter"]
    acts = [lambda: save(form, Given("may", "", "10"), by=by, key="k").theirs for _each in range(4)]
    assert at_once(*acts) == [False] * 4
    assert Entry.objects.filter(verb="save").count() == 1


def test_a_form_is_closed_once_and_what_comes_after_is_refused(world: World) -> None:
    form, by = submission(world.cycle, world.unit), world.people["leader"]
    save(form, Given("may", "", "10"), by=by)
    found = at_once(
        lambda: str(close(form, by=by).number),
        lambda: str(close(form, by=by).number),
        lambda: str(save(form, Given("may", "", "11", version=1), by=by).theirs),
    )
    assert sorted(found[:2]) == ["1", "closed"]
    assert found[2] in ("False", "closed")
    closing = Closing.objects.get()
    assert closing.answers.splitlines()[1:] == [f"so-cong-thuong,,may,{Answer.objects.get().value},"]
    assert list(broken("thu")) == []
