"""What is published, to everybody."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from django.http import Http404

from chiso.web.bridge.printed import Printed, bundles, file_of, printed


@dataclass(frozen=True)
class Published:
    """Results known from print, and the published folders that can be taken and verified."""

    printed: list[Printed]
    bundles: list[str]


def published() -> Published:
    """Everything that is published here."""
    return Published(printed(), bundles())


def file(id: str) -> Path:
    """The page or the folder of a published result; Http404 where there is none."""
    found = file_of(id)
    if found is None:
        raise Http404
    return found
