"""A framework and answers to scores and a ranking, as every verb that scores begins."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from chiso.cli.output import Mark
from chiso.cli.progress import counted
from chiso.engine.ranking import Ranking, rank
from chiso.engine.scoring import Scores, score
from chiso.exchange import answers, frameworks
from chiso.exchange.frameworks import Source


@dataclass(frozen=True)
class Result:
    """The scores and the ranking of answers, and the framework's file."""

    source: Source
    scores: Scores
    ranking: Ranking


def result(framework: str, given: str, units: Path | None, mark: Mark) -> Result:
    """The result of answers by a framework, both named as on the command line; InputError where one is bad."""
    source = frameworks.read(framework)
    found = answers.read(given, source.framework, register=units, comma=mark is Mark.COMMA, watch=counted)
    scores = score(source.framework, found)
    return Result(source, scores, rank(scores))
