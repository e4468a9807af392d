"""A register of units that somebody uploads, held against the framework and what is known already."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from chiso.engine.errors import AnswersError, Problem
from chiso.exchange.answers import register_of
from chiso.exchange.register import units
from chiso.messages import message
from chiso.web.bridge.framework import framework_of
from chiso.web.models import Cycle, Participant
from chiso.web.models.cycle import Status

CODE = re.compile(r"[-a-zA-Z0-9_]{1,80}")
EMAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+")
LONGEST = {"name": 300, "note": 500, "aliases": 2000, "email": 254}
"""Characters that are kept of a column."""
EXTRA = frozenset({"name", "status", "note", "source", "aliases", "email", "parent", "collects_for"})


@dataclass(frozen=True)
class Line:
    """A unit of the file; collects_for: the code of the unit that this one's answers are summed up for.

    change: `new`, `same`, or `changed` against the participant that there is.
    """

    code: str
    name: str
    block: str
    status: str
    note: str
    aliases: tuple[str, ...]
    email: str
    parent: str
    collects_for: str
    change: str

    @property
    def takes_part(self) -> str:
        """How it takes part, in words."""
        return str(Status(self.status).label)


def lines(cycle: Cycle, raw: bytes, name: str) -> list[Line]:
    """The units of a file in its order; InputError with the place of everything that is wrong in it."""
    table = register_of(raw, name)
    found = units(table, framework_of(cycle))
    there = {each.unit.code: each for each in cycle.participants.select_related("unit")}
    records = {record["unit"].strip(): (where, record) for where, record in table.records(EXTRA)}
    problems = [*_unfit(records), *_strange(records)]
    if problems:
        raise AnswersError(problems)
    return [
        _line(code, found.names[place], found.blocks[place], found.statuses[place], found.notes[place],
              records[code][1], there.get(code))
        for place, code in enumerate(found.codes)
    ]  # fmt: skip


def _unfit(records: Mapping[str, tuple[str, Mapping[str, str]]]) -> Iterator[Problem]:
    """What cannot stand in an address, is too long to be kept, or has marks that turn a name around."""
    for code, (where, record) in records.items():
        if not CODE.fullmatch(code):
            yield Problem(
                where, message("the unit code {code}", code=repr(code)[:60]),
                message("up to 80 letters without marks, digits and hyphens"), message("choose a code like so-y-te"),
            )  # fmt: skip
        for column, longest in LONGEST.items():
            text = record.get(column, "").strip()
            if len(text) > longest or not text.isprintable():
                yield Problem(
                    where, message("{column} {text}", column=column, text=repr(text)[:60]),
                    message("at most {most} characters that can be printed", most=longest), message("write it anew"),
                )  # fmt: skip
        email = record.get("email", "").strip()
        if email and not EMAIL.fullmatch(email):
            yield Problem(where, message("the address {email}", email=repr(email)[:60]), message("an e-mail address"),
                          message("mend the `email` column, or leave it empty"))  # fmt: skip


def _strange(records: Mapping[str, tuple[str, Mapping[str, str]]]) -> Iterator[Problem]:
    """Units that are to be summed up for a unit which the file does not have, or for themselves."""
    for code, (where, record) in records.items():
        target = record.get("collects_for", "").strip()
        if target and (target not in records or target == code):
            yield Problem(
                where, message("the unit {unit}, which collects answers", unit=target),
                message("another unit of this register"), message("mend the `collects_for` column"),
            )  # fmt: skip


def _line(
    code: str, name: str, block: str, status: str, note: str, record: Mapping[str, str], there: Participant | None
) -> Line:
    target = record.get("collects_for", "").strip()
    status = Status.FEEDER.value if target else status
    change = "new"
    if there is not None:
        same = (there.name, there.block, there.status, there.note) == (name, block, status, note)
        change = "same" if same else "changed"
    aliases = tuple(each.strip() for each in record.get("aliases", "").split(";") if each.strip())
    parent, email = record.get("parent", "").strip(), record.get("email", "").strip()
    return Line(code, name, block, status, note, aliases, email, parent, target, change)
