"""`chiso serve`: the web application."""

from __future__ import annotations

from contextlib import nullcontext
from typing import Annotated

import typer

from chiso.cli.output import write
from chiso.language import gettext, marked

HELP = marked(
    "Serve the web application. The settings stand in variables of the environment. "
    "A public address is refused with demo accounts, a secret that everybody knows, or DEBUG."
)


def serve(
    address: Annotated[str, typer.Option("--address", help=marked("The address to listen at."))] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help=marked("The port to listen at."))] = 8000,
    processes: Annotated[
        int, typer.Option("--processes", min=1, max=64, help=marked("How many processes answer."))
    ] = 2,
    worker: Annotated[
        bool, typer.Option("--worker", help=marked("Do the work in the background too, instead of `chiso worker`."))
    ] = False,
) -> int:
    """0 once the process was asked to end."""
    from chiso.web import serving

    serving.ready(address)
    write(gettext("Chiso answers at {url}").format(url=f"http://{address}:{port}") + "\n")
    with serving.working() if worker else nullcontext():
        serving.answer(address, port, processes)
    return 0
