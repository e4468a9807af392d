"""A ranking as tables for people, with the reasons of undetermined classes below."""

from __future__ import annotations

from collections.abc import Iterator

from chiso.cli.output import clean, grid, show
from chiso.cli.result import Result
from chiso.engine.ranking import Place, Table
from chiso.engine.ranking.ranking import CYCLE
from chiso.language import chosen, gettext
from chiso.report.numbers import number
from chiso.report.results.classes import why_undetermined
from chiso.report.wording import class_words, note_words


def print_standings(result: Result) -> None:
    """Writes every ranking to standard output; where the framework ranks nothing, the points of its roots."""
    for table in result.ranking.tables:
        columns = [(gettext("rank"), True), (gettext("unit"), False), (gettext("points"), True)]
        classes = result.source.framework.nodes[table.criterion].classes
        if classes is not None:
            columns.append((gettext("class"), False))
        columns.append((gettext("note"), False))
        below = [*_below(result, table)]
        show(grid(columns, _rows(result, table), _title(result, table)), *below, *([""] if below else []))
    if not result.ranking.tables:
        _print_roots(result)


def _title(result: Result, table: Table) -> str:
    framework = result.source.framework
    named = next((block.name.of(chosen()) for block in framework.blocks if block.id == table.block), "")
    block = gettext("all units") if table.block == CYCLE else named
    return f"{framework.nodes[table.criterion].name.of(chosen())} · {block}"


def _rows(result: Result, table: Table) -> Iterator[list[str]]:
    classes = result.source.framework.nodes[table.criterion].classes
    for place in table.places:
        row = ["" if place.rank is None else str(place.rank), name_of(result, place.unit), number(place.points or "")]
        if classes is not None:
            row.append(class_words(classes, place.classes))
        yield [*row, note_words(place.note, _note(result, place) if place.note else "")]


def name_of(result: Result, unit: str) -> str:
    """The unit's name."""
    units = result.scores.answers.units
    return units.names[units.index[unit]]


def _note(result: Result, place: Place) -> str:
    units = result.scores.answers.units
    return units.notes[units.index[place.unit]]


def _below(result: Result, table: Table) -> Iterator[str]:
    classes = result.source.framework.nodes[table.criterion].classes
    if classes is not None:
        for place in table.places:
            why = why_undetermined(classes, place)
            if why:
                yield clean(f"  {name_of(result, place.unit)}: {why}")


def _print_roots(result: Result) -> None:
    roots = result.source.framework.criteria
    columns = [(gettext("unit"), False), *((root.name.of(chosen()), True) for root in roots)]
    printed = [result.scores.printed(root.code) for root in roots]
    names = result.scores.answers.units.names
    rows = ([name, *(number(points[place] or "") for points in printed)] for place, name in enumerate(names))
    show(grid(columns, rows))
