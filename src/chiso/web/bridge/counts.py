"""Counts that another system exports (documents, mail, one-stop, portal): a second source beside the answers."""

from __future__ import annotations

from dataclasses import dataclass

from chiso.engine.errors import AnswersError, Problem
from chiso.exchange.answers import register_of
from chiso.language import use
from chiso.messages import Message, message
from chiso.web.bridge.sheet import question_of
from chiso.web.bridge.values import Unread, read
from chiso.web.models import Cycle, Participant

COLUMNS = ("unit", "question", "case", "value")
MOST_PROBLEMS = 50


@dataclass(frozen=True)
class Counted:
    """One figure of the file: whose, of which question and case, its canonical value."""

    participant: int
    question: str
    case: str
    value: str


def counts(cycle: Cycle, raw: bytes, name: str) -> list[Counted]:
    """The figures of a file with the columns unit, question, case, value; InputError with the place of what is wrong.

    unit: a code of the register, or one of the unit's other names; numbers as Vietnamese write them.
    """
    table = register_of(raw, name)
    missing = [column for column in ("unit", "question", "value") if column not in table.header]
    if missing:
        found = message("no column `{name}`", name=missing[0])
        raise AnswersError([Problem(table.where, found, message("the columns {names}", names=", ".join(COLUMNS)),
                                    message("add it"))])  # fmt: skip
    reader = _Reader(cycle)
    for where, record in table.records(frozenset({"case"})):
        reader.take(where, record)
    if reader.problems:
        raise AnswersError(reader.problems)
    return reader.found


class _Reader:
    """The figures so far, and what is wrong with the lines."""

    def __init__(self, cycle: Cycle) -> None:
        self.cycle = cycle
        self.known: dict[str, Participant] = {}
        for each in cycle.participants.select_related("unit"):
            for name in (each.unit.code, each.name, *each.unit.aliases):
                self.known.setdefault(name.casefold(), each)
        self.found: list[Counted] = []
        self.problems: list[Problem] = []
        self.seen: set[tuple[int, str, str]] = set()

    def take(self, where: str, record: dict[str, str]) -> None:
        """Takes one line, or notes what is wrong with it."""
        unit, id, case = (record.get(name, "").strip() for name in ("unit", "question", "case"))
        participant = self.known.get(unit.casefold())
        if participant is None:
            self._refuse(where, message("the unknown unit {unit}", unit=unit), message("a unit of this cycle"))
            return
        question = question_of(self.cycle, participant.block, id)
        if question is None or bool(case) != (question.per is not None):
            self._refuse(where, message("the question {name}", name=id), message("a question that this unit is asked"))
            return
        with use("vi"):
            value = read(question, record["value"])
        if isinstance(value, Unread):
            self._refuse(where, value.found, value.expected)
        elif (participant.pk, id, case) in self.seen:
            self._refuse(where, message("a second figure of the same"), message("one figure"))
        elif value:
            self.seen.add((participant.pk, id, case))
            self.found.append(Counted(participant.pk, id, case, value))

    def _refuse(self, where: str, found: Message, expected: Message) -> None:
        self.problems.append(Problem(where, found, expected, message("mend the line, or leave it out")))
        if len(self.problems) >= MOST_PROBLEMS:
            raise AnswersError(self.problems)
