"""The history of a cycle in words, and as files."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from io import StringIO
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from chiso.web.bridge.framework import framework_of
from chiso.web.bridge.sheet import Field, question_of, sheet
from chiso.web.bridge.values import NOT_APPLICABLE, shown
from chiso.web.forms.submission import past
from chiso.web.forms.submission.rows import said
from chiso.web.models import Cycle, Entry, Person, Phase

VERBS: dict[str, Any] = {
    **past.VERBS,
    "create": later("opened the cycle"),
    "change_framework": later("replaced the framework"),
    "set_window": later("set the calendar"),
    "move": later("moved the cycle on"),
    "announce": later("announced"),
    "take_in": later("took units in"),
    "register": later("changed units"),
    "merge": later("merged a unit"),
    "extend": later("moved the deadline"),
    "remind": later("reminded by e-mail"),
    "take_counts": later("took in figures of another system"),
    "upload": later("uploaded a workbook"),
    "assign_verifier": later("assigned a verifier"),
    "unassign_verifier": later("took an assignment back"),
    "verdict": later("verified an answer"),
    "agree_many": later("agreed with many answers"),
    "explain": later("explained"),
    "remark": later("remarked"),
    "inspect": later("noted a visit"),
    "attach_minutes": later("attached minutes"),
    "draw": later("drew answers by lot"),
    "grant": later("granted points"),
    "begin_run": later("began a run"),
    "run": later("finished a run"),
    "meet": later("noted a meeting"),
    "object": later("objected"),
    "reply": later("replied to an objection"),
    "settle": later("settled the result"),
    "submitted": later("submitted the result"),
    "approved": later("approved the result"),
    "sent_back": later("sent the result back"),
    "draft": later("wrote what a document tells"),
    "copy_draft": later("copied what a document told last time"),
    "paper": later("made a document"),
}
"""The acts in words."""
COLUMNS = ("chain", "number", "at", "by", "verb", "subject", "what", "previous", "digest")
FEW = 5
"""Units that one line names; the file names all."""


@dataclass(frozen=True)
class Line:
    """One entry; place: the unit's name, empty for the cycle itself; value: an answer before and after."""

    entry: Entry
    unit: str
    place: str
    name: str
    did: Any
    about: str
    before: str
    after: str
    note: str


def verbs() -> list[tuple[str, Any]]:
    """The acts to filter by, in the order of their words."""
    return sorted(VERBS.items(), key=lambda each: str(each[1]))


def in_words(cycle: Cycle, entries: list[Entry]) -> list[Line]:
    """The entries of a page in words; three queries, however many they are."""
    codes = {_unit(cycle, entry) for entry in entries}
    there = {each.unit.code: each for each in cycle.participants.filter(unit__code__in=codes).select_related("unit")}
    people = {each.username: str(each) for each in Person.objects.filter(username__in={entry.by for entry in entries})}
    blocks = framework_of(cycle).block_ids
    fields = {each.id: (block, each) for block in blocks for part in sheet(cycle, block) for each in part.fields}
    lines = []
    for entry in entries:
        unit, what = _unit(cycle, entry), json.loads(entry.what)
        place = there[unit].name if unit in there else unit
        about, before, after = _about(cycle, entry, what, fields)
        did = VERBS.get(entry.verb, entry.verb)
        lines.append(
            Line(entry, unit, place, people.get(entry.by, entry.by), did, about, before, after, note(entry.verb, what))
        )
    return lines


def note(verb: str, what: dict[str, Any]) -> str:
    """What an act says beside its thing: phases, days, units, its reason."""
    parts: list[str] = []
    match verb:
        case "move":
            parts.append(f"{_phase(what['from'])} → {_phase(what['to'])}")
        case "set_window":
            parts.append(f"{_phase(what['phase'])}: {_day(what['opens_at'])} – {_day(what['closes_at'])}")
        case "extend" | "reopen":
            parts.append(_("until {day}").format(day=_day(what["until"])))
        case "remind" | "take_in" | "register":
            parts.append(_some(what.get("units") or what.get("changed") or []))
        case "merge":
            parts.append(f"{what['unit']} → {what['into']}")
        case "verdict" | "rename_case":
            parts += [str(what[key]) for key in ("kind", "to") if isinstance(what.get(key), str)]
    parts += [str(what[key]) for key in ("title", "system", "note", "reason") if what.get(key)]
    return " · ".join(part for part in parts if part)


def as_csv(found: Iterable[Entry]) -> Iterator[str]:
    """The entries as lines of CSV, with a mark by which a spreadsheet knows that it is Unicode."""
    yield "\ufeff" + _row(COLUMNS)
    for entry in found:
        yield _row(past.plain(cell) for cell in _cells(entry).values())


def as_json(found: Iterable[Entry]) -> Iterator[str]:
    """The entries as JSON, each as its digest covers it."""
    mark = "["
    for entry in found:
        row = {**_cells(entry), "number": entry.number, "what": json.loads(entry.what)}
        yield f"{mark}\n{json.dumps(row, ensure_ascii=False)}"
        mark = ","
    yield "[]\n" if mark == "[" else "\n]\n"


def _cells(entry: Entry) -> dict[str, Any]:
    cells = (
        entry.chain.key, str(entry.number), entry.at.isoformat(), entry.by, entry.verb, entry.subject, entry.what,
        entry.previous, entry.digest,
    )  # fmt: skip
    return dict(zip(COLUMNS, cells, strict=True))


def _row(cells: Iterable[str]) -> str:
    text = StringIO()
    csv.writer(text, lineterminator="\r\n").writerow(list(cells))
    return text.getvalue()


def _unit(cycle: Cycle, entry: Entry) -> str:
    """The code of the unit whose chain it is; empty for the cycle's own."""
    return entry.chain.key[len(cycle.code) + 1 :]


def _about(
    cycle: Cycle, entry: Entry, what: dict[str, Any], fields: dict[str, tuple[str, Field]]
) -> tuple[str, str, str]:
    """The thing in words, and an answer before and after."""
    kind, _mark, rest = entry.subject.partition("/")
    id, _mark, case = rest.partition("/")
    if kind not in ("answer", "evidence") or id not in fields:
        return ("" if kind == "evidence" else case or rest), "", ""
    block, field = fields[id]
    name = f"{field.name} ({case})" if case else field.name
    if kind == "evidence" or entry.verb != "save":
        return name, "", ""
    question = question_of(cycle, block, id)
    told = [str(what.get(key) or "") for key in ("before", "value")]
    texts = [shown(question, text) if question is not None and text else text for text in told]
    before, after = (said(field, text, applies=value != NOT_APPLICABLE) if value else ""
                     for text, value in zip(texts, told, strict=True))  # fmt: skip
    return name, before, after


def _phase(id: str) -> str:
    return str(Phase(id).label)


def _day(text: str) -> str:
    return date_format(timezone.localtime(datetime.fromisoformat(text)), "SHORT_DATETIME_FORMAT")


def _some(units: list[str]) -> str:
    more = len(units) - FEW
    named = ", ".join(map(str, units[:FEW]))
    return _("{units} and {more} more").format(units=named, more=more) if more > 0 else named
