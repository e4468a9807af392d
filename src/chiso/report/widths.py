"""How wide columns of a sheet must be, and how many lines a text takes in one; measured in characters."""

from __future__ import annotations

from chiso.report.document import Table

LEAST = {"rank": 7, "name": 26, "points": 11, "share": 10, "count": 11, "class": 14, "text": 14}
MOST = {"rank": 12, "name": 44, "points": 15, "share": 12, "count": 14, "class": 24, "text": 40}


def column_widths(table: Table) -> list[int]:
    """The width of each column: that of its longest text, within the bounds of its kind."""
    found = []
    for place, column in enumerate(table.columns):
        longest = max((len(row[place].text) for row in table.rows), default=0)
        word = max(len(part) for part in column.title.split())
        found.append(min(max(longest + 2, word + 2, LEAST[column.kind]), MOST[column.kind]))
    return found


def lines(text: str, width: int, *, bold: bool = False) -> int:
    """The number of lines that a text takes in a column of this width when it breaks between words."""
    # The width of a column counts digits; letters of running text are narrower, those of a bold heading are not.
    width = width if bold else width * 6 // 5
    count = 0
    for paragraph in text.split("\n"):
        count, used = count + 1, 0
        for word in paragraph.split():
            if used and used + 1 + len(word) > width:
                count, used = count + 1, 0
            used += len(word) + (1 if used else 0)
    return count
