"""What documents are made from beside a result: the program itself, its words, what is told of them."""

from __future__ import annotations

import json
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from chiso.report.kinds.names import Kind
    from chiso.report.official.meta import Meta

SAYING = (".py", ".typ", ".mo", ".html", ".css", ".yaml")
"""Endings of the files that decide what a document says and how it looks."""
_ROOMS = ("engine", "frameworks", "language.py", "locale", "report")


def inputs_digest(kind: Kind, ending: str, language: str, meta: Meta, source: str) -> str:
    """The digest of everything that a document of a unit follows from; source: that of the results."""
    told = [kind.value, ending, language, meta.model_dump(mode="json", fallback=str), source, _font(ending), _program()]
    return sha256(json.dumps(told, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def _font(ending: str) -> str:
    """The font of a PDF, which is not part of the program."""
    from chiso.report.official.fonts import font

    return str(font().folder) if ending == ".pdf" else ""


def _program() -> str:
    whole = sha256()
    for name in _ROOMS:
        _add(whole, files("chiso").joinpath(name), name)
    return whole.hexdigest()


def _add(whole: Any, place: Traversable, name: str) -> None:
    if place.is_dir():
        for inside in sorted(place.iterdir(), key=lambda each: each.name):
            _add(whole, inside, f"{name}/{inside.name}")
    elif name.endswith(SAYING):
        content = place.read_bytes()
        whole.update(f"{name}\0{len(content)}\0".encode())
        whole.update(content)
