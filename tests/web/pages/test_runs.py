"""Runs, comparisons, grants, meetings, objections and the settlement as pages: what each shows, and whom it refuses."""

import io
import zipfile
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from chiso.bundle.verifying import verify_files
from chiso.web.models import Evidence, Grant, Meeting, Objection, Run, Settlement
from tests.web.people import World
from tests.web.settling import Settling, confirm_all, correct, has, made, run, signed_in, text

pytestmark = pytest.mark.django_db
CYCLE = "/cycles/thu/"
STANDING = "/cycles/thu/units/so-cong-thuong/form/standing/"
PDF = b"%PDF-1.7\n%\xe2\xe3\n"


@pytest.fixture(autouse=True)
def _folder(settings: Any, tmp_path: Any) -> None:
    settings.FOLDER = tmp_path
    settings.EVIDENCE_FOLDER = tmp_path / "evidence"
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}


@pytest.fixture
def found(world: World) -> Settling:
    return made(world)


def test_the_organiser_begins_a_run_and_everybody_who_may_sees_it(found: Settling) -> None:
    organiser, auditor = signed_in(found, "organiser"), signed_in(found, "auditor")
    answer = organiser.post(CYCLE + "runs/", {"stage": "self", "reason": ""}, follow=True)
    assert answer.redirect_chain == [(CYCLE + "runs/1/", 302)]
    assert has(text(answer), "Sở Y tế", "84,00", "69,00", "47,13") == [True] * 4
    assert auditor.post(CYCLE + "runs/", {"stage": "self"}).status_code == 403
    assert has(text(auditor.get(CYCLE + "runs/")), "Lần tính 1", "đã tính xong") == [True, True]
    only = auditor.get(CYCLE + "runs/1/?words=tư pháp", HTTP_HX_TARGET="rows").content.decode()
    assert has(only, "Sở Tư pháp", "Sở Y tế") == [True, False]


def test_a_run_that_waits_shows_how_far_it_is_and_then_itself(found: Settling) -> None:
    from chiso.web.actions.scoring.running import begin, compute, fail

    verifier = signed_in(found, "verifier")
    waiting = begin(found.cycle, "self", by=None)
    Run.objects.update(percent=40)
    assert has(text(verifier.get(CYCLE + "runs/1/")), "40 %") == [True]
    compute(waiting)
    assert verifier.get(CYCLE + "runs/1/", HTTP_HX_TARGET="progress")["HX-Refresh"] == "true"
    fail(begin(found.cycle, "self", by=None), "Thiếu tệp")
    assert has(text(verifier.get(CYCLE + "runs/2/")), "Thiếu tệp") == [True]


def test_the_reason_of_a_number_is_one_click_away(found: Settling) -> None:
    run(found, "self")
    page = text(signed_in(found, "council").get(CYCLE + "runs/1/units/so-cong-thuong/"))
    assert has(page, "1.1. Máy tính", "30 × 8/10", "Quyết định thử") == [True] * 3


def test_a_run_is_taken_away_as_a_workbook_and_as_a_folder_that_holds(found: Settling) -> None:
    client = signed_in(found, "auditor")
    correct(found, "so-y-te", "may", "20", "Theo biên bản kiểm kê")
    run(found, "verified")
    assert client.get(CYCLE + "runs/1/file/").content[:2] == b"PK"
    answer = client.get(CYCLE + "runs/1/folder/")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    assert (verify_files(files).holds, answer["Content-Disposition"]) == (
        True,
        'attachment; filename="thu-1-verified.zip"',
    )


def test_the_folder_of_a_large_run_is_prepared_first(found: Settling, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("chiso.web.bridge.freezing.AT_ONCE", 2)
    client = signed_in(found, "organiser")
    run(found, "final")
    confirm_all(found)
    assert client.get(CYCLE + "runs/1/folder/").status_code == 404
    page = text(client.post(CYCLE + "settlement/settle/", {"run": "1"}, follow=True))
    assert (has(page, "Chuẩn bị thư mục của lần tính"), Settlement.objects.count()) == ([True], 0)
    client.post(CYCLE + "runs/1/folder/")
    assert client.get(CYCLE + "runs/1/folder/").status_code == 200
    client.post(CYCLE + "settlement/settle/", {"run": "1"})
    assert Settlement.objects.count() == 1


def test_two_runs_tell_whose_correction_moved_whom(found: Settling) -> None:
    run(found, "self")
    correct(found, "so-y-te", "may", "20", "Theo biên bản kiểm kê")
    run(found, "verified")
    page = text(signed_in(found, "verifier").get(CYCLE + "runs/2/since/1/"))
    wanted = ["84,00 → 86,00", "69,00 → 68,00", "Sở Y tế : Số máy tính: 16 → 20", "Theo biên bản kiểm kê"]
    assert has(page, *wanted) == [True] * 4
    same = text(signed_in(found, "verifier").get(CYCLE + "runs/2/since/2/"))
    assert has(same, "Không đơn vị nào thay đổi") == [True]
    everyone = text(signed_in(found, "verifier").get(CYCLE + "runs/2/since/2/?all=1"))
    assert has(everyone, "Sở Tư pháp", "không thay đổi") == [True, True]


def test_of_many_units_the_causes_come_after_the_moves(found: Settling, monkeypatch: pytest.MonkeyPatch) -> None:
    run(found, "self")
    correct(found, "so-y-te", "may", "20", "Theo biên bản kiểm kê")
    run(found, "verified")
    monkeypatch.setattr("chiso.web.bridge.moving.AT_ONCE", 2)
    monkeypatch.setattr("chiso.web.bridge.moving._COMPARED", {})
    client = signed_in(found, "auditor")
    for address in ("runs/2/since/1/", "units/so-y-te/stages/"):
        first = client.get(CYCLE + address)
        told = has(
            first.content.decode(), "84,00 → <strong>86,00</strong>", 'hx-trigger="load"', "Sở Y tế</strong>: Số máy"
        )
        assert told == [True, True, False]
        later = client.get(CYCLE + address + "?causes=1").content.decode()
        assert has(later, "16 → <strong>20</strong>", 'hx-trigger="load"') == [True, False]
        monkeypatch.setattr("chiso.web.bridge.moving._COMPARED", {})


def test_one_unit_is_read_through_all_stages(found: Settling) -> None:
    run(found, "self")
    correct(found, "so-y-te", "may", "20", "Theo biên bản kiểm kê")
    run(found, "verified")
    page = text(signed_in(found, "auditor").get(CYCLE + "units/so-y-te/stages/"))
    assert has(page, "Số máy tính: 16 → 20", "84,00 → 86,00", "Giai đoạn này chưa được tính điểm") == [True] * 3


def test_the_council_grants_with_a_file_and_others_look(found: Settling) -> None:
    council, auditor = signed_in(found, "council"), signed_in(found, "auditor")
    where = CYCLE + "grants/so-cong-thuong/"
    file = SimpleUploadedFile("sang-kien.pdf", PDF)
    posted = {"criterion": "C", "version": "0", "points": "3,5", "reason": "Sáng kiến", "file": file}
    assert auditor.post(where, posted).status_code == 403
    assert council.post(where, {**posted, "points": "6", "file": ""}).status_code == 200
    file.seek(0)
    assert council.post(where, posted).status_code == 302
    granted, piece = Grant.objects.get(), Evidence.objects.get()
    assert (granted.points, granted.evidence_id) == ("3.5", piece.pk)
    page = auditor.get(where)
    assert has(text(page), "3,5 điểm", "Sáng kiến", "sang-kien.pdf") == [True] * 3
    assert b"".join(auditor.get(f"{where}files/{piece.pk}/").streaming_content) == PDF  # type: ignore[attr-defined]
    assert auditor.get(f"{CYCLE}grants/so-y-te/files/{piece.pk}/").status_code == 404
    assert has(text(auditor.get(CYCLE + "grants/?only=1")), "Sở Công Thương", "Sở Y tế") == [True, False]


def test_a_member_of_the_council_grants_nothing_to_their_own_unit(found: Settling) -> None:
    member = found.people["council"]
    member.unit = found.world.unit
    member.save()
    posted = {"criterion": "C", "version": "0", "points": "3", "reason": "x"}
    assert signed_in(found, "council").post(CYCLE + "grants/so-cong-thuong/", posted).status_code == 403
    assert signed_in(found, "council").get(CYCLE + "grants/so-cong-thuong/").status_code == 200


def test_a_delay_is_shown_and_takes_nothing_off_by_itself(found: Settling) -> None:
    from datetime import timedelta

    from chiso.web.models import Window

    form = found.forms["so-cong-thuong"]
    Window.objects.update(closes_at=form.closed_at - timedelta(days=2, hours=1))
    page = text(signed_in(found, "council").get(CYCLE + "grants/so-cong-thuong/"))
    assert has(page, "muộn 3 ngày", "không tự trừ điểm") == [True, True]


def test_a_meeting_is_noted_on_the_newest_run(found: Settling) -> None:
    client = signed_in(found, "council")
    run(found, "final")
    posted = {
        "run": "1", "on": "2026-11-20", "place": "Phòng họp số 1", "chair": "Nguyễn Văn A", "secretary": "Trần Thị B",
        "present": "Nguyễn Văn A, Chủ tịch\nTrần Thị B", "opinions": "", "conclusion": "Thống nhất kết quả",
    }  # fmt: skip
    run(found, "final")
    old = text(client.post(CYCLE + "meetings/", posted))
    assert (has(old, "Đã có lần tính mới hơn"), Meeting.objects.count()) == ([True], 0)
    assert client.post(CYCLE + "meetings/", {**posted, "run": "2"}).status_code == 302
    page = text(signed_in(found, "auditor").get(CYCLE + "meetings/"))
    assert has(page, "Nguyễn Văn A, Chủ tịch; Trần Thị B", "Thống nhất kết quả") == [True, True]
    assert signed_in(found, "auditor").post(CYCLE + "meetings/", {**posted, "run": "2"}).status_code == 403


def test_the_leader_confirms_what_counts_after_verification(found: Settling) -> None:
    correct(found, "so-cong-thuong", "may", "7", "Một máy đã thanh lý")
    leader, reporter = signed_in(found, "leader"), signed_in(found, "reporter")
    page = text(leader.get(STANDING))
    assert has(page, "Một máy đã thanh lý", "Xác nhận") == [True, True]
    assert reporter.post(STANDING, {"act": "confirm"}).status_code == 403
    leader.post(STANDING, {"act": "confirm"})
    form = found.forms["so-cong-thuong"]
    assert form.confirmations.filter(which=2).count() == 1
    again = text(leader.post(STANDING, {"act": "confirm"}, follow=True))
    assert has(again, "Hiện không có gì cần xác nhận") == [True]


def test_the_result_is_settled_submitted_sent_back_and_approved_by_pages(found: Settling) -> None:
    organiser, council, auditor = (signed_in(found, role) for role in ("organiser", "council", "auditor"))
    run(found, "final")
    assert has(text(organiser.get(CYCLE + "settlement/")), "3 đơn vị chưa xác nhận") == [True]
    confirm_all(found)
    assert auditor.post(CYCLE + "settlement/settle/", {"run": "1"}).status_code == 403
    organiser.post(CYCLE + "settlement/settle/", {"run": "1"})
    last = Settlement.objects.get()
    assert has(text(auditor.get(CYCLE + "settlement/")), last.digest) == [True]
    steps = [
        (organiser, "submit", {}), (council, "send_back", {"reason": "Thiếu biên bản"}), (organiser, "submit", {}),
        (council, "approve", {}),
    ]  # fmt: skip
    for client, act, posted in steps:
        client.post(f"{CYCLE}settlement/{act}/", {"settlement": last.pk, **posted})
    last.refresh_from_db()
    assert last.state == "approved"
    again = text(council.post(CYCLE + "settlement/approve/", {"settlement": last.pk}, follow=True))
    assert has(again, "Kết quả không còn ở bước làm được việc này") == [True]
    assert council.post(CYCLE + "settlement/burn/").status_code == 404


def test_an_act_on_a_result_that_was_replaced_meanwhile_is_refused(found: Settling) -> None:
    organiser = signed_in(found, "organiser")
    run(found, "final")
    organiser.post(CYCLE + "settlement/settle/", {"run": "1", "unconfirmed_reason": "Quá hạn"})
    page = text(organiser.post(CYCLE + "settlement/submit/", {"settlement": "999"}, follow=True))
    assert (has(page, "Kết quả đã thay đổi"), Settlement.objects.get().state) == ([True], "settled")


def test_a_unit_sees_its_result_once_it_is_settled_and_objects(found: Settling) -> None:
    leader, council = signed_in(found, "leader"), signed_in(found, "council")
    run(found, "final")
    assert has(text(leader.get(STANDING)), "Vị trí của đơn vị") == [False]
    signed_in(found, "organiser").post(CYCLE + "settlement/settle/", {"run": "1", "unconfirmed_reason": "Quá hạn"})
    assert has(text(leader.get(STANDING)), "Vị trí của đơn vị", "69,00") == [True, True]
    leader.post(STANDING, {"act": "object", "text": "Thiếu 3 máy"})
    told = Objection.objects.get()
    assert has(text(council.get(CYCLE + "objections/")), "Thiếu 3 máy", "chưa trả lời") == [True, True]
    council.post(f"{CYCLE}objections/{told.pk}/reply/", {"reply": "Đã kiểm tra lại"})
    assert has(text(leader.get(STANDING)), "Đã kiểm tra lại") == [True]
    assert signed_in(found, "stranger").get(STANDING).status_code == 404


def test_the_queries_of_the_lists_do_not_grow_with_their_rows(found: Settling, django_assert_num_queries: Any) -> None:
    client = signed_in(found, "auditor")
    run(found, "self")
    client.get(CYCLE + "runs/")
    with django_assert_num_queries(5):
        client.get(CYCLE + "runs/")
    run(found, "self")
    run(found, "self")
    with django_assert_num_queries(5):
        client.get(CYCLE + "runs/")
