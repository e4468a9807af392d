"""Adding evidence to a form, naming what it speaks for, and taking it out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from chiso.web.actions.history import record
from chiso.web.actions.refusal import Refused
from chiso.web.actions.submission.files import Kept
from chiso.web.actions.submission.writing import chain_of, fresh, writable
from chiso.web.bridge.sheet import question_of
from chiso.web.models import Chain, Evidence, Person, Submission, Support

LONGEST = 300
LONGEST_URL = 1000
LINKS = ("http://", "https://")
Kind = Evidence.Kind


@dataclass(frozen=True)
class For:
    """The question, the case and the page or section that a piece of evidence speaks for; no question: none yet."""

    question: str = ""
    case: str = ""
    pointer: str = ""


@dataclass(frozen=True)
class New:
    """A piece of evidence to be added; file: of a file, its bytes already kept."""

    kind: str
    title: str = ""
    url: str = ""
    reference: Mapping[str, str] | None = None
    file: Kept | None = None


@transaction.atomic
def add_evidence(
    submission: Submission, new: New, *, by: Person, speaks: For | None = None, at: datetime | None = None
) -> Evidence:  # fmt: skip
    """The piece added to a form; the same file that is there already is named for one more question instead."""
    now = at or timezone.now()
    chain = chain_of(submission.participant)
    submission = fresh(submission)
    writable(submission, now)
    speaks = speaks or For()
    _asked(submission, speaks)
    evidence = _same(submission, new) or _made(submission, new, by, now)
    what = {"title": evidence.title, "kind": evidence.kind, "digest": evidence.digest, "url": evidence.url}
    record(chain, "add_evidence", by=by, subject=f"evidence/{evidence.pk}", what=what, at=now)
    if speaks.question:
        _attached(chain, evidence, speaks, by, now)
    return evidence


@transaction.atomic
def attach(evidence: Evidence, speaks: For, *, by: Person, at: datetime | None = None) -> None:
    """Names a piece of evidence for a question, or another page for one that it is named for."""
    now = at or timezone.now()
    chain = chain_of(evidence.submission.participant)
    submission = fresh(evidence.submission)
    writable(submission, now)
    _asked(submission, speaks)
    if not speaks.question:
        raise Refused("question", _("Choose the question that it speaks for."))
    _attached(chain, evidence, speaks, by, now)


@transaction.atomic
def detach(evidence: Evidence, speaks: For, *, by: Person, at: datetime | None = None) -> None:
    """Takes a piece of evidence from a question; it stays in the form."""
    now = at or timezone.now()
    chain = chain_of(evidence.submission.participant)
    writable(fresh(evidence.submission), now)
    gone, _kinds = evidence.supports.filter(question=speaks.question, case=speaks.case).delete()
    if gone:
        record(chain, "detach", by=by, subject=_subject(speaks), what={"evidence": evidence.pk}, at=now)


@transaction.atomic
def remove_evidence(evidence: Evidence, *, by: Person, at: datetime | None = None) -> None:
    """Takes a piece out of the form; its bytes and its entry of history stay."""
    now = at or timezone.now()
    chain = chain_of(evidence.submission.participant)
    writable(fresh(evidence.submission), now)
    evidence = Evidence.objects.get(pk=evidence.pk)
    if evidence.removed_at is not None:
        return
    evidence.removed_at = now
    evidence.save(update_fields=("removed_at",))
    what = {"title": evidence.title, "digest": evidence.digest}
    record(chain, "remove_evidence", by=by, subject=f"evidence/{evidence.pk}", what=what, at=now)


def _asked(submission: Submission, speaks: For) -> None:
    participant = submission.participant
    question = question_of(participant.cycle, participant.block, speaks.question) if speaks.question else None
    if speaks.question and (question is None or (speaks.case and question.per is None)):
        raise Refused("question", _("This form has no such question."))
    if len(speaks.case) > 200 or len(speaks.pointer) > 200:
        raise Refused("long", _("This text is too long."))


def _same(submission: Submission, new: New) -> Evidence | None:
    if new.file is None:
        return None
    return submission.evidence.filter(digest=new.file.digest, removed_at=None).first()


def _made(submission: Submission, new: New, by: Person, now: datetime) -> Evidence:
    reference = dict(new.reference or {})
    title = " ".join(new.title.split()) or (new.file.name if new.file else new.url)
    if new.kind == Kind.LINK and not new.url.casefold().startswith(LINKS):
        raise Refused("link", _("Write the whole address, beginning with https://."))
    if new.kind == Kind.DOCUMENT and not (reference.get("number") and reference.get("day") and reference.get("issuer")):
        raise Refused("document", _("Write the number and symbol, the date and the issuing body of the document."))
    if new.kind == Kind.ON_SITE and not title:
        raise Refused("on_site", _("Write the record of the check on site: its number, date and place."))
    if new.kind == Kind.FILE and new.file is None:
        raise Refused("file", _("Choose a file."))
    if max(len(title), *(len(part) for part in reference.values()), 0) > LONGEST or len(new.url) > LONGEST_URL:
        raise Refused("long", _("This text is too long."))
    file = new.file or Kept()
    return Evidence.objects.create(
        submission=submission, kind=new.kind, title=title, url=new.url, reference=reference, by=by, at=now,
        digest=file.digest, size=file.size, media=file.media, file_name=file.name,
    )  # fmt: skip


def _attached(chain: Chain, evidence: Evidence, speaks: For, by: Person, now: datetime) -> None:
    _support, made = Support.objects.update_or_create(
        evidence=evidence, question=speaks.question, case=speaks.case, defaults={"pointer": speaks.pointer.strip()}
    )
    what = {"evidence": evidence.pk, "title": evidence.title, "pointer": speaks.pointer.strip(), "new": made}
    record(chain, "attach", by=by, subject=_subject(speaks), what=what, at=now)


def _subject(speaks: For) -> str:
    return f"evidence/{speaks.question}" + (f"/{speaks.case}" if speaks.case else "")
