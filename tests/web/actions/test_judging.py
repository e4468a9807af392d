"""Verdicts: by whom, when, over what; what they leave behind, and what they do not overwrite."""

from typing import Any

import pytest

from chiso.web.actions.refusal import Refused
from chiso.web.actions.submission.saving import Given
from chiso.web.actions.verification.judging import Ruling, judge
from chiso.web.bridge.chains import broken
from chiso.web.bridge.stages import effective
from chiso.web.models import Answer, Assignment, Duty, Entry, Explanation, Person, Risk, Verdict
from tests.web.people import World
from tests.web.verifying import moved, ruled, verifying

pytestmark = pytest.mark.django_db


@pytest.fixture
def form(world: World) -> Any:
    return verifying(world)


def second(world: World, name: str, *, double: bool = False, **told: Any) -> Any:
    person = Person.objects.create_user(name, f"{name}@example.vn", unit=told.get("unit"))
    Duty.objects.create(person=person, role="verifier")
    Assignment.objects.create(cycle=world.cycle, person=person, double=double)
    return person


def refused(call: Any) -> str:
    with pytest.raises(Refused) as found:
        call()
    return found.value.code


def test_a_verdict_corrects_the_answer_and_leaves_an_entry(world: World, form: Any) -> None:
    judged = ruled(form, world.people["verifier"], "can_bo", "correct", "12", "Theo bảng lương")
    assert (judged.verdict.value, judged.verdict.round, judged.verdict.version) == ("12", 1, 1)
    assert Answer.objects.get(question="can_bo").value == "10"
    assert effective(form, 1)["can_bo", ""] == "12"
    assert Risk.objects.get(question="can_bo").state == "corrected"
    entry = Entry.objects.get(verb="verdict")
    assert (entry.chain.key, entry.subject, entry.by) == ("thu/so-cong-thuong", "verdict/can_bo", "verifier")
    assert list(broken("thu")) == []


def test_asking_opens_an_explanation_with_the_reason(world: World, form: Any) -> None:
    ruled(form, world.people["verifier"], "may", "ask", reason="Vì sao giảm?")
    asked = Explanation.objects.get()
    assert (asked.question, asked.why, asked.answered_at) == ("may", "Vì sao giảm?", None)
    assert Risk.objects.get(question="may").state == "asked"


def test_who_may_not_verify_is_refused(world: World, form: Any) -> None:
    people = world.people
    assert refused(lambda: ruled(form, people["council"], "may", "agree")) == "unassigned"
    own = second(world, "nguoi-nha", unit=world.unit)
    assert refused(lambda: ruled(form, own, "may", "agree")) == "own"
    Assignment.objects.filter(person=people["verifier"]).update(criterion="2.1")
    assert refused(lambda: ruled(form, people["verifier"], "may", "agree")) == "unassigned"
    assert Verdict.objects.count() == 0


@pytest.mark.parametrize("phase", ["collecting", "settled", "submitted", "approved", "published"])
def test_outside_the_phases_of_verification_nothing_is_corrected(phase: str, world: World, form: Any) -> None:
    moved(world, phase)
    assert refused(lambda: ruled(form, world.people["verifier"], "may", "correct", "9")) == "phase"


def test_an_answer_that_has_just_changed_is_shown_and_not_judged(world: World, form: Any) -> None:
    Answer.objects.filter(question="may").update(value="9", version=2)
    judged = judge(form, Ruling("may", "", "agree", version=1), by=world.people["verifier"])
    assert (judged.verdict, judged.changed, Verdict.objects.count()) == (None, True, 0)


def test_two_verifiers_see_each_others_verdict_before_their_own_counts(world: World, form: Any) -> None:
    other = second(world, "nguoi-hai")
    first = ruled(form, world.people["verifier"], "may", "correct", "9", "Kiểm đếm").verdict
    judged = judge(form, Ruling("may", "", "agree", version=1, seen=0), by=other)
    assert (judged.verdict, judged.theirs, Verdict.objects.count()) == (first, True, 1)
    assert judge(form, Ruling("may", "", "agree", version=1, seen=first.pk), by=other).verdict is not None


def test_a_request_that_arrives_twice_gives_one_verdict(world: World, form: Any) -> None:
    given = Ruling("may", "", "agree", version=1)
    for _ in range(2):
        judge(form, given, by=world.people["verifier"], key="a")
    assert (Verdict.objects.count(), Entry.objects.filter(verb="verdict").count()) == (1, 1)


def test_what_a_verdict_needs(world: World, form: Any) -> None:
    by = world.people["verifier"]
    assert refused(lambda: ruled(form, by, "may", "correct", "9", "")) == "reason"
    assert refused(lambda: ruled(form, by, "may", "ask", reason=" ")) == "reason"
    assert refused(lambda: ruled(form, by, "may", "correct", "")) == "value"
    assert refused(lambda: ruled(form, by, "may", "correct", "8")) == "same"
    with pytest.raises(ValueError, match="eight"):
        ruled(form, by, "may", "correct", "eight")


def test_there_must_be_an_answer_to_agree_with(world: World, form: Any) -> None:
    given = Ruling("ho_so", "Cấp phép", "agree")
    assert refused(lambda: judge(form, given, by=world.people["verifier"])) == "empty"


def test_a_correction_that_makes_a_part_exceed_its_whole_is_refused_both_ways(world: World, form: Any) -> None:
    by = world.people["verifier"]
    assert refused(lambda: ruled(form, by, "may_mang", "correct", "9")) == "part"
    assert refused(lambda: ruled(form, by, "may", "correct", "5")) == "part"
    ruled(form, by, "may_mang", "correct", "5")
    ruled(form, by, "may", "correct", "5")
    assert refused(lambda: ruled(form, by, "may_mang", "agree")) == "part"


def test_the_second_round_begins_with_explaining(world: World, form: Any) -> None:
    by = world.people["verifier"]
    ruled(form, by, "may", "correct", "9")
    moved(world, "verifying_again")
    assert ruled(form, by, "may", "agree").verdict.round == 2
    assert (effective(form, 1)["may", ""], effective(form, 2)["may", ""]) == ("9", "8")


def test_a_blind_second_verdict_counts_for_nothing_and_asks_nothing(world: World, form: Any) -> None:
    blind = second(world, "nguoi-mu", double=True)
    ruled(form, world.people["verifier"], "may", "agree")
    judged = ruled(form, blind, "may", "correct", "7", "Tôi đếm 7")
    assert (judged.verdict.double, effective(form, 2)["may", ""]) == (True, "8")
    assert Risk.objects.get(question="may").state == "agreed"
    assert refused(lambda: ruled(form, blind, "may", "ask")) == "kind"


def test_a_question_of_another_block_is_refused(world: World, form: Any) -> None:
    given = Given("khong_co", "", "1")
    assert (
        refused(lambda: judge(form, Ruling(given.question, "", "correct", "1", "x"), by=world.people["verifier"]))
        == "question"
    )
