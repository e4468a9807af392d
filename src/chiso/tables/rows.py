"""What a row of a published table is: a unit, a total, several units that share the last place."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from chiso.tables.cells import Cell, tidy

_TOTAL = re.compile(
    r"(?:tổng(?: (?:cộng|số|hợp))?|cộng|toàn (?:tỉnh|ngành|quốc)|cả nước|(?:grand )?total)[\s:.]*", re.I
)
_OUTER = re.compile(r"\([^()]*\)|[;,]")


def is_total(row: Sequence[Cell]) -> bool:
    """Whether a row adds up the others: its first words are `Tổng cộng`, `Tổng số`, `Cộng`."""
    return is_total_text(next((cell.text for cell in row if cell.text), ""))


def is_total_text(text: str) -> bool:
    """Whether a cell begins a total row."""
    return _TOTAL.fullmatch(text) is not None


def listed(text: str, known: Collection[str] = (), count: int = 0) -> tuple[str, ...]:
    """The names in one cell: parted at every `;`, and at commas only where that is sure.

    A comma stands inside names too (`Bộ Lao động, Thương binh và Xã hội`), so it parts only where every part is
    among `known` names, or where `count` says how many names there are; what stands in brackets is never parted.
    """
    text = tidy(text)
    parts = _parted(text, ";")
    if len(parts) > 1:
        return parts
    parts = _parted(text, ",")
    sure = len(parts) == count if count else all(part in known for part in parts)
    return parts if len(parts) > 1 and text not in known and sure else (text,)


def _parted(text: str, mark: str) -> tuple[str, ...]:
    places = [match.start() for match in _OUTER.finditer(text) if match[0] == mark]
    cuts = [-1, *places, len(text)]
    parts = (text[begin + 1 : end].strip() for begin, end in pairwise(cuts))
    return tuple(part for part in parts if part)
