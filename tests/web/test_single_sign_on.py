"""The single sign-on of an agency: it opens accounts that there are, and makes none. The provider is a small one."""

import base64
import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from django.test import Client

from chiso.web.models import Person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world")]
KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
CLIENT = "chiso"
LOGIN = "/account/oidc/oidc/login/"


class Provider(ThreadingHTTPServer):
    """An OpenID Connect provider whose one user is `told`."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answers)
        self.told: dict[str, Any] = {}
        self.nonce = ""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


class Answers(BaseHTTPRequestHandler):
    """Its four addresses: what it offers, its key, a token for a code, and who the user is."""

    server: Provider

    def do_GET(self) -> None:
        url, numbers = self.server.url, KEY.public_key().public_numbers()
        told: dict[str, dict[str, Any]] = {
            "/.well-known/openid-configuration": {
                "issuer": url, "authorization_endpoint": f"{url}/authorize", "token_endpoint": f"{url}/token",
                "userinfo_endpoint": f"{url}/me", "jwks_uri": f"{url}/keys",
                "id_token_signing_alg_values_supported": ["RS256"],
            },
            "/keys": {"keys": [{"kty": "RSA", "kid": "1", "alg": "RS256", "use": "sig", "n": whole(numbers.n),
                                "e": whole(numbers.e)}]},
            "/me": self.server.told,
        }  # fmt: skip
        self._say(told[urlsplit(self.path).path])

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        now = int(time.time())
        claims = {**self.server.told, "iss": self.server.url, "aud": CLIENT, "iat": now, "exp": now + 60,
                  "nonce": self.server.nonce}  # fmt: skip
        token = jwt.encode(claims, KEY, algorithm="RS256", headers={"kid": "1"})
        self._say({"access_token": "a", "token_type": "Bearer", "expires_in": 60, "id_token": token})

    def _say(self, told: dict[str, Any]) -> None:
        body = json.dumps(told).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_told: Any) -> None:
        """Keeps quiet."""


def whole(number: int) -> str:
    return base64.urlsafe_b64encode(number.to_bytes((number.bit_length() + 7) // 8, "big")).rstrip(b"=").decode()


@pytest.fixture
def provider(settings: Any) -> Iterator[Provider]:
    served = Provider()
    thread = threading.Thread(target=served.serve_forever)
    thread.start()
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [{
        "provider_id": "oidc", "name": "SSO tỉnh", "client_id": CLIENT, "secret": "s",
        "settings": {"server_url": served.url},
    }]}}  # fmt: skip
    yield served
    served.shutdown()
    thread.join()
    served.server_close()


def come_in(client: Client, provider: Provider, **told: Any) -> Any:
    """The whole way: our button, the provider, back with a code; the last page."""
    provider.told = {"sub": "42", **told}
    sent = client.post(LOGIN)
    asked = parse_qs(urlsplit(sent.headers["Location"]).query)
    provider.nonce = asked.get("nonce", [""])[0]
    back = urlsplit(asked["redirect_uri"][0]).path
    return client.get(f"{back}?{urlencode({'code': 'c', 'state': asked['state'][0]})}", follow=True)


def signed_in(client: Client) -> str:
    key = client.session.get("_auth_user_id")
    return Person.objects.get(pk=key).username if key else ""


def test_an_account_whose_address_the_agency_vouches_for_is_opened(client: Client, provider: Provider) -> None:
    before = Person.objects.count()
    page = come_in(client, provider, email="reporter@example.vn", email_verified=True)
    assert (page.status_code, signed_in(client), Person.objects.count()) == (200, "reporter", before)


@pytest.mark.parametrize(
    "told",
    [
        {"email": "new@example.vn", "email_verified": True},
        {"email": "reporter@example.vn", "email_verified": False},
        {"email": "reporter@example.vn"},
        {},
    ],
)
def test_nobody_else_comes_in_and_no_account_is_made(client: Client, provider: Provider, told: dict[str, Any]) -> None:
    before = Person.objects.count()
    come_in(client, provider, **told)
    assert (signed_in(client), Person.objects.count()) == ("", before)


def test_a_closed_account_stays_closed(client: Client, provider: Provider) -> None:
    Person.objects.filter(username="reporter").update(is_active=False)
    come_in(client, provider, email="reporter@example.vn", email_verified=True)
    assert signed_in(client) == ""


def test_the_way_back_needs_the_state_that_we_gave(client: Client, provider: Provider) -> None:
    provider.told = {"sub": "42", "email": "reporter@example.vn", "email_verified": True}
    sent = client.post(LOGIN)
    back = urlsplit(parse_qs(urlsplit(sent.headers["Location"]).query)["redirect_uri"][0]).path
    client.get(f"{back}?{urlencode({'code': 'c', 'state': 'forged'})}")
    assert signed_in(client) == ""
