"""The font of official documents: Times New Roman in its metric twins Tinos and Liberation Serif.

Tinos comes with the package where `make fonts` has put it there; else the system's Liberation Serif or Tinos is taken.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from chiso.engine.errors import InputError, Problem, message

FACES = {
    "Tinos": (
        ("Tinos_400Regular.ttf", "Tinos_400Regular_Italic.ttf", "Tinos_700Bold.ttf", "Tinos_700Bold_Italic.ttf"),
        ("Tinos-Regular.ttf", "Tinos-Italic.ttf", "Tinos-Bold.ttf", "Tinos-BoldItalic.ttf"),
    ),
    "Liberation Serif": (
        (
            "LiberationSerif-Regular.ttf",
            "LiberationSerif-Italic.ttf",
            "LiberationSerif-Bold.ttf",
            "LiberationSerif-BoldItalic.ttf",
        ),
    ),
}
VIETNAMESE = (*"ăâđêôơưĂÂĐÊÔƠƯ", *map(chr, range(0x1EA0, 0x1EFA)))
"""Letters that older versions of the same fonts lack."""
CARRIED = Path(__file__).with_name("tinos")


@dataclass(frozen=True)
class Font:
    """A family with the folder that its four faces lie in."""

    family: str
    folder: Path


def font(folders: Iterator[Path] | None = None) -> Font:
    """The first family found whole; InputError where there is none.

    folders: where to look, in that order; the package and the places of the system where none are given.
    """
    for folder in _places(os.environ) if folders is None else folders:
        found = _in(folder)
        if found is not None:
            return found
    raise InputError(
        [
            Problem(
                "PDF", message("neither the font Tinos nor Liberation Serif on this machine"),
                message("a font of the width of Times New Roman with all Vietnamese letters"),
                message("install the package fonts-liberation, or run `make fonts` in a checkout"),
            )
        ]
    )  # fmt: skip


def _places(environment: Mapping[str, str]) -> Iterator[Path]:
    yield CARRIED
    home = Path(environment.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    shared = (environment.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share").split(":")
    yield from (folder / "fonts" for folder in (home, *(Path(each) for each in shared if each)))
    yield from (Path.home() / ".fonts", Path.home() / "Library" / "Fonts", Path("/Library/Fonts"))
    if "WINDIR" in environment:
        yield Path(environment["WINDIR"]) / "Fonts"


def _in(folder: Path) -> Font | None:
    """The font in a folder or in one below it, in alphabetical order."""
    for family, sets in FACES.items():
        for faces in sets:
            for regular in sorted(folder.rglob(faces[0])):
                paths = [regular.parent / face for face in faces]
                if all(path.is_file() and _vietnamese(path.read_bytes()) for path in paths):
                    return Font(family, regular.parent)
    return None


def _vietnamese(raw: bytes) -> bool:
    """Whether a TrueType font has all Vietnamese letters, by the segments of its table of characters (format 4)."""
    tables = {raw[at : at + 4]: at for at in range(12, 12 + 16 * struct.unpack_from(">H", raw, 4)[0], 16)}
    if b"cmap" not in tables:
        return False
    start: int = struct.unpack_from(">I", raw, tables[b"cmap"] + 8)[0]
    for place in range(struct.unpack_from(">H", raw, start + 2)[0]):
        at = start + struct.unpack_from(">I", raw, start + 4 + 8 * place + 4)[0]
        if struct.unpack_from(">H", raw, at)[0] == 4:
            count = struct.unpack_from(">H", raw, at + 6)[0] // 2
            ends = struct.unpack_from(f">{count}H", raw, at + 14)
            starts = struct.unpack_from(f">{count}H", raw, at + 16 + 2 * count)
            segments = list(zip(starts, ends, strict=True))
            return all(any(low <= ord(letter) <= high for low, high in segments) for letter in VIETNAMESE)
    return False
