"""Explanations: until the last moment, by the unit alone, with another value and evidence."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from chiso.web.actions.refusal import Refused
from chiso.web.actions.submission.files import Kept
from chiso.web.actions.verification.explaining import explain, refusal
from chiso.web.bridge.chains import broken
from chiso.web.bridge.stages import effective
from chiso.web.models import Entry, Explanation, Risk, Support, Window
from tests.web.people import World
from tests.web.verifying import moved, ruled, verifying

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(world: World) -> Any:
    form = verifying(world)
    ruled(form, world.people["verifier"], "may", "ask", reason="Vì sao?")
    moved(world, "explaining")
    now = timezone.now()
    Window.objects.create(cycle=world.cycle, phase="explaining", opens_at=now, closes_at=now + timedelta(days=3))
    return Explanation.objects.get()


def end_of(world: World) -> Any:
    return Window.objects.get(cycle=world.cycle, phase="explaining").closes_at


def refused(call: Any) -> str:
    with pytest.raises(Refused) as found:
        call()
    return found.value.code


def test_a_proposed_value_counts_once_a_verifier_agrees(world: World, asked: Any) -> None:
    explain(asked, "Đã thanh lý một máy", by=world.people["reporter"], value="7")
    form = asked.submission
    assert (Risk.objects.get(question="may").state, effective(form, 2)["may", ""]) == ("explained", "8")
    ruled(type(form).objects.get(pk=form.pk), world.people["verifier"], "may", "agree")
    assert (effective(form, 1)["may", ""], effective(form, 2)["may", ""]) == ("8", "7")
    assert list(broken("thu")) == []


def test_the_last_moment_counts_and_the_deadline_itself_does_not(world: World, asked: Any) -> None:
    by, end = world.people["leader"], end_of(world)
    explain(asked, "Kịp", by=by, at=end - timedelta(microseconds=1))
    assert refused(lambda: explain(asked, "Muộn", by=by, at=end)) == "late"
    assert Explanation.objects.get().text == "Kịp"


def test_an_extension_of_the_unit_moves_its_deadline(world: World, asked: Any) -> None:
    end = end_of(world)
    type(asked.submission.participant).objects.update(until=end + timedelta(days=1))
    explain(asked, "Được gia hạn", by=world.people["leader"], at=end)
    assert refused(lambda: explain(asked, "x", by=world.people["leader"], at=end + timedelta(days=1))) == "late"


def test_who_may_not_explain_and_when(world: World, asked: Any) -> None:
    by = world.people["reporter"]
    assert refused(lambda: explain(asked, "x", by=world.people["stranger"])) == "other"
    assert refused(lambda: explain(asked, " ", by=by)) == "text"
    ruled(asked.submission, world.people["verifier"], "may", "agree", at=timezone.now())
    assert refused(lambda: explain(asked, "x", by=by)) == "judged"
    moved(world, "verifying_again")
    assert refused(lambda: explain(asked, "x", by=by)) == "phase"
    assert refusal(Explanation.objects.get()) != ""


def test_it_is_not_corrected_while_the_unit_has_time(world: World, asked: Any) -> None:
    by = world.people["verifier"]
    assert refused(lambda: ruled(asked.submission, by, "may", "correct", "7")) == "explaining"
    ruled(asked.submission, by, "may", "correct", "7", at=end_of(world))
    assert effective(asked.submission, 2)["may", ""] == "7"


def test_its_files_are_evidence_for_the_question_and_a_second_request_changes_nothing(world: World, asked: Any) -> None:
    file = Kept("a" * 64, 10, "application/pdf", "bien-ban.pdf")
    for _ in range(2):
        explain(asked, "Có biên bản", by=world.people["reporter"], files=[file], key="k")
    assert [(each.evidence.title, each.question) for each in Support.objects.all()] == [("bien-ban.pdf", "may")]
    assert (asked.evidence.count(), Entry.objects.filter(verb="explain").count()) == (1, 1)


def test_asked_again_it_is_open_again(world: World, asked: Any) -> None:
    explain(asked, "Lần một", by=world.people["reporter"])
    ruled(asked.submission, world.people["verifier"], "may", "ask", reason="Chưa rõ")
    again = Explanation.objects.get()
    assert (again.why, again.text, again.answered_at, Risk.objects.get(question="may").state) == (
        "Chưa rõ", "Lần một", None, "asked",
    )  # fmt: skip
