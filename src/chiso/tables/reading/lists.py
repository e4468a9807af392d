"""Tables that are written as prose: numbered lines, and ranks told one after the other in a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from chiso.tables.numbers import parse
from chiso.tables.reading.blocks import Block, Grid, Piece, Text

_NUMBERED = re.compile(r"(\d{1,4})[ \t]+([^\W\d_].*)")
_LONGEST = 160
_LEAST = 3
"""Lines, or ranks, that make a table."""

_RANK = re.compile(r"\bxếp (?:hạng|thứ)(?: thứ)?\s+(?P<rank>\d+/\d+)(?:\s*\((?P<more>[^()]*)\))?", re.IGNORECASE)
_BEFORE = re.compile(r"[;:()]|[.!?…]\s")
_MOVE = re.compile(r"(?:tăng|giảm|tụt|lên|xuống|giữ nguyên)\b", re.IGNORECASE)
_CLASS = re.compile(r"xếp (?:loại|hạng)\s+\D+", re.IGNORECASE)
RANK_COLUMNS = ("Nội dung", "Xếp hạng", "Thay đổi", "Xếp loại", "Ghi chú")
"""The columns of a table of ranks that are told in prose; the words in its cells are the document's."""


def tabled(blocks: Iterable[Block]) -> Iterator[Block]:
    """The same blocks, numbered lines put into a grid, and a grid after each paragraph that tells ranks."""
    run: list[tuple[Text, str, str]] = []
    for block in blocks:
        numbered = _numbered(block)
        if run and (numbered is None or not _counts_on(run, int(numbered[1]))):
            yield from _ended(run)
            run = []
        if numbered:
            run.append(numbered)
            continue
        yield block
        if isinstance(block, Text):
            yield from _ranks(block)
    yield from _ended(run)


def _counts_on(run: list[tuple[Text, str, str]], number: int) -> bool:
    """Whether a number follows in a list, or in a ranking with ties: the same, the next, or that of the line."""
    last = int(run[-1][1])
    return number in (last, last + 1) or number == len(run) + 1


def _numbered(block: Block) -> tuple[Text, str, str] | None:
    if not isinstance(block, Text) or len(block.text) > _LONGEST or block.text.endswith((".", ";", ":")):
        return None
    match = _NUMBERED.fullmatch(block.text)
    return (block, match[1], match[2]) if match else None


def _ended(run: list[tuple[Text, str, str]]) -> Iterator[Block]:
    """A grid of the numbered lines, or the lines themselves where they are too few or begin in the midst."""
    if len(run) < _LEAST or int(run[0][1]) != 1:
        yield from (text for text, _, _ in run)
        return
    values = [_values(name) for _, _, name in run]
    count = min(map(len, values)) - 1
    rows = []
    for (text, number, name), parts in zip(run, values, strict=True):
        cells = [number, *parts] if len(parts) == count + 1 and count else [number, name]
        rows.append([Piece(cell, text.page, text.line, text.sheet) for cell in cells])
    width = min(map(len, rows))
    if any(len(row) != width for row in rows):
        rows = [
            [row[0], Piece(name, text.page, text.line, text.sheet)]
            for row, (text, _, name) in zip(rows, run, strict=True)
        ]
    yield Grid(rows, headers=0)


def _values(name: str) -> list[str]:
    """A name and the numbers at its end that cannot be part of it: `An Giang 0,927`, not `Quận 1`."""
    words = name.split()
    place = len(words)
    while place > 1 and (readings := parse(words[place - 1])) and (
        readings[0].number.percent or len(readings) > 1 or readings[0].number.decimals
    ):  # fmt: skip
        place -= 1
    return [" ".join(words[:place]), *words[place:]]


def _ranks(text: Text) -> Iterator[Grid]:
    """A grid of the ranks that a paragraph tells, where it tells enough of them."""
    rows: list[list[str]] = []
    end = 0
    for match in _RANK.finditer(text.text):
        name = _BEFORE.split(text.text[end : match.start()])[-1].strip()
        rows.append([name, match["rank"], *_told(match["more"] or "")])
        end = match.end()
    if len(rows) >= _LEAST:
        pieces = [[Piece(cell, text.page, text.line, text.sheet) for cell in row] for row in [RANK_COLUMNS, *rows]]
        yield Grid(pieces, headers=1)


def _told(more: str) -> list[str]:
    """The move, the class and the rest of what stands in brackets after a rank."""
    parts = [part.strip() for part in more.split(",") if part.strip()]
    moves = [part for part in parts if _MOVE.match(part)]
    classes = [part for part in parts if _CLASS.fullmatch(part)]
    rest = [part for part in parts if part not in (*moves[:1], *classes[:1])]
    return [*(moves[:1] or [""]), *(classes[:1] or [""]), ", ".join(rest)]
