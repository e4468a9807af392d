"""The official documents of a cycle: what is told of each, its preview, and the papers that were made."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from chiso.web.access import papers as access
from chiso.web.access import submission as forms_of
from chiso.web.access.people import somebody
from chiso.web.actions.publication import making
from chiso.web.actions.publication.drafting import copy, save
from chiso.web.actions.refusal import Refused
from chiso.web.forms.papers.draft import Draft
from chiso.web.forms.papers.making import MEDIA, Order, kinds, place_of, preview, run_for, told
from chiso.web.tasks import make_papers

STANDALONE = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox"
"""A document by itself: its own style and pictures, no script, nothing from elsewhere."""


@login_required
@require_GET
def papers(request: HttpRequest, code: str) -> HttpResponse:
    """The kinds of documents, and where each stands."""
    cycle = access.seen(request.user, code)
    standing, drafted = access.standing(cycle), access.drafted(cycle)
    rows = [(kind, name, kind in drafted, standing.get(kind, 0)) for kind, name in kinds()]
    return render(request, "papers/papers.html", {"cycle": cycle, "rows": rows, "run": run_for(cycle)})


@login_required
def paper(request: HttpRequest, code: str, kind: str) -> HttpResponse:
    """What is told of a document, and its papers; a POST of the organiser saves what is told."""
    cycle = access.seen(request.user, code, kind)
    draft = access.draft(cycle, kind)
    version = draft.version if draft is not None else 0
    form = Draft(cycle, kind, told(cycle, kind), version=version, posted=request.POST or None)
    if request.method == "POST":
        by, cycle = somebody(request.user), access.written(request.user, code, kind)
        if form.is_valid():
            try:
                save(cycle, kind, form.told(), by=by, version=form.cleaned_data["version"])
                messages.success(request, _("The draft is saved."))
                return redirect("paper", code, kind)
            except Refused as refused:
                form.add_error(None, refused.text)
    return render(request, "papers/paper.html", _shown(request, cycle, kind, form, draft))


def _shown(request: HttpRequest, cycle: Any, kind: str, form: Draft, draft: Any) -> dict[str, Any]:
    found, page = access.papers(cycle, kind), preview(cycle, kind, "")
    return {
        "cycle": cycle, "kind": kind, "name": dict(kinds())[kind], "form": form, "draft": draft,
        "order": _order(cycle, kind), "papers": found[: access.SHOWN], "count": found.count(), "blanks": page[1],
        "lacks": page[2], "run": run_for(cycle), "progress": making.progress(cycle, kind),
        "writes": access.writes(request.user), "copyable": draft is None and cycle.previous is not None,
    }  # fmt: skip


def _order(cycle: Any, kind: str, posted: Any = None) -> Order:
    units = [(each.unit.code, each.name) for each in access.units(cycle)]
    return Order(kind, units, final=cycle.phase in making.FINAL, posted=posted)


@login_required
@require_GET
def paper_preview(request: HttpRequest, code: str, kind: str) -> HttpResponse:
    """The document as a page, made of what is saved now."""
    cycle = access.seen(request.user, code, kind)
    page, _blanks, lacks = preview(cycle, kind, request.GET.get("unit", ""))
    if lacks:
        return render(request, "papers/unmade.html", {"cycle": cycle, "kind": kind, "lacks": lacks}, status=404)
    response = HttpResponse(page, content_type=MEDIA["html"])
    response["Content-Security-Policy"] = STANDALONE
    response["X-Frame-Options"] = "SAMEORIGIN"
    return response


@login_required
@require_POST
def paper_made(request: HttpRequest, code: str, kind: str) -> HttpResponse:
    """Orders papers, made in the background."""
    cycle, by = access.written(request.user, code, kind), somebody(request.user)
    form = _order(cycle, kind, request.POST)
    if not form.is_valid():
        messages.error(request, _("Choose the unit and the format."))
        return redirect("paper", code, kind)
    units = form.units([each.unit.code for each in access.units(cycle)])
    reason = form.cleaned_data.get("reason", "")
    try:
        making.ordered(cycle, kind, form.cleaned_data["format"], by=by, units=units, reason=reason)
        making.waiting(cycle, kind, max(len(units), 1))
        make_papers.enqueue(cycle.pk, kind, form.cleaned_data["format"], units, reason, by.pk)
    except Refused as refused:
        messages.error(request, refused.text)
    return redirect("paper", code, kind)


@login_required
@require_GET
def paper_progress(request: HttpRequest, code: str, kind: str) -> HttpResponse:
    """How far the making is; the whole page is drawn anew once it is done."""
    cycle = access.seen(request.user, code, kind)
    found = making.progress(cycle, kind)
    if found.under_way:
        return render(request, "papers/progress.html", {"cycle": cycle, "kind": kind, "progress": found})
    response = HttpResponse()
    response["HX-Refresh"] = "true"
    return response


@login_required
@require_POST
def paper_copied(request: HttpRequest, code: str, kind: str) -> HttpResponse:
    """Takes over what was told in the cycle before."""
    cycle, by = access.written(request.user, code, kind), somebody(request.user)
    try:
        copy(cycle, kind, by=by)
        messages.success(
            request, _("Copied from the assessment before. Look through it: numbers and days are left out.")
        )
    except Refused as refused:
        messages.error(request, refused.text)
    return redirect("paper", code, kind)


@login_required
@require_GET
def paper_file(request: HttpRequest, code: str, paper: int) -> HttpResponseBase:
    """The bytes of a paper."""
    return _file(access.paper(request.user, code, paper))


@login_required
@require_GET
def form_card(request: HttpRequest, code: str, unit: str) -> HttpResponseBase:
    """The card of a unit, to its own people."""
    found = access.card(forms_of.read(request.user, code, unit))
    if found is None:
        raise Http404
    return _file(found)


def _file(paper: Any) -> HttpResponseBase:
    path = place_of(paper.digest)
    if not path.is_file():
        raise Http404
    name = "-".join(part for part in (paper.kind, paper.unit) if part)
    response = FileResponse(
        path.open("rb"), as_attachment=True, filename=f"{name}.{paper.format}", content_type=MEDIA[paper.format]
    )
    response["Content-Security-Policy"] = STANDALONE
    response["X-Content-Type-Options"] = "nosniff"
    return response
