"""The files of a published folder, format 1, and the columns of its tables."""

from __future__ import annotations

from collections.abc import Mapping

FORMAT = 1
FRAMEWORK, UNITS, ANSWERS, CORRECTIONS = "framework.yaml", "units.csv", "answers.csv", "corrections.csv"
SCORES, RANKING, MANIFEST, SIGNATURE = "scores.csv", "ranking.csv", "manifest.json", "manifest.sig"

COLUMNS: Mapping[str, tuple[str, ...]] = {
    UNITS: ("unit", "name", "block", "status", "note"),
    ANSWERS: ("unit", "case", "question", "value", "note"),
    CORRECTIONS: ("unit", "case", "question", "stage", "from", "to", "reason"),
    SCORES: ("unit", "criterion", "points", "max", "state", "reason"),
    RANKING: ("criterion", "block", "unit", "points", "rank", "class", "note"),
}
KEYS: Mapping[str, int] = {UNITS: 1, ANSWERS: 3, CORRECTIONS: 4, SCORES: 2, RANKING: 3}
"""How many of a table's first columns name a line."""

NEEDED = (FRAMEWORK, UNITS, ANSWERS, SCORES, RANKING)
GIVEN = (FRAMEWORK, UNITS, ANSWERS, CORRECTIONS)
"""What numbers are computed from: the manifest keeps a digest of each of their lines."""
ALL = frozenset({*NEEDED, CORRECTIONS, MANIFEST, SIGNATURE})

STAGES = ("self", "verified", "explained", "final")
