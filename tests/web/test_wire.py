"""What travels: no POST without its token, the headers of every page, cookies, and how often one may try."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as chosen
from django.test import Client
from django.urls import reverse

from tests.web.gates import GATES
from tests.web.people import World

pytestmark = pytest.mark.django_db
FRAMED = {"paper_preview"}
"""What a page of ours shows in a frame of its own; its tests say what it may do there."""


def test_no_post_is_taken_without_its_token(world: World) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(world.people["organiser"])
    addresses = {name: reverse(name, kwargs=dict(gate.arguments(world))) for name, gate in GATES.items()}
    answers = {name: client.post(address, {"a": "1"}).status_code for name, address in addresses.items()}
    assert {name: status for name, status in answers.items() if status != 403} == {}


@pytest.mark.parametrize("token", ["", "x" * 32, "x" * 64])
def test_a_made_up_token_is_none(world: World, token: str) -> None:
    client = Client(enforce_csrf_checks=True, headers={"X-CSRFToken": token})
    client.force_login(world.people["reporter"])
    client.get("/")
    assert client.post(reverse("language"), {"language": "en"}).status_code == 403


def test_every_page_carries_the_headers_that_guard_it(world: World, client: Client) -> None:
    client.force_login(world.people["organiser"])
    wanted = {"X-Frame-Options": "DENY", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin",
              "Cross-Origin-Opener-Policy": "same-origin"}  # fmt: skip
    for name, gate in GATES.items():
        if name in FRAMED:
            continue
        answer: Any = client.get(reverse(name, kwargs=dict(gate.arguments(world))))
        assert {header: answer.headers.get(header) for header in wanted} == wanted, name
        policy = answer.headers.get("Content-Security-Policy", "")
        assert ("default-src 'none'" in policy, "unsafe" in policy) == (True, False), name


HTTPS = """
import json, os
from chiso.web import serving
serving.opened()
serving.migrate()
from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client
settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
get_user_model().objects.create_user("thu", "thu@example.vn", "một-mật-khẩu-dài")
client = Client(headers={"host": "chiso.tinh.vn"})
plain = client.get("/account/login/")
safe = {"HTTP_X_FORWARDED_PROTO": "https", "HTTP_X_FORWARDED_FOR": "203.0.113.9"}
page = client.get("/account/login/", **safe)
client.post("/account/login/", {"login": "thu", "password": "một-mật-khẩu-dài"}, **safe)
client.post("/language/", {"language": "en"}, **safe)
cookies = {name: [bool(each["secure"]), bool(each["httponly"]), each["samesite"]]
           for name, each in sorted(client.cookies.items())}
print(json.dumps({"plain": [plain.status_code, plain["Location"]], "page": page.status_code,
                  "hsts": page["Strict-Transport-Security"], "cookies": cookies}))
"""


def test_by_https_everything_is_encrypted_from_the_first_visit_on(tmp_path: Path) -> None:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("CHISO_", "DJANGO_", "DATABASE"))}
    told = {"CHISO_VAR": str(tmp_path), "CHISO_URL": "https://chiso.tinh.vn", "CHISO_PROXY": "1",
            "SECRET_KEY": "s" * 50}  # fmt: skip
    ran = subprocess.run([sys.executable, "-W", "ignore", "-c", HTTPS], env={**kept, **told}, capture_output=True,
                         text=True, check=False)  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    found = json.loads(ran.stdout)
    assert found["plain"] == [301, "https://chiso.tinh.vn/account/login/"]
    assert (found["page"], found["hsts"]) == (200, "max-age=31536000")
    assert found["cookies"] == {
        "chiso_csrf": [True, True, "Lax"],
        "chiso_language": [True, True, "Lax"],
        "chiso_session": [True, True, "Lax"],
    }


def test_one_address_may_not_try_names_without_end(client: Client, world: World, settings: Any) -> None:
    del world
    assert chosen.ACCOUNT_RATE_LIMITS["login"] == "300/m/ip"
    settings.ACCOUNT_RATE_LIMITS = {**chosen.ACCOUNT_RATE_LIMITS, "login": "3/m/ip"}
    tried = [
        client.post(reverse("account_login"), {"login": f"ten-{number}", "password": "sai"}) for number in range(5)
    ]
    assert [answer.status_code for answer in tried] == [200, 200, 200, 429, 429]
