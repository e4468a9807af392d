"""Names of files by the codes of units, safe on every system."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256

_SAFE = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}")
_ODD = re.compile(r"[^A-Za-z0-9_-]+")
_TAKEN = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
"""Names that one system keeps for its devices."""


def file_names(units: Sequence[str], ending: str) -> dict[str, str]:
    """The file of each unit: its code where that is safe, else what is safe of it with eight digits of its digest.

    Two codes that differ in capitals alone get digits too: some systems take them for the same name.
    """
    folded = Counter(unit.casefold() for unit in units)
    return {unit: f"{_name(unit, alone=folded[unit.casefold()] == 1)}{ending}" for unit in units}


def _name(unit: str, *, alone: bool) -> str:
    safe = _SAFE.fullmatch(unit) and not _TAKEN.fullmatch(unit) and not unit.endswith(".")
    if safe and alone:
        return unit
    kept = _ODD.sub("-", unit).strip("-")[:60] or "unit"
    return f"{kept}-{sha256(unit.encode()).hexdigest()[:8]}"
