"""The names of agencies and places: which unit is meant, on which day, and in which order they stand."""

from chiso.tables.names.folding import bare, key
from chiso.tables.names.matching import ACCEPTED, Certainty, Match, Suggestion, Why, match
from chiso.tables.names.reading import load, read_successions, read_units
from chiso.tables.names.register import Register
from chiso.tables.names.sorting import sort_key
from chiso.tables.names.splitting import split
from chiso.tables.names.units import KINDS, How, Kind, Succession, Unit

__all__ = [
    "ACCEPTED",
    "KINDS",
    "Certainty",
    "How",
    "Kind",
    "Match",
    "Register",
    "Succession",
    "Suggestion",
    "Unit",
    "Why",
    "bare",
    "key",
    "load",
    "match",
    "read_successions",
    "read_units",
    "sort_key",
    "split",
]
