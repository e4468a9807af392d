"""`chiso template`: an empty file of answers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from chiso.cli.output import FRAMEWORK_HELP, MARK_HELP, UNITS_HELP, Mark, write, write_file
from chiso.language import gettext, marked

if TYPE_CHECKING:
    from chiso.engine.framework import Framework

HELP = marked(
    "Write an empty file of answers for one block: a line for each question, which `chiso score` reads once its values "
    "are filled in."
)
MARK_OF_UTF8 = "\ufeff"


def template(
    framework: Annotated[str, typer.Argument(metavar="FRAMEWORK", help=FRAMEWORK_HELP)],
    block: Annotated[
        str,
        typer.Option(help=marked("The block of the units; not needed where there is one only."), show_default=False),
    ] = "",
    unit: Annotated[
        list[str] | None, typer.Option(help=marked("The code of a unit; once for each unit."), show_default=False)
    ] = None,
    units: Annotated[Path | None, typer.Option(help=UNITS_HELP)] = None,
    wide: Annotated[
        bool, typer.Option("--wide", help=marked("A line for each unit and a column for each question."))
    ] = False,
    decimal: Annotated[Mark, typer.Option(help=MARK_HELP)] = Mark.POINT,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help=marked("A CSV file that Excel opens, instead of standard output.")),
    ] = None,
) -> int:  # fmt: skip
    """0, once the file is written."""
    from chiso.exchange.delimited import written
    from chiso.exchange.frameworks import read
    from chiso.exchange.template import LONG_COLUMNS, long_rows, wide_columns, wide_rows

    found = read(framework).framework
    block = _block(found, block)
    named = _units(found, block, unit or [], units)
    separator = ";" if decimal is Mark.COMMA else ","
    if wide:
        text = written(wide_columns(found, block), wide_rows(found, block, named), separator)
    else:
        text = written(LONG_COLUMNS, long_rows(found, block, [code for code, _ in named]), separator)
    if output is None:
        write(text)
    else:
        # Excel takes a CSV for UTF-8 only where it begins with the mark.
        write_file(output, MARK_OF_UTF8 + text)
    return 0


def _block(framework: Framework, block: str) -> str:
    if not block and len(framework.blocks) == 1:
        return framework.block_ids[0]
    if block in framework.block_ids:
        return block
    names = ", ".join(f"{each.id} ({each.name})" for each in framework.blocks)
    sentence = gettext("{name}: expected one of {names}")
    raise typer.BadParameter(sentence.format(name="--block", names=names))


def _units(framework: Framework, block: str, codes: list[str], register: Path | None) -> list[tuple[str, str]]:
    """The code and name of each unit of the template: those asked for, those of the register, or one left empty."""
    from chiso.exchange.answers import read_units

    named = [(code, code) for code in codes]
    if register is not None:
        units = read_units(register, framework)
        columns = zip(units.codes, units.names, units.blocks, units.statuses, strict=True)
        named += [(code, name) for code, name, own, status in columns if own == block and status != "excluded"]
    return named or [("", "")]
