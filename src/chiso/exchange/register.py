"""Tables to units: a register of its own, or columns beside the answers."""

from __future__ import annotations

import difflib
from typing import get_args

from chiso.engine.answers import Units
from chiso.engine.answers.units import STATUSES, Status
from chiso.engine.errors import AnswersError, Message, Problem, message
from chiso.engine.framework import Framework
from chiso.exchange.tables import MOST_PROBLEMS, Table

UNIT_COLUMNS = ("name", "block", "status")
REGISTER_COLUMNS = ("unit", *UNIT_COLUMNS, "note")
IGNORED_COLUMNS = ("source", "aliases", "email", "parent", "collects_for")
"""Columns that a register may have and no score rests on."""
LONGEST_CODE = 120
_RANKED: Status = get_args(Status)[0]


def units(table: Table, framework: Framework) -> Units:
    """The units of a register, one in each line; AnswersError with the line of everything that is wrong in it.

    Columns: `unit` (the stable code), and optionally `name` (the code where absent), `block` (needed where the
    framework has several), `status` (`ranked` where absent), `note`.
    """
    register = _Register(framework)
    register.head(table)
    for where, record in table.records(frozenset({"name", "status", "note", *IGNORED_COLUMNS})):
        code = record["unit"].strip()
        if code in register.rows:
            register.refuse(
                where, message("the unit {unit} a second time", unit=code), message("every unit once"),
                message("keep one of the two lines"),
            )  # fmt: skip
            continue
        register.take(where, code, record)
    return register.units()


def units_beside(table: Table, framework: Framework) -> Units:
    """The units of a table of answers that has their `block` (and `name`, `status`) in columns of its own.

    A unit that stands in several lines has to be the same in all of them.
    """
    register = _Register(framework)
    for where, record in table.records(frozenset(table.header)):
        code = record.get("unit", "").strip()
        known = register.rows.get(code)
        if known is None:
            register.take(where, code, record | {"note": ""})
            continue
        for column, before in zip(UNIT_COLUMNS, known, strict=False):
            now = record.get(column, "").strip()
            if now and now != before:
                register.refuse(
                    where, message("{column} {now} of the unit {unit}", column=column, now=now, unit=code),
                    message("{before}, as in an earlier line", before=before), message("make the two agree"),
                )  # fmt: skip
    return register.units()


class _Register:
    """The units so far, and what is wrong with them."""

    def __init__(self, framework: Framework) -> None:
        self._blocks = framework.block_ids
        self._problems: list[Problem] = []
        self.rows: dict[str, tuple[str, str, Status, str]] = {}

    def refuse(self, where: str, found: Message, expected: Message, remedy: Message) -> None:
        self._problems.append(Problem(where, found, expected, remedy))
        if len(self._problems) >= MOST_PROBLEMS:
            raise AnswersError(self._problems)

    def head(self, table: Table) -> None:
        """Refuses a table without the column of the units, or with columns that no register has."""
        known = (*REGISTER_COLUMNS, *IGNORED_COLUMNS)
        for column in table.header:
            if column and column not in known:
                close = difflib.get_close_matches(column, known, 1)
                remedy = message("did you mean {name}?", name=close[0]) if close else message("leave the column out")
                self.refuse(
                    table.where, message("the column {name}", name=column),
                    message("only {names}", names=", ".join(REGISTER_COLUMNS)), remedy,
                )  # fmt: skip
        if "unit" not in table.header:
            self.refuse(
                table.where, message("no column `unit`"), message("a column `unit` with the code of each unit"),
                message("add it"),
            )  # fmt: skip
        if self._problems:
            raise AnswersError(self._problems)

    def take(self, where: str, code: str, record: dict[str, str]) -> None:
        """Takes one unit, or notes what is wrong with it."""
        block = record.get("block", "").strip() or (self._blocks[0] if len(self._blocks) == 1 else "")
        status = record.get("status", "").strip() or _RANKED
        if not code or len(code) > LONGEST_CODE or not code.isprintable():
            self.refuse(
                where, message("the unit code {code}", code=repr(code)[:60]),
                message("a code of 1 to {most} printable characters", most=LONGEST_CODE), message("write the code"),
            )  # fmt: skip
            return
        if block not in self._blocks:
            self.refuse(
                where, message("the block '{block}' of the unit {unit}", block=block, unit=code),
                message("one of {names}", names=", ".join(self._blocks)), message("mend the `block` column"),
            )  # fmt: skip
        named = next((each for each in STATUSES if each == status), None)
        if named is None:
            self.refuse(
                where, message("the status {status} of the unit {unit}", status=repr(status)[:40], unit=code),
                message("one of {names}", names=", ".join(STATUSES)), message("mend the `status` column"),
            )  # fmt: skip
        name, note = record.get("name", "").strip() or code, record.get("note", "").strip()
        self.rows[code] = (name, block, named or _RANKED, note)

    def units(self) -> Units:
        if self._problems:
            raise AnswersError(self._problems)
        rows = self.rows.values()
        return Units(
            tuple(self.rows),
            tuple(name for name, _, _, _ in rows),
            tuple(block for _, block, _, _ in rows),
            tuple(status for _, _, status, _ in rows),
            tuple(note for _, _, _, note in rows),
        )
