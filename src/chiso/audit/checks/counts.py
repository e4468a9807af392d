"""Counts in the prose: shares of units against how many there are, lists against the number said, sums."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from chiso.audit import stated
from chiso.audit.findings import Confirmed, Finding, Outcome
from chiso.audit.published import Published, levels, section
from chiso.audit.subject import Subject
from chiso.engine.errors import Message, message
from chiso.tables.cells import Address, Paragraph
from chiso.tables.names import key

_LISTED = re.compile(
    r"(?<![\w/.,])(?P<count>\d{1,4})/(?P<whole>\d{1,4})[^().;]*?\((?P<lead>[^()]*?)(?P<list>(?::|\btrừ\b).*)", re.S
)
_NUMBER_LISTED = re.compile(
    r"(?<![\w/.,])(?P<count>\d{1,3}) (?:tỉnh|bộ|sở|cơ quan|đơn vị|huyện)\b[^():;.]*?(?:bao gồm|gồm|là)\s*:\s*"
    r"(?P<list>[^).;]*)",
    re.I,
)
_PEOPLE = re.compile(r"(?P<total>\d[\d.]*) người\. Trong đó: (?P<parts>[^.]*)")
_PART = re.compile(r"(?<![\d/])\d+(?= người)|(?<=có )\d+")
_ENUMERATED = re.compile(r"(?<!\w)0?(?P<count>\d{1,2}) (?P<noun>nhóm|hạng mục|tiêu chí|chỉ số|nội dung)[^.:]*?:? \(1\)")
MOST_NAMES = 2000
"""Units from which on lists in the prose are not looked up."""
_SAID = re.compile(r" (?:chưa|đã|có|không)\b")
_POSITIVE = re.compile(r"số (?P<kind>tỉnh|bộ|sở|cơ quan) (?:có|đã) cung cấp", re.I)


def check(subject: Subject) -> Iterator[Outcome]:
    """What is found of the counts in the prose and in tables of counts."""
    yield from _of_kinds(subject)
    for paragraph in subject.prose:
        yield from _lists(subject, paragraph)
        yield from _sums(paragraph)
        yield from _enumerated(paragraph)
    yield from _positive(subject)


def _of_kinds(subject: Subject) -> Iterator[Outcome]:
    """`12/19 sở, ban, ngành` where the text says that there are 20."""
    wholes = {whole.kind: whole for whole in stated.wholes(subject)}
    held = []
    for of in stated.shares(subject):
        whole = wholes.get(of.kind)
        if whole is None:
            continue
        if of.whole == whole.count:
            held.append(of)
        else:
            printed, computed = f"{of.count}/{of.whole}", f"{of.count}/{whole.count}"
            what = message(
                "{printed} is said of {kind}, and line {line} says that there are {whole}",
                printed=printed,
                kind=_SAID.split(of.text.partition(" ")[2])[0].strip(),
                line=whole.at.line,
                whole=whole.count,
            )
            yield Finding("count", of.at, printed, computed, what)
    if held:
        what = message(
            "{count} shares are of the number of units that the text states: {shares}",
            count=len(held),
            shares=", ".join(f"{of.count}/{of.whole}" for of in held),
        )
        yield Confirmed("count", held[0].at, len(held), what)
    if {"sở", "huyện", "cơ quan"} <= set(wholes):
        yield from _adds(wholes)


def _adds(wholes: Mapping[str, stated.Whole]) -> Iterator[Outcome]:
    parts, whole = [wholes[kind].count for kind in ("sở", "huyện")], wholes["cơ quan"]
    values = {"first": parts[0], "second": parts[1], "whole": whole.count}
    if sum(parts) == whole.count:
        yield Confirmed("count", whole.at, 1, message("{first} + {second} = {whole} units, as the text says", **values))
    else:
        what = message("{first} and {second} units are {sum}, the text says {whole}", sum=sum(parts), **values)
        yield Finding("count", whole.at, str(whole.count), str(sum(parts)), what)


def _lists(subject: Subject, paragraph: Paragraph) -> Iterator[Outcome]:
    """The units that are listed after a count: as many as it says, or as it leaves."""
    for match in _LISTED.finditer(paragraph.text):
        names = named(subject, _inside(match["list"]))
        count, whole = int(match["count"]), int(match["whole"])
        said = whole - count if re.search(r"chưa|không|trừ", match["lead"] + match["list"][:5]) else count
        # Only some of those without it are listed where the list says so itself (`Bộ có … chưa liên kết`).
        if names and "có dịch vụ" not in match["lead"]:
            yield _compared(paragraph.at, f"{count}/{whole}", said, names)
    for match in _NUMBER_LISTED.finditer(paragraph.text):
        names = named(subject, match["list"])
        if names:
            yield _compared(paragraph.at, match["count"], int(match["count"]), names)


def _compared(at: Address, printed: str, said: int, names: list[str]) -> Outcome:
    values: dict[str, object] = {"printed": printed, "said": said, "named": len(names)}
    if len(names) == said:
        return Confirmed("count", at, 1, message("{printed}: {said} units are listed, as the count says", **values))
    what = message("{printed}: {said} units are meant, {named} are listed ({names})", names=", ".join(names), **values)
    return Finding("count", at, printed, str(len(names)), what)


def named(subject: Subject, text: str) -> list[str]:
    """The units of the document's tables that a list names; none where it names anything else."""
    if len(subject.names) > MOST_NAMES:
        return []
    found, rest = [], f" {text.lower()} "
    forms = {form: name for name in subject.names.values() for form in (name, name.removeprefix("TP. "))}
    for form in sorted(forms, key=len, reverse=True):
        pattern = re.compile(rf"(?<!\w){re.escape(form.lower())}(?!\w)")
        rest, times = pattern.subn(" ", rest)
        found += [forms[form]] * times
    left = key(re.sub(r"\([^()]*\)|\b(?:và|là|trừ|tp|tỉnh|thành phố)\b|[\W_]", " ", rest))
    return found if not left else []


def _inside(text: str) -> str:
    """What stands before the bracket that closes the one a text began in."""
    depth = 0
    for place, letter in enumerate(text):
        depth += {"(": 1, ")": -1}.get(letter, 0)
        if depth < 0:
            return text[:place]
    return text


def _sums(paragraph: Paragraph) -> Iterator[Outcome]:
    """`36 người. Trong đó: Thạc sỹ có 02 người; …`."""
    for match in _PEOPLE.finditer(paragraph.text):
        parts = [int(part) for part in _PART.findall(match["parts"])]
        total = int(match["total"].replace(".", ""))
        if len(parts) < 2:
            continue
        shown = " + ".join(map(str, parts))
        if sum(parts) == total:
            yield Confirmed(
                "count", paragraph.at, 1, message("{parts} = {total}, as the text says", parts=shown, total=total)
            )
        else:
            what = message(
                "the text says {total}, its parts {parts} are {sum}", total=total, parts=shown, sum=sum(parts)
            )
            yield Finding("count", paragraph.at, str(total), str(sum(parts)), what)


def _enumerated(paragraph: Paragraph) -> Iterator[Outcome]:
    """`6 nhóm tiêu chí là: (1) … (6) …`."""
    for match in _ENUMERATED.finditer(paragraph.text):
        last = 0
        for number in re.findall(r"\((\d{1,2})\)", paragraph.text[match.start() :]):
            last = last + 1 if int(number) == last + 1 else last
        values = {"said": int(match["count"]), "noun": match["noun"], "listed": last}
        if last == values["said"]:
            yield Confirmed("count", paragraph.at, 1, message("{said} {noun} are listed, as the text says", **values))
        else:
            what = message("the text says {said} {noun} and lists {listed}", **values)
            yield Finding("count", paragraph.at, match["count"], str(last), what)


def _positive(subject: Subject) -> Iterator[Outcome]:
    """A table of how many units have something, against the table that lists how much each has."""
    for table in subject.tables:
        place = table.place("value")
        rows = [row for row in table.body if _POSITIVE.match(table.subject(row))]
        for other in subject.tables if place is not None else ():
            for row in rows:
                number = table.number(row, place)
                if number is not None and section(table) == section(other):
                    yield from _counted(table, row, int(number), other)


def _counted(table: Published, row: int, said: int, other: Published) -> Iterator[Outcome]:
    named = levels(table.subject(row))
    places = [place for place in other.places("part") if levels(other.header(place)) <= named]
    if not named or len(places) != len(named) or not other.ranked:
        return
    counts = [[other.number(each.row, place) for place in places] for each in other.standings]
    told = [numbers for numbers in counts if any(number is not None for number in numbers)]
    if any(None in numbers for numbers in told) or not told:
        return
    found = sum(any(number for number in numbers) for numbers in told)
    values: dict[str, object] = {"about": table.subject(row), "said": said, "table": other.named}
    at = table.at(row, table.place("value") or 0)
    if found == said:
        what: Message = message("{about}: {said}, as table {table} lists", **values)
        yield Confirmed("count", at, 1, what)
    else:
        what = message("{about}: {said}, and table {table} lists {found}", found=found, **values)
        yield Finding("count", at, str(said), str(found), what)
