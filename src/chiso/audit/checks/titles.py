"""Titles in the list of tables and in the contents against those in the body."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chiso.audit.findings import Confirmed, Finding, Outcome, Undecided
from chiso.audit.published import Published
from chiso.audit.subject import Subject, title_at
from chiso.engine.errors import message
from chiso.tables.cells import Paragraph
from chiso.tables.names import key

_HEADING = re.compile(r"(?P<number>(?:\d+\.)+\d*\.?|[IVX]+\.) +(?P<title>\S.*)")
_TABLE = re.compile(r"\bBảng (?:số )?(?P<number>\d+(?:\.\d+)*)")
_CONTENTS = re.compile(r"mục lục|contents", re.I)


def check(subject: Subject) -> Iterator[Outcome]:
    """What is found of the list of tables, of the contents, and of tables with the same columns."""
    yield from _tables(subject)
    yield from _headings(subject.prose)
    yield from _columns(subject)
    yield from _named(subject)


def _tables(subject: Subject) -> Iterator[Outcome]:
    numbered = {table.table.number: table for table in subject.tables if table.table.number}
    same = 0
    for entry in subject.document.contents:
        table = numbered.get(entry.number)
        if table is None:
            what = message("table {table} of the list of tables is not in the document", table=entry.number)
            yield Undecided("title", entry.at, what)
        elif _plain(entry.title) == _plain(table.table.title):
            same += 1
        else:
            what = message(
                "table {table} is called “{body}” where it stands and “{entry}” in the list of tables",
                table=entry.number,
                body=table.table.title,
                entry=entry.title,
            )
            yield Finding("title", title_at(table), table.table.title, entry.title, what)
    if same:
        what = message("{count} tables have the same title as in the list of tables", count=same)
        yield Confirmed("title", subject.document.contents[0].at, same, what)


def _headings(prose: tuple[Paragraph, ...]) -> Iterator[Outcome]:
    """The headings of the contents against those of the body, where the contents stand before it."""
    start = next((place for place, each in enumerate(prose) if _CONTENTS.fullmatch(each.text)), None)
    if start is None:
        return
    entries: dict[str, Paragraph] = {}
    body: dict[str, Paragraph] = {}
    for paragraph in prose[start + 1 :]:
        match = _HEADING.fullmatch(paragraph.text)
        if match:
            (body if match["number"] in entries else entries)[match["number"]] = paragraph
    # Headings stand once in the contents and once in the body: what stands once was not told apart.
    same = 0
    for number, heading in body.items():
        entry, title = _title(entries[number]), _title(heading)
        same += _plain(entry) == _plain(title)
        if _plain(entry) != _plain(title):
            what = message(
                "section {number} is called “{body}” where it stands and “{entry}” in the contents",
                number=number.rstrip("."),
                body=title,
                entry=entry,
            )
            yield Finding("title", heading.at, title, entry, what)
    if same:
        what = message("{count} sections have the same title as in the contents", count=same)
        yield Confirmed("title", prose[start].at, same, what)
    left = [number.rstrip(".") for number in entries if number not in body]
    if left and body:
        what = message(
            "the headings of the sections {numbers} are not found in the body, and cannot be compared with "
            "the contents",
            numbers=", ".join(left),
        )
        yield Undecided("title", prose[start].at, what)


def _named(subject: Subject) -> Iterator[Undecided]:
    """Tables that the prose names and the document does not have."""
    known = {table.table.number for table in subject.tables} | {entry.number for entry in subject.document.contents}
    absent: dict[str, Paragraph] = {}
    for paragraph in subject.prose:
        for match in _TABLE.finditer(paragraph.text):
            if match["number"] not in known:
                absent.setdefault(match["number"], paragraph)
    if absent:
        what = message(
            "the tables {numbers} that the text names are not in the document, and cannot be checked",
            numbers=", ".join(absent),
        )
        yield Undecided("title", next(iter(absent.values())).at, what)


def _columns(subject: Subject) -> Iterator[Finding]:
    """A column called otherwise in the next table, where the tables have the same columns but for that."""
    for one, other in zip(subject.tables, subject.tables[1:], strict=False):
        if len(one.columns) != len(other.columns) or len(one.columns) < 5:
            continue
        names = [(one.header(place), other.header(place)) for place in range(len(one.columns))]
        apart = [place for place, (first, second) in enumerate(names) if key(first) != key(second)]
        if len(apart) == 1 and one.columns[apart[0]].role == other.columns[apart[0]].role:
            yield _renamed(one, other, apart[0])


def _renamed(one: Published, other: Published, place: int) -> Finding:
    what = message(
        "the same column is called “{first}” in the table {one} and “{second}” in the table {other}",
        first=one.header(place),
        second=other.header(place),
        one=one.named,
        other=other.named,
    )
    return Finding("title", one.table.at, one.header(place), other.header(place), what)


def _title(heading: Paragraph) -> str:
    match = _HEADING.fullmatch(heading.text)
    return match["title"] if match else heading.text


def _plain(title: str) -> str:
    return " ".join(title.split()).rstrip(". ")
