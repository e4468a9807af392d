"""The form of a unit: at a glance, its points, its lists and offices, and as it prints."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from chiso.web.access import submission as access
from chiso.web.access.people import somebody
from chiso.web.actions.refusal import Refused
from chiso.web.actions.submission.cases import add_case, remove_case, rename_case
from chiso.web.actions.submission.offices import assign
from chiso.web.actions.submission.standing import refusal
from chiso.web.actions.submission.visiting import visit
from chiso.web.forms.submission.overview import overview
from chiso.web.forms.submission.receipts import digest_now
from chiso.web.forms.submission.scoring import points


def _context(request: HttpRequest, code: str, unit: str) -> dict[str, Any]:
    """The form of a unit with what its reader may do; the gate of the pages here."""
    submission = access.read(request.user, code, unit)
    person = somebody(request.user)
    around = access.about(person, submission)
    if around["answers"]:
        visit(submission, by=person)
    locked = refusal(submission)
    return {
        **around,
        "leads": access.leads(person, submission),
        "locked": locked,
        "editable": around["answers"] and not locked,
        "form": overview(submission, person.office_id),
    }


@login_required
@require_GET
def form(request: HttpRequest, code: str, unit: str) -> HttpResponse:
    """The form at a glance."""
    context = _context(request, code, unit)
    mine = request.GET.get("office") == "mine"
    sections = [each for each in context["form"].sections if each.mine or not mine]
    return render(request, "submission/form.html", {**context, "sections": sections, "mine": mine, "tab": "form"})


@login_required
@require_GET
def score(request: HttpRequest, code: str, unit: str) -> HttpResponse:
    """The self-score with the reason of every number; a part of a page where htmx asks for it."""
    context = _context(request, code, unit)
    lines = points(context["form"], request.GET.get("section", ""))
    panel = request.headers.get("HX-Request") == "true"
    template = "submission/score_panel.html" if panel else "submission/score.html"
    return render(request, template, {**context, "lines": lines, "tab": "score"})


@login_required
@require_GET
def printed(request: HttpRequest, code: str, unit: str) -> HttpResponse:
    """The whole form on one page, as it prints."""
    context = _context(request, code, unit)
    told = {"tab": "print", "digest": digest_now(context["submission"])}
    return render(request, "submission/printed.html", {**context, **told})


@login_required
@require_POST
def cases(request: HttpRequest, code: str, unit: str, section: str) -> HttpResponse:
    """Adds, renames or removes a case of one of the lists in a section."""
    submission = access.answered(request.user, code, unit)
    person = somebody(request.user)
    per, old, name = (request.POST.get(each, "") for each in ("per", "case", "name"))
    try:
        match request.POST.get("do", "add"):
            case "rename":
                rename_case(submission, per, old, name, by=person)
            case "remove":
                remove_case(submission, per, old, by=person)
                messages.success(request, _("{name} was removed. History keeps its answers.").format(name=old))
            case _:
                add_case(submission, per, name, by=person)
    except Refused as refused:
        messages.error(request, refused.text)
    where = reverse("form_section", kwargs={"code": code, "unit": unit, "section": section})
    return redirect(f"{where}#list-{per}")


@login_required
@require_POST
def offices(request: HttpRequest, code: str, unit: str) -> HttpResponse:
    """Gives a section to the offices of the unit that answer it, by its leader."""
    submission = access.closed(request.user, code, unit)
    chosen = [int(each) for each in request.POST.getlist("office") if each.isdecimal()]
    try:
        assign(
            submission, request.POST.get("section", ""), chosen,
            named=request.POST.get("name", ""), by=somebody(request.user),
        )  # fmt: skip
        messages.success(request, _("The offices are noted."))
    except Refused as refused:
        messages.error(request, refused.text)
    return redirect("form", code=code, unit=unit)
