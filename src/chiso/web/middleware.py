"""What happens to every request before a page sees it: its language, and a refusal of what is too large to read."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _

from chiso.language import LANGUAGES, use

Answering = Callable[[HttpRequest], HttpResponse]
MEGABYTE = 1024 * 1024


def language(respond: Answering) -> Answering:
    """Speaks the language that the reader chose, and Vietnamese before that.

    What the browser asks for is not read: most machines in Vietnamese offices were set up in English.
    """

    def answer(request: HttpRequest) -> HttpResponse:
        wanted = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, LANGUAGES[0])
        code = wanted if wanted in LANGUAGES else LANGUAGES[0]
        request.LANGUAGE_CODE = code
        with translation.override(code), use(code):
            response = respond(request)
        response.headers.setdefault("Content-Language", code)
        patch_vary_headers(response, ("Cookie",))
        return response

    return answer


def early_refusal(respond: Answering) -> Answering:
    """Refuses a request that is larger than evidence may be by what it says of itself, before it is read."""

    def answer(request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        if not length.isdecimal() or int(length) > settings.REQUEST_LIMIT:
            limit = settings.UPLOAD_LIMIT // MEGABYTE
            told = _("A file may have at most {limit} MB. Nothing was saved.").format(limit=limit)
            return render(request, "errors/413.html", {"told": told}, status=413)
        return respond(request)

    return answer
