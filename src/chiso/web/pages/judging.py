"""One answer on one screen, the verdict on it, its discussion, and the evidence that is looked at."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import Any, ParamSpec, cast

from csp.constants import SELF
from csp.decorators import csp_update
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from chiso.web.access import verification as access
from chiso.web.access.people import somebody
from chiso.web.actions.refusal import Refused
from chiso.web.actions.verification.judging import Ruling, judge
from chiso.web.actions.verification.remarking import remark
from chiso.web.forms.submission.sending import sent
from chiso.web.forms.verification.listing import address
from chiso.web.forms.verification.posted import Posted, posted
from chiso.web.forms.verification.screen import corrected, neighbours, screen

FILTERS = ("unit", "criterion", "kind", "state", "words", "as")
Given = ParamSpec("Given")
SAID = {
    "agree": gettext_lazy("Agreed with the answer."),
    "correct": gettext_lazy("The answer is corrected."),
    "ask": gettext_lazy("The unit is asked to explain the answer."),
}


def framing(view: Callable[Given, HttpResponse]) -> Callable[Given, HttpResponse]:
    """The view, whose page may show PDF files of this site in a frame."""
    decorated: Any = csp_update({"frame-src": [SELF]})
    return cast(Callable[Given, HttpResponse], decorated(view))


@login_required
@framing
@require_http_methods(["GET", "POST"])
def verification_answer(request: HttpRequest, code: str, unit: str, question: str) -> HttpResponse:
    """The screen of one answer; a verdict on it, after which comes the next one of the list."""
    judging = access.answer(request.user, code, unit, question, request.GET.get("case", ""))
    context = _context(request, judging)
    if request.method == "POST":
        given = posted(judging.submission, request.POST.dict(), question, judging.case)
        refused = _judged(request, judging, given)
        if refused is None:
            return redirect(context["after"] or request.get_full_path())
        context = {**_context(request, judging), **refused, "given": given}
        context["row"] = given.typed.over(context["row"], given.refused)
        return render(request, "verification/answer.html", context, status=409)
    return render(request, "verification/answer.html", context)


def _judged(request: HttpRequest, judging: access.Judging, given: Posted) -> dict[str, Any] | None:
    """None where the verdict was given; else what the page says instead."""
    if given.refused:
        return {"refused": given.refused}
    ruling = Ruling(
        judging.question, judging.case, given.kind, given.value, given.reason, given.version, given.seen
    )  # fmt: skip
    try:
        judged = judge(judging.submission, ruling, by=somebody(request.user), key=request.POST.get("key", "")[:64])
    except Refused as refused:
        return {"refused": refused.text}
    except ValueError:
        return {"refused": _("This is no answer to the question.")}
    if judged.changed or judged.theirs:
        return {"changed": judged.changed, "theirs": judged.theirs}
    messages.success(request, str(SAID[given.kind]))
    return None


@login_required
@require_POST
def verification_remark(request: HttpRequest, code: str, unit: str, question: str) -> HttpResponse:
    """A word in the discussion of an answer."""
    judging = access.answer(request.user, code, unit, question, request.GET.get("case", ""))
    try:
        remark(
            judging.submission, question, judging.case, request.POST.get("text", ""), by=somebody(request.user),
            inside=request.POST.get("inside") == "1", key=request.POST.get("key", "")[:64],
        )  # fmt: skip
    except Refused as refused:
        messages.error(request, refused.text)
    return redirect(address(code, unit, question, judging.case, _query(request)) + "#discussion")


@login_required
@require_GET
def verification_evidence(request: HttpRequest, code: str, unit: str, evidence: int) -> HttpResponseBase:
    """The file of a piece of evidence, for a frame of the screen or to be kept."""
    piece = access.evidence(request.user, code, unit, evidence)
    response = sent(piece, download="download" in request.GET, framed=True)
    if response is None:
        raise Http404
    return response


def _context(request: HttpRequest, judging: access.Judging) -> dict[str, Any]:
    told = judging.told
    reader = access.reader(judging)
    query = _query(request)
    shown = screen(judging.submission, judging.question, judging.case, reader, double=judging.double)
    found = access.listed(judging, request.GET)
    beside = neighbours(told.cycle.code, found, judging.submission, judging.question, judging.case, query)
    return {
        "judging": judging, "told": told, "cycle": told.cycle, "submission": judging.submission,
        "participant": judging.submission.participant, "screen": shown, "row": corrected(shown, judging.submission),
        "query": query, "key": secrets.token_hex(16), "tab": "list", **beside,
    }  # fmt: skip


def _query(request: HttpRequest) -> str:
    kept = QueryDict(mutable=True)
    for name in FILTERS:
        if request.GET.get(name):
            kept[name] = request.GET[name]
    return kept.urlencode()
