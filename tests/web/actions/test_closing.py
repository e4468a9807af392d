"""Closing, opening again, confirming: by whom, when, and what is left behind."""

import hashlib
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from chiso.web.actions.refusal import Refused
from chiso.web.actions.submission.closing import close, close_late, confirm, reopen
from chiso.web.actions.submission.saving import Given, save
from chiso.web.bridge.chains import broken
from chiso.web.models import Closing, Entry, Window
from tests.web.making import answer, submission
from tests.web.people import World

pytestmark = pytest.mark.django_db


@pytest.fixture
def form(world: World) -> Any:
    found = submission(world.cycle, world.unit)
    answer(found, world.people["reporter"], can_bo="10", may="8", may_mang="6", quy_che="yes")
    return found


def test_a_closed_form_is_read_only_and_frozen_as_it_was(world: World, form: Any) -> None:
    closing = close(form, by=world.people["leader"])
    assert closing.answers == (
        "unit,case,question,value,note\nso-cong-thuong,,can_bo,10,\nso-cong-thuong,,may,8,\n"
        "so-cong-thuong,,may_mang,6,\nso-cong-thuong,,quy_che,yes,\n"
    )
    assert closing.digest == hashlib.sha256(closing.answers.encode()).hexdigest()
    with pytest.raises(Refused) as refused:
        save(form, Given("may", "", "9", version=1), by=world.people["reporter"])
    assert refused.value.code == "closed"


def test_errors_block_closing(world: World, form: Any) -> None:
    answer(form, world.people["reporter"], may_mang="9")
    with pytest.raises(Refused) as refused:
        close(form, by=world.people["leader"])
    assert (refused.value.code, Closing.objects.count()) == ("errors", 0)


def test_a_form_that_changed_since_it_was_looked_at_is_not_closed(world: World, form: Any) -> None:
    form.refresh_from_db()
    seen = form.revision
    answer(form, world.people["reporter"], may="7")
    with pytest.raises(Refused) as refused:
        close(form, by=world.people["leader"], revision=seen)
    assert refused.value.code == "changed"


def test_closing_twice_closes_once(world: World, form: Any) -> None:
    close(form, by=world.people["leader"])
    with pytest.raises(Refused) as refused:
        close(form, by=world.people["leader"])
    assert (refused.value.code, Closing.objects.count()) == ("closed", 1)


def test_the_deadline_closes_what_is_left(world: World, form: Any) -> None:
    end = Window.objects.get(cycle=world.cycle, phase="collecting").closes_at
    assert close_late(form, at=end - timedelta(microseconds=1)) is None
    closing = close_late(form, at=end)
    assert closing is not None
    form.refresh_from_db()
    assert (form.state, form.late, closing.by, close_late(form, at=end)) == ("closed", True, None, None)


def test_a_form_opened_again_keeps_both_closings(world: World, form: Any) -> None:
    leader, now = world.people["leader"], timezone.now()
    close(form, by=leader)
    confirm(form, 1, by=leader)
    reopen(form, by=world.people["organiser"], reason="Nhầm số", until=now + timedelta(days=30))
    form = type(form).objects.get(pk=form.pk)
    assert (form.state, form.reopened, form.confirmations.count()) == ("open", 1, 0)
    answer(form, world.people["reporter"], may="9")
    close(form, by=leader)
    assert [each.number for each in Closing.objects.all()] == [1, 2]
    verbs = Entry.objects.filter(chain__key="thu/so-cong-thuong").values_list("verb", flat=True)
    assert list(verbs) == ["save"] * 4 + ["close", "confirm", "reopen", "save", "close"]
    assert list(broken("thu")) == []


def test_opening_again_needs_a_reason_and_a_day_ahead(world: World, form: Any) -> None:
    close(form, by=world.people["leader"])
    by, now = world.people["organiser"], timezone.now()
    for reason, until, code in (("", now + timedelta(1), "reason"), ("x", now - timedelta(1), "past")):
        with pytest.raises(Refused) as refused:
            reopen(form, by=by, reason=reason, until=until)
        assert refused.value.code == code


def test_only_a_closed_form_is_confirmed_and_once(world: World, form: Any) -> None:
    leader = world.people["leader"]
    with pytest.raises(Refused) as refused:
        confirm(form, 1, by=leader)
    close(form, by=leader)
    first, again = confirm(form, 1, by=leader), confirm(form, 1, by=leader)
    assert (refused.value.code, first.pk == again.pk) == ("open", True)
