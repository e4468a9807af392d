"""A section of the form: its questions, answers as they are typed, and what others change meanwhile."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from chiso.web.access import submission as access
from chiso.web.access.people import somebody
from chiso.web.actions.refusal import Refused
from chiso.web.actions.submission.saving import Given, Saved, save
from chiso.web.actions.submission.standing import refusal
from chiso.web.actions.submission.visiting import visit
from chiso.web.forms.submission.overview import Standing, neighbours, overview
from chiso.web.forms.submission.rows import Row
from chiso.web.forms.submission.stuck import Stuck, over, typed_in
from chiso.web.forms.submission.typed import Ready, Typed, ready, row_of, typed

HOUR = "H:i"


@login_required
@require_http_methods(["GET", "POST"])
def section(request: HttpRequest, code: str, unit: str, section: str) -> HttpResponse:
    """One section with its questions; without scripts a POST saves all that was changed in it."""
    if request.method == "POST":
        return _save_section(request, code, unit, section)
    return _shown(request, code, unit, section)


@login_required
@require_POST
def answer(request: HttpRequest, code: str, unit: str) -> HttpResponse:
    """Saves one answer as it is typed; what came of it as JSON: saved, theirs, unread or refused."""
    submission = access.answered(request.user, code, unit)
    what = typed(request.POST, request.POST.get("question", ""), request.POST.get("case", ""))
    told = ready(submission, what)
    if isinstance(told, str):
        return JsonResponse({"outcome": "unread", "told": told}, status=422)
    try:
        found = save(submission, _given(told), by=somebody(request.user), key=request.POST.get("key", "")[:64])
    except Refused as refused:
        return JsonResponse({"outcome": "refused", "code": refused.code, "told": refused.text}, status=409)
    if found.theirs:
        row = row_of(submission, what, found.answer)
        conflict = render_to_string("submission/conflict.html", {"row": row, "theirs": row.theirs}, request)
        version = found.answer.version if found.answer else 0
        return JsonResponse({"outcome": "theirs", "version": version, "html": conflict}, status=409)
    return JsonResponse(_saved(found, told))


@login_required
@require_GET
def changes(request: HttpRequest, code: str, unit: str, section: str) -> HttpResponse:
    """What changed in a section since a revision of the form: versions, remarks, and the rows that are asked for."""
    submission = access.read(request.user, code, unit)
    locked = refusal(submission)
    known = {"revision": submission.revision, "locked": locked}
    if request.GET.get("since") == str(submission.revision) and not request.GET.get("rows"):
        return JsonResponse(known)
    editable = access.answers(somebody(request.user), submission) and not locked
    found = overview(submission)
    standing = _standing(found.sections, section)
    wanted = set(request.GET.get("rows", "").split(","))
    context = {"submission": submission, "participant": submission.participant, "editable": editable}
    known["versions"] = {row.key: row.version for row in standing.rows}
    known["remarks"] = {row.key: _part("remarks", request, context, row) for row in standing.rows}
    known["rows"] = {row.key: _part("row", request, context, row) for row in standing.rows if row.key in wanted}
    shown = {**context, "form": found, "standing": standing, "cycle": submission.participant.cycle}
    known["progress"] = render_to_string("submission/sections.html", shown, request)
    return JsonResponse(known)


def _shown(
    request: HttpRequest, code: str, unit: str, section: str, stuck: Iterable[Stuck] = ()
) -> HttpResponse:  # fmt: skip
    submission = access.read(request.user, code, unit)
    person = somebody(request.user)
    around = access.about(person, submission)
    if around["answers"]:
        visit(submission, by=person)
    locked = refusal(submission)
    found = overview(submission, person.office_id)
    standing = _standing(found.sections, section)
    before, after = neighbours(found.sections, section)
    stuck = list(stuck)
    context = {
        **around, "locked": locked, "editable": around["answers"] and not locked, "form": found, "standing": standing,
        "blocks": over(standing.blocks, stuck), "before": before, "after": after, "stuck": stuck, "tab": "form",
    }  # fmt: skip
    return render(request, "submission/section.html", context, status=422 if stuck else 200)


def _save_section(request: HttpRequest, code: str, unit: str, section: str) -> HttpResponse:
    """Saves what was changed; what cannot be saved stays in its fields with the reason."""
    submission = access.answered(request.user, code, unit)
    found = typed_in(submission, section, request.POST.dict())
    if found is None:
        raise Http404
    stuck = [each for each in (_save_one(request, submission, what) for what in found) if each is not None]
    count = len(found) - len(stuck)
    if count:
        told = ngettext("{count} answer saved.", "{count} answers saved.", count)
        messages.success(request, told.format(count=count))
    if stuck:
        return _shown(request, code, unit, section, stuck)
    if not found:
        messages.info(request, _("Nothing was changed."))
    return redirect("form_section", code=code, unit=unit, section=section)


def _save_one(request: HttpRequest, submission: Any, what: Typed) -> Stuck | None:
    told = ready(submission, what)
    if isinstance(told, str):
        return Stuck(what, told)
    try:
        found = save(submission, _given(told), by=somebody(request.user))
    except Refused as refused:
        return Stuck(what, refused.text)
    return Stuck(what) if found.theirs else None


def _standing(sections: Iterable[Standing], code: str) -> Standing:
    for each in sections:
        if each.section.code == code:
            return each
    raise Http404


def _given(told: Ready) -> Given:
    return Given(told.question, told.case, told.value, told.note, told.reply, told.version)


def _saved(found: Saved, told: Ready) -> dict[str, Any]:
    """What the page is told of an answer; same: whether it is still what was sent."""
    answer = found.answer
    said = _("Saved at {time}").format(time=date_format(timezone.localtime(), HOUR))
    same = answer is None or (answer.value, answer.note, answer.reply) == (told.value, told.note, told.reply)
    return {"outcome": "saved", "version": answer.version if answer else 0, "same": same, "told": said}


def _part(name: str, request: HttpRequest, context: dict[str, Any], row: Row) -> str:
    return render_to_string(f"submission/{name}.html", {**context, "row": row}, request)
