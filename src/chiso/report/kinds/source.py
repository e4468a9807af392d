"""What every kind of document is built from."""

from __future__ import annotations

from dataclasses import dataclass

from chiso.engine.ranking import Ranking
from chiso.engine.scoring import Scores
from chiso.report.official.meta import Meta
from chiso.report.statistics import Statistics


@dataclass(frozen=True)
class Source:
    """A result, what is told of the document to be made of it, and the result of the time before, where it is known.

    statistics: the indicators that are declared for it.
    """

    scores: Scores
    ranking: Ranking
    meta: Meta
    previous: Source | None = None
    statistics: Statistics | None = None
