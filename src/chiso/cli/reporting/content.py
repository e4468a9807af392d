"""The bytes of a document in the format of a file's ending."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from chiso.report.official.form import Official

ENDINGS = (".pdf", ".docx", ".xlsx", ".html")


def content(document: Official, ending: str, *, to_sign: bool = False) -> bytes:
    """The bytes of a document.

    ending: one of ENDINGS; to_sign: whether a PDF has fields for digital signatures. ModuleNotFoundError without the
    libraries of the extra `report`.
    """
    if ending == ".pdf":
        from chiso.report.official.pdf import pdf

        return pdf(document, to_sign=to_sign)
    if ending == ".docx":
        from chiso.report.official.word import word

        return word(document)
    from chiso.report.official.plain import plain

    if ending == ".xlsx":
        from chiso.report.xlsx import workbook

        return workbook(plain(document))
    from chiso.report.html import page

    return page(plain(document)).encode()
