"""What is read back from a document, the same for both formats: its pages, and its lines with their looks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Side: TypeAlias = Literal["left", "right", "full"]


@dataclass(frozen=True)
class Line:
    """One line of a page (PDF) or one paragraph (DOCX).

    size: points; side: the half it stands in, where the page is parted in two; rule: the length of the rule right
    below it as a share of its own length, None where there is none; align: `left`, `center`, `both` or "" where the
    format does not tell; indent: of the first line, and space: to the next paragraph, in twentieths of a point, where
    the format tells.
    """

    text: str
    font: str
    size: float
    bold: bool
    italic: bool
    side: Side
    black: bool = True
    rule: float | None = None
    align: str = ""
    indent: int | None = None
    space: int | None = None

    @property
    def capitals(self) -> bool:
        """Whether it is in capitals, or the dots of a name that is still blank."""
        return self.text.isupper() or set(self.text) == {"…"}


@dataclass(frozen=True)
class Sheet:
    """The pages of one part of a document.

    size and margins (top, bottom, left, right) in millimetres; numbers: the size of the page numbers where there are
    any; first: whether the first page bears one; centred: whether they stand in the middle of the top margin.
    """

    size: tuple[int, int]
    margins: tuple[int, int, int, int]
    numbers: float | None
    first: bool
    centred: bool


@dataclass(frozen=True)
class Reading:
    """A document read back: its sheets, and the lines outside tables of numbers, in order."""

    sheets: tuple[Sheet, ...]
    lines: tuple[Line, ...]
