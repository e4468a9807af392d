"""`chiso score`: answers to scores, ranks and classes."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from chiso.cli.complaints import say
from chiso.cli.output import (
    ANSWERS_HELP,
    FORMAT_HELP,
    FRAMEWORK_HELP,
    MARK_HELP,
    UNITS_HELP,
    Format,
    Mark,
    write_csv,
    write_json,
)
from chiso.cli.today import today
from chiso.language import gettext, marked

if TYPE_CHECKING:
    from chiso.bundle.making import Publication
    from chiso.cli.result import Result

HELP = marked(
    "Score answers by a framework. Prints the ranking, and with -o writes the folder or zip that anyone can verify."
)


class Stage(StrEnum):
    """The stage that the answers have reached."""

    SELF = "self"
    VERIFIED = "verified"
    EXPLAINED = "explained"
    FINAL = "final"


def score(
    framework: Annotated[str, typer.Argument(metavar="FRAMEWORK", help=FRAMEWORK_HELP)],
    answers: Annotated[str, typer.Argument(metavar="ANSWERS", help=ANSWERS_HELP)],
    units: Annotated[Path | None, typer.Option(help=UNITS_HELP)] = None,
    decimal: Annotated[Mark, typer.Option(help=MARK_HELP)] = Mark.POINT,
    format: Annotated[Format, typer.Option(help=FORMAT_HELP)] = Format.TABLE,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help=marked("A folder, or a .zip, for the published folder (docs/bundle.md).")),
    ] = None,
    stage: Annotated[
        Stage, typer.Option(help=marked("The stage of the answers, kept in the published folder."))
    ] = Stage.SELF,
    day: Annotated[
        datetime | None,
        typer.Option(
            "--date", formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", show_default=False,
            help=marked("The date kept in the published folder; today where none is given."),
        ),
    ] = None,
    corrections: Annotated[
        Path | None, typer.Option(help=marked("What verification changed: a CSV for the published folder."))
    ] = None,
    sign: Annotated[
        Path | None, typer.Option(help=marked("A private Ed25519 key in PEM that signs the published folder."))
    ] = None,
) -> int:  # fmt: skip
    """0, once the result is written."""
    from chiso.cli.cautions import cautions
    from chiso.cli.result import result

    found = result(framework, answers, units, decimal)
    for sentence in cautions(found.source.framework, today()):
        say(sentence)
    if output is not None:
        _publish(found, output, _publication(found, stage, day, corrections), sign)
    _show(found, format)
    if output is not None:
        say(gettext("Published: {path}. To check it: chiso verify {path}").format(path=output))
    return 0


def _publication(found: Result, stage: Stage, day: datetime | None, corrections: Path | None) -> Publication:
    from chiso.bundle.corrections import corrections_of
    from chiso.bundle.making import Publication
    from chiso.exchange import delimited
    from chiso.exchange.files import decoded, read_bytes

    told = today() if day is None else day.date()
    if corrections is None:
        return Publication(stage.value, told)
    table = delimited.table(decoded(read_bytes(corrections), str(corrections)), str(corrections))
    return Publication(stage.value, told, corrections_of(table, found.scores.answers))


def _publish(found: Result, output: Path, publication: Publication, sign: Path | None) -> None:
    from chiso.bundle import making
    from chiso.bundle.signing import private_key
    from chiso.cli.progress import watched

    key = None if sign is None else private_key(sign)
    files = making.made(found.source.raw, found.scores, found.ranking, publication, sign=key, watch=watched)
    making.write(files, output)


def _show(found: Result, format: Format) -> None:
    if format is Format.JSON:
        write_json("score", _content(found))
    elif format is Format.CSV:
        from chiso.bundle.names import COLUMNS, RANKING
        from chiso.bundle.records import ranking_records

        write_csv(COLUMNS[RANKING], ranking_records(found.ranking))
    else:
        from chiso.cli.standings import print_standings

        print_standings(found)


def _content(found: Result) -> dict[str, object]:
    from chiso.cli.objects import framework_object, score_object, table_object, unit_objects
    from chiso.cli.progress import watched

    units = found.scores.answers.units
    return {
        "framework": framework_object(found.source.framework),
        "units": unit_objects(units),
        "rankings": [table_object(table) for table in found.ranking.tables],
        "scores": [score_object(each) for code in watched(units.codes) for each in found.scores.of_unit(code)],
    }
