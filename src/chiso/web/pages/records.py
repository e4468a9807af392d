"""The history of a whole cycle: a page, its files, and whether it holds."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

from chiso.web.access.history import asked_of, everything, history
from chiso.web.access.verifying import verified
from chiso.web.forms.history import as_csv, as_json, in_words, verbs


@login_required
@require_GET
def cycle_history(request: HttpRequest, code: str) -> HttpResponse:
    """What was done in a cycle, newest first."""
    asked = asked_of(request.GET)
    page = history(request.user, code, asked)
    kept = {name: value for name in ("unit", "verb", "by") if (value := getattr(asked, name))}
    told = {
        "cycle": page.cycle, "lines": in_words(page.cycle, page.entries), "asked": asked, "verbs": verbs(),
        "query": urlencode(kept), "older": urlencode({**kept, "before": page.older}) if page.older else "",
    }  # fmt: skip
    return render(request, "cycle/history.html", told)


@login_required
@require_GET
def cycle_history_file(request: HttpRequest, code: str, kind: str) -> HttpResponseBase:
    """All wanted entries as CSV or JSON, with what each digest covers."""
    cycle, found = everything(request.user, code, asked_of(request.GET))
    rows = found.iterator(chunk_size=2000)
    lines, media = (as_csv(rows), "text/csv") if kind == "csv" else (as_json(rows), "application/json")
    response = StreamingHttpResponse(lines, content_type=f"{media}; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="history-{cycle.code}.{kind}"'
    return response


@login_required
@require_POST
def cycle_history_check(request: HttpRequest, code: str) -> HttpResponse:
    """Every entry held against its digest and the one before, and every chain against its seals."""
    cycle, found = verified(request.user, code)
    return render(request, "cycle/history_check.html", {"cycle": cycle, "found": found})
