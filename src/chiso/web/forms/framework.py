"""An uploaded framework: its faults at their lines, what it asks, and what changed since the year before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from chiso.engine.comparing import Difference, compare_frameworks
from chiso.engine.errors import InputError, Problem
from chiso.engine.framework import Framework
from chiso.engine.loading import loads
from chiso.language import chosen, gettext, sentence
from chiso.web.bridge.framework import framework_of
from chiso.web.bridge.sheet import Section, sheet
from chiso.web.models import Cycle

_PLACE = re.compile(r":(?P<line>\d+)(?::(?P<column>\d+))?$")
AROUND = 2
"""Lines of the file shown above and below the one with a fault."""


@dataclass(frozen=True)
class Fault:
    """One fault: its line and column (0 where the fault is the file's), what was found, and the lines around it."""

    line: int
    column: int
    found: str
    expected: str
    remedy: str
    around: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class Checked:
    """A file that was read: its faults, or what it is; cautions: what speaks against running a cycle by it."""

    faults: tuple[Fault, ...] = ()
    title: str = ""
    id: str = ""
    unknown: bool = False

    @property
    def usable(self) -> bool:
        """Whether a cycle can be run by it."""
        return not self.faults and not self.unknown


def checked(raw: bytes, name: str) -> Checked:
    """What `chiso check` says of a file."""
    try:
        framework = loads(raw, name)
    except InputError as error:
        text = raw.decode("utf-8", "replace").splitlines()
        return Checked(tuple(_fault(problem, text) for problem in error.problems))
    return Checked((), framework.title.of(chosen()), framework.id, unknown=_unknown(framework))


def _fault(problem: Problem, text: Sequence[str]) -> Fault:
    place = _PLACE.search(problem.where)
    line = int(place["line"]) if place else 0
    column = int(place["column"] or 0) if place else 0
    first, last = max(line - AROUND, 1), min(line + AROUND, len(text))
    around = tuple((number, text[number - 1]) for number in range(first, last + 1)) if line else ()
    return Fault(line, column, sentence(problem.found), sentence(problem.expected), sentence(problem.remedy), around)


def _unknown(framework: Framework) -> bool:
    """Whether a maximum is not known, so that units cannot be told what they can reach."""
    roots = [root.code for root in framework.criteria]
    return any(framework.max_of(code, block) is None for code in roots for block in framework.block_ids
               if framework.applies(code, block))  # fmt: skip


def blocks(cycle: Cycle) -> list[tuple[str, str]]:
    """The blocks of a cycle's framework: id and name."""
    return [(block.id, block.name.of(chosen())) for block in framework_of(cycle).blocks]


def preview(cycle: Cycle, block: str) -> tuple[Section, ...]:
    """The form of a block as its units will see it; nothing for a block that there is not."""
    return sheet(cycle, block) if block in framework_of(cycle).block_ids else ()


@dataclass(frozen=True)
class Changed:
    """One difference between two frameworks, in words."""

    part: str
    code: str
    kind: str
    field: str
    before: str
    after: str


def differences(cycle: Cycle) -> list[Changed]:
    """What changed since the framework of the cycle before; nothing where there was none."""
    if cycle.previous is None:
        return []
    return [_told(each) for each in compare_frameworks(framework_of(cycle.previous), framework_of(cycle))]


def _told(each: Difference) -> Changed:
    return Changed(gettext(each.part), each.code, gettext(each.kind), each.field, each.before, each.after)
