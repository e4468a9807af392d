"""`chiso verify-history`: whether the history that the web application keeps was changed."""

from __future__ import annotations

from typing import Annotated

import typer

from chiso.cli.output import FORMAT_HELP, Format, write, write_csv, write_json
from chiso.language import gettext, marked, ngettext, sentence

HELP = marked(
    "Verify the history of the web application: every entry against its digest and the one before, every chain "
    "against its head and the seals made at each change of phase. Exit code 1 where one does not hold; it is named."
)
CYCLE_HELP = marked("The code of a cycle; every cycle where none is given.")
COLUMNS = ("cycle", "chain", "entry", "why")


def verify_history(
    cycle: Annotated[str | None, typer.Argument(metavar="CYCLE", help=CYCLE_HELP, show_default=False)] = None,
    format: Annotated[Format, typer.Option(help=FORMAT_HELP)] = Format.TABLE,
) -> int:
    """0 where all hold, 1 where one does not."""
    from chiso.web import serving

    serving.opened()
    from chiso.web.bridge.chains import WHY
    from chiso.web.bridge.verifying import verified

    found = verified(cycle)
    rows = [(each.cycle, broken.chain, broken.number, broken.why) for each in found for broken in each.broken]
    if format is Format.CSV:
        write_csv(COLUMNS, (tuple(map(str, row)) for row in rows))
    elif format is Format.JSON:
        write_json("verify-history", {
            "cycles": [{"cycle": each.cycle, "chains": each.chains, "entries": each.entries} for each in found],
            "broken": [dict(zip(COLUMNS, row, strict=True)) for row in rows],
        })  # fmt: skip
    else:
        for each in found:
            write(_line(each.cycle, each.chains, each.entries, len(each.broken)) + "\n")
        for _cycle, chain, number, why in rows:
            said = gettext("{chain}, entry {number}: {why}").format(chain=chain, number=number, why=sentence(WHY[why]))
            write(f"  {said}\n")
    return 1 if rows else 0


def _line(cycle: str, chains: int, entries: int, faults: int) -> str:
    said = gettext("{cycle}: {entries} entries in {chains} chains.").format(cycle=cycle, entries=entries, chains=chains)
    if not faults:
        return f"{said} " + gettext("All hold.")
    return f"{said} " + ngettext("{count} does not hold:", "{count} do not hold:", faults).format(count=faults)
