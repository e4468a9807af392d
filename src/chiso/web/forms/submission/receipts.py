"""Papers of a closing: its receipt, and who signed the paper that is attached."""

from __future__ import annotations

from chiso.web.bridge.receipt import grouped, pdf_of
from chiso.web.bridge.signatures import signers
from chiso.web.bridge.storing import place_of
from chiso.web.models import Closing, Evidence

__all__ = ["grouped", "pdf_of", "signed_by"]


def signed_by(closing: Closing) -> tuple[str, ...]:
    """The names in the digital signatures of the attached paper; none where it is a scan."""
    paper: Evidence | None = closing.signed
    if paper is None or paper.media != "application/pdf" or not place_of(paper.digest).is_file():
        return ()
    return signers(place_of(paper.digest))
