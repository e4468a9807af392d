"""`chiso diff`: what changed between two frameworks, or who moved between two results."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from chiso.cli.output import FORMAT_HELP, Format, grid, show, write, write_csv, write_json
from chiso.language import gettext, marked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chiso.engine.comparing import Difference, Move
    from chiso.engine.scoring import Scores

HELP = marked(
    "Tell what changed between two frameworks, or between two published folders who moved, by how much, and which "
    "answers moved them."
)
THING_HELP = marked("A framework (an id or a file), or a published folder or zip; both of one kind.")
DIFFERENCE_COLUMNS = ("part", "code", "kind", "field", "before", "after")
MOVE_COLUMNS = (
    "criterion", "block", "unit", "points_before", "points_after", "difference", "rank_before", "rank_after",
    "class_before", "class_after", "causes", "overtaken_by",
)  # fmt: skip


def diff(
    a: Annotated[str, typer.Argument(metavar="A", help=THING_HELP)],
    b: Annotated[str, typer.Argument(metavar="B", help=THING_HELP)],
    format: Annotated[Format, typer.Option(help=FORMAT_HELP)] = Format.TABLE,
) -> int:
    """0, once the differences are written."""
    from chiso.engine.comparing import compare_frameworks, compare_results
    from chiso.exchange.frameworks import read

    published = [_is_published(each) for each in (a, b)]
    if published[0] != published[1]:
        raise typer.BadParameter(gettext("one is a framework and the other a published folder"))
    if not published[0]:
        _show_differences(compare_frameworks(read(a).framework, read(b).framework), format)
        return 0
    before, after = _scores(a), _scores(b)
    differences = compare_frameworks(before.framework, after.framework)
    _show_moves(compare_results(before, after), differences, after, format)
    return 0


def _is_published(name: str) -> bool:
    from chiso.bundle.names import MANIFEST
    from chiso.exchange.files import standing

    path = Path(name)
    return path.suffix.casefold() == ".zip" or standing(path / MANIFEST) == "file"


def _scores(name: str) -> Scores:
    from chiso.bundle.names import FRAMEWORK
    from chiso.bundle.reading import read
    from chiso.engine.loading import loads
    from chiso.engine.scoring import score
    from chiso.exchange.answers import from_files

    files = read(Path(name))
    framework = loads(files.get(FRAMEWORK, b""), f"{name}/{FRAMEWORK}")
    return score(framework, from_files(files, framework, name))


def _show_differences(found: Sequence[Difference], format: Format) -> None:
    from chiso.cli.objects import difference_object

    if format is Format.JSON:
        write_json("diff", {"differences": [difference_object(each) for each in found]})
        return
    rows = [list(difference_object(each).values()) for each in found]
    if format is Format.CSV:
        write_csv(DIFFERENCE_COLUMNS, rows)
        return
    if not rows:
        write(gettext("No difference.") + "\n")
        return
    titles = (
        gettext("part"), gettext("code"), gettext("change"), gettext("field"), gettext("before"), gettext("after"),
    )  # fmt: skip
    words = {word: gettext(word) for word in WORDS}
    told = [[words.get(row[0], row[0]), row[1], words.get(row[2], row[2]), *row[3:]] for row in rows]
    show(grid([(title, False) for title in titles], told))


WORDS = (
    marked("framework"), marked("block"), marked("question"), marked("criterion"),
    marked("added"), marked("removed"), marked("moved"), marked("changed"),
)  # fmt: skip


def _show_moves(moves: Sequence[Move], differences: Sequence[Difference], after: Scores, format: Format) -> None:
    from chiso.cli.moves import move_cells, print_moves
    from chiso.cli.objects import difference_object, move_object

    if format is Format.JSON:
        told = [difference_object(each) for each in differences]
        write_json("diff", {"differences": told, "moves": [move_object(move) for move in moves]})
    elif format is Format.CSV:
        write_csv(MOVE_COLUMNS, (move_cells(move) for move in moves))
    else:
        if differences:
            _show_differences(differences, format)
        print_moves(moves, after)
