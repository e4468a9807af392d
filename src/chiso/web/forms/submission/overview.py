"""The form at a glance: its sections, what is missing, what speaks against it, and until when it is open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from chiso.web.bridge.calendar import closes_at
from chiso.web.bridge.sheet import Section
from chiso.web.forms.submission.laying import whole
from chiso.web.forms.submission.rows import Block, Row
from chiso.web.models import Announcement, Closing, Confirmation, Office, Phase, Submission

NEWEST = 5


@dataclass(frozen=True)
class Standing:
    """A section with its counts; offices: those of the unit that answer it; mine: whether the reader's is one."""

    section: Section
    blocks: tuple[Block, ...]
    offices: tuple[str, ...] = ()
    mine: bool = False

    @property
    def rows(self) -> list[Row]:
        """Its rows."""
        return [row for block in self.blocks for row in block.rows]

    @property
    def asked(self) -> int:
        """How many answers it wants; a list without an entry yet counts as if it had one."""
        return len(self.rows) + sum(block.questions for block in self.blocks if not block.cases)

    @property
    def answered(self) -> int:
        """How many of them it has."""
        return sum(row.answered for row in self.rows)

    @property
    def missing(self) -> list[Row]:
        """The rows without an answer."""
        return [row for row in self.rows if not row.answered]

    @property
    def errors(self) -> list[Row]:
        """The rows with errors."""
        return [row for row in self.rows if row.errors]

    @property
    def warnings(self) -> list[Row]:
        """The rows with a warning that nobody has answered."""
        return [row for row in self.rows if row.remarks and not row.errors and not row.reply]

    @property
    def percent(self) -> int:
        """The share that is answered, rounded down."""
        return 100 * self.answered // self.asked if self.asked else 100


@dataclass(frozen=True)
class Overview:
    """A form with its sections and what stands around them."""

    submission: Submission
    sections: tuple[Standing, ...]
    deadline: datetime | None

    @property
    def asked(self) -> int:
        """How many answers the form wants."""
        return sum(each.asked for each in self.sections)

    @property
    def answered(self) -> int:
        """How many it has."""
        return sum(each.answered for each in self.sections)

    @property
    def percent(self) -> int:
        """The share that is answered, rounded down."""
        return 100 * self.answered // self.asked if self.asked else 100

    @property
    def missing(self) -> int:
        """How many are not answered."""
        return self.asked - self.answered

    @property
    def errors(self) -> list[tuple[Standing, Row]]:
        """Rows with errors, each with its section."""
        return [(each, row) for each in self.sections for row in each.errors]

    @property
    def warnings(self) -> list[tuple[Standing, Row]]:
        """Rows with a warning that nobody has answered, each with its section."""
        return [(each, row) for each in self.sections for row in each.warnings]

    @property
    def without_evidence(self) -> list[tuple[Standing, Row]]:
        """Answered rows that want evidence where no question of their criteria has any, each with its section."""
        shown = {code for row in every_row(self) if row.pieces for code in row.field.criteria}
        return [
            (each, row)
            for each in self.sections
            for row in each.rows
            if row.field.evidence and row.answered and row.applies and not shown & set(row.field.criteria)
        ]

    @property
    def announcements(self) -> list[Announcement]:
        """What the organiser told all, newest first."""
        found = Announcement.objects.filter(cycle=self.submission.participant.cycle_id)
        return list(found.order_by("-at")[:NEWEST])

    @property
    def closings(self) -> list[Closing]:
        """Its closings, newest first."""
        return list(self.submission.closings.select_related("by", "signed").order_by("-number"))

    @property
    def confirmations(self) -> list[Confirmation]:
        """Its confirmations."""
        return list(self.submission.confirmations.select_related("by"))

    @property
    def offices(self) -> list[Office]:
        """The offices of the unit."""
        return list(self.submission.participant.unit.offices.all())


def overview(submission: Submission, office: int | None = None) -> Overview:
    """The form at a glance; office: the reader's."""
    parts: dict[str, list[Office]] = {}
    for part in submission.parts.select_related("office"):
        parts.setdefault(part.criterion, []).append(part.office)
    sections = tuple(_standing(section, found, parts, office) for section, found in whole(submission))
    return Overview(submission, sections, closes_at(submission.participant, Phase.COLLECTING))


def _standing(
    section: Section, found: tuple[Block, ...], parts: dict[str, list[Office]], office: int | None
) -> Standing:
    theirs = parts.get(section.code, [])
    mine = office is not None and any(each.pk == office for each in theirs)
    return Standing(section, found, tuple(each.name for each in theirs), mine)


def neighbours(standings: tuple[Standing, ...], code: str) -> tuple[Standing | None, Standing | None]:
    """The sections before and after one."""
    codes = [each.section.code for each in standings]
    place = codes.index(code)
    return (
        standings[place - 1] if place else None,
        standings[place + 1] if place + 1 < len(standings) else None,
    )


def every_row(found: Overview) -> Iterator[Row]:
    """All rows of a form."""
    return (row for each in found.sections for row in each.rows)
