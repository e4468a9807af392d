"""What stands where a number does not: never None, never 0."""

from __future__ import annotations

from enum import Enum


class Absent(Enum):
    """Why there is no value."""

    MISSING = "missing"
    NOT_APPLICABLE = "not_applicable"


Missing = Absent.MISSING
NotApplicable = Absent.NOT_APPLICABLE
