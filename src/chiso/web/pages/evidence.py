"""Evidence of a form: what there is, adding it, what it speaks for, and its files."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from chiso.web.access import evidence as pieces
from chiso.web.access import submission as access
from chiso.web.access.people import somebody
from chiso.web.actions.refusal import Refused
from chiso.web.actions.submission.evidence import For, New, add_evidence, attach, detach, remove_evidence
from chiso.web.actions.submission.files import take_in
from chiso.web.actions.submission.standing import refusal
from chiso.web.forms.submission.proving import Asked, asked, listed, reference_of
from chiso.web.forms.submission.sending import sent


@login_required
@require_http_methods(["GET", "POST"])
def evidence(request: HttpRequest, code: str, unit: str) -> HttpResponse:
    """The evidence of a form, and adding a piece to it, for a question where one is named."""
    if request.method == "POST":
        return _add(request, code, unit)
    submission = access.read(request.user, code, unit)
    person = somebody(request.user)
    around, locked = access.about(person, submission), refusal(submission)
    question = asked(submission, request.GET.get("question", ""), request.GET.get("case", ""))
    context = {
        **around, "locked": locked, "editable": around["answers"] and not locked, "asked": question,
        "listed": listed(submission), "tab": "evidence",
    }  # fmt: skip
    return render(request, "submission/evidence.html", context)


@login_required
@require_GET
def evidence_file(request: HttpRequest, code: str, unit: str, evidence: int) -> HttpResponseBase:
    """The file of a piece of evidence; of another kind of piece, where it is listed."""
    submission = access.read(request.user, code, unit)
    piece = pieces.piece(submission, evidence)
    response = sent(piece, download="download" in request.GET)
    if response is not None:
        return response
    if piece.digest:
        raise Http404
    return redirect(reverse("form_evidence", kwargs={"code": code, "unit": unit}) + f"#piece-{piece.pk}")


@login_required
@require_POST
def evidence_support(request: HttpRequest, code: str, unit: str, evidence: int) -> HttpResponse:
    """Names a piece for a question, or takes it from one."""
    submission = access.answered(request.user, code, unit)
    piece = pieces.piece(submission, evidence)
    act = detach if request.POST.get("do") == "detach" else attach
    try:
        act(piece, _for(request), by=somebody(request.user))
    except Refused as refused:
        messages.error(request, refused.text)
    return _back(request, code, unit)


@login_required
@require_POST
def evidence_removal(request: HttpRequest, code: str, unit: str, evidence: int) -> HttpResponse:
    """Takes a piece out of the form; what it was stays in history."""
    submission = access.answered(request.user, code, unit)
    piece = pieces.piece(submission, evidence)
    try:
        remove_evidence(piece, by=somebody(request.user))
        messages.success(request, _("The evidence was taken out. History keeps it."))
    except Refused as refused:
        messages.error(request, refused.text)
    return _back(request, code, unit)


def _add(request: HttpRequest, code: str, unit: str) -> HttpResponse:
    """Adds what was posted; as JSON where a script sent it."""
    submission = access.answered(request.user, code, unit)
    script = request.headers.get("Accept") == "application/json"
    try:
        locked = refusal(submission)
        if locked:
            raise Refused("locked", locked)
        count = _added(request, submission)
    except Refused as refused:
        if script:
            return JsonResponse({"told": refused.text}, status=409)
        messages.error(request, refused.text)
        return _back(request, code, unit)
    if script:
        return JsonResponse({"html": _pieces(request, submission)})
    messages.success(request, _("The evidence was added.") if count else _("Choose a file."))
    return _back(request, code, unit)


def _added(request: HttpRequest, submission: Any) -> int:
    """How many pieces were added."""
    person, kind, speaks = somebody(request.user), request.POST.get("kind", "file"), _for(request)
    title = request.POST.get("title", "")
    if kind != "file":
        new = New(kind, title, request.POST.get("url", "").strip(), reference_of(request.POST.dict()))
        add_evidence(submission, new, by=person, speaks=speaks)
        return 1
    files = request.FILES.getlist("file")
    for file in files:
        kept = take_in(submission, file.chunks(), file.name or "")
        add_evidence(submission, New(kind, title if len(files) == 1 else "", file=kept), by=person, speaks=speaks)
    return len(files)


def _for(request: HttpRequest) -> For:
    """What a piece speaks for; the list of questions joins question and case by a line break."""
    question, _mark, case = request.POST.get("for", "").partition("|")
    return For(
        question or request.POST.get("question", ""), case or request.POST.get("case", ""),
        request.POST.get("pointer", ""),
    )  # fmt: skip


def _pieces(request: HttpRequest, submission: Any) -> str:
    found: Asked | None = asked(submission, request.POST.get("question", ""), request.POST.get("case", ""))
    if found is None:
        return ""
    context = {
        "row": found.row, "field": found.row.field, "editable": True, "code": submission.participant.cycle.code,
        "unit": submission.participant.unit.code,
    }  # fmt: skip
    return render_to_string("submission/pieces.html", context, request)


def _back(request: HttpRequest, code: str, unit: str) -> HttpResponse:
    """To the page of evidence, for the same question."""
    asked = {name: request.POST.get(name, "") for name in ("question", "case") if request.POST.get(name)}
    where = reverse("form_evidence", kwargs={"code": code, "unit": unit})
    return redirect(f"{where}?{urlencode(asked)}" if asked else where)
