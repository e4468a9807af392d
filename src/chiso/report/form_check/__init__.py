"""Reads a produced DOCX or PDF back and says where it departs from the form of Nghị định 30/2020/NĐ-CP."""

from chiso.report.form_check.checking import Departure, departures
from chiso.report.form_check.reading_pdf import read_pdf
from chiso.report.form_check.reading_word import read_word

__all__ = ["Departure", "check"]


def check(raw: bytes) -> tuple[Departure, ...]:
    """Every departure of a document, in the order of its lines; nothing where it keeps the form.

    raw: the bytes of a PDF, or else of a DOCX.
    """
    return departures(read_pdf(raw) if raw.startswith(b"%PDF") else read_word(raw))
