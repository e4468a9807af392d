"""The participants of a cycle as the engine's register of units."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from chiso.engine.answers import Units
from chiso.engine.answers.units import STATUSES
from chiso.engine.answers.units import Status as EngineStatus
from chiso.web.models import Cycle, Participant
from chiso.web.models.cycle import Status

STATUS: Mapping[str, EngineStatus] = {name: name for name in STATUSES} | {Status.FEEDER.value: "ranked"}
"""What the engine calls the ways of taking part; the form of a unit that answers for another is scored by itself."""


def participants(cycle: Cycle) -> list[Participant]:
    """Those that are assessed or listed, in the order of the register, each with its unit; feeders left out."""
    return list(cycle.participants.exclude(status=Status.FEEDER).select_related("unit"))


def units_of(found: Iterable[Participant]) -> Units:
    """A register of these participants."""
    rows = list(found)
    return Units(
        tuple(row.unit.code for row in rows),
        tuple(row.name for row in rows),
        tuple(row.block for row in rows),
        tuple(STATUS[row.status] for row in rows),
        tuple(row.note for row in rows),
    )
