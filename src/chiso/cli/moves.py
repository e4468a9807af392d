"""Who moved between two results, for people and for CSV."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from chiso.bundle.records import class_text
from chiso.cli.output import clean, grid, show, write
from chiso.engine.comparing import Cause, Move
from chiso.engine.quantities import decimal_text
from chiso.engine.scoring import Scores
from chiso.language import chosen, gettext
from chiso.report.numbers import number

ARROW = " → "


def move_cells(move: Move) -> list[str]:
    """A move as the cells of one CSV line."""
    causes = "; ".join(f"{cause.unit} {cause.question} {cause.case} {cause.before}>{cause.after}".replace("  ", " ")
                       for cause in move.causes)  # fmt: skip
    return [
        move.criterion,
        move.block,
        move.unit,
        *(points or "" for points in move.points),
        move.difference or "",
        *("" if rank is None else str(rank) for rank in move.ranks),
        *(class_text(classes) for classes in move.classes),
        causes,
        " ".join(move.overtaken_by),
    ]


def print_moves(moves: Sequence[Move], after: Scores) -> None:
    """Writes the moves of each ranking to standard output, and under each table what moved whom."""
    if not moves:
        write(gettext("Nobody moved.") + "\n")
        return
    columns = [
        (gettext("unit"), False), (gettext("points"), True), (gettext("change"), True), (gettext("rank"), True),
        (gettext("class"), False),
    ]  # fmt: skip
    for criterion, block in dict.fromkeys((move.criterion, move.block) for move in moves):
        mine = [move for move in moves if (move.criterion, move.block) == (criterion, block)]
        title = f"{after.framework.nodes[criterion].name.of(chosen())} · {block}"
        causes = [*_causes(mine, after)]
        show(grid(columns, (_row(move, after) for move in mine), title), *map(clean, causes), *([""] if causes else []))


def _row(move: Move, after: Scores) -> list[str]:
    ranks = [gettext("none") if rank is None else str(rank) for rank in move.ranks]
    classes = [class_text(each) for each in move.classes]
    points = [number(each or gettext("none")) for each in move.points]
    return [
        _name(move.unit, after),
        points[0] if points[0] == points[1] else ARROW.join(points),
        _signed(move.difference),
        ranks[0] if ranks[0] == ranks[1] else ARROW.join(ranks),
        classes[0] if classes[0] == classes[1] else ARROW.join(classes),
    ]


def _name(unit: str, after: Scores) -> str:
    units = after.answers.units
    return units.names[units.index[unit]]


def _signed(difference: str | None) -> str:
    if difference is None or difference.startswith("-") or not difference.strip("0."):
        return number(difference or "")
    return f"+{number(difference)}"


def _causes(moves: Sequence[Move], after: Scores) -> Iterator[str]:
    for move in moves:
        for cause in move.causes:
            yield f"  {_name(move.unit, after)}: {_cause(move, cause, after)}"
        if move.overtaken_by:
            names = ", ".join(_name(unit, after) for unit in move.overtaken_by)
            yield "  " + gettext("{unit}: overtaken by {names}").format(unit=_name(move.unit, after), names=names)


def _cause(move: Move, cause: Cause, after: Scores) -> str:
    """What an answer was and is, and the points that it brought."""
    question = after.framework.asked[cause.question]
    named = f"{question.name.of(chosen())} ({cause.question}{', ' + cause.case if cause.case else ''})"
    nothing = gettext("no answer")
    told = f"{named} {cause.before or nothing}{ARROW}{cause.after or nothing}"
    if cause.unit != move.unit:
        return gettext("the measure set by {unit}: {what}").format(unit=_name(cause.unit, after), what=told)
    if cause.effect is None:
        return told
    points = _signed(decimal_text(cause.effect, after.framework.prints(move.criterion)))
    return gettext("{what}: {points} points").format(what=told, points=points)
