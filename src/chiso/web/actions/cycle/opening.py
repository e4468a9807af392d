"""Making a cycle, and moving it from phase to phase."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from chiso.bundle.digests import digest
from chiso.web.actions.history import locked, record, seal
from chiso.web.actions.refusal import Refused
from chiso.web.bridge.chains import cycle_chain
from chiso.web.models import Cycle, FrameworkFile, Person, Phase, Unit, Window
from chiso.web.models.phases import NEXT

BACK = {
    (Phase.SUBMITTED, Phase.SETTLED),
    (Phase.SETTLED, Phase.VERIFYING_AGAIN),
    (Phase.APPROVED, Phase.VERIFYING_AGAIN),
}
"""The moves that need a reason."""


@transaction.atomic
def create(
    code: str, title: str, year: int, *, framework: bytes, name: str, by: Person | None,
    previous: Cycle | None = None, organiser: Unit | None = None, at: datetime | None = None,
) -> Cycle:  # fmt: skip
    """A new cycle in preparation, with its framework."""
    now = at or timezone.now()
    if Cycle.objects.filter(code=code).exists():
        raise Refused("code", _("There is a cycle with this code already."))
    cycle = Cycle.objects.create(
        code=code, title=title, year=year, framework=_file(framework, name), previous=previous, organiser=organiser,
        created_at=now,
    )  # fmt: skip
    what = {"title": title, "year": year, "framework": cycle.framework_id}
    record(locked(cycle_chain(code)), "create", by=by, what=what, at=now)
    return cycle


@transaction.atomic
def change_framework(cycle: Cycle, *, framework: bytes, name: str, by: Person) -> Cycle:
    """The cycle with another framework; Refused once it collects, since answers were given to the old one."""
    chain = locked(cycle_chain(cycle.code))
    cycle = Cycle.objects.get(pk=cycle.pk)
    if cycle.phase != Phase.PREPARING:
        raise Refused("phase", _("The cycle has begun: its framework is frozen. Make a new cycle for another one."))
    cycle.framework = _file(framework, name)
    cycle.version += 1
    cycle.save()
    record(chain, "change_framework", by=by, what={"framework": cycle.framework_id})
    return cycle


@transaction.atomic
def set_window(
    cycle: Cycle, phase: str, opens_at: datetime, closes_at: datetime, *, by: Person, at: datetime | None = None
) -> Window:  # fmt: skip
    """When a phase is open."""
    if closes_at <= opens_at:
        raise Refused("window", _("A phase must close after it opens."))
    chain = locked(cycle_chain(cycle.code))
    window, _made = Window.objects.update_or_create(
        cycle=cycle, phase=phase, defaults={"opens_at": opens_at, "closes_at": closes_at}
    )
    what = {"phase": phase, "opens_at": opens_at.isoformat(), "closes_at": closes_at.isoformat()}
    record(chain, "set_window", by=by, what=what, at=at)
    return window


@transaction.atomic
def move(cycle: Cycle, to: Phase, *, by: Person | None, reason: str = "", at: datetime | None = None) -> Cycle:
    """The cycle in its next phase, all heads of history sealed; Refused where that phase does not follow."""
    now = at or timezone.now()
    chain = locked(cycle_chain(cycle.code))
    cycle = Cycle.objects.get(pk=cycle.pk)
    now_in = Phase(cycle.phase)
    if to not in NEXT[now_in]:
        raise Refused("phase", _("The cycle cannot go there from where it stands."))
    if (now_in, to) in BACK and not reason.strip():
        raise Refused("reason", _("Say why the cycle goes back."))
    cycle.phase, cycle.version = to, cycle.version + 1
    cycle.save(update_fields=("phase", "version"))
    record(chain, "move", by=by, what={"from": now_in.value, "to": to.value, "reason": reason.strip()}, at=now)
    seal(cycle.code, to.value, at=now)
    return cycle


def _file(content: bytes, name: str) -> FrameworkFile:
    file, _made = FrameworkFile.objects.get_or_create(
        digest=digest(content), defaults={"name": name, "content": content}
    )
    return file
