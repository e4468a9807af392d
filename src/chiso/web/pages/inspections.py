"""A unit as its verifiers see it: every answer with its state, and the checks on site."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from chiso.web.access import verification as access
from chiso.web.access.people import somebody
from chiso.web.actions.refusal import Refused
from chiso.web.actions.submission.files import take_in
from chiso.web.actions.verification.inspecting import Record, attach_minutes, inspect, names_of, seen_of
from chiso.web.forms.verification.inspecting import InspectionForm, MinutesForm, counts, sections, seen_rows, visits_of
from chiso.web.forms.verification.inspecting import seen_of as told_of
from chiso.web.forms.verification.minutes import FORMATS, document


@login_required
@require_GET
def verification_unit(request: HttpRequest, code: str, unit: str) -> HttpResponse:
    """All answers of a unit with what was said of each, and its checks on site."""
    told, submission = access.unit(request.user, code, unit)
    blind = access.blind(told, submission)
    context = {
        "told": told, "cycle": told.cycle, "submission": submission, "participant": submission.participant,
        "sections": sections(submission, blind=blind), "blind": blind, "tab": "list",
        "counts": [] if blind else counts(submission), "visits": [] if blind else visits_of(submission),
        "visiting": access.visits(told, submission), "mine": access.judgeable(told, submission),
    }  # fmt: skip
    return render(request, "verification/unit.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def verification_visit_new(request: HttpRequest, code: str, unit: str) -> HttpResponse:
    """A check on site, written down."""
    told, submission = access.unit(request.user, code, unit)
    if not access.visits(told, submission):
        raise PermissionDenied
    form, unread = InspectionForm(request.POST or None), list[str]()
    if request.method == "POST":
        rows, unread = seen_rows(submission, request.POST.dict())
        if form.is_valid() and not unread:
            given = form.cleaned_data
            record = Record(
                given["on"], given["place"], names_of(given["checkers"]), names_of(given["received_by"]),
                seen_of(rows), given["conclusion"],
            )  # fmt: skip
            try:
                visit = inspect(submission, record, by=somebody(request.user))
                messages.success(request, _("The check on site is noted."))
                return redirect("verification_visit", code, unit, visit.pk)
            except Refused as refused:
                form.add_error(None, refused.text)
    context = {
        "told": told, "cycle": told.cycle, "submission": submission, "participant": submission.participant,
        "form": form, "sections": sections(submission), "unread": unread, "posted": request.POST, "tab": "list",
    }  # fmt: skip
    return render(request, "verification/visit_new.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def verification_visit(request: HttpRequest, code: str, unit: str, visit: int) -> HttpResponse:
    """A check on site as it was written down; its signed minutes attached."""
    told, submission = access.unit(request.user, code, unit)
    found = access.visit(told, submission, visit)
    visiting = access.visits(told, submission)
    form = MinutesForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        if not visiting:
            raise PermissionDenied
        if form.is_valid():
            file = form.cleaned_data["minutes"]
            try:
                attach_minutes(found, take_in(submission, file.chunks(), file.name), by=somebody(request.user))
                messages.success(request, _("The minutes are attached."))
                return redirect("verification_visit", code, unit, visit)
            except Refused as refused:
                form.add_error("minutes", refused.text)
    context = {
        "told": told, "cycle": told.cycle, "submission": submission, "participant": submission.participant,
        "visit": found, "seen": told_of(found), "form": form, "visiting": visiting, "tab": "list",
    }  # fmt: skip
    return render(request, "verification/visit.html", context)


@login_required
@require_GET
def verification_visit_paper(request: HttpRequest, code: str, unit: str, visit: int, kind: str) -> HttpResponse:
    """The minutes of a check on site as a document to be signed by both sides."""
    told, submission = access.unit(request.user, code, unit)
    found = access.visit(told, submission, visit)
    response = HttpResponse(document(found, kind), content_type=FORMATS[kind])
    response["Content-Disposition"] = f'attachment; filename="bien-ban-kiem-tra-{unit}-{found.on:%Y%m%d}.{kind}"'
    return response
