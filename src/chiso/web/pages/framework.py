"""The framework of a cycle: uploaded and checked, its form as units will see it, what changed since last year."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from chiso.web.access.cycle import organised, overseen
from chiso.web.access.people import allowed
from chiso.web.actions.cycle.opening import change_framework
from chiso.web.actions.refusal import Refused
from chiso.web.forms.cycle import FrameworkFileForm
from chiso.web.forms.framework import Checked, blocks, checked, differences, preview


@login_required
def framework(request: HttpRequest, code: str) -> HttpResponse:
    """What the framework is, and another one in its place while the cycle is prepared."""
    cycle = overseen(request.user, code)
    form, found = FrameworkFileForm(), Checked()
    if request.method == "POST":
        organised(request.user, code)
        form = FrameworkFileForm(request.POST, request.FILES)
        if form.is_valid():
            file = form.cleaned_data["framework"]
            raw = file.read()
            found = checked(raw, file.name)
            if found.usable:
                try:
                    change_framework(cycle, framework=raw, name=file.name, by=allowed(request.user, "organise"))
                    messages.success(request, _("The cycle has the new framework."))
                    return redirect("framework", code)
                except Refused as refused:
                    messages.error(request, refused.text)
    told = {"cycle": cycle, "form": form, "found": found, "blocks": blocks(cycle), "changes": differences(cycle)}
    return render(request, "cycle/framework.html", told)


@login_required
def framework_preview(request: HttpRequest, code: str, block: str) -> HttpResponse:
    """The form of a block, as its units will see it."""
    cycle = overseen(request.user, code)
    told = {"cycle": cycle, "block": block, "sections": preview(cycle, block), "blocks": blocks(cycle)}
    return render(request, "cycle/preview.html", told)


@login_required
def framework_file(request: HttpRequest, code: str) -> HttpResponse:
    """The framework.yaml, byte for byte."""
    cycle = overseen(request.user, code)
    response = HttpResponse(bytes(cycle.framework.content), content_type="application/yaml; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{cycle.code}.yaml"'
    return response
