"""The register of a cycle: its units, an uploaded file shown before it is applied, and mergers."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chiso.web.access.board import participant
from chiso.web.access.cycle import organised
from chiso.web.access.people import allowed
from chiso.web.access.register import units
from chiso.web.actions.refusal import Refused
from chiso.web.actions.submission.registering import merge
from chiso.web.actions.submission.registering import register as brought
from chiso.web.forms.register import LARGEST, MergerForm, Read, RegisterFile, read
from chiso.web.forms.waiting import kept, taken


@login_required
def register(request: HttpRequest, code: str) -> HttpResponse:
    """The units of a cycle, and a file that would change them."""
    cycle = organised(request.user, code)
    form, found, token = RegisterFile(), Read(), ""
    if request.method == "POST":
        form = RegisterFile(request.POST, request.FILES)
        if form.is_valid():
            file = form.cleaned_data["register"]
            if file.size > LARGEST:
                form.add_error("register", _("A register has at most 20 MB."))
            else:
                raw = file.read()
                found = read(cycle, raw, file.name)
                token = "" if found.faults else kept(raw, file.name)
    told = {"cycle": cycle, "form": form, "found": found, "token": token}
    return render(request, "cycle/register.html", {**told, "units": units(cycle, request.GET.get("page", "1"))})


@login_required
@require_POST
def register_applied(request: HttpRequest, code: str) -> HttpResponse:
    """The file that was shown, applied as a whole."""
    cycle = organised(request.user, code)
    waiting = taken(request.POST.get("token", ""))
    if waiting is None:
        messages.error(request, _("The file is no longer here. Upload it again."))
        return redirect("register", code)
    try:
        count = brought(cycle, read(cycle, *waiting).lines, by=allowed(request.user, "organise"))
        messages.success(request, _("{count} units were taken in or changed.").format(count=count))
    except Refused as refused:
        messages.error(request, refused.text)
    return redirect("register", code)


@login_required
def merger(request: HttpRequest, code: str, unit: str) -> HttpResponse:
    """A unit that another one took the place of."""
    found = participant(request.user, code, unit)
    form = MergerForm(found, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            merge(found, form.cleaned_data["into"], reason=form.cleaned_data["reason"],
                  by=allowed(request.user, "organise"))  # fmt: skip
            messages.success(request, _("The unit's form counts no longer; it stays readable."))
            return redirect("register", code)
        except Refused as refused:
            form.add_error("into", refused.text)
    return render(request, "cycle/merger.html", {"cycle": found.cycle, "participant": found, "form": form})
