"""Who verifies what: assigned by unit, by criterion, by both, by whole blocks."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from chiso.web.access import verification as access
from chiso.web.access.people import allowed
from chiso.web.actions.refusal import Refused
from chiso.web.actions.verification.assigning import assign, unassign
from chiso.web.forms.verification.assigning import AssignmentForm

PER_PAGE = 100


@login_required
@require_http_methods(["GET", "POST"])
def assignments(request: HttpRequest, code: str) -> HttpResponse:
    """The assignments of a cycle, and a form for more."""
    cycle, found = access.assignments(request.user, code)
    form = AssignmentForm(cycle, request.POST or None)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            count = assign(
                cycle, told["person"], form.wanted(), told["criterion"], double=told["double"],
                by=allowed(request.user, "organise"),
            )  # fmt: skip
            said = ngettext("{count} assignment was added.", "{count} assignments were added.", count)
            messages.success(request, said.format(count=count) if count else _("This was assigned already."))
            return redirect("assignments", code)
        except Refused as refused:
            form.add_error(None, refused.text)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page", "1"))
    context = {"cycle": cycle, "form": form, "page": page, "tab": "assignments"}
    return render(request, "verification/assignments.html", context)


@login_required
@require_POST
def assignment_removal(request: HttpRequest, code: str, assignment: int) -> HttpResponse:
    """An assignment taken back."""
    unassign(access.assignment(request.user, code, assignment), by=allowed(request.user, "organise"))
    messages.success(request, _("The assignment was taken back; the verdicts that were given stay."))
    return redirect("assignments", code)
