"""Which row or table a phrase of the prose is about, by the words they share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction

from chiso.audit.published import Published

_WORD = re.compile(r"[^\W_]+")
_LEADING = re.compile(r"^(?:t[ỷỉ] lệ|số lượng|số|về) ", re.I)
_PREFIX = 4


def words(text: str) -> frozenset[str]:
    """The words of a text, without case and without what begins any label of a share or a count."""
    return frozenset(_WORD.findall(_LEADING.sub("", text.strip()).lower()))


def likeness(one: str, other: str) -> Fraction:
    """The share of the words of both that are in both; `scan` and `scanner` count as one word."""
    first, second = words(one), words(other)
    shared = {word for word in first if _in(word, second)}
    whole = len(first) + len(second) - len(shared)
    return Fraction(len(shared), whole) if whole else Fraction(0)


def coverage(label: str, text: str) -> Fraction:
    """The share of a label's words that stand in a text."""
    wanted, found = words(label), words(text)
    return Fraction(sum(_in(word, found) for word in wanted), len(wanted)) if wanted else Fraction(0)


def best(phrase: str, labels: Sequence[str], least: Fraction) -> int | None:
    """The place of the label most like a phrase; None where none is alike enough, or two are equally."""
    found = [(likeness(phrase, label), -place) for place, label in enumerate(labels)]
    found.sort(reverse=True)
    if not found or found[0][0] < least or (len(found) > 1 and found[0][0] == found[1][0]):
        return None
    return -found[0][1]


def table_about(text: str, tables: Iterable[Published]) -> Published | None:
    """The table whose title is most like the head of a paragraph (`- Về hạ tầng kỹ thuật CNTT: …`)."""
    head = text.lstrip("-+• ").partition(":")[0]
    found = list(tables)
    place = best(head, [re.sub(r"^\w+\)\s*", "", table.table.title) for table in found], Fraction(1, 2))
    return None if place is None else found[place]


def _in(word: str, others: frozenset[str]) -> bool:
    if word in others:
        return True
    return len(word) >= _PREFIX and any(
        len(other) >= _PREFIX and (other.startswith(word) or word.startswith(other)) for other in others
    )
