"""Verification in a browser: by keyboard, with evidence shown in the page; no fault that axe knows, whole at 360 px."""

from typing import Any

import pytest
from django.utils import timezone

from chiso.web.models import Assignment, Count, Duty, Evidence, Explanation, Person, Remark, Support, Verdict, Visit
from tests.web.browser.pictures import VERIFYING, Album
from tests.web.making import submission
from tests.web.people import PASSWORD, World
from tests.web.verifying import moved, ruled, verifying

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LIST = "/cycles/thu/verification/"
UNIT = LIST + "units/so-cong-thuong/"
FORM = "/cycles/thu/units/so-cong-thuong/form/"
SECOND = "nguoi-thu-hai"
PAGE = """#set page(width: 21cm, height: 29.7cm)
= BIÊN BẢN KIỂM KÊ TÀI SẢN
Số máy tính đang sử dụng: 20 máy, trong đó 18 máy nối mạng."""


@pytest.fixture
def form(world: World, tmp_path: Any) -> Any:
    """A form in verification: another system that differs, evidence, a correction, a question, a check on site."""
    found, now = submission(world.cycle, world.unit), timezone.now()
    for question, value in (("may", "17"), ("can_bo", "40")):
        Count.objects.create(
            participant=found.participant, system="Trục liên thông", question=question, value=value,
            by=world.people["organiser"], at=now,
        )  # fmt: skip
    proven(found, world, "Biên bản kiểm kê tài sản.pdf", tmp_path)
    found = verifying(
        world, can_bo="40", may="20", may_mang="18", quy_che="yes", ho_so={"Cấp phép": "120"},
        truc_tuyen={"Cấp phép": "100"},
    )  # fmt: skip
    verifier = world.people["verifier"]
    second = Person.objects.create_user(SECOND, "hai@example.vn", PASSWORD, name="Phạm Thị Dung")
    Duty.objects.create(person=second, role="verifier")
    Assignment.objects.create(cycle=world.cycle, person=second, double=True)
    ruled(found, second, "can_bo", "correct", "38", "Bảng lương có 38 người")
    ruled(found, verifier, "can_bo", "agree")
    ruled(found, verifier, "may_mang", "ask", reason="Hợp đồng chỉ có 15 đường truyền, vì sao 18 máy nối mạng?")
    Remark.objects.create(submission=found, question="may", text="Cần hỏi thêm.", inside=True, by=verifier, at=now)
    seen = [{"question": "may", "case": "", "value": "19", "note": "một máy đã thanh lý"}]
    Visit.objects.create(
        submission=found, on=timezone.localdate(), place="Trụ sở Sở Công Thương", seen=seen, by=verifier, at=now,
        checkers=["Nguyễn Văn An, Trưởng đoàn"], received_by=["Trần Thị Bình, Chánh Văn phòng"],
        conclusion="Số máy tính thực tế là 19.",
    )  # fmt: skip
    return found


def proven(form: Any, world: World, name: str, folder: Any) -> None:
    """A PDF as evidence for the number of computers."""
    import typst

    from chiso.web.bridge.storing import keep, receive

    (folder / "e.typ").write_text(PAGE, encoding="utf-8")
    kept = receive([typst.compile(str(folder / "e.typ"))], 10**7)
    keep(kept)
    piece = Evidence.objects.create(
        submission=form, kind="file", title=name, digest=kept.digest, size=kept.size, media="application/pdf",
        file_name=name, by=world.people["reporter"], at=timezone.now(),
    )  # fmt: skip
    Support.objects.create(evidence=piece, question="may", pointer="trang 1")


def sign_in(page: Any, name: str) -> None:
    """Signs in by the form, as people do."""
    page.context.clear_cookies()
    page.goto("/account/login/")
    page.fill("#id_login", name)
    page.fill("#id_password", PASSWORD)
    page.click("form[action='/account/login/'] button[type=submit]")
    page.wait_for_selector("details.mine")


def verdicts() -> list[tuple[str, str, str]]:
    found = Verdict.objects.filter(double=False, pk__gt=Verdict.objects.get(kind="ask").pk).order_by("pk")
    return list(found.values_list("question", "kind", "value"))


@pytest.mark.usefixtures("form")
def test_a_verifier_works_by_the_keyboard(page: Any) -> None:
    sign_in(page, "verifier")
    page.goto(LIST + "?state=open")
    page.click("a:has-text('Số máy tính')")
    page.wait_for_selector("iframe.proof-frame")
    page.keyboard.press("c")
    page.wait_for_selector("#correct[open] #may-value:focus")
    assert page.input_value("#may-value") == "19"
    page.fill("#correct-reason", "Một máy đã thanh lý")
    page.click("#correct button[type=submit]")
    page.wait_for_selector("h1:has-text('Có quy chế an toàn')")
    page.keyboard.press("j")
    page.wait_for_selector("h1:has-text('Số hồ sơ')")
    page.keyboard.press("k")
    page.wait_for_selector("h1:has-text('Có quy chế an toàn')")
    page.keyboard.press("a")
    page.wait_for_selector("h1:has-text('Số hồ sơ')")
    page.keyboard.press("q")
    page.wait_for_selector("#ask[open] #ask-reason:focus")
    page.keyboard.type("jack")
    assert (page.input_value("#ask-reason"), page.url.count("ho_so")) == ("jack", 1)
    page.keyboard.press("Escape")
    page.uncheck("#keys")
    page.keyboard.press("a")
    assert verdicts() == [("may", "correct", "19"), ("quy_che", "agree", "")]


@pytest.mark.usefixtures("form")
def test_the_unit_explains_and_is_agreed_with(page: Any, world: World) -> None:
    moved(world, "explaining")
    sign_in(page, "reporter")
    page.goto(FORM + "verdicts/")
    page.click("a:has-text('Giải trình'):has-text('Số máy nối mạng')")
    assert not page.is_visible("#may_mang-value")
    page.fill("#text", "Ba máy nối qua mạng không dây của tòa nhà; số đúng là 15")
    page.check("input[name=proposes]")
    page.fill("#may_mang-value", "15")
    page.click("button:has-text('Gửi giải trình')")
    page.wait_for_selector(".state:has-text('đã gửi')")
    sign_in(page, "verifier")
    page.goto(LIST + "?state=explained")
    page.click("a:has-text('Số máy nối mạng')")
    page.click("#agree button")
    page.wait_for_selector("[role=status], .alert, .ruled")
    assert verdicts() == [("may_mang", "agree", "")]
    assert Explanation.objects.get().value == "15"


@pytest.mark.usefixtures("form")
def test_pages_are_without_fault_and_whole(page: Any, world: World, violations: Any) -> None:
    album, found = Album(), dict[str, Any]()
    visit = f"{UNIT}visits/{Visit.objects.get().pk}/"
    looked = {
        "verifier": (LIST, UNIT + "answers/may/", UNIT, LIST + "agreement/", LIST + "progress/",
                     UNIT + "visits/new/", visit),
        SECOND: (LIST, UNIT, UNIT + "answers/may/"),
        "organiser": (LIST, LIST + "progress/", LIST + "assignments/", UNIT + "answers/can_bo/"),
    }  # fmt: skip
    for name, addresses in looked.items():
        sign_in(page, name)
        look(page, name, addresses, found, violations)
    sign_in(page, "verifier")
    for address, picture in ((LIST, VERIFYING[0]), (UNIT + "answers/may/", VERIFYING[1]), (visit, VERIFYING[2])):
        page.goto(address)
        page.wait_for_timeout(500 if "answers" in address else 0)
        album.take(page, picture)
    sign_in(page, "organiser")
    for address, picture in ((LIST + "progress/", VERIFYING[3]), (LIST + "assignments/", VERIFYING[4])):
        page.goto(address)
        album.take(page, picture)
    moved(world, "explaining")
    sign_in(page, "reporter")
    explanation = f"{FORM}explanations/{Explanation.objects.get().pk}/"
    look(page, "reporter", (FORM + "verdicts/", explanation), found, violations)
    page.goto(explanation)
    album.take(page, VERIFYING[5])
    assert ({key: fault for key, fault in found.items() if fault != ([], [0, 0])}, album.taken) == ({}, list(VERIFYING))


def look(page: Any, name: str, addresses: Any, found: dict[str, Any], violations: Any) -> None:
    """Notes what axe finds on some pages in both languages, and how far each reaches beyond a narrow screen."""
    for language in ("vi", "en"):
        base = page.url.split("/", 3)
        page.context.add_cookies([
            {"name": "chiso_language", "value": language, "url": f"{base[0]}//{base[2]}"},
        ])  # fmt: skip
        for address in addresses:
            page.goto(address)
            beyond = []
            for width in (1440, 360):
                page.set_viewport_size({"width": width, "height": 900})
                reach = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
                beyond.append(page.evaluate(reach))
            page.evaluate("for (const each of document.querySelectorAll('iframe')) each.remove()")
            found[f"{name} {language} {address}"] = (violations(page), beyond)
