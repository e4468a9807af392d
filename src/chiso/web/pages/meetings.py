"""The council: its meetings on runs, and what it replies to objections."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from chiso.web.access import scoring as access
from chiso.web.access.people import allowed
from chiso.web.actions.refusal import Refused
from chiso.web.actions.scoring.meeting import Held, meet
from chiso.web.actions.scoring.objecting import reply
from chiso.web.forms.scoring import MeetingForm, ReplyForm


@login_required
def meetings(request: HttpRequest, code: str) -> HttpResponse:
    """The meetings of the council; a POST notes one on the newest run."""
    cycle = access.watched(request.user, code)
    newest = access.result(cycle).newest
    form = MeetingForm(request.POST or None)
    if request.method == "POST":
        by, _cycle = access.acting(request.user, code, "meet")
        number = request.POST.get("run", "")
        run = access.run(request.user, code, int(number) if number.isdecimal() else 0)
        if form.is_valid():
            try:
                meet(run, Held(**form.cleaned_data), by=by)
                messages.success(request, _("The meeting is noted. Its minutes are prepared among the documents."))
                return redirect("meetings", code)
            except Refused as refused:
                form.add_error(None, refused.text)
    told = {
        "cycle": cycle, "form": form, "newest": newest, "meetings": access.meetings(cycle),
        "may": access.can(request.user, "meet", cycle),
    }  # fmt: skip
    return render(request, "scoring/meetings.html", told)


@login_required
@require_GET
def objections(request: HttpRequest, code: str) -> HttpResponse:
    """What units hold against their results, with the replies."""
    cycle = access.watched(request.user, code)
    told = {"cycle": cycle, "objections": access.objections(cycle), "may": access.can(request.user, "reply", cycle)}
    return render(request, "scoring/objections.html", told)


@login_required
def objection_reply(request: HttpRequest, code: str, objection: int) -> HttpResponse:
    """The reply to one objection."""
    by = allowed(request.user, "reply")
    cycle = access.watched(by, code)
    found = access.objection(cycle, objection)
    form = ReplyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            reply(found, form.cleaned_data["reply"], by=by)
            messages.success(request, _("The reply is shown to the unit."))
            return redirect("objections", code)
        except Refused as refused:
            form.add_error(None, refused.text)
    return render(request, "scoring/objection.html", {"cycle": cycle, "objection": found, "form": form})
