"""How far a long piece of work is, on a terminal only."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator

from chiso.language import gettext

SECONDS_UNSEEN = 1
"""Work that is done by then shows nothing."""


def watched(codes: tuple[str, ...]) -> Iterator[str]:
    """The codes one by one; after the first second a bar on standard error says how many are done.

    Nothing is shown where output or errors are piped.
    """
    if not (sys.stdout.isatty() and sys.stderr.isatty()):
        yield from codes
        return
    begun = time.monotonic()
    rest = iter(enumerate(codes))
    for _, code in rest:
        yield code
        if time.monotonic() - begun > SECONDS_UNSEEN:
            yield from _shown(rest, len(codes))


def _shown(rest: Iterator[tuple[int, str]], total: int) -> Iterator[str]:
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(file=sys.stderr), transient=True) as progress:
        task = progress.add_task(gettext("Scoring units"), total=total)
        for done, code in rest:
            progress.update(task, completed=done)
            yield code
