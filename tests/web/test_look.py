"""The pages that stand before any work: in both languages without a fault that axe knows, and whole at 360 px."""

from typing import Any

import pytest

from tests.web.people import PASSWORD, World

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

OPEN = ("/account/login/", "/account/password/reset/", "/account/closed/", "/nowhere/")
WIDTHS = (1440, 1920, 360)
SIGNED_IN = ("/", "/account/steps/", "/account/password/change/", "/account/logout/", "/account/connections/")


def sign_in(page: Any, name: str) -> None:
    """Signs in by the form, as people do."""
    page.goto("/account/login/")
    page.fill("#id_login", name)
    page.fill("#id_password", PASSWORD)
    page.click("form[action='/account/login/'] button[type=submit]")
    page.wait_for_selector("details.mine")


def faults(page: Any, violations: Any, addresses: tuple[str, ...]) -> dict[str, Any]:
    """What is wrong by address: rules of axe, and how many pixels a page is wider than its window."""
    found = {}
    for address in addresses:
        page.goto(address)
        beyond = []
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            beyond.append(max(page.evaluate("document.documentElement.scrollWidth - window.innerWidth"), 0))
        found[address] = (violations(page), beyond)
    return {address: fault for address, fault in found.items() if fault != ([], [0, 0, 0])}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_pages_can_be_read_by_everybody(
    page: Any, violations: Any, world: World, live_server: Any, language: str
) -> None:
    page.context.add_cookies([{"name": "chiso_language", "value": language, "url": live_server.url}])
    assert faults(page, violations, OPEN) == {}
    sign_in(page, world.people["reporter"].username)
    assert faults(page, violations, SIGNED_IN) == {}
