"""Documents that verbs read tables and texts from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from chiso.engine.errors import InputError, Problem
from chiso.language import sentence

if TYPE_CHECKING:
    from chiso.tables.cells import Document
    from chiso.tables.errors import Remark


def read_document(path: Path) -> Document:
    """The tables and prose of a file.

    Raises:
        InputError: it cannot be read, with where, what was found, what is expected and what to do.
    """
    from chiso.cli.progress import paged
    from chiso.tables.errors import Unreadable
    from chiso.tables.reading import read

    try:
        return read(path, paged)
    except Unreadable as error:
        raise InputError([Problem(error.where, error.found, error.expected, error.remedy)]) from None


def remark_line(remark: Remark) -> str:
    """What the reader remarked, in the language in use."""
    return f"{remark.where}: {sentence(remark.what)}"
