"""An empty file of answers for one block, to be filled in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from chiso.engine.framework import Framework, Question
from chiso.engine.framework.asking import asked
from chiso.engine.quantities import decimal_text
from chiso.exchange.shapes import ANSWER_COLUMNS, HINT_COLUMNS
from chiso.language import chosen, gettext, marked

LONG_COLUMNS = ("unit", "block", *ANSWER_COLUMNS[1:], *HINT_COLUMNS)
_HINTS = {
    "count": marked("a whole number ({unit})"),
    "money": marked("a whole number (đồng)"),
    "number": marked("a number ({unit})"),
    "share": marked("a percentage from 0 to 100"),
    "yes_no": marked("yes or no"),
    "choice": marked("one of {names}"),
    "date": marked("a date as 2026-11-21"),
    "text": marked("a text"),
    "link": marked("a link"),
    "document": marked("number, symbol, date, issuing body, subject"),
    "rows": marked("a list"),
}


def long_rows(framework: Framework, block: str, units: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """A line under LONG_COLUMNS for each unit and question, without a case and a value; the question told beside."""
    questions = asked(framework, block)
    for unit in units:
        for question in questions:
            hint = _hint(framework, question, block)
            yield unit, block, "", question.id, "", "", question.name.of(chosen()), hint


def wide_columns(framework: Framework, block: str) -> tuple[str, ...]:
    """The columns of a table with a line for each unit; `case` only where a question repeats over cases."""
    questions = asked(framework, block)
    case = ("case",) if any(question.per for question in questions) else ()
    return "unit", "name", "block", *case, *(question.id for question in questions)


def wide_rows(framework: Framework, block: str, units: Sequence[tuple[str, str]]) -> Iterator[tuple[str, ...]]:
    """A line for each unit (its code and name), without answers."""
    rest = len(wide_columns(framework, block)) - 3
    for code, name in units:
        yield code, name, block, *([""] * rest)


def _hint(framework: Framework, question: Question, block: str) -> str:
    """How the question is answered, in the language in use."""
    names = ", ".join(option.id for option in question.options)
    hint = gettext(_HINTS[question.type]).format(unit=question.unit or gettext("points"), names=names)
    if question.id in framework.nodes:
        within = framework.granted_within(question.id, block)
        if within is not None:
            least, most = (decimal_text(bound) for bound in within)
            hint += gettext(", from {least} to {most}").format(least=least, most=most)
    if question.not_applicable:
        hint += gettext(", or n/a")
    if question.per is not None:
        case = next(case.name.of(chosen()) for case in framework.cases if case.id == question.per)
        hint += gettext("; a line for each {case}, named in the column `case`").format(case=case)
    return hint
