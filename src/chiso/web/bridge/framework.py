"""The framework of a cycle, as the engine reads it."""

from __future__ import annotations

from functools import lru_cache

from chiso.engine.framework import Framework
from chiso.engine.loading import loads
from chiso.web.models import Cycle, FrameworkFile

KEPT = 16
"""How many frameworks a process keeps loaded: this year's and last year's of a few cycles."""


def framework_of(cycle: Cycle) -> Framework:
    """The framework that a cycle was given; the bytes are read once in a process."""
    return loaded(cycle.framework_id)


@lru_cache(maxsize=KEPT)
def loaded(digest: str) -> Framework:
    """The framework of a digest."""
    file = FrameworkFile.objects.get(digest=digest)
    return loads(bytes(file.content), file.name)
