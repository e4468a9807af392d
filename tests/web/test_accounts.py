"""Signing in and out, wrong and forgotten passwords, the second step, the language, pages for what goes wrong."""

import re
from typing import Any

import pytest
from django.conf import settings
from django.core import mail
from django.test import Client
from django.urls import reverse

from chiso.web.adapters import client_address
from tests.web.people import PASSWORD, World

pytestmark = pytest.mark.django_db


def sign_in(client: Client, login: str, password: str = PASSWORD) -> Any:
    """The answer to the form of signing in."""
    return client.post(reverse("account_login"), {"login": login, "password": password})


@pytest.mark.parametrize("login", ["reporter", "reporter@example.vn"])
def test_people_sign_in_by_name_or_address(client: Client, world: World, login: str) -> None:
    del world
    answer = sign_in(client, login)
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert "reporter" in client.get("/").content.decode()
    assert client.post(reverse("account_logout")).status_code == 302
    assert client.get("/").status_code == 302


def test_five_wrong_passwords_lock_the_name_and_nobody_else(client: Client, world: World) -> None:
    del world
    answers = [sign_in(client, "reporter", f"sai-{number}").status_code for number in range(5)]
    assert answers == [200, 200, 200, 200, 429]
    locked = sign_in(client, "reporter")
    assert (locked.status_code, "bị khóa trong 15 phút" in locked.content.decode()) == (429, True)
    assert sign_in(client, "leader").status_code == 302


@pytest.mark.parametrize(
    ("proxied", "expected"), [(None, "10.0.0.1"), (("HTTP_X_FORWARDED_PROTO", "https"), "203.0.113.9")]
)
def test_whose_request_it_is(rf: Any, settings: Any, proxied: Any, expected: str) -> None:
    settings.SECURE_PROXY_SSL_HEADER = proxied
    forged = {"HTTP_X_FORWARDED_FOR": "198.51.100.1, 203.0.113.9"}
    assert client_address(rf.get("/", REMOTE_ADDR="10.0.0.1", **forged)) == expected


def test_who_left_does_not_come_in(client: Client, world: World) -> None:
    person = world.people["reporter"]
    person.is_active = False
    person.save()
    assert sign_in(client, "reporter")["Location"] == reverse("account_inactive")
    assert client.get("/").status_code == 302


def test_a_forgotten_password_is_chosen_anew_by_mail(client: Client, world: World) -> None:
    del world
    client.post(reverse("account_reset_password"), {"email": "reporter@example.vn"})
    [letter] = mail.outbox
    assert (letter.to, letter.subject) == (["reporter@example.vn"], "[Chiso] Đặt lại mật khẩu")
    [address] = re.findall(r"http://testserver(/\S+)", str(letter.body))
    form = client.get(address, follow=True)
    [(where, _)] = form.redirect_chain
    new = "mật-khẩu-khác-hẳn"
    assert client.post(where, {"password1": new, "password2": new}).status_code == 302
    assert sign_in(client, "reporter").status_code == 200
    assert sign_in(client, "reporter", new).status_code == 302


def test_an_address_that_nobody_has_is_answered_the_same_and_gets_no_letter(client: Client, world: World) -> None:
    del world
    known = client.post(reverse("account_reset_password"), {"email": "reporter@example.vn"})
    unknown = client.post(reverse("account_reset_password"), {"email": "nobody@example.vn"})
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert [letter.to for letter in mail.outbox] == [["reporter@example.vn"]]


def test_nobody_makes_an_account_uninvited(client: Client, world: World) -> None:
    asked = {"username": "moi", "email": "moi@example.vn", "password1": PASSWORD, "password2": PASSWORD}
    answer = client.post(reverse("account_signup"), asked)
    assert "không tự đăng ký" in answer.content.decode()
    assert type(world.people["reporter"]).objects.filter(username="moi").count() == 0


def test_the_second_step_is_asked_for(client: Client, world: World) -> None:
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
    from allauth.mfa.totp.internal.auth import (
        TOTP,
        format_hotp_value,
        generate_totp_secret,
        hotp_value,
        yield_hotp_counters_from_time,
    )

    secret = generate_totp_secret()
    TOTP.activate(world.people["reporter"], secret)
    RecoveryCodes.activate(world.people["reporter"])
    assert sign_in(client, "reporter")["Location"] == reverse("mfa_authenticate")
    assert client.get("/").status_code == 302
    assert client.post(reverse("mfa_authenticate"), {"code": "000000"}).status_code == 200
    code = format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))
    assert client.post(reverse("mfa_authenticate"), {"code": code})["Location"] == "/"
    assert client.get("/").status_code == 200


def test_pages_are_vietnamese_until_somebody_chooses_english(client: Client) -> None:
    login = reverse("account_login")
    assert "Đăng nhập" in client.get(login, headers={"accept-language": "en"}).content.decode()
    chosen = client.post(reverse("language"), {"language": "en", "next": login})
    assert chosen["Location"] == login
    page = client.get(login)
    assert ("Sign in" in page.content.decode(), page["Content-Language"]) == (True, "en")


@pytest.mark.parametrize(
    ("language", "back", "expected"),
    [("en", "https://elsewhere.vn/", "/"), ("fr", "/account/login/", "/account/login/"), ("", "", "/")],
)
def test_the_language_form_goes_nowhere_else(client: Client, language: str, back: str, expected: str) -> None:
    answer = client.post(reverse("language"), {"language": language, "next": back})
    assert answer["Location"] == expected
    assert (settings.LANGUAGE_COOKIE_NAME in answer.cookies) is (language == "en")


def test_a_page_allows_no_script_but_ours(client: Client) -> None:
    answer = client.get(reverse("account_login"))
    assert sorted(answer["Content-Security-Policy"].split("; ")) == [
        "base-uri 'none'", "connect-src 'self'", "default-src 'none'", "font-src 'self'", "form-action 'self'",
        "frame-ancestors 'none'", "img-src 'self' data:", "manifest-src 'self'", "object-src 'none'",
        "script-src 'self'", "style-src 'self'",
    ]  # fmt: skip
    text = answer.content.decode()
    assert re.findall(r"<style|\sstyle=|\son\w+=|<script(?![^>]*(?:src=|application/json))", text) == []
    assert (answer["X-Frame-Options"], answer["X-Content-Type-Options"]) == ("DENY", "nosniff")


def test_pages_say_what_went_wrong_and_what_to_do(world: World) -> None:
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    client.force_login(world.people["reporter"])
    missing = client.get("/nowhere/")
    assert (missing.status_code, "Không có trang này" in missing.content.decode()) == (404, True)
    forged = client.post(reverse("language"), {"language": "en"})
    assert (forged.status_code, "Biểu mẫu đã cũ" in forged.content.decode()) == (403, True)
    nonsense = client.get("/", headers={"host": "other.vn"})
    assert nonsense.status_code == 400


def test_a_request_beyond_the_limit_is_refused_before_it_is_read(client: Client) -> None:
    answer = client.generic("POST", "/", b"x", CONTENT_LENGTH=str(2 * 1024**3))
    assert (answer.status_code, "không quá 50 MB" in answer.content.decode()) == (413, True)


def test_a_fault_of_ours_shows_a_page_and_no_traceback(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    client = Client(raise_request_exception=False)
    client.force_login(world.people["reporter"])
    monkeypatch.setattr("chiso.web.pages.people.render", None)
    answer = client.get("/")
    assert (answer.status_code, "Lỗi hệ thống" in answer.content.decode()) == (500, True)
    assert "Traceback" not in answer.content.decode()
