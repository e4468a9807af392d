"""The follow-up board, to those who see all units."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import AnonymousUser
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from chiso.web.access.cycle import organised, overseen
from chiso.web.bridge.board import STANDINGS, WHOLE, Wanted, rows, totals
from chiso.web.bridge.judged import Judged, judged
from chiso.web.bridge.parts import PartsOfBlock, parts
from chiso.web.bridge.sections import Heading, headings
from chiso.web.models import Cycle, Participant, Person

PER_PAGE = 50
SHARES = ("100", "50", "1")
"""Percent of a part below which units may be asked for."""


@dataclass(frozen=True)
class Board:
    """A page of the units that are wanted, and how many there are of each standing.

    sections: columns by block; judged: by submission, how far verification is, empty before it begins.
    """

    cycle: Cycle
    wanted: Wanted
    page: Page[Participant]
    totals: dict[str, int]
    blocks: Sequence[tuple[str, str]]
    sections: Sequence[Heading]
    judged: Mapping[int, Judged]
    now: datetime

    @property
    def standings(self) -> list[tuple[str, str, int]]:
        """What the board may be filtered by: id, name, how many units."""
        return [("", str(_("All")), self.totals["all"])] + [(id, str(NAMES[id]), self.totals[id]) for id in STANDINGS]


NAMES = {
    "unopened": _("not opened"),
    "open": _("being filled in"),
    "closed": _("closed"),
    "late": _("late"),
    "week": _("due within 7 days"),
    "day": _("due within 1 day"),
    "errors": _("with errors"),
    "complete": _("all answered"),
    "unconfirmed": _("closed, not confirmed"),
    "first": _("confirmed after collecting"),
    "second": _("confirmed before settling"),
}


def board(person: Person | AnonymousUser, code: str, wanted: Wanted, number: str) -> Board:
    """The board of a cycle; a number of a page that there is not gives the nearest one."""
    cycle, now = overseen(person, code), timezone.now()
    page = Paginator(rows(cycle, wanted, now), PER_PAGE).get_page(number)
    blocks, sections = headings(cycle, wanted.block)
    verified = judged([each.submission.pk for each in page])
    return Board(cycle, wanted, page, totals(cycle, now), blocks, sections, verified, now)


def everyone(person: Person | AnonymousUser, code: str, wanted: Wanted) -> tuple[Cycle, QuerySet[Participant]]:
    """All units that are wanted, for a file."""
    cycle = overseen(person, code)
    return cycle, rows(cycle, wanted, timezone.now()).prefetch_related("unit__people")


def participant(person: Person | AnonymousUser, code: str, unit: str) -> Participant:
    """One unit of a cycle, to an organiser."""
    cycle = organised(person, code)
    related = cycle.participants.select_related("unit", "cycle", "submission")
    found: Participant | None = related.filter(unit__code=unit).first()
    if found is None:
        raise Http404
    return found


def wanted_of(asked: Mapping[str, str]) -> Wanted:
    """What an address asks the board for."""
    below = asked.get("below", "")
    return Wanted(
        asked.get("block", ""),
        asked.get("standing", ""),
        asked.get("words", "").strip()[:100],
        asked.get("part", "")[:80],
        int(below) if below in SHARES else WHOLE,
    )


def by_part(person: Person | AnonymousUser, code: str) -> tuple[Cycle, Sequence[PartsOfBlock]]:
    """How far every part of the forms is, block by block."""
    cycle = overseen(person, code)
    return cycle, parts(cycle)
