"""`chiso demo`: the web application with the model province, or the main job as files."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from chiso.cli.output import write
from chiso.language import gettext, marked

HELP = marked(
    "Serve the web application with a made-up province, whose assessments of two years are loaded the first time; the "
    "page of signing in names the accounts to try. With --files, the main job as files instead: tables, published "
    "folders that are verified at once, an HTML page and an XLSX file, of the model province and of Kon Tum 2017."
)
FOLDER = Path("var/demo")
ADDRESS, PROCESSES = "127.0.0.1", 2
DEMO = {"CHISO_DEMO": "1", "CHISO_MAIL": "file"}
"""What the environment says of a demonstration, unless it was told otherwise: e-mail goes into files."""
BEFORE, PUBLISHED_ON = "mau-tinh-2025", date(2025, 12, 15)
PRINTED = {
    "kon-tum-2017": "quyet-dinh", "mic-2016": "bao-cao-quoc-gia", "thanh-hoa-2015": "bao-cao",
    "dien-bien-2013": "bao-cao",
}  # fmt: skip
"""The results that are known from print, and the kind of document that shows each."""


def demo(
    files: Annotated[bool, typer.Option("--files", help=marked("Write files instead of serving."))] = False,
    folder: Annotated[Path, typer.Option("--to", help=marked("The folder for what --files writes."))] = FOLDER,
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help=marked("The port to listen at."))] = 8000,
) -> int:
    """0 once the server was asked to end; with --files, where both published folders hold, 1 otherwise."""
    if files:
        from chiso.cli.showing import show

        return 0 if show(folder) else 1
    return _serve(port)


def _serve(port: int) -> int:
    """Loads what is missing, then serves this machine alone."""
    for name, value in DEMO.items():
        os.environ.setdefault(name, value)
    from chiso.web import serving

    installation = serving.ready(ADDRESS)
    from chiso.web.demo.loading import load, loaded

    if not loaded():
        write(gettext("The model province is loaded; this takes half a minute, once.") + "\n")
        load()
    publish(installation.folder / "published")
    write(gettext("Chiso answers at {url}").format(url=f"http://{ADDRESS}:{port}") + "\n")
    write(gettext("The province is made up. The page of signing in names the accounts to try.") + "\n")
    with serving.working():
        serving.answer(ADDRESS, port, PROCESSES)
    return 0


def publish(folder: Path) -> None:
    """Writes what is published and not there yet: the pages of results known from print, last year's folder."""
    from chiso.cli.reporting.content import content
    from chiso.cli.reporting.making import Asked, made
    from chiso.cli.reporting.sources import read_meta
    from chiso.cli.showing import publish as bundle
    from chiso.cli.showing import scored
    from chiso.exchange.writing import make_folder, write_file
    from chiso.report.kinds.names import Kind

    make_folder(folder)
    target = folder / f"{BEFORE}.zip"
    if not target.exists():
        bundle(scored(BEFORE), PUBLISHED_ON, target)
    for id, kind in PRINTED.items():
        page = folder / f"{id}.html"
        if not page.exists():
            document = made(Asked(Kind(kind), id), read_meta(None))
            write_file(page, content(document, page.suffix))
