"""What verifiers said of a unit's answers, and what the unit explains."""

from __future__ import annotations

import secrets
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from chiso.web.access import submission as access
from chiso.web.access.people import somebody
from chiso.web.access.verification import explanation as explained
from chiso.web.actions.refusal import Refused
from chiso.web.actions.submission.files import take_in
from chiso.web.actions.verification.explaining import explain, refusal
from chiso.web.actions.verification.remarking import remark
from chiso.web.forms.verification.verdicts import asked, shown, told


@login_required
@require_GET
def form_verdicts(request: HttpRequest, code: str, unit: str) -> HttpResponse:
    """The verdicts that the unit sees in this phase, and what it is asked to explain."""
    submission = access.read(request.user, code, unit)
    context = {
        **access.about(somebody(request.user), submission), "shown": shown(submission),
        "lines": told(submission), "tab": "verdicts",
    }  # fmt: skip
    return render(request, "verification/verdicts.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def form_explanation(request: HttpRequest, code: str, unit: str, explanation: int) -> HttpResponse:
    """One answer that the unit is asked to explain: its text, another value, evidence."""
    submission = access.read(request.user, code, unit)
    found = explained(submission, explanation)
    if not shown(submission):
        raise Http404
    around, refused = access.about(somebody(request.user), submission), ""
    line = asked(found)
    if request.method == "POST":
        access.answered(request.user, code, unit)
        line = asked(found, request.POST.dict())
        refused = line.refused or _explained(request, found, line.value)
        if not refused:
            messages.success(request, _("The explanation is handed in. It may be changed until the deadline."))
            return redirect("form_verdicts", code, unit)
    locked = refusal(found)
    context = {
        **around, "explanation": found, "line": line, "locked": locked, "refused": refused,
        "editable": around["answers"] and not locked, "key": secrets.token_hex(16), "tab": "verdicts",
    }  # fmt: skip
    return render(request, "verification/explanation.html", context, status=409 if refused else 200)


@login_required
@require_POST
def form_remark(request: HttpRequest, code: str, unit: str, explanation: int) -> HttpResponse:
    """A word of the unit in the discussion of an answer that it is asked to explain."""
    submission = access.answered(request.user, code, unit)
    found = explained(submission, explanation)
    try:
        remark(
            submission, found.question, found.case, request.POST.get("text", ""), by=somebody(request.user),
            key=request.POST.get("key", "")[:64],
        )  # fmt: skip
    except Refused as refused:
        messages.error(request, refused.text)
    return redirect("form_explanation", code, unit, explanation)


def _explained(request: HttpRequest, explanation: Any, value: str) -> str:
    """Why the explanation was not taken; nothing where it was."""
    try:
        late = refusal(explanation)
        if late:
            return late
        given = request.FILES.getlist("file")
        files = [take_in(explanation.submission, file.chunks(), file.name or "") for file in given]
        explain(
            explanation, request.POST.get("text", ""), by=somebody(request.user), value=value, files=files,
            key=request.POST.get("key", "")[:64],
        )  # fmt: skip
    except Refused as refused:
        return refused.text
    except ValueError:
        return _("This is no answer to the question.")
    return ""
