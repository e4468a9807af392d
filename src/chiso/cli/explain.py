"""`chiso explain`: how each score of one unit came about."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from chiso.cli.output import (
    ANSWERS_HELP,
    FORMAT_HELP,
    FRAMEWORK_HELP,
    MARK_HELP,
    UNITS_HELP,
    Format,
    Mark,
    clean,
    show,
    write_csv,
    write_json,
)
from chiso.language import chosen, gettext, marked

if TYPE_CHECKING:
    from rich.text import Text
    from rich.tree import Tree

    from chiso.cli.result import Result
    from chiso.engine.errors import InputError
    from chiso.engine.framework import Criterion
    from chiso.engine.scoring import Score

HELP = marked("Explain the scores of one unit. Shows each with its maximum, its reason in words, and its clause.")
COLUMNS = ("unit", "criterion", "points", "max", "state", "reason", "clause")


def explain(
    framework: Annotated[str, typer.Argument(metavar="FRAMEWORK", help=FRAMEWORK_HELP)],
    answers: Annotated[str, typer.Argument(metavar="ANSWERS", help=ANSWERS_HELP)],
    unit: Annotated[str, typer.Option(help=marked("The code of the unit."))],
    criterion: Annotated[
        str | None, typer.Option(help=marked("The code of a criterion: only it and what is below it."))
    ] = None,
    units: Annotated[Path | None, typer.Option(help=UNITS_HELP)] = None,
    decimal: Annotated[Mark, typer.Option(help=MARK_HELP)] = Mark.POINT,
    format: Annotated[Format, typer.Option(help=FORMAT_HELP)] = Format.TABLE,
) -> int:
    """0, once the explanation is written."""
    from chiso.cli.result import result

    found = result(framework, answers, units, decimal)
    known = found.scores.answers.units.codes
    if unit not in known:
        raise _nobody("--unit", unit, known)
    nodes = found.source.framework.nodes
    if criterion is not None and criterion not in nodes:
        raise _nobody("--criterion", criterion, tuple(nodes))
    roots = found.source.framework.criteria if criterion is None else (nodes[criterion],)
    scores = {each.criterion: each for each in found.scores.of_unit(unit) if _inside(roots, each.criterion)}
    if not scores:
        raise _unscored(unit, criterion)
    _show(found, unit, roots, scores, format)
    return 0


def _inside(roots: Sequence[Criterion], code: str) -> bool:
    return any(root.code == code or _inside(root.children, code) for root in roots)


def _nobody(option: str, name: str, known: Sequence[str]) -> InputError:
    from chiso.engine.errors import InputError, Problem, message

    close = difflib.get_close_matches(name, known, 1)
    remedy = message("did you mean {name}?", name=close[0]) if close else message("mend its spelling")
    expected = message("one of {names}", names=", ".join(known[:8]) + (" …" if len(known) > 8 else ""))
    return InputError([Problem(option, message("the unknown name {name}", name=name), expected, remedy)])


def _unscored(unit: str, criterion: str | None) -> InputError:
    from chiso.engine.errors import InputError, Problem, message

    found = message("a unit without scores there")
    expected = message("a unit that is assessed, and a criterion that is asked of its block")
    where = unit if criterion is None else f"{unit}, {criterion}"
    return InputError([Problem(where, found, expected, message("see the unit's status and block in the register"))])


def _show(found: Result, unit: str, roots: Sequence[Criterion], scores: dict[str, Score], format: Format) -> None:
    from chiso.cli.objects import framework_object, place_object, score_object, unit_objects
    from chiso.report.wording import worded

    nodes = found.source.framework.nodes
    if format is Format.CSV:
        write_csv(COLUMNS, ([score_object(each)[column] or "" for column in COLUMNS] for each in scores.values()))
        return
    if format is Format.JSON:
        index = found.scores.answers.units.index[unit]
        said = [
            {
                **score_object(each),
                "words": worded(each.reason, nodes[each.criterion], framework=found.source.framework),
            }
            for each in scores.values()
        ]
        places = [
            {"criterion": table.criterion, "block": table.block, "units": str(table.ranked)}
            | place_object(table.of[unit])
            for table in found.ranking.tables
            if unit in table.of and table.criterion in scores
        ]
        told = unit_objects(found.scores.answers.units)[index]
        content = {"framework": framework_object(found.source.framework), "unit": told, "places": places}
        write_json("explain", {**content, "scores": said})
        return
    show(_tree(found, unit, roots, scores))


def _tree(found: Result, unit: str, roots: Sequence[Criterion], scores: dict[str, Score]) -> Tree:
    from rich.text import Text
    from rich.tree import Tree

    from chiso.cli.standings import name_of

    tree = Tree(Text(clean(f"{name_of(found, unit)} ({unit})"), style="bold"))

    def grow(branch: Tree, criterion: Criterion) -> None:
        if criterion.code in scores:
            below = branch.add(_told(found, scores[criterion.code]))
            for child in criterion.children:
                grow(below, child)

    for root in roots:
        grow(tree, root)
    return tree


def _told(found: Result, score: Score) -> Text:
    """A criterion's name and points, then its reason, clause, rank and class."""
    from rich.text import Text

    from chiso.report.numbers import number
    from chiso.report.wording import worded

    criterion = found.source.framework.nodes[score.criterion]
    maximum = gettext("unknown") if score.maximum is None else number(score.maximum)
    points = "—" if score.points is None else number(score.points)
    text = Text()
    text.append(clean(f"{criterion.code} {criterion.name.of(chosen())}: "), style="bold")
    text.append(f"{points}/{maximum}")
    text.append(clean(f"\n{worded(score.reason, criterion, framework=found.source.framework)}"))
    if score.clause:
        text.append(clean(f"\n{gettext('Clause: {clause}').format(clause=score.clause)}"), style="dim")
    for line in _places(found, score):
        text.append(clean(f"\n{line}"))
    return text


def _places(found: Result, score: Score) -> Iterator[str]:
    """The unit's rank and class where the criterion has them."""
    from chiso.report.results.classes import why_undetermined
    from chiso.report.results.lowered import why_lower
    from chiso.report.wording import class_words, note_words

    criterion = found.source.framework.nodes[score.criterion]
    for table in found.ranking.tables:
        place = table.of.get(score.unit)
        if table.criterion != score.criterion or place is None:
            continue
        if place.rank is not None:
            yield gettext("Rank: {rank} of {count}").format(rank=place.rank, count=table.ranked)
        if criterion.classes is not None and place.classes:
            yield gettext("Class: {name}").format(name=class_words(criterion.classes, place.classes))
            whys = why_undetermined(criterion.classes, place), why_lower(found.scores, criterion, place)
            yield from filter(None, whys)
        if place.note:
            yield note_words(place.note)
