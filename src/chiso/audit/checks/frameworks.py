"""A table against the framework it follows: maxima of the parts, classes by its limits."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from chiso.audit.findings import Confirmed, Finding, Move, Outcome, Undecided
from chiso.audit.fitting import Fit
from chiso.audit.published import Published
from chiso.audit.recomputing import text
from chiso.audit.subject import Subject, title_at
from chiso.engine.answers import Row, Units, build
from chiso.engine.errors import Message, message
from chiso.engine.framework import Framework
from chiso.engine.quantities import decimal_text
from chiso.engine.ranking import rank
from chiso.engine.scoring import score


def check(subject: Subject) -> Iterator[Outcome]:
    """What is found of the tables that show a part of the framework."""
    framework = subject.framework
    if framework is None:
        return
    found = [(table, fit) for table in subject.tables if (fit := subject.fit(table)) is not None]
    if not found and subject.tables:
        what = message("the framework {id} fits no table of the document", id=framework.id)
        yield Undecided("rank", subject.start, what)
    for table, fit in found:
        yield from _maxima(framework, table, fit)
        if fit.whole and fit.node.classes is not None and table.place("class") is not None:
            yield from _classes(framework, table, fit)


def _maxima(framework: Framework, table: Published, fit: Fit) -> Iterator[Outcome]:
    """Parts beyond the most points that the framework grants."""
    held = 0
    for place, code in (fit.criteria or {table.place("score") or 0: fit.node.code}).items():
        most = framework.max_of(code, fit.block)
        rows = [(row, value) for row in table.body if (value := table.number(row, place)) is not None]
        if most is None:
            continue
        limit = Fraction(decimal_text(most))
        for row, value in rows:
            if value <= limit:
                held += 1
                continue
            printed = table.cell(row, place).text
            what = message(
                "{unit}, column “{column}”: {printed} is more than the {most} points that the framework grants",
                unit=table.subject(row),
                column=table.header(place),
                printed=printed,
                most=text(limit),
            )
            yield Finding("range", table.at(row, place), printed, text(limit), what)
    if held:
        what = message(
            "table {table}: {count} numbers are within the maxima of the framework {id}",
            table=table.named,
            count=held,
            id=framework.id,
        )
        yield Confirmed("range", title_at(table), held, what)


def _classes(framework: Framework, table: Published, fit: Fit) -> Iterator[Outcome]:
    """Printed classes against those that the framework gives for the printed parts."""
    column = table.place("class") or 0
    rows = [row for row in table.body if table.cell(row, column).text]
    computed = _computed(framework, table, fit, rows)
    held, open_ = 0, 0
    for row in rows:
        printed, names = table.cell(row, column).text, computed[row]
        if printed in names:
            held += len(names) == 1
            open_ += len(names) > 1
        elif names:
            unit, shown = table.subject(row), " | ".join(names)
            what = message(
                "{unit}: the class {printed} is printed, its parts give {computed} by the framework {id}",
                unit=unit,
                printed=printed,
                computed=shown,
                id=framework.id,
            )
            yield Finding("class", table.at(row, column), printed, shown, what, (Move(unit, "class", printed, shown),))
    if held:
        what = message(
            "table {table}: {count} classes follow from the printed parts by the framework {id}",
            table=table.named,
            count=held,
            id=framework.id,
        )
        yield Confirmed("class", title_at(table), held, what)
    if open_:
        yield Undecided("class", title_at(table), _undetermined(framework, table, open_))


def _undetermined(framework: Framework, table: Published, count: int) -> Message:
    return message(
        "table {table}: {count} classes cannot be checked: the totals lie where the framework {id} does not "
        "know the limit",
        table=table.named,
        count=count,
        id=framework.id,
    )


def _computed(framework: Framework, table: Published, fit: Fit, rows: list[int]) -> dict[int, tuple[str, ...]]:
    """The names of the classes that each row may have by the framework, from its parts; none for parts out of range."""
    within = [row for row in rows if _granted(framework, table, fit, row)]
    if not within:
        return dict.fromkeys(rows, ())
    answers = [
        Row(f"u{row}", "", code, text(value))
        for row in within
        for place, code in fit.criteria.items()
        if (value := table.number(row, place)) is not None
    ]
    units = Units.of(tuple(f"u{row}" for row in within), fit.block)
    ranking = rank(score(framework, build(framework, units, answers)))
    assert fit.node.classes is not None
    names = {band.id: band.name.of("vi") for band in fit.node.classes.bands}
    places = ranking.table(fit.node.code, fit.block).of
    found = {row: tuple(names[each] for each in places[f"u{row}"].classes) for row in within}
    return {row: found.get(row, ()) for row in rows}


def _granted(framework: Framework, table: Published, fit: Fit, row: int) -> bool:
    """Whether the framework may grant every part of a row; it refuses to score others."""
    for place, code in fit.criteria.items():
        value, bounds = table.number(row, place), framework.granted_within(code, fit.block)
        if value is not None and bounds is not None:
            least, most = (Fraction(decimal_text(bound)) for bound in bounds)
            if not least <= value <= most:
                return False
    return True
