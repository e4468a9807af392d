"""What a file is by its content, whatever it is called; and a name for it that is safe to store and to send back."""

from __future__ import annotations

import unicodedata
import zipfile
from dataclasses import dataclass
from pathlib import Path

HEAD = 16
LONGEST_NAME = 150
MOST_UNPACKED = 500 * 1024 * 1024
MOST_TIMES = 200
"""How many times its own size an office file may unpack to."""
MOST_MEMBERS = 20_000
FORBIDDEN = '<>:"|?*%'


@dataclass(frozen=True)
class Media:
    """A kind of file that may be evidence; shown: whether a browser may show it, else it is only downloaded."""

    type: str
    suffix: str
    shown: bool = False


PDF = Media("application/pdf", ".pdf", shown=True)
PNG = Media("image/png", ".png", shown=True)
JPEG = Media("image/jpeg", ".jpg", shown=True)
TIFF = Media("image/tiff", ".tif")
_OFFICE = "application/vnd.openxmlformats-officedocument."
DOCX = Media(f"{_OFFICE}wordprocessingml.document", ".docx")
XLSX = Media(f"{_OFFICE}spreadsheetml.sheet", ".xlsx")
ODT = Media("application/vnd.oasis.opendocument.text", ".odt")
ODS = Media("application/vnd.oasis.opendocument.spreadsheet", ".ods")
ALLOWED = (PDF, PNG, JPEG, TIFF, DOCX, XLSX, ODT, ODS)
_SIGNATURES = (
    (b"%PDF-", PDF), (b"\x89PNG\r\n\x1a\n", PNG), (b"\xff\xd8\xff", JPEG), (b"II*\x00", TIFF), (b"MM\x00*", TIFF),
)  # fmt: skip
_PARTS = (("word/document.xml", DOCX), ("xl/workbook.xml", XLSX))
_ZIP = b"PK\x03\x04"


def media_of(path: Path) -> Media | None:
    """The kind of a file by its bytes; None where it is none that may be evidence.

    A plain ZIP is none: nobody sees what is in it. Nor is an office file with macros, or one that unpacks to far more
    than it is.
    """
    with path.open("rb") as file:
        head = file.read(HEAD)
    for signature, media in _SIGNATURES:
        if head.startswith(signature):
            return media
    return _office(path) if head.startswith(_ZIP) else None


def by_type(type: str) -> Media | None:
    """The kind of file with this media type."""
    return next((media for media in ALLOWED if media.type == type), None)


def safe_name(name: str, media: Media) -> str:
    """A file name without folders, control letters or marks of direction, not too long, that ends as its kind does."""
    last = name.replace("\\", "/").rpartition("/")[2]
    kept = "".join(_letter(letter) for letter in unicodedata.normalize("NFC", last))
    stem, dot, suffix = " ".join(kept.split()).strip(". ").rpartition(".")
    own = dot and f".{suffix.lower()}" in _suffixes(media)
    stem = stem if own else f"{stem}{dot}{suffix}"
    return (stem.strip(". ")[:LONGEST_NAME].strip(". ") or "file") + (f".{suffix.lower()}" if own else media.suffix)


def _letter(letter: str) -> str:
    """A letter of a file name; nothing for what shows nothing, as marks that turn the direction of the text."""
    if letter in FORBIDDEN or letter == ";":
        return "_"
    return "" if unicodedata.category(letter)[0] == "C" else letter


def _suffixes(media: Media) -> tuple[str, ...]:
    return {JPEG: (".jpg", ".jpeg"), TIFF: (".tif", ".tiff")}.get(media, (media.suffix,))


def _office(path: Path) -> Media | None:
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            if not _fair(members, path.stat().st_size):
                return None
            names = {member.filename for member in members}
            if any(name.lower().endswith("vbaproject.bin") for name in names):
                return None
            if "[Content_Types].xml" in names:
                return next((media for part, media in _PARTS if part in names), None)
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
                told = archive.read("mimetype").decode("ascii", "replace").strip()
                return next((media for media in (ODT, ODS) if media.type == told), None)
    except (zipfile.BadZipFile, NotImplementedError, OSError, RuntimeError, ValueError):
        return None
    return None


def _fair(members: list[zipfile.ZipInfo], size: int) -> bool:
    """Whether it unpacks to something near its size."""
    whole = sum(member.file_size for member in members)
    return len(members) <= MOST_MEMBERS and whole <= MOST_UNPACKED and whole <= MOST_TIMES * max(size, 1)
