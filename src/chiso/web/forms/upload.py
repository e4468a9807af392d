"""An uploaded workbook: what it would change, or why it is refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext_lazy as _

from chiso.engine.errors import InputError
from chiso.web.bridge.sheet import question_of
from chiso.web.bridge.workbook import Change, changes, worded, workbook
from chiso.web.forms.faults import faults
from chiso.web.models import Submission, Upload

LARGEST = 10 * 1024 * 1024
"""Bytes of a filled-in form: one of 300 questions has under 100 kB."""
__all__ = ["LARGEST", "Read", "Shown", "WorkbookFile", "read", "rows", "workbook"]


class WorkbookFile(forms.Form):
    """The file."""

    workbook = forms.FileField(label=_("The filled-in workbook (XLSX)"))


@dataclass(frozen=True)
class Read:
    """The changes of a workbook, or its faults in words."""

    changes: Sequence[Change] = ()
    faults: Sequence[str] = ()


@dataclass(frozen=True)
class Shown:
    """A change in the reader's words."""

    key: str
    name: str
    case: str
    now: str
    new: str
    note_now: str
    note: str
    conflict: bool
    fault: str
    where: str


def read(submission: Submission, raw: bytes, name: str) -> Read:
    """What a workbook would change."""
    try:
        return Read(changes(submission, raw, name))
    except InputError as error:
        return Read((), faults(error))


def rows(submission: Submission, upload: Upload) -> list[Shown]:
    """The changes of an upload as its page shows them, conflicts and faults first."""
    found = [_shown(submission, Change(**each)) for each in upload.changes]
    return sorted(found, key=lambda each: (not each.fault, not each.conflict))


def _shown(submission: Submission, change: Change) -> Shown:
    participant = submission.participant
    question = question_of(participant.cycle, participant.block, change.question)
    now, new = change.now, change.new
    if question is not None:
        now = worded(question, now)
        new = new if change.fault else worded(question, new)
    return Shown(
        change.key, change.name, change.case, now, new, change.note_now, change.note, change.conflict, change.fault,
        change.where,
    )  # fmt: skip
