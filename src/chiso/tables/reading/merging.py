"""The merged ranges of an ODS workbook, which the reader of its values does not tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chiso.tables.reading import unpacking, xml

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

Range = tuple[tuple[int, int], tuple[int, int]]
"""The first and the last row and column that a merged cell covers, from 0."""

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_MOST_REPEATED = 1_048_576


def ranges(raw: bytes, name: str) -> dict[str, list[Range]]:
    """The merged ranges of each sheet by its name; none for a workbook of another form."""
    parts = unpacking.parts(raw, name, lambda part: part == "content.xml")
    if "content.xml" not in parts:
        return {}
    root = xml.root(parts["content.xml"], f"{name}[content.xml]")
    return {sheet.get(_TABLE + "name") or "": _of_sheet(sheet) for sheet in root.iter(_TABLE + "table")}


def _of_sheet(sheet: Element) -> list[Range]:
    found: list[Range] = []
    top = 0
    for row in sheet.iter(_TABLE + "table-row"):
        left = 0
        for cell in row:
            down, across = _count(cell, "number-rows-spanned"), _count(cell, "number-columns-spanned")
            if down > 1 or across > 1:
                found.append(((top, left), (top + down - 1, left + across - 1)))
            left += _count(cell, "number-columns-repeated")
        top += _count(row, "number-rows-repeated")
    return found


def _count(element: Element, name: str) -> int:
    text = element.get(_TABLE + name) or ""
    return min(int(text), _MOST_REPEATED) if text.isascii() and text.isdecimal() and len(text) < 10 else 1
