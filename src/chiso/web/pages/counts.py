"""What other systems count: files of it taken in, and which there are."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from chiso.web.access.counts import systems
from chiso.web.access.cycle import organised
from chiso.web.access.people import allowed
from chiso.web.actions.refusal import Refused
from chiso.web.actions.submission.importing import take_counts
from chiso.web.forms.counts import LARGEST, CountsFile, read


@login_required
def counts(request: HttpRequest, code: str) -> HttpResponse:
    """The second sources of a cycle."""
    cycle = organised(request.user, code)
    form = CountsFile(request.POST or None, request.FILES or None)
    faults: list[str] = []
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        if file.size > LARGEST:
            form.add_error("file", _("A file of counts has at most 50 MB."))
        else:
            raw = file.read()
            found, faults = read(cycle, raw, file.name)
            if not faults:
                try:
                    count = take_counts(cycle, form.cleaned_data["system"], file.name, raw, found,
                                        by=allowed(request.user, "organise"))  # fmt: skip
                    messages.success(request, _("{count} figures were taken in.").format(count=count))
                    return redirect("counts", code)
                except Refused as refused:
                    form.add_error("system", refused.text)
    told = {"cycle": cycle, "form": form, "faults": faults, "systems": systems(cycle)}
    return render(request, "cycle/counts.html", told)
