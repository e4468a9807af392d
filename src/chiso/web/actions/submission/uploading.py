"""A filled-in workbook: kept with what it would change, then applied as a whole."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import asdict
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from chiso.bundle.digests import digest
from chiso.web.actions.history import record
from chiso.web.actions.refusal import Refused
from chiso.web.actions.submission.files import A_MINUTE
from chiso.web.actions.submission.saving import Given, checked, touch, written
from chiso.web.actions.submission.writing import chain_of, fresh, writable
from chiso.web.bridge.workbook import Change
from chiso.web.models import Person, Submission, Upload

MOST_A_MINUTE = 10
"""Workbooks that a form takes in a minute; each is read from its first cell to its last."""


@transaction.atomic
def upload(
    submission: Submission, name: str, raw: bytes, found: Sequence[Change], *, by: Person, at: datetime | None = None
) -> Upload:  # fmt: skip
    """The upload that waits to be applied; nothing of the form is changed."""
    chain, now = chain_of(submission.participant), at or timezone.now()
    submission = fresh(submission)
    writable(submission, now)
    if submission.uploads.filter(at__gt=now - A_MINUTE).count() >= MOST_A_MINUTE:
        raise Refused("often", _("Too many files in a minute. Wait a little, then go on."))
    made = Upload.objects.create(
        submission=submission, file_name=name[:255], digest=digest(raw), changes=[asdict(each) for each in found],
        by=by, at=now,
    )  # fmt: skip
    record(chain, "upload", by=by, what={"file": made.digest, "changes": len(found)}, at=now)
    return made


@transaction.atomic
def apply(upload: Upload, *, take: Collection[str], by: Person, at: datetime | None = None) -> int:
    """How many answers were changed; all or none.

    take: the keys of the conflicts in which the workbook's value is taken; in the others the answer stays. Refused
    where a cell cannot be read, the upload was applied already, or an answer changed since it was shown.
    """
    now = at or timezone.now()
    chain = chain_of(upload.submission.participant)
    submission = fresh(upload.submission)
    upload = Upload.objects.get(pk=upload.pk)
    writable(submission, now)
    if upload.applied_at is not None:
        raise Refused("applied", _("This file was applied already."))
    found = [Change(**each) for each in upload.changes]
    if any(each.fault for each in found):
        raise Refused("faults", _("Some cells cannot be read. Mend them in the file, and upload it again."))
    wanted = [each for each in found if not each.conflict or each.key in take]
    answers = {(each.question, each.case): each for each in submission.answers.all()}
    for change in wanted:
        answer = answers.get((change.question, change.case))
        if (answer.version if answer is not None else 0) != change.version:
            raise Refused("changed", _("An answer changed since the file was shown. Upload it again."))
        reply = answer.reply if answer is not None else ""
        given = Given(change.question, change.case, change.new, change.note, reply, change.version)
        answer = written(submission, answer, given, checked(submission, given), by=by, at=now)
        what = {"before": change.now, "value": answer.value, "note": answer.note, "reply": answer.reply,
                "version": answer.version, "file": upload.digest}  # fmt: skip
        record(chain, "save", by=by, subject=given.subject, what=what, at=now)
    upload.applied_at = now
    upload.save(update_fields=("applied_at",))
    record(chain, "apply", by=by, what={"file": upload.digest, "answers": len(wanted)}, at=now)
    if wanted:
        touch(submission, now)
    return len(wanted)
