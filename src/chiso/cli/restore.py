"""`chiso restore`: an installation as it was when the file was written."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from chiso.cli.output import write
from chiso.engine.errors import InputError, Problem, message
from chiso.language import gettext, marked

HELP = marked(
    "Put a file of `chiso backup` into an empty installation, on SQLite or PostgreSQL whichever it came from. "
    "Every table and every piece of evidence is compared with its digest."
)


def restore(
    file: Annotated[Path, typer.Argument(help=marked("The file of `chiso backup`."))],
) -> int:
    """0 once everything is in place and compared."""
    from chiso.web import serving

    if not file.is_file():
        found, expected = message("no file"), message("a file of `chiso backup`")
        raise InputError([Problem(str(file), found, expected, message("check the path"))])
    serving.opened()
    serving.migrate()
    from chiso.web import restoring

    manifest = restoring.restore(file)
    said = gettext("Restored from {file}: {count} files, each with the digest that it had")
    write(said.format(file=file, count=len(manifest["files"])) + "\n")
    return 0
