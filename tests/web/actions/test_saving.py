"""Saves: who wrote what, nothing lost, nothing over somebody else's words, nothing after the deadline."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from chiso.web.actions.refusal import Refused
from chiso.web.actions.submission.saving import Given, save
from chiso.web.bridge.chains import broken
from chiso.web.models import Answer, Entry, Window
from tests.web.making import answer, cycle, submission
from tests.web.people import World

pytestmark = pytest.mark.django_db


@pytest.fixture
def form(world: World) -> Any:
    return submission(world.cycle, world.unit)


def test_a_save_keeps_the_answer_and_its_history(world: World, form: Any) -> None:
    by = world.people["reporter"]
    saved = save(form, Given("may", "", "5", note="Đếm ngày 01/3"), by=by)
    assert saved.answer is not None
    assert (saved.answer.value, saved.answer.note, saved.answer.version, saved.theirs) == (
        "5",
        "Đếm ngày 01/3",
        1,
        False,
    )
    save(form, Given("may", "", "6", version=1), by=by)
    entries = Entry.objects.filter(chain__key="thu/so-cong-thuong")
    assert [(each.number, each.by, each.verb, each.subject, each.what) for each in entries] == [
        (1, "reporter", "save", "answer/may",
         '{"before":"","note":"Đếm ngày 01/3","reply":"","value":"5","version":1}'),
        (2, "reporter", "save", "answer/may", '{"before":"5","note":"","reply":"","value":"6","version":2}'),
    ]  # fmt: skip
    assert list(broken("thu")) == []


def test_counts_follow_every_save(world: World, form: Any) -> None:
    by = world.people["reporter"]
    assert (form.state, form.asked, form.answered) == ("unopened", 6, 0)
    answer(form, by, may="5", may_mang="7", ho_so={"Cấp phép": "10", "Đăng ký": "4"})
    form.refresh_from_db()
    assert (form.state, form.asked, form.answered, form.errors, form.sections) == (
        "open", 8, 4, 1, {"1": [4, 2, 1], "2": [4, 2, 0]},
    )  # fmt: skip


def test_a_change_made_over_an_older_one_is_shown_and_not_written(world: World, form: Any) -> None:
    save(form, Given("may", "", "5"), by=world.people["reporter"])
    late = save(form, Given("may", "", "9"), by=world.people["leader"])
    assert (late.theirs, late.answer and late.answer.value) == (True, "5")
    assert [each.value for each in Answer.objects.all()] == ["5"]


def test_the_same_value_twice_is_no_conflict(world: World, form: Any) -> None:
    save(form, Given("may", "", "5"), by=world.people["reporter"])
    again = save(form, Given("may", "", "5"), by=world.people["leader"])
    assert (again.theirs, Entry.objects.filter(verb="save").count()) == (False, 1)


def test_a_request_that_arrives_twice_is_done_once(world: World, form: Any) -> None:
    by = world.people["reporter"]
    first = save(form, Given("may", "", "5"), by=by, key="k-1")
    save(form, Given("may", "", "6", version=1), by=by, key="k-2")
    again = save(form, Given("may", "", "5"), by=by, key="k-1")
    assert first.answer is not None
    assert again.answer is not None
    assert (again.theirs, again.answer.value, again.answer.version) == (False, "6", 2)


def test_a_save_counts_while_now_is_before_the_deadline(world: World, form: Any) -> None:
    end = Window.objects.get(cycle=world.cycle, phase="collecting").closes_at
    by = world.people["reporter"]
    save(form, Given("may", "", "5"), by=by, at=end - timedelta(microseconds=1))
    with pytest.raises(Refused) as refused:
        save(form, Given("may", "", "6", version=1), by=by, at=end)
    assert (refused.value.code, Answer.objects.get().value) == ("late", "5")


@pytest.mark.parametrize("phase", ["preparing", "verifying", "explaining", "settled", "approved", "published"])
def test_nothing_is_saved_outside_collecting(world: World, form: Any, phase: str) -> None:
    type(world.cycle).objects.filter(pk=world.cycle.pk).update(phase=phase)
    with pytest.raises(Refused) as refused:
        save(form, Given("may", "", "5"), by=world.people["reporter"])
    assert (refused.value.code, Answer.objects.count()) == ("phase", 0)


@pytest.mark.parametrize(
    ("question", "case", "value"), [("khong_co", "", "1"), ("may", "Cấp phép", "1"), ("ho_so", "", "1"), ("C", "", "1")]
)
def test_only_what_is_asked_of_the_unit(world: World, form: Any, question: str, case: str, value: str) -> None:
    with pytest.raises(Refused) as refused:
        save(form, Given(question, case, value), by=world.people["reporter"])
    assert refused.value.code == "question"


@pytest.mark.parametrize("value", ["năm", "-1", "1.5", "1e9", "<b>1</b>"])
def test_a_value_that_no_page_sends_is_an_error(world: World, form: Any, value: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        save(form, Given("may", "", value), by=world.people["reporter"])
    assert Answer.objects.count() == 0


def test_what_is_too_long_is_refused(world: World, form: Any) -> None:
    with pytest.raises(Refused) as refused:
        save(form, Given("may", "", "5", note="x" * 20_001), by=world.people["reporter"])
    assert refused.value.code == "long"


def test_an_extension_of_one_unit_is_its_own(world: World, form: Any) -> None:
    from chiso.web.actions.cycle.extending import extend

    end = Window.objects.get(cycle=world.cycle, phase="collecting").closes_at
    extend(form.participant, end + timedelta(days=3), reason="Mất điện", by=world.people["organiser"])
    save(form, Given("may", "", "5"), by=world.people["reporter"], at=end + timedelta(days=1))
    other = submission(world.cycle, world.other)
    with pytest.raises(Refused):
        save(other, Given("may", "", "5"), by=world.people["stranger"], at=end + timedelta(days=1))


def test_an_extension_needs_a_reason_and_a_later_day(world: World, form: Any) -> None:
    from chiso.web.actions.cycle.extending import extend

    by, now = world.people["organiser"], timezone.now()
    codes = []
    for until, reason in ((now + timedelta(days=9), " "), (now - timedelta(1), "x"), (now + timedelta(days=1), "x")):
        with pytest.raises(Refused) as refused:
            extend(form.participant, until, reason=reason, by=by)
        codes.append(refused.value.code)
    assert codes == ["reason", "past", "past"]


def test_a_cycle_without_a_window_stays_open(world: World) -> None:
    found = cycle("khac")
    Window.objects.filter(cycle=found).delete()
    from tests.web.making import take_in

    take_in(found, world.unit)
    save(submission(found, world.unit), Given("may", "", "5"), by=world.people["reporter"])
    assert Answer.objects.get().value == "5"
