"""The lines of the tables of a published folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from chiso.bundle.names import ALL, COLUMNS
from chiso.engine.answers import Answers, Units
from chiso.engine.framework import Framework
from chiso.engine.ranking import Place, Ranking
from chiso.engine.scoring import Scores
from chiso.exchange import delimited

Record: TypeAlias = tuple[str, ...]
Watch: TypeAlias = Callable[[tuple[str, ...]], Iterable[str]]
BELOW_ALL = "-"
"""The class of a unit below all limits; a class has no such id."""
EITHER = "|"
"""Stands between the classes that are possible where the class is not determined."""


def unit_records(units: Units) -> Iterator[Record]:
    """The register, in its order."""
    return zip(units.codes, units.names, units.blocks, units.statuses, units.notes, strict=True)


def answer_records(framework: Framework, answers: Answers) -> list[Record]:
    """The answers by unit, each unit's by the order of the framework's questions and then of its cases.

    A case without any answer keeps a line with an empty value: a mean over cases counts it.
    """
    rows: list[Record] = list(answers.rows())
    kinds = {id: question.per for id, question in framework.asked.items()}
    answered = {(unit, kinds[question], case) for unit, case, question, _, _ in rows}
    for kind, cases in answers.cases.items():
        first = next((id for id, per in kinds.items() if per == kind), None)
        for case, owner in zip(cases.ids, cases.owners, strict=True):
            unit = answers.units.codes[int(owner)]
            if first is not None and (unit, kind, case) not in answered:
                rows.append((unit, case, first, "", ""))
    order = {id: place for place, id in enumerate(framework.asked)}
    return sorted(rows, key=lambda row: (answers.units.index[row[0]], order[row[2]]))


def score_records(scores: Scores, watch: Watch = tuple) -> Iterator[Record]:
    """The scores of all assessed units on every criterion of theirs, with the printed digits.

    watch: what the units go through one by one.
    """
    for code in watch(scores.answers.units.codes):
        for score in scores.of_unit(code):
            reason = score.reason.figures()
            yield score.unit, score.criterion, score.points or "", score.maximum or "", score.state, reason


def ranking_records(ranking: Ranking) -> Iterator[Record]:
    """The places of all rankings, one ranking after the other."""
    for table in ranking.tables:
        for place in table.places:
            rank = "" if place.rank is None else str(place.rank)
            yield (
                table.criterion, table.block, place.unit, place.points or "", rank, class_text(place.classes),
                note_of(place),
            )  # fmt: skip


def class_text(classes: tuple[str, ...]) -> str:
    """The ids of the possible classes, best first, with `|` between them; `-` stands for below all."""
    return EITHER.join(each or BELOW_ALL for each in classes)


def note_of(place: Place) -> str:
    """`listed`, `no_result`, `undetermined` (more than one class is possible), or nothing."""
    return place.note or ("undetermined" if len(place.classes) > 1 else "")


def table_bytes(file: str, records: Iterable[Record]) -> bytes:
    """The bytes of one table of the folder."""
    assert file in ALL
    return delimited.written(COLUMNS[file], records).encode()
