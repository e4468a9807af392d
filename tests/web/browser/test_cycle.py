"""One cycle in a browser, from its framework to the board; it makes the pictures of the guides."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from chiso.exchange import shipped
from tests.web.browser.pictures import NAMES, WINDOW, Album
from tests.web.browser.walking import downloaded, fill, give, join, send, sign_in, texts_in, with_cell
from tests.web.people import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
CYCLE = "/cycles/danh-gia-2026/"
FORM = f"{CYCLE}units/so-nong-nghiep/form/"
FIRST = f"{FORM}sections/1/"
REGISTER = """\
unit,name,block,status,note,parent,collects_for
so-nong-nghiep,Sở Nông nghiệp và Môi trường tỉnh Mẫu,so,ranked,,,
chi-cuc-kiem-lam,Chi cục Kiểm lâm tỉnh Mẫu,so,ranked,,so-nong-nghiep,so-nong-nghiep
chi-cuc-thuy-loi,Chi cục Thủy lợi tỉnh Mẫu,so,ranked,,so-nong-nghiep,so-nong-nghiep
so-y-te,Sở Y tế tỉnh Mẫu,so,ranked,,,
phuong-mau-nhat,Phường Mẫu Nhất,xa,ranked,,,
"""


@pytest.fixture
def windows(browser: Any, live_server: Any) -> Iterator[Any]:
    """A function that opens a browser of somebody else; what is asked there is said yes to."""
    opened = []

    def another() -> Any:
        context = browser.new_context(base_url=live_server.url, locale="vi-VN", viewport=WINDOW)
        opened.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("dialog", lambda dialog: dialog.accept())
        return page

    yield another
    for context in opened:
        context.close()


@pytest.mark.usefixtures("page")
def test_a_cycle_from_its_framework_to_the_board(windows: Any, settings: Any, tmp_path: Any) -> None:
    from chiso.web.bridge.verifying import verified
    from chiso.web.models import Duty, Person

    settings.EVIDENCE_FOLDER = tmp_path / "evidence"
    organiser = Person.objects.create_user("to-chuc", "to-chuc@example.vn", PASSWORD, name="Trần Thu Hà")
    Duty.objects.create(person=organiser, role="organiser")
    album, office, reporter, leader = Album(), windows(), windows(), windows()
    sign_in(office, "to-chuc")
    codes = opened(office, album)
    joined(reporter, leader, office, codes, album)
    filled(reporter, album)
    together(reporter, leader, album)
    offline(reporter, album)
    by_workbook(reporter, album)
    summed_up(reporter, windows, codes, album)
    closed(leader, album)
    followed_up(office, album)
    assert album.taken == list(NAMES)
    assert [(each.cycle, each.broken) for each in verified()] == [("danh-gia-2026", ()), ("*people", ())]


def opened(office: Any, album: Album) -> dict[str, str]:
    """The organiser makes the cycle, names its units and its dates, prints codes, begins: the codes by unit."""
    framework = shipped.framework_bytes("mau-tinh")
    office.goto("/cycles/new/")
    office.fill("#id_title", "Đánh giá ứng dụng công nghệ thông tin tỉnh Mẫu năm 2026")
    office.fill("#id_code", "danh-gia-2026")
    office.fill("#id_year", "2026")
    give(office, "#id_framework", "framework.yaml", framework.replace(b"at_most: may_tram", b"at_most: may_tam", 1))
    send(office)
    office.wait_for_selector(".faults .source .here")
    album.take(office, "bo-tieu-chi-loi")
    give(office, "#id_framework", "framework.yaml", framework)
    send(office)
    registered(office, album)
    dated(office, album)
    codes = printed(office, album)
    office.goto(CYCLE)
    office.select_option("#id_to", "collecting")
    album.take(office, "ky-danh-gia")
    send(office, f"form[action='{CYCLE}phase/']")
    office.wait_for_selector(".cycle-bar:has-text('thu số liệu')")
    return codes


def registered(office: Any, album: Album) -> None:
    """The register is uploaded, looked at, applied."""
    office.goto(f"{CYCLE}register/")
    give(office, "#id_register", "units.csv", REGISTER.encode())
    send(office)
    office.wait_for_selector("form[action$='/register/applied/']")
    album.take(office, "danh-sach-don-vi")
    send(office, "form[action$='/register/applied/']")
    office.wait_for_selector("th:has-text('Chi cục Kiểm lâm')")


def dated(office: Any, album: Album) -> None:
    """The units have ten days from yesterday on."""
    office.goto(f"{CYCLE}calendar/")
    office.select_option("#id_phase", "collecting")
    for field, days, hour in (("opens_at", -1, "08:00"), ("closes_at", 10, "17:00")):
        office.fill(f"#id_{field}_0", (timezone.localdate() + timedelta(days=days)).isoformat())
        office.fill(f"#id_{field}_1", hour)
    send(office)
    office.wait_for_selector("td:has-text('17:00')")
    album.take(office, "lich")


def printed(office: Any, album: Album) -> dict[str, str]:
    """A sheet of codes for reporters."""
    office.goto(f"{CYCLE}codes/")
    office.uncheck("input[value=leader]")
    send(office)
    office.wait_for_selector(".slip")
    album.take(office, "ma-moi")
    names, codes = office.locator(".slip h2").all_inner_texts(), office.locator(".slip .code").all_inner_texts()
    return dict(zip(names, codes, strict=True))


def joined(reporter: Any, leader: Any, office: Any, codes: dict[str, str], album: Album) -> None:
    """The reporter joins by the printed code; the leader by an invitation of their own."""
    join(reporter, codes["Sở Nông nghiệp và Môi trường tỉnh Mẫu"], "le.binh", "Lê Văn Bình")
    album.take(reporter, "tham-gia")
    send(reporter)
    reporter.wait_for_selector("a:has-text('Nhập số liệu')")
    album.take(reporter, "trang-chu")
    office.goto("/people/invitation/")
    office.select_option("#id_unit", "so-nong-nghiep")
    office.check("input[value=leader]")
    send(office)
    join(leader, office.inner_text(".slip .code"), "pham.lan", "Phạm Thị Lan")
    send(leader)


def filled(reporter: Any, album: Album) -> None:
    """Answers by the page, one of which contradicts another and is mended."""
    reporter.click("a:has-text('Nhập số liệu')")
    reporter.wait_for_selector("a[href$='/sections/1/']")
    album.take(reporter, "phieu")
    reporter.goto(FIRST)
    fill(reporter, "cbccvc", "137")
    fill(reporter, "may_tram", "129")
    album.take(reporter, "nhap-so-lieu", "#ask-may_tram")
    fill(reporter, "may_dap_ung", "192")
    reporter.wait_for_selector("#ask-may_dap_ung .remark-error")
    album.take(reporter, "so-lieu-sai", "#ask-may_dap_ung")
    fill(reporter, "may_dap_ung", "92")
    reporter.wait_for_selector("#ask-may_dap_ung .remark-error", state="detached")


def together(reporter: Any, leader: Any, album: Album) -> None:
    """Two people change one answer: the second is shown what the first wrote, and chooses."""
    leader.goto(FIRST)
    leader.focus("#may_tram-value")
    fill(reporter, "may_tram", "131")
    leader.fill("#may_tram-value", "133")
    leader.wait_for_selector("#ask-may_tram .conflict:has-text('131')")
    album.take(leader, "hai-nguoi", "#ask-may_tram")
    leader.click("#ask-may_tram [data-take=mine]")
    leader.wait_for_selector("#ask-may_tram[data-state=saved]")
    reporter.reload()
    assert reporter.input_value("#may_tram-value") == "133"


def offline(reporter: Any, album: Album) -> None:
    """What is typed while there is no connection is saved when it is back."""
    reporter.context.set_offline(True)
    reporter.fill("#bang_thong-value", "150")
    reporter.wait_for_selector("#saving:has-text('mất kết nối')")
    album.take(reporter, "mat-ket-noi", "#ask-bang_thong")
    reporter.context.set_offline(False)
    reporter.wait_for_selector("#ask-bang_thong[data-state=saved]")
    reporter.reload()
    assert reporter.input_value("#bang_thong-value") == "150"


def by_workbook(reporter: Any, album: Album) -> None:
    """The workbook is downloaded, changed, shown, applied."""
    reporter.goto(f"{FORM}upload/")
    raw = downloaded(reporter, f"a[href='{FORM}workbook/']")
    give(reporter, "#id_workbook", "phieu.xlsx", with_cell(raw, "137", "141"))
    send(reporter, "main form[enctype]")
    reporter.wait_for_selector("td:has-text('141')")
    album.take(reporter, "excel")
    send(reporter, "form[action$='/applied/']")
    reporter.goto(FIRST)
    assert reporter.input_value("#cbccvc-value") == "141"


def summed_up(reporter: Any, windows: Any, codes: dict[str, str], album: Album) -> None:
    """Two subordinate units answer; their sum becomes the answer of the unit above."""
    for place, (code, name) in enumerate(
        {"chi-cuc-kiem-lam": "Chi cục Kiểm lâm tỉnh Mẫu", "chi-cuc-thuy-loi": "Chi cục Thủy lợi tỉnh Mẫu"}.items()
    ):
        below = windows()
        join(below, codes[name], code, f"Cán bộ {name}")
        send(below)
        below.goto(f"{CYCLE}units/{code}/form/sections/1/")
        fill(below, "cbccvc", str(60 + place))
        fill(below, "may_tram", str(50 + place))
    reporter.goto(f"{FORM}sums/")
    reporter.check("input[name=take][value=cbccvc]")
    reporter.locator("main details").first.evaluate("each => each.open = true")
    album.take(reporter, "don-vi-truc-thuoc")
    send(reporter)
    reporter.goto(FIRST)
    assert reporter.input_value("#cbccvc-value") == "121"
    fill(reporter, "may_tram", "118")


def closed(leader: Any, album: Album) -> None:
    """The leader reads the self-score, closes the form, takes the receipt."""
    leader.goto(f"{FORM}score/")
    album.take(leader, "tu-cham-diem")
    leader.goto(f"{FORM}closing/")
    leader.check("#sure")
    album.take(leader, "chot-phieu", "#sure")
    leader.click("main form[enctype] button")
    leader.wait_for_selector("a[href$='/closing/1/receipt/']")
    album.take(leader, "bien-nhan", "a[href$='/closing/1/receipt/']")
    assert downloaded(leader, "a[href$='/closing/1/receipt/']").startswith(b"%PDF-")
    leader.goto(FIRST)
    assert not leader.locator("#cbccvc-value:not([disabled], [readonly])").count()


def followed_up(office: Any, album: Album) -> None:
    """The organiser sees who is done and takes the board as a file."""
    office.goto(f"{CYCLE}board/")
    album.take(office, "theo-doi")
    assert office.locator("tr:has-text('Sở Nông nghiệp') .state-good").count() == 1
    told = texts_in(downloaded(office, f"a[href^='{CYCLE}board/file/']"))
    assert [name in told for name in ("Sở Nông nghiệp và Môi trường tỉnh Mẫu", "Sở Y tế tỉnh Mẫu")] == [True, True]
