"""Texts and grids to a document: which text is a caption, a note or prose, which grid goes on with the one before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from chiso.tables.cells import Address, Caption, Cell, Document, Paragraph, Table
from chiso.tables.errors import Remark, message
from chiso.tables.reading import shaping, titles
from chiso.tables.reading.blocks import Block, Grid, Piece, Text


@dataclass
class _Draft:
    """A table that may still go on."""

    number: str
    title: str
    titled: Text | None
    headers: list[list[Piece]]
    rows: list[list[Piece]]
    notes: list[str]
    first: Piece
    bounds: tuple[float, ...]

    @property
    def width(self) -> int:
        return len((self.headers or self.rows)[0])

    def texts(self) -> Iterable[str]:
        yield self.title
        yield from (piece.text for row in (*self.headers, *self.rows) for piece in row)


@dataclass
class _Desk:
    """Where a document is put together."""

    name: str
    drafts: list[_Draft] = field(default_factory=list)
    prose: list[Text] = field(default_factory=list)
    captions: list[tuple[int, Text]] = field(default_factory=list)
    """Captions that no table followed, and how many tables stood before them."""
    pending: list[Text] = field(default_factory=list)
    """Texts since the last table."""


def assembled(blocks: Iterable[Block], name: str) -> Document:
    """The document of a file's texts and grids."""
    desk = _Desk(name)
    for block in blocks:
        if isinstance(block, Text):
            _take_text(desk, block)
        else:
            _take_grid(desk, block)
    _flush(desk)
    tables = tuple(_table(draft, name, place) for place, draft in enumerate(desk.drafts, 1))
    listed, remarks = _listed(desk)
    remarks += tuple(remark for table in tables for remark in _moved(table))
    entries = {id(text) for text in listed}
    prose = tuple(Paragraph(text.text, _at(name, text)) for text in desk.prose if id(text) not in entries)
    contents = tuple(Caption(*(titles.captioned(text.text) or ("", text.text)), _at(name, text)) for text in listed)
    return Document(name, tables, prose, contents, remarks)


def _take_text(desk: _Desk, text: Text) -> None:
    if not text.text:
        return
    if desk.drafts and not desk.pending and titles.is_note(text.text, desk.drafts[-1].texts()):
        desk.drafts[-1].notes.append(text.text)
    else:
        desk.pending.append(text)


def _take_grid(desk: _Desk, grid: Grid) -> None:
    before, grid, after = shaping.trimmed(grid)
    for piece in before:
        _take_text(desk, _text(piece))
    if not grid.rows:
        return
    if grid.caption:
        desk.pending.append(Text(grid.caption, grid.first.page, grid.first.line, grid.first.sheet, captions=True))
    if grid.width < 2 or titles.is_letterhead(grid):
        for piece in {id(piece): piece for row in grid.rows for piece in row}.values():
            _take_text(desk, _text(piece))
    elif not _continue(desk, grid):
        _begin(desk, grid)
    for piece in after:
        _take_text(desk, _text(piece))


def _begin(desk: _Desk, grid: Grid) -> None:
    """Begins a table with its title from the lines before it."""
    count = shaping.header_rows(grid)
    notes = list(grid.notes)
    while desk.pending and titles.is_measure(desk.pending[-1].text):
        notes.insert(0, desk.pending.pop().text)
    number, title, titled = _title(desk)
    _flush(desk)
    draft = _Draft(number, title, titled, grid.rows[:count], [], notes, grid.first, grid.bounds)
    draft.rows = [row for row in grid.rows[count:] if not shaping.repeats(row, draft.headers)]
    desk.drafts.append(draft)


def _title(desk: _Desk) -> tuple[str, str, Text | None]:
    """The number, title and place of the caption or heading that the pending lines end with; they lose it."""
    found = titles.caption_of(desk.pending)
    if found:
        place, number, title = found
    elif desk.pending and (desk.pending[-1].captions or titles.is_heading(desk.pending[-1].text)):
        place, number, title = len(desk.pending) - 1, "", desk.pending[-1].text
    else:
        return "", "", None
    titled = desk.pending[place]
    del desk.pending[place:]
    return number, title, titled


def _continue(desk: _Desk, grid: Grid) -> bool:
    """Whether the grid goes on with the last table, which then has its rows."""
    if not desk.drafts or desk.drafts[-1].width != grid.width:
        return False
    draft = desk.drafts[-1]
    if any(not titles.continued(text.text) for text in desk.pending):
        return False
    rows = list(grid.rows)
    while rows and shaping.repeats(rows[0], draft.headers):
        rows.pop(0)
    headed = len(rows) < len(grid.rows)
    if not desk.pending and not _follows(draft, rows, headed, grid):
        return False
    desk.pending.clear()
    if draft.rows and rows and _is_rest(rows[0], draft.rows[-1]):
        _join(draft.rows[-1], rows.pop(0))
    draft.rows.extend(row for row in rows if not shaping.repeats(row, draft.headers))
    return True


def _follows(draft: _Draft, rows: list[list[Piece]], headed: bool, grid: Grid) -> bool:
    """Whether rows under the same header, or under none on the next page, carry on where a table stopped."""
    if not rows:
        return headed
    last = next((row[0].text for row in reversed(draft.rows) if shaping.is_ordinal(row[0].text)), "")
    first = next((row[0].text for row in rows if shaping.is_ordinal(row[0].text)), "")
    counts_on = bool(last and first) and int(first.rstrip(".")) in range(
        int(last.rstrip(".")), int(last.rstrip(".")) + 2
    )
    next_page = bool(grid.first.page) and grid.first.page == draft.rows[-1][0].page + 1 if draft.rows else False
    same_place = len(draft.bounds) == len(grid.bounds) and all(
        abs(one - other) < 3 for one, other in zip(draft.bounds, grid.bounds, strict=True)
    )
    if headed:
        return counts_on or next_page
    begins_anew = shaping.header_rows(grid) > 0 and not shaping.has_number(grid.rows[0])
    return (counts_on and not begins_anew) or (next_page and same_place and not begins_anew)


def _is_rest(row: list[Piece], above: list[Piece]) -> bool:
    """Whether the first row of a page only ends the cells that the last row of the page before began."""
    return (
        shaping.is_ordinal(above[0].text)
        and not row[0].text
        and any(piece.text for piece in row)
        and not shaping.has_number(row)
        and all(one.text for one, other in zip(above, row, strict=True) if other.text)
    )


def _join(above: list[Piece], row: list[Piece]) -> None:
    for piece, rest in zip(above, row, strict=True):
        if rest.text:
            piece.text = f"{piece.text} {rest.text}"


def _flush(desk: _Desk) -> None:
    """Puts the texts that belong to no table into the prose; captions among them are told apart at the end."""
    desk.captions.extend((len(desk.drafts), text) for text in desk.pending if titles.captioned(text.text))
    desk.prose.extend(desk.pending)
    desk.pending.clear()


def _listed(desk: _Desk) -> tuple[list[Text], tuple[Remark, ...]]:
    """The entries of the list of tables; a caption on its own in the midst of the document is remarked on."""
    counted = Counter(before for before, _ in desk.captions)
    entries, remarks = [], []
    for before, text in desk.captions:
        if counted[before] > 1 or before == 0:
            entries.append(text)
        else:
            number, _ = titles.captioned(text.text) or ("", "")
            what = message("no table was found under the caption {number}", number=number)
            remarks.append(Remark(str(_at(desk.name, text)), what))
    return entries, tuple(remarks)


def _table(draft: _Draft, name: str, place: int) -> Table:
    at = Address(name, draft.first.page, draft.first.line, draft.first.sheet, place)
    cells: dict[int, Cell] = {}
    rows = []
    for number, row in enumerate(draft.rows, 1):
        for column, piece in enumerate(row, 1):
            if id(piece) not in cells:
                where = Address(name, piece.page, piece.line, piece.sheet, place, number, piece.column or column)
                cells[id(piece)] = Cell(piece.text, where, piece.exact)
        rows.append(tuple(cells[id(piece)] for piece in row))
    columns = shaping.names(draft.headers, draft.width)
    titled = _at(name, draft.titled) if draft.titled else None
    return Table(draft.number, draft.title, columns, tuple(rows), tuple(draft.notes), name, at, titled)


def _moved(table: Table) -> Iterable[Remark]:
    """What was done to rows with fewer cells than columns."""
    rows = {
        row
        for row, cells in enumerate(table.rows, 1)
        for column, cell in enumerate(cells, 1)
        if cell.at.row == row and cell.at.column != column and cells.index(cell) == column - 1
    }
    if rows:
        what = message(
            "table {table}: {count} rows have fewer cells than columns; each cell was put under the column that it "
            "fits, and keeps the address where it is printed",
            table=table.named,
            count=len(rows),
        )
        yield Remark(str(table.at), what)


def _text(piece: Piece) -> Text:
    return Text(piece.text, piece.page, piece.line, piece.sheet)


def _at(name: str, text: Text) -> Address:
    return Address(name, text.page, text.line, text.sheet)
