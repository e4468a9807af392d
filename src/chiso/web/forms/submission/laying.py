"""The rows of a form: each question, once for each case where it repeats, section by section."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from chiso.engine.framework import Question
from chiso.language import chosen, sentence
from chiso.web.bridge.checks import Check, by_question, remarks
from chiso.web.bridge.previous import previous
from chiso.web.bridge.sheet import Field, Section, question_of, questions_of, sheet
from chiso.web.bridge.values import NOT_APPLICABLE, shown
from chiso.web.forms.submission.rows import Block, Piece, Remark, Row, said
from chiso.web.models import Answer, Count, Submission, Support

Key = tuple[str, str]


@dataclass(frozen=True)
class Beside:
    """All that stands beside the questions of a form, by question and case."""

    answers: Mapping[Key, Answer]
    remarks: Mapping[Key, list[Check]]
    before: Mapping[Key, str]
    pieces: Mapping[Key, list[Piece]] = field(default_factory=dict)
    counts: Mapping[Key, list[Count]] = field(default_factory=dict)


def beside(submission: Submission) -> Beside:
    """What stands beside the questions of a form, read at once."""
    participant = submission.participant
    answers = {(each.question, each.case): each for each in submission.answers.select_related("by").order_by()}
    before = previous(participant)
    found = remarks(questions_of(participant.cycle, participant.block), answers.values(), before)
    pieces: dict[Key, list[Piece]] = {}
    supports = Support.objects.filter(evidence__submission=submission, evidence__removed_at=None)
    for each in supports.select_related("evidence"):
        piece = Piece(each.evidence_id, each.evidence.title, each.pointer)
        pieces.setdefault((each.question, each.case), []).append(piece)
    counts: dict[Key, list[Count]] = {}
    for count in participant.counts.all():
        counts.setdefault((count.question, count.case), []).append(count)
    return Beside(answers, by_question(found), before, pieces, counts)


def section_of(submission: Submission, code: str) -> Section | None:
    """A section of the form by the code of its criterion."""
    participant = submission.participant
    return next((each for each in sheet(participant.cycle, participant.block) if each.code == code), None)


def blocks(submission: Submission, section: Section, about: Beside) -> tuple[Block, ...]:
    """The rows of a section in its order; the questions of one kind of case stand together, case by case."""
    found: list[Block] = []
    for per in dict.fromkeys(each.per for each in section.fields):
        fields = [each for each in section.fields if each.per == per]
        found.append(_repeated(submission, fields, about) if per else _single(submission, fields, about))
    return tuple(found)


def rows(submission: Submission, section: Section, about: Beside) -> Iterator[Row]:
    """All rows of a section."""
    return (row for block in blocks(submission, section, about) for row in block.rows)


def whole(submission: Submission) -> list[tuple[Section, tuple[Block, ...]]]:
    """The whole form, section by section."""
    participant, about = submission.participant, beside(submission)
    return [(each, blocks(submission, each, about)) for each in sheet(participant.cycle, participant.block)]


def row(submission: Submission, of: Field, case: str, about: Beside) -> Row:
    """One row."""
    question = question_of(submission.participant.cycle, submission.participant.block, of.id)
    assert question is not None
    key = (of.id, case)
    filled = answered(Row(of, case), question, about.answers.get(key))
    remarks = tuple(Remark(each.level == "error", sentence(each.text)) for each in about.remarks.get(key, ()))
    before = about.before.get(key, "")
    counts = tuple((each.system, shown(question, each.value)) for each in about.counts.get(key, ()))
    pieces = (*about.pieces.get(key, ()), *(about.pieces.get((of.id, ""), ()) if case else ()))
    text = said(of, shown(question, before), applies=before != NOT_APPLICABLE) if before else ""
    return replace(filled, remarks=remarks, before=text, counts=counts, pieces=pieces)


def answered(blank: Row, question: Question, answer: Answer | None) -> Row:
    """A row with what was answered."""
    if answer is None:
        return blank
    return replace(
        blank,
        text=in_field(question, answer.value),
        words=shown(question, answer.value),
        applies=answer.value != NOT_APPLICABLE,
        note=answer.note,
        reply=answer.reply,
        version=answer.version,
        by=str(answer.by),
        at=answer.at,
    )


def in_field(question: Question, value: str) -> str:
    """What stands in the field of a question: no grouping where a mark between digits may be meant two ways."""
    if question.type not in ("number", "share") or value in ("", NOT_APPLICABLE):
        return shown(question, value)
    return value.replace(".", "," if chosen() == "vi" else ".").replace("-", "\N{MINUS SIGN}")


def cases(about: Beside, ids: Iterable[str]) -> tuple[str, ...]:
    """The cases that any of these questions has, those first that were there first."""
    wanted = frozenset(ids)
    found = [answer for (question, case), answer in about.answers.items() if question in wanted and case]
    return tuple(dict.fromkeys(each.case for each in sorted(found, key=lambda answer: answer.pk)))


def _single(submission: Submission, fields: Iterable[Field], about: Beside) -> Block:
    return Block(cases=(("", tuple(row(submission, each, "", about) for each in fields)),))


def _repeated(submission: Submission, fields: list[Field], about: Beside) -> Block:
    participant = submission.participant
    per = fields[0].per
    ids = [each.id for part in sheet(participant.cycle, participant.block) for each in part.fields if each.per == per]
    named = cases(about, ids)
    then = dict.fromkeys(case for (question, case), value in about.before.items() if question in ids and case and value)
    return Block(
        per,
        fields[0].per_name,
        tuple((case, tuple(row(submission, each, case, about) for each in fields)) for case in named),
        tuple(case for case in then if case not in named),
        len(fields),
    )
