"""`chiso report`: the official document of a result, as PDF, Word, Excel or a page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from chiso.cli.complaints import say
from chiso.engine.errors import InputError, Problem, message
from chiso.language import gettext, marked
from chiso.report.kinds.names import Kind

if TYPE_CHECKING:
    from chiso.engine.scoring import Scores
    from chiso.report.kinds.source import Source
    from chiso.report.official.form import Official
    from chiso.report.official.meta import Meta

HELP = marked(
    "Write an official document of a result: its numbers, notes and sentences are computed, its form is that of "
    "Nghị định 30/2020/NĐ-CP (docs/documents.md)."
)
KIND_HELP = marked(
    "`quyet-dinh`: the decision on the result; `the-don-vi`: the card of one unit; `phuong-phap`: the scoring method."
)
SOURCE_HELP = marked(
    "A published folder or zip, or the id of facts that ship; for `phuong-phap` the id or the path of a framework."
)
ENDINGS = (".pdf", ".docx", ".xlsx", ".html")
MOST_META = 1_000_000
"""Bytes of a meta.yaml."""


def report(
    kind: Annotated[
        Kind,
        typer.Argument(
            metavar="KIND",
            help=KIND_HELP,
        ),
    ],
    source: Annotated[str, typer.Argument(metavar="SOURCE", help=SOURCE_HELP)],
    output: Annotated[
        Path, typer.Option("--output", "-o", help=marked("The file: .pdf, .docx, .xlsx or .html."), show_default=False)
    ],
    meta: Annotated[
        Path | None,
        typer.Option(help=marked("What no result holds: issuer, number, date, signer … in YAML.")),
    ] = None,
    unit: Annotated[
        str | None, typer.Option(help=marked("The code of the unit whose card it is."), show_default=False)
    ] = None,
    previous: Annotated[
        str | None,
        typer.Option(
            metavar="SOURCE",
            help=marked("The result of the time before, as SOURCE: what changed since is then told."),
            show_default=False,
        ),
    ] = None,
) -> int:
    """0, once the document is written."""
    from chiso.exchange.writing import write_file

    if output.suffix.lower() not in ENDINGS:
        raise _ending(output)
    made = _made(kind, source, unit, previous, _meta(meta))
    write_file(output, _content(made, output.suffix.lower()))
    if made.blanks:
        sentence = gettext("Warning: {keys} are not told by {meta} and stand blank.")
        say(sentence.format(keys=", ".join(made.blanks), meta=meta or "--meta"))
    say(gettext("Written: {path}").format(path=output))
    return 0


def _made(kind: Kind, name: str, unit: str | None, previous: str | None, meta: Meta) -> Official:
    """The document of a kind, by what its SOURCE is: a framework, tables known from print, or a result."""
    from chiso.exchange import printed
    from chiso.report.kinds.catalogue import CATALOGUE

    makers = CATALOGUE[kind]
    if makers.framework is not None:
        from chiso.exchange import frameworks

        return makers.framework(frameworks.read(name).framework, meta)
    if makers.printed is not None and name in printed.ids() and not Path(name).exists():
        return makers.printed(printed.read(name), meta)
    if makers.unit is not None:
        if unit is None:
            raise _no_unit()
        return makers.unit(_source(name, meta, previous), unit)
    assert makers.result is not None
    return makers.result(_source(name, meta, previous))


def _no_unit() -> InputError:
    found, expected = message("a card without a unit"), message("the code of a unit")
    return InputError([Problem("--unit", found, expected, message("name one: --unit CODE"))])


def _content(document: Official, ending: str) -> bytes:
    """The bytes of a document in the format of an ending."""
    if ending == ".pdf":
        from chiso.report.official.pdf import pdf

        return pdf(document)
    if ending == ".docx":
        from chiso.report.official.word import word

        return word(document)
    from chiso.report.official.plain import plain

    if ending == ".xlsx":
        from chiso.report.xlsx import workbook

        return workbook(plain(document))
    from chiso.report.html import page

    return page(plain(document)).encode()


def _meta(path: Path | None) -> Meta:
    from chiso.exchange.files import read_bytes
    from chiso.report.official.meta import Meta, read

    return Meta() if path is None else read(read_bytes(path, MOST_META), str(path))


def _source(name: str, meta: Meta, previous: str | None) -> Source:
    from chiso.engine.ranking import rank
    from chiso.exchange import indicators
    from chiso.report.kinds.source import Source

    before = None if previous is None else _source(previous, meta, None)
    scores = _scores(name)
    return Source(scores, rank(scores), meta, before, indicators.of_shipped(scores.framework))


def _scores(name: str) -> Scores:
    """The scores of shipped facts, or of a published folder that holds."""
    from chiso.bundle.names import FRAMEWORK
    from chiso.bundle.reading import read
    from chiso.bundle.verifying import verify_files
    from chiso.cli.output import Mark
    from chiso.cli.progress import watched
    from chiso.cli.result import result
    from chiso.engine.loading import loads
    from chiso.engine.scoring import score
    from chiso.exchange import shipped
    from chiso.exchange.answers import from_files

    if name in shipped.facts() and not Path(name).exists():
        return result(name, name, None, Mark.POINT).scores
    files = read(Path(name))
    if not verify_files(files, watch=watched).holds:
        found, expected = message("a published folder that does not hold"), message("one that holds")
        raise InputError(
            [Problem(name, found, expected, message("see what was changed: chiso verify {path}", path=name))]
        )
    framework = loads(files[FRAMEWORK], f"{name}/{FRAMEWORK}")
    return score(framework, from_files(files, framework, name))


def _ending(output: Path) -> InputError:
    found = message("the ending {ending}", ending=output.suffix or "–")
    expected = message("one of {names}", names=", ".join(ENDINGS))
    return InputError([Problem(str(output), found, expected, message("name the file by its format"))])
