"""What was done to a form, entry by entry, in words."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from io import StringIO
from typing import Any

from django.utils.translation import gettext_lazy as _

from chiso.web.bridge.chains import unit_chain
from chiso.web.bridge.sheet import Field, question_of, sheet
from chiso.web.bridge.values import NOT_APPLICABLE, shown
from chiso.web.forms.submission.rows import said
from chiso.web.models import Entry, Person, Phase, Submission
from chiso.web.models.phases import SHOWN_ROUNDS

VERBS = {
    "open": _("opened the form"),
    "save": _("answered"),
    "add_case": _("added an entry"),
    "rename_case": _("renamed an entry"),
    "remove_case": _("removed an entry"),
    "add_evidence": _("added evidence"),
    "remove_evidence": _("removed evidence"),
    "attach": _("named evidence for a question"),
    "detach": _("took evidence from a question"),
    "assign": _("gave a part to offices"),
    "close": _("closed the form"),
    "close_late": _("the deadline closed the form"),
    "reopen": _("opened the form again"),
    "confirm": _("confirmed the answers"),
    "apply": _("took over a workbook"),
    "verdict": _("gave a verdict"),
    "agree_many": _("agreed with answers as another system counts them"),
    "explain": _("explained an answer"),
    "remark": _("discussed an answer"),
    "inspect": _("noted a check on site"),
    "attach_minutes": _("attached the minutes of a check on site"),
    "grant": _("granted points"),
    "object": _("objected"),
    "reply": _("replied to an objection"),
}
VERIFYING = ("verdict", "agree_many", "remark", "inspect", "attach_minutes")
"""What verifiers do, which the unit itself sees only in the phases that show it."""
JUDGED = ("answer", "verdict", "explanation")
"""What an entry may be about that has a value before and after."""
MOST = 300
"""Entries on a page; all of them are in the exported files."""
COLUMNS = ("number", "at", "by", "verb", "subject", "before", "after", "note", "digest")


@dataclass(frozen=True)
class Past:
    """One entry; before and after: canonical values of an answer, empty for other acts."""

    number: int
    at: datetime
    by: str
    verb: str
    subject: str
    before: str
    after: str
    note: str
    digest: str


@dataclass(frozen=True)
class Said:
    """One entry in words."""

    past: Past
    name: str
    did: Any
    about: str
    case: str
    before: str
    after: str


def past(
    submission: Submission, question: str = "", case: str = "", *, by: Person | None = None
) -> list[Past]:  # fmt: skip
    """The entries of a form, oldest first; of one answer where a question is named.

    by: the reader; somebody of the unit is not shown what verifiers do before their phase shows it, what they say among
    themselves, and blind second verdicts.
    """
    participant = submission.participant
    found = Entry.objects.filter(chain__key=unit_chain(participant.cycle.code, participant.unit.code))
    if question:
        found = found.filter(subject=f"answer/{question}" + (f"/{case}" if case else ""))
    entries = list(found.order_by("number"))
    if by is not None and by.unit_id == participant.unit_id:
        rounds = SHOWN_ROUNDS.get(Phase(participant.cycle.phase), 0)
        entries = [entry for entry in entries if _shown(entry, rounds)]
    return [_past(entry) for entry in entries]


def _shown(entry: Entry, rounds: int) -> bool:
    """Whether the unit itself sees an entry, where it sees verdicts up to a round."""
    if entry.verb not in VERIFYING:
        return True
    what = json.loads(entry.what)
    return what.get("round", 1) <= rounds and not what.get("inside") and not what.get("double")


def in_words(submission: Submission, found: Iterable[Past]) -> list[Said]:
    """The newest entries in words, newest first."""
    newest = list(found)[-MOST:]
    names = {each.username: str(each) for each in Person.objects.filter(username__in={past.by for past in newest})}
    participant = submission.participant
    fields = {each.id: each for part in sheet(participant.cycle, participant.block) for each in part.fields}
    return [_said(submission, each, names, fields) for each in reversed(newest)]


def as_csv(found: Iterable[Past]) -> str:
    """The entries as CSV, with a mark by which a spreadsheet knows that it is Unicode."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for each in found:
        writer.writerow([plain(part) for part in _cells(each)])
    return "\ufeff" + text.getvalue()


def as_json(found: Iterable[Past]) -> str:
    """The entries as JSON."""
    rows = [{**asdict(each), "at": each.at.isoformat()} for each in found]
    return json.dumps(rows, ensure_ascii=False, indent=1)


def _cells(each: Past) -> Iterator[str]:
    for column in COLUMNS:
        value = getattr(each, column)
        yield value.isoformat() if isinstance(value, datetime) else str(value)


def plain(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def _past(entry: Entry) -> Past:
    what = json.loads(entry.what)
    answer = entry.subject.partition("/")[0] in JUDGED
    return Past(
        number=entry.number,
        at=entry.at,
        by=entry.by,
        verb=entry.verb,
        subject=entry.subject,
        before=str(what.get("before", "")) if answer else "",
        after=str(what.get("value", "")) if answer else "",
        note=str(
            what.get("note") or what.get("reason") or what.get("to") or what.get("title") or what.get("text") or ""
        ),
        digest=entry.digest,
    )


def _said(submission: Submission, each: Past, names: dict[str, str], fields: dict[str, Field]) -> Said:
    kind, _mark, rest = each.subject.partition("/")
    id, _mark, case = rest.partition("/")
    field = fields.get(id) if kind in (*JUDGED, "evidence", "remark") else None
    name = field.name if field is not None else case if kind == "case" else rest
    told = [_value(submission, field, value) for value in (each.before, each.after)]
    case = case if field is not None else ""
    return Said(each, names.get(each.by, each.by), VERBS.get(each.verb, each.verb), name, case, told[0], told[1])


def _value(submission: Submission, field: Field | None, value: str) -> str:
    if field is None or not value:
        return value
    participant = submission.participant
    question = question_of(participant.cycle, participant.block, field.id)
    text = shown(question, value) if question is not None else value
    return said(field, text, applies=value != NOT_APPLICABLE)
