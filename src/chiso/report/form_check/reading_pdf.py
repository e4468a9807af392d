"""A PDF read back by the letters on its pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from chiso.report.form_check.letters import POINTS, TOP, margins, millimetres, text_of
from chiso.report.form_check.lines import Line, Reading, Sheet, Side

GAP = 25
"""Points between two parts of a page that stand side by side."""
SHORT = 10
"""Points of the shortest rule, below a name that is still blank."""
SAME_LINE = 3
MARGIN = 86
"""Points from the left edge, just beyond 30 mm: only the rule above footnotes begins there, outside of tables."""
MARK = 9
"""Points below which figures that stand by themselves are the mark of a footnote."""
RULE = 2
"""Points: what is drawn higher than this is part of a picture, not a rule."""


def read_pdf(raw: bytes) -> Reading:
    """The pages and lines of a PDF; the cells of tables with rules are left out."""
    import pdfplumber

    sheets: list[Sheet] = []
    lines: list[Line] = []
    with pdfplumber.open(BytesIO(raw)) as document:
        parts: list[list[Any]] = []
        for page in document.pages:
            if _number(page) is None:
                parts.append([])
            parts = parts or [[]]
            parts[-1].append(page)
            lines += _lines(page)
        sheets = [_sheet(part) for part in parts]
    return Reading(tuple(sheets), tuple(lines))


def _number(page: Any) -> list[Any] | None:
    """The letters of a page's number."""
    letters = [char for char in page.chars if char["bottom"] < TOP and char["text"].strip()]
    return letters or None


def _sheet(pages: Sequence[Any]) -> Sheet:
    """What pages of one part have in common; a margin is where the letters of its pages come nearest to the edge."""
    first = pages[0]
    numbers = [number for page in pages if (number := _number(page)) is not None]
    centred = all(
        abs((number[0]["x0"] + number[-1]["x1"]) / 2 - _middle(page)) < GAP
        for page in pages
        if (number := _number(page)) is not None
    )
    return Sheet(
        (millimetres(first.width), millimetres(first.height)),
        margins(pages),
        numbers[0][0]["size"] if numbers else None,
        False,
        centred,
    )


def _middle(page: Any) -> Any:
    """The middle between margins of 30 and 20 mm."""
    return (page.width + 10 * POINTS / 25.4) / 2


def _lines(page: Any) -> Iterator[Line]:
    tables = [table.bbox for table in page.find_tables() if len(table.rows) > 1]
    rules = [each for each in (*page.lines, *page.rects) if each["x1"] - each["x0"] > SHORT and each["height"] < RULE]
    notes = min((rule["top"] for rule in rules if _above_notes(page, rule)), default=page.height)
    letters = [char for char in text_of(page) if TOP <= char["bottom"] < notes and not _within(char, tables)]
    for row in _rows(letters):
        for piece in _pieces(row):
            if not all(char["size"] < MARK and char["text"].isdigit() for char in piece):
                yield _line(page, piece, rules)


def _above_notes(page: Any, rule: Any) -> bool:
    """Whether a rule parts the footnotes from the text: it begins at the left margin, three tenths of the text long."""
    length = 2 * (_middle(page) - MARGIN) * 3 / 10
    return bool(rule["x0"] < MARGIN and abs(rule["x1"] - rule["x0"] - length) < GAP / 2)


def _within(char: Any, boxes: Sequence[Any]) -> bool:
    return any(top - 1 <= char["top"] and char["bottom"] <= bottom + 1 for _, top, _, bottom in boxes)


def _rows(letters: Sequence[Any]) -> Iterator[list[Any]]:
    """Letters that stand on one line, from the top down."""
    row: list[Any] = []
    for char in sorted(letters, key=lambda each: (each["bottom"], each["x0"])):
        if row and char["bottom"] - row[-1]["bottom"] > SAME_LINE:
            yield row
            row = []
        row.append(char)
    if row:
        yield row


def _pieces(row: Sequence[Any]) -> Iterator[list[Any]]:
    """The parts of a line that stand side by side."""
    piece: list[Any] = []
    for char in sorted(row, key=lambda each: each["x0"]):
        if not char["text"].strip() and not piece:
            continue
        if piece and char["x0"] - piece[-1]["x1"] > GAP:
            yield piece
            piece = []
        piece.append(char)
    if piece:
        yield piece


def _line(page: Any, piece: Sequence[Any], rules: Sequence[Any]) -> Line:
    visible = [char for char in piece if char["text"].strip()]
    length = visible[-1]["x1"] - visible[0]["x0"]
    below = [
        rule
        for rule in rules
        if -2 <= rule["top"] - visible[0]["bottom"] < 8
        and abs(rule["x0"] + rule["x1"] - visible[0]["x0"] - visible[-1]["x1"]) < GAP
    ]
    name = visible[0]["fontname"].partition("+")[2]
    return Line(
        text="".join(char["text"] for char in piece).strip(),
        font=name,
        size=visible[0]["size"],
        bold=all("Bold" in char["fontname"] for char in visible),
        italic=all("Italic" in char["fontname"] for char in visible),
        side=_side(page, visible),
        black=all(_is_black(char["non_stroking_color"]) for char in visible),
        rule=(below[0]["x1"] - below[0]["x0"]) / length if below else None,
    )


def _side(page: Any, visible: Sequence[Any]) -> Side:
    """The half of the page that a line stands in, or `full` where it stands around the middle."""
    middle, center = _middle(page), (visible[0]["x0"] + visible[-1]["x1"]) / 2
    if abs(center - middle) < GAP or (visible[0]["x0"] < middle - GAP and visible[-1]["x1"] > middle + GAP):
        return "full"
    return "left" if center < middle else "right"


def _is_black(color: Any) -> bool:
    parts = color if isinstance(color, tuple | list) else (color,)
    return all(not part for part in parts) or parts == (0, 0, 0, 1)
