"""The pages of runs, settlement and documents in a browser: without a fault that axe knows, and whole at 360 px."""

import os
from pathlib import Path
from typing import Any

import pytest

from tests.web.people import PASSWORD, World
from tests.web.settling import confirm_all, correct, made, run

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

CYCLE = "/cycles/thu/"
PAGES = {
    "organiser": (
        "runs/", "runs/3/", "runs/3/units/so-y-te/", "runs/3/since/1/", "units/so-y-te/stages/", "meetings/",
        "settlement/", "papers/", "papers/quyet-dinh/", "papers/bien-ban/", "papers/ke-hoach/", "objections/",
        "objections/{objection}/reply/",
    ),
    "council": ("grants/", "grants/so-cong-thuong/", "settlement/"),
    "leader": ("units/so-cong-thuong/form/standing/",),
}  # fmt: skip


@pytest.fixture(autouse=True)
def _folder(settings: Any, tmp_path: Any) -> None:
    settings.FOLDER = tmp_path


@pytest.fixture
def objection(world: World) -> int:
    """The cycle with three runs, a settled result, an objection; its number."""
    from datetime import date

    from chiso.web.actions.publication.making import make, ordered
    from chiso.web.actions.scoring.granting import grant
    from chiso.web.actions.scoring.meeting import Held, meet
    from chiso.web.actions.scoring.objecting import object_to
    from chiso.web.actions.scoring.settling import settle

    found = made(world)
    council, organiser = found.people["council"], found.people["organiser"]
    run(found, "self")
    correct(found, "so-y-te", "may", "20", "Theo biên bản kiểm kê tài sản ngày 10/10/2026")
    run(found, "verified")
    grant(found.forms["so-cong-thuong"].participant, "C", "3.5", reason="Sáng kiến cấp tỉnh", by=council)
    final = run(found, "final")
    present = ["Nguyễn Văn A, Phó Chủ tịch", "Trần Thị B, Chánh Văn phòng", "Lê Văn C"]
    meet(
        final,
        Held(date(2026, 11, 20), "Phòng họp số 1", "Nguyễn Văn A", "Trần Thị B", present, "", "Thống nhất"),
        by=council,
    )
    confirm_all(found)
    settle(final, by=organiser)
    make(found.cycle, ordered(found.cycle, "quyet-dinh", "html", by=organiser), by=organiser)
    return object_to(found.forms["so-cong-thuong"].participant, "Đề nghị xem lại số máy.", by=found.people["leader"]).pk


def sign_in(page: Any, name: str) -> None:
    """Signs in by the form, as people do."""
    page.context.clear_cookies()
    page.goto("/account/login/")
    page.fill("#id_login", name)
    page.fill("#id_password", PASSWORD)
    page.click("form[action='/account/login/'] button[type=submit]")
    page.wait_for_selector("details.mine")


def test_every_page_can_be_read_by_everybody(page: Any, violations: Any, world: World, objection: int) -> None:
    faults = {}
    for role, addresses in PAGES.items():
        sign_in(page, world.people[role].username)
        for address in (each.format(objection=objection) for each in addresses):
            page.goto(CYCLE + address)
            beyond = []
            for width in (1440, 360):
                page.set_viewport_size({"width": width, "height": 900})
                beyond.append(max(page.evaluate("document.documentElement.scrollWidth - window.innerWidth"), 0))
                if "SHOTS" in os.environ:
                    name = f"{role}-{address.strip('/').replace('/', '_')}-{width}.png"
                    page.screenshot(path=Path(os.environ["SHOTS"]) / name, full_page=True)
            faults[f"{role} {address}"] = (violations(page), beyond)
    assert {name: fault for name, fault in faults.items() if fault != ([], [0, 0])} == {}
