"""The kinds of documents by their names on the command line."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """The kinds of documents."""

    DECISION = "quyet-dinh"
    CARD = "the-don-vi"
    PRESS = "thong-cao"
    METHOD = "phuong-phap"
