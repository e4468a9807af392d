"""Answers to scores: one function for every stage, whole columns at a time, exact to the last printed digit."""

from chiso.engine.scoring.scores import Score, Scores, score

__all__ = ["Score", "Scores", "score"]
