"""The work list: which answers are doubtful, why, and what the lot falls on."""

import hashlib
from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone

from chiso.web.actions.cycle.opening import move
from chiso.web.actions.refusal import Refused
from chiso.web.actions.verification.agreeing import agree_many
from chiso.web.actions.verification.assigning import assign, unassign
from chiso.web.actions.verification.weighing import draw, weigh, weigh_changed
from chiso.web.bridge.chains import broken
from chiso.web.bridge.outliers import outliers
from chiso.web.bridge.risks import told
from chiso.web.bridge.sheet import question_of
from chiso.web.models import Answer, Assignment, Count, Cycle, Entry, Person, Risk, Sample, Seal, Unit, Verdict
from chiso.web.models.phases import Phase
from tests.web.making import FRAMEWORK, answer, cycle, submission, take_in
from tests.web.people import World
from tests.web.verifying import moved, ruled, verifying

pytestmark = pytest.mark.django_db


def kinds(question: str) -> list[str]:
    risk = Risk.objects.get(question=question, case="")
    participant = risk.submission.participant
    return [each.kind.id for each in told(risk, question_of(participant.cycle, participant.block, question))]


def counted(world: World, question: str, value: str, system: str = "Trục") -> None:
    participant = submission(world.cycle, world.unit).participant
    by = world.people["organiser"]
    Count.objects.create(
        participant=participant, system=system, question=question, value=value, by=by, at=timezone.now()
    )


def test_each_kind_of_risk_says_why(world: World) -> None:
    before = cycle("truoc", phase="collecting")
    take_in(before, world.unit)
    answer(submission(before, world.unit), world.people["reporter"], can_bo="40", may="10")
    Cycle.objects.filter(pk=world.cycle.pk).update(previous=before)
    world.cycle.refresh_from_db()
    counted(world, "may", "19")
    counted(world, "can_bo", "41")
    verifying(world, can_bo="41", may="30", may_mang="31")
    assert kinds("may") == ["source", "jump", "reply"]
    assert kinds("can_bo") == ["matches"]
    assert kinds("may_mang") == ["error"]
    why = [each.why for each in told(Risk.objects.get(question="may"), None)]
    assert why == [
        "Trục ghi nhận 19.", "30, kỳ trước là 10.", "Biểu mẫu có cảnh báo, đơn vị chưa giải thích vì sao số liệu đúng.",
    ]  # fmt: skip
    assert list(Risk.objects.values_list("question", "weight")) == [("may", 12), ("may_mang", 8), ("can_bo", 0)]


def test_evidence_is_missed_where_it_is_wanted(world: World) -> None:
    told_of = FRAMEWORK.replace("unit: máy}", "unit: máy, evidence: {vi: Biên bản kiểm kê, en: Minutes}}", 1)
    found = cycle("can", phase="collecting", framework=told_of)
    take_in(found, world.unit)
    form = submission(found, world.unit)
    answer(form, world.people["reporter"], can_bo="10", may="8")
    Cycle.objects.filter(pk=found.pk).update(phase="verifying")
    weigh(Cycle.objects.get(pk=found.pk))
    assert (kinds("may"), kinds("can_bo")) == (["evidence"], [])


def test_near_a_class_limit_every_answer_below_is_looked_at(world: World) -> None:
    classed = FRAMEWORK.replace(
        '    rank: {keys: [{order: descending, decimals: 2}], ties: competition, without_result: listed}\n',
        '    rank: {keys: [{order: descending, decimals: 2}], ties: competition, without_result: listed}\n'
        '    classes: {on: points, closed: below, bands: [{id: tot, name: {vi: Tốt, en: Good}, from: 34.5}, '
        '{id: kha, name: {vi: Khá, en: Fair}, from: 0}]}\n',
    )  # fmt: skip
    found = cycle("gan", phase="collecting", framework=classed)
    take_in(found, world.unit)
    answer(submission(found, world.unit), world.people["reporter"], can_bo="10", may="8")
    weigh(found)
    risk = Risk.objects.get(question="may")
    assert risk.why["limit"] == {"criterion": "T", "points": "34.00", "limit": "34.50"}


def test_far_from_the_others_is_told_in_exact_shares(world: World) -> None:
    shares = (50, 51, 52, 53, 54, 55, 56, 57, 99)
    units = [Unit.objects.create(code=f"u{share}", name=f"Đơn vị {share}") for share in shares]
    take_in(world.cycle, *units)
    for unit, share in zip(units, shares, strict=True):
        form = submission(world.cycle, unit)
        for question, value in (("may", "100"), ("may_mang", str(share))):
            Answer.objects.create(
                submission=form, question=question, value=value, by=world.people["organiser"], at=timezone.now()
            )
    found = outliers(world.cycle)
    assert list(found.values()) == [{"share": "99.0", "middle": "54.0", "spread": "2.0", "times": "22.5"}]


def test_the_lot_is_drawn_with_a_seal_that_nobody_knew_and_can_be_drawn_again(world: World) -> None:
    by = world.people["organiser"]
    for unit in (world.unit, world.other):
        person = world.people["reporter" if unit == world.unit else "stranger"]
        answer(submission(world.cycle, unit), person, can_bo="10")
    with pytest.raises(Refused) as refused:
        draw(world.cycle, 1, by=by)
    assert refused.value.code == "phase"
    moved_on = move(world.cycle, Phase.VERIFYING, by=by)
    sample = draw(moved_on, 1, by=by)
    seal = Seal.objects.get(cycle="thu", phase="verifying")
    assert sample.seed == f"thu/{seal.digest}"
    weigh(moved_on)
    codes = [world.unit.code, world.other.code]
    expected = min(codes, key=lambda code: hashlib.sha256(f"{sample.seed}/can_bo/{code}".encode()).hexdigest())
    drawn = [each.submission.participant.unit.code for each in Risk.objects.all() if "sample" in each.why]
    assert drawn == [expected]
    draw(moved_on, 2, by=by)
    assert (Sample.objects.get().size, Sample.objects.get().seed) == (2, sample.seed)


def test_an_answer_that_changed_after_its_verdict_is_open_again_and_heaviest(world: World) -> None:
    form = verifying(world)
    ruled(form, world.people["verifier"], "may", "agree")
    Answer.objects.filter(question="may").update(value="9", version=2)
    type(form).objects.filter(pk=form.pk).update(revision=99)
    assert (weigh_changed(world.cycle), weigh_changed(world.cycle)) == (1, 0)
    risk = Risk.objects.get(question="may")
    assert (risk.state, kinds("may"), Risk.objects.first()) == ("open", ["changed"], risk)
    ruled(form, world.people["verifier"], "may", "agree")
    assert (kinds("may"), Risk.objects.get(question="may").state) == ([], "agreed")


def test_many_are_agreed_with_where_another_system_counts_the_same(world: World) -> None:
    counted(world, "can_bo", "10")
    counted(world, "may", "7")
    counted(world, "may_mang", "6")
    verifying(world)
    ids = list(Risk.objects.values_list("pk", flat=True))
    done = agree_many(world.cycle, ids, by=world.people["verifier"])
    assert (done.agreed, done.left) == (2, 2)
    assert list(Verdict.objects.order_by("question").values_list("question", "kind", "from_source")) == [
        ("can_bo", "agree", "Trục"), ("may_mang", "agree", "Trục"),
    ]  # fmt: skip
    entry = Entry.objects.get(verb="agree_many")
    assert (entry.chain.key, '["can_bo","","Trục"]' in entry.what) == ("thu/so-cong-thuong", True)
    assert list(broken("thu")) == []
    assert agree_many(world.cycle, ids, by=world.people["verifier"]).agreed == 0


def test_many_are_not_agreed_with_by_who_is_not_assigned_or_after_the_phase(world: World) -> None:
    counted(world, "can_bo", "10")
    verifying(world)
    ids = list(Risk.objects.values_list("pk", flat=True))
    assert agree_many(world.cycle, ids, by=world.people["council"]).agreed == 0
    moved(world, "settled")
    with pytest.raises(Refused) as refused:
        agree_many(world.cycle, ids, by=world.people["verifier"])
    assert refused.value.code == "phase"


def test_many_questions_are_asked_of_the_database_once_for_many_units(
    world: World, django_assert_max_num_queries: Any
) -> None:
    verifying(world)
    with django_assert_max_num_queries(40):
        weigh(world.cycle)


def test_verifiers_are_assigned_but_never_to_their_own_unit(world: World) -> None:
    verifier, by = world.people["verifier"], world.people["organiser"]
    units = list(world.cycle.participants.select_related("unit"))
    Person.objects.filter(pk=verifier.pk).update(unit=world.unit)
    verifier.refresh_from_db()
    assert assign(world.cycle, verifier, units, "1", by=by) == 1
    assert assign(world.cycle, verifier, units, "1", by=by) == 0
    found = Assignment.objects.get()
    assert found.participant is not None
    assert (found.participant.unit, found.criterion) == (world.other, "1")
    refusals: tuple[tuple[Callable[[], object], str], ...] = (
        (lambda: assign(world.cycle, verifier, [units[0]], "", by=by), "own"),
        (lambda: assign(world.cycle, world.people["council"], [], "", by=by), "role"),
        (lambda: assign(world.cycle, verifier, [], "X", by=by), "criterion"),
    )
    for call, code in refusals:
        with pytest.raises(Refused) as refused:
            call()
        assert refused.value.code == code
    unassign(found, by=by)
    verbs = Entry.objects.filter(chain__key="thu").values_list("verb", flat=True)
    assert (Assignment.objects.count(), list(verbs)[-2:]) == (0, ["assign_verifier", "unassign_verifier"])
