"""The work list of verifiers, agreeing with many answers at once, and the lot."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from chiso.web.access.cycle import organised
from chiso.web.access.people import allowed
from chiso.web.access.verification import Verifying, page, verifying, wanted_of
from chiso.web.actions.refusal import Refused
from chiso.web.actions.verification.agreeing import MOST, agree_many
from chiso.web.actions.verification.weighing import draw, stale, weigh
from chiso.web.forms.verification.listing import choices, items
from chiso.web.forms.verification.lot import LotForm, sample_of

FILTERS = ("unit", "criterion", "kind", "state", "words", "as")


@login_required
@require_GET
def verification(request: HttpRequest, code: str) -> HttpResponse:
    """A page of the answers that are to be looked at, the most doubtful first."""
    told = _told(request, code)
    wanted = wanted_of(request.GET)
    found, _all = page(told, wanted, request.GET.get("page", "1"))
    context = {
        "told": told, "cycle": told.cycle, "wanted": wanted, "page": found, "choices": choices(told.cycle),
        "items": items(told.cycle, told.reader, found.object_list, _query(request)),
        "waiting": stale(told.cycle), "query": _query(request), "tab": "list",
    }  # fmt: skip
    if request.headers.get("HX-Target") == "worklist":
        return render(request, "verification/list_rows.html", context)
    sample = sample_of(told.cycle)
    lot = LotForm(initial={"size": sample.size if sample else 0})
    return render(request, "verification/list.html", {**context, "sample": sample, "lot": lot})


@login_required
@require_http_methods(["GET", "POST"])
def verification_agreement(request: HttpRequest, code: str) -> HttpResponse:
    """The answers that another system counts the same, shown before they are agreed with at once."""
    told = verifying(request.user, code)
    asked = request.POST if request.method == "POST" else request.GET
    wanted = wanted_of({**{name: asked.get(name, "") for name in FILTERS}, "kind": "matches", "state": "open"})
    found, every = page(told, wanted, asked.get("page", "1"))
    if request.method == "POST":
        try:
            agreed = agree_many(told.cycle, every.values_list("pk", flat=True)[:MOST], by=told.person)
            count = agreed.agreed
            said = ngettext("{count} answer was agreed with.", "{count} answers were agreed with.", count)
            messages.success(request, said.format(count=count))
        except Refused as refused:
            messages.error(request, refused.text)
        return redirect("verification", code)
    context = {
        "told": told, "cycle": told.cycle, "wanted": wanted, "page": found, "most": MOST, "tab": "agreement",
        "items": items(told.cycle, told.reader, found.object_list, "kind=matches&state=open"),
    }  # fmt: skip
    return render(request, "verification/agreement.html", context)


@login_required
@require_POST
def verification_lot(request: HttpRequest, code: str) -> HttpResponse:
    """The size of the lot, and the list made anew."""
    cycle, by = organised(request.user, code), allowed(request.user, "organise")
    form = LotForm(request.POST)
    if form.is_valid():
        try:
            draw(cycle, form.cleaned_data["size"], by=by)
            count = weigh(cycle)
            messages.success(request, _("The list was made anew: {count} answers.").format(count=count))
        except Refused as refused:
            messages.error(request, refused.text)
    else:
        messages.error(request, _("Write how many units are drawn for each question."))
    return redirect("verification", code)


def _told(request: HttpRequest, code: str) -> Verifying:
    """The cycle as the reader verifies it; as a blind second verifier where they are nothing else, or ask for it."""
    told = verifying(request.user, code, double=request.GET.get("as") == "double")
    parts = told.scope.parts
    if parts and all(part.double for part in parts):
        return verifying(request.user, code, double=True)
    return told


def _query(request: HttpRequest) -> str:
    """The filters of this page, for the addresses of its answers."""
    kept = QueryDict(mutable=True)
    for name in FILTERS:
        if request.GET.get(name):
            kept[name] = request.GET[name]
    return kept.urlencode()
