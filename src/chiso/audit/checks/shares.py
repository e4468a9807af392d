"""Percentages against the counts that the text states for them: `18/19`, two columns of counts, a stated number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from chiso.audit import stated, words
from chiso.audit.findings import Confirmed, Finding, Outcome, Undecided
from chiso.audit.percentages import Share, judged, nearest
from chiso.audit.published import Published
from chiso.audit.subject import Subject, fully, like, title_at
from chiso.engine.errors import message
from chiso.tables.cells import Address
from chiso.tables.numbers import Reading, parse

_SHARE_ROW = re.compile(r"t[ỷỉ] lệ ", re.I)
_RESPECTIVELY = re.compile(r"tương ứng là (\d+(?:[.,]\d+)? ?%(?: và|,)?(?: \d+(?:[.,]\d+)? ?%(?: và|,)?)*)")
_PERCENT = re.compile(r"\d+(?:[.,]\d+)? ?%")


@dataclass(frozen=True)
class _Printed:
    """A percentage as printed, and of what it is said."""

    text: str
    about: str
    at: Address

    @property
    def reading(self) -> Reading:
        return parse(self.text)[-1]


def check(subject: Subject) -> Iterator[Outcome]:
    """What is found of the percentages whose counts are stated."""
    judgements = [*_in_prose(subject), *_in_rows(subject), *_in_cells(subject), *_respectively(subject)]
    for printed, share in judgements:
        if share.verdict != "rounded":
            yield _finding(printed, share)
    held = [(printed, share) for printed, share in judgements if share.verdict == "rounded"]
    if held:
        shown = ", ".join(f"{share.count}/{share.whole} = {printed.text}" for printed, share in held)
        what = message(
            "{count} percentages follow from the counts that stand with them: {shares}", count=len(held), shares=shown
        )
        yield Confirmed("share", held[0][0].at, len(held), what)
    for table in subject.tables:
        if len(table.places("year")) > 1:
            yield from _by_year(subject, table)


def _in_prose(subject: Subject) -> Iterator[tuple[_Printed, Share]]:
    for of in stated.shares(subject):
        if of.share and of.whole:
            yield _judged(_Printed(f"{of.share}%", of.text.partition("(")[0], of.at), of.count, of.whole)


def _in_rows(subject: Subject) -> Iterator[tuple[_Printed, Share]]:
    """A percentage and a count of a whole in the same row of a table."""
    for table in subject.tables:
        for row in table.body:
            cells = {cell.at: cell for cell in table.table.rows[row]}.values()
            if not any("%" in cell.text for cell in cells) or not any("/" in cell.text for cell in cells):
                continue
            counted = [number for cell in cells for number, _ in parse(cell.text)[:1] if number.whole]
            percents = [cell for cell in cells for number, _ in parse(cell.text)[:1] if number.percent]
            if len(counted) == len(percents) == 1 and counted[0].whole:
                about = " – ".join(dict.fromkeys(c.text for c in cells if c.text and not any(map(str.isdigit, c.text))))
                printed = _Printed(percents[0].text, about, percents[0].at)
                yield _judged(printed, int(counted[0].value), counted[0].whole)


def _in_cells(subject: Subject) -> Iterator[tuple[_Printed, Share]]:
    """Shares that a cell of words states in full."""
    for table in subject.tables:
        for row in table.body:
            for place in table.places("part"):
                cell = table.cell(row, place)
                for count, whole, share in words.shares(cell.text):
                    numbers = (int(each.replace(".", "")) for each in (count, whole))
                    yield _judged(_Printed(f"{share}%", table.subject(row), cell.at), *numbers)


def _respectively(subject: Subject) -> Iterator[tuple[_Printed, Share]]:
    """The shares of two columns of counts that the prose gives row by row: `tương ứng là 45,6% và 92,8%`."""
    pairs = [table for table in subject.tables if len(table.places("value")) == 2]
    for paragraph in subject.prose:
        for match in _RESPECTIVELY.finditer(paragraph.text):
            texts = _PERCENT.findall(match[1])
            for table in pairs:
                found = list(_ratios(table, texts, paragraph.at))
                if found and all(abs(share.exact - printed.reading.number.value) < 1 for printed, share in found):
                    yield from found


def _ratios(table: Published, texts: list[str], at: Address) -> Iterator[tuple[_Printed, Share]]:
    whole, count = table.places("value")
    rows = [(table.number(row, count), table.number(row, whole), row) for row in table.body]
    if len(rows) != len(texts):
        return
    for (part, total, row), text in zip(rows, texts, strict=True):
        if part is not None and total and part.denominator == total.denominator == 1:
            yield _judged(_Printed(text, table.subject(row), at), int(part), int(total))


def _judged(printed: _Printed, count: int, whole: int) -> tuple[_Printed, Share]:
    number = printed.reading.number
    return printed, Share(count, whole, judged(count, whole, number.value, number.decimals))


def _finding(printed: _Printed, share: Share) -> Finding:
    reading = printed.reading
    computed = like(share.exact, reading)
    values = {
        "about": printed.about.strip(), "printed": printed.text, "computed": computed, "count": share.count,
        "whole": share.whole, "exact": like(share.exact, reading, reading.number.decimals + 2),
    }  # fmt: skip
    if share.verdict == "truncated":
        what = message(
            "{about}: {count}/{whole} is {exact}, which rounds to {computed}; {printed} is cut off, not rounded",
            **values,
        )
        return Finding("rounding", printed.at, printed.text, computed, what)
    what = message("{about}: {printed} is printed for {count}/{whole}, which is {computed}", **values)
    return Finding("share", printed.at, printed.text, computed, what)


def _by_year(subject: Subject, table: Published) -> Iterator[Outcome]:
    """Shares of agencies in the columns of years, by the number of agencies that the text states for a year."""
    wholes = {whole.kind: whole for whole in stated.wholes(subject)}
    rows = [(row, _kind(table.subject(row))) for row in table.body if _SHARE_ROW.match(table.subject(row))]
    for column in table.columns:
        if column.role != "year":
            continue
        known = [(row, wholes[kind]) for row, kind in rows if kind in wholes and wholes[kind].year == column.year]
        yield from _of_year(table, column.place, known)
        unknown = [table.subject(row) for row, kind in rows if (row, kind) not in [(r, w.kind) for r, w in known]]
        if unknown:
            yield _unknown(table, column.place, unknown, bool(known))


def _of_year(table: Published, place: int, known: list[tuple[int, stated.Whole]]) -> Iterator[Outcome]:
    held = []
    for row, whole in known:
        reading = table.reading(row, place)
        if reading is None:
            continue
        share = nearest(whole.count, reading.number.value, reading.number.decimals)
        if share.verdict == "rounded":
            held.append(f"{share.count}/{share.whole} = {table.cell(row, place).text}")
        elif share.verdict == "truncated":
            yield _finding(_Printed(table.cell(row, place).text, table.subject(row), table.at(row, place)), share)
        else:
            yield _no_share(table, row, place, share)
    if held:
        what = message(
            "{count} percentages are shares of the number of agencies that the text states: {shares}",
            count=len(held),
            shares=", ".join(held),
        )
        yield Confirmed("share", title_at(table), len(held), what)


def _no_share(table: Published, row: int, place: int, share: Share) -> Finding:
    reading = table.reading(row, place)
    assert reading is not None
    near = fully(Fraction(like(share.exact, reading, 2).rstrip(" %").replace(",", ".").strip()), reading)
    what = message(
        "{about}: {printed} is no share of {whole} agencies; the nearest is {count}/{whole} = {computed}",
        about=table.subject(row),
        printed=table.cell(row, place).text,
        whole=share.whole,
        count=share.count,
        computed=near,
    )
    return Finding("share", table.at(row, place), table.cell(row, place).text, near, what, (), "likely")


def _unknown(table: Published, place: int, about: list[str], some: bool) -> Undecided:
    shown = "; ".join(about)
    if some:
        what = message(
            "table {table}, column “{column}”: the text does not state of how many these are shares: {about}",
            table=table.named,
            column=table.header(place),
            about=shown,
        )
    else:
        what = message(
            "table {table}, column “{column}” cannot be checked: the text states no number of agencies or staff for it",
            table=table.named,
            column=table.header(place),
        )
    return Undecided("share", table.table.at, what)


def _kind(label: str) -> str:
    """The kind of units that a label counts shares of: what stands after `Tỷ lệ`."""
    return stated.kind_of(_SHARE_ROW.sub("", label, count=1))
