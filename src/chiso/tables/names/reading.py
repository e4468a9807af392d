"""Registers as CSV files: those that ship in `facts/registers`, and a user's own in the same columns."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import TypeAlias, TypeVar

from chiso.tables.errors import Message, Unreadable, message
from chiso.tables.names.register import Register
from chiso.tables.names.units import HOWS, KINDS, Succession, Unit

UNIT_COLUMNS = (
    "unit",
    "kind",
    "name",
    "parent",
    "aliases",
    "valid_from",
    "valid_to",
    "official",
    "official_source",
    "source",
)
SUCCESSION_COLUMNS = ("unit", "successor", "on", "how", "source")
ALIASES_APART = "|"
SHIPPED = ("ministries", "agencies", "provinces", "departments", "kon-tum")

Row: TypeAlias = Mapping[str, str]
Word = TypeVar("Word", bound=str)


def load(*names: str) -> Register:
    """The register of the units in the named shipped files (`provinces`, …), which knows the units of all of them.

    Raises:
        KeyError: no such register ships.
    """
    every = {name: _shipped(name) for name in SHIPPED}
    units = tuple(unit for name in names for unit in every[name])
    return Register(units, {unit.code: unit for each in every.values() for unit in each}, _shipped_successions())


def read_units(text: str, name: str) -> tuple[Unit, ...]:
    """The units in a CSV text; `name` says in messages which file it is.

    Raises:
        Unreadable: the line that cannot be used.
    """
    units: dict[str, Unit] = {}
    for where, row in _rows(text, name, UNIT_COLUMNS):
        unit = _unit(row, where)
        if unit.code in units:
            raise _refused(where, message("the unit {unit} a second time", unit=unit.code), message("each unit once"))
        units[unit.code] = unit
    return tuple(units.values())


def read_successions(text: str, name: str) -> tuple[Succession, ...]:
    """Who was carried on by whom, in a CSV text.

    Raises:
        Unreadable: the line that cannot be used.
    """
    return tuple(_succession(row, where) for where, row in _rows(text, name, SUCCESSION_COLUMNS))


@cache
def _shipped(name: str) -> tuple[Unit, ...]:
    return read_units(_text(name), f"{name}.csv")


@cache
def _shipped_successions() -> tuple[Succession, ...]:
    return read_successions(_text("successions"), "successions.csv")


def _text(name: str) -> str:
    return files("chiso").joinpath("facts", "registers", f"{name}.csv").read_text(encoding="utf-8")


def _unit(row: Row, where: str) -> Unit:
    code, name = row["unit"], row["name"]
    if not code or not name:
        raise _refused(where, message("a unit without a code or a name"), message("a code and a name"))
    first, last = _day(row["valid_from"], where), _day(row["valid_to"], where)
    if first and last and last < first:
        raise _refused(where, message("a last day before the first"), message("the first day, then the last"))
    aliases = tuple(alias.strip() for alias in row["aliases"].split(ALIASES_APART) if alias.strip())
    kind = _word(row["kind"], KINDS, where)
    return Unit(
        code, kind, name, row["parent"], aliases, first, last, row["official"], row["official_source"], row["source"]
    )


def _succession(row: Row, where: str) -> Succession:
    on = _day(row["on"], where)
    if on is None:
        raise _refused(where, message("no day"), message("the first day of the successor"))
    return Succession(row["unit"], row["successor"], on, _word(row["how"], HOWS, where), row["source"])


def _day(text: str, where: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise _refused(where, message("the day {text}", text=text), message("a date as 2026-11-21")) from None


def _word(text: str, words: Iterable[Word], where: str) -> Word:
    """The one of the words that a cell holds."""
    for word in words:
        if word == text:
            return word
    raise _refused(where, message("the word {text}", text=text), message("one of {names}", names=", ".join(words)))


def _rows(text: str, name: str, columns: Iterable[str]) -> Iterator[tuple[str, Row]]:
    """The rows by column, with where each stands; cells are stripped, empty lines left out."""
    lines = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    expected = tuple(columns)
    header = _next(lines, f"{name}:1") or []
    if tuple(cell.strip() for cell in header) != expected:
        raise _refused(
            f"{name}:1",
            message("the columns {names}", names=", ".join(header)),
            message("the columns {names}", names=", ".join(expected)),
        )
    start = lines.line_num + 1
    while (cells := _next(lines, f"{name}:{start}")) is not None:
        if len(cells) not in (0, len(expected)):
            raise _refused(
                f"{name}:{start}",
                message("{count} cells", count=len(cells)),
                message("{count} columns, as the header has", count=len(expected)),
            )
        if cells:
            yield f"{name}:{start}", dict(zip(expected, (cell.strip() for cell in cells), strict=True))
        start = lines.line_num + 1


def _next(lines: Iterator[list[str]], where: str) -> list[str] | None:
    try:
        return next(lines, None)
    except csv.Error as error:
        found = message("a line that is no CSV ({reason})", reason=error)
        raise _refused(where, found, message("quotation marks that close")) from None


def _refused(where: str, found: Message, expected: Message) -> Unreadable:
    return Unreadable(where, found, expected, message("mend the line"))
