"""Giving parts of a form to the offices of its unit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from chiso.web.actions.history import record
from chiso.web.actions.refusal import Refused
from chiso.web.actions.submission.writing import chain_of, fresh
from chiso.web.bridge.sheet import sheet
from chiso.web.models import Office, Part, Person, Submission

LONGEST = 200


@transaction.atomic
def assign(
    submission: Submission, section: str, offices: Sequence[int], *, by: Person, named: str = "",
    at: datetime | None = None,
) -> list[Office]:  # fmt: skip
    """The offices that answer a section from now on, a new one of this name with them."""
    now = at or timezone.now()
    chain = chain_of(submission.participant)
    submission = fresh(submission)
    participant = submission.participant
    if section not in {each.code for each in sheet(participant.cycle, participant.block)}:
        raise Refused("section", _("This form has no such section."))
    chosen = list(participant.unit.offices.filter(pk__in=offices))
    name = " ".join(named.split())
    if len(name) > LONGEST:
        raise Refused("long", _("This text is too long."))
    if name:
        chosen.append(Office.objects.get_or_create(unit=participant.unit, name=name)[0])
    chosen = list({each.pk: each for each in chosen}.values())
    submission.parts.filter(criterion=section).delete()
    Part.objects.bulk_create([Part(submission=submission, criterion=section, office=each) for each in chosen])
    what = {"offices": [each.name for each in chosen]}
    record(chain, "assign", by=by, subject=f"section/{section}", what=what, at=now)
    return chosen
