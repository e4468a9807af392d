"""What was typed into a row, as an answer to be saved, or why it is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from chiso.engine.framework import Question
from chiso.language import chosen, sentence
from chiso.web.bridge.sheet import question_of, sheet
from chiso.web.bridge.values import NOT_APPLICABLE, Unread, canonical, read
from chiso.web.forms.submission.laying import answered
from chiso.web.forms.submission.references import Reference
from chiso.web.forms.submission.rows import Row, mark
from chiso.web.models import Answer, Submission

LINKS = ("http://", "https://")


@dataclass(frozen=True)
class Typed:
    """What stands in the fields of a row; version: of the answer that it was typed over; name: of the question."""

    question: str
    case: str
    text: str
    applies: bool
    note: str
    reply: str
    version: int
    was: str = ""
    name: str = ""

    @property
    def changed(self) -> bool:
        """Whether it differs from what the page showed."""
        return mark(self.text, self.applies, self.note, self.reply) != self.was

    def over(self, row: Row, refused: str = "", theirs: Row | None = None) -> Row:
        """The row with what was typed in place of what is kept, so that nothing is lost when it cannot be saved."""
        typed = replace(row, text=self.text, applies=self.applies, note=self.note, reply=self.reply)
        return replace(typed, words="", refused=refused, theirs=theirs, kept=row.was)


@dataclass(frozen=True)
class Ready:
    """A canonical value with its note and reply, which an action may save."""

    question: str
    case: str
    value: str
    note: str
    reply: str
    version: int


def typed(posted: Mapping[str, str], question: str, case: str, prefix: str = "") -> Typed:
    """What was posted for a question; its fields are called prefix-value, prefix-note and so on."""
    named = f"{prefix}-" if prefix else ""

    def part(name: str) -> str:
        return str(posted.get(named + name, "")).replace("\r\n", "\n").replace("\x00", "")

    parts = ("number", "day", "issuer", "subject")
    document = Reference(*(part(name) for name in parts)).text if named + "subject" in posted else ""
    version = part("version")
    return Typed(
        question,
        case,
        document or part("value"),
        part("na") == "",
        part("note").strip(),
        part("reply").strip(),
        int(version) if version.isdecimal() and len(version) < 10 else 0,
        part("was"),
    )


def ready(submission: Submission, what: Typed) -> Ready | str:
    """What may be saved; or a sentence that says what was found and what is expected."""
    participant = submission.participant
    question = question_of(participant.cycle, participant.block, what.question)
    if question is None:
        return _("This form has no such question.")
    value = NOT_APPLICABLE if not what.applies else what.text
    told = _value(question, value)
    if isinstance(told, Unread):
        said = _("Found: {found}; expected: {expected}.")
        return said.format(found=sentence(told.found), expected=sentence(told.expected))
    if question.type == "link" and told and told != NOT_APPLICABLE and not told.casefold().startswith(LINKS):
        return _("Write the whole address, beginning with https://.")
    if told == NOT_APPLICABLE and not what.note:
        return _("Say why the question does not apply.")
    return Ready(what.question, what.case, told, what.note, what.reply, what.version)


def row_of(submission: Submission, what: Typed, answer: Answer | None) -> Row:
    """A row with what was typed, and beside it the answer that somebody else gave meanwhile."""
    participant = submission.participant
    question = question_of(participant.cycle, participant.block, what.question)
    fields = (each for part in sheet(participant.cycle, participant.block) for each in part.fields)
    field = next((each for each in fields if each.id == what.question), None)
    assert question is not None
    assert field is not None
    theirs = answered(Row(field, what.case), question, answer)
    return what.over(theirs, theirs=theirs)


def _value(question: Question, text: str) -> str | Unread:
    """The canonical value; the decimal mark of the reader's language means what it says, as our fields write it."""
    found = read(question, text)
    mark = "," if chosen() == "vi" else "."
    if (
        isinstance(found, Unread)
        and question.numeric
        and text.count(mark) == 1
        and not set(text) & ({",", "."} - {mark})
    ):
        whole, _mark, decimals = text.replace("\N{MINUS SIGN}", "-").strip().partition(mark)
        try:
            return canonical(question, f"{whole}.{decimals}")
        except ValueError:
            return found
    return found
