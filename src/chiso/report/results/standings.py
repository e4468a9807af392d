"""Which tables of a ranking a report shows by themselves, and which stand below them in the tree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chiso.engine.framework import Criterion
from chiso.engine.ranking import Place, Ranking, Table
from chiso.engine.ranking.ranking import CYCLE
from chiso.engine.scoring import Scores


@dataclass(frozen=True)
class Standing:
    """A criterion's places in a block (`*`: in the whole cycle), and the places on criteria below it there."""

    criterion: Criterion
    places: Table
    below: tuple[Table, ...]

    @property
    def block(self) -> str:
        """The block, or `*`."""
        return self.places.block


def standings(scores: Scores, ranking: Ranking) -> Iterator[Standing]:
    """The standings on every topmost criterion that is ranked or classed, the whole cycle first, then by block.

    Where the framework ranks nothing, the points on its roots, in the order of the register.
    """
    tables = ranking.tables or tuple(_unranked(scores))
    for block in (CYCLE, *scores.framework.block_ids):
        here = [table for table in tables if table.block == block]
        for table in here:
            if not any(_inside(scores, table.criterion, other.criterion) for other in here):
                below = tuple(each for each in here if _inside(scores, each.criterion, table.criterion))
                yield Standing(scores.framework.nodes[table.criterion], table, below)


def _inside(scores: Scores, code: str, other: str) -> bool:
    """Whether a criterion stands below another one in the tree."""
    parent = scores.framework.parents.get(code)
    while parent is not None:
        if parent.code == other:
            return True
        parent = scores.framework.parents.get(parent.code)
    return False


def _unranked(scores: Scores) -> Iterator[Table]:
    units = scores.answers.units
    for root in scores.framework.criteria:
        printed = scores.printed(root.code)
        for block in scores.framework.block_ids:
            rows: Sequence[int] = list(units.rows(block))
            if rows and scores.framework.applies(root.code, block):
                notes = {"listed": "listed"}
                places = tuple(
                    Place(units.codes[row], printed[row], None, (), notes.get(units.statuses[row], "")) for row in rows
                )
                yield Table(root.code, block, places)
