"""The XML parts of office documents, parsed without entities, document types or network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chiso.tables.errors import Unreadable, message
from chiso.tables.reading import unpacking

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def root(content: bytes, where: str) -> Element:
    """The root of a part; Unreadable where it is no XML, or declares what office documents never do."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        found = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        raise unpacking.broken(where) from None
    if getattr(found.getroottree().docinfo, "doctype", ""):
        raise Unreadable(
            where, message("a document type with entities of its own"), message("a part without one"),
            message("do not open the file; ask its sender for another"),
        )  # fmt: skip
    return found
