"""Official documents from the pages: told in a form, shown, made, kept, superseded; and what is refused."""

import hashlib
from typing import Any

import pytest

from chiso.web.models import Cycle, Draft, Entry, Meeting, Paper
from tests.web.making import cycle
from tests.web.people import World
from tests.web.settling import Settling, has, made, run, signed_in, text

pytestmark = pytest.mark.django_db
PAPERS = "/cycles/thu/papers/"
FRAME = {
    "version": "0", "superior": "Ủy ban nhân dân tỉnh Kon Tum", "issuer": "Sở Thông tin và Truyền thông",
    "number": "134", "symbol": "QĐ-STTTT", "place": "Kon Tum", "date": "27/03/2026", "subject": "",
    "recipients": "Như Điều 2\nLưu: VT",
    "authority_1": "KT", "authority_1_of": "Giám đốc", "authority_2": "", "authority_2_of": "", "post": "Phó Giám đốc",
    "name": "Lại Xuân Lâm",
}  # fmt: skip
DECISION = {
    **FRAME, "decides": "Giám đốc Sở", "grounds": "Căn cứ Luật A\nCăn cứ Luật B", "submission_by": "Trưởng phòng",
    "submission_number": "7/TTr", "submission_date": "01/03/2026", "executors": "Các sở",
}  # fmt: skip
TOLD = {
    "superior": "Ủy ban nhân dân tỉnh Kon Tum", "issuer": "Sở Thông tin và Truyền thông", "number": "134",
    "symbol": "QĐ-STTTT", "place": "Kon Tum", "date": "2026-03-27", "decides": "Giám đốc Sở",
    "grounds": ["Căn cứ Luật A", "Căn cứ Luật B"],
    "submission": {"by": "Trưởng phòng", "number": "7/TTr", "date": "2026-03-01"}, "executors": "Các sở",
    "recipients": ["Như Điều 2", "Lưu: VT"],
    "signer": {"authority": [{"form": "KT", "of": "Giám đốc"}], "post": "Phó Giám đốc", "name": "Lại Xuân Lâm"},
}  # fmt: skip


@pytest.fixture(autouse=True)
def _folder(settings: Any, tmp_path: Any) -> None:
    settings.FOLDER = tmp_path
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}


@pytest.fixture
def found(world: World) -> Settling:
    return made(world)


def test_what_is_told_is_kept_as_the_document_has_it_and_shown_again(found: Settling) -> None:
    organiser = signed_in(found, "organiser")
    assert organiser.post(PAPERS + "quyet-dinh/", DECISION).status_code == 302
    assert Draft.objects.get().told == TOLD
    page = organiser.get(PAPERS + "quyet-dinh/").content.decode()
    assert has(page, 'value="27/03/2026"', 'value="01/03/2026"', "Căn cứ Luật A\nCăn cứ Luật B") == [True] * 3
    assert Entry.objects.filter(verb="draft", subject="draft/quyet-dinh").count() == 1


def test_a_fault_stands_at_its_field_and_nothing_is_saved(found: Settling) -> None:
    organiser = signed_in(found, "organiser")
    wrong = {"number": "134/QĐ", "date": "31/02/2026", "submission_by": "", "authority_1": ""}
    answer = organiser.post(PAPERS + "quyet-dinh/", {**DECISION, **wrong})
    assert (answer.status_code, Draft.objects.count()) == (200, 0)
    assert sorted(answer.context["form"].errors) == ["authority_1_of", "date", "number", "submission_by"]


def test_two_people_do_not_overwrite_each_other(found: Settling) -> None:
    organiser = signed_in(found, "organiser")
    organiser.post(PAPERS + "quyet-dinh/", DECISION)
    again = organiser.post(PAPERS + "quyet-dinh/", {**DECISION, "number": "135"})
    assert (has(text(again), "vừa sửa bản thảo này"), Draft.objects.get().told["number"]) == ([True], "134")


def test_a_decision_is_made_in_every_format_of_the_run_and_kept_by_its_digest(found: Settling) -> None:
    organiser = signed_in(found, "organiser")
    run(found, "final")
    organiser.post(PAPERS + "quyet-dinh/", DECISION)
    for format, begin in (("docx", b"PK"), ("xlsx", b"PK"), ("html", b"<!doctype html>")):
        organiser.post(PAPERS + "quyet-dinh/made/", {"unit": "", "format": format})
        paper = Paper.objects.get(format=format)
        raw = b"".join(signed_in(found, "auditor").get(f"{PAPERS}files/{paper.pk}/").streaming_content)  # type: ignore[attr-defined]
        assert (raw[: len(begin)], hashlib.sha256(raw).hexdigest()) == (begin, paper.digest)
        assert paper.told == TOLD
    page = signed_in(found, "council").get(PAPERS + "quyet-dinh/preview/").content.decode()
    assert has(page, "Lại Xuân Lâm", "Căn cứ Luật A", "Sở Y tế") == [True] * 3


def test_a_document_of_a_result_needs_one_and_says_so(found: Settling) -> None:
    organiser = signed_in(found, "organiser")
    page = text(organiser.get(PAPERS + "quyet-dinh/"))
    assert has(page, "Hãy tính điểm trước", "Tạo văn bản") == [True, False]
    organiser.post(PAPERS + "quyet-dinh/made/", {"unit": "", "format": "docx"})
    assert has(text(organiser.get(PAPERS + "quyet-dinh/")), "Chưa có kết quả") == [True]
    organiser.post(PAPERS + "phuong-phap/made/", {"format": "docx"})
    assert [each.kind for each in Paper.objects.all()] == ["phuong-phap"]


def test_the_cards_of_all_units_are_made_in_one_go_and_shown_to_each_unit(found: Settling) -> None:
    run(found, "final")
    organiser, leader = signed_in(found, "organiser"), signed_in(found, "leader")
    organiser.post(PAPERS + "the-don-vi/made/", {"unit": "*", "format": "pdf"})
    units = ["so-cong-thuong", "so-tu-phap", "so-y-te"]
    assert sorted(each.unit for each in Paper.objects.all()) == units
    card = "/cycles/thu/units/so-cong-thuong/form/card/"
    assert leader.get(card).status_code == 404
    Cycle.objects.update(phase="settled")
    assert b"".join(leader.get(card).streaming_content)[:5] == b"%PDF-"  # type: ignore[attr-defined]
    assert signed_in(found, "stranger").get(card).status_code == 404


def test_a_paper_made_again_supersedes_and_the_same_one_changes_nothing(found: Settling) -> None:
    run(found, "final")
    organiser = signed_in(found, "organiser")
    order = {"unit": "", "format": "docx"}
    organiser.post(PAPERS + "quyet-dinh/made/", order)
    organiser.post(PAPERS + "quyet-dinh/made/", order)
    assert Paper.objects.count() == 1
    organiser.post(PAPERS + "quyet-dinh/", DECISION)
    organiser.post(PAPERS + "quyet-dinh/made/", order)
    assert [each.superseded_at is None for each in Paper.objects.order_by("pk")] == [False, True]


def test_after_approval_a_paper_that_stands_is_replaced_only_with_a_reason(found: Settling) -> None:
    run(found, "final")
    organiser = signed_in(found, "organiser")
    organiser.post(PAPERS + "quyet-dinh/made/", {"unit": "", "format": "docx"})
    Cycle.objects.update(phase="approved")
    organiser.post(PAPERS + "quyet-dinh/", DECISION)
    refused = organiser.post(PAPERS + "quyet-dinh/made/", {"unit": "", "format": "docx", "reason": " "}, follow=True)
    assert (has(text(refused), "Kết quả đã được phê duyệt và văn bản này đang có hiệu lực"), Paper.objects.count()) == (
        [True],
        1,
    )
    organiser.post(PAPERS + "quyet-dinh/made/", {"unit": "", "format": "docx", "reason": "Sai tên người ký"})
    assert [each.superseded_at is None for each in Paper.objects.order_by("pk")] == [False, True]
    assert '"reason":"Sai tên người ký"' in Entry.objects.filter(verb="paper").latest("number").what


def test_minutes_begin_with_what_was_noted_of_the_meeting(found: Settling) -> None:
    of = run(found, "final")
    Meeting.objects.create(
        run=of, on="2026-11-20", place="Phòng họp số 1", chair="Nguyễn Văn A", secretary="Trần Thị B",
        present=["Nguyễn Văn A, Giám đốc", "Trần Thị B", "Lê Văn C, Trưởng phòng"], opinions="",
        conclusion="Thống nhất", by=found.people["council"], at=of.at,
    )  # fmt: skip
    page = signed_in(found, "council").get(PAPERS + "bien-ban/preview/").content.decode()
    assert has(page, "Phòng họp số 1", "Nguyễn Văn A, Giám đốc", "Lê Văn C", "Thống nhất") == [True] * 4


def test_rows_of_a_table_are_told_and_an_emptied_one_is_taken_out(found: Settling) -> None:
    organiser = signed_in(found, "organiser")
    frame = dict.fromkeys(("superior", "issuer", "number", "symbol", "place", "date", "subject", "recipients"), "")
    posted = {
        **frame, "version": "0", "venue": "Phòng họp", "opened_0": "2026-11-20", "opened_1": "08:30", "closed_0": "",
        "closed_1": "", "agenda": "", "passage_opinions": "", "passage_conclusions": "Thống nhất",
        "people-TOTAL_FORMS": "2", "people-INITIAL_FORMS": "0", "people-0-name": "Nguyễn Văn A", "people-0-post": "",
        "people-0-of": "Hội đồng", "people-0-role": "chair", "people-0-absent": "", "people-1-name": "",
        "people-1-post": "", "people-1-of": "", "people-1-role": "member", "people-1-absent": "",
        "votes-TOTAL_FORMS": "1", "votes-INITIAL_FORMS": "0", "votes-0-on": "Kết quả", "votes-0-agree": "5",
        "votes-0-disagree": "0", "votes-0-other": "",
    }  # fmt: skip
    assert organiser.post(PAPERS + "bien-ban/", posted).status_code == 302
    assert Draft.objects.get().told == {
        "venue": "Phòng họp", "opened": "2026-11-20 08:30", "passages": {"conclusions": ["Thống nhất"]},
        "parties": [{"of": "Hội đồng", "people": [{"name": "Nguyễn Văn A", "role": "chair"}]}],
        "votes": [{"on": "Kết quả", "agree": 5, "disagree": 0}],
    }  # fmt: skip
    emptied = {**posted, "version": "1", "votes-INITIAL_FORMS": "1", "votes-0-on": "", "votes-0-agree": "",
               "votes-0-disagree": ""}  # fmt: skip
    assert organiser.post(PAPERS + "bien-ban/", emptied).status_code == 302
    assert "votes" not in Draft.objects.get().told


def test_what_was_told_last_time_is_copied_without_numbers_and_days(found: Settling) -> None:
    organiser = signed_in(found, "organiser")
    organiser.post(PAPERS + "quyet-dinh/", DECISION)
    after = cycle("sau", phase="verifying_again")
    Cycle.objects.filter(pk=after.pk).update(previous=found.cycle)
    assert organiser.post("/cycles/sau/papers/quyet-dinh/copied/").status_code == 302
    left = {key: value for key, value in TOLD.items() if key not in ("number", "date", "submission")}
    assert Draft.objects.get(cycle=after).told == left
    again = text(organiser.post("/cycles/sau/papers/quyet-dinh/copied/", follow=True))
    assert has(again, "Đã có nội dung") == [True]


@pytest.mark.parametrize("role", ["auditor", "council", "administrator"])
def test_others_see_the_documents_and_change_nothing(found: Settling, role: str) -> None:
    client = signed_in(found, role)
    assert client.get(PAPERS).status_code == 200
    assert client.post(PAPERS + "quyet-dinh/", DECISION).status_code == 403
    assert client.post(PAPERS + "quyet-dinh/made/", {"unit": "", "format": "pdf"}).status_code == 403
    assert client.post(PAPERS + "quyet-dinh/copied/").status_code == 403
    assert client.get(PAPERS + "khong-co/").status_code == 404


def test_the_list_of_documents_asks_the_same_number_of_queries_however_many_there_are(
    found: Settling, django_assert_num_queries: Any
) -> None:
    organiser = signed_in(found, "organiser")
    organiser.get(PAPERS)
    with django_assert_num_queries(8):
        organiser.get(PAPERS)
    for kind in ("phuong-phap", "phieu", "ke-hoach"):
        organiser.post(f"{PAPERS}{kind}/made/", {"unit": "", "format": "html"})
    assert Paper.objects.count() == 3
    with django_assert_num_queries(8):
        organiser.get(PAPERS)
