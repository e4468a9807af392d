"""A form at a glance, its score, offices, evidence, closing and history, as pages."""

import csv
import io
import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from chiso.web.models import Announcement, Closing, Evidence, Office, Part, Submission, Support
from tests.web.making import answer, cycle, submission, take_in
from tests.web.people import World

pytestmark = pytest.mark.django_db

FORM = "/cycles/thu/units/so-cong-thuong/form/"
PDF = b"%PDF-1.7\n%\xe2\xe3\n"


@pytest.fixture(autouse=True)
def _folder(settings: Any, tmp_path: Any) -> None:
    settings.EVIDENCE_FOLDER = tmp_path / "evidence"


@pytest.fixture
def reporter(client: Client, world: World) -> Client:
    client.force_login(world.people["reporter"])
    return client


@pytest.fixture
def leader(world: World) -> Client:
    signed_in = Client()
    signed_in.force_login(world.people["leader"])
    return signed_in


def text(response: Any) -> str:
    """The words of a page's content, spaces once."""
    from lxml.html import document_fromstring

    document: Any = document_fromstring(response.content.decode())
    main = document.get_element_by_id("main")
    return " ".join(" ".join(main.itertext()).split())


def add(client: Client, name: str = "Sổ theo dõi.pdf", content: bytes = PDF, **posted: str) -> Any:
    """What adding a file as evidence comes to."""
    file = SimpleUploadedFile(name, content, "text/html")
    return client.post(FORM + "evidence/", {"kind": "file", "file": file, **posted}, follow=True)


def test_the_glance_counts_and_names_what_is_left(world: World, reporter: Client) -> None:
    answer(submission(world.cycle, world.unit), world.people["reporter"], may="5", may_mang="9")
    Announcement.objects.create(
        cycle=world.cycle,
        title="Gia hạn",
        text="Đến hết tháng",
        by=world.people["organiser"],
        at=world.cycle.created_at,
    )
    page = text(reporter.get(FORM))
    wanted = ["2/6", "Gia hạn", "Đến hết tháng", "Lỗi: chưa chốt được phiếu", "Số máy nối mạng", "Số cán bộ"]
    assert [words in page for words in wanted] == [True] * len(wanted)


def test_a_warning_is_answered_with_a_comment_and_last_time_stands_beside(world: World, reporter: Client) -> None:
    before = cycle("truoc")
    take_in(before, world.unit)
    answer(submission(before, world.unit), world.people["leader"], may="1000")
    type(world.cycle).objects.filter(code="thu").update(previous=before)
    form = submission(world.cycle, world.unit)
    answer(form, world.people["reporter"], may="100")
    assert "1 cảnh báo chưa giải thích" in text(reporter.get(FORM))
    page = text(reporter.get(FORM + "sections/1/"))
    assert ("Kỳ trước: 1.000" in page, "Cần kiểm tra" in page) == (True, True)
    posted = {"question": "may", "value": "100", "reply": "Đã thanh lý máy cũ", "version": "1"}
    assert reporter.post(FORM + "answers/", posted).status_code == 200
    assert "0 cảnh báo chưa giải thích" in text(reporter.get(FORM))


def test_the_queries_of_the_glance_are_the_same_for_one_section_and_for_three(
    world: World, reporter: Client, django_assert_num_queries: Any
) -> None:
    form = submission(world.cycle, world.unit)
    for count in (1, 3):
        for place in range(count):
            office, _made = Office.objects.get_or_create(unit=world.unit, name=f"Phòng {place}")
            Part.objects.get_or_create(submission=form, criterion="1", office=office)
        reporter.get(FORM)
        with django_assert_num_queries(13):
            reporter.get(FORM)


def test_only_the_leader_assigns_offices(world: World, reporter: Client, leader: Client) -> None:
    posted = {"section": "1", "name": "Phòng Tin học"}
    assert reporter.post(FORM + "offices/", posted).status_code == 403
    assert leader.post(FORM + "offices/", posted).status_code == 302
    assert [str(each) for each in Part.objects.all()] == ["1: Phòng Tin học"]
    person = world.people["reporter"]
    person.office = Office.objects.get()
    person.save()
    page = text(reporter.get(FORM + "?office=mine"))
    assert ("1. Hạ tầng" in page, "2. Dịch vụ" in page) == (True, False)


def test_the_score_tells_points_reason_and_what_is_missing(world: World, reporter: Client) -> None:
    answer(submission(world.cycle, world.unit), world.people["reporter"], may="20", can_bo="40")
    page = text(reporter.get(FORM + "score/"))
    wanted = ["1.1. Máy tính 15,00 30 ", "2.2. Nhiều nhất tạm tính", "Còn thiếu: Có quy chế an toàn"]
    assert [words in page for words in wanted] == [True, True, True]
    panel = reporter.get(FORM + "score/?section=2", headers={"HX-Request": "true"}).content.decode()
    assert ("<html" in panel, "2.2. Nhiều nhất" in panel, "1.1. Máy tính" in panel) == (False, True, False)


def test_evidence_is_added_shown_and_served_safely(reporter: Client) -> None:
    page = add(reporter, question="may", pointer="trang 3")
    assert ("Sổ theo dõi.pdf" in text(page), "trang 3" in text(page)) == (True, True)
    piece = Evidence.objects.get()
    assert (piece.media, piece.file_name) == ("application/pdf", "Sổ theo dõi.pdf")
    served: Any = reporter.get(f"{FORM}evidence/{piece.pk}/")
    assert (served["Content-Type"], served["Content-Disposition"].partition(";")[0]) == ("application/pdf", "inline")
    assert (served["X-Content-Type-Options"], served["Content-Security-Policy"].partition(";")[0]) == (
        "nosniff", "default-src 'none'",
    )  # fmt: skip
    assert b"".join(served.streaming_content) == PDF
    down: Any = reporter.get(f"{FORM}evidence/{piece.pk}/?download")
    assert down["Content-Disposition"].partition(";")[0] == "attachment"
    assert down["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert b"".join(down.streaming_content) == PDF


def test_a_page_in_disguise_is_refused_in_words(reporter: Client) -> None:
    page = add(reporter, "vui.pdf", b"<html><script>alert(1)</script></html>")
    assert "Loại tệp này không dùng làm tài liệu kiểm chứng được." in text(page)
    assert Evidence.objects.count() == 0
    script: Any = reporter.post(
        FORM + "evidence/",
        {"kind": "file", "question": "may", "file": SimpleUploadedFile("a.svg", b"<svg/>")},
        headers={"Accept": "application/json"},
    )
    assert (script.status_code, list(script.json())) == (409, ["told"])


def test_a_file_dropped_on_a_question_becomes_its_evidence(reporter: Client) -> None:
    answered: Any = reporter.post(
        FORM + "evidence/",
        {"kind": "file", "question": "may", "case": "", "file": SimpleUploadedFile("a.pdf", PDF)},
        headers={"Accept": "application/json"},
    )
    assert (answered.status_code, "a.pdf" in answered.json()["html"]) == (200, True)
    assert [each.question for each in Support.objects.all()] == ["may"]


def test_a_request_of_two_gigabytes_is_refused_before_it_is_read(reporter: Client) -> None:
    response = reporter.generic("POST", FORM + "evidence/", b"", CONTENT_LENGTH=str(2 * 1024**3))
    assert (response.status_code, Evidence.objects.count()) == (413, 0)


def test_evidence_is_nobody_elses(world: World, reporter: Client) -> None:
    add(reporter)
    piece = Evidence.objects.get()
    statuses = {}
    for role in ("stranger", "verifier", "organiser", "auditor", "leader"):
        other = Client()
        other.force_login(world.people[role])
        response: Any = other.get(f"{FORM}evidence/{piece.pk}/")
        statuses[role] = response.status_code
        # Read to the end, a served file is closed.
        assert b"".join(response) == PDF or response.status_code == 404
    assert statuses == {"stranger": 404, "verifier": 404, "organiser": 200, "auditor": 200, "leader": 200}
    other = Client()
    other.force_login(world.people["stranger"])
    theirs = FORM.replace("so-cong-thuong", "so-y-te")
    assert other.get(f"{theirs}evidence/{piece.pk}/").status_code == 404


def test_evidence_serves_several_questions_and_is_taken_out(reporter: Client) -> None:
    add(reporter)
    piece = Evidence.objects.get()
    reporter.post(f"{FORM}evidence/{piece.pk}/supports/", {"for": "may", "pointer": "2"})
    reporter.post(f"{FORM}evidence/{piece.pk}/supports/", {"for": "can_bo"})
    reporter.post(f"{FORM}evidence/{piece.pk}/supports/", {"for": "may", "do": "detach"})
    assert [each.question for each in Support.objects.all()] == ["can_bo"]
    reporter.post(f"{FORM}evidence/{piece.pk}/removal/")
    assert reporter.get(f"{FORM}evidence/{piece.pk}/").status_code == 404
    assert Evidence.objects.get().removed_at is not None


def test_the_leader_closes_and_gets_a_receipt(world: World, reporter: Client, leader: Client) -> None:
    form = submission(world.cycle, world.unit)
    answer(form, world.people["reporter"], may="5", may_mang="9")
    posted: dict[str, Any] = {"sure": "1", "revision": "2"}
    assert reporter.post(FORM + "closing/", posted).status_code == 403
    assert "Phiếu còn lỗi" in text(leader.post(FORM + "closing/", posted, follow=True))
    answer(form, world.people["reporter"], may_mang="4")
    assert Closing.objects.count() == 0
    signed = SimpleUploadedFile("ký.pdf", PDF)
    leader.post(FORM + "closing/", {"sure": "1", "revision": "3", "signed": signed})
    closing = Closing.objects.get()
    assert (closing.number, closing.by, closing.signed and closing.signed.title) == (
        1, world.people["leader"], "Phiếu có chữ ký",
    )  # fmt: skip
    assert closing.answers == "unit,case,question,value,note\nso-cong-thuong,,may,5,\nso-cong-thuong,,may_mang,4,\n"
    again = leader.post(FORM + "closing/", {"sure": "1", "revision": "3"}, follow=True)
    assert ("Phiếu đã đóng" in text(again) or "đã chốt" in text(again), Closing.objects.count()) == (True, 1)
    receipt: Any = reporter.get(FORM + "closing/1/receipt/")
    words = read(receipt.content)
    assert [part in words for part in ("PHIẾU XÁC NHẬN", "Sở Công Thương", closing.digest[:8], "leader")] == [True] * 4
    raw: Any = reporter.get(FORM + "closing/1/answers/")
    assert raw.content.decode() == closing.answers


@pytest.mark.parametrize(
    ("posted", "words"), [({}, "Hãy đánh dấu đã đọc số liệu"), ({"sure": "1", "revision": "0"}, "sửa")]
)
def test_the_leader_closes_only_what_was_read(
    world: World, leader: Client, posted: dict[str, str], words: str
) -> None:  # fmt: skip
    answer(submission(world.cycle, world.unit), world.people["reporter"], may="5")
    page = leader.post(FORM + "closing/", posted, follow=True)
    assert (words in text(page), Closing.objects.count()) == (True, 0)


def test_the_unit_confirms_twice(world: World, reporter: Client, leader: Client) -> None:
    leader.post(FORM + "closing/confirmation/")
    form = submission(world.cycle, world.unit)
    assert form.confirmations.count() == 0
    leader.post(FORM + "closing/", {"sure": "1"})
    assert reporter.post(FORM + "closing/confirmation/").status_code == 403
    for phase in ("collecting", "verifying", "verifying_again", "settled"):
        type(world.cycle).objects.update(phase=phase)
        leader.post(FORM + "closing/confirmation/")
    assert [each.which for each in form.confirmations.all()] == [1, 2]


def test_history_is_shown_and_exported(world: World, reporter: Client) -> None:
    form = submission(world.cycle, world.unit)
    answer(form, world.people["reporter"], quy_che="yes", may="5")
    answer(form, world.people["leader"], may="1250")
    whole = text(reporter.get(FORM + "history/"))
    assert ("trả lời: Có quy chế an toàn có" in whole, "leader" in whole) == (True, True)
    one = text(reporter.get(FORM + "history/?question=may&case="))
    assert ("Số máy tính 5 1.250" in one, "quy chế" in one) == (True, False)
    rows = list(csv.DictReader(io.StringIO(reporter.get(FORM + "history/file.csv").content.decode("utf-8-sig"))))
    assert [(row["by"], row["subject"], row["before"], row["after"]) for row in rows] == [
        ("reporter", "answer/quy_che", "", "yes"),
        ("reporter", "answer/may", "", "5"),
        ("leader", "answer/may", "5", "1250"),
    ]
    told = json.loads(reporter.get(FORM + "history/file.json?question=may&case=").content)
    assert [(each["number"], each["before"], each["after"]) for each in told] == [(2, "", "5"), (3, "5", "1250")]


def test_a_formula_in_a_note_stays_words_in_a_spreadsheet(reporter: Client) -> None:
    reporter.post(FORM + "answers/", {"question": "may", "value": "5", "note": "=1+1", "version": "0"})
    rows = list(csv.DictReader(io.StringIO(reporter.get(FORM + "history/file.csv").content.decode("utf-8-sig"))))
    assert [row["note"] for row in rows] == ["'=1+1"]


def test_the_printed_form_has_every_question_and_answer(world: World, reporter: Client) -> None:
    answer(submission(world.cycle, world.unit), world.people["reporter"], may="1250", quy_che="no", ho_so={"Cấp": "3"})
    page = text(reporter.get(FORM + "print/"))
    wanted = ["Số cán bộ …", "Số máy tính 1.250 máy", "Có quy chế an toàn không", "Số hồ sơ Cấp 3 hồ sơ"]
    assert [words in page for words in wanted] == [True] * 4


def test_a_form_read_by_others_has_no_fields(world: World, client: Client) -> None:
    client.force_login(world.people["auditor"])
    page = client.get(FORM + "sections/1/").content.decode()
    assert ('name="may-value"' in page, "answers.js" in page, "Bạn đang xem phiếu này." in page) == (False, False, True)
    assert Submission.objects.get(participant__unit=world.unit).state == "unopened"


def read(pdf: bytes) -> str:
    """The words of a PDF."""
    import pdfplumber

    with pdfplumber.open(io.BytesIO(pdf)) as document:
        return " ".join(page.extract_text() or "" for page in document.pages)
