"""Bringing a cycle's register to what an uploaded file says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from chiso.web.actions.history import locked, record
from chiso.web.actions.refusal import Refused
from chiso.web.actions.submission.joining import take_in
from chiso.web.bridge.chains import cycle_chain, unit_chain
from chiso.web.bridge.register import Line
from chiso.web.models import Cycle, Participant, Person, Phase, Unit
from chiso.web.models.cycle import Status


@transaction.atomic
def register(cycle: Cycle, lines: Sequence[Line], *, by: Person | None, at: datetime | None = None) -> int:
    """How many units were taken in or changed; those that the file does not name stay as they are.

    Once a cycle collects, names and notes may still change, blocks may not: a form belongs to its block.
    """
    chain = locked(cycle_chain(cycle.code))
    there = {each.unit.code: each for each in cycle.participants.select_related("unit")}
    units = _units(lines)
    changed = [_changed(cycle, there[line.code], line) for line in lines if line.change == "changed"]
    start = max((each.place for each in there.values()), default=0)
    new = [
        Participant(
            cycle=cycle, unit=units[line.code], name=line.name, block=line.block, status=line.status, note=line.note,
            place=start + place,
        )
        for place, line in enumerate(lines, 1)
        if line.code not in there
    ]  # fmt: skip
    take_in(cycle, new, by=by, at=at)
    _collecting(cycle, lines)
    if changed:
        chain.refresh_from_db()
        record(chain, "register", by=by, what={"changed": changed}, at=at)
    return len(new) + len(changed)


def _units(lines: Sequence[Line]) -> dict[str, Unit]:
    """The units of the register by code, made where there is none; their parents set once all are there."""
    known = {unit.code: unit for unit in Unit.objects.filter(code__in=[line.code for line in lines])}
    Unit.objects.bulk_create(
        [
            Unit(code=line.code, name=line.name, aliases=list(line.aliases), email=line.email)
            for line in lines
            if line.code not in known
        ]
    )
    found = {unit.code: unit for unit in Unit.objects.filter(code__in=[line.code for line in lines])}
    for line in lines:
        unit = found[line.code]
        if line.code in known and (line.aliases or line.email):
            unit.aliases, unit.email = sorted({*unit.aliases, *line.aliases}), line.email or unit.email
        if line.parent:
            unit.parent = found.get(line.parent) or Unit.objects.filter(code=line.parent).first()
    Unit.objects.bulk_update(found.values(), ("aliases", "email", "parent"), batch_size=1000)
    return found


def _changed(cycle: Cycle, participant: Participant, line: Line) -> str:
    """The code of a participant that was brought to what a line says."""
    moved = participant.block != line.block or (participant.status != line.status and line.status == Status.FEEDER)
    if moved and cycle.phase != Phase.PREPARING:
        told = _("{name}: the block cannot change once the cycle has begun.")
        raise Refused("block", told.format(name=participant.name))
    participant.name, participant.block = line.name, line.block
    participant.status, participant.note = line.status, line.note
    participant.save()
    return line.code


def _collecting(cycle: Cycle, lines: Sequence[Line]) -> None:
    """Ties units to those that collect from them."""
    wanted = {line.code: line.collects_for for line in lines}
    there = {each.unit.code: each for each in cycle.participants.filter(unit__code__in=wanted).select_related("unit")}
    for code, target in wanted.items():
        above = there.get(target)
        if there[code].collects_for_id != (above.pk if above else None):
            there[code].collects_for = above
            there[code].save(update_fields=("collects_for",))


@transaction.atomic
def merge(participant: Participant, into: Participant, *, reason: str, by: Person) -> None:
    """A unit that another one took the place of in mid-cycle: its form stays readable, and counts no longer."""
    if not reason.strip():
        raise Refused("reason", _("Say by which paper the units were merged."))
    if participant.pk == into.pk or participant.cycle_id != into.cycle_id:
        raise Refused("unit", _("Choose another unit of this cycle."))
    # The unit's own chain too: a save that has passed the gate ends before, and none passes it after.
    locked(unit_chain(participant.cycle.code, participant.unit.code))
    chain = locked(cycle_chain(participant.cycle.code))
    participant.status, participant.note = Status.EXCLUDED, reason.strip()
    participant.save(update_fields=("status", "note"))
    unit = participant.unit
    unit.merged_into = into.unit
    unit.save(update_fields=("merged_into",))
    what = {"unit": unit.code, "into": into.unit.code, "reason": reason.strip()}
    record(chain, "merge", by=by, what=what)
