"""Whether somebody may write to a submission now."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from chiso.web.actions.history import locked
from chiso.web.actions.refusal import Refused
from chiso.web.bridge.calendar import is_open
from chiso.web.bridge.chains import unit_chain
from chiso.web.models import Chain, Participant, Person, Phase, Submission
from chiso.web.models.cycle import Status
from chiso.web.models.submission import State


def chain_of(participant: Participant) -> Chain:
    """The chain of a unit in a cycle, locked until the transaction ends."""
    return locked(unit_chain(participant.cycle.code, participant.unit.code))


def writable(submission: Submission, now: datetime) -> None:
    """Returns where the form may be changed now; Refused where it may not.

    To be asked for a submission that was read after its chain was locked, so that closing and saving cannot pass each
    other.
    """
    participant = submission.participant
    if participant.status == Status.EXCLUDED:
        raise Refused("excluded", _("This unit is not assessed in this cycle."))
    if participant.cycle.phase != Phase.COLLECTING and not submission.reopened:
        raise Refused("phase", _("The cycle does not collect answers now."))
    if submission.state == State.CLOSED:
        raise Refused("closed", _("The form is closed. The organiser may open it again, with a reason."))
    if not is_open(participant, Phase.COLLECTING, now):
        raise Refused("late", _("The deadline has passed. Ask the organiser for an extension."))


def fresh(submission: Submission) -> Submission:
    """The submission as it stands in the database now, with its participant, unit and cycle."""
    related = ("participant__unit", "participant__cycle")
    return Submission.objects.select_related(*related).get(pk=submission.pk)


def own_unit(submission: Submission, person: Person) -> bool:
    """Whether a person belongs to the unit whose form it is."""
    return person.unit_id is not None and person.unit_id == submission.participant.unit_id
