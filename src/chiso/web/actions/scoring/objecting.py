"""What a unit holds against its result, and the reply."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from chiso.web.actions.history import locked, record
from chiso.web.actions.refusal import Refused
from chiso.web.bridge.chains import unit_chain
from chiso.web.models import Cycle, Objection, Participant, Person, Phase
from chiso.web.models.people import Role
from chiso.web.models.phases import may

LONGEST = 10_000


@transaction.atomic
def object_to(participant: Participant, text: str, *, by: Person) -> Objection:
    """The objection of a unit, by its leader, once the result was shown to it."""
    cycle = Cycle.objects.get(pk=participant.cycle_id)
    chain = locked(unit_chain(cycle.code, participant.unit.code))
    if by.unit_id != participant.unit_id or not may(by.roles() & {Role.LEADER}, "object", Phase(cycle.phase)):
        raise Refused("phase", _("A unit objects, by its leader, once the result is settled."))
    if not text.strip() or len(text) > LONGEST:
        raise Refused("text", _("Say in at most 10,000 characters what the unit objects to, and why."))
    made = Objection.objects.create(participant=participant, text=text.strip(), by=by, at=timezone.now())
    record(chain, "object", by=by, subject=f"objection/{made.pk}", what={"text": made.text}, at=made.at)
    return made


@transaction.atomic
def reply(objection: Objection, text: str, *, by: Person) -> Objection:
    """The reply to an objection, once; nobody replies for the organiser to their own unit."""
    participant = objection.participant
    chain = locked(unit_chain(participant.cycle.code, participant.unit.code))
    found = Objection.objects.get(pk=objection.pk)
    if not may(by.roles(), "reply"):
        raise Refused("role", _("The organiser or the council replies to objections."))
    if by.unit_id is not None and by.unit_id == participant.unit_id:
        raise Refused("own", _("Nobody replies to an objection of their own unit."))
    if found.replied_at is not None:
        raise Refused("replied", _("The objection has a reply already."))
    if not text.strip():
        raise Refused("text", _("Write the reply."))
    found.reply, found.replied_by, found.replied_at = text.strip(), by, timezone.now()
    found.save(update_fields=("reply", "replied_by", "replied_at"))
    record(chain, "reply", by=by, subject=f"objection/{found.pk}", what={"text": found.reply}, at=found.replied_at)
    return found
