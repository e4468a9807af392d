"""How far a long piece of work is, on a terminal only."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from typing import TypeVar

from chiso.language import gettext

SECONDS_UNSEEN = 1
"""Work that is done by then shows nothing."""

Thing = TypeVar("Thing")


def watched(codes: tuple[str, ...]) -> Iterator[str]:
    """The codes of units one by one; after the first second a bar on standard error says how many are done.

    Nothing is shown where output or errors are piped.
    """
    return _watched(iter(codes), gettext("Scoring units"), len(codes))


def counted(rows: Iterator[Thing]) -> Iterator[Thing]:
    """The rows one by one; after the first second a line on standard error says how many are read."""
    return _watched(rows, gettext("Reading answers"), None)


def paged(numbers: range) -> Iterator[int]:
    """The numbers of a document's pages one by one; after the first second a bar says how many are read."""
    return _watched(iter(numbers), gettext("Reading pages"), len(numbers))


def written(files: Iterator[Thing], count: int) -> Iterator[Thing]:
    """The files one by one as they are written; after the first second a bar says how many of them are."""
    return _watched(files, gettext("Writing files"), count)


def _watched(things: Iterator[Thing], title: str, total: int | None) -> Iterator[Thing]:
    if not (sys.stdout.isatty() and sys.stderr.isatty()):
        yield from things
        return
    begun = time.monotonic()
    for done, thing in enumerate(things, 1):
        yield thing
        if time.monotonic() - begun > SECONDS_UNSEEN:
            yield from _shown(things, title, total, done)


def _shown(things: Iterator[Thing], title: str, total: int | None, done: int) -> Iterator[Thing]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(file=sys.stderr), transient=True) as progress:
        task = progress.add_task(title, total=total, completed=done)
        for thing in things:
            yield thing
            progress.advance(task)
