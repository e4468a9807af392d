"""One line of the form: a question with its answer, and all that stands beside it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from chiso.web.bridge.sheet import Field
from chiso.web.forms.submission.references import Reference, reference


@dataclass(frozen=True)
class Remark:
    """What speaks against an answer, in words; error: whether it blocks closing."""

    error: bool
    text: str


@dataclass(frozen=True)
class Piece:
    """A piece of evidence under its question."""

    id: int
    title: str
    pointer: str


@dataclass(frozen=True)
class Row:
    """One line of the form.

    text: what stands in the field; words: the answer as it is read, where that differs; applies: False where it is
    answered that the question does not apply; before: last time's answer in words; counts: what other systems count;
    refused: why what was typed is not saved; theirs: the answer that somebody else gave meanwhile; kept: the mark of
    what is kept, where something else stands in the fields.
    """

    field: Field
    case: str
    text: str = ""
    words: str = ""
    applies: bool = True
    note: str = ""
    reply: str = ""
    version: int = 0
    by: str = ""
    at: datetime | None = None
    before: str = ""
    remarks: tuple[Remark, ...] = ()
    pieces: tuple[Piece, ...] = ()
    counts: tuple[tuple[str, str], ...] = ()
    refused: str = ""
    theirs: Row | None = None
    kept: str = ""

    @property
    def key(self) -> str:
        """What its fields are named by in the page."""
        return key_of(self.field.id, self.case)

    @property
    def reference(self) -> Reference:
        """The parts of a document's reference."""
        return reference(self.text)

    @property
    def answered(self) -> bool:
        """Whether something was said."""
        return bool(self.text) or not self.applies

    @property
    def said(self) -> str:
        """The answer in words: of an option its name."""
        return said(self.field, self.words or self.text, applies=self.applies)

    @property
    def errors(self) -> int:
        """How many errors speak against it."""
        return sum(remark.error for remark in self.remarks)

    @property
    def warned(self) -> bool:
        """Whether it has a warning, which may be answered with a comment."""
        return any(not remark.error for remark in self.remarks) or bool(self.reply)

    @property
    def was(self) -> str:
        """A mark of what the page shows, by which a page without scripts tells what was changed in it."""
        return self.kept or mark(self.text, self.applies, self.note, self.reply)


@dataclass(frozen=True)
class Block:
    """Rows that stand together: those without a case, or all of one kind of case.

    cases: their names and rows; offered: those of last time that are not here; questions: how many a case has.
    """

    per: str = ""
    name: str = ""
    cases: tuple[tuple[str, tuple[Row, ...]], ...] = ()
    offered: tuple[str, ...] = ()
    questions: int = 0

    @property
    def rows(self) -> tuple[Row, ...]:
        """Its rows in order."""
        return tuple(row for _case, rows in self.cases for row in rows)


def key_of(question: str, case: str) -> str:
    """A name for the fields of a question, safe in a page whatever its case is called."""
    return f"{question}.{hashlib.sha256(case.encode()).hexdigest()[:10]}" if case else question


def mark(text: str, applies: bool, note: str, reply: str) -> str:
    """A short mark of an answer: the same as long as nothing that matters was changed."""
    parts = [" ".join(part.split()) for part in (text, note, reply)]
    return hashlib.sha256(repr((parts, applies)).encode()).hexdigest()[:16]


def said(of: Field, text: str, *, applies: bool = True) -> str:
    """An answer in words, as a reader of the language in use writes it."""
    if not applies:
        return _("does not apply")
    if of.type == "yes_no" and text:
        return _("yes") if text == "yes" else _("no")
    if of.type == "document" and text:
        return reference(text).said
    return dict(of.options).get(text, text)
