"""Taking in the bytes of a file: its size, what it is by its content, what ClamAV says, and the room that is left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from chiso.web.actions.refusal import Refused
from chiso.web.bridge.media import Media, media_of, safe_name
from chiso.web.bridge.scanning import Unreachable, infected
from chiso.web.bridge.storing import Received, TooLarge, discard, keep, receive
from chiso.web.models import Evidence, Submission

MEGABYTE = 1024 * 1024
A_MINUTE = timedelta(minutes=1)
MOST_A_MINUTE = 60
"""Files that a form takes in a minute: more than people choose, fewer than a script sends."""
KINDS = "PDF, PNG, JPEG, TIFF, DOCX, XLSX, ODT, ODS"


@dataclass(frozen=True)
class Kept:
    """A file whose bytes are kept; media: its type by content."""

    digest: str = ""
    size: int = 0
    media: str = ""
    name: str = ""


def take_in(submission: Submission, chunks: Iterable[bytes], name: str) -> Kept:
    """The file, kept under its digest; Refused with what to do, and then nothing is kept."""
    if submission.evidence.filter(at__gt=timezone.now() - A_MINUTE).exclude(digest="").count() >= MOST_A_MINUTE:
        raise Refused("often", _("Too many files in a minute. Wait a little, then go on."))
    try:
        received = receive(chunks, settings.UPLOAD_LIMIT)
    except TooLarge:
        told = _("A file may have at most {limit} MB. Nothing was saved.")
        raise Refused("large", told.format(limit=settings.UPLOAD_LIMIT // MEGABYTE)) from None
    try:
        media = _allowed(submission, received)
        keep(received)
    finally:
        discard(received)
    return Kept(received.digest, received.size, media.type, safe_name(name, media))


def used(submission: Submission) -> int:
    """The bytes that a unit's evidence takes, in all cycles; the same file counts once, and a removed one still."""
    unit = submission.participant.unit_id
    files = Evidence.objects.filter(submission__participant__unit=unit).exclude(digest="")
    return sum(size for _digest, size in set(files.values_list("digest", "size")))


def _allowed(submission: Submission, received: Received) -> Media:
    if received.size == 0:
        raise Refused("empty", _("The file is empty."))
    media = media_of(received.path)
    if media is None:
        raise Refused("type", _("This kind of file cannot be evidence. Use one of: {kinds}.").format(kinds=KINDS))
    if used(submission) + received.size > settings.UNIT_QUOTA:
        told = _("The unit has used its {limit} MB for evidence. Give a link or the number of the document instead.")
        raise Refused("quota", told.format(limit=settings.UNIT_QUOTA // MEGABYTE))
    _clean(received)
    return media


def _clean(received: Received) -> None:
    if not settings.CLAMD:
        return
    try:
        found = infected(received.path, settings.CLAMD)
    except Unreachable:
        raise Refused(
            "scan", _("The file could not be checked for viruses now, so it was not taken. Try again later.")
        ) from None
    if found:
        raise Refused("virus", _("A virus was found in the file: {name}. It was not taken.").format(name=found))
