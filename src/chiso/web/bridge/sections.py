"""The parts of the forms of a cycle, as columns of a table over its units."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from chiso.language import chosen
from chiso.web.bridge.framework import framework_of
from chiso.web.bridge.sheet import sheet
from chiso.web.models import Cycle, Submission


@dataclass(frozen=True)
class Heading:
    """A part of a form: its code and its name."""

    code: str
    name: str


def headings(cycle: Cycle, block: str) -> tuple[list[tuple[str, str]], list[Heading]]:
    """The blocks of a cycle (id and name), and the parts of the forms of one of them, or of all where none is named."""
    framework = framework_of(cycle)
    named = [(each.id, each.name.of(chosen())) for each in framework.blocks]
    wanted = [block] if block in framework.block_ids else list(framework.block_ids)
    found = {section.code: section.name for id in wanted for section in sheet(cycle, id)}
    return named, [Heading(code, name) for code, name in found.items()]


def answered_shares(submission: Submission, found: Sequence[Heading]) -> list[str]:
    """What share of each part of a form is answered, in whole percent rounded down; empty where it has no such part."""
    counts = [submission.sections.get(each.code) for each in found]
    return [str(100 * count[1] // count[0]) if count and count[0] else "" for count in counts]
