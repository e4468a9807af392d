"""The tables of a standing: points, rank, class and parts of each unit; and the ranks on the criteria below."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from chiso.engine.framework import Criterion, Framework
from chiso.engine.quantities import RationalArithmetic, decimal_text, exact, resolved
from chiso.engine.quantities.decimals import scaled_text
from chiso.engine.ranking import Place
from chiso.engine.ranking import Table as Places
from chiso.engine.ranking.ranking import CYCLE
from chiso.engine.scoring import Score, Scores
from chiso.language import chosen
from chiso.language import gettext as _
from chiso.report.document import Cell, Column
from chiso.report.numbers import number
from chiso.report.results.classes import level, why_undetermined
from chiso.report.results.lowered import why_lower
from chiso.report.results.standings import Standing
from chiso.report.wording import class_words, note_words, role_words, state_words, worded

NOTHING = "–"
SHARE_DECIMALS = 4
Rows = tuple[tuple[Cell, ...], ...]


def name_of(criterion: Criterion) -> str:
    """The criterion's name in the language in use."""
    name: str = criterion.name.of(chosen())
    return name


def block_name(scores: Scores, block: str) -> str:
    """The block's name in the language in use."""
    found = next(each for each in scores.framework.blocks if each.id == block)
    name: str = found.name.of(chosen())
    return name


class MainTable:
    """The making of the table of one standing, best first.

    Columns: rank, unit, (block,) points, (share of the unit's own maximum,) class, the parts. Why a unit has no rank
    stands in its row's class, or else in the first cell of its row.
    """

    def __init__(self, scores: Scores, standing: Standing) -> None:
        self.scores, self.standing, self.criterion = scores, standing, standing.criterion
        self.units = scores.answers.units
        self.blocks = [standing.block] if standing.block != CYCLE else list(scores.framework.block_ids)
        framework = scores.framework
        self.parts = [
            child
            for child in self.criterion.children
            if child.scored and any(framework.applies(child.code, block) for block in self.blocks)
        ]
        self.shares = by_share(self.criterion)

    def columns(self) -> tuple[Column, ...]:
        """The columns, with the maximum of each in its note."""
        found = [Column(_("Rank"), "rank")] if self.criterion.rank is not None else []
        found.append(Column(_("Unit"), "name"))
        if self.standing.block == CYCLE:
            found.append(Column(_("Block"), "text"))
        found.append(self._points(self.criterion))
        if self.shares:
            found.append(Column(_("Share of own maximum"), "share", "%", "", SHARE_DECIMALS - 2))
        if self.criterion.classes is not None:
            found.append(Column(_("Class"), "class"))
        return (*found, *(self._points(part) for part in self.parts))

    def rows(self) -> Rows:
        """The rows of all places."""
        return tuple(self._row(place) for place in self.standing.places.places)

    def _points(self, criterion: Criterion) -> Column:
        decimals = self.scores.framework.prints(criterion.code)
        return Column(name_of(criterion), "points", _("points"), self._maximum(criterion), decimals)

    def _maximum(self, criterion: Criterion) -> str:
        """The maximum where it is one number, or what else the column counts for."""
        if criterion.role != "score":
            role = role_words(criterion.role)
            return "" if role in name_of(criterion).casefold() else role
        found = {self.scores.framework.max_of(criterion.code, block) for block in self.blocks}
        maximum = found.pop()
        return "" if found or maximum is None else _("at most {max}").format(max=number(maximum))

    def _row(self, place: Place) -> tuple[Cell, ...]:
        total = self.scores.score(place.unit, self.criterion.code)
        row = self.units.index[place.unit]
        silent = place.note == "listed" and place.points is None
        cells = [_rank(place, self._note(place))] if self.criterion.rank is not None else []
        cells.append(Cell(self.units.names[row], source=place.unit))
        if self.standing.block == CYCLE:
            cells.append(Cell(block_name(self.scores, self.units.blocks[row])))
        cells.append(points_cell(total, self.criterion, self.scores.framework))
        if self.shares:
            cells.append(share_cell(total))
        if self.criterion.classes is not None:
            cells.append(self._class(place))
        parts = (None if silent else self.scores.score(place.unit, part.code) for part in self.parts)
        return (
            *cells,
            *(points_cell(score, part, self.scores.framework) for score, part in zip(parts, self.parts, strict=True)),
        )

    def _note(self, place: Place) -> str:
        return note_words(place.note, self.units.notes[self.units.index[place.unit]])

    def _class(self, place: Place) -> Cell:
        classes = self.criterion.classes
        if classes is None or not place.classes:
            return Cell(note_words(place.note) or NOTHING, reason=self._note(place))
        return Cell(
            class_words(classes, place.classes),
            source=f"{place.unit}/{self.criterion.code}",
            reason=why_undetermined(classes, place) or why_lower(self.scores, self.criterion, place),
            clause=classes.clause or "",
            level=level(classes, place),
        )


def by_share(criterion: Criterion) -> bool:
    """Whether ranks or classes rest on the share of the unit's own maximum."""
    keys = criterion.rank.keys if criterion.rank is not None else ()
    return (criterion.classes is not None and criterion.classes.on == "share") or any(
        key.by == f"share([{criterion.code}])" for key in keys
    )


def _rank(place: Place, note: str = "") -> Cell:
    return Cell(NOTHING, reason=note) if place.rank is None else Cell(str(place.rank), Decimal(place.rank))


def points_cell(score: Score | None, criterion: Criterion, framework: Framework) -> Cell:
    """The printed points of a score with its reason; a dash where the criterion is not asked or has no result."""
    if score is None:
        return Cell(NOTHING)
    source, clause = f"{score.unit}/{score.criterion}", score.clause or ""
    reason = worded(score.reason, criterion, framework=framework)
    if score.points is None:
        return Cell(NOTHING, None, source, reason, clause)
    told = reason if score.state in ("scored", "granted") else f"{reason} ({state_words(score.state)})"
    return Cell(number(score.points), Decimal(score.points), source, told, clause)


def share_cell(score: Score | None) -> Cell:
    """The points over the unit's own maximum, in percent."""
    if score is None or score.points is None or score.exact is None or not score.maximum or score.maximum == "0":
        return Cell(NOTHING)
    maximum = exact(score.maximum)
    arithmetic = RationalArithmetic(1)
    share = arithmetic.exacts([score.exact / maximum])
    digits = scaled_text(int(resolved(lambda: arithmetic.scaled(share, SHARE_DECIMALS))[0]), SHARE_DECIMALS - 2)
    reason = _("{points} of the {max} points that apply to the unit.").format(
        points=number(score.points), max=number(decimal_text(maximum))
    )
    return Cell(f"{number(digits)}%", Decimal(digits), f"{score.unit}/{score.criterion}", reason)


class RankTable:
    """The making of the table of ranks on the criteria below a standing's, in the order of the standing."""

    def __init__(self, scores: Scores, standing: Standing) -> None:
        self.scores, self.standing = scores, standing
        self.below: Sequence[Places] = standing.below

    def columns(self) -> tuple[Column, ...]:
        """The unit, then the rank on each criterion, after the points where these count for nothing above."""
        found = [Column(_("Unit"), "name")]
        for places in self.below:
            criterion = self.scores.framework.nodes[places.criterion]
            if not criterion.scored:
                decimals = self.scores.framework.prints(criterion.code)
                found.append(Column(name_of(criterion), "points", "", _("not scored"), decimals))
            if criterion.rank is not None:
                found.append(Column(name_of(criterion), "rank", "", _("rank")))
            if criterion.classes is not None:
                found.append(Column(name_of(criterion), "class", "", _("class")))
        return tuple(found)

    def rows(self) -> Rows:
        """The rows of all places of the standing."""
        return tuple(self._row(place.unit) for place in self.standing.places.places)

    def _row(self, unit: str) -> tuple[Cell, ...]:
        cells = [Cell(self.scores.answers.units.names[self.scores.answers.units.index[unit]], source=unit)]
        for places in self.below:
            criterion, place = self.scores.framework.nodes[places.criterion], places.of.get(unit)
            if not criterion.scored:
                cells.append(points_cell(self.scores.score(unit, criterion.code), criterion, self.scores.framework))
            if criterion.rank is not None:
                cells.append(Cell(NOTHING) if place is None else _rank(place))
            if criterion.classes is not None:
                words = "" if place is None else class_words(criterion.classes, place.classes)
                cells.append(Cell(words or NOTHING))
        return tuple(cells)
