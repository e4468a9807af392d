"""Small documents as text, and what their audit says, in short."""

from typing import NamedTuple

from chiso.audit import Audit, audit
from chiso.engine.framework import Framework
from chiso.tables.cells import Document
from chiso.tables.reading import read_bytes


class Short(NamedTuple):
    """A finding without its place and sentence."""

    kind: str
    printed: str
    computed: str
    certainty: str = "certain"


def document(text: str, name: str = "t.txt") -> Document:
    """The document of a text: a table's rows have `|` between and after cells."""
    return read_bytes(text.strip().encode(), name)


def table(columns: str, *rows: str, title: str = "Bảng 1. Kết quả năm 2020") -> str:
    """The text of a table from its header and rows, each with `|` between cells."""
    return "\n".join([title, *(f"{line} |" for line in (columns, *rows))]) + "\n"


def audited(text: str, framework: Framework | None = None, earlier: str = "") -> Audit:
    """The audit of a text, perhaps against an earlier one."""
    before = document(earlier, "earlier.txt") if earlier else None
    return audit(document(text), framework, earlier=before)


def findings(text: str, framework: Framework | None = None, earlier: str = "") -> list[Short]:
    """The findings of a text, in short."""
    found = audited(text, framework, earlier).findings
    return [Short(each.kind, each.printed, each.computed, each.certainty) for each in found]


def moves(text: str) -> list[tuple[str, str, str, str]]:
    """All moves: whose, of what, from what, to what."""
    return [(m.unit, m.what, m.before, m.after) for each in audited(text).findings for m in each.moves]


def confirmed(text: str, kind: str) -> int:
    """How many times something of a kind was checked and held."""
    return sum(each.count for each in audited(text).confirmed if each.kind == kind)


def undecided(text: str) -> list[str]:
    """The kinds of what cannot be checked."""
    return [each.kind for each in audited(text).undecided]


def rules(text: str) -> dict[str, str]:
    """The rules of a document's only ranked table, by kind."""
    return {each.kind: each.value for each in audited(text).rules}
