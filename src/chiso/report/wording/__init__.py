"""Kinds, states and rules in words, in the language in use or in the one that is asked for."""

from chiso.report.wording.reasons import worded
from chiso.report.wording.results import class_name, class_words, note_words, state_words, status_words
from chiso.report.wording.rules import (
    band_words,
    condition_words,
    decision_words,
    limit_words,
    nature_words,
    rank_words,
    role_words,
)

__all__ = [
    "band_words",
    "class_name",
    "class_words",
    "condition_words",
    "decision_words",
    "limit_words",
    "nature_words",
    "note_words",
    "rank_words",
    "role_words",
    "state_words",
    "status_words",
    "worded",
]
