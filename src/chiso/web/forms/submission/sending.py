"""The file of a piece of evidence as a response that no browser can run."""

from __future__ import annotations

from django.http import FileResponse

from chiso.web.forms.submission.proving import served
from chiso.web.models import Evidence

ATTACHED = "default-src 'none'; sandbox"
# A browser shows no PDF inside a sandbox; its own viewer runs nothing of this site, and nothing else may be loaded.
SHOWN_PDF = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors {ancestors}"


def sent(piece: Evidence, *, download: bool, framed: bool = False) -> FileResponse | None:
    """The file, shown where its kind may be, else to be kept; None where its bytes are not there.

    framed: whether a page of this site may show it in a frame.
    """
    file = served(piece)
    if file is None:
        return None
    download = download or not file.shown
    response = FileResponse(
        file.path.open("rb"), as_attachment=download, filename=piece.file_name, content_type=file.type
    )  # fmt: skip
    shown = SHOWN_PDF.format(ancestors="'self'" if framed else "'none'")
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = shown if file.type == "application/pdf" and not download else ATTACHED
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["Cache-Control"] = "private, no-store"
    if framed:
        response["X-Frame-Options"] = "SAMEORIGIN"
    return response
