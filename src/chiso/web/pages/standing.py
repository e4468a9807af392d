"""What a unit sees of its result: the answers that count, their second confirmation, the result, its objections."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from chiso.web.access import submission as access
from chiso.web.access.papers import card
from chiso.web.access.people import somebody
from chiso.web.access.scoring import can
from chiso.web.actions.refusal import Refused
from chiso.web.actions.scoring.objecting import object_to
from chiso.web.actions.submission.closing import confirm
from chiso.web.actions.submission.standing import confirmable
from chiso.web.forms.scoring import ObjectionForm
from chiso.web.forms.standing import counted, shown


@login_required
def form_standing(request: HttpRequest, code: str, unit: str) -> HttpResponse:
    """The answers as they count now, and once it is settled the result; a POST of the leader confirms or objects."""
    submission = access.read(request.user, code, unit)
    if request.method == "POST":
        return _act(request, code, unit)
    person = somebody(request.user)
    leads, which = access.leads(person, submission), confirmable(submission)
    told = {
        **access.about(person, submission), "tab": "standing", "leads": leads, "confirms": which == 2,
        "counted": counted(submission), "shown": shown(submission), "objection_form": ObjectionForm(),
        "objects": leads and can(person, "object", submission.participant.cycle),
        "confirmation": submission.confirmations.select_related("by").filter(which=2).first(),
        "card": card(submission), "objections": submission.participant.objections.select_related("by", "replied_by"),
    }  # fmt: skip
    return render(request, "submission/standing.html", told)


def _act(request: HttpRequest, code: str, unit: str) -> HttpResponse:
    submission = access.closed(request.user, code, unit)
    by = somebody(request.user)
    try:
        if request.POST.get("act") == "object":
            object_to(submission.participant, request.POST.get("text", ""), by=by)
            messages.success(request, _("The objection is noted. The reply will stand here."))
        elif confirmable(submission) != 2:
            raise Refused("phase", _("There is nothing to confirm now."))
        else:
            confirm(submission, 2, by=by)
            messages.success(request, _("The answers are confirmed."))
    except Refused as refused:
        messages.error(request, refused.text)
    return redirect("form_standing", code, unit)
