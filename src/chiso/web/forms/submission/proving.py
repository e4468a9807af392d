"""Evidence as the form shows it: each piece with what it speaks for, and the question that more is wanted for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from chiso.web.bridge.media import by_type
from chiso.web.bridge.sheet import sheet
from chiso.web.bridge.storing import place_of
from chiso.web.forms.submission.laying import beside, rows
from chiso.web.forms.submission.references import Reference, local
from chiso.web.forms.submission.rows import Row
from chiso.web.models import Evidence, Submission


@dataclass(frozen=True)
class Served:
    """The bytes of a file, its media type, and whether a browser may show it."""

    path: Path
    type: str
    shown: bool


@dataclass(frozen=True)
class Asked:
    """A question that evidence is added for, and the code of its section."""

    section: str
    row: Row


@dataclass(frozen=True)
class Spoken:
    """A question that a piece speaks for; code: of its section, empty where the form no longer asks it."""

    section: str
    key: str
    name: str
    question: str
    case: str
    pointer: str


@dataclass(frozen=True)
class Proof:
    """A piece of evidence with what it speaks for; said: a document's reference in words."""

    evidence: Evidence
    speaks: tuple[Spoken, ...]
    said: str


@dataclass(frozen=True)
class Listed:
    """All pieces of a form, and the questions that may be chosen: value and words, by section."""

    proofs: tuple[Proof, ...]
    choices: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


def asked(submission: Submission, question: str, case: str) -> Asked | None:
    """A row of the form by its question; None where there is none."""
    found = {(row.field.id, row.case): (code, row) for code, row in _rows(submission)}.get((question, case))
    return Asked(*found) if found else None


def listed(submission: Submission) -> Listed:
    """The evidence of a form, oldest first."""
    found = list(_rows(submission))
    known = {(row.field.id, row.case): (code, row) for code, row in found}
    pieces = submission.evidence.filter(removed_at=None).select_related("by").prefetch_related("supports")
    proofs = tuple(Proof(each, _spoken(each, known), _said(each)) for each in pieces)
    by_section: dict[str, list[tuple[str, str]]] = {}
    for code, row in found:
        value = f"{row.field.id}|{row.case}" if row.case else row.field.id
        by_section.setdefault(code, []).append(
            (value, f"{row.field.name} ({row.case})" if row.case else row.field.name)
        )
    return Listed(proofs, tuple((code, tuple(choices)) for code, choices in by_section.items()))


def served(evidence: Evidence) -> Served | None:
    """The bytes of a piece; None where it is no file, or its bytes are not there."""
    media = by_type(evidence.media)
    if not evidence.digest or media is None or not place_of(evidence.digest).is_file():
        return None
    return Served(place_of(evidence.digest), media.type, media.shown)


def reference_of(posted: Mapping[str, str]) -> dict[str, str]:
    """A document's reference as it was posted, by its parts; empty where nothing was."""
    parts = {name: " ".join(posted.get(name, "").split()) for name in ("number", "day", "issuer", "subject")}
    return Reference(**parts).kept() if any(parts.values()) else {}


def _rows(submission: Submission) -> list[tuple[str, Row]]:
    participant, about = submission.participant, beside(submission)
    parts = sheet(participant.cycle, participant.block)
    return [(part.code, row) for part in parts for row in rows(submission, part, about)]


def _spoken(evidence: Evidence, known: Mapping[tuple[str, str], tuple[str, Row]]) -> tuple[Spoken, ...]:
    found = []
    for each in evidence.supports.all():
        code, row = known.get((each.question, each.case), ("", None))
        name = row.field.name if row is not None else each.question
        key = row.key if row is not None else ""
        found.append(Spoken(code, key, name, each.question, each.case, each.pointer))
    return tuple(found)


def _said(evidence: Evidence) -> str:
    parts = dict(evidence.reference)
    wanted = (parts.get("number", ""), local(parts.get("day", "")), parts.get("issuer", ""), parts.get("subject", ""))
    return ", ".join(part for part in wanted if part)
