"""Who may make an account, and how a person is called: what allauth and axes ask."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpRequest


class Accounts(DefaultAccountAdapter):
    """Accounts come by invitation only."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: nobody makes an account without being invited."""
        del request
        return False


class Connections(DefaultSocialAccountAdapter):
    """The single sign-on of the agency opens accounts that exist, and makes none."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Never, as with passwords."""
        del request, sociallogin
        return False


def shown(person: AbstractBaseUser) -> str:
    """The name by which a person is greeted."""
    return str(person)


def login_name(request: HttpRequest, credentials: Mapping[str, Any] | None) -> str | None:
    """What somebody typed to sign in: attempts are counted by it, whether it is a name or an e-mail address."""
    typed = request.POST.get("login") or (credentials or {}).get("username") or (credentials or {}).get("email")
    return str(typed).strip().casefold()[:254] if typed else None


def client_address(request: HttpRequest) -> str:
    """Whose request it is: what our own proxy says of it, which is the last one it names; else who is connected."""
    named = request.META.get("HTTP_X_FORWARDED_FOR", "") if settings.SECURE_PROXY_SSL_HEADER else ""
    return named.rpartition(",")[2].strip() or str(request.META.get("REMOTE_ADDR", ""))
