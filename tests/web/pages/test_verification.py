"""The pages of verification: to whom what is shown, what a verdict leads to, what a unit sees and when."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from chiso.web.models import (
    Answer,
    Assignment,
    Count,
    Duty,
    Explanation,
    Person,
    Remark,
    Risk,
    Support,
    Verdict,
    Visit,
    Window,
)
from tests.web.making import answer, submission
from tests.web.people import World
from tests.web.verifying import moved, ruled, verifying

pytestmark = pytest.mark.django_db
LIST = "/cycles/thu/verification/"
UNIT = LIST + "units/so-cong-thuong/"
ANSWER = UNIT + "answers/may/"
FORM = "/cycles/thu/units/so-cong-thuong/form/"
PDF = b"%PDF-1.7\n%%EOF\n"


@pytest.fixture
def form(world: World) -> Any:
    return verifying(world)


def signed_in(client: Client, world: World, role: str) -> Client:
    client.force_login(world.people[role])
    return client


def text(client: Client, path: str) -> str:
    return client.get(path).content.decode()


def hidden(client: Client, path: str) -> dict[str, str]:
    """The hidden fields of the first verdict on a page."""
    found: Any = client.get(path)
    shown = found.context["screen"]
    return {"version": str(shown.row.version), "seen": str(shown.seen), "key": found.context["key"]}


@pytest.mark.usefixtures("form")
def test_the_list_shows_only_what_is_assigned(world: World, client: Client) -> None:
    signed_in(client, world, "verifier")
    assert "Số máy tính" in text(client, LIST)
    Assignment.objects.update(criterion="2.1")
    assert "Số máy tính" not in text(client, LIST)
    assert [client.get(path).status_code for path in (ANSWER, UNIT)] == [404, 200]
    Assignment.objects.all().delete()
    assert "chưa được phân công" in text(client, LIST)
    assert [client.get(path).status_code for path in (ANSWER, UNIT)] == [404, 404]


@pytest.mark.usefixtures("form")
def test_a_verifier_of_the_unit_itself_sees_nothing_of_it(world: World, client: Client) -> None:
    Person.objects.filter(username="verifier").update(unit=world.unit)
    client.force_login(Person.objects.get(username="verifier"))
    assert "Số máy tính" not in text(client, LIST)
    statuses = [client.get(path).status_code for path in (ANSWER, UNIT)]
    assert (statuses, client.post(ANSWER, {"kind": "agree", "version": "1"}).status_code) == ([404, 404], 404)


def test_the_filters(world: World, form: Any, client: Client) -> None:
    by, participant = world.people["organiser"], form.participant
    Count.objects.create(participant=participant, system="Trục", question="may", value="7", by=by, at=timezone.now())
    from chiso.web.actions.verification.weighing import weigh

    weigh(world.cycle)
    signed_in(client, world, "verifier")

    def names(query: str) -> list[str]:
        found: Any = client.get(f"{LIST}?{query}")
        return [each.name for each in found.context["items"]]

    assert names("") == ["Số máy tính", "Số cán bộ", "Số máy nối mạng", "Có quy chế an toàn"]
    assert names("kind=source") == names("kind=any") == ["Số máy tính"]
    assert names("criterion=1.3") == ["Có quy chế an toàn"]
    assert names("state=agreed") == names("unit=so-y-te") == names("words=không+có") == []
    assert names("unit=so-cong-thuong&state=open&criterion=1.2") == ["Số máy tính", "Số máy nối mạng"]
    assert names("kind=x") == []


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_the_same_number_of_times_for_one_and_three(
    count: int, world: World, client: Client, django_assert_num_queries: Any
) -> None:
    verifying(world, **dict(list({"can_bo": "10", "may": "8", "may_mang": "6"}.items())[:count]))
    signed_in(client, world, "verifier")
    client.get(LIST)
    with django_assert_num_queries(11):
        found: Any = client.get(LIST)
    assert len(found.context["items"]) == count


@pytest.mark.usefixtures("form")
def test_a_verdict_leads_to_the_next_answer_of_the_list(world: World, client: Client) -> None:
    signed_in(client, world, "verifier")
    first = UNIT + "answers/can_bo/?state=open"
    told = client.post(first, {"kind": "agree", **hidden(client, first)})
    assert (told.status_code, told.headers["Location"]) == (302, ANSWER + "?state=open")
    assert Verdict.objects.get().question == "can_bo"


@pytest.mark.usefixtures("form")
def test_a_stale_verdict_is_shown_and_not_taken(world: World, client: Client) -> None:
    signed_in(client, world, "verifier")
    fields = hidden(client, ANSWER)
    Answer.objects.filter(question="may").update(value="9", version=2)
    told = client.post(ANSWER, {"kind": "correct", "may-value": "7", "reason": "Đếm lại", **fields})
    page = told.content.decode()
    assert (told.status_code, Verdict.objects.count()) == (409, 0)
    assert all(part in page for part in ("vừa được thay đổi", "Đếm lại", 'value="7"'))


@pytest.mark.usefixtures("form")
def test_sent_twice_it_counts_once(world: World, client: Client) -> None:
    signed_in(client, world, "verifier")
    fields = {"kind": "agree", **hidden(client, ANSWER)}
    assert [client.post(ANSWER, fields).status_code for _ in range(2)] == [302, 302]
    assert Verdict.objects.count() == 1


@pytest.mark.usefixtures("form")
def test_what_was_typed_is_read_as_people_write(world: World, client: Client) -> None:
    signed_in(client, world, "verifier")
    where = UNIT + "answers/can_bo/"
    told = client.post(where, {"kind": "correct", "can_bo-value": "1.234", "reason": "x", **hidden(client, where)})
    assert (told.status_code, Verdict.objects.get().value) == (302, "1234")
    told = client.post(where, {"kind": "correct", "can_bo-value": "nhiều", "reason": "x", **hidden(client, where)})
    assert (told.status_code, Verdict.objects.count()) == (409, 1)


@pytest.mark.parametrize("phase", ["collecting", "settled", "approved"])
@pytest.mark.usefixtures("form")
def test_after_the_phase_nothing_can_be_changed(phase: str, world: World, client: Client) -> None:
    signed_in(client, world, "verifier")
    fields = hidden(client, ANSWER)
    moved(world, phase)
    assert 'value="agree"' not in text(client, ANSWER)
    told = client.post(ANSWER, {"kind": "agree", **fields})
    assert (told.status_code, Verdict.objects.count()) == (409, 0)


@pytest.mark.usefixtures("form")
def test_who_oversees_looks_and_does_not_judge(world: World, client: Client) -> None:
    signed_in(client, world, "organiser")
    assert 'value="agree"' not in text(client, ANSWER)
    assert client.post(ANSWER, {"kind": "agree", "version": "1"}).status_code == 409
    assert Verdict.objects.count() == 0


def test_a_blind_second_verifier_is_told_nothing_of_the_first(world: World, form: Any, client: Client) -> None:
    first, blind = world.people["verifier"], Person.objects.create_user("mu", "mu@example.vn")
    Duty.objects.create(person=blind, role="verifier")
    Assignment.objects.create(cycle=world.cycle, person=blind, double=True)
    ruled(form, first, "may", "correct", "7", "BÍ-MẬT-LÝ-DO")
    now = timezone.now()
    Remark.objects.create(submission=form, question="may", text="BÍ-MẬT-LỜI", by=first, at=now)
    seen = [{"question": "may", "case": "", "value": "7", "note": "BÍ-MẬT-THẤY"}]
    visit = Visit.objects.create(submission=form, on=now.date(), place="x", seen=seen, by=first, at=now)
    client.force_login(blind)
    pages = "".join(text(client, path) for path in (LIST, UNIT, ANSWER, LIST + "progress/"))
    assert ("BÍ-MẬT" in pages, "đã điều chỉnh" in text(client, LIST + "?state=open")) == (False, True)
    assert client.get(f"{UNIT}visits/{visit.pk}/").status_code == 404
    found: Any = client.get(LIST)
    assert {str(each.state) for each in found.context["items"]} == {"chưa thẩm định"}
    client.post(ANSWER, {"kind": "correct", "may-value": "6", "reason": "x", **hidden(client, ANSWER)})
    assert Verdict.objects.get(by=blind).double
    found = client.get(LIST + "?state=open")
    assert "Số máy tính" not in [each.name for each in found.context["items"]]
    signed_in(client, world, "organiser")
    second: Any = client.get(LIST + "progress/")
    agreement = second.context["agreement"]
    assert (agreement.pairs, agreement.same, agreement.share) == (1, 0, "0,0")
    assert [(each.first, each.second) for each, _address in agreement.differing] == [
        ("đã điều chỉnh 7", "đã điều chỉnh 6")
    ]


def test_evidence_is_shown_to_who_verifies_what_it_speaks_for(world: World, form: Any, client: Client) -> None:
    from chiso.web.bridge.storing import keep, receive

    kept = receive([PDF], 1000)
    keep(kept)
    piece = form.evidence.create(
        kind="file", title="a.pdf", digest=kept.digest, size=kept.size, media="application/pdf", file_name="a.pdf",
        by=world.people["reporter"], at=timezone.now(),
    )  # fmt: skip
    Support.objects.create(evidence=piece, question="may")
    signed_in(client, world, "verifier")
    where = f"{UNIT}evidence/{piece.pk}/"
    told: Any = client.get(where)
    assert (told.status_code, told.headers["X-Frame-Options"]) == (200, "SAMEORIGIN")
    assert "frame-ancestors 'self'" in told.headers["Content-Security-Policy"]
    assert b"".join(told.streaming_content) == PDF
    page = client.get(ANSWER)
    assert f'src="{where}' in page.content.decode()
    assert "frame-src 'self'" in page.headers["Content-Security-Policy"]
    Assignment.objects.update(criterion="1.3")
    assert client.get(where).status_code == 404


def test_the_unit_sees_verdicts_only_when_its_phase_shows_them(world: World, form: Any, client: Client) -> None:
    ruled(form, world.people["verifier"], "may", "correct", "7", "VÌ-KIỂM-ĐẾM")
    ruled(form, world.people["verifier"], "can_bo", "ask", reason="VÌ-SAO")
    signed_in(client, world, "reporter")
    pages = (FORM + "verdicts/", FORM + "history/", FORM + "history/file.csv")
    assert not any("VÌ-" in text(client, path) for path in pages)
    asked = Explanation.objects.get()
    assert client.get(f"{FORM}explanations/{asked.pk}/").status_code == 404
    moved(world, "explaining")
    assert all("VÌ-KIỂM-ĐẾM" in text(client, path) for path in pages)
    ruled(form, world.people["verifier"], "quy_che", "correct", "no", "VÒNG-HAI")
    assert not any("VÒNG-HAI" in text(client, path) for path in pages)
    moved(world, "settled")
    assert all("VÒNG-HAI" in text(client, path) for path in pages)


def test_a_unit_explains_with_another_value_and_a_file(world: World, form: Any, client: Client, tmp_path: Any) -> None:
    ruled(form, world.people["verifier"], "may", "ask", reason="Vì sao?")
    moved(world, "explaining")
    now = timezone.now()
    Window.objects.create(cycle=world.cycle, phase="explaining", opens_at=now, closes_at=now + timedelta(days=1))
    asked = Explanation.objects.get()
    where = f"{FORM}explanations/{asked.pk}/"
    signed_in(client, world, "auditor")
    assert (client.get(where).status_code, client.post(where, {"text": "x"}).status_code) == (200, 403)
    signed_in(client, world, "reporter")
    (tmp_path / "b.pdf").write_bytes(PDF)
    with (tmp_path / "b.pdf").open("rb") as file:
        told = client.post(where, {"text": "Thanh lý", "proposes": "1", "may-value": "7", "key": "k", "file": file})
    assert told.status_code == 302
    asked.refresh_from_db()
    assert (asked.text, asked.value, asked.evidence.get().title) == ("Thanh lý", "7", "b.pdf")
    assert client.post(where, {"text": "Sai", "proposes": "1", "may-value": "nhiều"}).status_code == 409
    Window.objects.filter(phase="explaining").update(closes_at=now)
    late = client.post(where, {"text": "Muộn"})
    assert (late.status_code, Explanation.objects.get().text) == (409, "Thanh lý")


def test_words_among_verifiers_are_not_shown_to_the_unit(world: World, form: Any, client: Client) -> None:
    ruled(form, world.people["verifier"], "may", "ask", reason="Vì sao?")
    signed_in(client, world, "verifier")
    client.post(ANSWER + "remarks/", {"text": "TRONG-TỔ", "inside": "1"})
    client.post(ANSWER + "remarks/", {"text": "CHO-ĐƠN-VỊ"})
    moved(world, "explaining")
    signed_in(client, world, "reporter")
    asked = Explanation.objects.get()
    pages = [text(client, path) for path in (f"{FORM}explanations/{asked.pk}/", FORM + "history/")]
    assert [("TRONG-TỔ" in page, "CHO-ĐƠN-VỊ" in page) for page in pages] == [(False, True), (False, True)]
    client.post(f"{FORM}explanations/{asked.pk}/remarks/", {"text": "Xin gửi bổ sung"})
    assert Remark.objects.filter(inside=False).last().text == "Xin gửi bổ sung"  # type: ignore[union-attr]


@pytest.mark.usefixtures("form")
def test_a_check_on_site_proposes_and_its_minutes_are_filled_in(world: World, client: Client) -> None:
    signed_in(client, world, "verifier")
    fields = {
        "on": timezone.localdate().isoformat(), "place": "Trụ sở", "checkers": "Nguyễn Văn A, Trưởng đoàn",
        "received_by": "Trần Thị B", "conclusion": "Có 7 máy", "seen-may-value": "7", "seen-may-note": "đếm",
    }  # fmt: skip
    told = client.post(UNIT + "visits/new/", fields)
    visit = Visit.objects.get()
    assert (told.status_code, visit.seen) == (302, [{"question": "may", "case": "", "value": "7", "note": "đếm"}])
    assert Answer.objects.get(question="may").value == "8"
    found: Any = client.get(ANSWER)
    assert found.context["row"].text == "7"
    paper = client.get(f"{UNIT}visits/{visit.pk}/minutes.docx")
    assert (paper.status_code, paper.content[:2]) == (200, b"PK")
    bad = client.post(UNIT + "visits/new/", {**fields, "seen-may-value": "nhiều"})
    assert (bad.status_code, Visit.objects.count()) == (200, 1)
    signed_in(client, world, "auditor")
    assert client.get(UNIT + "visits/new/").status_code == 403


def test_the_minutes_are_evidence_for_what_was_seen(world: World, form: Any, client: Client, tmp_path: Any) -> None:
    now, by = timezone.now(), world.people["verifier"]
    seen = [{"question": "may", "case": "", "value": "7", "note": ""}]
    visit = Visit.objects.create(submission=form, on=now.date(), place="x", seen=seen, by=by, at=now)
    (tmp_path / "bb.pdf").write_bytes(PDF)
    signed_in(client, world, "verifier")
    with (tmp_path / "bb.pdf").open("rb") as file:
        client.post(f"{UNIT}visits/{visit.pk}/", {"minutes": file})
    assert [(each.evidence.kind, each.question) for each in Support.objects.all()] == [("on_site", "may")]
    visit.refresh_from_db()
    assert visit.minutes is not None


def test_many_are_agreed_with_on_one_page(world: World, form: Any, client: Client) -> None:
    by, participant = world.people["organiser"], form.participant
    Count.objects.create(participant=participant, system="Trục", question="may", value="8", by=by, at=timezone.now())
    from chiso.web.actions.verification.weighing import weigh

    weigh(world.cycle)
    signed_in(client, world, "verifier")
    where = reverse("verification_agreement", kwargs={"code": "thu"})
    assert "Số máy tính" in text(client, where)
    client.post(where)
    assert [(each.question, each.from_source) for each in Verdict.objects.all()] == [("may", "Trục")]
    signed_in(client, world, "organiser")
    assert "Đồng ý tất cả" not in text(client, where)


def test_an_organiser_assigns_a_whole_block_and_takes_back(world: World, client: Client) -> None:
    signed_in(client, world, "organiser")
    where = reverse("assignments", kwargs={"code": "thu"})
    client.post(where, {"person": world.people["verifier"].pk, "block": "so", "criterion": "1"})
    assert sorted(Assignment.objects.values_list("participant__unit__code", "criterion", "double")) == [
        ("so-cong-thuong", "1", False), ("so-y-te", "1", False),
    ]  # fmt: skip
    one = Assignment.objects.first()
    assert one is not None
    client.post(reverse("assignment_removal", kwargs={"code": "thu", "assignment": one.pk}))
    assert Assignment.objects.count() == 1
    signed_in(client, world, "verifier")
    assert client.post(where, {"person": world.people["verifier"].pk}).status_code == 403


def test_the_board_shows_how_far_each_unit_is(world: World, form: Any, client: Client) -> None:
    ruled(form, world.people["verifier"], "may", "correct", "7")
    signed_in(client, world, "organiser")
    page = text(client, "/cycles/thu/board/")
    assert ("1/4" in page, "1 đã điều chỉnh" in page) == (True, True)


def test_entering_the_phase_makes_the_list(world: World, client: Client) -> None:
    from django_tasks_db.models import DBTaskResult

    answer(submission(world.cycle, world.unit), world.people["reporter"], may="8")
    signed_in(client, world, "organiser")
    client.post("/cycles/thu/phase/", {"to": "verifying"})
    assert [json.dumps(each.task_path) for each in DBTaskResult.objects.all()] == ['"chiso.web.tasks.weigh_list"']
    assert Risk.objects.count() == 0
