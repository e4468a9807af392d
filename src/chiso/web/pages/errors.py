"""Pages for what went wrong: each says what happened, that nothing was lost or saved, and what to do."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: the request makes no sense."""
    del exception
    return render(request, "errors/400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: not for this person; nobody yet is sent to sign in and comes back."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    return render(request, "errors/403.html", {"told": str(exception)}, status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: not there, or not to be known about."""
    del exception
    return render(request, "errors/404.html", status=404)


def failed(request: HttpRequest) -> HttpResponse:
    """500: a fault of ours."""
    return render(request, "errors/500.html", status=500)


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form without its token: mostly a page that stood open since before signing in again."""
    del reason
    return render(request, "errors/forged.html", status=403)


def locked_out(request: HttpRequest, response: HttpResponse | None = None, credentials: Any = None) -> HttpResponse:
    """429 after too many wrong passwords."""
    del response, credentials
    return render(request, "people/locked_out.html", status=429)
