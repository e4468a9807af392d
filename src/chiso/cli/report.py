"""`chiso report`: the official document of a result, as PDF, Word, Excel or a page."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from chiso.cli.complaints import say
from chiso.cli.speaking import SpeakingCommand
from chiso.engine.errors import InputError, Problem, message
from chiso.language import chosen, gettext, marked, ngettext
from chiso.report.kinds.names import ABOUT, Kind

HELP = marked(
    "Write an official document of a result: its numbers, notes and sentences are computed, its form is that of "
    "Nghị định 30/2020/NĐ-CP (docs/documents.md)."
)
SOURCE_HELP = marked(
    "A published folder or zip, or the id of facts that ship; the id or the path of a framework for kinds made of one."
)
OUTPUT_HELP = marked("The file: .pdf, .docx, .xlsx or .html; with --all a folder.")
INDICATORS_HELP = marked("The indicators of `bao-cao`, a report.yaml (docs/statistics.md); again for the time before.")
FORMATS = ("pdf", "docx", "xlsx", "html")


class ReportCommand(SpeakingCommand):
    """The verb, with a line for every kind of document in its help."""

    @property
    def epilog(self) -> str:
        """The kinds, for the reference of commands."""
        lines = [f"* `{kind.value}`: {gettext(ABOUT[kind])}" for kind in Kind]
        return "\n".join([f"**{gettext('Kinds')}**:", "", *lines])

    @epilog.setter
    def epilog(self, text: str | None) -> None:
        del text

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        """The kinds as a section of the help."""
        del ctx
        with formatter.section(gettext("Kinds")):
            formatter.write_dl([(kind.value, gettext(ABOUT[kind])) for kind in Kind])


def report(
    kind: Annotated[Kind, typer.Argument(metavar="KIND", help=marked("One of the kinds below."))],
    source: Annotated[str, typer.Argument(metavar="SOURCE", help=SOURCE_HELP)],
    output: Annotated[Path, typer.Option("--output", "-o", help=OUTPUT_HELP, show_default=False)],
    meta: Annotated[
        Path | None,
        typer.Option(help=marked("What no result holds: issuer, number, date, signer … in YAML.")),
    ] = None,
    unit: Annotated[
        str | None,
        typer.Option(
            help=marked("The code of the unit that a kind is made of; all units without it."), show_default=False
        ),
    ] = None,
    each: Annotated[
        bool, typer.Option("--all", help=marked("Write a file for each unit; those that are there already are kept."))
    ] = False,
    format: Annotated[
        str, typer.Option(metavar="|".join(FORMATS), help=marked("What the files of --all are."))
    ] = FORMATS[0],
    previous: Annotated[
        list[str] | None,
        typer.Option(
            metavar="SOURCE",
            help=marked("The result of the time before, as SOURCE: what changed is told; again for the one before it."),
            show_default=False,
        ),
    ] = None,
    indicators: Annotated[
        list[Path] | None, typer.Option(metavar="FILE", help=INDICATORS_HELP, show_default=False)
    ] = None,
) -> int:
    """0, once the document is written."""
    from chiso.cli.reporting.making import Asked

    asked = Asked(kind, source, unit, tuple(previous or ()), each, tuple(indicators or ()))
    _check(output, format, each=each)
    return _each(asked, output, meta, f".{format}") if each else _one(asked, output, meta)


def _one(asked: Any, output: Path, meta: Path | None) -> int:
    from chiso.cli.reporting.content import content
    from chiso.cli.reporting.making import made
    from chiso.cli.reporting.sources import read_meta
    from chiso.exchange.writing import write_file
    from chiso.report.official.framing import unused

    told = read_meta(meta)
    document = made(asked, told)
    write_file(output, content(document, output.suffix.lower(), to_sign=True))
    _tell_blanks(document.blanks, meta)
    _tell_unused(unused(told, document.frame), meta)
    say(gettext("Written: {path}").format(path=output))
    return 0


def _each(asked: Any, folder: Path, meta: Path | None, ending: str) -> int:
    from chiso.cli.reporting.each import write_each
    from chiso.cli.reporting.making import each
    from chiso.cli.reporting.program import inputs_digest
    from chiso.cli.reporting.sources import read_meta

    told = read_meta(meta)
    wanted = each(asked, told)
    inputs = inputs_digest(asked.kind, ending, chosen(), told, wanted.digest)
    done = write_each(folder, wanted.units, wanted.make, ending, inputs)
    _tell_blanks(done.blanks, meta)
    sentence = ngettext("Written: {n} file in {folder}.", "Written: {n} files in {folder}.", done.written)
    say(sentence.format(n=done.written, folder=folder))
    if done.kept:
        kept = ngettext("{n} file was there already.", "{n} files were there already.", done.kept)
        say(kept.format(n=done.kept))
    if done.left:
        say(gettext("Of no unit any more: {names}").format(names=", ".join(done.left)))
    return 0


def _tell_blanks(blanks: tuple[str, ...], meta: Path | None) -> None:
    if blanks:
        sentence = gettext("Warning: {keys} are not told by {meta} and stand blank.")
        say(sentence.format(keys=", ".join(blanks), meta=meta or "--meta"))


def _tell_unused(keys: tuple[str, ...], meta: Path | None) -> None:
    if keys:
        sentence = gettext("Warning: this kind of document has no place for {keys}, which {meta} tells; not used.")
        say(sentence.format(keys=", ".join(keys), meta=meta))


def _check(output: Path, format: str, *, each: bool) -> None:
    """InputError where the output or the format cannot be what is asked for."""
    from chiso.cli.reporting.content import ENDINGS

    names = message("one of {names}", names=", ".join(ENDINGS))
    if format not in FORMATS:
        names = message("one of {names}", names=", ".join(FORMATS))
        found = message("the format {name}", name=format)
        raise InputError([Problem("--format", found, names, message("choose one of them"))])
    if each and output.suffix.lower() in ENDINGS and not output.is_dir():
        found, expected = message("the name of a file"), message("a folder, since --all writes a file for each unit")
        raise InputError([Problem(str(output), found, expected, message("name a folder, or leave --all out"))])
    if not each and output.suffix.lower() not in ENDINGS:
        found = message("the ending {ending}", ending=output.suffix or "–")
        raise InputError([Problem(str(output), found, names, message("name the file by its format"))])
