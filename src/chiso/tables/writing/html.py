"""Tables to a web page: real tables with captions, heads and merged cells; every text is escaped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chiso.tables.cells import Document, Table
from chiso.tables.writing.layout import caption, headed, placed

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def written(document: Document) -> bytes:
    """The bytes of a page without styles or scripts, in UTF-8."""
    from lxml import etree

    page = etree.Element("html", {"lang": "vi"})
    head = _added(page, "head")
    _added(head, "meta", charset="utf-8")
    _added(head, "title", document.source)
    body = _added(page, "body")
    for table in document.tables:
        _table(body, table)
        for note in table.notes:
            _added(body, "p", note)
    return etree.tostring(page, method="html", encoding="utf-8", doctype="<!DOCTYPE html>")


def _table(body: Element, table: Table) -> None:
    element = _added(body, "table")
    if caption(table):
        _added(element, "caption", caption(table))
    if headed(table):
        head = _added(_added(element, "thead"), "tr")
        for name in table.columns:
            _added(head, "th", name, scope="col")
    inner = _added(element, "tbody")
    rows = [_added(inner, "tr") for _ in table.rows]
    for each in placed(table):
        first, *others = each.cell.text.split("\n")
        cell = _added(rows[each.row], "td", first)
        for line in others:
            _added(cell, "br").tail = line
        for name, count in (("rowspan", each.down), ("colspan", each.across)):
            if count > 1:
                cell.set(name, str(count))


def _added(parent: Element, tag: str, text: str | None = None, **attributes: str) -> Element:
    """The new last element inside `parent`."""
    from lxml import etree

    element = etree.SubElement(parent, tag, attributes)
    element.text = text
    return element
