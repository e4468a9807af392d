"""Twenty at once, and what happens in the middle of it: a closing, the deadline, a merger, a register, a framework."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from chiso.web.actions.cycle.opening import change_framework
from chiso.web.actions.refusal import Refused
from chiso.web.actions.submission.closing import close, close_late
from chiso.web.actions.submission.registering import merge, register
from chiso.web.actions.submission.saving import Given, save
from chiso.web.bridge.chains import broken
from chiso.web.bridge.register import lines
from chiso.web.models import Answer, Chain, Closing, Entry, Participant, Unit, Window
from tests.web.actions.test_at_once import at_once
from tests.web.making import cycle, submission, take_in
from tests.web.people import World

pytestmark = pytest.mark.django_db(transaction=True)
MANY = 20
QUESTIONS = """\
schema: 1
id: hai-muoi
title: {vi: Hai mươi câu hỏi, en: Twenty questions}
nature: example
blocks: [{id: so, name: {vi: Sở, en: Departments}}]
questions:
%s
missing: zero
not_applicable: omit
print: {leaf: 2, group: 2, total: 2}
criteria:
  - code: T
    name: {vi: Tổng, en: Total}
    children:
%s
"""


def wide(world: World) -> Any:
    """The form of a cycle of twenty questions."""
    asked = "\n".join(f"  - {{id: q{place}, name: Câu {place}, type: yes_no}}" for place in range(MANY))
    leaves = "\n".join(
        f'      - {{code: "1.{place}", name: Câu {place}, max: 1, formula: {{kind: yes_no, question: q{place}}}}}'
        for place in range(MANY)
    )
    found = cycle("rong", framework=QUESTIONS % (asked, leaves))
    take_in(found, world.unit)
    return submission(found, world.unit)


def saving(form: Any, question: str, value: str, by: Any, **more: Any) -> Callable[[], Any]:
    """An act: a save of a question that nobody answered before; whether somebody else was first."""
    return lambda: save(form, Given(question, "", value), by=by, **more).theirs


def test_twenty_people_in_one_form_lose_nothing(world: World) -> None:
    form, by = wide(world), world.people["reporter"]
    assert at_once(*(saving(form, f"q{place}", "yes", by) for place in range(MANY))) == [False] * MANY
    form.refresh_from_db()
    assert (form.answers.filter(value="yes").count(), form.answered, form.revision) == (MANY, MANY, MANY)
    assert list(Entry.objects.filter(chain__key="rong/so-cong-thuong").values_list("number", flat=True)) == list(
        range(1, MANY + 1)
    )
    assert list(broken("rong")) == []


def test_twenty_forms_at_once_lose_nothing(world: World) -> None:
    units = [Unit.objects.create(code=f"xa-{place}", name=f"Xã {place}") for place in range(MANY)]
    take_in(world.cycle, *units)
    by = world.people["reporter"]
    forms = [submission(world.cycle, unit) for unit in units]
    acts = [saving(form, "may", str(place), by) for place, form in enumerate(forms)]
    assert at_once(*acts) == [False] * MANY
    assert sorted(int(each.value) for each in Answer.objects.all()) == list(range(MANY))
    assert set(Chain.objects.filter(key__startswith="thu/xa-").values_list("length", flat=True)) == {1}
    assert list(broken("thu")) == []


def test_what_was_closed_is_what_was_saved_before(world: World) -> None:
    form, leader = wide(world), world.people["leader"]
    acts = [saving(form, f"q{place}", "yes", world.people["reporter"]) for place in range(MANY - 1)]
    found = at_once(*acts, lambda: close(form, by=leader).number)
    assert set(found) <= {False, "closed", 1}
    assert Closing.objects.get().answers.count(",yes,") == found.count(False) == form.answers.count()
    assert list(broken("rong")) == []


def test_the_deadline_passes_while_twenty_save(world: World) -> None:
    form, by = wide(world), world.people["reporter"]
    end = Window.objects.get(cycle__code="rong", phase="collecting").closes_at
    before, after = end - timedelta(microseconds=1), end
    acts = [saving(form, f"q{place}", "yes", by, at=(before, after)[place % 2]) for place in range(MANY)]
    found = at_once(*acts, lambda: close_late(form, at=after) is not None)
    assert set(found[1:MANY:2]) <= {"late", "closed"}
    assert set(found[0:MANY:2]) <= {False, "closed"}
    assert Closing.objects.get().answers.count(",yes,") == found[:MANY].count(False) == form.answers.count()


def test_the_same_request_from_twenty_tabs_is_one_save(world: World) -> None:
    form, by = wide(world), world.people["reporter"]
    assert at_once(*[saving(form, "q0", "yes", by, key="k-1")] * MANY) == [False] * MANY
    assert (form.answers.get().version, Entry.objects.filter(verb="save").count()) == (1, 1)


def test_a_merger_in_the_middle_of_saves_lets_none_in_after_it(world: World) -> None:
    take_in(world.cycle, Unit.objects.create(code="so-moi", name="Sở mới"))
    form = submission(world.cycle, world.unit)
    into = Participant.objects.get(cycle=world.cycle, unit__code="so-moi")
    by, organiser = world.people["reporter"], world.people["organiser"]
    acts = [saving(form, "may", "5", by), saving(form, "can_bo", "9", by)]
    found = at_once(*acts, lambda: merge(form.participant, into, reason="Nghị quyết", by=organiser))
    assert set(found[:2]) <= {False, "excluded"}
    assert form.answers.count() == found.count(False)
    with pytest.raises(Refused) as refused:
        save(form, Given("quy_che", "", "yes"), by=by)
    assert refused.value.code == "excluded"


def test_a_register_may_be_taken_in_while_units_save(world: World) -> None:
    form = submission(world.cycle, world.unit)
    text = "unit,name,block,status\nso-cong-thuong,Sở Công Thương (mới),so,ranked\nso-noi-vu,Sở Nội vụ,so,ranked\n"
    found = lines(world.cycle, text.encode(), "don-vi.csv")
    came = at_once(
        saving(form, "may", "5", world.people["reporter"]),
        lambda: register(world.cycle, found, by=world.people["organiser"]),
    )
    assert came == [False, 2]
    assert sorted(world.cycle.participants.values_list("name", flat=True)) == [
        "Sở Công Thương (mới)", "Sở Nội vụ", "Sở Y tế",
    ]  # fmt: skip
    assert (submission(world.cycle, world.unit).answered, list(broken("thu"))) == (1, [])


def test_a_framework_does_not_change_under_answers(world: World) -> None:
    form = submission(world.cycle, world.unit)
    raw = bytes(world.cycle.framework.content) + b"# changed\n"
    found = at_once(
        saving(form, "may", "5", world.people["reporter"]),
        lambda: change_framework(world.cycle, framework=raw, name="khac.yaml", by=world.people["organiser"]),
    )
    assert found == [False, "phase"]


def test_the_clock_of_the_server_decides_not_that_of_the_request(world: World) -> None:
    Window.objects.filter(cycle=world.cycle).update(closes_at=timezone.now() - timedelta(microseconds=1))
    with pytest.raises(Refused) as refused:
        save(submission(world.cycle, world.unit), Given("may", "", "5"), by=world.people["reporter"])
    assert (refused.value.code, Answer.objects.count()) == ("late", 0)
