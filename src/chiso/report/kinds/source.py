"""What every kind of document is built from."""

from __future__ import annotations

from dataclasses import dataclass

from chiso.engine.ranking import Ranking
from chiso.engine.scoring import Scores
from chiso.report.official.meta import Meta


@dataclass(frozen=True)
class Source:
    """A result, what is told of the document to be made of it, and the result of the time before, where it is known."""

    scores: Scores
    ranking: Ranking
    meta: Meta
    previous: Source | None = None
