"""Documents that verbs read tables and texts from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from chiso.cli.complaints import words
from chiso.engine.errors import InputError, Message, Problem

if TYPE_CHECKING:
    from chiso.tables.cells import Document
    from chiso.tables.errors import Message as Told
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
        told = (_message(each) for each in (error.found, error.expected, error.remedy))
        raise InputError([Problem(error.where, *told)]) from None


def remark_line(remark: Remark) -> str:
    """What the reader remarked, in the language in use."""
    return f"{remark.where}: {words(_message(remark.what))}"


def _message(told: Told) -> Message:
    """A message of the tables, which know no engine, as one of the engine's."""
    return Message(told.id, told.values)
