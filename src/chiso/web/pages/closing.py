"""Closing a form by its leader, its receipt, and the confirmations of its answers."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from chiso.web.access import submission as access
from chiso.web.access.people import somebody
from chiso.web.actions.refusal import Refused
from chiso.web.actions.submission.closing import close, confirm
from chiso.web.actions.submission.evidence import New, add_evidence
from chiso.web.actions.submission.files import take_in
from chiso.web.actions.submission.standing import confirmable, refusal
from chiso.web.forms.submission.overview import overview
from chiso.web.forms.submission.receipts import digest_now, pdf_of, signed_by


@login_required
@require_http_methods(["GET", "POST"])
def closing(request: HttpRequest, code: str, unit: str) -> HttpResponse:
    """What is left to do before closing; a POST by the leader closes the form."""
    if request.method == "POST":
        return _close(request, code, unit)
    submission = access.read(request.user, code, unit)
    person = somebody(request.user)
    around, locked = access.about(person, submission), refusal(submission)
    found = overview(submission, person.office_id)
    closings = [(each, signed_by(each)) for each in found.closings]
    context: dict[str, Any] = {
        **around, "leads": access.leads(person, submission), "locked": locked,
        "editable": around["answers"] and not locked, "form": found, "closings": closings,
        "which": confirmable(submission), "digest": digest_now(submission), "tab": "closing",
    }  # fmt: skip
    return render(request, "submission/closing.html", context)


@login_required
@require_GET
def receipt(request: HttpRequest, code: str, unit: str, number: int) -> HttpResponse:
    """The receipt of a closing as PDF."""
    submission = access.read(request.user, code, unit)
    related = ("by", "signed", "submission__participant__cycle__organiser", "submission__participant__unit")
    found = submission.closings.select_related(*related).filter(number=number).first()
    if found is None:
        raise Http404
    response = HttpResponse(pdf_of(found), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="bien-nhan-{code}-{unit}-{number}.pdf"'
    return response


@login_required
@require_GET
def closed_answers(request: HttpRequest, code: str, unit: str, number: int) -> HttpResponse:
    """The answers of a closing, byte for byte what its digest was computed from."""
    submission = access.read(request.user, code, unit)
    found = submission.closings.filter(number=number).first()
    if found is None:
        raise Http404
    response = HttpResponse(found.answers.encode(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="answers-{code}-{unit}-{number}.csv"'
    return response


@login_required
@require_POST
def confirmation(request: HttpRequest, code: str, unit: str) -> HttpResponse:
    """That the unit stands by its answers, by its leader."""
    submission = access.closed(request.user, code, unit)
    which = confirmable(submission)
    try:
        if which is None:
            raise Refused("phase", _("There is nothing to confirm now."))
        confirm(submission, which, by=somebody(request.user))
        messages.success(request, _("The answers are confirmed."))
    except Refused as refused:
        messages.error(request, refused.text)
    return redirect("form_closing", code=code, unit=unit)


def _close(request: HttpRequest, code: str, unit: str) -> HttpResponse:
    submission = access.closed(request.user, code, unit)
    person = somebody(request.user)
    revision = request.POST.get("revision", "")
    try:
        if request.POST.get("sure") != "1":
            raise Refused("sure", _("Tick that the answers were read, then close the form."))
        signed = _signed(request, submission)
        close(submission, by=person, signed=signed, revision=int(revision) if revision.isdecimal() else None)
        messages.success(request, _("The form is closed. Keep its receipt."))
    except Refused as refused:
        messages.error(request, refused.text)
    return redirect("form_closing", code=code, unit=unit)


def _signed(request: HttpRequest, submission: Any) -> Any:
    """The signed paper that goes along; None where there is none."""
    file = request.FILES.get("signed")
    if file is None:
        return None
    locked = refusal(submission)
    if locked:
        raise Refused("locked", locked)
    kept = take_in(submission, file.chunks(), file.name or "")
    if kept.media not in ("application/pdf", "image/png", "image/jpeg", "image/tiff"):
        raise Refused("signed", _("The signed paper must be a PDF or a picture."))
    return add_evidence(submission, New("file", _("Signed form"), file=kept), by=somebody(request.user))
