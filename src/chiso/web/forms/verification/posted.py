"""What a verifier or a unit posted, as an action takes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from chiso.web.forms.submission.rows import key_of
from chiso.web.forms.submission.typed import Typed, ready, typed
from chiso.web.models import Submission, Verdict


@dataclass(frozen=True)
class Posted:
    """A verdict as it was posted; value: canonical; refused: why the correction is none."""

    kind: str
    value: str
    reason: str
    version: int
    seen: int
    typed: Typed
    refused: str = ""


def posted(submission: Submission, fields: Mapping[str, str], question: str, case: str) -> Posted:
    """The verdict that was posted for an answer; the fields of a correction are those of the form."""
    written = typed(fields, question, case, key_of(question, case))
    kind, reason = fields.get("kind", ""), fields.get("reason", "").replace("\r\n", "\n").strip()
    value, refused = "", ""
    if kind == Verdict.Kind.CORRECT:
        value, refused = canonical(submission, written, reason)
    version, seen = _number(fields.get("version", "")), _number(fields.get("seen", ""))
    return Posted(kind, value, reason, version, seen, written, refused)


def canonical(submission: Submission, written: Typed, reason: str = "-") -> tuple[str, str]:
    """The canonical value of what was typed, and why it is none; the reason stands for the note of n/a."""
    told = ready(submission, replace(written, note=written.note or reason))
    return ("", told) if isinstance(told, str) else (told.value, "")


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 18 else 0
