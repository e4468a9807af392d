"""Runs, what moved between them, and the acts that end a cycle: whole lists, every refusal, the folder verified."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from chiso.bundle.digests import digest
from chiso.bundle.names import MANIFEST
from chiso.bundle.verifying import verify_files
from chiso.web.actions.refusal import Refused
from chiso.web.actions.scoring.granting import grant
from chiso.web.actions.scoring.meeting import Held, meet
from chiso.web.actions.scoring.objecting import object_to, reply
from chiso.web.actions.scoring.running import begin, compute, fail
from chiso.web.actions.scoring.settling import approve, own_hand, send_back, settle, submit, unconfirmed, verify_again
from chiso.web.bridge.chains import broken
from chiso.web.bridge.freezing import bundle, frozen_digest
from chiso.web.bridge.moving import moves, told
from chiso.web.bridge.results import reasons
from chiso.web.models import Entry, Grant, Run, Settlement
from tests.web.people import World
from tests.web.settling import Settling, confirm_all, correct, made, run

pytestmark = pytest.mark.django_db
TOTALS = {"criterion": "T"}
HELD = Held(date(2026, 11, 20), "Phòng họp số 1", "Nguyễn Văn A", "Trần Thị B", ["Nguyễn Văn A"], "", "Thống nhất")


@pytest.fixture(autouse=True)
def _folder(settings: Any, tmp_path: Any) -> None:
    settings.FOLDER = tmp_path
    settings.EVIDENCE_FOLDER = tmp_path / "evidence"


@pytest.fixture
def found(world: World) -> Settling:
    return made(world)


def places(of: Run) -> list[tuple[str, str, int | None]]:
    rows = of.places.filter(**TOTALS).select_related("participant__unit")
    return [(each.participant.unit.code, each.points, each.rank) for each in rows]


def refused(act: Any, *arguments: Any, **told: Any) -> str:
    """The code by which an act is refused."""
    with pytest.raises(Refused) as caught:
        act(*arguments, **told)
    return caught.value.code


def verified(found: Settling) -> tuple[Run, Run]:
    """The runs of self-assessment and after verification, where one correction moved everybody."""
    first = run(found, "self")
    correct(found, "so-y-te", "may", "20", "Theo biên bản kiểm kê")
    return first, run(found, "verified")


def test_a_run_scores_a_stage_and_never_changes(found: Settling) -> None:
    first = run(found, "self")
    own = [("so-y-te", "84.00", 1), ("so-cong-thuong", "69.00", 2), ("so-tu-phap", "47.13", 3)]
    assert (places(first), first.percent, first.number, first.stage) == (own, 100, 1, "self")
    correct(found, "so-y-te", "may", "20", "Theo biên bản kiểm kê")
    second = run(found, "verified")
    assert places(second) == [("so-y-te", "86.00", 1), ("so-cong-thuong", "68.00", 2), ("so-tu-phap", "46.50", 3)]
    assert places(Run.objects.get(pk=first.pk)) == own


def test_every_number_has_its_reason_in_the_run(found: Settling) -> None:
    lines = {line.code: (line.points, line.maximum, line.depth) for line in reasons(run(found, "self"), "so-tu-phap")}
    assert lines == {
        "T": ("47,13", "100", 0), "1": ("44,00", "60", 1), "1.1": ("30,00", "30", 2), "1.2": ("4,00", "20", 2),
        "1.3": ("10,00", "10", 2), "2": ("3,13", "40", 1), "2.1": ("0,00", "30", 2), "2.2": ("3,13", "10", 2),
        "C": ("0,00", "5", 1),
    }  # fmt: skip


def test_whose_correction_moved_whom(found: Settling) -> None:
    first, second = verified(found)
    moved = told(first, second, moves(first, second, "T", "so"))
    assert [(each.code, each.points, each.difference, each.ranks, each.overtaken_by) for each in moved] == [
        ("so-y-te", ("84,00", "86,00"), "+2", (1, 1), ()),
        ("so-cong-thuong", ("69,00", "68,00"), "\N{MINUS SIGN}1", (2, 2), ()),
        ("so-tu-phap", ("47,13", "46,50"), "\N{MINUS SIGN}0,63", (3, 3), ()),
    ]
    answer = ("Sở Y tế", "Số máy tính", "16", "20", "Theo biên bản kiểm kê")
    causes = [[(c.own, c.unit, c.question, c.before, c.after, c.reason) for c in each.causes] for each in moved]
    assert causes == [[(True, *answer)], [(False, *answer)], [(False, *answer)]]


def test_the_folder_of_every_stage_holds_whatever_is_corrected_later(found: Settling) -> None:
    runs = [*verified(found), run(found, "explained")]
    grant(found.forms["so-cong-thuong"].participant, "C", "3.5", reason="Sáng kiến", by=found.people["council"])
    runs.append(run(found, "final"))
    correct(found, "so-y-te", "may", "18", "Kiểm tra lại", round=2)
    for each in runs:
        files = bundle(each)
        assert (verify_files(files).holds, digest(files[MANIFEST])) == (True, frozen_digest(each))
    assert ["corrections.csv" in bundle(each) for each in runs] == [False, True, True, True]
    assert places(runs[-1])[1] == ("so-cong-thuong", "71.50", 2)


def test_one_run_at_a_time_and_one_that_broke_off_stands_in_nobodys_way(found: Settling) -> None:
    by = found.people["organiser"]
    waiting = begin(found.cycle, "self", by=by)
    assert refused(begin, found.cycle, "self", by=by) == "running"
    fail(waiting, "Nguồn điện")
    second = begin(found.cycle, "self", by=by)
    Run.objects.filter(pk=second.pk).update(at=timezone.now() - timedelta(hours=2))
    third = begin(found.cycle, "self", by=by)
    assert [bool(each.problem) for each in Run.objects.order_by("number")] == [True, True, False]
    assert compute(third).percent == 100


def test_a_cycle_in_preparation_is_not_scored(found: Settling) -> None:
    type(found.cycle).objects.filter(pk=found.cycle.pk).update(phase="preparing")
    assert refused(begin, found.cycle, "self", by=found.people["organiser"]) == "phase"


def test_points_are_granted_within_bounds_with_a_reason_and_never_to_ones_own_unit(found: Settling) -> None:
    unit, council = found.forms["so-cong-thuong"].participant, found.people["council"]
    assert refused(grant, unit, "C", "3.5", reason=" ", by=council) == "reason"
    assert refused(grant, unit, "C", "5.01", reason="x", by=council) == "points"
    assert refused(grant, unit, "1.1", "3", reason="x", by=council) == "points"
    assert refused(grant, unit, "C", "3.5", reason="x", by=found.people["organiser"]) == "phase"
    council.unit = unit.unit
    assert refused(grant, unit, "C", "3.5", reason="x", by=council) == "own"
    council.unit = None
    made = grant(unit, "C", "3.5", reason="Sáng kiến", by=council)
    assert refused(grant, unit, "C", "4", reason="x", by=council) == "changed"
    assert grant(unit, "C", "4", reason="Bổ sung", by=council, version=made.version).points == "4"
    assert grant(unit, "C", "", reason="Rút lại", by=council, version=2).points == ""
    assert (Grant.objects.count(), Entry.objects.filter(verb="grant").count()) == (1, 3)


def test_a_result_is_settled_once_every_unit_confirmed_what_counts(found: Settling) -> None:
    organiser = found.people["organiser"]
    assert refused(settle, run(found, "verified"), by=organiser) == "stage"
    older, newer = run(found, "final"), run(found, "final")
    assert refused(settle, older, by=organiser) == "newest"
    assert (refused(settle, newer, by=organiser), unconfirmed(found.cycle)) == ("unconfirmed", 3)
    confirm_all(found)
    assert refused(settle, newer, by=found.people["reporter"]) == "phase"
    made = settle(newer, by=organiser)
    found.cycle.refresh_from_db()
    assert (made.digest, made.state, found.cycle.phase) == (digest(bundle(newer)[MANIFEST]), "settled", "settled")
    assert refused(settle, newer, by=organiser) == "phase"


def test_a_correction_after_the_confirmation_asks_for_it_anew(found: Settling) -> None:
    confirm_all(found)
    assert unconfirmed(found.cycle) == 0
    correct(found, "so-y-te", "may", "20", "Theo biên bản kiểm kê", round=2)
    assert unconfirmed(found.cycle) == 1
    grant(found.forms["so-tu-phap"].participant, "C", "1", reason="Sáng kiến", by=found.people["council"])
    assert unconfirmed(found.cycle) == 2
    confirm_all(found)
    assert unconfirmed(found.cycle) == 0


def test_units_that_do_not_confirm_hold_nobody_up_where_a_reason_is_noted(found: Settling) -> None:
    final = run(found, "final")
    made = settle(final, by=found.people["organiser"], unconfirmed_reason="Quá hạn xác nhận")
    what = Entry.objects.get(verb="settle").what
    assert made.reason == "Quá hạn xác nhận"
    assert '"reason":"Quá hạn xác nhận","run":1,"unconfirmed":3' in what


def test_who_corrected_or_granted_to_their_own_unit_does_not_settle(found: Settling) -> None:
    council, final = found.people["council"], run(found, "final")
    confirm_all(found)
    unit = found.forms["so-tu-phap"].participant
    grant(unit, "C", "1", reason="Sáng kiến", by=council)
    council.unit = unit.unit
    council.save()
    assert own_hand(found.cycle, council)
    assert refused(settle, final, by=council) == "own"
    council.unit = None
    council.save()
    assert not own_hand(found.cycle, council)


def test_a_run_that_corrections_have_overtaken_or_that_was_settled_once_is_not_settled(found: Settling) -> None:
    organiser, final = found.people["organiser"], run(found, "final")
    correct(found, "so-y-te", "may", "20", "Theo biên bản kiểm kê", round=2)
    confirm_all(found)
    assert refused(settle, final, by=organiser) == "stale"
    newer = run(found, "final")
    settle(newer, by=organiser)
    verify_again(found.cycle, reason="Kiểm tra lại", by=organiser)
    assert refused(settle, newer, by=organiser) == "settled"


def settled(found: Settling) -> Settlement:
    final = run(found, "final")
    confirm_all(found)
    return settle(final, by=found.people["organiser"])


def test_a_result_goes_its_way_and_no_act_is_done_twice(found: Settling) -> None:
    organiser, council = found.people["organiser"], found.people["council"]
    made = settled(found)
    assert refused(approve, made, by=council) == "state"
    submit(made, by=organiser)
    assert refused(submit, made, by=organiser) == "state"
    assert refused(approve, made, by=organiser) == "phase"
    assert refused(send_back, made, reason="", by=council) == "reason"
    send_back(made, reason="Thiếu biên bản", by=council)
    assert refused(send_back, made, reason="x", by=council) == "state"
    submit(made, by=organiser)
    approve(made, by=council)
    assert refused(approve, made, by=council) == "state"
    assert Settlement.objects.get().state == "approved"
    verbs = list(Entry.objects.filter(chain__key="thu").order_by("number").values_list("verb", flat=True))
    assert verbs[-10:] == ["settle", "move", "submitted", "move", "sent_back", "move", "submitted", "move", "approved",
                           "move"]  # fmt: skip
    assert list(broken("thu")) == []


def test_an_approved_result_is_corrected_by_a_new_run_that_supersedes_it(found: Settling) -> None:
    organiser, council = found.people["organiser"], found.people["council"]
    first = settled(found)
    assert refused(verify_again, found.cycle, reason="x", by=council) == "phase"
    approve(submit(first, by=organiser), by=council)
    assert refused(verify_again, found.cycle, reason="", by=organiser) == "reason"
    verify_again(found.cycle, reason="Sở Y tế báo nhầm", by=organiser)
    correct(found, "so-y-te", "may", "20", "Theo biên bản kiểm kê", round=2)
    second = settled(found)
    first.refresh_from_db()
    assert (first.state, second.supersedes_id, second.digest == first.digest) == ("superseded", first.pk, False)
    moved = moves(first.run, second.run, "T", "so")
    assert [each.unit for each in moved] == ["so-y-te", "so-cong-thuong", "so-tu-phap"]


def test_the_council_meets_on_the_newest_run_alone(found: Settling) -> None:
    council, old = found.people["council"], run(found, "final")
    new = run(found, "final")
    assert refused(meet, old, HELD, by=council) == "newest"
    assert refused(meet, new, HELD, by=found.people["verifier"]) == "phase"
    assert meet(new, HELD, by=council).present == ["Nguyễn Văn A"]
    waiting = begin(found.cycle, "final", by=None)
    assert refused(meet, waiting, HELD, by=council) == "run"


def test_a_unit_objects_once_the_result_is_settled_and_is_replied_to_once(found: Settling) -> None:
    unit, leader, organiser = (
        found.forms["so-cong-thuong"].participant, found.people["leader"], found.people["organiser"]
    )  # fmt: skip
    assert refused(object_to, unit, "Thiếu 3 máy", by=leader) == "phase"
    settled(found)
    assert refused(object_to, unit, " ", by=leader) == "text"
    assert refused(object_to, found.forms["so-y-te"].participant, "x", by=leader) == "phase"
    made = object_to(unit, "Thiếu 3 máy", by=leader)
    assert refused(reply, made, "x", by=leader) == "role"
    organiser.unit = unit.unit
    assert refused(reply, made, "x", by=organiser) == "own"
    organiser.unit = None
    assert refused(reply, made, " ", by=organiser) == "text"
    assert reply(made, "Đã kiểm tra", by=organiser).reply == "Đã kiểm tra"
    assert refused(reply, made, "x", by=organiser) == "replied"
