"""What the workbook of a form holds, and where."""

from __future__ import annotations

from dataclasses import dataclass

FORMAT = "chiso-form/1"
FORM, ORIGIN, LISTS = "Phieu", "_chiso", "_danh_muc"
"""The sheets: the form, what it was made from, and the choices of its lists. Names of sheets stay without accents."""
KEY, CRITERIA, QUESTION, UNIT, ANSWER, NOTE, BEFORE, CLAUSE = range(8)
"""The columns of the form."""
ORIGIN_COLUMNS = ("key", "version", "value", "note")
CASE_KEY, CASE_NAME, FIRST_ANSWER = range(3)
"""The columns of a sheet of cases: the case as it was, its name, then a column for each question."""
SPARE = 200
"""Empty lines for new cases."""


@dataclass(frozen=True)
class Identity:
    """Whose form it is: the codes of cycle and unit, the digest of the framework, the revision it was made from."""

    cycle: str
    unit: str
    framework: str
    revision: int
    language: str


@dataclass(frozen=True)
class Answered:
    """An answer as it stood: canonical value, note, version (0 where there is none)."""

    value: str = ""
    note: str = ""
    version: int = 0


@dataclass(frozen=True)
class Item:
    """A question as a form shows it; type as in a framework; options: id and name; answers: by case, "" without."""

    question: str
    text: str
    type: str
    unit: str
    criteria: str
    section: str
    help: str
    clause: str
    options: tuple[tuple[str, str], ...]
    not_applicable: bool
    per: str
    per_name: str
    answers: dict[str, Answered]
    before: dict[str, str]


@dataclass(frozen=True)
class Book:
    """A whole form: its identity, title, lines of instruction, and its questions in order."""

    identity: Identity
    title: str
    unit_name: str
    instructions: tuple[str, ...]
    items: tuple[Item, ...]

    @property
    def kinds(self) -> dict[str, str]:
        """What questions repeat over: id and name, in order."""
        return {item.per: item.per_name for item in self.items if item.per}


def key_of(question: str, case: str = "") -> str:
    """The key of a cell: question and case."""
    return f"{question}|{case}" if case else question


def sheet_of(kind: str) -> str:
    """The name of the sheet of a kind of cases."""
    return f"ds_{kind}"[:31]
