"""The names of a framework's parts, to choose from."""

from __future__ import annotations

from chiso.language import chosen
from chiso.web.bridge.framework import framework_of
from chiso.web.models import Cycle


def blocks(cycle: Cycle) -> list[tuple[str, str]]:
    """The blocks of a cycle, id and name."""
    return [(each.id, each.name.of(chosen())) for each in framework_of(cycle).blocks]


def codes(cycle: Cycle) -> list[tuple[str, str]]:
    """The questions and the criteria of a cycle, each by its id or code."""
    framework = framework_of(cycle)
    asked = [(each.id, each.name.of(chosen())) for each in framework.questions]
    return [*asked, *((each.code, f"{each.code}. {each.name.of(chosen())}") for each in framework.walk())]
