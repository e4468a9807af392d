"""Who signed a PDF digitally, as its certificates name them."""

from __future__ import annotations

from pathlib import Path


def signers(path: Path) -> tuple[str, ...]:
    """The names in the certificates of a PDF's signatures, in their order; none where it is unsigned or unreadable.

    Whether the signatures hold, and who vouches for the certificates, is not asked here.
    """
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.pdf_utils.reader import PdfFileReader

    found = []
    with path.open("rb") as file:
        try:
            for signature in PdfFileReader(file, strict=False).embedded_signatures:
                found.append(str(signature.signer_cert.subject.native.get("common_name", "")))
        except (PdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return ()
    return tuple(name for name in found if name)
