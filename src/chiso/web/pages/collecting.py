"""What subordinate units answered, summed up, each sum opened to its parts, and taken over."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext

from chiso.web.access import submission as access
from chiso.web.access.people import somebody
from chiso.web.actions.refusal import Refused
from chiso.web.actions.submission.adopting import adopt
from chiso.web.actions.submission.standing import refusal
from chiso.web.forms.collecting import sums


@login_required
def form_sums(request: HttpRequest, code: str, unit: str) -> HttpResponse:
    """The sums; a POST takes the chosen ones over."""
    submission = access.read(request.user, code, unit)
    if request.method == "POST":
        submission = access.answered(request.user, code, unit)
        try:
            count = adopt(submission, request.POST.getlist("take"), by=somebody(request.user))
            told = ngettext(
                "{count} answer taken over from the sums.", "{count} answers taken over from the sums.", count
            )
            messages.success(request, told.format(count=count))
        except Refused as refused:
            messages.error(request, refused.text)
        return redirect("form_sums", code, unit)
    around = access.about(somebody(request.user), submission)
    editable = around["answers"] and not refusal(submission)
    context = {**around, "sums": sums(submission), "editable": editable, "tab": "sums"}
    return render(request, "submission/sums.html", context)
