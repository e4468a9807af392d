"""Scores to ranks and classes, on the score as the decision defines it, before display rounding."""

from chiso.engine.ranking.ranking import Place, Ranking, Table, rank

__all__ = ["Place", "Ranking", "Table", "rank"]
