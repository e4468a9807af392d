"""The total of each row against the sum of its parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from chiso.audit import words
from chiso.audit.findings import Certainty, Confirmed, Finding, Outcome, Undecided
from chiso.audit.moves import moves
from chiso.audit.published import Published
from chiso.audit.recomputing import totals
from chiso.audit.subject import Subject, fully, like, title_at
from chiso.engine.errors import Message, message

HALF = Fraction(1, 2)
MOST_MOVED = 100
"""Wrong totals of one table from which on what each would move alone says nothing any more."""


@dataclass(frozen=True)
class _Row:
    """A row whose total can be added up.

    least: how far the rounding of all numbers to the table's decimals may carry; most: of each part to its own.
    """

    row: int
    parts: tuple[Fraction, ...]
    computed: Fraction
    difference: Fraction
    least: Fraction
    most: Fraction


def check(subject: Subject) -> Iterator[Outcome]:
    """What is found of every table that has parts and a total."""
    for table in subject.tables:
        total = table.place("total")
        if total is None or not table.places("part"):
            continue
        yield from _of_numbers(table, total)
        yield from _of_words(table, total)


def _of_numbers(table: Published, total: int) -> Iterator[Outcome]:
    rows = list(_rows(table, total))
    off = [row for row in rows if row.difference]
    # Where most rows add up to the digit, whole numbers among the parts are no rounded ones.
    exact = (len(rows) - len(off)) * 2 > len(rows)
    beyond = [row for row in off if abs(row.difference) >= row.least]
    yield from (_finding(table, total, row, exact, len(beyond) <= MOST_MOVED) for row in beyond)
    rounded = len(off) - len(beyond)
    if len(rows) > len(off):
        what = message(
            "table {table}: {count} totals are the sum of their parts", table=table.named, count=len(rows) - len(off)
        )
        yield Confirmed("sum", title_at(table), len(rows) - len(off), what)
    if rounded:
        what = message(
            "table {table}: {count} totals differ from the sum of their parts by no more than rounding explains",
            table=table.named,
            count=rounded,
        )
        yield Confirmed("sum", title_at(table), rounded, what)


def _rows(table: Published, total: int) -> Iterator[_Row]:
    places = table.places("part")
    found = []
    for row in table.body:
        known = tuple(value for place in places if (value := table.number(row, place)) is not None)
        if table.number(row, total) is not None and len(known) == len(places):
            found.append((row, known))
    decimals = _usual(table, total)
    for (row, parts), computed in zip(found, totals([parts for _, parts in found]), strict=True):
        printed = table.number(row, total) or Fraction(0)
        own = [table.numbers[row][place] for place in (*places, total)]
        widths = [number.decimals for number in own if number is not None]
        integral = not decimals and not any(widths)
        least = Fraction(0) if integral else sum((HALF / 10 ** max(decimals, width) for width in widths), Fraction(0))
        most = Fraction(0) if integral else sum((HALF / 10**width for width in widths), Fraction(0))
        yield _Row(row, parts, computed, printed - computed, least, max(most, least))


def _usual(table: Published, total: int) -> int:
    """The decimals that totals are printed with."""
    return max((number.decimals for row in table.numbers if (number := row[total])), default=0)


def _finding(table: Published, total: int, row: _Row, exact: bool, alone: bool) -> Finding:
    reading = table.reading(row.row, total)
    assert reading is not None
    within = abs(row.difference) < row.most
    certainty: Certainty = "certain" if not within else "likely" if exact else "possible"
    what = message(
        "{unit}: the total is printed as {printed}, its parts add up to {computed} ({difference}); {why}",
        unit=table.subject(row.row),
        printed=table.cell(row.row, total).text,
        computed=fully(row.computed, reading),
        difference=_signed(row.difference, like(abs(row.difference), reading)),
        why=_why(table, row, within, exact),
    )
    changed = moves(table, total, {row.row: row.computed}) if certainty == "certain" and alone else ()
    return Finding(
        "sum",
        table.at(row.row, total),
        table.cell(row.row, total).text,
        fully(row.computed, reading),
        what,
        changed,
        certainty,
    )


def _signed(difference: Fraction, text: str) -> str:
    return f"+{text}" if difference > 0 else f"-{text}"


def _why(table: Published, row: _Row, within: bool, exact: bool) -> Message:
    """The simplest explanation that fits to the digit, else what rounding may explain."""
    for place, part in zip(table.places("part"), row.parts, strict=True):
        header, text = table.header(place), table.cell(row.row, place).text
        if part and row.difference == -part:
            return message("that is exactly the {part} of the column “{column}” left out", part=text, column=header)
        if part and row.difference == part:
            return message(
                "that is exactly the {part} of the column “{column}” counted twice", part=text, column=header
            )
        if part and row.difference == -2 * part:
            return message(
                "that is exactly the {part} of the column “{column}” with the other sign", part=text, column=header
            )
    if not within:
        return message("rounding of the parts does not explain it")
    if exact:
        return message(
            "rounding explains it only if whole numbers among the parts are rounded, and most totals of the table are "
            "exact"
        )
    return message("rounding explains it only if whole numbers among the parts are rounded")


def _of_words(table: Published, total: int) -> Iterator[Outcome]:
    held = 0
    for row in table.body:
        told = _told(table, row)
        printed, reading = table.number(row, total), table.reading(row, total)
        if printed is None or reading is None or not told:
            continue
        if sum(told) == printed:
            held += 1
        else:
            yield _words_finding(table, total, row, told)
    if held:
        what = message(
            "table {table}: {count} totals are the sum of the counts told in words", table=table.named, count=held
        )
        yield Confirmed("sum", title_at(table), held, what)


def _told(table: Published, row: int) -> Sequence[int]:
    """The counts of a row whose parts are told in words; none where they are numbers."""
    cells = [table.cell(row, place) for place in table.places("part")]
    if any(table.numbers[row][place] is not None for place in table.places("part")):
        return ()
    return [count for cell in cells for count in words.counts(cell.text)]


def _words_finding(table: Published, total: int, row: int, told: Sequence[int]) -> Outcome:
    printed, reading = table.number(row, total), table.reading(row, total)
    assert printed is not None
    assert reading is not None
    computed = Fraction(sum(told))
    at, unit = table.at(row, total), table.subject(row)
    left = [count for count in told if computed - count == printed]
    shown = table.cell(row, total).text
    if not left:
        what = message(
            "{unit}: the total {printed} cannot be checked: the parts are told in words, and no way to add "
            "their counts {told} gives it",
            unit=unit,
            printed=shown,
            told=", ".join(map(str, told)),
        )
        return Undecided("sum", at, what)
    item = message("that is exactly one item of {part} left out", part=like(Fraction(left[0]), reading))
    what = message(
        "{unit}: the total is printed as {printed}, its parts add up to {computed} ({difference}); {why}",
        unit=unit,
        printed=shown,
        computed=like(computed, reading),
        difference=_signed(printed - computed, like(abs(printed - computed), reading)),
        why=item,
    )
    return Finding("sum", at, shown, like(computed, reading), what, moves(table, total, {row: computed}))
