"""The indicators of a survey report: a table for each group, the sentences on it, and what every number rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cached_property

from chiso.engine.quantities import Exact, decimal_text
from chiso.language import chosen
from chiso.language import gettext as _
from chiso.report.document import Cell, Column, ColumnKind, Table
from chiso.report.kinds.source import Source
from chiso.report.kinds.survey_moves import Move, assessment, capital, change_cell, small
from chiso.report.numbers import number
from chiso.report.results.numbering import Numbering
from chiso.report.results.tables import NOTHING, block_name
from chiso.report.statistics import ALL, Compared, Group, Indicator, Line, compared, lines
from chiso.report.statistics.comparing import percent, printed
from chiso.report.statistics.declaring import Count, Share


class Indicators:
    """The indicators that are declared for a result, measured, with those of the time before."""

    def __init__(self, source: Source) -> None:
        self.source, self.previous = source, source.previous

    @cached_property
    def groups(self) -> Sequence[Group]:
        """The declared groups; none where nothing is declared."""
        return self.source.statistics.groups if self.source.statistics is not None else ()

    @cached_property
    def found(self) -> dict[str, list[Compared]]:
        """Each group's lines beside those of the time before."""
        return compared(_lines(self.source), _lines(self.previous) if self.previous is not None else {})

    @cached_property
    def compares(self) -> bool:
        """Whether anything of the time before is known."""
        return any(each.before is not None for group in self.found.values() for each in group)

    @property
    def now(self) -> str:
        """What this time is called, as `Năm 2026`."""
        return _period(self.source) or capital(_("this time"))

    @property
    def before(self) -> str:
        """What the time before is called."""
        return _period(self.previous) or capital(_("the time before"))

    def table(self, group: Group, numbering: Numbering) -> Table:
        """The table of a group: k/N, numerator and denominator, the number, that of the time before, the change."""
        order, title = numbering.table(group.title.of(chosen()))
        found = self.found[group.id]
        values = _values(found)
        columns = [
            Column(_("No."), "rank"),
            Column(_("Indicator"), "name"),
            Column(_("Units with data"), "points"),
            Column(_("Numerator/denominator"), "points"),
        ]
        if self.compares:
            columns += [Column(self.before, *values), Column(self.now, *values)]
            note = _("percentage points") if values[0] == "share" else ""
            columns.append(Column(_("Change"), "points", "", note, values[3]))
        else:
            columns.append(Column(self.now, *values))
        rows = [self._row(place, each, values[0] == "share") for place, each in zip(_places(found), found, strict=True)]
        return Table(order, title, tuple(columns), tuple(rows), notes=tuple(self._notes(found)))

    def _row(self, place: int | None, each: Compared, typed: bool) -> tuple[Cell, ...]:
        of, move = each.line.measured, self.move(each)
        cells = [
            Cell("") if place is None else Cell(str(place), Decimal(place)),
            Cell(self.name(each.line, whole=place is not None)),
            Cell(f"{of.answered}/{of.units}"),
            Cell(_fraction(each.line)),
        ]
        now = Cell(move.now_text, move.now if typed else None, "/".join(each.line.key), self._reason(each.line))
        if not self.compares:
            return (*cells, now)
        before = Cell(move.before_text, move.before if typed else None)
        change = change_cell(move)
        return (*cells, before, now, change if typed else Cell(change.text))

    def name(self, line: Line, *, whole: bool) -> str:
        """The indicator with its item and its filter; of a row that is not its first, the block alone."""
        if line.block != ALL:
            said = _("of these: {block}").format(block=block_name(self.source.scores, line.block))
            return f"{said}: {self._item(line)}" if line.item else said
        name = line.indicator.name.of(chosen())
        if line.item:
            return f"{name}: {self._item(line)}" if whole else f"– {self._item(line)}"
        if line.indicator.filter is not None:
            return _("{name} (among {filter})").format(name=name, filter=line.indicator.filter.of(chosen()))
        return name

    def _item(self, line: Line) -> str:
        framework, indicator = self.source.scores.framework, line.indicator
        if isinstance(indicator, Count) and indicator.options is not None:
            options = framework.asked[indicator.options].options
            return next(option.name.of(chosen()) for option in options if option.id == line.item)
        if isinstance(indicator, Count) and indicator.classes is not None:
            classes = framework.nodes[indicator.classes].classes
            return next(band.name.of(chosen()) for band in (classes.bands if classes else ()) if band.id == line.item)
        return ""

    def move(self, each: Compared) -> Move:
        """A line as a number of two times; sentences speak of indicators over all their units."""
        indicator = each.line.indicator
        return Move(
            name=self.name(each.line, whole=True),
            now=each.after_printed,
            before=each.before_printed,
            now_text=_text(each.line),
            before_text=NOTHING if each.before is None else _text(each.before),
            percent=percent(indicator),
            told=each.line.block == ALL and not each.line.item and not each.altered,
        )

    def sentences(self, group: Group) -> list[str]:
        """The assessment of a group, generated from its table."""
        return assessment([self.move(each) for each in self.found[group.id]], self.before)

    def _notes(self, found: Sequence[Compared]) -> Iterator[str]:
        for each in found:
            if each.altered:
                yield _("{name}: counted otherwise the time before, so the two numbers are not assessed.").format(
                    name=self.name(each.line, whole=True)
                )

    def _reason(self, line: Line) -> str:
        of = line.measured
        said = _("{k} of {n} units have data; without an answer {missing}, not applicable {other}").format(
            k=of.answered, n=of.units, missing=of.missing, other=of.not_applicable
        )
        return said if not of.outside else _("{said}; left out {outside}").format(said=said, outside=of.outside)

    def basis(self, numbering: Numbering, *, earlier: bool = False) -> Table:
        """What every number rests on: how many units were asked, answered and did not, the two sums and the value."""
        order, title = numbering.table(_("What the indicators rest on, {period}").format(period=self._period(earlier)))
        columns = (
            Column(_("No."), "rank"),
            Column(_("Indicator"), "name"),
            Column(_("Units asked"), "count"),
            Column(_("With data"), "count"),
            Column(_("No answer"), "count"),
            Column(_("Not applicable"), "count"),
            Column(_("Outside the filter"), "count"),
            Column(_("Numerator"), "points"),
            Column(_("Denominator"), "points"),
            Column(_("Value"), "points"),
        )
        told = [(each, each.before if earlier else each.line) for group in self.groups for each in self.found[group.id]]
        known = [(each, line) for each, line in told if line is not None]
        rows = [self._basis_row(place, line, each) for place, (each, line) in enumerate(known, 1)]
        return Table(order, title, columns, tuple(rows))

    def _period(self, earlier: bool) -> str:
        return small(self.before if earlier else self.now)

    def _basis_row(self, place: int, line: Line, each: Compared) -> tuple[Cell, ...]:
        of = line.measured
        counts = (of.units, of.answered, of.missing, of.not_applicable, of.outside)
        name = self.name(each.line, whole=True)
        if line.block != ALL:
            name = f"{line.indicator.name.of(chosen())}: {block_name(self.source.scores, line.block)}"
        return (
            Cell(str(place), Decimal(place)),
            Cell(name),
            *(Cell(number(count), Decimal(count)) for count in counts),
            _sum(of.part),
            _sum(of.whole),
            Cell(_text(line)),
        )


def _lines(source: Source) -> dict[str, list[Line]]:
    return {} if source.statistics is None else lines(source.statistics, source.scores, source.ranking)


def _period(source: Source | None) -> str:
    period = source.statistics.period if source is not None and source.statistics is not None else None
    return "" if period is None else period.of(chosen())


def _places(found: Sequence[Compared]) -> Iterator[int | None]:
    """The number of each indicator, at its first row."""
    seen: dict[str, int] = {}
    for each in found:
        id = each.line.indicator.id
        yield None if id in seen else seen.setdefault(id, len(seen) + 1)


def _values(found: Sequence[Compared]) -> tuple[ColumnKind, str, str, int]:
    """The kind of the columns of values: a share where all are percentages of as many decimals, else texts."""
    all_decimals = {each.line.indicator.decimals for each in found}
    if len(all_decimals) == 1 and all(percent(each.line.indicator) for each in found):
        return "share", "%", "", all_decimals.pop()
    return "points", "", "", max(all_decimals)


def _fraction(line: Line) -> str:
    of = line.measured
    if of.part is None:
        return NOTHING
    return _short(of.part) if of.whole is None else f"{_short(of.part)} / {_short(of.whole)}"


def _short(value: Exact) -> str:
    text = decimal_text(value)
    return number(decimal_text(value, 2) if "/" in text or len(text.partition(".")[2]) > 2 else text)


def _sum(value: Exact | None) -> Cell:
    return Cell(NOTHING) if value is None else Cell(_short(value))


def _text(line: Line) -> str:
    """The printed value with its unit."""
    value = printed(line)
    if value is None:
        return _("no data")
    indicator: Indicator = line.indicator
    if percent(indicator):
        return f"{number(value)}%"
    unit = None if isinstance(indicator, Count | Share) else indicator.unit
    return number(value) if unit is None else f"{number(value)} {unit.of(chosen())}"
