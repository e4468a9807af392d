"""What printed tables of a national report say: who has which rank by which number, and where it is printed."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal

from chiso.report.kinds.printed import Printed, PrintedTable
from chiso.tables.rows import is_total_text, listed

_WHOLE = re.compile(r"\d{1,3}(?:\.\d{3})+|\d+")
_DECIMAL = re.compile(r"(\d+),(\d+)")
_RANK = re.compile(r"(?:thứ |xếp )?hạng", re.I)
_ORDINAL = re.compile(r"s?tt|số thứ tự", re.I)
_REMARK = re.compile(r"\s*\([^()]*\)\s*$")
_NUMBERED = re.compile(r"\w+ (\d+(?:\.\d+)*)\. ")
_INDEX = re.compile(r"(?:\w+ [\d.]+\. )?Chỉ số (.+?)(?: \(.+\))? (?:tại|của) (?:các )?.+")
_MOSTLY = 2
"""A column is one of numbers where more than one in two of its filled cells is one."""


@dataclass(frozen=True)
class Standing:
    """One unit in a ranked table; value: None where no number is printed."""

    unit: str
    rank: str
    value: Decimal | None
    text: str


@dataclass(frozen=True)
class Ranked:
    """A table that ranks units; number: its own, `2.1`; item: what it ranks by; decimals: 0 for counts.

    columns: the places of the columns of numbers, the one that ranks last.
    """

    table: PrintedTable
    number: str
    item: str
    decimals: int
    columns: tuple[int, ...]
    standings: tuple[Standing, ...]

    @property
    def index(self) -> bool:
        """Whether it ranks by an index, rather than by a count."""
        return self.decimals > 0

    @property
    def valued(self) -> tuple[Standing, ...]:
        """The units with a number, most first."""
        found = [each for each in self.standings if each.value is not None]
        return tuple(sorted(found, key=lambda each: -(each.value or 0)))

    @property
    def of(self) -> dict[str, Standing]:
        """The standing of each unit by its name in small letters: `Xã Hội` here is `Xã hội` there."""
        return {each.unit.casefold(): each for each in self.standings}


@dataclass(frozen=True)
class Group:
    """The units that are ranked among themselves, by the section that tells of them: `II`, its title, its tables."""

    section: str
    title: str
    tables: tuple[Ranked, ...]

    @property
    def indices(self) -> tuple[Ranked, ...]:
        """The tables that rank by an index."""
        return tuple(each for each in self.tables if each.index)

    @property
    def units(self) -> tuple[str, ...]:
        """The units, in the order of the first table."""
        first = (self.indices or self.tables)[0]
        return tuple(each.unit for each in first.standings)


def groups(printed: Printed) -> tuple[Group, ...]:
    """The groups of units in the order of the document; one where its sections do not ship."""
    known = names(printed)
    by_file = {table.file: table for table in printed.tables}
    placed: dict[tuple[str, str], list[PrintedTable]] = {}
    top = ("", "")
    for part in printed.parts:
        if part.kind == "heading" and not part.section[:1].isdigit():
            top = (part.section, part.cell.told)
        elif part.kind == "table":
            placed.setdefault(top, []).append(by_file[part.cell.text])
    if not printed.parts:
        placed[top] = list(printed.tables)
    found = (
        Group(section, title, tuple(each for table in tables if (each := ranked(table, known))))
        for (section, title), tables in placed.items()
    )
    return tuple(group for group in found if group.tables)


def names(printed: Printed) -> frozenset[str]:
    """The names of single units, by which several in one cell are told apart."""
    found = [row[1].told for table in printed.tables if _is_ranked(table) for row in table.rows]
    singles = {bare(name) for name in found if ";" not in name and not is_total_text(name)}
    return frozenset(name for name in singles if not _parted(name, singles))


def _parted(name: str, singles: Collection[str]) -> bool:
    parts = [part.strip() for part in name.split(",")]
    return len(parts) > 1 and all(part in singles for part in parts)


def bare(name: str) -> str:
    """A name without a remark in brackets at its end."""
    return _REMARK.sub("", name).strip() or name


def ranked(table: PrintedTable, known: Collection[str]) -> Ranked | None:
    """A table as one that ranks units by its last column; None where it does not."""
    columns = number_columns(table)
    if not _is_ranked(table) or not columns or columns[-1] != len(table.columns) - 1:
        return None
    units = tuple(_standings(table, columns[-1], known))
    return Ranked(table, table_number(table), item(table), decimals(table, columns[-1]), columns, units)


def _is_ranked(table: PrintedTable) -> bool:
    return len(table.columns) > 2 and _RANK.fullmatch(table.columns[0]) is not None


def _standings(table: PrintedTable, place: int, known: Collection[str]) -> Iterator[Standing]:
    for row in table.rows:
        if not is_total_text(row[1].told):
            for name in listed(row[1].told, known):
                yield Standing(bare(name), row[0].told, value(row[place].told), row[place].told)


def number_columns(table: PrintedTable) -> tuple[int, ...]:
    """The places of the columns of numbers, those of ranks and running numbers left out."""
    found = []
    for place, title in enumerate(table.columns):
        filled = [row[place].told for row in table.rows if row[place].told]
        numbers = sum(value(text) is not None for text in filled)
        if numbers * _MOSTLY > len(filled) and not is_order(title):
            found.append(place)
    return tuple(found)


def is_order(title: str) -> bool:
    """Whether a column's title says that it holds ranks or running numbers."""
    return _RANK.fullmatch(title) is not None or _ORDINAL.fullmatch(title) is not None


def value(text: str) -> Decimal | None:
    """The number that a whole text is in Vietnamese writing, the percent sign left out; None for any other text."""
    plain = text.strip().removesuffix("%").strip()
    if _WHOLE.fullmatch(plain):
        return Decimal(plain.replace(".", ""))
    found = _DECIMAL.fullmatch(plain)
    return Decimal(f"{found[1]}.{found[2]}") if found else None


def decimals(table: PrintedTable, place: int) -> int:
    """The most decimals that a column prints."""
    found = (value(row[place].told) for row in table.rows)
    return max((-int(each.as_tuple().exponent) for each in found if each is not None), default=0)


def table_number(table: PrintedTable) -> str:
    """The number in a table's title, `2.1`; its file's name where there is none."""
    found = _NUMBERED.match(table.title)
    return found[1] if found else table.file.removesuffix(".csv")


def item(table: PrintedTable) -> str:
    """What a table ranks by, short: what follows `Chỉ số` in its title, else the title without its number."""
    found = _INDEX.fullmatch(table.title)
    return found[1] if found else _NUMBERED.sub("", table.title, count=1)
