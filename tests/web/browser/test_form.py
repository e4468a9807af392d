"""The form in a browser: two people in one form, a connection lost and back, a closed tab, and no scripts at all."""

from typing import Any

import pytest

from chiso.web.models import Answer, Evidence
from tests.web.making import answer, submission
from tests.web.people import PASSWORD, World

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FORM = "/cycles/thu/units/so-cong-thuong/form/"
SECTION = FORM + "sections/1/"
PAGES = (FORM, SECTION, FORM + "sections/2/", FORM + "score/", FORM + "evidence/?question=may", FORM + "closing/",
         FORM + "history/", FORM + "print/")  # fmt: skip
STAFF, COMPUTERS = "#can_bo-value", "#may-value"


def sign_in(page: Any, name: str) -> None:
    """Signs in by the form, as people do."""
    page.goto("/account/login/")
    page.fill("#id_login", name)
    page.fill("#id_password", PASSWORD)
    page.click("form[action='/account/login/'] button[type=submit]")
    page.wait_for_selector("details.mine")


def saved(page: Any, question: str) -> None:
    """Waits until an answer is saved."""
    page.wait_for_selector(f"#ask-{question}[data-state=saved]")


def kept() -> dict[str, str]:
    return dict(Answer.objects.values_list("question", "value"))


def test_an_answer_is_saved_and_the_score_follows(page: Any, world: World) -> None:
    answer(submission(world.cycle, world.unit), world.people["leader"], can_bo="40")
    sign_in(page, "reporter")
    page.goto(SECTION)
    page.wait_for_selector(".points-panel")
    page.fill(COMPUTERS, "20")
    saved(page, "may")
    page.wait_for_selector(".point-value:has-text('15,00')")
    page.fill("#may_mang-value", "30")
    page.wait_for_selector("#ask-may_mang .remark-error")
    page.check("#ask-quy_che .exempt input[type=checkbox]")
    page.wait_for_selector("#ask-quy_che .field-error:has-text('lý do')")
    page.wait_for_selector("#saving:has-text('chưa lưu được, cần xem lại')")
    page.fill("#quy_che-note", "Chưa ban hành")
    saved(page, "quy_che")
    assert kept() == {"can_bo": "40", "may": "20", "may_mang": "30", "quy_che": "n/a"}


def test_two_people_see_each_other_and_choose(page: Any, world: World) -> None:
    sign_in(page, "reporter")
    page.goto(SECTION)
    page.fill(COMPUTERS, "20")
    saved(page, "may")
    form = submission(world.cycle, world.unit)
    answer(form, world.people["leader"], can_bo="41")
    # Another answer comes by itself, the one in hand is asked about.
    page.fill("#may_mang-value", "7")
    page.wait_for_selector("#can_bo-value[value='41']")
    page.focus(COMPUTERS)
    answer(form, world.people["leader"], may="22")
    page.fill(COMPUTERS, "23")
    page.wait_for_selector("#ask-may .conflict")
    assert [words in page.inner_text("#ask-may .conflict") for words in ("leader", "22", "23")] == [True, True, True]
    assert kept()["may"] == "22"
    page.click("#ask-may [data-take=mine]")
    saved(page, "may")
    assert kept()["may"] == "23"
    page.focus(COMPUTERS)
    answer(form, world.people["leader"], may="24")
    page.fill(COMPUTERS, "25")
    page.click("#ask-may [data-take=theirs]")
    page.wait_for_selector("#may-value[value='24']")
    assert (page.input_value(COMPUTERS), kept()["may"]) == ("24", "24")


@pytest.mark.usefixtures("world")
def test_what_is_typed_without_a_connection_is_sent_when_it_is_back(page: Any) -> None:
    sign_in(page, "reporter")
    page.goto(SECTION)
    page.context.set_offline(True)
    page.fill(STAFF, "40")
    page.fill(COMPUTERS, "20")
    page.wait_for_selector("#saving:has-text('mất kết nối')")
    assert (kept(), page.inner_text("#saving").count("Bỏ")) == ({}, 2)
    page.context.set_offline(False)
    saved(page, "can_bo")
    saved(page, "may")
    page.wait_for_selector("#saving:has-text('Đã lưu tất cả')")
    assert kept() == {"can_bo": "40", "may": "20"}
    assert [each.version for each in Answer.objects.all()] == [1, 1]


@pytest.mark.usefixtures("world")
def test_what_is_typed_before_a_tab_closes_is_sent_by_the_next(page: Any) -> None:
    sign_in(page, "reporter")
    page.goto(SECTION)
    page.context.set_offline(True)
    page.fill(COMPUTERS, "20")
    page.wait_for_selector("#saving:has-text('mất kết nối')")
    again = page.context.new_page()
    page.close()
    again.context.set_offline(False)
    again.goto(SECTION)
    saved(again, "may")
    assert (again.input_value(COMPUTERS), kept()) == ("20", {"may": "20"})
    again.close()


@pytest.mark.usefixtures("world")
def test_somebody_signed_out_loses_nothing(page: Any) -> None:
    sign_in(page, "reporter")
    page.goto(SECTION)
    session = [each for each in page.context.cookies() if each["name"] == "chiso_session"]
    page.context.clear_cookies(name="chiso_session")
    page.fill(COMPUTERS, "20")
    page.wait_for_selector("#saving:has-text('đăng nhập lại')")
    page.context.add_cookies(session)
    saved(page, "may")
    assert kept() == {"may": "20"}


@pytest.mark.usefixtures("world")
def test_a_file_dropped_on_a_question_is_its_evidence(page: Any, settings: Any, tmp_path: Any) -> None:
    settings.EVIDENCE_FOLDER = tmp_path / "evidence"
    sign_in(page, "reporter")
    page.goto(SECTION)
    page.evaluate(
        """() => {
          const carried = new DataTransfer();
          carried.items.add(new File(["%PDF-1.7 thử"], "Sổ theo dõi.pdf", {type: "application/pdf"}));
          document.getElementById("ask-may").dispatchEvent(
            new DragEvent("drop", {dataTransfer: carried, bubbles: true, cancelable: true}));
        }"""
    )
    page.wait_for_selector("#ask-may .pieces a:has-text('Sổ theo dõi.pdf')")
    assert [str(each) for each in Evidence.objects.all()] == ["Sổ theo dõi.pdf"]


@pytest.mark.usefixtures("world")
def test_the_form_works_without_scripts(browser: Any, live_server: Any) -> None:
    context = browser.new_context(base_url=live_server.url, locale="vi-VN", java_script_enabled=False)
    page = context.new_page()
    sign_in(page, "reporter")
    page.goto(SECTION)
    page.fill(COMPUTERS, "1.250")
    page.click("button:has-text('Lưu')")
    page.wait_for_selector(".alert-success:has-text('Đã lưu 1 câu trả lời')")
    page.goto(FORM + "sections/2/")
    page.fill("#dich_vu-new", "Cấp phép")
    page.click(".case-add button")
    page.wait_for_selector("h3:has-text('Cấp phép')")
    assert kept() == {"may": "1250", "ho_so": ""}
    context.close()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_pages_of_the_form_are_without_fault_and_whole(
    language: str, page: Any, world: World, violations: Any
) -> None:  # fmt: skip
    form = submission(world.cycle, world.unit)
    answer(form, world.people["leader"], may="5", may_mang="9", ho_so={"Cấp phép xây dựng": "4"})
    sign_in(page, "leader")
    page.context.add_cookies([{"name": "chiso_language", "value": language, "url": page.url}])
    found: dict[str, Any] = {}
    for address in PAGES:
        page.goto(address)
        beyond = []
        for width in (1440, 360):
            page.set_viewport_size({"width": width, "height": 900})
            beyond.append(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
        found[address] = (violations(page), beyond)
    assert found == {address: ([], [0, 0]) for address in PAGES}
