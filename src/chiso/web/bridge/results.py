"""What a run came to, as pages show it: its tables, and the reason of each number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Count

from chiso.engine.framework import Framework
from chiso.engine.ranking.ranking import CYCLE
from chiso.engine.scoring import Score
from chiso.language import chosen
from chiso.language import gettext as said
from chiso.report.numbers import number
from chiso.report.results.report import results_document
from chiso.report.wording import class_words, note_words, state_words, worded
from chiso.web.bridge.framework import loaded
from chiso.web.bridge.running import ranking_of, scores_of
from chiso.web.models import Placed, Run


@dataclass(frozen=True)
class Ranked:
    """A ranking of a run: of a criterion, among the units of a block (`*`: of all); ranks, classed: what it gives."""

    criterion: str
    name: str
    block: str
    block_name: str
    count: int
    ranks: bool
    classed: bool

    @property
    def key(self) -> str:
        """What an address calls it by."""
        return f"{self.criterion}|{self.block}"


@dataclass(frozen=True)
class Line:
    """A unit's points on a criterion as they are printed, and how they came about; depth: 0 for a root."""

    code: str
    name: str
    depth: int
    points: str | None
    maximum: str | None
    state: str
    reason: str
    clause: str


def tables(run: Run) -> list[Ranked]:
    """The rankings of a run, in the order of the framework, each block's after the other."""
    framework = loaded(run.framework)
    counts = {
        (each["criterion"], each["block"]): each["count"]
        for each in run.places.values("criterion", "block").annotate(count=Count("pk")).order_by()
    }
    blocks = (CYCLE, *framework.block_ids)
    order = [(code.code, block) for block in blocks for code in framework.walk()]
    return [_ranked(framework, *key, counts[key]) for key in order if key in counts]


def _ranked(framework: Framework, criterion: str, block: str, count: int) -> Ranked:
    node = framework.nodes[criterion]
    name = block_name(framework, block)
    return Ranked(criterion, node.name.of(chosen()), block, name, count, node.rank is not None, bool(node.classes))


def block_name(framework: Framework, block: str) -> str:
    """The name of a block; of all of them together for `*`."""
    if block == CYCLE:
        return str(said("The whole cycle"))
    return next((each.name.of(chosen()) for each in framework.blocks if each.id == block), block)


def class_of(run: Run, criterion: str, ids: Sequence[str]) -> str:
    """The name of the class of a place, from its ids, best first."""
    classes = loaded(run.framework).nodes[criterion].classes
    return class_words(classes, ids) if classes is not None and ids else ""


def classes_of(text: str) -> tuple[str, ...]:
    """The ids of the possible classes of a place, as they are kept; an empty one is below all."""
    return tuple("" if each == "-" else each for each in text.split("|")) if text else ()


def words(run: Run, place: Placed) -> tuple[str, str, str]:
    """The points, the class and the note of a place in words."""
    note = note_words(place.note, place.participant.note) if place.note in ("listed", "no_result") else ""
    return number(place.points) if place.points else "", class_of(run, place.criterion, classes_of(place.classes)), note


def reasons(run: Run, unit: str) -> list[Line]:
    """A line for each criterion that applies to the unit, in the order of the tree; none where it is not scored."""
    framework, scores = loaded(run.framework), scores_of(run)
    return list(_lines(framework, scores.of_unit(unit))) if unit in scores.answers.units.index else []


def _lines(framework: Framework, scored: Sequence[Score]) -> Iterator[Line]:
    for found in scored:
        criterion = framework.nodes[found.criterion]
        yield Line(
            criterion.code, criterion.name.of(chosen()), depth(framework, criterion.code), _text(found.points),
            _text(found.maximum), state_words(found.state), worded(found.reason, criterion, framework=framework),
            found.clause or "",
        )  # fmt: skip


def _text(points: str | None) -> str | None:
    return None if points is None else number(points)


def depth(framework: Framework, code: str) -> int:
    """How many criteria stand above one."""
    found, parent = 0, framework.parents.get(code)
    while parent is not None:
        found, parent = found + 1, framework.parents.get(parent.code)
    return found


def workbook_of(run: Run) -> bytes:
    """The tables of a run as a workbook, its notes and rules with them."""
    from chiso.report.xlsx import workbook

    return workbook(results_document(scores_of(run), ranking_of(run)))
