"""Cycles: the list, a new one, where one stands, and its next phase."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chiso.web.access.cycle import organised, overview, seen
from chiso.web.access.people import allowed
from chiso.web.actions.cycle.extending import announce
from chiso.web.actions.cycle.opening import create, move, set_window
from chiso.web.actions.refusal import Refused
from chiso.web.actions.verification.weighing import stale
from chiso.web.forms.cycle import AnnouncementForm, MoveForm, NewCycle, WindowForm
from chiso.web.forms.framework import Checked, checked
from chiso.web.tasks import weigh_list


@login_required
def cycles(request: HttpRequest) -> HttpResponse:
    """The cycles that somebody sees."""
    return render(request, "cycle/list.html", {"cycles": seen(request.user)})


@login_required
def new(request: HttpRequest) -> HttpResponse:
    """A new cycle, once its framework has no faults."""
    by = allowed(request.user, "organise")
    form = NewCycle(request.POST or None, request.FILES or None, cycles=seen(by))
    found = Checked()
    if request.method == "POST" and form.is_valid():
        file, told = form.cleaned_data["framework"], form.cleaned_data
        raw = file.read()
        found = checked(raw, file.name)
        if found.usable:
            try:
                made = create(
                    told["code"], told["title"], told["year"], framework=raw, name=file.name, by=by,
                    previous=told["previous"],
                )  # fmt: skip
                return redirect("cycle", made.code)
            except Refused as refused:
                form.add_error("code", refused.text)
    return render(request, "cycle/new.html", {"form": form, "found": found})


@login_required
def cycle(request: HttpRequest, code: str) -> HttpResponse:
    """Where a cycle stands: its phase, its calendar, what there is to do."""
    told = overview(request.user, code)
    forms = {"move_form": MoveForm(told.cycle), "announcement_form": AnnouncementForm()} if told.organises else {}
    return render(request, "cycle/cycle.html", {"told": told, "cycle": told.cycle, **forms})


@login_required
@require_POST
def phase(request: HttpRequest, code: str) -> HttpResponse:
    """The cycle moved to its next phase."""
    found = organised(request.user, code)
    form = MoveForm(found, request.POST)
    if form.is_valid():
        try:
            moved = move(
                found, form.cleaned_data["to"], by=allowed(request.user, "organise"), reason=form.cleaned_data["reason"]
            )
            if stale(moved):
                weigh_list.enqueue(moved.pk)
            messages.success(request, _("The cycle is in its next phase; all histories are sealed."))
        except Refused as refused:
            messages.error(request, refused.text)
    else:
        messages.error(request, _("Choose the next phase."))
    return redirect("cycle", code)


@login_required
def calendar(request: HttpRequest, code: str) -> HttpResponse:
    """The windows of the phases."""
    found = organised(request.user, code)
    form = WindowForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            set_window(found, told["phase"], told["opens_at"], told["closes_at"], by=allowed(request.user, "organise"))
            messages.success(request, _("The calendar is saved."))
            return redirect("calendar", code)
        except Refused as refused:
            form.add_error("closes_at", refused.text)
    return render(request, "cycle/calendar.html", {"cycle": found, "form": form, "windows": found.windows.all()})


@login_required
@require_POST
def announcement(request: HttpRequest, code: str) -> HttpResponse:
    """A message to all who take part."""
    found = organised(request.user, code)
    form = AnnouncementForm(request.POST)
    if form.is_valid():
        announce(found, form.cleaned_data["title"], form.cleaned_data["text"], by=allowed(request.user, "organise"))
        messages.success(request, _("The announcement is shown to everybody who takes part."))
    else:
        messages.error(request, _("An announcement needs a title and a text."))
    return redirect("cycle", code)
