"""The four acts on a result, each refused where it does not stand: settle, submit, approve or send back, correct."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from chiso.web.access import scoring as access
from chiso.web.access.people import somebody
from chiso.web.actions.refusal import Refused
from chiso.web.actions.scoring import settling
from chiso.web.forms.scoring import ActForm, SettleForm, ready

DONE = {
    "settle": gettext_lazy("The result is settled and frozen."),
    "submit": gettext_lazy("The result is submitted for approval."),
    "approve": gettext_lazy("The result is approved."),
    "send_back": gettext_lazy("The result is sent back."),
    "verify_again": gettext_lazy("Answers may be corrected again. What was settled stays until a new run is settled."),
}


@login_required
@require_GET
def settlement(request: HttpRequest, code: str) -> HttpResponse:
    """Where the result stands, its settlements, and what the reader may do now."""
    cycle = access.watched(request.user, code)
    found = access.result(cycle)
    verbs = {verb: access.can(request.user, verb, cycle) for verb in DONE}
    newest = found.newest
    told = {
        "cycle": cycle, "result": found, "can": verbs, "newest": newest, "act_form": ActForm(),
        "own": settling.own_hand(cycle, somebody(request.user)), "settle_form": SettleForm(),
        "unconfirmed": access.unconfirmed(cycle) if verbs["settle"] else [],
        "ready": newest is not None and newest.done_at is not None and ready(newest),
    }  # fmt: skip
    return render(request, "scoring/settlement.html", told)


@login_required
@require_POST
def settlement_act(request: HttpRequest, code: str, act: str) -> HttpResponse:
    """One act; what refuses it is told on the page of the settlement."""
    if act not in DONE:
        raise Http404
    by, cycle = access.acting(request.user, code, act)
    try:
        _act(request, act, cycle, by)
        messages.success(request, DONE[act])
    except Refused as refused:
        messages.error(request, refused.text)
    return redirect("settlement", code)


def _act(request: HttpRequest, act: str, cycle: Any, by: Any) -> None:
    reason, number = request.POST.get("reason", "")[:500], request.POST.get("run", "")
    if act == "settle":
        run = access.run(by, cycle.code, int(number) if number.isdecimal() else 0)
        settling.settle(run, by=by, unconfirmed_reason=request.POST.get("unconfirmed_reason", "")[:500])
        return
    if act == "verify_again":
        settling.verify_again(cycle, reason=reason, by=by)
        return
    last = access.result(cycle).last
    if last is None or str(last.pk) != request.POST.get("settlement"):
        raise Refused("changed", _("The result has changed meanwhile. Look again."))
    if act == "send_back":
        settling.send_back(last, reason=reason, by=by)
    else:
        {"submit": settling.submit, "approve": settling.approve}[act](last, by=by)
