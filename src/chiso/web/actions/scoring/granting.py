"""Points that the council gives: answers to criteria whose formula is `given`, with a reason and a file."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from chiso.web.actions.history import locked, record
from chiso.web.actions.refusal import Refused
from chiso.web.bridge.chains import unit_chain
from chiso.web.bridge.granting import granted
from chiso.web.models import Evidence, Grant, Participant, Person, Phase
from chiso.web.models.phases import may


@transaction.atomic
def grant(
    participant: Participant, criterion: str, points: str, *, reason: str, by: Person, version: int = 0,
    evidence: Evidence | None = None,
) -> Grant:  # fmt: skip
    """The points of a unit on a criterion; empty points take a grant back.

    version: of the grant that was on the screen, 0 where there was none. Refused for one's own unit, outside the
    phases in which the council grants, out of the criterion's bounds, or where somebody granted meanwhile.
    """
    chain = locked(unit_chain(participant.cycle.code, participant.unit.code))
    roles = frozenset(by.duties.values_list("role", flat=True))
    if by.unit_id == participant.unit_id:
        raise Refused("own", _("Nobody grants points to their own unit."))
    if not may(roles, "grant", Phase(participant.cycle.phase)):
        raise Refused("phase", _("Points are not granted now."))
    if not reason.strip():
        raise Refused("reason", _("Say why the points are given."))
    value = granted(participant, criterion, points)
    there = Grant.objects.filter(participant=participant, criterion=criterion).first()
    if (there.version if there is not None else 0) != version:
        raise Refused("changed", _("Somebody granted points here meanwhile. Look again."))
    made = there or Grant(participant=participant, criterion=criterion, version=0)
    before = made.points
    made.points, made.reason, made.evidence = value, reason.strip(), evidence
    made.version, made.by, made.at = made.version + 1, by, timezone.now()
    made.save()
    what = {"before": before, "points": value, "reason": made.reason, "evidence": evidence.digest if evidence else ""}
    record(chain, "grant", by=by, subject=f"grant/{criterion}", what=what, at=made.at)
    return made
