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
    '<w:tblCellMar><w:left w:w="50" w:type="dxa"/><w:right w:w="50" w:type="dxa"/>'
    '</w:tblCellMar><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
    'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
)
_CELL = (
    '<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
    '<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p></w:tc>'
)
_NOTE = '<w:r><w:rPr><w:b w:val="0"/><w:i/></w:rPr><w:br/>{text}</w:r>'


def table_element(table: Table, width: int) -> Any:
    """The element of a table: its head repeats on every page, and no row is parted.

    width: of the whole table, in twentieths of a point.
    """
    from docx.oxml import parse_xml

    found = setting(table, width)
    widths = found.widths
    columns = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    head = _HEAD.format(space=W, width=sum(widths), columns=columns)
    made = parse_xml("".join((head, *_rows(table, widths), "</w:tbl>")))
    if found.size != MEASURES.table:
        for run in made.xpath(".//w:r"):
            run.get_or_add_rPr().append(element("w:sz", val=str(2 * found.size)))
    return made


def _rows(table: Table, widths: Sequence[int]) -> Iterator[str]:
    heads = (
        _CELL.format(width=width, style="TableHead", runs=_head_runs(column))
        for column, width in zip(table.columns, widths, strict=True)
    )
    yield f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(heads)}</w:tr>"
    styles = ["TableText" if column.kind in ("name", "text") else "TableNumber" for column in table.columns]
    for place, row in enumerate(table.rows):
        bold = "<w:rPr><w:b/></w:rPr>" if place + table.totals >= len(table.rows) else ""
        cells = (
            _CELL.format(width=width, style=style, runs=f"<w:r>{bold}{_text(cell.text)}</w:r>")
            for cell, width, style in zip(row, widths, styles, strict=True)
        )
        yield f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"


def _head_runs(column: Column) -> str:
    note = _NOTE.format(text=_text(f"({column.note})")) if column.note else ""
    return f"<w:r>{_text(column.title)}</w:r>{note}"


def _text(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'
