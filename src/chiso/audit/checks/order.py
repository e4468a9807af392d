"""The order of rows: from the greatest number down, as ranked tables are printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from chiso.audit.findings import Confirmed, Finding, Move, Outcome
from chiso.audit.published import Published
from chiso.audit.recomputing import ranks
from chiso.audit.subject import Subject, title_at
from chiso.engine.errors import Message, message

MOST_MISPLACED = Fraction(1, 4)
"""The share of rows out of order from which on a table is taken not to be ordered by its numbers at all."""


def check(subject: Subject) -> Iterator[Outcome]:
    """What is found of every table whose rows are numbered or ranked."""
    for table in subject.tables:
        score = table.place("total", "score")
        if score is not None and table.ranked:
            yield from _of(table, score)


def _of(table: Published, score: int) -> Iterator[Outcome]:
    rows = [row for row in table.body if table.number(row, score) is not None]
    values = [table.number(row, score) or Fraction(0) for row in rows]
    against = {row - 1 for row in table.habits[score].against}
    kept = _in_order(values, [1 if row in against else 2 for row in rows])
    out = [place for place in range(len(rows)) if place not in kept]
    if not rows or len(out) > MOST_MISPLACED * len(rows):
        return
    what = message(
        "table {table}: {count} rows stand in the order of their numbers", table=table.named, count=len(kept)
    )
    yield Confirmed("order", title_at(table), len(kept), what)
    computed = ranks([(value,) for value in values]) if out else []
    for place in out:
        yield _finding(table, score, rows, values, computed, place)


def _in_order(values: Sequence[Fraction], weights: Sequence[int]) -> set[int]:
    """The places of the heaviest run of values, from left to right, that never rises."""
    levels = {value: level for level, value in enumerate(sorted(set(values), reverse=True), 1)}
    # A Fenwick tree over the levels: the heaviest run that ends at a value no less than this one.
    tree: list[tuple[int, int]] = [(0, -1)] * (len(levels) + 1)
    before: list[int] = []
    best = (0, -1)
    for place, value in enumerate(values):
        weight, last = _heaviest(tree, levels[value])
        before.append(last)
        ended = (weight + weights[place], place)
        _put(tree, levels[value], ended)
        best = max(best, ended)
    found, place = set(), best[1]
    while place >= 0:
        found.add(place)
        place = before[place]
    return found


def _heaviest(tree: Sequence[tuple[int, int]], level: int) -> tuple[int, int]:
    found = (0, -1)
    while level:
        found = max(found, tree[level])
        level -= level & -level
    return found


def _put(tree: list[tuple[int, int]], level: int, ended: tuple[int, int]) -> None:
    while level < len(tree):
        tree[level] = max(tree[level], ended)
        level += level & -level


def _finding(
    table: Published,
    score: int,
    rows: Sequence[int],
    values: Sequence[Fraction],
    computed: Sequence[int | None],
    place: int,
) -> Finding:
    row = rows[place]
    before = (other for other in range(place - 1, -1, -1) if values[other] < values[place])
    after = (other for other in range(place + 1, len(rows)) if values[other] > values[place])
    over = next(before, None)
    neighbour = rows[next(after, place) if over is None else over]
    told: dict[str, object] = {
        "unit": table.subject(row), "number": table.cell(row, score).text, "printed": place + 1,
        "other": table.subject(neighbour), "beside": table.cell(neighbour, score).text, "computed": computed[place],
        "why": _why(table, score, row),
    }  # fmt: skip
    what = message("{unit} with {number} stands in place {printed}, above {other} with {beside}, and belongs in "
                   "place {computed}{why}", **told)  # fmt: skip
    if over is not None:
        what = message("{unit} with {number} stands in place {printed}, below {other} with {beside}, and belongs in "
                       "place {computed}{why}", **told)  # fmt: skip
    return Finding(
        "order", table.at(row, score), str(place + 1), str(computed[place]), what, _moves(table, rows, computed)
    )


def _why(table: Published, score: int, row: int) -> Message | str:
    if row + 1 not in table.habits[score].against:
        return ""
    return message(
        "; it is written with the other decimal mark than its column, and a program that sorts takes it for text"
    )


def _moves(table: Published, rows: Sequence[int], computed: Sequence[int | None]) -> tuple[Move, ...]:
    """The numbered places that are not those of the numbers; a column of ranks has a check of its own."""
    ordinal = table.place("ordinal")
    if ordinal is None or table.place("rank") is not None:
        return ()
    printed = [table.number(row, ordinal) for row in rows]
    return tuple(
        Move(table.subject(row), "rank", str(number), str(rank))
        for row, number, rank in zip(rows, printed, computed, strict=True)
        if number is not None and number != rank
    )
