"""The answers of each stage: whose word counts, and what is told of every change."""

from typing import Any

import pytest
from django.utils import timezone

from chiso.bundle.corrections import Correction
from chiso.web.bridge.stages import answers, corrections, effective
from chiso.web.models import Explanation, Grant, Verdict
from tests.web.making import answer, submission
from tests.web.people import World

pytestmark = pytest.mark.django_db


@pytest.fixture
def form(world: World) -> Any:
    found = submission(world.cycle, world.unit)
    answer(found, world.people["reporter"], can_bo="10", may="8", may_mang="6", quy_che="yes")
    return found


def judged(form: Any, world: World, question: str, kind: str, value: str = "", **told: Any) -> None:
    Verdict.objects.create(
        submission=form, question=question, kind=kind, value=value, by=world.people["verifier"], at=timezone.now(),
        **told,
    )  # fmt: skip


def explained(form: Any, world: World, question: str, value: str) -> None:
    now, by = timezone.now(), world.people["verifier"]
    Explanation.objects.create(
        submission=form, question=question, why="?", asked_by=by, asked_at=now, value=value, text="!", answered_at=now
    )


def texts(world: World, stage: str) -> dict[str, str]:
    found = answers(world.cycle, stage)
    return {question: value for unit, _case, question, value, _note in found.rows() if unit == world.unit.code}


def test_each_stage_counts_the_verdicts_of_its_rounds(world: World, form: Any) -> None:
    judged(form, world, "can_bo", "correct", "12", reason="Theo bảng lương")
    judged(form, world, "may", "ask")
    explained(form, world, "may", "7")
    judged(form, world, "may", "agree", round=2, reason="Có biên bản")
    judged(form, world, "quy_che", "correct", "no", double=True)
    own = {"can_bo": "10", "may": "8", "may_mang": "6", "quy_che": "yes"}
    assert texts(world, "self") == own
    assert texts(world, "verified") == {**own, "can_bo": "12"}
    assert texts(world, "explained") == {**own, "can_bo": "12", "may": "7"}
    assert corrections(world.cycle, "final") == [
        Correction("so-cong-thuong", "", "can_bo", "verified", "10", "12", "Theo bảng lương"),
        Correction("so-cong-thuong", "", "may", "explained", "8", "7", "Có biên bản"),
    ]
    assert corrections(world.cycle, "self") == []


def test_the_last_verdict_of_the_last_round_decides(world: World, form: Any) -> None:
    judged(form, world, "may", "correct", "9", reason="a")
    judged(form, world, "may", "agree")
    assert effective(form, 1)["may", ""] == "8"
    judged(form, world, "may", "correct", "7", round=2, reason="b")
    assert (effective(form, 1)["may", ""], effective(form, 2)["may", ""]) == ("8", "7")
    judged(form, world, "may", "ask", round=2)
    assert effective(form, 2)["may", ""] == "8"


def test_a_verdict_may_answer_what_the_unit_did_not(world: World, form: Any) -> None:
    judged(form, world, "ho_so", "correct", "5", case="Cấp phép", reason="Có trên Cổng")
    assert effective(form, 1)["ho_so", "Cấp phép"] == "5"
    assert answers(world.cycle, "verified").text("ho_so", "so-cong-thuong", "Cấp phép") == "5"
    assert corrections(world.cycle, "verified") == [
        Correction("so-cong-thuong", "Cấp phép", "ho_so", "verified", "", "5", "Có trên Cổng")
    ]


def test_the_final_stage_has_what_the_council_granted(world: World, form: Any) -> None:
    Grant.objects.create(
        participant=form.participant, criterion="C", points="3.5", reason="Sáng kiến", by=world.people["council"],
        at=timezone.now(),
    )  # fmt: skip
    assert "C" not in texts(world, "explained")
    assert texts(world, "final")["C"] == "3.5"


def test_a_part_that_exceeds_its_whole_counts_as_not_answered(world: World, form: Any) -> None:
    answer(form, world.people["reporter"], may_mang="9")
    assert texts(world, "self") == {"can_bo": "10", "may": "8", "quy_che": "yes"}


def test_a_cycle_is_read_with_the_same_number_of_queries_for_one_unit_and_two(
    world: World, form: Any, django_assert_num_queries: Any
) -> None:
    judged(form, world, "may", "correct", "9", reason="a")
    answers(world.cycle, "final")
    with django_assert_num_queries(6):
        answers(world.cycle, "final")
    other = submission(world.cycle, world.other)
    answer(other, world.people["stranger"], can_bo="3", may="2")
    judged(other, world, "may", "correct", "1", reason="a")
    with django_assert_num_queries(6):
        answers(world.cycle, "final")
