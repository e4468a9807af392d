"""The slope chart of ranks at two times, the same in every document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from chiso.language import gettext as _
from chiso.report.figures import Change, Slope
from chiso.report.numbers import number
from chiso.report.results.numbering import Numbering
from chiso.report.results.tables import NOTHING

FEWEST = 2
"""Lines below which nothing is compared."""
MOST_TOLD = 20
"""Lines that an alternative still tells; of more it names the table that holds them."""


@dataclass(frozen=True)
class Moved:
    """What had a rank at one time or both; ranks are None where there is none."""

    label: str
    before: int | None
    after: int | None


def slope(rows: Sequence[Moved], subject: str, times: tuple[str, str], numbering: Numbering) -> Slope | None:
    """The chart of all that had a rank at either time; None for fewer than two.

    subject: its title without the number; times: what the two are called.
    """
    shown = [row for row in rows if row.before is not None or row.after is not None]
    if len(shown) < FEWEST:
        return None
    order, title = numbering.chart(subject)
    changes = tuple(map(_change, shown))
    return Slope(order, title, _("rank"), *times, "less", changes, _alternative(title, changes))


def _change(row: Moved) -> Change:
    old, new = (None if rank is None else Decimal(rank) for rank in (row.before, row.after))
    told = [NOTHING if rank is None else str(rank) for rank in (row.before, row.after)]
    return Change(row.label, old, new, told[0], told[1], _moved(row))


def _moved(row: Moved) -> str:
    """How many ranks up, with its sign: a smaller rank is up."""
    if row.before is None or row.after is None:
        return ""
    ranks = row.before - row.after
    return f"{'+' if ranks > 0 else ''}{number(ranks)}"


def _alternative(title: str, changes: Sequence[Change]) -> str:
    if len(changes) > MOST_TOLD:
        return _("{title}: {units} units. The table of ranks holds every number.").format(
            title=title, units=len(changes)
        )
    told = "; ".join(f"{each.label}: {each.before_text} → {each.after_text}" for each in changes)
    return f"{title}. {told}."
