"""Which parts of a document are asked for, kind by kind, and how each is called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from chiso.report.kinds.names import Kind

FRAME = ("superior", "issuer", "number", "symbol", "place", "date", "subject")
SIGNED = ("recipients", "signer")
LETTER = ("to", "deadline", "channel", "contact")


@dataclass(frozen=True)
class Asks:
    """What is asked for a kind beside its frame: keys of the form, written passages, tables; signed: by a signer."""

    keys: tuple[str, ...] = ()
    passages: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    signed: bool = True

    @property
    def all(self) -> tuple[str, ...]:
        """The keys in the order of the form."""
        return (*FRAME, *self.keys, *(SIGNED if self.signed else ("recipients",)))


ASKS: Mapping[Kind, Asks] = {
    Kind.DECISION: Asks(("decides", "grounds", "submission", "executors")),
    Kind.SUBMISSION: Asks(("to", "grounds", "attached"), ("course", "asks")),
    Kind.MINUTES: Asks(
        ("venue", "opened", "closed", "agenda"), ("opinions", "conclusions"), ("people", "votes"), signed=False
    ),
    Kind.SURVEY: Asks((), ("opening", "course", "verification", "causes", "recommendations")),
    Kind.CARD: Asks(),
    Kind.PRESS: Asks((), ("where",)),
    Kind.SENDING: Asks(("to", "deadline", "contact")),
    Kind.PLAN: Asks(("grounds", "period", "deadline"), ("purposes", "requirements", "funds"), ("phases", "tasks")),
    Kind.REQUEST: Asks((*LETTER, "period")),
    Kind.REMINDER: Asks(LETTER),
    Kind.SHEET: Asks(("period", "deadline", "block")),
    Kind.SELF_REPORT: Asks(("to", "period"), ("difficulties", "proposals")),
    Kind.INSPECTION: Asks(("venue", "opened", "closed"), ("conclusions",), ("people", "checked"), signed=False),
    Kind.EXPLANATION: Asks(LETTER, (), ("asked",)),
    Kind.METHOD: Asks(),
    Kind.NATIONAL: Asks(),
}
"""In the order of the list of documents: those of a settled result first."""

NAMES: Mapping[Kind, Any] = {
    Kind.DECISION: _("Decision that approves the result"),
    Kind.SUBMISSION: _("Submission for approval"),
    Kind.MINUTES: _("Minutes of the council"),
    Kind.SURVEY: _("Survey report"),
    Kind.CARD: _("Cards of the units"),
    Kind.PRESS: _("Summary for the press"),
    Kind.SENDING: _("Letter that sends the results"),
    Kind.PLAN: _("Plan of the assessment"),
    Kind.REQUEST: _("Letter that asks for data"),
    Kind.REMINDER: _("Letter that reminds"),
    Kind.SHEET: _("Form to be filled in"),
    Kind.SELF_REPORT: _("Self-assessment report of a unit"),
    Kind.INSPECTION: _("Minutes of a check on site"),
    Kind.EXPLANATION: _("Letter that asks for explanations"),
    Kind.METHOD: _("Scoring method"),
    Kind.NATIONAL: _("National report"),
}

KEYS: Mapping[str, Any] = {
    "superior": _("Superior body"),
    "issuer": _("Body that issues it"),
    "number": _("Number"),
    "symbol": _("Symbol"),
    "place": _("Place"),
    "date": _("Day"),
    "subject": _("Subject"),
    "decides": _("Who decides"),
    "grounds": _("Legal grounds"),
    "submission": _("Proposed by"),
    "executors": _("Who carries it out"),
    "to": _("To"),
    "deadline": _("Deadline"),
    "channel": _("How data are sent"),
    "contact": _("Whom to ask"),
    "period": _("Period of the numbers"),
    "block": _("Block"),
    "venue": _("Place of the meeting"),
    "opened": _("Began"),
    "closed": _("Ended"),
    "agenda": _("Agenda"),
    "attached": _("Papers that go along"),
    "recipients": _("Recipients (Nơi nhận)"),
    "signer": _("Signer"),
}

PASSAGES: Mapping[str, Any] = {
    "course": _("How the assessment was done"),
    "asks": _("What is asked"),
    "opinions": _("Opinions"),
    "conclusions": _("Conclusions"),
    "opening": _("Opening"),
    "verification": _("How answers were verified"),
    "causes": _("Causes"),
    "recommendations": _("Recommendations"),
    "where": _("Where the whole result is to be found"),
    "purposes": _("Purposes"),
    "requirements": _("Requirements"),
    "funds": _("Funds"),
    "difficulties": _("Difficulties"),
    "proposals": _("Proposals"),
}


def blank_name(key: str) -> str:
    """What a key that is left blank is called on the form."""
    passage = key.removeprefix("passages.")
    if passage != key:
        return str(PASSAGES.get(passage, passage))
    head, _mark, part = key.partition(".")
    name = str(KEYS.get(head, ROWS.get(head, head)))
    return f"{name}: {SIGNER[part]}" if head == "signer" and part in SIGNER else name


SIGNER: Mapping[str, Any] = {"post": _("post"), "name": _("full name")}
ROWS: Mapping[str, Any] = {
    "people": _("Who was there"),
    "parties": _("Who was there"),
    "votes": _("Votes"),
    "phases": _("Calendar"),
    "tasks": _("Who does what"),
    "checked": _("What was found on site"),
    "asked": _("What is to be explained"),
    "evidence": _("Evidence"),
}
