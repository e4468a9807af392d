"""The command `chiso`: its verbs, its language, its end."""

from __future__ import annotations

import sys
from io import TextIOWrapper
from typing import Annotated

import typer

from chiso import __version__
from chiso.cli import (
    audit,
    backup,
    check,
    demo,
    diff,
    explain,
    frameworks,
    read,
    report,
    restore,
    schema,
    score,
    serve,
    template,
    verify,
    verify_history,
    worker,
)
from chiso.cli.speaking import SpeakingCommand, SpeakingGroup
from chiso.language import LANGUAGES, marked

HELP = marked(
    "Run an official assessment, from answers to a published rank that anyone can recompute. "
    "Exit codes: 0 done, 1 what was to be checked does not hold, 2 bad input."
)

app = typer.Typer(
    cls=SpeakingGroup,
    help=HELP,
    no_args_is_help=True,
    add_completion=False,
    # Loading the library that draws boxes would take longer than all the rest of the help.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _print_version(asked: bool) -> None:
    if asked:
        sys.stdout.write(f"chiso {__version__}\n")
        raise typer.Exit


@app.callback()
def chiso(
    lang: Annotated[
        str,
        typer.Option(
            metavar="|".join(LANGUAGES), envvar="CHISO_LANG",
            help=marked("The language of sentences; may stand anywhere on the command line."),
        ),
    ] = LANGUAGES[0],
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help=marked("Print the version."))
    ] = False,
) -> None:  # fmt: skip
    """Takes what concerns every verb; the language is read before any verb is known."""
    del lang, version


app.command("check", cls=SpeakingCommand, help=check.HELP)(check.check)
app.command("schema", cls=SpeakingCommand, help=schema.HELP)(schema.schema)
app.command("frameworks", cls=SpeakingCommand, help=frameworks.HELP)(frameworks.frameworks)
app.command("template", cls=SpeakingCommand, help=template.HELP)(template.template)
app.command("score", cls=SpeakingCommand, help=score.HELP)(score.score)
app.command("explain", cls=SpeakingCommand, help=explain.HELP)(explain.explain)
app.command("diff", cls=SpeakingCommand, help=diff.HELP)(diff.diff)
app.command("verify", cls=SpeakingCommand, help=verify.HELP)(verify.verify)
app.command("read", cls=SpeakingCommand, help=read.HELP)(read.read)
app.command("audit", cls=SpeakingCommand, help=audit.HELP)(audit.audit)
app.command("report", cls=report.ReportCommand, help=report.HELP)(report.report)
app.command("serve", cls=SpeakingCommand, help=serve.HELP)(serve.serve)
app.command("worker", cls=SpeakingCommand, help=worker.HELP)(worker.worker)
app.command("verify-history", cls=SpeakingCommand, help=verify_history.HELP)(verify_history.verify_history)
app.command("backup", cls=SpeakingCommand, help=backup.HELP)(backup.backup)
app.command("restore", cls=SpeakingCommand, help=restore.HELP)(restore.restore)
app.command("demo", cls=SpeakingCommand, help=demo.HELP)(demo.demo)


def main() -> None:
    """Runs the command line of this process and ends it with the exit code."""
    for stream in (sys.stdout, sys.stderr):
        # Names are Vietnamese: a terminal that cannot show a letter must not end the work.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")
    app()
