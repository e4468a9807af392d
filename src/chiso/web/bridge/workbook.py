"""A unit's form as a workbook, and what a filled-in one would change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from chiso.engine.errors import InputError, Problem
from chiso.engine.framework import Question
from chiso.exchange.form.content import Answered, Book, Identity, Item
from chiso.exchange.form.reading import Filled, read
from chiso.exchange.form.writing import write
from chiso.language import chosen, gettext, sentence, use
from chiso.messages import message
from chiso.web.bridge.previous import previous
from chiso.web.bridge.sheet import Field, Section, question_of, sheet
from chiso.web.bridge.values import NOT_APPLICABLE, Unread, shown
from chiso.web.bridge.values import read as read_value
from chiso.web.models import Answer, Submission


@dataclass(frozen=True)
class Change:
    """A cell that differs from the answer as it stands, or that cannot be read.

    now, new: canonical values; version: of the answer as it stands; conflict: whether somebody changed it since the
    workbook was made; fault: why the cell is no answer; where: sheet and line.
    """

    question: str
    case: str
    name: str
    now: str
    new: str
    note_now: str
    note: str
    version: int
    conflict: bool
    fault: str
    where: str

    @property
    def key(self) -> str:
        """What tells it from the others."""
        return f"{self.question}|{self.case}"


def workbook(submission: Submission) -> bytes:
    """The form of a submission as it stands, in the language in use."""
    participant = submission.participant
    cycle = participant.cycle
    questions = {
        field.id: question_of(cycle, participant.block, field.id)
        for section in sheet(cycle, participant.block)
        for field in section.fields
    }
    book = Book(
        Identity(cycle.code, participant.unit.code, cycle.framework_id, submission.revision, chosen()),
        cycle.title,
        participant.name,
        _instructions(),
        tuple(_items(submission)),
    )

    def words(item: Item, value: str) -> str:
        question = questions[item.question]
        assert question is not None
        return worded(question, value)

    return write(book, words)


def changes(submission: Submission, raw: bytes, name: str) -> list[Change]:
    """What a filled-in workbook would change; InputError where it is of another unit, cycle or framework, or damaged.

    A cell that was left as it was changes nothing, whatever others entered meanwhile.
    """
    returned, participant = read(raw, name), submission.participant
    cycle = participant.cycle
    theirs = (returned.identity.cycle, returned.identity.unit, returned.identity.framework)
    if theirs != (cycle.code, participant.unit.code, cycle.framework_id):
        raise _foreign(name, returned.identity)
    answers = {(each.question, each.case): each for each in submission.answers.all()}
    with use(returned.identity.language if returned.identity.language in ("vi", "en") else "vi"):
        found = list(_changes(submission, returned.cells, answers))
    return found


def _changes(
    submission: Submission, cells: tuple[Filled, ...], answers: dict[tuple[str, str], Answer]
) -> Iterator[Change]:
    participant = submission.participant
    for cell in cells:
        question = question_of(participant.cycle, participant.block, cell.question)
        if question is None or bool(cell.case) != (question.per is not None):
            continue
        value = _value(question, cell.text)
        answer = answers.get((cell.question, cell.case))
        now = Answered(answer.value, answer.note, answer.version) if answer is not None else Answered()
        note = cell.origin.note if cell.note is None else cell.note
        if isinstance(value, Unread):
            fault = sentence(
                message("found: {found}; expected: {expected}", found=value.found, expected=value.expected)
            )
            yield _change(question, cell, now, cell.text, note, conflict=False, fault=fault)
            continue
        touched = (value, note) != (cell.origin.value, cell.origin.note)
        if touched and (value, note) != (now.value, now.note):
            conflict = now.version != cell.origin.version
            yield _change(question, cell, now, value, note, conflict=conflict)


def _change(
    question: Question, cell: Filled, now: Answered, new: str, note: str, *, conflict: bool, fault: str = ""
) -> Change:
    return Change(
        cell.question, cell.case, question.name.of(chosen()), now.value, new, now.note, note, now.version, conflict,
        fault, cell.where,
    )  # fmt: skip


def _value(question: Question, text: str) -> str | Unread:
    """The canonical value of a cell; a choice by its name or its id."""
    by_name = {option.name.of(chosen()).casefold(): option.id for option in question.options}
    text = by_name.get(" ".join(text.split()).casefold(), text)
    if text.casefold() == gettext("not applicable").casefold():
        text = NOT_APPLICABLE
    return read_value(question, text)


def worded(question: Question, value: str) -> str:
    """A canonical value in the reader's words: the name of a choice, yes or no, a number with its marks."""
    if value == NOT_APPLICABLE:
        return "n/a"
    if question.type == "yes_no" and value:
        return gettext("Yes") if value == "yes" else gettext("No")
    if question.type == "choice":
        return next((option.name.of(chosen()) for option in question.options if option.id == value), "")
    return shown(question, value)


def _items(submission: Submission) -> Iterator[Item]:
    participant = submission.participant
    before = previous(participant)
    stands: dict[str, dict[str, Answered]] = {}
    for each in submission.answers.all():
        stands.setdefault(each.question, {})[each.case] = Answered(each.value, each.note, each.version)
    for section in sheet(participant.cycle, participant.block):
        for field in section.fields:
            then = {case: value for (question, case), value in before.items() if question == field.id}
            yield _item(section, field, stands.get(field.id, {}), then)


def _item(section: Section, field: Field, answers: dict[str, Answered], before: dict[str, str]) -> Item:
    plain = Item(
        field.id, field.name, field.type, field.unit, ", ".join(field.criteria[:3]), f"{section.code}. {section.name}",
        field.help, field.clause, field.options, field.not_applicable, field.per, field.per_name, answers, before,
    )  # fmt: skip
    return plain if field.per else replace(plain, answers={"": answers.get("", Answered())})


def _instructions() -> tuple[str, ...]:
    return (
        gettext("Fill in the yellow cells only; the rest is locked so that the file can be read back."),
        gettext("What repeats stands on sheets of its own: a line for each, with its name first."),
        gettext("Where a question does not apply, write n/a and say why in the note."),
        gettext("Do not write state secrets here. Evidence is added on the page of the form."),
        gettext("Upload the file on the page of your form. It is shown what would change before anything is saved."),
    )


def _foreign(name: str, identity: Identity) -> InputError:
    found = message("the form of {unit} in {cycle}", unit=identity.unit, cycle=identity.cycle)
    return InputError([
        Problem(name, found, message("the form of your own unit in this cycle, with the framework that it has now"),
                message("download the form again, and fill that in"))
    ])  # fmt: skip
