"""`chiso frameworks`: what ships."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from chiso.cli.output import FORMAT_HELP, Format, grid, show, write_csv, write_json
from chiso.language import chosen, gettext, marked

if TYPE_CHECKING:
    from chiso.engine.framework import Framework

HELP = marked("List the frameworks that ship, with the decision each comes from and what is not known of it.")
COLUMNS = ("id", "title", "nature", "decision", "in_force_from", "in_force_to", "replaced_by", "unknown", "blocks")


def frameworks(format: Annotated[Format, typer.Option(help=FORMAT_HELP)] = Format.TABLE) -> int:
    """0, once the list is written."""
    from chiso.exchange import shipped
    from chiso.exchange.frameworks import read

    found = [read(id).framework for id in shipped.frameworks()]
    if format is Format.JSON:
        from chiso.cli.objects import framework_object

        write_json("frameworks", {"frameworks": [framework_object(each) for each in found]})
    elif format is Format.CSV:
        write_csv(COLUMNS, (_cells(each) for each in found))
    else:
        columns = [("id", False), (gettext("title"), False), (gettext("decision"), False), (gettext("state"), False)]
        show(grid(columns, (_line(each) for each in found)))
    return 0


def _cells(framework: Framework) -> list[str]:
    from chiso.cli.objects import framework_object

    told = framework_object(framework)
    told["title"], told["blocks"] = framework.title.of(chosen()), " ".join(framework.block_ids)
    told["unknown"] = "yes" if framework.unknown else "no"
    return [told[column] or "" for column in COLUMNS]


def _line(framework: Framework) -> list[str]:
    decision = framework.decision.number if framework.decision is not None else None
    return [framework.id, framework.title.of(chosen()), decision or "", _state(framework)]


def _state(framework: Framework) -> str:
    said = []
    if framework.nature == "model":
        said.append(gettext("a model of our own"))
    if framework.unknown:
        said.append(gettext("partly unknown"))
    if framework.in_force_to is not None:
        said.append(gettext("until {day}").format(day=framework.in_force_to))
    if framework.replaced_by is not None:
        said.append(gettext("replaced by {other}").format(other=framework.replaced_by))
    return ", ".join(said)
