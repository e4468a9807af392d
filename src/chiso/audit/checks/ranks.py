"""Printed ranks against the numbers they are ranks of, and the rule of ranking within and between tables."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from chiso.audit.findings import Confirmed, Finding, Move, Outcome, Rule, Undecided
from chiso.audit.ranked import Ranked, Unit, Way
from chiso.audit.subject import Subject, title_at
from chiso.engine.errors import Message, message


def check(subject: Subject) -> Iterator[Outcome]:
    """What is found of every table with a column of ranks."""
    found = []
    for table in subject.tables:
        rank, score = table.place("rank"), table.place("total", "score")
        if rank is not None and score is not None and table.standings:
            found.append(Ranked(table, rank, score, subject.way(table)))
    for ranked in found:
        yield from _of(ranked)
    yield from _between(found)


def _of(ranked: Ranked) -> Iterator[Outcome]:
    table, computed = ranked.table, ranked.computed()
    held = ranked.fits(ranked.way)
    what = message("table {table}: {count} ranks follow from the printed numbers", table=table.named, count=held)
    yield Confirmed("rank", title_at(table), held, what)
    seen = set()
    for unit, rank in zip(ranked.units, computed, strict=True):
        if unit.value is not None and unit.rank is not None and unit.rank != rank and unit.row not in seen:
            seen.add(unit.row)
            yield _finding(ranked, unit, rank or 0)
    yield from _without(ranked)
    yield from _rules(ranked)


def _finding(ranked: Ranked, unit: Unit, rank: int) -> Finding:
    table = ranked.table
    same = [other for other in ranked.alike[unit.value] if other.row != unit.row]
    within = ranked.rows[unit.row]
    at = table.at(unit.row, table.place("rank") or 0)
    number = table.cell(unit.row, ranked.score).text
    moves = tuple(Move(other.name, "rank", str(other.rank), str(rank)) for other in within)
    if len(within) > 1 and unit.rank == len(ranked.units):
        what = message(
            "{units}: rank {printed} is the number of units; by the ranks of equal numbers elsewhere in the "
            "table it is {computed}",
            units=", ".join(other.name for other in within),
            printed=unit.rank,
            computed=rank,
        )
        return Finding("last_rank", at, str(unit.rank), str(rank), what, moves)
    if same and any(other.rank == rank for other in same):
        return _split(ranked, unit, rank, same[0])
    what = message(
        "{unit}: rank {printed} is printed, {number} gives rank {computed}",
        unit=unit.name,
        printed=unit.rank,
        number=number,
        computed=rank,
    )
    return Finding("rank", at, str(unit.rank), str(rank), what, moves)


def _split(ranked: Ranked, unit: Unit, rank: int, other: Unit) -> Finding:
    """Equal numbers with different ranks: certain where the numbers are counts, else only possible."""
    table = ranked.table
    number, place = table.cell(unit.row, ranked.score).text, table.place("rank") or 0
    values = {"unit": unit.name, "other": other.name, "number": number, "first": other.rank, "second": unit.rank}
    reading = table.reading(unit.row, ranked.score)
    if reading is not None and not reading.number.decimals:
        what = message(
            "{unit} and {other} have the same {number} and the ranks {second} and {first}; other equal numbers "
            "of the table share a rank",
            **values,
        )
        if not ranked.sharing:
            what = message("{unit} and {other} have the same {number} and the ranks {second} and {first}", **values)
        move = Move(unit.name, "rank", str(unit.rank), str(rank))
        return Finding("tie", table.at(unit.row, place), str(unit.rank), str(rank), what, (move,))
    what = message(
        "{unit} and {other} are printed with the same {number} and the ranks {second} and {first}; decimals "
        "that are not printed may part them",
        **values,
    )
    return Finding("tie", table.at(unit.row, place), str(unit.rank), str(rank), what, (), "possible")


def _without(ranked: Ranked) -> Iterator[Outcome]:
    """Units without a number: last with the number of units, or with a rank that nothing printed explains."""
    table, place = ranked.table, ranked.table.place("rank") or 0
    without = [unit for unit in ranked.units if unit.value is None and unit.rank is not None]
    last = [unit for unit in without if unit.rank == len(ranked.units)]
    others = [unit for unit in without if unit.rank != len(ranked.units)]
    if last:
        what = message("table {table}: units without a number get the number of units as their rank", table=table.named)
        yield Rule("without_result", title_at(table), "last", len(last), len(without), what)
    if others:
        what = message(
            "table {table}: the ranks of {units} cannot be checked: no number is printed for them",
            table=table.named,
            units=", ".join(f"{unit.name} ({unit.rank})" for unit in others),
        )
        yield Undecided("rank", table.at(others[0].row, place), what)


def _rules(ranked: Ranked) -> Iterator[Rule]:
    table, fits, of = ranked.table, ranked.fits(ranked.way), len(ranked.valued)
    at, way = title_at(table), ranked.way
    if ranked.sharing:
        yield Rule("ties", at, way.ties, fits, of, _TIES[way.ties](table.named))
    if way.second is not None:
        what = message(
            "table {table}: of equal numbers, the one with more in “{column}” comes first",
            table=table.named,
            column=table.header(way.second),
        )
        yield Rule("second_key", at, table.header(way.second), fits, of, what)


def _competition(table: str) -> Message:
    return message(
        "table {table}: equal numbers share a rank, and the next rank counts them all (1, 2, 2, 4)", table=table
    )


def _dense(table: str) -> Message:
    return message("table {table}: equal numbers share a rank, and the next rank follows on (1, 2, 2, 3)", table=table)


def _ordinal(table: str) -> Message:
    return message("table {table}: equal numbers get ranks of their own (1, 2, 3, 4)", table=table)


_TIES = {"competition": _competition, "dense": _dense, "ordinal": _ordinal}


def _between(tables: list[Ranked]) -> Iterator[Finding]:
    """Tables of the same columns whose ranks of equal totals follow different rules."""
    for one, other in permutations(tables, 2):
        second = other.way.second
        if second is None or one.way.second is not None or _kinds(one) != _kinds(other):
            continue
        way = Way("competition", second)
        units = [
            (unit, rank)
            for unit, rank, plain in zip(one.units, one.computed(way), one.computed(), strict=True)
            if len(one.alike.get(unit.value, ())) > 1 and unit.rank == plain and rank != plain
        ]
        if units:
            yield _inconsistent(one, other, second, units)


def _kinds(ranked: Ranked) -> list[str]:
    return [column.role for column in ranked.table.columns]


def _inconsistent(one: Ranked, other: Ranked, second: int, units: list[tuple[Unit, int | None]]) -> Finding:
    unit, rank = units[0]
    equal = next(each for each in one.tied if each.value == unit.value and each is not unit)
    what = message(
        "table {table}: {unit} and {equal} share rank {printed} with {number} each; in table {other} the greater "
        "number in “{column}” comes first, by which {unit} is {computed}",
        table=one.table.named,
        unit=unit.name,
        equal=equal.name,
        printed=unit.rank,
        computed=rank,
        number=one.table.cell(unit.row, one.score).text,
        other=other.table.named,
        column=other.table.header(second),
    )
    moves = tuple(Move(each.name, "rank", str(each.rank), str(new)) for each, new in units)
    at = one.table.at(unit.row, one.table.place("rank") or 0)
    return Finding("tie_rule", at, str(unit.rank), str(rank), what, moves, "likely")
