"""Points that the council grants, each with its reason and its file."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from chiso.web.access import granting as access
from chiso.web.actions.refusal import Refused
from chiso.web.actions.scoring.granting import grant as granted
from chiso.web.actions.submission.files import take_in
from chiso.web.forms.granting import GrantForm, file_of, grant_forms, late_of


@login_required
@require_GET
def grants(request: HttpRequest, code: str) -> HttpResponse:
    """The units of a cycle with what was granted to each, and how many days late each closed its form."""
    told = access.grants(request.user, code, request.GET)
    rows = [(each, late_of(each)) for each in told.page.object_list]
    return render(request, "scoring/grants.html", {"cycle": told.cycle, "told": told, "rows": rows})


@login_required
def grant(request: HttpRequest, code: str, unit: str) -> HttpResponse:
    """What may be granted to a unit, a form for each criterion; a POST grants points on one of them."""
    participant, grants = access.participant(request.user, code, unit)
    form = None
    if request.method == "POST":
        by = access.granter(request.user, participant)
        form = GrantForm(request.POST, request.FILES)
        if form.is_valid() and _granted(request, participant, form, by):
            return redirect("grant", code, unit)
    told = {
        "cycle": participant.cycle, "participant": participant, "late": late_of(participant),
        "forms": grant_forms(participant, grants, form), "may": access.may_grant(request.user, participant),
    }  # fmt: skip
    return render(request, "scoring/grant.html", told)


def _granted(request: HttpRequest, participant: Any, form: GrantForm, by: Any) -> bool:
    told, file = form.cleaned_data, request.FILES.get("file")
    try:
        kept = take_in(participant.submission, file.chunks(), file.name or "") if file is not None else None
        granted(
            participant, told["criterion"], told["points"], reason=told["reason"], by=by, version=told["version"],
            file=kept,
        )  # fmt: skip
    except Refused as refused:
        form.add_error("points" if refused.code == "points" else None, refused.text)
        return False
    messages.success(request, _("The points are granted."))
    return True


@login_required
@require_GET
def grant_file(request: HttpRequest, code: str, unit: str, evidence: int) -> HttpResponseBase:
    """The file of a grant, to be taken away."""
    piece = access.file(request.user, code, unit, evidence)
    path = file_of(piece)
    if path is None:
        raise Http404
    return FileResponse(path.open("rb"), as_attachment=True, filename=piece.file_name, content_type=piece.media)
