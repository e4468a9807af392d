"""A filled-in workbook back to cells: what stands in each, and what stood there when it was made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from chiso.engine.errors import InputError, message
from chiso.exchange.archive import is_zip, members
from chiso.exchange.files import refused
from chiso.exchange.form.content import (
    ANSWER,
    CASE_KEY,
    CASE_NAME,
    FIRST_ANSWER,
    FORM,
    FORMAT,
    KEY,
    NOTE,
    ORIGIN,
    Answered,
    Identity,
    key_of,
    sheet_of,
)  # fmt: skip
from chiso.exchange.form.origin import answers_of, identity_of
from chiso.exchange.tables import Table
from chiso.exchange.workbook import tables

MOST_CASES = 2000
"""Cases of one kind in a form."""


@dataclass(frozen=True)
class Filled:
    """A cell as it was filled in: the text in it, its note (None where the sheet has none), and its origin."""

    question: str
    case: str
    text: str
    note: str | None
    origin: Answered
    where: str


@dataclass(frozen=True)
class Returned:
    """A form that came back: whose it is, and its cells in order."""

    identity: Identity
    cells: tuple[Filled, ...]


def read(raw: bytes, name: str) -> Returned:
    """What a filled-in workbook holds; InputError where it is none, or its hidden sheet is gone or was changed.

    Numbers have the decimal mark of the form's language, so that they read as what people type beside them.
    """
    if not is_zip(raw):
        raise _unknown(name)
    files = members(raw, name)
    if "xl/workbook.xml" not in files:
        raise _unknown(name)
    plain = tables(files, name)
    if ORIGIN not in plain or FORM not in plain:
        raise _unknown(name)
    lines = [tuple(cell for cell in (*line.cells, "", "", "", "")[:4]) for line in plain[ORIGIN].lines()]
    identity = identity_of(lines, FORMAT)
    if identity is None:
        raise _unknown(name)
    found = plain if identity.language == "en" else tables(files, name, ",")
    return Returned(identity, tuple(_cells(found, answers_of(lines))))


def _cells(found: Mapping[str, Table], origins: Mapping[str, Answered]) -> Iterator[Filled]:
    for line in found[FORM].lines():
        cells = (*line.cells, *[""] * (NOTE + 1))
        key = cells[KEY].strip()
        if key:
            yield Filled(key, "", cells[ANSWER].strip(), cells[NOTE].strip(), origins.get(key, Answered()), line.where)
    for title, table in found.items():
        if title.startswith(sheet_of("")):
            yield from _cases(table, origins)


def _cases(table: Table, origins: Mapping[str, Answered]) -> Iterator[Filled]:
    questions = [head.partition(":")[0].strip() for head in table.header[FIRST_ANSWER:]]
    seen: set[str] = set()
    for line in table.lines():
        cells = (*line.cells, *[""] * (FIRST_ANSWER + len(questions)))
        case = (cells[CASE_KEY] or cells[CASE_NAME]).strip()
        answers = [cell.strip() for cell in cells[FIRST_ANSWER : FIRST_ANSWER + len(questions)]]
        if not case and not any(answers):
            continue
        if not case or case in seen or len(seen) >= MOST_CASES:
            raise _misnamed(line.where, case)
        seen.add(case)
        for question, text in zip(questions, answers, strict=True):
            yield Filled(question, case, text, None, origins.get(key_of(question, case), Answered()), line.where)


def _misnamed(where: str, case: str) -> InputError:
    found = message("the name {name} a second time", name=case) if case else message("answers without a name before")
    return refused(where, found, message("a name of its own in every line"), message("write one, or empty the line"))


def _unknown(name: str) -> InputError:
    return refused(
        name, message("a file that was not made by this form, or whose hidden sheet was changed"),
        message("the workbook downloaded from the form, filled in"),
        message("download the form again, and fill that in"),
    )  # fmt: skip
