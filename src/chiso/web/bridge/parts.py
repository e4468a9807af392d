"""How far each part of the forms is, over all units of a block: who has answered all of it, who nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from chiso.web.bridge.sections import headings
from chiso.web.models import Cycle
from chiso.web.models.cycle import Status


@dataclass(frozen=True)
class PartOfForms:
    """One part: how many units have it, answered all of it, answered none; how many questions there are and answers."""

    code: str
    name: str
    units: int
    complete: int
    unbegun: int
    asked: int
    answered: int
    errors: int

    @property
    def share(self) -> int:
        """Percent of its questions that are answered, rounded down."""
        return 100 * self.answered // self.asked if self.asked else 0


@dataclass(frozen=True)
class PartsOfBlock:
    """The parts of the forms of one block."""

    id: str
    name: str
    parts: Sequence[PartOfForms]


def parts(cycle: Cycle) -> list[PartsOfBlock]:
    """Every block that has units, in the framework's order; units that are not assessed are left out."""
    kept = cycle.participants.exclude(status__in=(Status.EXCLUDED, Status.FEEDER)).order_by()
    rows = list(kept.values_list("block", "submission__sections"))
    found = []
    for id, name in headings(cycle, "")[0]:
        counts = [sections or {} for block, sections in rows if block == id]
        if counts:
            told = [_part(heading.code, heading.name, counts) for heading in headings(cycle, id)[1]]
            found.append(PartsOfBlock(id, name, [each for each in told if each.units]))
    return found


def _part(code: str, name: str, counts: Sequence[dict[str, list[int]]]) -> PartOfForms:
    own = [each[code] for each in counts if each.get(code) and each[code][0]]
    return PartOfForms(
        code,
        name,
        units=len(own),
        complete=sum(each[1] >= each[0] for each in own),
        unbegun=sum(each[1] == 0 for each in own),
        asked=sum(each[0] for each in own),
        answered=sum(each[1] for each in own),
        errors=sum(each[2] for each in own),
    )
