"""`chiso backup`: everything that an installation keeps, in one file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from chiso.cli.output import write
from chiso.engine.errors import InputError, Problem, message
from chiso.language import gettext, marked

HELP = marked(
    "Write everything that the web application keeps (database and evidence, of one moment) into one file. "
    "It may go on serving meanwhile."
)


def backup(file: Annotated[Path, typer.Argument(help=marked("The file to write."))]) -> int:
    """0 once the file is there."""
    from chiso.web import serving

    if file.exists():
        found, expected = message("a file that is there already"), message("a new file")
        raise InputError([Problem(str(file), found, expected, message("choose another name"))])
    serving.opened()
    from chiso.web import archive

    manifest = archive.write(file)
    pieces = sum(name.startswith("evidence/") for name in manifest["files"])
    size = sum(each["bytes"] for each in manifest["files"].values())
    said = gettext("Written to {file}: {tables} tables, {pieces} pieces of evidence, {size} bytes in all")
    write(said.format(file=file, tables=len(manifest["files"]) - pieces, pieces=pieces, size=size) + "\n")
    return 0
