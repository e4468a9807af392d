"""Papers of a closing: its receipt, and who signed the paper that is attached."""

from __future__ import annotations

from chiso.bundle.digests import digest
from chiso.web.bridge.frozen import frozen
from chiso.web.bridge.receipt import grouped, pdf_of
from chiso.web.bridge.signatures import signers
from chiso.web.bridge.storing import place_of
from chiso.web.models import Closing, Evidence, Submission

__all__ = ["digest_now", "pdf_of", "signed_by"]


def digest_now(submission: Submission) -> str:
    """The digest that the answers would be closed with as they stand, in groups of eight."""
    return grouped(digest(frozen(submission).encode()))


def signed_by(closing: Closing) -> tuple[str, ...]:
    """The names in the digital signatures of the attached paper; none where it is a scan."""
    paper: Evidence | None = closing.signed
    if paper is None or paper.media != "application/pdf" or not place_of(paper.digest).is_file():
        return ()
    return signers(place_of(paper.digest))
