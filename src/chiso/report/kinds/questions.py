"""Questions and answers as a form shows them: how a question is answered, what it wants, what was answered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np

from chiso.engine.answers import Answers
from chiso.engine.framework import Framework, Question
from chiso.engine.framework.asking import uses
from chiso.engine.quantities import decimal_text
from chiso.language import chosen, marked
from chiso.language import gettext as _
from chiso.report.numbers import number
from chiso.report.wording.rules import day

BOX = "□"
"""What is ticked in a blank form."""
_MEASURES = {
    "money": marked("đồng"),
    "share": marked("%"),
    "yes_no": marked("yes or no"),
    "choice": marked("one choice"),
    "date": marked("day/month/year"),
    "text": marked("in words"),
    "link": marked("address"),
    "document": marked("number, symbol; date; issuing body; subject"),
    "rows": marked("a list"),
}


def measure_words(question: Question) -> str:
    """What the answer is counted in, or how it is given."""
    return question.unit or _(_MEASURES.get(question.type, marked("points")))


def boxes(question: Question) -> str:
    """What is ticked in a blank form; nothing where the answer is written."""
    names = [option.name.of(chosen()) for option in question.options]
    if question.type == "yes_no":
        names = [_("yes"), _("no")]
    if names and question.not_applicable:
        names.append(_("not applicable"))
    return "\n".join(f"{BOX} {name}" for name in names)


def answer_words(question: Question, answer: str) -> str:
    """An answer in its canonical text as a reader expects it: grouped digits, names of options, days."""
    if not answer or answer == "n/a":
        return _("not applicable") if answer else ""
    if question.numeric:
        return f"{number(answer)}%" if question.type == "share" else number(answer)
    if question.type == "yes_no":
        return _("yes") if answer == "yes" else _("no")
    if question.type == "choice":
        return next(option.name.of(chosen()) for option in question.options if option.id == answer)
    return day(date.fromisoformat(answer)) if question.type == "date" else answer


def wanted_evidence(framework: Framework, question: Question) -> str:
    """The evidence that a question wants, or the criteria that use it."""
    if question.evidence is not None:
        own: str = question.evidence.of(chosen())
        return own
    found = (framework.nodes[code].evidence for code in leaves_of(framework, question))
    return "; ".join(dict.fromkeys(each.of(chosen()) for each in found if each is not None))


def leaves_of(framework: Framework, question: Question, block: str | None = None) -> list[str]:
    """The codes of the leaves that use a question, of a block's alone where one is named."""
    return [
        code
        for code in uses(framework)[question.id]
        if not framework.nodes[code].children and (block is None or framework.applies(code, block))
    ]


def guidance(framework: Framework, question: Question, block: str) -> str:
    """How a question is to be understood, within what it is answered."""
    said = [question.help.of(chosen())] if question.help is not None else []
    if question.at_most is not None:
        said.append(_("Not more than: {name}.").format(name=framework.asked[question.at_most].name.of(chosen())))
    within = framework.granted_within(question.id, block) if question.id in framework.nodes else None
    if within is not None:
        least, most = (number(decimal_text(bound)) for bound in within)
        said.append(_("From {least} to {most}.").format(least=least, most=most))
    return " ".join(said)


def case_ids(answers: Answers, kind: str, unit: str) -> list[str]:
    """The cases of a kind that a unit has."""
    cases, place = answers.cases_of(kind), answers.units.index[unit]
    return [cases.ids[row] for row in np.flatnonzero(cases.owners == place)]


def rounds(questions: Sequence[Question], size: int) -> list[Sequence[Question]]:
    """The questions in runs of at most a size."""
    return [questions[start : start + size] for start in range(0, len(questions), size)]
