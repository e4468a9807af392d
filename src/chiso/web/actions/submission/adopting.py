"""Taking over the sums of subordinate units as the unit's own answers."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction
from django.utils.translation import gettext as _

from chiso.web.actions.refusal import Refused
from chiso.web.actions.submission.saving import Given, save
from chiso.web.bridge.collecting import sums
from chiso.web.models import Person, Submission


@transaction.atomic
def adopt(submission: Submission, questions: Collection[str], *, by: Person) -> int:
    """How many answers became the sums of what the subordinate units answered; all or none.

    The note of each says from how many of them. Refused where an answer changes meanwhile, or the form is not open.
    """
    count = 0
    for each in sums(submission):
        if each.question not in questions or not each.total or each.same:
            continue
        note = _("Summed up from {answered} of {units} units.").format(answered=each.answered, units=each.units)
        saved = save(submission, Given(each.question, "", each.total, note, version=each.version), by=by)
        if saved.theirs:
            raise Refused("changed", _("An answer changed meanwhile. Look at the sums again."))
        count += 1
    return count
