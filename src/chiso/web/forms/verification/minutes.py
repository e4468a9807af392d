"""The minutes of a check on site as an official document, filled in with what was written down."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from chiso.engine.ranking import rank
from chiso.engine.scoring import score
from chiso.report.kinds.inspection import inspection
from chiso.report.kinds.source import Source
from chiso.report.official.around import Checked, Party, Person
from chiso.report.official.days import Day
from chiso.report.official.meta import Meta
from chiso.web.bridge.answers import of_unit
from chiso.web.bridge.framework import framework_of
from chiso.web.models import Visit

FORMATS: Mapping[str, str] = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
"""The kinds of file, with their media types."""


def document(visit: Visit, kind: str) -> bytes:
    """The minutes as PDF or DOCX in the language in use; InputError where no font is found."""
    participant = visit.submission.participant
    scores = score(framework_of(participant.cycle), of_unit(visit.submission))
    official = inspection(Source(scores, rank(scores), _meta(visit)), participant.unit.code)
    if kind == "docx":
        from chiso.report.official.word import word

        return word(official)
    from chiso.report.official.pdf import pdf

    return pdf(official)


def _meta(visit: Visit) -> Meta:
    participant = visit.submission.participant
    organiser = participant.cycle.organiser
    issuer = organiser.name if organiser is not None else participant.cycle.title
    passages = {"conclusions": tuple(_lines(visit.conclusion))} if visit.conclusion.strip() else {}
    return Meta(
        issuer=issuer,
        date=Day(visit.on.year, visit.on.month, visit.on.day),
        venue=visit.place,
        parties=(_party(issuer, visit.checkers, "chair"), _party(participant.name, visit.received_by, "member")),
        checked=tuple(_checked(each) for each in visit.seen),
        passages=passages,
    )


def _party(of: str, names: list[str], first: Literal["chair", "member"]) -> Party:
    people = []
    for place, line in enumerate(names):
        name, _comma, post = line.partition(",")
        people.append(Person(name=name.strip(), post=post.strip() or None, role="member" if place else first))
    return Party(of=of, people=tuple(people))


def _checked(seen: Mapping[str, str]) -> Checked:
    note = "; ".join(part for part in (seen["case"], seen["note"]) if part)
    return Checked(of=seen["question"], value=seen["value"] or "–", note=note or None)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
