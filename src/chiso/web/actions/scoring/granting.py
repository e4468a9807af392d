"""Points that the council gives: answers to criteria whose formula is `given`, with a reason and a file."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from chiso.web.actions.history import locked, record
from chiso.web.actions.refusal import Refused
from chiso.web.actions.submission.files import Kept
from chiso.web.bridge.chains import unit_chain
from chiso.web.bridge.granting import granted
from chiso.web.models import Cycle, Evidence, Grant, Participant, Person, Phase
from chiso.web.models.phases import may


@transaction.atomic
def grant(
    participant: Participant, criterion: str, points: str, *, reason: str, by: Person, version: int = 0,
    file: Kept | None = None,
) -> Grant:  # fmt: skip
    """The points of a unit on a criterion; empty points take a grant back.

    version: of the grant that was on the screen, 0 where there was none; file: without one, that of before stays.
    Refused for one's own unit, outside the phases in which the council grants, out of the criterion's bounds, or where
    somebody granted meanwhile.
    """
    cycle = Cycle.objects.get(pk=participant.cycle_id)
    chain = locked(unit_chain(cycle.code, participant.unit.code))
    _may(cycle, participant, by)
    if not reason.strip():
        raise Refused("reason", _("Say why the points are given."))
    value = _points(participant, criterion, points)
    there = Grant.objects.filter(participant=participant, criterion=criterion).select_related("evidence").first()
    if (there.version if there is not None else 0) != version:
        raise Refused("changed", _("Somebody granted points here meanwhile. Look again."))
    made = there or Grant(participant=participant, criterion=criterion, version=0)
    before, now = made.points, timezone.now()
    if file is not None:
        made.evidence = _evidence(participant, file, by)
    made.points, made.reason, made.version, made.by, made.at = value, reason.strip(), made.version + 1, by, now
    made.save()
    digest = made.evidence.digest if made.evidence is not None else ""
    what = {"before": before, "points": value, "reason": made.reason, "evidence": digest}
    record(chain, "grant", by=by, subject=f"grant/{criterion}", what=what, at=now)
    return made


def _may(cycle: Cycle, participant: Participant, by: Person) -> None:
    if by.unit_id is not None and by.unit_id == participant.unit_id:
        raise Refused("own", _("Nobody grants points to their own unit."))
    if not may(by.roles(), "grant", Phase(cycle.phase)):
        raise Refused("phase", _("Points are not granted now."))


def _points(participant: Participant, criterion: str, points: str) -> str:
    try:
        return granted(participant, criterion, points)
    except ValueError:
        raise Refused("points", _("Write a number within the bounds of the criterion.")) from None


def _evidence(participant: Participant, file: Kept, by: Person) -> Evidence:
    return Evidence.objects.create(
        submission=participant.submission, kind=Evidence.Kind.FILE, title=file.name, digest=file.digest,
        size=file.size, media=file.media, file_name=file.name, by=by, at=timezone.now(),
    )  # fmt: skip
