"""Counts told in words, as tables of dossiers tell them: `21 dịch vụ có số lượng hồ sơ … trong năm là 38.203`."""

from __future__ import annotations

import re
from collections.abc import Iterator

_PIECE = re.compile(r"(?:^|\s)-\s*|;\s*-\s*")
_NUMBER = r"\d{1,3}(?:\.\d{3})+(?!\d)|\d+"
_TOLD = re.compile(
    rf"(?:\blà\s*:?|\bkhoảng|^\s*có)\s*(?P<count>{_NUMBER})(?:\s*/\s*(?P<whole>{_NUMBER}))?(?![\d.,]*\s*%|,\d)", re.I
)
_SHARE = re.compile(
    rf"(?P<count>{_NUMBER})\s*/\s*(?P<whole>{_NUMBER})\b[^%;()]*?tỷ lệ\s+(?P<share>\d+(?:[.,]\d+)?)\s*%", re.I
)
_SERVICES = re.compile(r"\d{2,} dịch vụ")


def counts(text: str) -> tuple[int, ...]:
    """The count of each statement in a cell of words: its last one, for the earlier ones say of how many.

    Statements begin with a dash. Percentages and numbers of services are no counts.
    """
    return tuple(found[-1] for found in (list(_counts(piece)) for piece in _PIECE.split(text)) if found)


def shares(text: str) -> Iterator[tuple[str, str, str]]:
    """The count, the whole and the percentage, as printed, of each share that a text states in full."""
    for match in _SHARE.finditer(text):
        yield match["count"], match["whole"], match["share"]


def ungrouped(text: str) -> tuple[str, ...]:
    """The counts of four digits and more that are written without a mark between thousands."""
    return tuple(match["count"] for match in _TOLD.finditer(text) if re.fullmatch(r"\d{4,}", match["count"]))


def grouped(text: str) -> tuple[str, ...]:
    """The counts that are written with dots between thousands."""
    return tuple(match["count"] for match in _TOLD.finditer(text) if "." in match["count"])


def _counts(piece: str) -> Iterator[int]:
    for match in _TOLD.finditer(piece):
        yield int(match["count"].replace(".", ""))
