"""Tables that were pasted one cell a line: the header's cells, then those of each row, blank lines between or not."""

from __future__ import annotations

from chiso.tables.cells import tidy
from chiso.tables.reading import titles
from chiso.tables.reading.aligning import Kind, kind_of
from chiso.tables.reading.blocks import Grid, Piece
from chiso.tables.reading.piped import Line
from chiso.tables.reading.shaping import is_ordinal
from chiso.tables.rows import is_total_text

_FIRST = {"stt", "tt", "số tt", "số thứ tự", "thứ hạng", "hạng", "xếp hạng", "no", "no."}
_MOST_COLUMNS = 40


def begins(text: str) -> bool:
    """Whether a line alone may be the first cell of such a header: `STT`, `Thứ hạng`."""
    return tidy(text).casefold() in _FIRST


def grid(lines: list[Line], start: int) -> tuple[Grid, int] | None:
    """The table whose header begins at line `start`, and the line after it; None where there is none."""
    width = _width(lines, start)
    if width < 2:
        return None
    header = [Piece(tidy(line.text), line=line.number) for line in lines[start : start + width]]
    place = start + width
    parted = place < len(lines) and not lines[place].text
    rows: list[list[Piece]] = []
    last = 0
    while place < len(lines):
        while place < len(lines) and not lines[place].text.strip() and parted:
            place += 1
        row = _row(lines, place, width, rows[-1:], last, parted)
        if row is None:
            break
        rows.append(row)
        last = int(row[0].text.rstrip(".")) if is_ordinal(row[0].text) else last
        place += width if not parted else _length(lines, place)
    if not rows:
        return None
    return Grid([header, *rows], headers=1), place


def _width(lines: list[Line], start: int) -> int:
    """How many lines the header has: those up to a blank line or to the first ordinal `1`."""
    for width, line in enumerate(lines[start : start + _MOST_COLUMNS + 1]):
        if width and (not line.text.strip() or tidy(line.text).rstrip(".") == "1"):
            return width
    return 0


def _length(lines: list[Line], place: int) -> int:
    """How many lines there are up to one that is empty; a line of blanks alone is an empty cell."""
    length = 0
    while place + length < len(lines) and lines[place + length].text:
        length += 1
    return length


def _row(
    lines: list[Line], place: int, width: int, above: list[list[Piece]], last: int, parted: bool
) -> list[Piece] | None:
    """The row that begins here, None where the table has ended; `above` is the row before it, `last` its ordinal."""
    taken = lines[place : place + (_length(lines, place) if parted else width)]
    if not taken or not _is_next(tidy(taken[0].text), last) or any(map(_is_caption, taken)):
        return None
    if not parted and (len(taken) < width or not _fits(taken, above)):
        return None
    pieces = [Piece(tidy(line.text), line=line.number) for line in taken]
    if len(pieces) > width:
        return None
    return pieces + [Piece("", line=pieces[-1].line) for _ in range(width - len(pieces))]


def _is_next(text: str, last: int) -> bool:
    """Whether a first cell continues the list: the same ordinal, a later one, or the words of a total."""
    if is_ordinal(text):
        return int(text.rstrip(".")) >= last
    return last > 0 and is_total_text(text)


def _fits(taken: list[Line], above: list[list[Piece]]) -> bool:
    """Whether the cells are of the kinds that the row above has: a heading of the next part is not."""
    if not above:
        return True
    pairs = zip((kind_of(tidy(line.text)) for line in taken), (kind_of(piece.text) for piece in above[0]), strict=True)
    return all(Kind.WORDS not in pair or pair[0] == pair[1] or Kind.BLANK in pair for pair in pairs)


def _is_caption(line: Line) -> bool:
    return titles.captioned(tidy(line.text)) is not None
