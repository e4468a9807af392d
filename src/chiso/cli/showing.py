"""What `chiso demo --files` writes: the main job on the model province and on a real decision, as files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from chiso.cli.output import write
from chiso.language import chosen, gettext, marked

if TYPE_CHECKING:
    from chiso.cli.result import Result

ENDINGS = (".zip", ".html", ".xlsx")


def show(folder: Path) -> bool:
    """Whether both published folders hold, once everything is written and said."""
    from chiso.exchange.writing import make_folder

    make_folder(folder)
    held = [_show(id, shown, folder) for id, shown in SHOWN.items()]
    _say_next(folder)
    return all(held)


@dataclass(frozen=True)
class _Shown:
    """A result that ships: its date, and what a reader must know of its answers first."""

    day: date
    note: str


SHOWN = {
    "mau-tinh": _Shown(date(2026, 11, 21), marked("The province, its units and all answers are made up.")),
    "kon-tum-2017": _Shown(
        date(2018, 3, 27),
        marked("The points of the groups are as the decision prints them; the totals are computed from them."),
    ),
}


def _show(id: str, shown: _Shown, folder: Path) -> bool:
    """Whether the published folder of shipped facts holds, once everything about it is written."""
    from chiso.bundle.verifying import verify
    from chiso.cli.progress import watched
    from chiso.cli.standings import print_standings
    from chiso.cli.verify import told

    found = scored(id)
    write(f"{found.source.framework.title.of(chosen())}\n{gettext(shown.note)}\n\n")
    print_standings(found)
    target = folder / f"{id}.zip"
    publish(found, shown.day, target)
    _report(found, shown, folder)
    verification = verify(target, watch=watched)
    write(f"\n{told(verification, target)}\n\n")
    return verification.holds


def scored(id: str) -> Result:
    """The result of shipped facts, of which framework and answers have the same id."""
    from chiso.cli.output import Mark
    from chiso.cli.result import result

    return result(id, id, None, Mark.POINT)


def publish(found: Result, day: date, target: Path) -> None:
    """Writes the published folder of a result."""
    from chiso.bundle import making
    from chiso.bundle.making import Publication
    from chiso.cli.progress import watched

    publication = Publication("final", day)
    making.write(making.made(found.source.raw, found.scores, found.ranking, publication, watch=watched), target)


def _report(found: Result, shown: _Shown, folder: Path) -> None:
    """Writes the HTML page and the XLSX file of a result."""
    from chiso.exchange.writing import write_file
    from chiso.report.html import page
    from chiso.report.results import results_document
    from chiso.report.xlsx import workbook

    document = results_document(found.scores, found.ranking, notes=[gettext(shown.note)])
    stem = folder / found.source.framework.id
    write_file(stem.with_name(f"{stem.name}.html"), page(document).encode())
    write_file(stem.with_name(f"{stem.name}.xlsx"), workbook(document, created=shown.day))


def _say_next(folder: Path) -> None:
    bundle = folder / "kon-tum-2017.zip"
    lines = [
        gettext("Written to {folder}: {names}").format(folder=folder, names=", ".join(_written(folder))),
        "",
        gettext("Try next:"),
        "  chiso explain kon-tum-2017 kon-tum-2017 --unit so-khoa-hoc-cong-nghe",
        f"  chiso verify {bundle}",
        "  chiso template mau-tinh --block xa -o answers.csv",
        "  chiso frameworks",
        gettext("In English: add --lang en, or set CHISO_LANG=en."),
    ]
    write("\n".join(lines) + "\n")


def _written(folder: Path) -> list[str]:
    return [f"{id}{ending}" for id in SHOWN for ending in ENDINGS if (folder / f"{id}{ending}").is_file()]
