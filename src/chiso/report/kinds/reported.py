"""What a unit has reported to a question, or the points that it has on a criterion, in words."""

from __future__ import annotations

from chiso.engine.framework import Question
from chiso.language import gettext as _
from chiso.report.kinds.questions import answer_words, case_ids
from chiso.report.kinds.source import Source
from chiso.report.numbers import number
from chiso.report.results.tables import NOTHING


def reported(source: Source, unit: str, code: str) -> str:
    """The answer with its unit of measure, case by case; the points of a criterion with the most it can have."""
    scores = source.scores
    question = scores.framework.asked.get(code)
    if question is None:
        return _points(source, unit, code)
    answers = scores.answers
    if question.per is None:
        return measured(question, answers.text(code, unit)) or _("no answer")
    cases = case_ids(answers, question.per, unit)
    told = "; ".join(
        f"{case}: {answer_words(question, answers.text(code, unit, case)) or _('no answer')}" for case in cases
    )
    return told or _("no answer")


def measured(question: Question, answer: str) -> str:
    """An answer in words, a number with what it counts."""
    told = answer_words(question, answer)
    return f"{told} {question.unit}" if question.unit and told[-1:].isdigit() else told


def _points(source: Source, unit: str, code: str) -> str:
    score = source.scores.score(unit, code)
    if score is None or score.points is None:
        return NOTHING
    if score.maximum is None:
        return _("{points} points").format(points=number(score.points))
    return _("{points} of {maximum} points").format(points=number(score.points), maximum=number(score.maximum))
