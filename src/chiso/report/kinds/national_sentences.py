"""Sentences on printed tables, computed from the printed numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from chiso.engine.quantities import Exact, decimal_text, exact
from chiso.language import gettext as _
from chiso.language import ngettext
from chiso.report.kinds.national_reading import Group, Ranked, Standing, number_columns, table_number, value
from chiso.report.kinds.national_tables import naming
from chiso.report.kinds.printed import PrintedTable
from chiso.report.kinds.sentences import percentage
from chiso.report.numbers import number
from chiso.tables.rows import is_total_text

NAMED = 3
"""The most units that a sentence names of those that share a place."""
HALF = Decimal("0.5")
"""Half of the scale of an index."""
QUARTER = 4
DIFFERENT = ("hạng mục", "tiêu chí", "chỉ tiêu", "nội dung")
"""Heads of names in tables whose rows count different things, which have no sum."""


def of_table(table: PrintedTable, found: Ranked | None) -> Iterator[str]:
    """What a table says as a whole."""
    if found is None:
        yield from _counts(table)
    elif found.index:
        yield _index(found)
    elif any(each.value for each in found.standings):
        yield _amounts(found)


def _index(found: Ranked) -> str:
    units = found.valued
    sentence = _(
        "Computed from Table {table}: {count} units; the highest is {first} ({most}), the lowest {last} ({least}), "
        "{range} apart; the mean is {mean}; {above}/{count} units reach the mean."
    )
    least, most = units[-1].value or Decimal(0), units[0].value or Decimal(0)
    return sentence.format(
        table=found.number, count=len(units), first=holders(units, most), most=number(most),
        last=holders(units, least), least=number(least), range=number(most - least),
        mean=number(mean(found)), above=at_least_mean(found),
    )  # fmt: skip


def mean(found: Ranked) -> str:
    """The mean of the printed numbers, with as many decimals."""
    return decimal_text(_total(found.valued) / exact(len(found.valued)), found.decimals)


def at_least_mean(found: Ranked) -> int:
    """How many units reach the unrounded mean."""
    total, count = _total(found.valued), exact(len(found.valued))
    return sum(exact(str(each.value)) * count >= total for each in found.valued)


def _total(units: Sequence[Standing]) -> Exact:
    return sum((exact(str(each.value)) for each in units), exact(0))


def holders(units: Sequence[Standing], wanted: Decimal) -> str:
    """The names of the units with a number, or how many they are where they are many."""
    found = [each.unit for each in units if each.value == wanted]
    if len(found) > NAMED:
        return ngettext("{n} unit alike", "{n} units alike", len(found)).format(n=len(found))
    return "; ".join(found)


def _amounts(found: Ranked) -> str:
    """Who has most, how much of all the first three have, and who has none."""
    units = [each for each in found.valued if each.value]
    total = sum((each.value or Decimal(0) for each in units), Decimal(0))
    first = sum((each.value or Decimal(0) for each in units[:NAMED]), Decimal(0))
    sentence = _(
        "Computed from Table {table}: {with_some}/{count} units have a number above 0; their total is {total}; most "
        "has {first} ({most}, {share} of the total); the first {some} together have {together}."
    )
    most = units[0].value or Decimal(0)
    return sentence.format(
        table=found.number, with_some=len(units), count=len(found.standings), total=number(total),
        first=holders(units, most), most=number(most), share=percentage(int(most), int(total)),
        some=len(units[:NAMED]), together=percentage(int(first), int(total)),
    )  # fmt: skip


def _counts(table: PrintedTable) -> Iterator[str]:
    """Of a table of two counts, how much of the first the second is, by row and in all; of one of services, its sum."""
    columns, names = number_columns(table), naming(table)
    rows = [row for row in table.rows if not is_total_text(row[names].told)]
    numbers = [[value(row[place].told) for place in columns] for row in rows]
    if len(rows) < 2 or any(each is None or each % 1 for line in numbers for each in line):
        return
    whole = [[int(each or 0) for each in line] for line in numbers]
    titles = [row[names].told for row in rows]
    if len(columns) == 2 and all(line[0] >= line[1] and line[0] for line in whole):
        yield _of_two(table, titles, whole)
    elif len(columns) == 1 and table.columns[names].casefold() not in DIFFERENT:
        yield _of_one(table, titles, [line[0] for line in whole])


def _of_two(table: PrintedTable, titles: Sequence[str], numbers: Sequence[Sequence[int]]) -> str:
    """How much of the first count the second is; rows that differ by a digit alone, as levels do, also in all."""
    said = [f"{title}: {_share(line)}" for title, line in zip(titles, numbers, strict=True)]
    if len({"".join(letter for letter in title if not letter.isdigit()) for title in titles}) == 1:
        said.append(_("in all: {share}").format(share=_share([sum(line[at] for line in numbers) for at in (0, 1)])))
    whole, part = (table.columns[place] for place in number_columns(table))
    sentence = _("Computed from Table {table}, share of “{part}” in “{whole}”: {shares}.")
    return sentence.format(table=table_number(table), part=part, whole=whole, shares="; ".join(said))


def _of_one(table: PrintedTable, titles: Sequence[str], numbers: Sequence[int]) -> str:
    total, most = sum(numbers), max(numbers)
    first = "; ".join(title for title, each in zip(titles, numbers, strict=True) if each == most)
    sentence = _("Computed from Table {table}: the total is {total}; most: {first} ({most}, {share}).")
    return sentence.format(
        table=table_number(table), total=number(total), first=first, most=number(most), share=percentage(most, total)
    )


def _share(line: Sequence[int]) -> str:
    return f"{number(line[1])}/{number(line[0])} ({percentage(line[1], line[0])})"


def overall(group: Group) -> Iterator[str]:
    """What each index of a group says: who leads, the mean, the spread, and how many reach half of the scale."""
    for found in group.indices:
        units = found.valued
        most, least = units[0].value or Decimal(0), units[-1].value or Decimal(0)
        high = sum((each.value or Decimal(0)) >= HALF for each in units)
        sentence = _("{item}: first {first} ({most}); mean {mean}, spread {range}; {high}/{count} units reach {half};")
        yield sentence.format(
            item=found.item, first=holders(units, most), most=number(most), mean=number(mean(found)),
            range=number(most - least), high=high, count=len(units), half=number(HALF),
        )  # fmt: skip


def steady(group: Group) -> Iterator[str]:
    """The units that are in the first quarter of ranks by every index, and those in the last one by every index."""
    quarter = max(len(group.units) // QUARTER, 1)
    by_unit = {
        unit: [int(each.of[unit.casefold()].rank) for each in group.indices if unit.casefold() in each.of]
        for unit in group.units
    }
    whole = {unit: ranks for unit, ranks in by_unit.items() if len(ranks) == len(group.indices)}
    count = len(group.units)
    first = "; ".join(unit for unit, ranks in whole.items() if max(ranks) <= quarter) or _("none")
    last = "; ".join(unit for unit, ranks in whole.items() if min(ranks) > count - quarter) or _("none")
    sentence = _(
        "By all {indices} indices among the first {quarter} of {count}: {first}; among the last {quarter}: {last}."
    )
    yield sentence.format(indices=len(group.indices), quarter=quarter, count=count, first=first, last=last)
