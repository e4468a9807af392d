"""The criteria whose points are granted, and what may be granted."""

from __future__ import annotations

from dataclasses import dataclass

from chiso.engine.quantities import decimal_text, exact
from chiso.language import chosen
from chiso.report.numbers import number
from chiso.tables.numbers import parse
from chiso.web.bridge.framework import framework_of
from chiso.web.models import Cycle, Participant


@dataclass(frozen=True)
class Grantable:
    """A criterion whose points are granted in a block, and the bounds as they are printed."""

    code: str
    name: str
    role: str
    least: str
    most: str


def grantable(cycle: Cycle, block: str) -> list[Grantable]:
    """The criteria of a block whose points are granted, in the order of the tree."""
    framework = framework_of(cycle)
    found = []
    for criterion in framework.walk():
        bounds = framework.granted_within(criterion.code, block) if criterion.given else None
        if bounds is not None and framework.applies(criterion.code, block):
            least, most = bounds
            name = criterion.name.of(chosen())
            found.append(Grantable(criterion.code, name, criterion.role, number(least), number(most)))
    return found


def granted(participant: Participant, criterion: str, text: str) -> str:
    """The canonical points of a text; ValueError where they are none, or out of the criterion's bounds."""
    framework = framework_of(participant.cycle)
    node = framework.nodes.get(criterion)
    if node is None or not node.given or not framework.applies(criterion, participant.block):
        raise ValueError(criterion)
    bounds = framework.granted_within(criterion, participant.block)
    if not text.strip():
        return ""
    readings = [each for each in parse(text) if each.writing.decimal == ("," if chosen() == "vi" else ".")]
    plain = str(readings[0].number) if readings else text.strip()
    value = exact(plain)
    if bounds is None or not bounds[0] <= value <= bounds[1]:
        raise ValueError(text)
    return decimal_text(value)
