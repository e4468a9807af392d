"""Rows whose cells are parted by `|` or by tabs, cells broken over lines and rows with fewer cells among them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from chiso.tables.cells import tidy
from chiso.tables.reading import aligning, shaping, titles
from chiso.tables.reading.blocks import Grid, Piece
from chiso.tables.rows import is_total_text

_RULE = re.compile(r"\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?\|?")
_SAMPLE = 20
"""Lines that tell how many marks a row has."""
_LOOK_AHEAD = 3
"""Lines of a broken cell that may stand without a mark."""


@dataclass(frozen=True)
class Line:
    """A line of a text, and its number from 1."""

    number: int
    text: str


@dataclass(frozen=True)
class _Style:
    """How rows are written: the mark, whether each row ends with it, whether each begins with it, how many it has."""

    mark: str
    closed: bool
    framed: bool
    marks: int

    @property
    def width(self) -> int:
        return self.marks + 1 - self.closed - self.framed


def is_row(line: str) -> bool:
    """Whether a line holds marks between cells, and so may begin a table."""
    return "|" in line or "\t" in line.strip("\t ")


def grid(lines: list[Line], start: int) -> tuple[Grid, int] | None:
    """The table that begins at line `start`, and the line after it; None where these lines are no table."""
    style = _style(lines, start)
    if style.width < 2:
        return None
    raw, end = _rows(lines, start, style)
    if not _is_table(raw, style):
        return None
    pieces = [cells for row in raw if (cells := _pieces(row, style))]
    # A header has no whole rows to be held against: what it lacks, it lacks at its end.
    pieces[0] += [Piece("", line=pieces[0][0].line) for _ in range(style.width - len(pieces[0]))]
    # A first row may print fewer cells than its marks make room for.
    header = [*(piece.text for piece in pieces[0]), *[""] * style.width][: style.width]
    columns = aligning.kinds(header, [[piece.text for piece in row] for row in pieces[1:]])
    rows: list[list[Piece]] = []
    for row in pieces:
        rows.append(_fitted(row, style.width, columns, rows))
    return Grid(rows), end


def _style(lines: list[Line], start: int) -> _Style:
    text = lines[start].text.rstrip()
    if "|" not in text:
        return _Style("\t", False, False, _whole_marks(lines, start, "\t"))
    closed = text.endswith("|")
    framed = closed and text.lstrip().startswith("|") and _is_framed(lines, start)
    return _Style("|", closed, framed, text.count("|") if framed else _whole_marks(lines, start, "|"))


def _whole_marks(lines: list[Line], start: int, mark: str) -> int:
    """How many marks the header has: those of its first line, or of its first few where its rows say so."""
    below = Counter(line.text.count(mark) for line in lines[start + 1 : start + _SAMPLE] if _is_numbered(line, mark))
    usual = below.most_common(1)[0][0] if below else 0
    first = had = lines[start].text.count(mark)
    for line in lines[start + 1 : start + _LOOK_AHEAD]:
        if had >= usual or not line.text.strip() or _is_numbered(line, mark):
            break
        had += line.text.count(mark)
    return usual if had == usual else first


def _is_numbered(line: Line, mark: str) -> bool:
    """Whether a line begins with an ordinal and a mark."""
    return mark in line.text and shaping.is_ordinal(line.text.split(mark)[0].strip())


def _is_framed(lines: list[Line], start: int) -> bool:
    """Whether the rows from here on begin with the mark as well as end with it (Markdown)."""
    below = [line.text.strip() for line in lines[start + 1 : start + 3] if line.text.strip()]
    return bool(below) and all(text.startswith("|") and text.endswith("|") for text in below)


def _rows(lines: list[Line], start: int, style: _Style) -> tuple[list[list[Line]], int]:
    """The lines of each row, and the line after the table."""
    rows: list[list[Line]] = []
    row: list[Line] = []
    place = start
    while place < len(lines):
        line = lines[place]
        if _RULE.fullmatch(line.text.strip()) and style.mark == "|" and "-" in line.text:
            place += 1
            continue
        if not row:
            if not line.text.strip():
                if not _resumes(lines, place, rows, style):
                    break
            elif style.mark not in line.text.strip(" \t" if style.mark == "\t" else ""):
                break
            else:
                row = [line]
        elif _goes_on(lines, place, row, style):
            row.append(line)
        else:
            rows.append(row)
            row = []
            continue
        if row and _marks(row, style) >= style.marks and _ends(row, style):
            rows.append(row)
            row = []
        place += 1
    if row:
        rows.append(row)
    return rows, place


def _marks(row: list[Line], style: _Style) -> int:
    return sum(line.text.count(style.mark) for line in row)


def _ends(row: list[Line], style: _Style) -> bool:
    return not style.closed or row[-1].text.rstrip().endswith("|")


def _goes_on(lines: list[Line], place: int, row: list[Line], style: _Style) -> bool:
    """Whether a line belongs to the row begun before it, which has too few marks."""
    text = lines[place].text
    here, had = text.count(style.mark), _marks(row, style)
    if not text.strip() or had + here > style.marks or titles.captioned(text.strip()):
        return False
    if style.mark == "\t" or not style.closed:
        return _completes(lines, place, had, style) and not _begins_next(row, text, style)
    if here == 0:
        ahead = lines[place + 1 : place + 1 + _LOOK_AHEAD]
        closes = next((line.text for line in ahead if "|" in line.text), "")
        return not row[-1].text.rstrip().endswith("|") or closes.lstrip().startswith("|")
    if text.lstrip().startswith("|") or not row[-1].text.rstrip().endswith("|"):
        return True
    return not _begins_next(row, text, style)


def _completes(lines: list[Line], place: int, had: int, style: _Style) -> bool:
    """Whether the marks of this line and the few after it make the row whole, to the mark."""
    for line in lines[place : place + _LOOK_AHEAD]:
        if not line.text.strip():
            return False
        had += line.text.count(style.mark)
        if had >= style.marks:
            return had == style.marks
    return False


def _begins_next(row: list[Line], text: str, style: _Style) -> bool:
    """Whether a line begins the row after `row`: with the same ordinal or the next."""
    above, here = (each.split(style.mark)[0].strip().rstrip(".") for each in (row[0].text, text))
    return above.isdecimal() and here.isdecimal() and int(here) - int(above) in (0, 1)


def _resumes(lines: list[Line], place: int, rows: list[list[Line]], style: _Style) -> bool:
    """Whether rows of the same table go on after blank lines: the next ordinal, or the header and then it."""
    ahead = [line.text for line in lines[place : place + 8] if line.text.strip()]
    if not ahead or not rows:
        return False
    if style.width == len(ahead[0].strip().split(style.mark)) and ahead[0].strip() == rows[0][0].text.strip():
        ahead = ahead[1:]
    last = next((first for row in reversed(rows) if (first := _first(row[0].text, style)).isdecimal()), "")
    here = _first(ahead[0], style) if ahead else ""
    return last.isdecimal() and here.isdecimal() and int(here) - int(last) in (0, 1)


def _first(text: str, style: _Style) -> str:
    return text.split(style.mark)[0].strip().rstrip(".") if style.mark in text else ""


def _is_table(rows: list[list[Line]], style: _Style) -> bool:
    """Whether rows are a table and not the head or signature of a document: a column of ordinals or numbers."""
    if len(rows) < 2:
        return False
    texts = [[piece.text for piece in _pieces(row, style)] for row in rows[1:]]
    numeric = sum(any(shaping.has_number([Piece(text)]) for text in row) for row in texts)
    return numeric * 2 >= len(texts) or (style.width > 2 and len(rows) > 2) or style.framed


def _pieces(row: list[Line], style: _Style) -> list[Piece]:
    """The cells of a row that are printed: those that only fill it up at its end are left out.

    A cell that is printed empty still holds the end of a line; one that fills a row up, or that lost a link, does not.
    """
    starts, texts = [row[0].number], [""]
    for line in row:
        if line is not row[0]:
            texts[-1] += "\n"
        for place, part in enumerate(line.text.rstrip("\r").split(style.mark)):
            if place:
                starts.append(line.number)
                texts.append("")
            if part.strip() and not texts[-1].strip():
                starts[-1] = line.number
            texts[-1] += part
    if style.framed:
        starts, texts = starts[1:], texts[1:]
    if style.closed and not texts[-1].strip():
        starts, texts = starts[:-1], texts[:-1]
    while style.mark == "|" and len(texts) > 1 and not texts[-1].strip() and "\n" not in texts[-1]:
        starts, texts = starts[:-1], texts[:-1]
    return [Piece(tidy(text), line=number) for text, number in zip(texts, starts, strict=True)]


def _fitted(row: list[Piece], width: int, columns: list[aligning.Kind], rows: list[list[Piece]]) -> list[Piece]:
    """The row as wide as the table."""
    if len(row) > width:
        rest = row[width - 1 :]
        row = [*row[: width - 1], Piece(" ".join(piece.text for piece in rest if piece.text), line=rest[0].line)]
    if len(row) == width:
        return row
    above = rows[-1] if rows and not is_total_text(row[0].text) else None
    return aligning.aligned(row, columns, above)
