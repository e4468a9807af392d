"""The self-score as the form shows it: points, reason, clause, and the questions that are still missing."""

from __future__ import annotations

from dataclasses import dataclass

from chiso.web.bridge.self_score import Line, self_score
from chiso.web.forms.submission.overview import Overview
from chiso.web.forms.submission.rows import Row


@dataclass(frozen=True)
class Told:
    """A criterion's line, and the unanswered rows that it needs, each with the code of its section."""

    line: Line
    missing: tuple[tuple[str, Row], ...]

    @property
    def group(self) -> bool:
        """Whether it stands at the first two levels of the tree."""
        return self.line.depth < 2


def points(found: Overview, section: str = "") -> list[Told]:
    """A line for each criterion; with a section the total, and the criteria of that section."""
    wanted: dict[str, list[tuple[str, Row]]] = {}
    for each in found.sections:
        for row in each.missing:
            for code in row.field.criteria:
                wanted.setdefault(code, []).append((each.section.code, row))
    lines = self_score(found.submission)
    if section:
        lines = [*lines[:1], *_below(lines, section)]
    return [Told(line, tuple(wanted.get(line.code, ()))) for line in lines]


def _below(lines: list[Line], code: str) -> list[Line]:
    """The line of a criterion and those below it; lines stand in the order of the tree."""
    place = next((place for place, line in enumerate(lines) if line.code == code), None)
    if place is None:
        return []
    inside = [lines[place]]
    for line in lines[place + 1 :]:
        if line.depth <= lines[place].depth:
            break
        inside.append(line)
    return inside
