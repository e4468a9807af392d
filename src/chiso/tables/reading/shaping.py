"""The shape of a grid: which rows are its header, which repeat it, and which only hold a title or a note."""

from __future__ import annotations

import re
from itertools import pairwise

from chiso.tables.numbers import parse
from chiso.tables.reading.blocks import Grid, Piece

_ORDINAL = re.compile(r"\d{1,5}\.?")
_INDEX = re.compile(r"\(?\d{1,2}\)?(?:\s*=.*)?|\(\d{1,2}\s*=?.*\)|[A-Z]|\([A-Za-z]\)")


def is_ordinal(text: str) -> bool:
    """Whether a cell holds a place in a list: `1`, `12.`."""
    return _ORDINAL.fullmatch(text) is not None


def trimmed(grid: Grid) -> tuple[list[Piece], Grid, list[Piece]]:
    """The pieces that stand alone over the table, the grid between, those that stand alone under it.

    Blank rows are left out, and columns without a word of their own. A lone piece is one in a row that has no other:
    a title over the header, a note under the last row. A lone piece among the rows is a heading of theirs and stays.
    """
    rows = [row for row in grid.rows if any(piece.text for piece in row)]
    filled = [place for place in range(grid.width) if any(_is_own(row, place) for row in rows)]
    rows = [[row[place] for place in filled] for row in rows] if len(filled) < grid.width else rows
    bounds = grid.bounds if len(filled) == grid.width else ()
    before: list[Piece] = []
    while len(filled) > 1 and len(rows) > 1 and (alone := _alone(rows[0])):
        before.append(alone)
        rows = rows[1:]
    after: list[Piece] = []
    while len(filled) > 1 and len(rows) > 1 and (alone := _alone(rows[-1])) and not is_ordinal(alone.text):
        after.insert(0, alone)
        rows = rows[:-1]
    headers = None if grid.headers is None else max(grid.headers - len(before), 0)
    return before, Grid(rows, headers, grid.caption, grid.notes, bounds), after


def _is_own(row: list[Piece], place: int) -> bool:
    """Whether a row has words in a column that are not those of the merged cell to the left."""
    return bool(row[place].text) and not (place and row[place] is row[place - 1])


def _alone(row: list[Piece]) -> Piece | None:
    """The only piece with words in a row, where it stands first or covers the whole row."""
    pieces = {id(piece): piece for piece in row if piece.text}
    if len(pieces) != 1:
        return None
    (piece,) = pieces.values()
    return piece if piece is row[0] else None


def header_rows(grid: Grid) -> int:
    """How many rows at the top are the header: as the file says, else as merged cells and ordinals tell."""
    rows = grid.rows
    if grid.headers is not None:
        count = min(grid.headers, len(rows))
        return count + (count < len(rows) and count > 0 and _is_index(rows[count]))
    if _is_body(rows[0]):
        return 0
    count = 1
    while count < len(rows) and _goes_on(rows, count):
        count += 1
    return count + (count < len(rows) and _is_index(rows[count]))


def _goes_on(rows: list[list[Piece]], count: int) -> bool:
    """Whether the row after `count` header rows belongs to them."""
    above, below = rows[count - 1], rows[count]
    down = any(piece is under and piece.text for piece, under in zip(above, below, strict=True))
    across = any(piece is beside and piece.text for piece, beside in pairwise(above))
    if is_ordinal(below[0].text):
        return False
    if down:
        return across or below[0] is above[0]
    if across:
        return not any(parse(piece.text) and not _is_year(piece.text) for piece in below)
    if below[0].text or not above[0].text or has_number(below) or count + 1 == len(rows):
        return False
    follows = rows[count + 1]
    return is_ordinal(follows[0].text) or _is_index(follows)


def _is_body(row: list[Piece]) -> bool:
    """Whether a first row is no header: it begins with an ordinal and holds a name or a number."""
    return is_ordinal(row[0].text) and not _is_year(row[0].text) and not _is_index(row)


def _is_year(text: str) -> bool:
    return re.fullmatch(r"(?:19|20)\d\d", text) is not None


def _is_index(row: list[Piece]) -> bool:
    """Whether a row only numbers the columns: `(1) (2) (3)`, `A B 1 2 3=1+2`."""
    texts = [piece.text for piece in row if piece.text]
    if len(texts) < 3 or not all(_INDEX.fullmatch(text) for text in texts):
        return False
    numbers = [int(match[0]) for text in texts if (match := re.search(r"\d+", text))]
    return len(numbers) > 1 and numbers == list(range(numbers[0], numbers[0] + len(numbers))) and numbers[0] <= 3


def names(rows: list[list[Piece]], width: int) -> tuple[str, ...]:
    """The name of each column: the texts of its header rows, each once, joined by " / "."""
    found = []
    for place in range(width):
        texts: list[str] = []
        for row in rows:
            text = " ".join(row[place].text.split())
            if text and text not in texts:
                texts.append(text)
        found.append(" / ".join(texts))
    return tuple(found)


def repeats(row: list[Piece], headers: list[list[Piece]]) -> bool:
    """Whether a row repeats one of the header's rows in the midst of the table."""
    texts = [piece.text for piece in row]
    return any(texts) and any(texts == [piece.text for piece in header] for header in headers)


def has_number(row: list[Piece]) -> bool:
    """Whether any cell of a row holds a number."""
    return any(parse(piece.text) for piece in row)
