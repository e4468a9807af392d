"""The application on a database of its own: SQLite in a file, or a PostgreSQL that the tests start themselves."""

import atexit
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.web.databases import postgresql

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FOLDER = Path(tempfile.mkdtemp(prefix="chiso-web-"))
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
FAST_HASHER = "django.contrib.auth.hashers.MD5PasswordHasher"


def set_up() -> None:
    """Readies Django for these tests, whatever the installation on this machine says."""
    atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)
    for name in [name for name in os.environ if name.startswith("CHISO_") and not name.startswith("CHISO_TEST")]:
        del os.environ[name]
    for name in ("DEBUG", "SECRET_KEY", "DATABASE_URL"):
        os.environ.pop(name, None)
    os.environ["CHISO_VAR"] = str(FOLDER)
    (FOLDER / "static").mkdir()
    if os.environ.get("CHISO_TEST_DATABASE", "sqlite") == "postgresql":
        os.environ["DATABASE_URL"] = postgresql(FOLDER)
    os.environ["DJANGO_SETTINGS_MODULE"] = "chiso.web.settings"
    # The driver of the browser runs a loop in the thread of the tests; Django sees it and would refuse the database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    import django

    django.setup()
    change_settings()


def change_settings() -> None:
    """What differs from a real installation: files of pages from their folders, passwords that cost nothing."""
    from django.conf import settings

    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.PASSWORD_HASHERS = [FAST_HASHER]
    # In a file, as in use: in memory SQLite neither waits for a writer nor writes a log ahead.
    settings.DATABASES["default"].setdefault("TEST", {})["NAME"] = (
        str(FOLDER / "test.sqlite3") if "sqlite" in settings.DATABASES["default"]["ENGINE"] else None
    )


set_up()


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """A Chromium without a window, for all tests."""
    if CHROMIUM is None:
        pytest.skip("needs chromium, which is absent (Debian: apt install chromium)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=CHROMIUM)
        yield opened
        opened.close()


@pytest.fixture
def page(browser: "Browser", live_server: Any) -> "Iterator[Page]":
    """A tab at the address of the running application; what its console complains of fails the test."""
    context = browser.new_context(base_url=live_server.url, locale="vi-VN", viewport={"width": 1440, "height": 900})
    opened = context.new_page()
    opened.set_default_timeout(10_000)
    complaints: list[str] = []
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("console", lambda said: complaints.append(said.text) if "Content Security Policy" in said.text else None)
    yield opened
    context.close()
    assert complaints == []


@pytest.fixture
def violations() -> Any:
    """A function that returns what axe finds wrong on a page by WCAG 2.2 AA: rule, number of places, the first one."""
    if not AXE.exists():
        pytest.skip("needs axe-core, which `make assets` brings")
    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

    def find(page: "Page") -> list[tuple[str, int, str]]:
        page.evaluate(AXE.read_text(encoding="utf-8"))
        found = page.evaluate("rules => axe.run(document, {runOnly: {type: 'tag', values: rules}})", rules)
        return [(each["id"], len(each["nodes"]), each["nodes"][0]["html"]) for each in found["violations"]]

    return find


@pytest.fixture
def world(request: pytest.FixtureRequest) -> Any:
    """One person of each role with the things that addresses are made from."""
    from tests.web.people import made

    request.getfixturevalue("db")
    return made()
