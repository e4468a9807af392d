"""Every page that a GET shows, to a role that sees it: without a fault that axe knows, and whole at 360 px."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.web.gates import GATES, ROLES
from tests.web.making import answer, submission
from tests.web.people import NOBODY, World

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ORDER = ("reporter", "organiser", "leader", "administrator", "verifier", "council", "auditor", NOBODY)
"""Who looks at the pages: the first of them that sees one."""
OTHERS = {name for name in GATES if name.startswith(("account_", "mfa_", "socialaccount_", "openid_"))}
"""The pages of accounts, which test_look goes through."""


def pages_of(role: str, world: World) -> list[str]:
    """The addresses of the pages that this role is the first to see; files are no pages."""
    seen = {name: next((each for each in ORDER if gate.status(each) == 200), "") for name, gate in GATES.items()}
    mine = [name for name in GATES if seen[name] == role and name not in OTHERS]
    client = Client()
    if role != NOBODY:
        client.force_login(world.people[role])
    addresses = [reverse(name, kwargs=dict(GATES[name].arguments(world))) for name in mine]
    return [each for each in addresses if is_page(client.get(each))]


def is_page(answer: Any) -> bool:
    """Whether an answer is a page: no file, no part of one, no document in a sandbox, where nothing may run."""
    policy = answer.headers.get("Content-Security-Policy", "")
    html = answer.headers["Content-Type"].startswith("text/html") and "sandbox" not in policy
    return html and b"<html" in answer.content


def test_somebody_looks_at_every_page() -> None:
    unseen = [name for name, gate in GATES.items() if not any(gate.status(role) == 200 for role in ORDER)]
    assert [name for name in unseen if any(GATES[name].status(role) == 200 for role in ROLES)] == []


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("role", ["organiser", "reporter"])
def test_pages_are_without_fault_and_whole(
    role: str, language: str, page: Any, world: World, violations: Any, client: Client, live_server: Any
) -> None:  # fmt: skip
    form = submission(world.cycle, world.unit)
    answer(form, world.people["leader"], may="5", may_mang="9", ho_so={"Cấp phép xây dựng": "4"})
    client.force_login(world.people[role])
    page.context.add_cookies([
        {"name": "chiso_session", "value": client.cookies["chiso_session"].value, "url": live_server.url},
        {"name": "chiso_language", "value": language, "url": live_server.url},
    ])  # fmt: skip
    found: dict[str, Any] = {}
    addresses = pages_of(role, world)
    for address in addresses:
        page.goto(address)
        beyond = []
        for width in (1440, 360):
            page.set_viewport_size({"width": width, "height": 900})
            beyond.append(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
        found[address] = (violations(page), beyond)
    assert {address: fault for address, fault in found.items() if fault != ([], [0, 0])} == {}
