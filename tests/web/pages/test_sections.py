"""A section of the form: read in the reader's writing, saved as one types, without scripts too, never over others."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from chiso.web.models import Answer, Cycle, Duty, Entry, Submission, Window
from tests.web.making import answer, submission
from tests.web.people import World

pytestmark = pytest.mark.django_db

FORM = "/cycles/thu/units/so-cong-thuong/form/"


@pytest.fixture
def reporter(client: Client, world: World) -> Client:
    client.force_login(world.people["reporter"])
    return client


def told(client: Client, **posted: Any) -> tuple[int, dict[str, Any]]:
    """What saving one answer comes to."""
    posted = {"case": "", "version": 0, **posted}
    response: Any = client.post(FORM + "answers/", posted, headers={"Accept": "application/json"})
    return response.status_code, response.json()


def kept() -> list[tuple[str, str, str, int]]:
    return [(each.question, each.case, each.value, each.version) for each in Answer.objects.all()]


def test_an_answer_is_saved_as_it_is_typed(reporter: Client) -> None:
    status, found = told(reporter, question="can_bo", value="1.250", note=" theo sổ ", key="k1")
    assert (status, found["outcome"], found["version"], found["same"]) == (200, "saved", 1, True)
    assert found["told"].startswith("Đã lưu lúc ")
    assert kept() == [("can_bo", "", "1250", 1)]
    assert Answer.objects.get().note == "theo sổ"


def test_a_request_that_arrives_twice_is_done_once(reporter: Client) -> None:
    told(reporter, question="can_bo", value="5", key="k1")
    told(reporter, question="can_bo", value="6", version=1, key="k2")
    status, found = told(reporter, question="can_bo", value="5", key="k1")
    assert (status, found["outcome"], found["version"], found["same"]) == (200, "saved", 2, False)
    assert kept() == [("can_bo", "", "6", 2)]
    assert Entry.objects.filter(verb="save").count() == 2


def test_what_somebody_else_changed_is_shown_and_not_overwritten(world: World, reporter: Client) -> None:
    answer(submission(world.cycle, world.unit), world.people["leader"], can_bo="40")
    status, found = told(reporter, question="can_bo", value="50", key="k1")
    assert (status, found["outcome"], found["version"]) == (409, "theirs", 1)
    assert [word in found["html"] for word in ("leader", ">40<", ">50<")] == [True, True, True]
    assert kept() == [("can_bo", "", "40", 1)]
    status, found = told(reporter, question="can_bo", value="50", version=1, key="k2")
    assert (status, kept()) == (200, [("can_bo", "", "50", 2)])


@pytest.mark.parametrize(
    ("posted", "words"),
    [
        ({"question": "can_bo", "value": "năm"}, "Đã nhập: "),
        ({"question": "can_bo", "value": "-5"}, "Đã nhập: "),
        ({"question": "can_bo", "value": "1,5"}, "Đã nhập: 1.5; cần: "),
        ({"question": "can_bo", "na": "1", "note": "x"}, "Đã nhập: n/a; cần: "),
        ({"question": "quy_che", "na": "1"}, "Hãy ghi lý do câu hỏi không áp dụng."),
        ({"question": "none", "value": "5"}, "Phiếu này không có câu hỏi đó."),
    ],
)
def test_what_is_no_answer_is_said_so_at_once(reporter: Client, posted: dict[str, str], words: str) -> None:
    status, found = told(reporter, **posted)
    assert (status, found["outcome"], found["told"][: len(words)]) == (422, "unread", words)
    assert kept() == []


@pytest.mark.parametrize("posted", [{"question": "ho_so"}, {"question": "can_bo", "case": "x"}])
def test_a_case_belongs_to_a_repeated_question(reporter: Client, posted: dict[str, str]) -> None:
    status, found = told(reporter, value="5", **posted)
    assert (status, found["outcome"], found["code"], kept()) == (409, "refused", "question", [])


def test_what_does_not_apply_says_why(reporter: Client) -> None:
    status, _found = told(reporter, question="quy_che", na="1", value="yes", note="Chưa ban hành")
    assert (status, kept()) == (200, [("quy_che", "", "n/a", 1)])


@pytest.mark.parametrize("verb", ["answers/", "sections/1/", "sections/2/cases/", "evidence/"])
def test_only_people_of_the_unit_write(verb: str, world: World, client: Client) -> None:
    statuses = {}
    for role in ("stranger", "administrator", "organiser", "auditor", "verifier", "council"):
        client.force_login(world.people[role])
        statuses[role] = client.post(FORM + verb, {"question": "can_bo", "value": "1", "version": 0}).status_code
    assert statuses == {
        "stranger": 404, "administrator": 403, "organiser": 403, "auditor": 403, "verifier": 404, "council": 404,
    }  # fmt: skip
    Duty.objects.filter(person=world.people["reporter"]).delete()
    client.force_login(world.people["reporter"])
    assert client.post(FORM + verb, {"question": "can_bo", "value": "1", "version": 0}).status_code == 403
    assert kept() == []


@pytest.mark.parametrize(("seconds", "status"), [(30, 200), (0, 409), (-1, 409)])
def test_a_save_counts_only_before_the_deadline(reporter: Client, seconds: int, status: int) -> None:
    Window.objects.update(closes_at=timezone.now() + timedelta(seconds=seconds))
    found, said = told(reporter, question="can_bo", value="5")
    assert (found, said.get("code")) == (status, None if status == 200 else "late")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda _world: Cycle.objects.update(phase="verifying"), "phase"),
        (lambda _world: Submission.objects.update(state="closed"), "closed"),
        (lambda world: world.cycle.participants.update(status="excluded"), "excluded"),
    ],
)
def test_a_form_that_is_not_open_takes_no_answer(reporter: Client, world: World, change: Any, code: str) -> None:
    change(world)
    status, found = told(reporter, question="can_bo", value="5")
    assert (status, found["outcome"], found["code"]) == (409, "refused", code)
    assert found["told"] in reporter.get(FORM + "sections/1/").content.decode()
    posted = {"can_bo-value": "5", "can_bo-version": "0", "can_bo-was": "x"}
    page: Any = reporter.post(FORM + "sections/1/", posted)
    assert (page.status_code, kept(), 'name="can_bo-value"' in page.content.decode()) == (422, [], False)


def test_a_section_is_saved_without_scripts(world: World, reporter: Client) -> None:
    answer(submission(world.cycle, world.unit), world.people["leader"], may="30")
    shown = fields(reporter.get(FORM + "sections/1/"))
    posted = {**shown, "can_bo-value": "40", "quy_che-value": "yes"}
    response: Any = reporter.post(FORM + "sections/1/", posted, follow=True)
    assert response.redirect_chain == [(FORM + "sections/1/", 302)]
    assert "Đã lưu 2 câu trả lời." in response.content.decode()
    assert kept() == [("can_bo", "", "40", 1), ("may", "", "30", 1), ("quy_che", "", "yes", 1)]
    assert Answer.objects.get(question="may").by == world.people["leader"]


def test_without_scripts_nothing_typed_is_lost(world: World, reporter: Client) -> None:
    shown = fields(reporter.get(FORM + "sections/1/"))
    answer(submission(world.cycle, world.unit), world.people["leader"], may="30")
    posted = {**shown, "can_bo-value": "bốn mươi", "may-value": "31", "may_mang-value": "20"}
    response: Any = reporter.post(FORM + "sections/1/", posted)
    page = response.content.decode()
    assert response.status_code == 422
    assert kept() == [("may", "", "30", 1), ("may_mang", "", "20", 1)]
    again = fields(response)
    assert (again["can_bo-value"], again["may-value"], again["may-version"]) == ("bốn mươi", "31", "1")
    assert "Người khác vừa sửa câu trả lời này." in page
    assert "Đã lưu 1 câu trả lời." in page
    response = reporter.post(FORM + "sections/1/", {**again, "can_bo-value": "40"}, follow=True)
    assert kept() == [("can_bo", "", "40", 1), ("may", "", "31", 2), ("may_mang", "", "20", 1)]


def test_others_changes_come_to_an_open_page(world: World, reporter: Client) -> None:
    form = submission(world.cycle, world.unit)
    answer(form, world.people["leader"], may="30", may_mang="40")
    form.refresh_from_db()
    first: Any = reporter.get(FORM + "sections/1/changes/?since=0").json()
    assert (first["revision"], first["versions"], first["rows"]) == (
        2, {"can_bo": 0, "may": 1, "may_mang": 1, "quy_che": 0}, {},
    )  # fmt: skip
    wrong = {key for key, html in first["remarks"].items() if "remark-error" in html}
    assert (wrong, "40 " in first["remarks"]["may_mang"]) == ({"may_mang"}, True)
    assert reporter.get(FORM + "sections/1/changes/?since=2").json() == {"revision": 2, "locked": ""}
    rows: Any = reporter.get(FORM + "sections/1/changes/?since=2&rows=may").json()["rows"]
    assert list(rows) == ["may"]
    assert 'value="30"' in rows["may"]


def test_numbers_are_read_in_the_readers_language(reporter: Client) -> None:
    told(reporter, question="can_bo", value="1250")
    assert fields(reporter.get(FORM + "sections/1/"))["can_bo-value"] == "1.250"
    reporter.cookies["chiso_language"] = "en"
    assert fields(reporter.get(FORM + "sections/1/"))["can_bo-value"] == "1,250"
    told(reporter, question="can_bo", value="1,300", version=1)
    assert kept() == [("can_bo", "", "1300", 2)]


def test_cases_are_added_renamed_and_removed(reporter: Client) -> None:
    where = FORM + "sections/2/cases/"
    reporter.post(where, {"per": "dich_vu", "name": "Cấp phép"})
    reporter.post(where, {"per": "dich_vu", "do": "rename", "case": "Cấp phép", "name": "Cấp giấy phép"})
    told(reporter, question="truc_tuyen", case="Cấp giấy phép", value="4")
    page = reporter.get(FORM + "sections/2/").content.decode()
    assert ('data-case="Cấp giấy phép"' in page, ">Cấp phép<" in page) == (True, False)
    reporter.post(where, {"per": "dich_vu", "do": "remove", "case": "Cấp giấy phép"})
    assert kept() == []


def test_a_section_that_the_form_has_not_is_not_found(reporter: Client) -> None:
    assert [
        reporter.get(FORM + "sections/9/").status_code,
        reporter.post(FORM + "sections/9/", {}).status_code,
        reporter.get(FORM + "sections/9/changes/").status_code,
    ] == [404, 404, 404]


def test_the_number_of_queries_does_not_grow_with_the_answers(
    world: World, reporter: Client, django_assert_num_queries: Any
) -> None:
    form = submission(world.cycle, world.unit)
    answer(form, world.people["reporter"], ho_so={"Một": "1"})
    reporter.get(FORM + "sections/2/")
    with django_assert_num_queries(QUERIES):
        reporter.get(FORM + "sections/2/")
    answer(form, world.people["reporter"], ho_so={"Hai": "1", "Ba": "1"}, truc_tuyen={"Hai": "1"}, may="4")
    with django_assert_num_queries(QUERIES):
        reporter.get(FORM + "sections/2/")


QUERIES = 12


def fields(response: Any) -> dict[str, str]:
    """What a browser would post from the section of a page."""
    from lxml.html import document_fromstring

    document: Any = document_fromstring(response.content.decode())
    form = document.get_element_by_id("asks")
    return {name: value for name, value in form.fields.items() if value is not None and name != "csrfmiddlewaretoken"}
