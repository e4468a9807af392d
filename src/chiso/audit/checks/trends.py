"""What the prose says of a table's rows: that they rose or fell since another year, that all units have something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from chiso.audit.findings import Confirmed, Finding, Outcome
from chiso.audit.matching import best, coverage, table_about, words
from chiso.audit.published import Published
from chiso.audit.subject import Subject
from chiso.engine.errors import message
from chiso.tables.cells import Paragraph

_RISE = re.compile(r"\b(?:đều\b[^.;]*?)?(?P<way>tăng|cao hơn|giảm|thấp hơn)\b[^.;]{0,25}\bnăm (?P<year>\d{4})", re.I)
_ITEMS = re.compile(r"chỉ số về t[ỷỉ] lệ (?P<items>.+?) đều", re.I)
_GROUP = re.compile(r"các chỉ số (?:của nhóm|trong nhóm|này)", re.I)
_ALL = re.compile(r"(?:tất cả )?các (?:các )?(?:sở|cơ quan|đơn vị)[^.;]*? đều đã (?:có )?(?P<items>[^.;]+)", re.I)
_AGENCIES = re.compile(r"t[ỷỉ] lệ cơ quan", re.I)
_LIKE = Fraction(1, 4)


def check(subject: Subject) -> Iterator[Outcome]:
    """What is found of the paragraphs that speak of a table with two years."""
    tables = [table for table in subject.tables if len(table.places("year")) > 1]
    for paragraph in subject.prose if tables else ():
        table = table_about(paragraph.text, tables)
        if table is not None:
            yield from _trend(table, paragraph)
            yield from _all(table, paragraph)


def _trend(table: Published, paragraph: Paragraph) -> Iterator[Outcome]:
    for sentence in re.split(r"(?<=[.;]) ", paragraph.text):
        said = _RISE.search(sentence)
        rows = _rows(table, sentence) if said else []
        columns = {column.year: column.place for column in table.columns if column.role == "year"}
        latest = max(columns, default="")
        if said is None or not rows or said["year"] not in columns or said["year"] == latest:
            continue
        wanted = 1 if said["way"].lower() in ("tăng", "cao hơn") else -1
        held = 0
        for row in rows:
            before, after = table.number(row, columns[said["year"]]), table.number(row, columns[latest])
            if before is None or after is None:
                continue
            if (after - before) * wanted > 0:
                held += 1
            else:
                yield _finding(table, row, (columns[said["year"]], columns[latest]), said["way"], paragraph)
        if held:
            what = message(
                "“{way}”: {count} rows of the table {table} moved as the text says",
                way=said["way"],
                count=held,
                table=table.named,
            )
            yield Confirmed("trend", paragraph.at, held, what)


def _rows(table: Published, sentence: str) -> list[int]:
    """The rows that a sentence speaks of: those that it lists, or all of its group."""
    listed = _ITEMS.search(sentence)
    if listed is None:
        return list(table.body) if _GROUP.search(sentence) else []
    labels = [table.subject(row) for row in table.body]
    items = re.split(r", | và ", listed["items"])
    found = (_named_by(item, labels) for item in items)
    return [table.body[place] for place in dict.fromkeys(found) if place is not None]


def _named_by(item: str, labels: Sequence[str]) -> int | None:
    """The place of the label that an item stands for: the one most like it, else the only one with its words."""
    place = best(item, labels, _LIKE)
    if place is not None:
        return place
    whole = [place for place, label in enumerate(labels) if coverage(item, label) == 1]
    return whole[0] if len(whole) == 1 else None


def _finding(table: Published, row: int, places: tuple[int, int], way: str, paragraph: Paragraph) -> Finding:
    before, after = (table.cell(row, place).text for place in places)
    values = {"about": table.subject(row), "way": way, "before": before, "after": after}
    if table.number(row, places[0]) == table.number(row, places[1]):
        what = message("{about}: the text says “{way}”, the table prints {before} and {after}: unchanged", **values)
        return Finding("trend", paragraph.at, way, f"{before} → {after}", what, (), "likely")
    what = message("{about}: the text says “{way}”, the table prints {before} and then {after}", **values)
    return Finding("trend", paragraph.at, way, f"{before} → {after}", what)


def _all(table: Published, paragraph: Paragraph) -> Iterator[Outcome]:
    """`đều đã có …`: the share of agencies that have it is then 100%."""
    rows = [row for row in table.body if _AGENCIES.match(table.subject(row))]
    latest = table.places("year")[-1]
    held = 0
    for match in _ALL.finditer(paragraph.text):
        for item in re.split(r", ", match["items"]):
            row = _about(table, rows, item)
            value = None if row is None else table.number(row, latest)
            if row is None or value is None:
                continue
            if value == 100:
                held += 1
            else:
                text = table.cell(row, latest).text
                what = message(
                    "the text says that all agencies have “{item}”, the table prints {printed} for “{about}”",
                    item=item.strip(),
                    printed=text,
                    about=table.subject(row),
                )
                yield Finding("all", paragraph.at, item.strip(), text, what)
    if held:
        what = message(
            "{count} statements that all agencies have something stand at 100% in the table {table}",
            count=held,
            table=table.named,
        )
        yield Confirmed("all", paragraph.at, held, what)


def _about(table: Published, rows: Sequence[int], item: str) -> int | None:
    """The row of a share of agencies that a phrase is about: the shortest whose label holds all its words."""
    whole = [row for row in rows if words(item) and words(item) <= words(table.subject(row))]
    return min(whole, key=lambda row: len(words(table.subject(row))), default=None)
