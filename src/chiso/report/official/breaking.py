"""Words that are too long for their room, with places where they may break."""

from __future__ import annotations

import re
from typing import TypeVar

LONGEST = 22
"""Letters of a word that every column of a document has room for."""
_PLACE = "\N{ZERO WIDTH SPACE}"
_WORD = re.compile(rf"\S{{{LONGEST + 1},}}")

T = TypeVar("T")


def breakable(told: T) -> T:
    """The same texts, lists and dictionaries, each word of more than LONGEST letters breakable after each of them."""
    if isinstance(told, str):
        return _WORD.sub(lambda found: _PLACE.join(found.group()), told) if len(told) > LONGEST else told  # type: ignore[return-value]
    if isinstance(told, dict):
        return {key: breakable(value) for key, value in told.items()}  # type: ignore[return-value]
    if isinstance(told, list | tuple):
        return [breakable(each) for each in told]  # type: ignore[return-value]
    return told
