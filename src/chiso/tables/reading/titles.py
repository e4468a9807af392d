"""What the lines around a table are: its caption, its unit of measure, a note, a letterhead."""

from __future__ import annotations

import re
from collections.abc import Iterable

from chiso.tables.reading.blocks import Grid, Text

_CAPTION = re.compile(
    r"(?P<word>bảng|biểu|phụ lục|table)(?: số)?\s+(?P<number>\d+(?:[.\-]\d+)*[a-z]?|[IVXL]+|[A-Z])\b"
    r"(?:\s*\((?P<more>tiếp theo|tiếp|tt)\))?\s*(?:[.:–—-]\s*|\s+|$)(?P<title>.*)",
    re.IGNORECASE | re.DOTALL,
)
_LEADERS = re.compile(r"\s*(?:\.{3,}|…+|(?:\s\.){3,})[\s.…]*\d+$")
_MEASURE = re.compile(r"\(?(?:đơn vị(?: tính)?|đvt|unit)\s*:", re.IGNORECASE)
_NOTE = re.compile(r"\(?\*+\)?\s*\S|(?:ghi chú|chú thích|nguồn|notes?|source)\s*[:.]", re.IGNORECASE)
_NUMBERED_NOTE = re.compile(r"(\(\d{1,2}\)|[¹²³⁴⁵⁶⁷⁸⁹]+)\s*\S")
_HEADING_LENGTH = 250
_LETTERHEAD = re.compile(
    r"cộng h[oòó][aàá] xã hội chủ nghĩa|độc lập\s*[-–]\s*tự do|^kính gửi|^nơi nhận|^(?:kt|tm|tl|tuq|q)\. "
    r"|^(?:phó )?(?:chủ tịch|giám đốc|thủ trưởng|bộ trưởng|cục trưởng)$",
    re.IGNORECASE,
)
_LETTERHEAD_ROWS, _LETTERHEAD_COLUMNS = 10, 4


def captioned(text: str) -> tuple[str, str] | None:
    """The number and title of a caption (`Bảng 2.1. Chỉ số …`), the dots and page of a list of tables left out."""
    match = _CAPTION.fullmatch(text)
    if match is None or (match["title"] and not _begins(match["title"], match["word"])):
        return None
    return match["number"], _LEADERS.sub("", " ".join(match["title"].split()))


def continued(text: str) -> bool:
    """Whether a caption says that its table was begun before: `Bảng 2 (tiếp theo)`."""
    match = _CAPTION.fullmatch(text)
    return match is not None and match["more"] is not None


def is_measure(text: str) -> bool:
    """Whether a line over a table names its unit of measure: `Đơn vị tính: hồ sơ`."""
    return _MEASURE.match(text) is not None


def is_note(text: str, table: Iterable[str]) -> bool:
    """Whether a line under a table is its note: a star, `Ghi chú:`, or a number `(1)` that the table's texts bear."""
    if _NOTE.match(text):
        return True
    match = _NUMBERED_NOTE.match(text)
    return match is not None and any(match[1] in each for each in table)


def is_heading(text: str) -> bool:
    """Whether a line may be a title: short, and no sentence."""
    return len(text) <= _HEADING_LENGTH and not text.endswith((".", ";", ":", ",", "./.")) and "\n" not in text


def is_letterhead(grid: Grid) -> bool:
    """Whether a grid only places the head, the addressees or the signature of a document side by side."""
    if len(grid.rows) > _LETTERHEAD_ROWS or grid.width > _LETTERHEAD_COLUMNS:
        return False
    return any(
        _LETTERHEAD.search(line) for row in grid.rows for piece in row for line in piece.text.split("\n") if line
    )


def caption_of(pending: list[Text]) -> tuple[int, str, str] | None:
    """Where in the lines before a table its caption begins, its number and title; the last lines may continue it."""
    for back in range(1, min(4, len(pending) + 1)):
        found = captioned(pending[-back].text)
        if found:
            rest = [line.text for line in pending[len(pending) - back + 1 :]]
            return len(pending) - back, found[0], " ".join([found[1], *rest]).strip()
        if not is_heading(pending[-back].text):
            return None
    return None


def _begins(title: str, word: str) -> bool:
    """Whether what follows the number begins a title, not the rest of a sentence (`Bảng 2 và Bảng 3 cho thấy`)."""
    return title[:1].isupper() or title[:1] in '"“(*0123456789' or word.isupper()
