"""Published results: the list, and the page or the folder of one."""

from __future__ import annotations

import base64
import hashlib
import re

from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from chiso.web.access import published as access

_STYLE = re.compile(rb"<style>(.*?)</style>", re.DOTALL)


def published(request: HttpRequest) -> HttpResponse:
    """What is published here."""
    return render(request, "publication/published.html", {"found": access.published()})


def published_file(request: HttpRequest, id: str) -> HttpResponseBase:
    """The page of a result as it was written, or its published folder to take."""
    del request
    file = access.file(id)
    if file.suffix != ".html":
        return FileResponse(file.open("rb"), as_attachment=True, filename=file.name)
    content = file.read_bytes()
    response = HttpResponse(content, content_type="text/html; charset=utf-8")
    # The page stands for itself, with a style of its own and no script: only that style is let in.
    response["Content-Security-Policy"] = (
        f"default-src 'none'; style-src {_styles(content)}; img-src data:; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    )
    return response


def _styles(content: bytes) -> str:
    """What a policy calls the styles in a page."""
    found = (base64.b64encode(hashlib.sha256(each).digest()).decode() for each in _STYLE.findall(content))
    return " ".join(f"'sha256-{each}'" for each in found) or "'none'"
