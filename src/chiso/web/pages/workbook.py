"""The form as a workbook: downloaded, filled in offline, uploaded, shown cell by cell, and applied as a whole."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from chiso.web.access import submission as access
from chiso.web.access.people import somebody
from chiso.web.actions.refusal import Refused
from chiso.web.actions.submission.standing import refusal
from chiso.web.actions.submission.uploading import apply, upload
from chiso.web.forms.upload import LARGEST, Read, WorkbookFile, read, rows, workbook

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@login_required
@require_GET
def form_workbook(request: HttpRequest, code: str, unit: str) -> HttpResponse:
    """The form as it stands, to be filled in."""
    submission = access.read(request.user, code, unit)
    response = HttpResponse(workbook(submission), content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="{code}-{unit}.xlsx"'
    return response


@login_required
def form_upload(request: HttpRequest, code: str, unit: str) -> HttpResponse:
    """A filled-in workbook, read and kept until it is applied."""
    submission = access.answered(request.user, code, unit)
    form, found = WorkbookFile(), Read()
    if request.method == "POST":
        form = WorkbookFile(request.POST, request.FILES)
        if form.is_valid():
            file = form.cleaned_data["workbook"]
            if file.size > LARGEST:
                form.add_error("workbook", _("A filled-in form has at most 10 MB."))
            else:
                raw = file.read()
                found = read(submission, raw, file.name)
                if not found.faults:
                    try:
                        made = upload(submission, file.name, raw, found.changes, by=somebody(request.user))
                        return redirect("form_upload_shown", code, unit, made.pk)
                    except Refused as refused:
                        messages.error(request, refused.text)
    told = {"form": form, "found": found, "locked": refusal(submission), "tab": "workbook"}
    return render(request, "submission/upload.html", {**told, **access.about(somebody(request.user), submission)})


@login_required
def form_upload_shown(request: HttpRequest, code: str, unit: str, upload: int) -> HttpResponse:
    """What a workbook would change, cell by cell."""
    submission = access.answered(request.user, code, unit)
    found = access.upload(submission, upload)
    shown = rows(submission, found)
    told = {"upload": found, "rows": shown, "faults": sum(bool(row.fault) for row in shown), "tab": "workbook"}
    return render(request, "submission/uploaded.html", {**told, **access.about(somebody(request.user), submission)})


@login_required
@require_POST
def form_upload_applied(request: HttpRequest, code: str, unit: str, upload: int) -> HttpResponse:
    """The workbook applied."""
    submission = access.answered(request.user, code, unit)
    found = access.upload(submission, upload)
    try:
        count = apply(found, take=request.POST.getlist("take"), by=somebody(request.user))
    except Refused as refused:
        messages.error(request, refused.text)
        return redirect("form_upload", code, unit)
    told = ngettext("{count} answer saved from the file.", "{count} answers saved from the file.", count)
    messages.success(request, told.format(count=count))
    return redirect("form", code, unit)
