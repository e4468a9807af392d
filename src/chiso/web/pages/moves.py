"""Two runs side by side, and one unit through all stages: who moved, and whose correction moved whom."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from chiso.web.access import scoring as access
from chiso.web.forms.scoring import at_once, moved_page, tables
from chiso.web.forms.staging import stages


@login_required
@require_GET
def moves(request: HttpRequest, code: str, number: int, before: int) -> HttpResponse:
    """Who moved from one run to another: points, rank, class, the answers that caused it, who was passed by whom."""
    older, newer = access.finished(request.user, code, before), access.finished(request.user, code, number)
    shown = tables(newer)
    key = request.GET.get("table", shown[0].key if shown else "")
    words = request.GET.get("words", "").strip()[:100]
    everyone = request.GET.get("all") == "1"
    causes = request.GET.get("causes") == "1" or at_once(older, newer)
    page = moved_page(older, newer, (key, words), request.GET.get("page", "1"), everyone=everyone, causes=causes)
    table = next((each for each in shown if each.key == key), None)
    told = {
        "cycle": newer.cycle, "before": older, "after": newer, "tables": shown, "key": key, "table": table,
        "page": page, "everyone": everyone, "words": words, "causes": causes,
    }  # fmt: skip
    partial = request.headers.get("HX-Target") == "rows"
    return render(request, "scoring/moves_rows.html" if partial else "scoring/moves.html", told)


@login_required
@require_GET
def unit_stages(request: HttpRequest, code: str, unit: str) -> HttpResponse:
    """One unit from self-assessment to the final stage, by the newest run of each, with what was corrected between."""
    cycle = access.watched(request.user, code)
    participant = access.place_of(cycle, unit)
    steps = stages(cycle, unit, causes=request.GET.get("causes") == "1")
    told = {"cycle": cycle, "participant": participant, "stages": steps, "causes": all(each.causes for each in steps)}
    partial = request.headers.get("HX-Target") == "stages"
    return render(request, "scoring/stages_rows.html" if partial else "scoring/stages.html", told)
