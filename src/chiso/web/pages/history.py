"""The history of a form: who did what when, each answer before and after; as a page and as files."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from chiso.web.access import submission as access
from chiso.web.access.people import somebody
from chiso.web.actions.submission.standing import refusal
from chiso.web.forms.submission.past import MOST, as_csv, as_json, in_words, past
from chiso.web.forms.submission.proving import asked


@login_required
@require_GET
def history(request: HttpRequest, code: str, unit: str) -> HttpResponse:
    """What was done to a form, newest first; to one answer where a question is named."""
    submission = access.read(request.user, code, unit)
    question, case = request.GET.get("question", ""), request.GET.get("case", "")
    person = somebody(request.user)
    found = past(submission, question, case, by=person)
    context = {
        **access.about(person, submission), "locked": refusal(submission), "most": MOST,
        "entries": in_words(submission, found), "count": len(found), "tab": "history",
        "asked": asked(submission, question, case) if question else None, "question": question, "case": case,
    }  # fmt: skip
    return render(request, "submission/history.html", context)


@login_required
@require_GET
def history_file(request: HttpRequest, code: str, unit: str, kind: str) -> HttpResponse:
    """The whole history as CSV or JSON, each entry with its digest."""
    submission = access.read(request.user, code, unit)
    found = past(submission, request.GET.get("question", ""), request.GET.get("case", ""), by=somebody(request.user))
    text, media = (as_csv(found), "text/csv") if kind == "csv" else (as_json(found), "application/json")
    response = HttpResponse(text, content_type=f"{media}; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="history-{code}-{unit}.{kind}"'
    return response
