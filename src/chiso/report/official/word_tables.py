"""The tables of a document as WordprocessingML, written as text: a call for each cell would take seconds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any
from xml.sax.saxutils import escape

from chiso.report.document import Column, Table
from chiso.report.official.form import MEASURES
from chiso.report.official.lengths import setting
from chiso.report.official.word_parts import W, element

_HEAD = (
    '<w:tbl xmlns:w="{space}"><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{width}" w:type="dxa"/>'
    '<w:tblInd w:w="50" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
    '<w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="50" w:type="dxa"/>'
    '<w:bottom w:w="60" w:type="dxa"/><w:right w:w="50" w:type="dxa"/>'
    '</w:tblCellMar><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
    'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
)
_CELL = (
    '<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{border}<w:vAlign w:val="center"/></w:tcPr>'
    '<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p></w:tc>'
)
_ABOVE_TOTALS = '<w:tcBorders><w:top w:val="single" w:sz="12" w:space="0" w:color="000000"/></w:tcBorders>'
_NOTE = '<w:r><w:rPr><w:b w:val="0"/><w:i/></w:rPr><w:br/>{text}</w:r>'


HELD = 2
"""How many of the last rows stay with what follows a table."""


def table_element(table: Table, width: int, *, held: bool = False) -> Any:
    """The element of a table: its head repeats on every page, and no row is parted.

    width: of the whole table, in twentieths of a point; held: whether its last rows stay with what follows.
    """
    from docx.oxml import parse_xml

    found = setting(table, width)
    widths = found.widths
    columns = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    head = _HEAD.format(space=W, width=sum(widths), columns=columns)
    made: Any = parse_xml("".join((head, *_rows(table, widths), "</w:tbl>")))
    if found.size != MEASURES.table:
        for run in made.xpath(".//w:r"):
            run.get_or_add_rPr().append(element("w:sz", val=str(2 * found.size)))
    for row in made.tr_lst[1:][-HELD:] if held else ():
        for properties in row.xpath(".//w:pPr"):
            properties.append(element("w:keepNext"))
    return made


def _rows(table: Table, widths: Sequence[int]) -> Iterator[str]:
    heads = (
        _CELL.format(width=width, border="", style="TableHead", runs=_head_runs(column))
        for column, width in zip(table.columns, widths, strict=True)
    )
    yield f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(heads)}</w:tr>"
    styles = ["TableText" if column.kind in ("name", "text") else "TableNumber" for column in table.columns]
    first_total = len(table.rows) - table.totals
    for place, row in enumerate(table.rows):
        bold = "<w:rPr><w:b/></w:rPr>" if place >= first_total else ""
        border = _ABOVE_TOTALS if table.totals and place == first_total else ""
        cells = (
            _CELL.format(width=width, border=border, style=style, runs=f"<w:r>{bold}{_text(cell.text)}</w:r>")
            for cell, width, style in zip(row, widths, styles, strict=True)
        )
        yield f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"


def _head_runs(column: Column) -> str:
    note = _NOTE.format(text=_text(f"({column.note})")) if column.note else ""
    return f"<w:r>{_text(column.title)}</w:r>{note}"


def _text(text: str) -> str:
    return "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
