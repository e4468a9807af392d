"""The charts of printed tables: units by indices, one index ranked, services by level, distributions."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from chiso.language import gettext as _
from chiso.report.figures import Bar, Bin, Chart, Distribution, Figure, Heat
from chiso.report.kinds.national_reading import Group, Ranked, value
from chiso.report.kinds.national_sentences import holders, mean
from chiso.report.numbers import number
from chiso.report.results.numbering import Numbering
from chiso.tables.rows import is_total_text

MANY = 30
"""More units than this are shown by a distribution, not one by one."""
BINS = 10


def at_end(group: Group, numbering: Numbering) -> Iterator[Figure]:
    """The heat table of a group with few units, after all its sections."""
    if len(group.units) <= MANY and len(group.indices) > 1:
        yield _heat(group, numbering)


def of_ranked(group: Group, found: Ranked, numbering: Numbering) -> Iterator[Figure]:
    """The charts of one table: of many units the distribution; of few, bars of the first index that one unit leads."""
    if found.index and len(group.units) > MANY:
        yield _distribution(group, found, numbering)
    elif found.index and len(group.units) > 1 and found == led(group):
        yield _bars(found, numbering)
    elif not found.index and len(found.columns) > 2 and len(group.units) <= MANY:
        yield _stack(found, numbering)


def led(group: Group) -> Ranked | None:
    """The first index of a group that one unit alone leads, which tells most units apart; the first one without."""
    alone = (each for each in group.indices if [unit.value for unit in each.valued].count(each.valued[0].value) == 1)
    return next(alone, next(iter(group.indices), None))


def _heat(group: Group, numbering: Numbering) -> Heat:
    order, title = numbering.chart(_("Indices of each unit: {units}").format(units=among(group)))
    found = [[each.of.get(unit.casefold()) for each in group.indices] for unit in group.units]
    return Heat(
        order,
        title,
        tuple(each.item for each in group.indices),
        group.units,
        tuple(tuple(None if cell is None else cell.value for cell in row) for row in found),
        tuple(tuple(_("not in the source") if cell is None else cell.text for cell in row) for row in found),
        _("{title}: {units} units by {indices} indices. The tables of each index hold every number.").format(
            title=title, units=len(group.units), indices=len(group.indices)
        ),
    )


def _bars(found: Ranked, numbering: Numbering) -> Chart:
    order, title = numbering.chart(_("{item}: units from the highest index (Table {table})").format(
        item=found.item, table=found.number))  # fmt: skip
    bars = tuple(Bar(each.unit, (), each.value, each.text) for each in found.valued)
    return Chart(order, title, "bars", _("index"), (), bars, (), _alternative(title, found))


def _stack(found: Ranked, numbering: Numbering) -> Chart:
    order, title = numbering.chart(_("Services of each unit by level (Table {table})").format(table=found.number))
    table = found.table
    bars = []
    for row in table.rows:
        numbers = [value(row[place].told) for place in found.columns]
        if not is_total_text(row[1].told) and numbers[-1]:
            bars.append(Bar(row[1].told, tuple(numbers[:-1]), numbers[-1], row[found.columns[-1]].told))
    series = tuple(table.columns[place] for place in found.columns[:-1])
    return Chart(order, title, "stacked", table.columns[-1], series, tuple(bars), (), _alternative(title, found))


def _distribution(group: Group, found: Ranked, numbering: Numbering) -> Distribution:
    order, title = numbering.chart(_("{item}: units by their index, {units}").format(
        item=found.item, units=among(group)))  # fmt: skip
    return Distribution(order, title, _("index"), bins(found), (), _alternative(title, found))


def bins(found: Ranked) -> tuple[Bin, ...]:
    """The units of an index in ten steps from 0 to 1; the empty ones below the lowest unit are left out."""
    values = [each.value for each in found.valued if each.value is not None]
    made = []
    for step in range(BINS):
        low, high = Decimal(step) / BINS, Decimal(step + 1) / BINS
        last = step == BINS - 1
        made.append(Bin(low, high, sum(low <= each < high or (last and each == high) for each in values)))
    first = next((at for at, each in enumerate(made) if each.count), 0)
    return tuple(made[first:])


def among(group: Group) -> str:
    """Who is ranked: the head of the column of names."""
    return group.tables[0].table.columns[1]


def _alternative(title: str, found: Ranked) -> str:
    units = found.valued
    most, least = units[0].value or Decimal(0), units[-1].value or Decimal(0)
    return _("{title}: {count} units, from {first} ({most}) to {last} ({least}); mean {mean}.").format(
        title=title, count=len(units), first=holders(units, most), most=number(most), last=holders(units, least),
        least=number(least), mean=number(mean(found)),
    )  # fmt: skip
