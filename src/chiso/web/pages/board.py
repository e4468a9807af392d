"""The follow-up board: where every unit stands, as a page and as a file; extensions and forms opened again."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from chiso.web.access.board import board as shown
from chiso.web.access.board import by_part, everyone, participant, wanted_of
from chiso.web.access.people import allowed
from chiso.web.access.reminders import reminders as letters
from chiso.web.actions.cycle.extending import extend
from chiso.web.actions.cycle.reminding import remind
from chiso.web.actions.refusal import Refused
from chiso.web.actions.submission.closing import reopen
from chiso.web.forms.board import workbook
from chiso.web.forms.cycle import ExtensionForm


@login_required
def board(request: HttpRequest, code: str) -> HttpResponse:
    """A page of the units that are wanted."""
    told = shown(request.user, code, wanted_of(request.GET), request.GET.get("page", "1"))
    template = "cycle/board_rows.html" if request.headers.get("HX-Target") == "board" else "cycle/board.html"
    return render(request, template, {"told": told, "cycle": told.cycle})


@login_required
def board_file(request: HttpRequest, code: str) -> HttpResponse:
    """All units that are wanted, as a workbook."""
    cycle, found = everyone(request.user, code, wanted_of(request.GET))
    response = HttpResponse(
        workbook(cycle, found), content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    )
    response["Content-Disposition"] = f'attachment; filename="{cycle.code}-theo-doi.xlsx"'
    return response


@login_required
def board_parts(request: HttpRequest, code: str) -> HttpResponse:
    """How far every part of the forms is."""
    cycle, blocks = by_part(request.user, code)
    return render(request, "cycle/parts.html", {"cycle": cycle, "blocks": blocks})


@login_required
def extension(request: HttpRequest, code: str, unit: str) -> HttpResponse:
    """A later deadline for one unit; or its form opened again, where it is closed."""
    found = participant(request.user, code, unit)
    closed = found.submission.closed_at is not None
    form = ExtensionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        until, reason, by = form.cleaned_data["until"], form.cleaned_data["reason"], allowed(request.user, "organise")
        try:
            if closed:
                reopen(found.submission, by=by, reason=reason, until=until)
            else:
                extend(found, until, reason=reason, by=by)
            messages.success(request, _("{name} may write until the new deadline.").format(name=found.name))
            return redirect("board", code)
        except Refused as refused:
            form.add_error(None, refused.text)
    told = {"cycle": found.cycle, "participant": found, "form": form, "closed": closed}
    return render(request, "cycle/extension.html", told)


@login_required
@require_http_methods(["GET", "POST"])
def reminders(request: HttpRequest, code: str) -> HttpResponse:
    """The reminders that went out; by a POST one to the units that are wanted and have not closed their forms."""
    if request.method == "GET":
        return render(request, "cycle/reminders.html", letters(request.user, code, request.GET.get("page", "1")))
    cycle, found = everyone(request.user, code, wanted_of(request.POST))
    count = remind(cycle, found, by=allowed(request.user, "organise"))
    messages.success(request, _("{count} units were reminded by e-mail.").format(count=count))
    return redirect("board", code)
