"""Runs of a cycle: begun, watched, read down to the reason of every number, and taken away."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from chiso.web.access import scoring as access
from chiso.web.access.people import allowed
from chiso.web.actions.refusal import Refused
from chiso.web.actions.scoring.running import begin
from chiso.web.forms.scoring import BeginForm, folder_of, placed_page, ready, reasons, tables, workbook_of
from chiso.web.tasks import compute_run, freeze_run

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@login_required
def runs(request: HttpRequest, code: str) -> HttpResponse:
    """The runs of a cycle; a POST of the organiser begins one."""
    cycle = access.watched(request.user, code)
    form = BeginForm(request.POST or None)
    if request.method == "POST":
        by = allowed(request.user, "run")
        if form.is_valid():
            try:
                made = begin(cycle, form.cleaned_data["stage"], by=by, reason=form.cleaned_data["reason"])
                compute_run.enqueue(made.pk)
                return redirect("run", code, made.number)
            except Refused as refused:
                form.add_error(None, refused.text)
    found = list(access.runs(cycle))
    done = [each for each in found if each.done_at]
    told = {"cycle": cycle, "runs": found, "done": done, "form": form, "begins": access.can(request.user, "run", cycle)}
    return render(request, "scoring/runs.html", told)


@login_required
@require_GET
def run(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """A run: how far it is; once it is done its rankings, one at a time."""
    found = access.run(request.user, code, number)
    target = request.headers.get("HX-Target")
    if found.done_at is None:
        template = "scoring/progress.html" if target == "progress" else "scoring/waiting.html"
        return render(request, template, {"cycle": found.cycle, "run": found})
    if target == "progress":
        response = HttpResponse()
        response["HX-Refresh"] = "true"
        return response
    shown = tables(found)
    table = next((each for each in shown if each.key == request.GET.get("table")), shown[0] if shown else None)
    words, page = request.GET.get("words", "").strip()[:100], request.GET.get("page", "1")
    told = {
        "cycle": found.cycle, "run": found, "tables": shown, "table": table, "others": access.finished_others(found),
        "page": placed_page(found, table, words, page) if table is not None else None, "ready": ready(found),
    }  # fmt: skip
    return render(request, "scoring/run_rows.html" if target == "rows" else "scoring/run.html", told)


@login_required
@require_GET
def run_unit(request: HttpRequest, code: str, number: int, unit: str) -> HttpResponse:
    """Every number of one unit in a run, with its reason and its clause."""
    found = access.finished(request.user, code, number)
    participant = access.place_of(found.cycle, unit)
    told = {"cycle": found.cycle, "run": found, "participant": participant, "lines": reasons(found, unit)}
    return render(request, "scoring/run_unit.html", told)


@login_required
@require_GET
def run_file(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """The rankings of a run as a workbook."""
    found = access.finished(request.user, code, number)
    response = HttpResponse(workbook_of(found), content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="{code}-{number}.xlsx"'
    return response


@login_required
def run_folder(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """The folder of a run as a zip that `chiso verify` accepts; a POST prepares a large one in the background."""
    found = access.finished(request.user, code, number)
    if request.method == "POST":
        freeze_run.enqueue(found.pk)
        messages.success(request, _("The folder is being made. Load the page again in a while."))
        return redirect("run", code, number)
    if not ready(found):
        raise Http404
    response = HttpResponse(folder_of(found), content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="{code}-{number}-{found.stage}.zip"'
    return response
