"""How far verification is, and how far two verifiers agree."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from chiso.web.access.verification import page, verifying, wanted_of
from chiso.web.forms.verification.progress import second, share, states, verifiers


@login_required
@require_GET
def verification_progress(request: HttpRequest, code: str) -> HttpResponse:
    """One's own counts; to who sees all those of every verifier, and the agreement of blind second checks."""
    told = verifying(request.user, code)
    _page, found = page(told, wanted_of({}), "1")
    mine = states(found)
    context = {
        "told": told, "cycle": told.cycle, "mine": mine, "share": share(mine),
        "verifiers": verifiers(told.cycle) if told.oversees else [],
        "agreement": second(told.cycle) if told.oversees else None, "tab": "progress",
    }  # fmt: skip
    return render(request, "verification/progress.html", context)
