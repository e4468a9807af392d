"""Percentages in the prose against the table they are quoted from, and one figure given for two measures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from chiso.audit.checks.ranges import places
from chiso.audit.findings import Confirmed, Finding, Outcome
from chiso.audit.matching import coverage, words
from chiso.audit.published import Published
from chiso.audit.subject import Subject
from chiso.engine.errors import message
from chiso.tables.cells import Address, Paragraph
from chiso.tables.numbers import parse

_PERCENT = re.compile(r"(?<![\d.,/])\d+(?:[.,]\d+)? ?%")
_SENTENCE = re.compile(r"[.;:](?= |$)")
_COVERED = Fraction(3, 4)
_NEAR = 1
"""How far, in points, a figure may be from the table's to be taken for the same one."""
_DIGITS = 4
"""The least number of digits from which on an equal figure for two measures is no mere chance."""


@dataclass(frozen=True)
class Quoted:
    """A percentage in the prose: as printed, what the text says of it, and whether it is one of those left out."""

    text: str
    about: str
    negated: bool
    at: Address

    @property
    def value(self) -> Fraction:
        return parse(self.text)[-1].number.value


def check(subject: Subject) -> Iterator[Outcome]:
    """What is found of the percentages in the prose."""
    quoted = [each for paragraph in subject.prose for each in _quoted(paragraph)]
    tables = [table for table in subject.tables if len(table.places("year")) > 1]
    held = []
    for each in quoted:
        for outcome in _against(tables, each):
            if isinstance(outcome, str):
                held.append(outcome)
            else:
                yield outcome
    if held:
        what = message(
            "{count} percentages of the text stand in the tables: {figures}", count=len(held), figures=", ".join(held)
        )
        yield Confirmed("figure", subject.start, len(held), what)
    yield from _twice(quoted)
    yield from _places(subject)


def _quoted(paragraph: Paragraph) -> Iterator[Quoted]:
    text = paragraph.text
    found = list(_PERCENT.finditer(text))
    for place, match in enumerate(found):
        if not parse(match[0]):
            continue
        before = text[found[place - 1].end() if place else 0 : match.start()]
        after = text[match.end() : found[place + 1].start() if place + 1 < len(found) else len(text)]
        sentence = _SENTENCE.split(before)[-1]
        about = sentence if text[: match.start()].endswith("(") else _SENTENCE.split(after)[0]
        yield Quoted(match[0], about.strip(" ,(-") or sentence, "chưa" in about, paragraph.at)


def _against(tables: list[Published], quoted: Quoted) -> Iterator[Outcome | str]:
    """The row of a table whose label the text repeats, and whether it has that figure."""
    best = _best(tables, quoted)
    if best is None:
        return
    table, row = best
    place = table.places("year")[-1]
    printed = table.number(row, place)
    if printed is None:
        return
    expected = 100 - printed if quoted.negated else printed
    if expected == quoted.value:
        yield quoted.text
    elif abs(expected - quoted.value) < _NEAR:
        what = message(
            "{about}: the text gives {printed}, the table {computed}",
            about=table.subject(row),
            printed=quoted.text,
            computed=table.cell(row, place).text,
        )
        yield Finding("figure", quoted.at, quoted.text, table.cell(row, place).text, what)


def _best(tables: list[Published], quoted: Quoted) -> tuple[Published, int] | None:
    """The row whose label the text repeats most fully; of labels that it repeats equally, the longest."""
    rows = [
        (coverage(table.subject(row), quoted.about), len(words(table.subject(row))), place, row)
        for place, table in enumerate(tables)
        for row in table.body
    ]
    covered, _, place, row = max(rows, default=(Fraction(0), 0, 0, 0))
    return (tables[place], row) if covered >= _COVERED else None


def _twice(quoted: list[Quoted]) -> Iterator[Finding]:
    """The same figure, to four digits, in two places of the prose that are about different things."""
    seen: dict[Fraction, Quoted] = {}
    for each in quoted:
        if sum(map(str.isdigit, each.text)) < _DIGITS or each.value == 100:
            continue
        first = seen.setdefault(each.value, each)
        if first.at != each.at:
            what = message(
                "{printed} is given for two different measures: lines {first} and {second}",
                printed=each.text,
                first=first.at.line,
                second=each.at.line,
            )
            yield Finding("measure", each.at, each.text, "", what, (), "possible")


def _places(subject: Subject) -> Iterator[Finding]:
    """The same rank with the same move for two measures next to one another."""
    found = places(subject)
    for one, other in pairwise(found):
        if one.rank == other.rank and one.gained == other.gained and one.gained and one.about != other.about:
            what = message(
                "{one} and {other} have the same rank {rank} with the same remark “{more}”",
                one=one.about,
                other=other.about,
                rank=other.rank,
                more=other.more,
            )
            yield Finding("measure", other.at, other.text, "", what, (), "possible")
