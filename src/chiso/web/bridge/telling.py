"""What is told of a document before anybody tells anything: the council's meeting, the unit that issues, its day."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from chiso.report.kinds.names import Kind
from chiso.web.models import Cycle, Draft, Meeting


def draft_of(cycle: Cycle, kind: str) -> Draft | None:
    """What was told of a kind of document in a cycle."""
    return cycle.drafts.filter(kind=kind).select_related("by").first()


def told(cycle: Cycle, kind: str) -> dict[str, Any]:
    """What a document rests on: what people told, and where they told nothing what the system knows."""
    draft = draft_of(cycle, kind)
    return {**known(cycle, kind), **(draft.told if draft is not None else {})}


def known(cycle: Cycle, kind: str) -> dict[str, Any]:
    """What the system knows of a document by itself."""
    found: dict[str, Any] = {}
    if cycle.organiser is not None:
        found["issuer"] = cycle.organiser.name
    if kind == Kind.MINUTES:
        meeting = Meeting.objects.filter(run__cycle=cycle).select_related("run").order_by("-on", "-pk").first()
        if meeting is not None:
            found |= _minutes(meeting)
    return found


def _minutes(meeting: Meeting) -> dict[str, Any]:
    people = [_person(line, meeting) for line in meeting.present]
    found: dict[str, Any] = {"venue": meeting.place, "parties": [{"of": _BODY, "people": people}]}
    passages = {"opinions": _paragraphs(meeting.opinions), "conclusions": _paragraphs(meeting.conclusion)}
    found["passages"] = {key: value for key, value in passages.items() if value}
    return found


_BODY = "Hội đồng"


def _person(line: str, meeting: Meeting) -> Mapping[str, str]:
    name, _mark, post = (part.strip() for part in line.partition(","))
    role = "chair" if name == meeting.chair else "secretary" if name == meeting.secretary else "member"
    return {"name": name, "role": role, **({"post": post} if post else {})}


def _paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
