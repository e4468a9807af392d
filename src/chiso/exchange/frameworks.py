"""A framework by its shipped id or its path, with the bytes of its file."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from pathlib import Path

from chiso.engine.errors import FrameworkError, Problem, message
from chiso.engine.framework import Framework
from chiso.engine.loading import LARGEST, loads
from chiso.exchange import shipped
from chiso.exchange.files import read_bytes, standing

FILE = "framework.yaml"


@dataclass(frozen=True)
class Source:
    """A framework with the bytes it was read from, and what messages call its file."""

    framework: Framework
    raw: bytes
    name: str


def read(name: str) -> Source:
    """The framework of a shipped id, of a file, or of a folder with a framework.yaml.

    A shipped id goes before a file of the same name: `./name` names the file. InputError with the place of everything
    that is wrong.
    """
    raw, place = raw_bytes(name)
    return Source(loads(raw, place), raw, place)


def raw_bytes(name: str) -> tuple[bytes, str]:
    """The bytes of a framework file that is named as in `read`, and what messages call it."""
    if name in shipped.frameworks():
        return shipped.framework_bytes(name), f"{name}/{FILE}"
    path = Path(name)
    if standing(path) == "folder" and standing(path / FILE) == "file":
        path = path / FILE
    if standing(path) == "nothing":
        raise _unknown(name)
    return read_bytes(path, LARGEST), str(path)


def _unknown(name: str) -> FrameworkError:
    close = difflib.get_close_matches(name, shipped.frameworks(), 1)
    remedy = message("did you mean {name}?", name=close[0]) if close else message("`chiso frameworks` lists the ids")
    found = message("neither a framework that ships nor a file")
    expected = message("the id of one that ships, or the path of a framework.yaml")
    return FrameworkError([Problem(name, found, expected, remedy)])
